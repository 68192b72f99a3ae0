"""Which of the links in a paging block leads to the next page."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsbot.urls import path_and_query

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

# Where addresses say in a word that a number is that of a page, or of its first entry.
_WORDS = r"page|p|pg|paged|pageindex|page_?no|trang|seite|halaman|hal|pagina|pag"
_PAGE = re.compile(
    rf"[?&](?:{_WORDS}|start|offset)=(?P<query>\d{{1,9}})(?=&|$)"
    rf"|[/_-](?:{_WORDS})[-_/]?(?P<path>\d{{1,9}})(?=(?:\.\w{{3,5}})?/?(?:\?|$))",
    re.IGNORECASE,
)
_LAST_NUMBER = re.compile(r"(?<!\d)(\d{1,9})\D*$")
_ENDING = re.compile(r"(?:\.\w{3,5})?/?(?=\?|$)")
# What links to the last page say: it is a leap, not a step.
_LAST = re.compile(
    r"^\W*(?:(?:trang )?cuối(?: cùng)?|last(?: page)?|letzte(?: seite)?|ende|terakhir|akhir"
    r"|dernière|última?|ultima)\W*$|^\s*(?:»»|>>|»\||>\||⏭)\s*$",
    re.IGNORECASE,
)


class PageLink(NamedTuple):
    """A link to a page of a listing, with the words that it shows."""

    url: str
    words: str

    @property
    def label(self) -> int | None:
        """The number that the link shows."""
        words = self.words.strip()
        return int(words) if words.isdecimal() and len(words) < 7 else None


class _Place(NamedTuple):
    """What the pages of one listing have in common in their addresses, and the page's number."""

    stem: str
    number: int | None


def page_after(url: str, links: Iterable[PageLink]) -> str | None:
    """Return the URL that comes after *url* among the *links* of its paging block.

    Where they show numbers, those tell: a site may count its pages from nought in their
    addresses, or count the entries before them (``?start=20``). A first page often bears none.
    """
    others = [link for link in links if link.url != url and not _LAST.search(link.words)]
    places = {link.url: _place(link.url) for link in others}
    if not places:
        return None
    own = _place(url)
    present = own.number if own.stem in {place.stem for place in places.values()} else None
    labels = {link.label: places[link.url].number for link in others if link.label is not None}
    if len(places) == 1:
        ((single, place),) = places.items()
        return None if _is_leap(present, place.number, labels) else single
    numbers = {place.number: url for url, place in reversed(places.items())}
    number = _number_after(present, labels, numbers)
    return None if number is None else numbers.get(number)


def says_page(url: str) -> bool:
    """Return whether *url* says in a word that it is one of several pages.

    >>> says_page("https://dongbao.test/xem-theo-ngay-01-05-2019/trang-2.htm")
    True
    """
    return bool(_PAGE.search(url))


def of_same_listing(url: str, links: Iterable[PageLink]) -> list[PageLink]:
    """Return those of *links* whose addresses say that they are other pages of *url*.

    They differ in what `says_page` looks for alone; without a number shown, only the next counts.
    """
    stem = _stem(path_and_query(url))
    own = _PAGE.search(path_and_query(url))
    following = (_number(own) if own else 1) + 1
    found = []
    for link in links:
        place = path_and_query(link.url)
        match = _PAGE.search(place)
        if match and (link.label is not None or _number(match) == following):
            found += [link] if _stem(place) == stem else []
    return found


def _is_leap(present: int | None, number: int | None, labels: Collection[int]) -> bool:
    """Return whether a single link leads back, or from the first page to a distant one."""
    if present is None or number is None:
        return max(labels, default=0) > 2
    return number <= present


def _number_after(
    present: int | None, labels: Mapping[int, int | None], numbers: Collection[int | None]
) -> int | None:
    """Return the number in the address of the page after *present*, the first one's if ``None``."""
    if present is None and labels.get(2) is not None:
        return labels[2]
    row = [(label, number) for label, number in sorted(labels.items()) if number is not None]
    if present is not None and len(row) > 1:
        (label, number), *_, (other, another) = row
        step, rest = divmod(another - number, other - label)
        if step > 0 and not rest:
            return labels.get(label + (present - number) // step + 1)
    return _next_number(present, numbers)


def _next_number(present: int | None, numbers: Collection[int | None]) -> int | None:
    """Return the number after *present* in a row of pages, or of entries in equal steps."""
    following = 2 if present is None else present + 1
    if following in numbers:
        return following
    start = present or 0
    row = sorted({start, *(number for number in numbers if number is not None)})
    gaps = [after - before for before, after in pairwise(row)]
    step = min(gaps, default=0)
    is_plain = gaps.count(step) > 1 and all((number - start) % step == 0 for number in row)
    return start + step if is_plain and start + step in row else None


def _place(url: str) -> _Place:
    place = path_and_query(url)
    if match := _PAGE.search(place):
        return _Place(_stem(place), _number(match))
    last = _LAST_NUMBER.search(place)
    return _Place(_LAST_NUMBER.sub("", place), int(last[1]) if last else None)


def _number(match: re.Match[str]) -> int:
    return int(match["query"] or match["path"])


def _stem(place: str) -> str:
    """Return path and query without what tells one page of a listing from another.

    ``/tin-2019/trang-2.htm`` is a page of ``/tin-2019.htm``, ``/tin/?p=2&x=1`` one of ``/tin?x=1``.
    """
    rest = _PAGE.sub(lambda match: match[0][0] if match["query"] else "", place)
    path, _, query = rest.partition("?")
    pairs = "&".join(pair for pair in query.split("&") if pair)
    return f"{_ENDING.sub('', path, count=1)}?{pairs}"
