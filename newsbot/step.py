"""A step of the walk: one page to be fetched, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
    days without news came before it, *number* which batch of a load-more address it is. *via* is
    the page that showed it.
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
    via: str | None = None

    @property
    def is_optional(self) -> bool:
        """Whether nothing is amiss where the page is not there: no site needs a robots.txt."""
        return self.url.endswith("/robots.txt")

    @property
    def address(self) -> str:
        """What tells this step from others: method, URL and form."""
        fields = "&".join(f"{name}={value}" for name, value in (self.form or {}).items())
        return " ".join(part for part in (self.method, self.url, fields) if part)
