"""The headline: what the page states and prints, the word of each source weighed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsbot.extract.alike import alike
from newsbot.extract.classwords import class_words
from newsbot.extract.found import Found
from newsbot.extract.sitename import names_paper
from newsbot.extract.titles import best_title, printed_title, squeezed, stated_titles
from newsbot.extract.tree import text_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.found import Evidence
    from newsbot.extract.metadata import Metadata
    from newsbot.extract.sitename import SiteName
    from newsbot.extract.titles import Title

_BESIDE = frozenset({"aside", "footer", "nav"})
# What calls itself so is no headline that a reader sees: the last of the breadcrumbs, a heading
# for search engines or for screen readers.
_UNSEEN = re.compile(
    r"bread-?crumb|seo-?title|sr-only|screen-reader|visually-?hidden", re.IGNORECASE
)
# So near around a heading stands what calls itself so.
_NEAR = 3
# What prints a headline on pages that have no heading for it, equal to what is stated.
_OTHERS = ("h3", "h4", "div", "p", "span", "td", "strong", "b", "font")
# What is cut off a heading as its kicker or label is shorter than the rest.
_OWN = 0.4
# What is longer is no headline, whatever it is called.
_LONGEST = 1000
# What calls itself the title of an article, by class or id, and what that of a box.
_TITLE = re.compile(
    r"(?<![a-z])(?:titles?|tieu-?de|head-?line|judul|titel|titre|titulo|titolo|tytul)(?![a-z])"
)
_OTHER_TITLE = re.compile(
    r"(?<![a-z])(?:block|box|cat(?:e|egory)?|chuyen-?muc|header|logo|menu|mod(?:ule)?|page|section"
    r"|sidebar|site|sub|tab|widget)(?![a-z])"
)
_SHORTEST, _CALLED = 15, 200


class Headline(NamedTuple):
    """The headline, and the heading that prints it, ``None`` where none does."""

    text: str
    evidence: Evidence
    heading: HtmlElement | None = None


class _Heading(NamedTuple):
    element: HtmlElement
    text: str


def read_headline(
    tree: HtmlElement, chosen: Sequence[HtmlElement], metadata: Metadata, site: SiteName
) -> Headline | None:
    """Return the headline of a page, ``None`` if it has none of its own.

    It is what most sources agree on: the first heading may be the section (baocantho.com.vn) or
    the paper (phuyen.baodaklak.vn), a statement the paper's name. Where the profile has *chosen*
    headings, it is the one of these that a statement agrees with.
    """
    first = {text_of(heading) for heading in tree.iter("h1")}
    stated = stated_titles(_stated(metadata, site, first))
    if chosen:
        heading = _agreed(stated, _headings(chosen)) or _first(_headings(chosen), site)
        return heading and Headline(heading.text, "profile", heading.element)
    heading, printed = _printed(tree, stated, site)
    if heading is None and all(t.evidence == "generic" and site.is_like(t.text) for t in stated):
        heading = _called_so(tree, site)
        if heading:
            return Headline(heading.text, "generic", heading.element)
    best = best_title(stated, printed)
    return best and Headline(best.text, best.evidence, heading and heading.element)


def _stated(metadata: Metadata, site: SiteName, printed: Collection[str]) -> Iterator[Found[str]]:
    """Yield what is stated as the headline, without the paper's name, unless it is no more.

    Of what is *printed*, too, a part that is only like the name is the headline's.
    """
    for text, evidence in [*metadata.said("headline"), Found(metadata.title, "generic")]:
        if len(text) > _LONGEST:
            continue
        bare = site.taken_off(text, is_printed=text in printed)
        if bare and (bare in printed or not names_paper(bare)):
            yield Found(bare, evidence)


def _printed(
    tree: HtmlElement, stated: Sequence[Title], site: SiteName
) -> tuple[_Heading | None, Title | None]:
    """Return the heading that prints the headline, and what its word weighs.

    One in the article comes before one in the breadcrumbs. A heading that no statement agrees
    with counts where it is the only one, or nothing is stated.
    """
    named = [heading for heading in _headings(tree.iter("h1")) if not site.is_name(heading.text)]
    seen = [heading for heading in named if not _is_unseen(heading.element)]
    second = (h for h in tree.iter("h2") if not (_is_unseen(h) or _is_link(h)))
    agreed = _agreed(stated, seen) or _agreed(stated, list(_headings(second)))
    if agreed:
        return agreed, printed_title(_own(agreed, stated))
    if seen:
        lone = _first(seen, site) if len(seen) == 1 or not stated else None
        return lone, lone and printed_title(lone.text, agrees=False)
    unseen = _agreed(stated, named)
    heading = _elsewhere(tree, stated) or unseen
    return heading, unseen and printed_title(unseen.text, is_aside=True)


def _headings(elements: Iterable[HtmlElement]) -> Iterator[_Heading]:
    for element in elements:
        text = text_of(element)
        if 0 < len(text) <= _LONGEST:
            yield _Heading(element, text)


def _agreed(stated: Iterable[Title], headings: Iterable[_Heading]) -> _Heading | None:
    """Return the heading that a statement agrees with, by the letter before in part."""
    printed = [(heading, squeezed(heading.text)) for heading in headings]
    said = [(title.text, squeezed(title.text)) for title in _by_weight(stated)]
    for _, words in said:
        for heading, own in printed:
            if own == words:
                return heading
    for text, _ in said:
        for heading, _ in printed:
            if alike(heading.text, text):
                return heading
    return None


def _by_weight(titles: Iterable[Title]) -> list[Title]:
    return sorted(titles, key=lambda title: -title.weight)


def _own(heading: _Heading, stated: Sequence[Title]) -> str:
    """Return the text of *heading*, without its kicker or label if a statement lacks it, too."""
    words = squeezed(heading.text)
    said = [(title.text, squeezed(title.text)) for title in _by_weight(stated)]
    if any(own == words for _, own in said):
        return heading.text
    parts = {squeezed(text_of(part)) for part in heading.element.iterdescendants()}
    for text, own in said:
        if own in words and len(own) > _OWN * len(words):
            before, _, behind = words.partition(own)
            if not parts.isdisjoint({before + behind}) and not (before and behind):
                return text
    return heading.text


def _first(headings: Iterable[_Heading], site: SiteName) -> _Heading | None:
    """Return the first title among *headings*, else the first of them.

    The paper's name is no title, nor is a link alone: it leads to the section.
    """
    printed = list(headings)
    titles = (h for h in printed if not site.is_name(h.text) and not _is_link(h.element))
    return next(titles, printed[0] if printed else None)


def _elsewhere(tree: HtmlElement, stated: Sequence[Title]) -> _Heading | None:
    """Return what prints a statement, word for word, on a page that has no heading for it."""
    said = {title.text for title in stated if title.evidence != "meta"}
    for element in tree.iter(*_OTHERS):
        text = element.text
        if text and " ".join(text.split()) in said and not _is_unseen(element):
            return _Heading(element, " ".join(text.split()))
    return None


def _called_so(tree: HtmlElement, site: SiteName) -> _Heading | None:
    """Return what calls itself the title, on a page that states and heads none but its paper's.

    Old table layouts have no headings: ``<td><span class="NewsTitle">``.
    """
    for element in tree.iter(*_OTHERS):
        names = class_words(element)
        if not _TITLE.search(names) or _OTHER_TITLE.search(names):
            continue
        text = text_of(element)
        is_title = _SHORTEST <= len(text) <= _CALLED and next(element.iter("a"), None) is None
        if is_title and not site.is_name(text) and not _is_unseen(element):
            in_link = next(element.iterancestors("a"), None) is not None
            return None if in_link else _Heading(element, text)
    return None


def _is_link(heading: HtmlElement) -> bool:
    return any(text_of(anchor) == text_of(heading) for anchor in heading.iter("a"))


def _is_unseen(heading: HtmlElement) -> bool:
    """Return whether *heading* lies beside the article, or in its breadcrumbs."""
    for distance, element in enumerate((heading, *heading.iterancestors())):
        if element.tag in _BESIDE:
            return True
        if distance <= _NEAR and any(_UNSEEN.search(f"{k} {v}") for k, v in element.items()):
            return True
    return False
