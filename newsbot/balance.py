"""Balance: whether a site is to be believed that articles are gone, by those that answer well."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from newsbot.state.looks import NEW, WELL

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from newsbot.state.looks import Look

_DIGITS = re.compile(r"\d+")
# The name of a section has no more hyphens; else it is a headline.
_FEW_WORDS = 4
# Articles first seen within this time of each other came in together.
_TOGETHER = timedelta(hours=1)


class Place(NamedTuple):
    """Where an article stands: its section, an address of it, and since when it is known."""

    section: str | None
    url: str
    since: datetime

    def groups(self) -> Iterator[Hashable]:
        """Yield what articles are near to it: of its section at addresses of its form, of these."""
        form = form_of(self.url)
        yield self.section, form
        yield form


class Balance:
    """How many articles answer well for those that do not, among the *looks* of one run.

    *places* are those of the articles that were known before, by their ids. A site may be at fault
    as a whole or in one section, and with a relaunch all addresses change that it had till then.
    So an article is weighed with those nearest to it that were looked at besides, and only such as
    were known when it was speak for the site.
    """

    def __init__(self, looks: Sequence[Look], places: Mapping[str, Place]) -> None:
        self.places = places
        self.doubted = [look for look in looks if look.met not in {WELL, NEW}]
        self._is_any_well = len(self.doubted) < len(looks)
        self._gone: Counter[Hashable] = Counter()
        self._well: defaultdict[Hashable, list[datetime]] = defaultdict(list)
        for look in looks:
            for group in places[look.id].groups() if look.id in places else ():
                if look.met == WELL:
                    self._well[group].append(places[look.id].since)
                else:
                    self._gone[group] += 1

    def is_believed(self, look: Look) -> bool:
        """Return whether it is to be believed that the article of *look* is gone.

        Of one never kept any article that answers well will do.
        """
        if look.id not in self.places:
            return self._is_any_well
        counts = (self._count(group, look) for group in self.places[look.id].groups())
        gone, well = next((count for count in counts if sum(count) > 1), (1, 0))
        return well >= gone

    def wanted(self, found: Mapping[str, Place]) -> str | None:
        """Return which of the articles *found*, by their ids, is to be looked at besides.

        The nearest to one that is doubted while fewer near to it answer well than do not.
        """
        for look in self.doubted:
            for group in self.places[look.id].groups() if look.id in self.places else ():
                gone, well = self._count(group, look)
                near = (one for one, at in found.items() if self._speaks(at, group, look))
                if gone > well and (one := next(near, None)):
                    return one
                if gone + well > 1:
                    break
        return None

    def _count(self, group: Hashable, look: Look) -> tuple[int, int]:
        """Return how many articles of *group* are gone, and how many speak against *look*."""
        last = self.places[look.id].since + _TOGETHER
        return self._gone[group], sum(since <= last for since in self._well[group])

    def _speaks(self, place: Place, group: Hashable, look: Look) -> bool:
        """Return whether the article at *place* is of *group* and was known when *look*'s was."""
        last = self.places[look.id].since + _TOGETHER
        return place.since <= last and group in place.groups()


def form_of(url: str) -> str:
    """Return what the addresses of one kind of article have in common.

    >>> form_of("https://waldbote.test/tin-tuc/4/227/cau-moi"), form_of("/lokales/markt-7.html")
    ('/tin-tuc/*/*/*', '/lokales/*')
    """
    parts = urlsplit(url)
    first, *others = parts.path.strip("/").split("/")
    is_name = others and first.count("-") <= _FEW_WORDS
    return "/".join(["", _DIGITS.sub("*", first) if is_name else "*", *("*" for _ in others)])
