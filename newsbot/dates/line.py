"""A line of text made comparable, which remembers where its characters stood."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from newsbot.text import composed

LONGEST = 20_000

_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
_invisible = re.compile(f"[{_INVISIBLE}]")
# A letter with the marks, Korean vowels and invisible characters that cling to it.
_cluster = re.compile(rf"(?s:.)[\u0300-\u036f\u1160-\u11ff{_INVISIBLE}]*+")


@dataclass(frozen=True, slots=True)
class Line:
    """The first 20,000 characters of a text, in NFC, case-folded, without invisible characters.

    ``places`` holds, for each character of ``text`` and for its end, the index in ``printed``;
    it is ``None`` where the two agree character by character.
    """

    printed: str
    text: str
    places: tuple[int, ...] | None = None

    @classmethod
    def of(cls, printed: str) -> Line:
        r"""Make *printed* comparable.

        Half-decomposed Vietnamese (``â`` and a combining dot below) is neither NFC nor NFD and
        stands beside NFC in the same sentence on real pages.

        >>> Line.of("Tha\u0301ng\u200b 10").text
        'tháng 10'
        """
        printed = printed[:LONGEST]
        text = printed.casefold()
        if printed.isascii() or (
            len(text) == len(printed)
            and unicodedata.is_normalized("NFC", printed)
            and not _invisible.search(printed)
        ):
            return cls(printed, text)
        return cls._of_clusters(printed)

    @classmethod
    def _of_clusters(cls, printed: str) -> Line:
        pieces: list[str] = []
        places: list[int] = []
        for cluster in _cluster.finditer(printed):
            piece = composed(_invisible.sub("", cluster[0])).casefold()
            # A Greek iota with two marks folds to three characters; a Turkish capital dotted I
            # to an i with a dot too many.
            pieces.append(unicodedata.normalize("NFC", piece.replace("i\u0307", "i")))
            places.extend([cluster.start()] * len(pieces[-1]))
        return cls(printed, "".join(pieces), (*places, len(printed)))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``text[start:end]`` stands in the printed line."""
        return (self.places[start], self.places[end]) if self.places else (start, end)

    def as_printed(self, start: int, end: int) -> str:
        """Return ``text[start:end]`` as it was printed."""
        first, last = self.span(start, end)
        return self.printed[first:last]
