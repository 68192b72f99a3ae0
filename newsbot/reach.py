"""What a listing leads to that lies in the window of a run, as far as the listing tells."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from newsbot.sitemapbounds import DEEPEST, TOO_DEEP
from newsbot.step import Step

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date

    from newsbot.pages.listed import Listed, Listing
    from newsbot.run import Run
    from newsbot.window import Window

# A sitemap shows its stamps to be those of its own making where so many entries share so few.
_MANY = 10
# In one run the sitemaps that are new to their index bring no more than so many entries that
# nothing dates: more of them are an archive made anew.
_MOST_IN_PARTS = 2000
# So many articles dated before the window a run takes for news, as nothing has shown them before:
# boxes of old articles show others every day.
_MOST_LATE = 10


class Reach:
    """The reach of one run: its window, held against what listings say of days."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.profile = run.profile
        self._in_parts = 0
        self._late = 0

    @property
    def window(self) -> Window:
        """The days that the run is after."""
        return self.run.window

    def entries(self, page: Listing, step: Step) -> list[Listed]:
        """Return the entries that are not before the window, as far as the listing tells.

        A sitemap lists the whole site. In it the last change stands for the day of publication,
        which is never later, unless the stamps are plainly those of its own making. An entry
        without either is new if it was not there at the last look and no other listing has shown
        it, and so is that of a sitemap that is itself new to its index; else it is left to those
        who ask for a range.
        """
        days = self._days(page, step)
        if step.channel != "sitemap":
            return [entry for entry, day in days if self.window.reaches(day)]
        before = self._before(step)
        shows_news = bool(before) or self._is_new_part(step, days)
        return [
            entry
            for entry, day in days
            if (
                self.window.reaches(day)
                if day
                else self.window.explicit or (shows_news and self._is_news(entry, before))
            )
        ]

    def late(self, page: Listing, step: Step) -> list[Listed]:
        """Return the entries that are news though they are dated before the window.

        They are new to a listing that was looked at before, and nothing has ever shown them. What
        is behind the first page of a listing has only moved there.
        """
        before = self._before(step)
        if not (self.run.trusts_known and before and step.root is None):
            return []
        late: list[Listed] = []
        for entry, day in self._days(page, step):
            if self._late + len(late) >= _MOST_LATE:
                break
            is_old = not self.window.reaches(day)
            if is_old and self._is_news(entry, before) and not self._is_known(entry):
                late.append(entry)
        self._late += len(late)
        return late

    def further(self, page: Listing, step: Step) -> Iterator[Step]:
        """Yield the steps to the listings that *page* leads to, as far as they may matter."""
        further = list(page.further)
        if self.profile.links.feeds is None:
            further += page.feeds
        is_index = step.channel == "sitemap" and not step.is_optional
        names_sections = step.via is None and not step.standing
        if is_index:
            parts = [f"GET {link.url}" for link in further if link.channel == "sitemap"]
            self.run.state.listings.name_parts(step.address, parts)
        for link in further:
            # The day of a sitemap is that of its last change: it may hold what came before.
            is_sitemap = link.channel == "sitemap"
            is_inside = self.window.holds(link.day)
            if is_sitemap:
                # By UTC or by the site's clock: its first day may be one too late.
                first = link.first and link.first - timedelta(1)
                is_inside = self.window.reaches(link.day) and self.window.begins_by(first)
            if is_inside:
                is_part = is_sitemap and is_index
                depth = step.depth + is_part
                if depth > DEEPEST:
                    self.run.troubles.listings[TOO_DEEP] += 1
                    continue
                yield Step(
                    url=link.url,
                    channel=link.channel,
                    day=link.day,
                    standing=not is_part,
                    depth=depth,
                    chosen=link.channel == "section" and names_sections,
                )

    def _days(self, page: Listing, step: Step) -> list[tuple[Listed, date | None]]:
        """Return each entry with the last day on which it can have come out, if that is told."""
        if step.channel != "sitemap":
            return [(entry, entry.day) for entry in page.articles]
        stamps = {entry.stamp for entry in page.articles}
        believed = len(page.articles) <= _MANY or 2 * len(stamps) > len(page.articles)
        return [
            (entry, entry.day or self.profile.day_of(entry.stamp if believed else None))
            for entry in page.articles
        ]

    def _before(self, step: Step) -> set[str]:
        """Return what the listing of *step* showed at the last look."""
        return {entry.key for entry in self.run.state.listings.entries(step.address)}

    def _is_new_part(self, step: Step, days: Sequence[tuple[Listed, date | None]]) -> bool:
        """Return whether a sitemap is shown for the first time by an index known before."""
        listings = self.run.state.listings
        if not days or not listings.is_new_part(step.address):
            return False
        listings.open_part(step.address)
        self._in_parts += sum(day is None for _, day in days)
        return self._in_parts <= _MOST_IN_PARTS

    def _is_news(self, entry: Listed, before: Collection[str]) -> bool:
        """Return whether no look before this passed *entry* over."""
        key, state = self.profile.article_key(entry.url), self.run.state
        if key is None or key in before:
            return False
        return state.urls.has(key) or not state.listings.has_shown(key)

    def _is_known(self, entry: Listed) -> bool:
        """Return whether *entry* was followed before, or is never to be."""
        key = self.profile.article_key(entry.url)
        return key is None or self.run.state.urls.has(key) or self.run.is_purged(entry.url)
