"""The counts of a run: how many pages it asked for, and what came of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsbot.reasons import GONE

if TYPE_CHECKING:
    from newsbot.pages.listed import Listing
    from newsbot.step import Step


@dataclass(slots=True)
class Counts:
    """Of the listings, how many answered (*unchanged* ones among them), failed or were not due.

    *listed* is how many articles they showed. Then what came of articles: of those *missing* it
    is not known yet whether they are *gone*. *errors* are exceptions in our own code.
    """

    listings: int = 0
    unchanged: int = 0
    listings_failed: int = 0
    days_absent: int = 0
    not_due: int = 0
    listed: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    gone: int = 0
    missing: int = 0
    failed: int = 0
    revisits: int = 0
    errors: int = 0

    @property
    def asked(self) -> int:
        """How many listings were asked for, whatever came of it."""
        return self.listings + self.listings_failed + self.days_absent

    def read(self, page: Listing, step: Step) -> None:
        """Count a listing that answered, and the articles it shows."""
        self.listings += not step.is_robots
        self.listed += len(page.articles)

    def fail(self, step: Step, reason: str) -> None:
        """Count a step that failed: no site needs a page of a day without news."""
        if step.key:
            self.failed += 1
        elif step.channel == "day" and reason in GONE:
            self.days_absent += 1
        else:
            self.listings_failed += 1
