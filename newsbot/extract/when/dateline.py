"""Lines and elements that give a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from newsbot.dates import find_date, from_epoch, read_date, read_remainder
from newsbot.dates.months import LANGUAGES
from newsbot.extract.tree import text_of

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from lxml.html import HtmlElement

    from newsbot.dates import Moment

# A line that gives a date says little else: who wrote, or that it was changed.
_REST = 40
_LONGEST = 120
_DIGIT = re.compile(r"\d")
# Seconds since 1970 of the years 2001 to 2033, or milliseconds.
_EPOCH = re.compile(r"\s*(1\d{9})(?:\d{3}|\.\d{1,6})?\s*")
# The attributes in which elements give a date to machines, the most trusted first.
FOR_MACHINES = (
    *("datetime", "content", "data-datetime", "data-time", "data-timestamp", "data-utc-time"),
    *("data-date", "data-published", "data-publish-date", "data-epoch", "data-unixtime", "rel"),
)
# A line such as "2 giờ trước" gives a date whatever the time is.
_SOME_TIME = datetime(2000, 1, 1, tzinfo=UTC)
# A page clock shows the time of the fetch, give or take a cache.
_CLOCK = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class DateReader:
    """Reads dates as one site writes them; *now*, aware, is when its page was fetched.

    Without *now*, ages such as *2 giờ trước* are not read, and days to come are as good as others.
    Without a *language* (BCP 47), only dates in words that newsbot itself knows are read.
    """

    zone: tzinfo | None
    now: datetime | None
    day_first: bool = True
    language: str | None = None

    def read(self, text: str) -> Moment | None:
        """Return the date in *text*, ``None`` if there is none or it is still to come.

        A number alone may be the seconds, or milliseconds, since 1970.
        """
        if epoch := _EPOCH.fullmatch(text):
            moment: Moment | None = from_epoch(int(epoch[1]), self.zone)
        else:
            moment = read_date(text, zone=self.zone, now=self.now, day_first=self.day_first)
            moment = moment or self._read_remainder(text)
        return moment if moment and self.is_past(moment) else None

    def in_line(self, text: str) -> list[tuple[Moment, str]]:
        """Return the dates of a line that says little else, each with the words before it."""
        found = _dates(text, self.zone, self.now, self.day_first)
        if not found and self._is_foreign and (moment := self._read_remainder(text)):
            found = [(moment, "")]
        return [pair for pair in found if self.is_past(pair[0])]

    def cut(self, text: str) -> tuple[list[tuple[Moment, str]], str]:
        """Return the dates of a line, each with the words before it, and the words behind all.

        Days to come are among them; a long line, or one without figures, has no dates.
        """
        return _cut(text, self.zone, self.now, self.day_first)

    def of_element(self, element: HtmlElement) -> Moment | None:
        """Return the date that an element gives to machines, in its attributes, or to readers.

        baotayninh.vn: ``<time rel="1790839781"> 14:29 | 01/10/2026 </time>``.
        """
        for name in FOR_MACHINES:
            if (value := element.get(name)) and (moment := self.read(value)):
                return moment
        return self.read(text_of(element))

    def is_clock(self, moment: Moment) -> bool:
        """Return whether *moment* may be the page's clock rather than the article's date."""
        if moment.instant is None or self.now is None:
            return moment.day == self._today
        return abs(moment.instant - self.now) <= _CLOCK

    def is_within(self, moment: Moment, age: timedelta) -> bool:
        """Return whether *moment* is of the day of the fetch, or no longer ago than *age*."""
        return self._today is not None and moment.day >= self._today - age

    def is_of_now(self, moment: Moment) -> bool:
        """Return whether a fetch at another time would have shown another *moment*.

        It is the page's clock, or was printed by its distance from that, as *2 giờ trước*.
        """
        is_distance = read_date(moment.raw, zone=self.zone, day_first=self.day_first) is None
        return is_distance or (moment.instant is not None and self.is_clock(moment))

    @property
    def _is_foreign(self) -> bool:
        """Whether a line may print a date in words that are not newsbot's own."""
        return self.language is not None and self.language.partition("-")[0] not in LANGUAGES

    def _read_remainder(self, text: str) -> Moment | None:
        if self.language is None:
            return None
        return read_remainder(
            text, language=self.language, zone=self.zone, day_first=self.day_first
        )

    @property
    def _today(self) -> date | None:
        if self.now is None:
            return None
        return (self.now.astimezone(self.zone) if self.zone else self.now).date()

    def is_past(self, moment: Moment) -> bool:
        """Return whether *moment* isn't still to come; zones are a day apart."""
        return self._today is None or moment.day <= self._today + timedelta(days=1)


def without_dates(text: str) -> str:
    """Return *text* without its dates, and without distances in time.

    >>> without_dates("Kühe auf der A 7 (3. Mai 2024)"), without_dates("Pilze, vor 3 Stunden")
    ('Kühe auf der A 7 ()', 'Pilze, ')
    """
    while hit := find_date(text, zone=None, now=_SOME_TIME):
        _, (start, end) = hit
        text = text[:start] + text[end:]
    return text


def is_dateline(text: str) -> bool:
    """Return whether *text* gives dates, or distances in time, and says little else.

    >>> is_dateline("Von Ida Moor | 3. Mai 2024")
    True
    >>> is_dateline("Am 3. Mai 2024 beginnt in Bad Tann das Fest der Schützen.")
    False
    """
    return bool(_dates(text, None, _SOME_TIME, day_first=True))


def _dates(
    text: str, zone: tzinfo | None, now: datetime | None, day_first: bool
) -> list[tuple[Moment, str]]:
    """Return the dates of a line with the words before each, none if it says much else."""
    found, rest = _cut(text, zone, now, day_first)
    return found if len("".join(said for _, said in found) + rest) <= _REST else []


def _cut(
    text: str, zone: tzinfo | None, now: datetime | None, day_first: bool
) -> tuple[list[tuple[Moment, str]], str]:
    """Return the dates of a line with the words before each, and the words behind the last."""
    found: list[tuple[Moment, str]] = []
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return found, text
    while hit := find_date(text, zone=zone, now=now, day_first=day_first):
        moment, (start, end) = hit
        found.append((moment, text[:start]))
        text = text[end:]
    return found, text
