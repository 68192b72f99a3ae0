"""A step of the walk: one page to be fetched, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsbot.sitemapbounds import TOO_LONG

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from newsbot.profilekeys import DayPages

# What is fetched first: listings, then what they list, then the pages behind them, so that a
# page of a section is asked for only when the articles of the page before it are known.
LISTING, ARTICLE, NEXT_PAGE, LOST = 40, 30, 20, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One page to be fetched: an article if it has a *key*, else a listing.

    *method* and *form* are those of a form that asks for a day. *after* holds the article keys
    that the page before showed: this one is fetched only if they lead on. *days* or *more* is
    the template that the URL was made from, *day* the day a day page is about, *quiet* how many
    days without news came before it, *via* the page that showed it.

    *number* counts the pages of one listing, or the batches of a load-more address; behind the
    first, *root* is the address of that, *fresh* how many entries of the page before were new, and
    *reaches* whether that page said itself that it goes on inside the window. A *standing* listing
    is one that further runs begin with, as it was met on a page and not in the profile. A *trial*
    asks for a day by an address that may be read month first; a *filler* for what a script would
    put into an empty block of an article page. *depth* counts the indexes above a sitemap. What is
    *chosen* is a section in the profile's block on a page that the profile names. Where what shows
    all of an article is not to be had, its next page is asked for *instead*.
    """

    url: str
    channel: str
    priority: int = LISTING
    key: str | None = None
    method: str = "GET"
    form: Mapping[str, str] | None = None
    after: tuple[str, ...] | None = None
    days: DayPages | None = None
    day: date | None = None
    quiet: int = 0
    more: str | None = None
    number: int = 1
    root: str | None = None
    fresh: int = 0
    reaches: bool | None = None
    standing: bool = False
    trial: bool = False
    filler: bool = False
    depth: int = 0
    chosen: bool = False
    via: str | None = None
    instead: str | None = None

    @property
    def is_named(self) -> bool:
        """Whether the profile names it, by its address or by a block of a page that it names."""
        return self.chosen or (self.via is None and not self.standing)

    @property
    def is_optional(self) -> bool:
        """Whether nothing is amiss where the page is not there."""
        return self.trial or self.filler or self.is_robots

    @property
    def is_robots(self) -> bool:
        """Whether it leads to a robots.txt, which no site needs to have."""
        return self.url.endswith("/robots.txt")

    @property
    def address(self) -> str:
        """What tells this step from others: method, URL and form."""
        fields = "&".join(f"{name}={value}" for name, value in (self.form or {}).items())
        return " ".join(part for part in (self.method, self.url, fields) if part)

    def rhythm(self, today: date) -> str | None:
        """Return under what address the rhythm of a listing is kept, ``None`` where it has none.

        The pages of days have one together, that of *today*'s page.
        """
        if self.channel != "day" or self.day is None:
            return self.address
        return self.days.name if self.days and self.day == today else None

    @property
    def listing(self) -> str:
        """The address of the first page of the listing that this step goes on with."""
        return self.root or self.address

    def trouble(self, reason: str) -> str:
        """Return as what it is told that it failed: of a sitemap, that some of the site is cut."""
        is_cut = self.channel == "sitemap" and reason == "oversized"
        return TOO_LONG if is_cut else reason
