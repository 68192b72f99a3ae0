"""Titles of one article, as several sources give them, and which of them is its headline."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from newsbot.extract.alike import begins, is_cut
from newsbot.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsbot.extract.found import Evidence, Found

# What a source's word weighs: og:title is written for readers who don't see the page around it,
# without kicker, and only what is printed and stated in JSON-LD, too, outweighs it. Over the news
# pages with a truth this order is right most often; where og:title is the slogan of the paper on
# each of its pages, the printed headline and the page's title outweigh it.
_WEIGHTS: Mapping[Evidence, float] = {
    "opengraph": 2.6,
    "json-ld": 1.5,
    "microdata": 0.8,
    "generic": 0.25,
    "meta": 0.1,
}
_PRINTED = 2.5
# A heading that no other source agrees with may be a section's; one in the breadcrumbs is for
# search engines (br.de, tagesanzeiger.ch: the headline is an h2 then).
_ALONE = 1.25
_ASIDE = 0.5
# What a source says besides its first word.
_FURTHER = 0.1
# Google reads 110 characters of a headline, and CMSs cut before that.
_UNCUT = 90
_TRUST: Sequence[Evidence] = ("json-ld", "microdata", "opengraph", "meta", "generic")
_FORMS: Sequence[Evidence] = ("opengraph", "json-ld", "generic", "microdata", "meta")
_BARS = "|｜"
_LINKS = "-–—·•»>/"
# What a kicker leaves of the whole is at least so much of it.
_OWN = 0.4


class Title(NamedTuple):
    """A title, its source, and what the source's word weighs."""

    text: str
    evidence: Evidence
    weight: float
    is_printed: bool = False


def stated_titles(stated: Iterable[Found[str]]) -> list[Title]:
    """Return what is *stated*, the first word of each source with the weight of the source."""
    titles: list[Title] = []
    for text, evidence in stated:
        is_first = all(title.evidence != evidence for title in titles)
        titles.append(Title(text, evidence, _WEIGHTS[evidence] if is_first else _FURTHER))
    return titles


def printed_title(text: str, *, agrees: bool = True, is_aside: bool = False) -> Title:
    """Return the title that a heading prints, which *agrees* with another source or does not."""
    weight = _ASIDE if is_aside else _PRINTED if agrees else _ALONE
    return Title(text, "generic", weight, is_printed=True)


def best_title(stated: Sequence[Title], printed: Title | None = None) -> Title | None:
    """Return the title that the sources agree on, each by its weight; in the best one's form.

    What a source cut off, or what goes on with a section, speaks for what is *printed*.
    """
    said: dict[str, list[Title]] = defaultdict(list)
    for title in stated:
        if printed and _is_broken(title.text, printed.text):
            continue
        said[squeezed(_meant(title.text, printed, stated))].append(title)
    if printed:
        said[squeezed(printed.text)].append(printed)
    if not said:
        return None
    agreed = max(said, key=lambda words: sum(title.weight for title in said[words]))
    words = _without_kicker(agreed, said)
    titles = [title for title in said[words] if squeezed(title.text) == words]
    best = min(titles, key=_form)
    sources = [title.evidence for title in titles if title.text == best.text]
    return best._replace(evidence=min(sources, key=_TRUST.index))


def _meant(text: str, printed: Title | None, stated: Sequence[Title]) -> str:
    """Return what is *printed* if *text* is a part of it, or adds no more than a section."""
    if printed is None or squeezed(text) == squeezed(printed.text):
        return text
    heading = printed.text
    is_part = (is_cut(text) or len(text) >= _UNCUT) and begins(heading, text)
    if is_part and not is_cut(heading):
        return heading
    if heading not in text:
        return text
    before, _, behind = text.partition(heading)
    joints = before.rstrip()[-1:] + behind.lstrip()[:1]
    is_said = any(title.text == heading for title in stated)
    return heading if joints and joints in (_BARS + _LINKS if is_said else _BARS) else text


def _is_broken(text: str, heading: str) -> bool:
    """Return whether *text* ends where a quotation mark of the *heading* closed its attribute."""
    return heading.startswith(text) and heading.removeprefix(text).lstrip().startswith('"')


def _without_kicker(words: str, said: Mapping[str, Sequence[Title]]) -> str:
    """Return *words*, or what og:title says if only a kicker before it is missing there."""
    for own, titles in said.items():
        is_own = any(title.evidence == "opengraph" for title in titles)
        if is_own and words.endswith(own) and _OWN * len(words) < len(own) < len(words):
            return own
    return words


def _form(title: Title) -> tuple[bool, int, bool]:
    """Return by what the form of a title is better than others: case, source, being printed."""
    return title.text.isupper(), _FORMS.index(title.evidence), not title.is_printed


def squeezed(text: str) -> str:
    """Return the letters of *text* alone: two spellings of one headline differ in the rest.

    >>> squeezed("Am See: „Fest“"), squeezed("Am SeeFest")
    ('amseefest', 'amseefest')
    """
    return fold(text).replace(" ", "")
