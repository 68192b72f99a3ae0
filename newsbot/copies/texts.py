"""The texts of articles of any site, to compare copies by."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from newsbot.copies.entry import text_of
from newsbot.copies.shingles import shingled

if TYPE_CHECKING:
    from newsbot.copies.records import Records
    from newsbot.copies.shingles import Shingled

# Bytes of the last texts that are at hand, some 2,000 of 3 KB; a page may be 8 MB long.
_AT_HAND = 20_000_000
_LETTER = 2  # bytes of memory; of plain Latin half as much


class Texts:
    """The texts in *records*, the last ones at hand; what can't be read is nobody's copy."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._at_hand: OrderedDict[str, Shingled] = OrderedDict()
        self._held = 0

    def tell(self, article_id: str, text: Shingled) -> None:
        """Have *text* at hand as that of *article_id*."""
        self._held += _size(text)
        if before := self._at_hand.pop(article_id, None):
            self._held -= _size(before)
        self._at_hand[article_id] = text
        while self._held > _AT_HAND and len(self._at_hand) > 1:
            self._held -= _size(self._at_hand.popitem(last=False)[1])

    def of(self, article_id: str) -> Shingled | None:
        """Return the text of *article_id*, ``None`` where it is kept no more."""
        if text := self._at_hand.get(article_id):
            self._at_hand.move_to_end(article_id)
            return text
        record = self._records.of(article_id)
        if not record:
            return None
        text = shingled(text_of(record))
        self.tell(article_id, text)
        return text


def _size(text: Shingled) -> int:
    return _LETTER * len(text.text) + len(text.packed)
