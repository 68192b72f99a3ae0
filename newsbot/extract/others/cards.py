"""The entries of a block of links: each article once, with the title and the date beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from lxml.etree import iterwalk

from newsbot.dates import find_date
from newsbot.extract.others.headings import is_heading
from newsbot.extract.tree import HEADINGS, SILENT, text_of
from newsbot.items import RelatedLink

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from lxml.html import HtmlElement

    from newsbot.dates import Moment
    from newsbot.extract.when.dateline import DateReader
    from newsbot.items import RelatedKind
    from newsbot.pages.html import Anchor

# Classes of what may stand before a title within its link: a label such as "Xã luận", an icon.
_LABEL = re.compile(r"label|badge|kicker|cate|tag|icon|type", re.IGNORECASE)
# What is shorter is a title only if nothing longer is there.
_TITLE = 15
# What is longer is no title with a date, but a text.
_LONGEST = 400


def read_cards(
    anchors: Iterable[Anchor],
    blocks: Collection[HtmlElement],
    key_of: Callable[[str], str | None],
    reader: DateReader,
    kinds: Mapping[str, RelatedKind | None] | None = None,
) -> dict[str, RelatedLink]:
    """Return, by article key, the articles that *anchors* in *blocks* lead to, in order.

    A card has up to four links to its article, some of them empty; links that lead to no
    article (a section, an empty link of baotayninh.vn) are none of its business. *kinds* are those
    of the blocks, by article key.
    """
    by_key: dict[str, list[Anchor]] = {}
    for anchor in anchors:
        if key := key_of(anchor.url):
            by_key.setdefault(key, []).append(anchor)
    links = ((anchor.element, key) for key, listed in by_key.items() for anchor in listed)
    around = owners(links, blocks.__contains__)
    kinds = kinds or {}
    return {
        key: replace(_card(key, listed, around, reader), kind=kinds.get(key))
        for key, listed in by_key.items()
    }


def owners(
    links: Iterable[tuple[HtmlElement, str]], is_last: Callable[[HtmlElement], bool]
) -> dict[HtmlElement, str | None]:
    """Return which article each element around the *links* is about; ``None`` where several.

    *links* are elements with the keys of their articles; elements around one that *is_last* are
    left out. Every element is looked at twice at most, however deep the links lie.
    """
    found: dict[HtmlElement, str | None] = {}
    for link, key in links:
        for element in chain([link], link.iterancestors()):
            if found.get(element, "") in {key, None}:
                break
            found[element] = None if element in found else key
            if is_last(element):
                break
    return found


def _card(
    key: str,
    anchors: Sequence[Anchor],
    owners: Mapping[HtmlElement, str | None],
    reader: DateReader,
) -> RelatedLink:
    card = anchors[0].element
    for element in card.iterancestors():
        if owners.get(element) != key:
            break
        card = element
    headline, moment = _title(card, anchors, reader)
    moment = _date(card, anchors, reader) or moment
    return RelatedLink(
        url=anchors[0].url,
        headline=headline,
        date=moment.day if moment else None,
        date_published=moment.instant if moment else None,
    )


def _title(
    card: HtmlElement, anchors: Sequence[Anchor], reader: DateReader
) -> tuple[str | None, Moment | None]:
    """Return the title of a card, and the date that closes it if its link holds that, too."""
    links = [anchor.element for anchor in anchors]
    in_titles = (link for link in links if next(link.iterancestors(*HEADINGS), None) is not None)
    titles = [_without_label(title) for title in (*in_titles, *card.iter(*HEADINGS))]
    texts = sorted((_without_label(link) for link in links), key=lambda text: len(text) < _TITLE)
    said = [link.get("title", "") for link in links]
    said += [image.get("alt", "") for link in links for image in link.iter("img")]
    hints = (" ".join(text.split()) for text in said)
    found = (text for text in (*titles, *texts, *hints) if text and not is_heading(text))
    return without_date(next(found, ""), reader)


def _without_label(title: HtmlElement) -> str:
    """Return the text of a title without the label that begins it, glued to it or not.

    ``<a><span>Xã luận</span>Dòng sông …</a>`` reads "Xã luậnDòng sông …".
    """
    text = text_of(title)
    first = next(iter(title), None)
    if first is None or (title.text or "").strip():
        return text
    label, tail = text_of(first), first.tail or ""
    is_glued = label[-1:].isalnum() and tail[:1].isupper()
    if is_glued or _LABEL.search(first.get("class", "")):
        return text.removeprefix(label).strip() or text
    return text


def without_date(title: str, reader: DateReader) -> tuple[str | None, Moment | None]:
    """Return a title without the time of publication that ends it, and that time.

    A mere day stays, unless in brackets: it may be the title's own ("Lịch tàu ngày 2/10/2026").
    """
    start = 0 if len(title) <= _LONGEST else len(title)
    while hit := find_date(title[start:], zone=reader.zone, day_first=reader.day_first):
        moment, (begin, end) = hit[0], (hit[1][0] + start, hit[1][1] + start)
        if not title[end:].strip(" )]"):
            if moment.instant is None and title[begin - 1 : begin] != "(":
                break
            return title[:begin].rstrip(" (|,-–"), moment
        start = end
    return title or None, None


def _date(card: HtmlElement, anchors: Sequence[Anchor], reader: DateReader) -> Moment | None:
    """Return the date that a card gives beside its title, which may name days of its own."""
    for element in card.iter():
        is_time = element.tag == "time" or element.get("data-time")
        if is_time and (moment := reader.of_element(element)):
            return moment
    titles = {*card.iter(*HEADINGS), *(anchor.element for anchor in anchors)}
    texts = [*_beside(card, titles)] if card not in titles else [*_behind(card)]
    for text in (" ".join(texts), *texts):
        for moment, _ in reader.in_line(text):
            return moment
    return None


def _beside(card: HtmlElement, titles: Collection[HtmlElement]) -> Iterator[str]:
    """Yield the texts inside *card* that stand outside of *titles*."""
    walk = iterwalk(card, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            yield (element.tail or "") if element is not card else ""
        elif element in titles or element.tag in SILENT:
            walk.skip_subtree()
        else:
            yield element.text or ""


def _behind(link: HtmlElement) -> Iterator[str]:
    """Yield the texts that follow a bare *link*, up to the next one."""
    yield link.tail or ""
    for sibling in link.itersiblings():
        if next(sibling.iter("a"), None) is not None:
            return
        yield text_of(sibling)
        yield sibling.tail or ""
