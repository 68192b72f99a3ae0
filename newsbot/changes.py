"""What changed in an article from one revision to the next: by field, paragraph and word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

COMPARED = ("headline", "description", "body", "authors", "section", "date_published")
# Of two paragraphs with fewer words in common neither is the other, rewritten.
_ALIKE = 0.5
# Chinese and Japanese put no space between words, so that each of their characters counts as one.
_WORD = re.compile(r"([\u3040-\u30ff\u3400-\u9fff]|[^\s\u3040-\u30ff\u3400-\u9fff]+)\s*")


class Piece(NamedTuple):
    """A run of words as it was and as it is, with the space behind it; empty where it was not."""

    old: str
    new: str

    @property
    def is_same(self) -> bool:
        """Whether nothing changed."""
        return self.old.split() == self.new.split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field that is another, or one *paragraph* of the body, counted from 1.

    A paragraph that is gone, and so has no *after*, is counted as it was before.
    """

    field: str
    paragraph: int | None = None
    before: Any
    after: Any

    @property
    def pieces(self) -> list[Piece]:
        """Both texts as one row of pieces."""
        return pieces(_text(self.before), _text(self.after))


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """Return what is another in the record *after* than in *before*, field by field."""
    found: list[Change] = []
    for field in COMPARED:
        old, new = before.get(field), after.get(field)
        if field == "body":
            found += _paragraphs((old or "").split("\n\n"), (new or "").split("\n\n"))
        elif old != new:
            found.append(Change(field=field, before=old, after=new))
    return found


def pieces(before: str, after: str) -> list[Piece]:
    """Return the words of two texts as pieces, alternately the same and changed.

    >>> pieces("Die Brücke ist zu.", "Die Brücke ist wieder frei.")
    [Piece(old='Die Brücke ist ', new='Die Brücke ist '), Piece(old='zu.', new='wieder frei.')]
    """
    old, new = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    ours, theirs = ([word[1] for word in text] for text in (old, new))
    steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return [Piece(_joined(old[a:b]), _joined(new[c:d])) for _, a, b, c, d in steps]


def _joined(words: Sequence[re.Match[str]]) -> str:
    return "".join(word[0] for word in words)


def _text(value: Any) -> str:
    """Return a field's *value* as a text."""
    return " · ".join(value) if isinstance(value, list) else value or ""


def _paragraphs(old: list[str], new: list[str]) -> Iterator[Change]:
    """Yield what changed in the paragraphs of a body, in their order."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for i, j in _pairs(old[a:b], new[c:d]):
            before = None if i is None else old[a + i] or None
            after = None if j is None else new[c + j] or None
            number = a + (i or 0) if j is None else c + j
            if before or after:
                yield Change(field="body", before=before, after=after, paragraph=number + 1)


def _pairs(old: list[str], new: list[str]) -> Iterator[tuple[int | None, int | None]]:
    """Yield which paragraph of *new* each of *old* has become, ``None`` beside one without.

    No pair crosses another, and the pairs have as many words in common as they can.
    """
    gain = _gains(old, new)
    i = j = 0
    while i < len(old) and j < len(new):
        if gain[i][j] == gain[i + 1][j]:
            yield i, None
            i += 1
        elif gain[i][j] == gain[i][j + 1]:
            yield None, j
            j += 1
        else:
            yield i, j
            i, j = i + 1, j + 1
    yield from ((one, None) for one in range(i, len(old)))
    yield from ((None, one) for one in range(j, len(new)))


def _gains(old: list[str], new: list[str]) -> list[list[float]]:
    """Return how much the pairs of ``old[i:]`` with ``new[j:]`` can have in common, by i and j."""
    ours, theirs = ([frozenset(text.split()) for text in texts] for texts in (old, new))
    gain = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            common = 2 * len(ours[i] & theirs[j]) / (len(ours[i]) + len(theirs[j]) or 1)
            pair = common + gain[i + 1][j + 1] if common >= _ALIKE else 0.0
            gain[i][j] = max(gain[i + 1][j], gain[i][j + 1], pair)
    return gain
