"""What a listing leads to that lies in the window of a run, as far as the listing tells."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from newsbot.step import Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsbot.pages.listed import Listed, Listing
    from newsbot.run import Run

# A sitemap shows its stamps to be those of its own making where so many entries share so few.
_MANY = 10


class Reach:
    """The reach of one run: its window, held against what listings say of days."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.profile = run.profile

    def entries(self, page: Listing, step: Step) -> list[Listed]:
        """Return the entries that are not before the window, as far as the listing tells.

        A sitemap lists the whole site. In it the last change stands for the day of publication,
        which is never later, unless the stamps are plainly those of its own making. An entry
        without either is new if it was not there at the last look; else it is left to those who
        ask for a range.
        """
        window, articles = self.run.window, page.articles
        if step.channel != "sitemap":
            return [entry for entry in articles if window.reaches(entry.day)]
        before = {entry.key for entry in self.run.state.listings.entries(step.address)}
        stamps = {entry.stamp for entry in articles}
        believed = len(articles) <= _MANY or 2 * len(stamps) > len(articles)
        reached = []
        for entry in articles:
            day = entry.day or self.profile.day_of(entry.stamp if believed else None)
            is_new = window.explicit or (
                before and self.profile.article_key(entry.url) not in before
            )
            if window.reaches(day) if day else is_new:
                reached.append(entry)
        return reached

    def further(self, page: Listing, step: Step) -> Iterator[Step]:
        """Yield the steps to the listings that *page* leads to, as far as they may matter."""
        further = list(page.further)
        if self.profile.links.feeds is None:
            further += page.feeds
        for link in further:
            # The day of a sitemap is that of its last change: it may hold what came before.
            is_sitemap = link.channel == "sitemap"
            is_inside = self.run.window.holds(link.day)
            if is_sitemap:
                # By UTC or by the site's clock: its first day may be one too late.
                first = link.first and link.first - timedelta(1)
                is_inside = self.run.window.reaches(link.day) and self.run.window.begins_by(first)
            if is_inside:
                is_child = is_sitemap and not step.is_optional
                yield Step(url=link.url, channel=link.channel, day=link.day, standing=not is_child)
