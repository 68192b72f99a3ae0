"""Suspicious articles: kept, but so unlike the rest of their site that a person should look.

They are judged when a run has ended, from the records alone, so that nothing depends on the order
in which they came.
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from itertools import chain
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict

from newsbot.extract.sitename import names_paper
from newsbot.extract.size import size_of
from newsbot.pages.continuation import INCOMPLETE
from newsbot.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

TINY = "far shorter than usual"
PAPER, SECTION = "called like the paper", "called like its section"
SERIES = "called like many others"
APART, COPY = "same key as another", "same text as another"
GARBLED = "letters that may be wrong"
CUT = "without all its pages"

# The articles that came out last of a site tell what is usual there, once there are enough.
RECENT, ENOUGH = 500, 30
# A text is far shorter with less than this share of what half of them have, in signs of which a
# Latin word has about six; but a brief of some sentences is one everywhere.
_SHARE, _BRIEF = 0.1, 400
# A headline that so many share; columns have one of their own.
_MANY = 5
# As the evidence of a text says it.
_TEXTS, _GARBLED, _CUT = ("headline", "description", "body"), ", garbled", f", {INCOMPLETE}"
# No more ids are told of each kind.
_TOLD = 20


class Suspects(TypedDict):
    """How many articles are suspicious for one reason, and the ids of the first of them."""

    count: int
    ids: list[str]


class Sketch(NamedTuple):
    """What is looked at of a record; *text* is a digest of its body, ``None`` where it has none.

    Headline and section are folded; *is_paper* where the headline is what papers call themselves.
    """

    id: str
    headline: str
    section: str
    is_paper: bool
    size: int
    text: bytes | None
    status: str
    is_garbled: bool
    is_cut: bool


def sketch_of(record: Mapping[str, Any]) -> Sketch:
    """Return what is looked at of *record*, a line of the corpus."""
    body = record["body"] or ""
    return Sketch(
        id=record["id"],
        headline=fold(record["headline"] or ""),
        section=fold(record["section"] or ""),
        is_paper=names_paper(record["headline"] or ""),
        size=size_of(body),
        text=sha256(body.encode(errors="surrogatepass")).digest() if body else None,
        status=record["body_status"],
        is_garbled=any(record["evidence"].get(field, "").endswith(_GARBLED) for field in _TEXTS),
        is_cut=_CUT in record["evidence"].get("body", ""),
    )


def suspicious(
    new: Sequence[Sketch],
    recent: Sequence[Sketch],
    names: Iterable[str],
    apart: Collection[str] = (),
) -> dict[str, list[str]]:
    """Return which *new* articles of a site are suspicious, by reason, each for its first.

    *recent* are those kept before that came out last; *names* are those of the site; *apart* are
    the ids of those kept apart from another of the same key.
    """
    least = _least([one.size for one in recent if one.status == "full" and one.text])
    papers = {_solid(fold(name)) for name in names} - {""}
    headlines = Counter(one.headline for one in chain(new, recent))
    texts = Counter(one.text for one in chain(new, recent))
    found: dict[str, list[str]] = {}
    for one in sorted(new):
        is_given = one.status in {"full", "unavailable"}
        reasons = {
            TINY: is_given and one.size < least,
            PAPER: one.is_paper or _solid(one.headline) in papers,
            SECTION: bool(one.headline) and one.headline == one.section,
            SERIES: headlines[one.headline] >= _MANY,
            APART: one.id in apart,
            COPY: one.text is not None and texts[one.text] > 1,
            GARBLED: one.is_garbled,
            CUT: one.is_cut,
        }
        if reason := next((reason for reason, holds in reasons.items() if holds), None):
            found.setdefault(reason, []).append(one.id)
    return found


def shrinks(before: str, after: str) -> bool:
    """Return whether a text as it was *before* can't be the one *after*: that is a rest of it."""
    return size_of(after) < min(size_of(before) * _SHARE, _BRIEF)


def _least(usual: Sequence[int]) -> float:
    """Return the size below which a text is far shorter than *usual*; 0 of too few."""
    return min(median(usual) * _SHARE, _BRIEF) if len(usual) >= ENOUGH else 0


def told(found: Mapping[str, Sequence[str]]) -> dict[str, Suspects]:
    """Return what was *found* as a report tells it."""
    return {why: {"count": len(ids), "ids": list(ids[:_TOLD])} for why, ids in found.items()}


def _solid(folded: str) -> str:
    return folded.replace(" ", "")
