"""MorePage: what a load-more address answers, links in JSON or in HTML inside JSON."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

from newsbot.dates import from_epoch
from newsbot.pages.html import HtmlPage, date_reader
from newsbot.pages.listed import MOST_ENTRIES, Further, Listed, PlainListing
from newsbot.pages.source import Text
from newsbot.urls import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


_LINK_NAMES = frozenset({"url", "link", "href", "permalink", "share_url", "canonical"})
# WordPress: where a program finds the parts of an entry.
_NO_ENTRIES = frozenset({"_links"})
# The fields of an entry that say when it came out: first those that say just that.
_DATE_NAMES = (
    re.compile(r"(?<!un)publi[sc]|pub_?date|ngay_?dang|posted|release"),
    re.compile(r"^(?:date|time|timestamp|ngay|day|tanggal|fecha|datum|display_?(?:date|time))$"),
)
_OTHER_DATES = re.compile(r"modif|updat|expir|_gmt|until|end$")
_EPOCH = re.compile(r"(?:/Date\()?(1\d{9})(?:\d{3})?(?:[+-]\d{4})?(?:\)/)?")
_LONGEST = 60


class MorePage(PlainListing):
    """A JSON answer with further articles."""

    further: tuple[Further, ...] = ()
    _parts = 0

    @cached_property
    def articles(self) -> tuple[Listed, ...]:
        """The articles of the answer, each once, with their days; none if it is no JSON."""
        found: dict[str, Listed] = {}
        with suppress(ValueError, RecursionError):
            for entry in self._entries(json.loads(self.text)):
                if entry.url not in found or not found[entry.url].day:
                    found[entry.url] = entry
        return tuple(found.values())

    def _entries(self, value: Any, name: str = "", day: date | None = None) -> Iterator[Listed]:
        """Yield the articles in a part of the answer, in its order.

        *day* is the one that stands beside the part where that is an entry's address. Of an
        answer of more than 50,000 parts the beginning is read.
        """
        self._parts += 1
        if self._parts > MOST_ENTRIES:
            self.is_cut = True
            return
        if isinstance(value, dict):
            beside = self._day(value)
            for key, part in value.items():
                if str(key).lower() not in _NO_ENTRIES:
                    is_address = isinstance(part, str)
                    yield from self._entries(part, str(key).lower(), beside if is_address else None)
        elif isinstance(value, list):
            for part in value:
                yield from self._entries(part, name)
        elif isinstance(value, str) and "<a" in value.lower():
            page = HtmlPage(Text(self.url, value), self.profile)
            yield from page.listed([page.tree])
        elif isinstance(value, str) and name in _LINK_NAMES:
            url = resolve(self.url, value)
            if url and self.profile.article_key(url) is not None:
                yield Listed(url, day)

    def _day(self, entry: dict[Any, Any]) -> date | None:
        """Return the day on which *entry* came out, ``None`` where it says none or several."""
        fields = [(str(name).lower(), value) for name, value in entry.items()]
        fields = [(name, value) for name, value in fields if not _OTHER_DATES.search(name)]
        for names in _DATE_NAMES:
            days = {self._day_of(value) for name, value in fields if names.search(name)} - {None}
            if days:
                return days.pop() if len(days) == 1 else None
        return None

    def _day_of(self, value: Any) -> date | None:
        """Return the day in seconds or milliseconds since 1970, or in the words of *value*."""
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            return None
        text = f"{value:.0f}" if isinstance(value, float) else str(value).strip()
        if epoch := _EPOCH.fullmatch(text):
            return from_epoch(int(epoch[1]), self.profile.timezone).day
        if not isinstance(value, str) or len(text) > _LONGEST:
            return None
        moment = date_reader(self.profile).read(text)
        return moment.day if moment else None
