"""The headline: what the page states, as one of its headings prints it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from newsbot.extract.alike import alike, begins, is_cut
from newsbot.extract.found import Found
from newsbot.extract.tree import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.found import Evidence
    from newsbot.extract.metadata import Metadata
    from newsbot.extract.sitename import SiteName

# Google reads 110 characters of a headline, and CMSs cut before that.
_UNCUT = 90
_BESIDE = ("aside", "footer", "nav")


class Headline(NamedTuple):
    """The headline, and the heading that prints it, ``None`` where none does."""

    text: str
    evidence: Evidence
    heading: HtmlElement | None = None


def read_headline(
    tree: HtmlElement, chosen: Sequence[HtmlElement], metadata: Metadata, site: SiteName
) -> Headline | None:
    """Return the headline of a page, ``None`` if it has none of its own.

    It is the first statement that a heading agrees with: the first heading may be the section
    (baocantho.com.vn) or the paper (phuyen.baodaklak.vn), a statement the paper's name. Where
    the profile has *chosen* headings, it is the one of these that agrees.
    """
    stated = list(_stated(metadata, site))
    if chosen:
        return _agreed(stated, chosen, "profile") or _first(chosen, site, "profile")
    headings = [h for h in tree.iter("h1") if not site.is_name(text_of(h)) and not _is_beside(h)]
    agreed = _agreed(stated, headings) or _agreed(stated, tree.iter("h2"))
    if agreed or (stated and stated[0].evidence == "json-ld"):
        return agreed or Headline(*stated[0])
    if len(headings) == 1 or not stated:
        return _first(headings, site, "generic")
    return Headline(*stated[0])


def _stated(metadata: Metadata, site: SiteName) -> Iterator[Found[str]]:
    """Yield what is stated as the headline, without the paper's name, unless it is no more."""
    for text, evidence in [*metadata.said("headline"), Found(metadata.title, "generic")]:
        if bare := site.taken_off(text):
            yield Found(bare, evidence)


def _agreed(
    stated: Iterable[Found[str]],
    headings: Iterable[HtmlElement],
    evidence: Evidence | None = None,
) -> Headline | None:
    """Return the first statement that one of *headings* agrees with; as printed for *evidence*."""
    printed = [(heading, text_of(heading)) for heading in headings]
    for statement in stated:
        for heading, text in printed:
            if alike(text, statement.value):
                whole = text if evidence else _whole(statement.value, text)
                return Headline(whole, evidence or statement.evidence, heading)
    return None


def _first(headings: Iterable[HtmlElement], site: SiteName, evidence: Evidence) -> Headline | None:
    """Return the first title among *headings*, else the first of them that is not empty.

    The paper's name is no title, nor is a link alone: it leads to the section.
    """
    printed = [heading for heading in headings if text_of(heading)]
    titles = (h for h in printed if not site.is_name(text_of(h)) and not _is_link(h))
    first = next(chain(titles, printed), None)
    return None if first is None else Headline(text_of(first), evidence, first)


def _whole(stated: str, printed: str) -> str:
    """Return what is *printed* where the statement was cut off or goes on with a section."""
    cut = (is_cut(stated) or len(stated) >= _UNCUT) and begins(printed, stated)
    more = "|" in stated.removeprefix(printed) and begins(stated, printed)
    return printed if (cut and len(printed) > len(stated)) or more else stated


def _is_link(heading: HtmlElement) -> bool:
    return any(text_of(anchor) == text_of(heading) for anchor in heading.iter("a"))


def _is_beside(heading: HtmlElement) -> bool:
    return next(heading.iterancestors(*_BESIDE), None) is not None
