"""The texts of articles of any site, to compare copies by."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from newsbot.copies.entry import text_of
from newsbot.copies.shingles import shingled

if TYPE_CHECKING:
    from newsbot.copies.records import Records
    from newsbot.copies.shingles import Shingled

# So many texts of the last are at hand; one of 3 KB takes some 9 KB.
_AT_HAND = 2000


class Texts:
    """The texts in *records*, the last ones at hand; what can't be read is nobody's copy."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._at_hand: OrderedDict[str, Shingled] = OrderedDict()

    def tell(self, article_id: str, text: Shingled) -> None:
        """Have *text* at hand as that of *article_id*."""
        self._at_hand[article_id] = text
        self._at_hand.move_to_end(article_id)
        if len(self._at_hand) > _AT_HAND:
            self._at_hand.popitem(last=False)

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
