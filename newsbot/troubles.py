"""Troubles: why requests of a run brought no page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsbot.step import Step


class Troubles:
    """Counts for one run, by reason, apart for what failed.

    *listings* are those that were not to be had, whole or in part, and what stands before them, as
    robots.txt; *articles* those that are to be tried again; *others* were given up, put off, or
    are there but for a page.
    """

    def __init__(self) -> None:
        self.listings: Counter[str] = Counter()
        self.articles: Counter[str] = Counter()
        self.others: Counter[str] = Counter()

    def fail(self, step: Step, reason: str) -> None:
        """Note that *step* brought no page, which may come when it is tried again."""
        of = self.articles if step.key else self.listings
        of[step.trouble(reason)] += 1

    def leave(self, step: Step, reason: str) -> None:
        """Note that *step* is not to be taken, or not in this run."""
        of = self.others if step.key else self.listings
        of[step.trouble(reason)] += 1

    def all(self) -> Counter[str]:
        """Return the reasons of all."""
        return self.listings + self.articles + self.others
