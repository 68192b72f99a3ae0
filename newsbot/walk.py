"""The walk: which pages of a site a run follows, and how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.daywalk import DayWalk
from newsbot.pages.dayblock import DayBlock
from newsbot.pages.filler import fillers
from newsbot.paging import Paging
from newsbot.reach import Reach
from newsbot.relisting import Relisting
from newsbot.rhythm import LONGEST
from newsbot.schedule import has_passed
from newsbot.sitemapbounds import TOO_LONG, SitemapBounds
from newsbot.step import ARTICLE, LOST, NEXT_PAGE, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from newsbot.items import Article
    from newsbot.pages.article import ArticlePage
    from newsbot.pages.listed import Listed, Listing
    from newsbot.profilekeys import DayPages
    from newsbot.run import Run

_GONE = {404, 410}


class Walk:
    """The walk of one run over its site."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.profile = run.profile
        self.urls = run.state.urls
        self.paging = Paging(run)
        self.days = DayWalk(run)
        self.relisting = Relisting(run)
        self.reach = Reach(run)
        self.sitemaps = SitemapBounds(run.troubles.listings)
        self._has_filled = False

    def start(self) -> Iterator[Step]:
        """Yield the first steps: feeds and what earlier runs met, sections, seeds and the rest.

        What comes first takes the credit for what it shows, so the cheapest and the longest do.
        """
        links = self.profile.links
        yield from (Step(url=url, channel="feed") for url in links.feeds or ())
        yield from self._standing()
        sections = (entry for entry in links.sections if "://" in entry)
        yield from (Step(url=url, channel="section") for url in sections)
        yield from (Step(url=url, channel="seed") for url in links.seeds)
        for template in links.more:
            yield Step(
                url=template.format(page=1), channel="more", priority=NEXT_PAGE, more=template
            )
        if links.day:
            yield from self.days.start(links.day)
        yield from self._forms(self.run.state.listings.forms())
        sitemaps = links.sitemaps
        if sitemaps is None:
            sitemaps = tuple(_robots(links.seeds))
        yield from (Step(url=url, channel="sitemap") for url in sitemaps)

    def is_due(self, step: Step) -> bool:
        """Return whether the listing of *step* is to be asked now, by its rhythm.

        A range asks everything, but where it goes on not what it asked a short time ago; a page
        behind another follows from that.
        """
        if step.root or step.after is not None:
            return True
        if step.channel == "day":
            return self.days.is_due(step)
        now, rhythm = self.run.now(), self.run.state.rhythms.of(step.address)
        if rhythm is None or step.address in self.run.state.gaps.open():
            return True
        if self.run.window.explicit:
            return not self.run.goes_on or has_passed(LONGEST, rhythm.looked, now)
        return rhythm.is_due(now, self.run.last_news)

    def leave_out(self, step: Step) -> None:
        """Note that a plain run leaves out the listing of *step*, which is not due."""
        address = None if self.run.window.explicit else step.rhythm(self.run.today)
        rhythm = self.run.state.rhythms.of(address) if address else None
        if rhythm:
            self.run.leave_out(rhythm)

    def from_listing(self, page: Listing, step: Step) -> Iterator[Step]:
        """Yield what a listing leads to: its articles, further listings, the page after it."""
        if step.filler:
            yield from self._articles(self.reach.entries(page, step), step.channel)
            return
        stamps = {
            key: entry.stamp or "" for entry in page.articles if (key := self._key(entry.url))
        }
        if page.is_cut:
            self.run.troubles.listings[TOO_LONG] += 1
        is_worth = self.run.traps.read(step, page.articles)
        if self.paging.is_struck(step, list(stamps)):
            self._miss()
            yield from self.reach.further(page, step)
            return
        listed = self.reach.entries(page, step)
        late = self.reach.late(page, step)
        keys = tuple(dict.fromkeys(self._keys(listed)))
        look = self.paging.look(step, list(stamps), keys)
        if not is_worth:
            self.run.state.rhythms.forget(step.address)
        self.days.seen(step, look, page.articles)
        yield from self.relisting.of(step, stamps)
        yield from self._articles(listed, step.channel)
        for entry in late:
            yield from self._article(entry.url, step.channel, entry.day)
        yield from self.reach.further(page, step)
        yield from self._forms(page.days)
        yield from self.paging.behind(page, step, look)
        yield from self.days.follow(step, look)

    def unchanged(self, step: Step) -> Iterator[Step]:
        """Yield what a listing leads to that shows what it showed at the last look: nothing."""
        keys = self.relisting.unchanged(step)
        for key in keys:
            self.run.tally.show(step.channel, key)
        self.days.seen(step, self.paging.look(step, keys, ()))
        yield from ()

    def from_article(self, page: ArticlePage, article: Article) -> Iterator[Step]:
        """Yield what an article page leads to, if the article itself is inside the window.

        Related blocks list the newest items of a site, not neighbours; those of an article
        outside the window would lead on for ever. So would popular ones, which may be years old.
        """
        if not self.run.window.reaches(article.date):
            return
        for link in article.related:
            if link.kind != "popular" and self.run.window.holds(link.date):
                yield from self._article(link.url, "related", link.date)
        yield from self._filling(page, article)
        block = DayBlock(page, page.day_block)
        yield from self._articles(block.articles, "day")
        yield from (
            Step(url=link.url, channel="day", day=link.day)
            for link in block.links
            if self.run.window.holds(link.day)
        )
        yield from self._forms(block.forms)

    def _filling(self, page: ArticlePage, article: Article) -> Iterator[Step]:
        """Yield the step to what fills the empty block of an article page, once in a run.

        Each article has an address of its own for it, but all of them list the newest articles.
        """
        is_full = any(link.kind != "popular" for link in article.related)
        if self._has_filled or is_full or self.run.window.explicit or self.profile.links.more:
            return
        for url in fillers(page)[:1]:
            self._has_filled = True
            yield Step(url=url, channel="more", filler=True)

    def turn(self, step: Step) -> Step | None:
        """Return the step to be taken now that the turn of *step* has come, ``None`` if none is.

        A page behind another leads on if that one showed an article of the window. An article
        that fell out of a listing is looked at, unless another listing still shows it.
        """
        if step.key:
            is_listed = step.priority == LOST and self.urls.is_listed(step.key)
            return None if is_listed else step
        if step.root:
            return step if self.paging.lead_on(step) else None
        return self.days.turn(step)

    def missed(self, step: Step, status: int | None = None) -> Iterator[Step]:
        """Yield what follows a listing that did not answer, or with an error *status*.

        One that is gone is forgotten; where others fail, all are asked, due or not.
        """
        if step.key or step.is_optional:
            return
        if status in _GONE:
            self.paging.missing(step)
            yield from self.days.missed(step)
        elif step.root:
            self.paging.gaps.break_off(step)
        elif self.paging.gaps.is_awaited(step.address, status):
            self._miss()

    def _miss(self) -> None:
        """Have all listings asked, due or not, and nothing settled, for one did not answer."""
        self.run.alarm = True
        self.run.is_whole = False

    def finish(self) -> None:
        """Draw from all that was seen what only the end of a run can tell."""
        self.days.finish()
        self.paging.finish()
        self.run.traps.finish()

    def _standing(self) -> Iterator[Step]:
        """Yield the listings that earlier runs met on pages, as far as the profile follows such."""
        links = self.profile.links
        followed = {
            "feed": links.feeds is None,
            "section": any("://" not in entry for entry in links.sections),
            "sitemap": links.sitemaps is None,
        }
        for url, channel in self.run.state.rhythms.standing():
            if followed.get(channel) and self.profile.owns(url) and not self.run.is_purged(url):
                yield Step(url=url, channel=channel, standing=True)

    def _keys(self, listed: Iterable[Listed]) -> Iterator[str]:
        found = (self._key(entry.url) for entry in listed)
        return (key for key in found if key is not None)

    def _key(self, url: str) -> str | None:
        """Return the article key in *url*, ``None`` if it has none or was taken down."""
        return None if self.run.is_purged(url) else self.profile.article_key(url)

    def _articles(self, listed: Iterable[Listed], channel: str) -> Iterator[Step]:
        for entry in listed:
            # A day that is still to come is no day of publication.
            day = entry.day if entry.day and entry.day <= self.run.today else None
            if self.run.window.holds(day):
                yield from self._article(entry.url, channel, day)

    def _article(self, url: str, channel: str, day: date | None) -> Iterator[Step]:
        """Yield the step to an article, after noting which channel shows it, and of what day."""
        key = self._key(url)
        if key is not None:
            self.run.tally.show(channel, key)
            self.urls.show(key, url, channel, self.run.now())
            if day:
                self.urls.set_day([key], day)
            yield Step(url=url, channel=channel, priority=ARTICLE, key=key)

    def _forms(self, forms: Iterable[DayPages]) -> Iterator[Step]:
        """Yield the days to be asked of every form that asks for one."""
        for form in forms:
            self.run.state.listings.remember_form(form)
            yield from self.days.start(form)


def _robots(seeds: Iterable[str]) -> Iterator[str]:
    """Yield the robots.txt of every host of the seeds, for the sitemaps it may name."""
    return iter(dict.fromkeys("/".join(seed.split("/", 3)[:3]) + "/robots.txt" for seed in seeds))
