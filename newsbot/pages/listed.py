"""What any listing shows, whatever its format: articles, further listings, day pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from newsbot.pages.source import fault_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from newsbot.pages.source import Source
    from newsbot.profile import Profile
    from newsbot.profilekeys import DayPages


@dataclass(frozen=True, slots=True)
class Listed:
    """An article as a listing shows it.

    *day* is its day of publication where the listing says so. *stamp* is whatever the listing
    gives that changes when the article does (a sitemap's lastmod, a feed's updated); it is only
    ever compared with the stamp that the same listing gave before.
    """

    url: str
    day: date | None = None
    stamp: str | None = None


@dataclass(frozen=True, slots=True)
class Further:
    """Another listing that a listing leads to, with its channel and the days that it may hold.

    *day* is the last of them, for a day page the only one; *first* is known of a sitemap whose
    address names a year, a month or a day. By the site's clock or by UTC: a day more or less.
    """

    url: str
    channel: str
    day: date | None = None
    first: date | None = None


class Listing(Protocol):
    """The questions that every kind of listing answers."""

    @property
    def fault(self) -> str | None:
        """Why nothing of it is read, ``None`` where it is read."""

    @property
    def is_cut(self) -> bool:
        """Whether it has more entries than are read of any, once its articles are asked for."""

    @property
    def articles(self) -> Sequence[Listed]:
        """The articles shown, in the listing's order, each URL once."""

    @property
    def further(self) -> Sequence[Further]:
        """The listings it leads to."""

    @property
    def feeds(self) -> Sequence[Further]:
        """The feeds that it declares."""

    @property
    def next(self) -> str | None:
        """The URL of the page after it."""

    @property
    def days(self) -> Sequence[DayPages]:
        """The forms on it that ask for a day."""


# As many as a sitemap may have (sitemaps.org): what is done for each holds up all other sites.
MOST_ENTRIES = 50_000

T = TypeVar("T")


class PlainListing:
    """A listing of one site that is no page for readers: it has no paging and no forms."""

    feeds: tuple[Further, ...] = ()
    days: tuple[DayPages, ...] = ()
    is_cut = False

    def __init__(self, source: Source, profile: Profile) -> None:
        self.url = source.url
        self.profile = profile
        self.text = source.text
        self.fault = fault_of(source)

    def within(self, entries: Iterable[T]) -> Iterator[T]:
        """Yield the first 50,000 of *entries*, noting whether there are more."""
        for number, entry in enumerate(entries):
            if number == MOST_ENTRIES:
                self.is_cut = True
                return
            yield entry

    @property
    def next(self) -> str | None:
        """No page comes after it."""
        return None
