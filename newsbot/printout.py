"""An article, and what changed in it, in words for a terminal or a pipe."""

from __future__ import annotations

from itertools import chain
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsbot.changes import Change, Piece
    from newsbot.state.revisions import Revision

_NARROWEST = 20
# A terminal might obey them; the texts of articles have none.
_CONTROLS = dict.fromkeys([*range(10), *range(11, 32), *range(127, 160)], " ")
# Marks of one character each, which wrapping counts as what they become.
_OLD, _OLD_END, _NEW, _NEW_END = "\x01\x02\x03\x04"
_PLAIN = str.maketrans({_OLD: "[", _OLD_END: "]", _NEW: "{", _NEW_END: "}"})
_COLOURED = str.maketrans(
    {
        _OLD: "\x1b[31m[",
        _OLD_END: "]\x1b[0m",
        _NEW: "\x1b[32m{",
        _NEW_END: "}\x1b[0m",
    }
)


class Printout:
    """Puts texts into lines of at most *width* columns; ``None`` leaves each in one."""

    def __init__(self, width: int | None = None, *, is_coloured: bool = False) -> None:
        self._width = width
        self._marks = _COLOURED if is_coloured else _PLAIN

    def article(self, shown: Revision, all_of_it: Sequence[Revision]) -> Iterator[str]:
        """Yield the lines of one revision of an article, and the list of *all_of_it*."""
        record = shown.record
        yield from self._lines(_clean(record["headline"]))
        yield ""
        for name, value in _rows(shown, len(all_of_it)).items():
            yield f"{name:<11} {_clean(value)}"
        for paragraph in (record["description"], *(record["body"] or "").split("\n\n")):
            if paragraph:
                yield ""
                yield from self._lines(_clean(paragraph))
        yield ""
        yield from map(_fetched, all_of_it)

    def history(
        self, first: Revision, steps: Iterable[tuple[Revision, Sequence[Change]]]
    ) -> Iterator[str]:
        """Yield the lines of what each revision after the *first* changed in the one before."""
        yield f"{first.record['id']}, {_fetched(first)}"
        for revision, found in steps:
            yield ""
            yield _fetched(revision)
            if not found:
                yield "  nothing changed in what is compared"
            for change in found:
                number = "" if change.paragraph is None else f", paragraph {change.paragraph}"
                yield f"  {change.field}{number}"
                yield from self._lines("".join(map(_marked, change.pieces)), indent="    ")

    def _lines(self, text: str, indent: str = "") -> list[str]:
        """Return the lines of *text*, those too long broken at spaces."""
        lines = text.split("\n")
        if self._width:
            room = max(self._width - len(indent), _NARROWEST)
            broken = (
                wrap(line, room, break_long_words=False, break_on_hyphens=False) for line in lines
            )
            lines = list(chain.from_iterable(broken))
        return [f"{indent}{line.translate(self._marks)}" for line in lines]


def _rows(shown: Revision, count: int) -> dict[str, object]:
    """Return what is told of an article beside its text, by what it is called."""
    record = shown.record
    withdrawn = f" since {record['withdrawn_at']}" if record["withdrawn_at"] else ""
    rows = {
        "id": record["id"],
        "published": record["date_published"] or record["date"],
        "authors": ", ".join(record["authors"]),
        "section": record["section"],
        "url": record["url"],
        "status": f"{record['status']}{withdrawn}",
        "revision": f"{shown.number} of {count}",
        "channels": ", ".join(record["channels"]),
        "first seen": record["first_seen"],
    }
    if record["body_status"] != "full":
        rows["text"] = record["body_status"]
    if record["copy_of"]:
        rows["copy of"] = record["copy_of"]
    return rows


def _fetched(revision: Revision) -> str:
    return f"revision {revision.number} fetched {revision.fetched}"


def _clean(value: object) -> str:
    """Return *value* as a text that a terminal shows and does not obey; a dash for none."""
    return str(value or "–").translate(_CONTROLS)


def _marked(piece: Piece) -> str:
    """Return *piece* with marks around what was and what is, where these differ."""
    old, new = (text.translate(_CONTROLS) for text in piece)
    if piece.is_same:
        return max(old, new, key=len)  # at the end of one of the texts the space is missing
    gap = (new or old)[len((new or old).rstrip()) :]
    was = f"{_OLD}-{old.rstrip()}-{_OLD_END}" if old else ""
    now = f"{_NEW}+{new.rstrip()}+{_NEW_END}" if new else ""
    return f"{was}{now}{gap}"
