"""The walk: which pages of a site a run follows, and how far."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from newsbot.pages.dayblock import DayBlock
from newsbot.state.listings import Entry
from newsbot.step import ARTICLE, LOST, NEXT_PAGE, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from newsbot.items import Article
    from newsbot.pages.article import ArticlePage
    from newsbot.pages.listed import Listed, Listing
    from newsbot.profilekeys import DayPages
    from newsbot.run import Run

# A site without a known first day is taken to begin where so many days in a row bring no news.
QUIET_DAYS = 60


class Walk:
    """The walk of one run over its site."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.profile = run.profile
        self.window = run.window
        self.urls = run.state.urls

    def start(self) -> Iterator[Step]:
        """Yield the first steps: seeds, sections, feeds, sitemaps, day pages, load-more."""
        links = self.profile.links
        sitemaps = links.sitemaps
        if sitemaps is None:
            sitemaps = tuple(_robots(links.seeds))
        yield from (Step(url=url, channel="sitemap") for url in sitemaps)
        yield from (Step(url=url, channel="feed") for url in links.feeds or ())
        yield from (Step(url=url, channel="seed") for url in links.seeds)
        sections = (entry for entry in links.sections if "://" in entry)
        yield from (Step(url=url, channel="section") for url in sections)
        yield from (self._batch(template, 1, None) for template in links.more)
        if links.day:
            yield self._day(links.day, self.window.until)
        yield from self._forms(self.run.state.listings.forms())

    def from_listing(self, page: Listing, step: Step) -> Iterator[Step]:
        """Yield what a listing leads to: its articles, further listings, the page after it."""
        listed = [entry for entry in page.articles if self._reaches(entry, step)]
        keys = tuple(dict.fromkeys(self._keys(listed)))
        yield from self._revisits(step, page.articles)
        yield from self._articles(listed, step.channel)
        yield from self._further(page, step)
        yield from self._forms(page.days)
        if page.next and page.next != step.url:
            yield Step(
                url=page.next, channel=_paging(step), priority=NEXT_PAGE, after=keys, day=step.day
            )
        if step.more and keys:
            yield self._batch(step.more, step.number + 1, keys)
        if step.days and step.day:
            yield from self._day_before(step, keys)

    def from_article(self, page: ArticlePage, article: Article) -> Iterator[Step]:
        """Yield what an article page leads to, if the article itself is inside the window.

        Related blocks list the newest items of a site, not neighbours; those of an article
        outside the window would lead on for ever.
        """
        if not self.window.reaches(article.date):
            return
        for link in article.related:
            if self.window.holds(link.date):
                yield from self._article(link.url, "related")
        block = DayBlock(page, page.day_block)
        yield from self._articles(block.articles, "day")
        yield from (
            Step(url=link.url, channel="day", day=link.day)
            for link in block.links
            if self.window.holds(link.day)
        )
        yield from self._forms(block.forms)

    def leads_on(self, step: Step) -> bool:
        """Return whether *step* is still worth a request, now that its turn has come.

        A page behind another is, if that one showed an article of the window, and, in a plain
        run, one that was not known before. An article that fell out of a listing is, unless
        another listing still shows it.
        """
        if step.priority == LOST and step.key:
            return not self.urls.is_listed(step.key)
        if step.after is None or step.days or self.window.since is None:
            return True
        days = (self.run.state.articles.day_of(key) for key in step.after)
        if not any(day is not None and self.window.reaches(day) for day in days):
            return False
        return not self.run.trusts_known or any(self.urls.is_new(key) for key in step.after)

    def _keys(self, listed: Iterable[Listed]) -> Iterator[str]:
        found = (self._key(entry.url) for entry in listed)
        return (key for key in found if key is not None)

    def _key(self, url: str) -> str | None:
        """Return the article key in *url*, ``None`` if it has none or was taken down."""
        return None if self.run.is_purged(url) else self.profile.article_key(url)

    def _articles(self, listed: Iterable[Listed], channel: str) -> Iterator[Step]:
        for entry in listed:
            if self.window.holds(entry.day):
                yield from self._article(entry.url, channel)

    def _article(self, url: str, channel: str) -> Iterator[Step]:
        """Yield the step to an article, after noting which channel shows it."""
        key = self._key(url)
        if key is not None:
            self.run.tally.show(channel, key)
            self.urls.show(key, url, channel, self.run.now())
            yield Step(url=url, channel=channel, priority=ARTICLE, key=key)

    def _revisits(self, step: Step, listed: Sequence[Listed]) -> Iterator[Step]:
        """Have the articles looked at again that a listing shows changed, or no longer shows."""
        before = self.run.state.listings.entries(step.address)
        stamps = {self._key(entry.url): entry.stamp or "" for entry in listed}
        now = [Entry(key, stamp) for key, stamp in stamps.items() if key is not None]
        self.run.state.listings.replace(step.address, now)
        self.urls.still_listed(key for key, _ in now)
        changed = [key for key, stamp in before if stamps.get(key, stamp) != stamp]
        lost = fallen_out([key for key, _ in before], [key for key, _ in now])
        self.urls.make_due([*changed, *lost], self.run.now())
        for keys, priority in ((changed, ARTICLE), (lost, LOST)):
            for key in keys:
                if url := self.urls.url_of(key):
                    yield Step(url=url, channel=step.channel, priority=priority, key=key)

    def _reaches(self, entry: Listed, step: Step) -> bool:
        """Return whether *entry* is not before the window, as far as its listing tells.

        A sitemap lists the whole site. In it the last change stands for the day of publication,
        which is never later; an entry without either is left to those who ask for a range.
        """
        if step.channel != "sitemap":
            return self.window.reaches(entry.day)
        day = entry.day or self.profile.day_of(entry.stamp)
        return self.window.reaches(day) and (day is not None or self.window.explicit)

    def _further(self, page: Listing, step: Step) -> Iterator[Step]:
        further = list(page.further)
        if step.channel == "seed" and self.profile.links.feeds is None:
            further += page.feeds
        for link in further:
            # The day of a sitemap is that of its last change: it may hold what came before.
            last = link.channel == "sitemap"
            if self.window.reaches(link.day) if last else self.window.holds(link.day):
                yield Step(url=link.url, channel=link.channel, day=link.day)

    def _forms(self, forms: Iterable[DayPages]) -> Iterator[Step]:
        """Yield the newest day of every form that asks for a day; the others follow from it."""
        for form in forms:
            self.run.state.listings.remember_form(form)
            yield self._day(form, self.window.until)

    def _day(self, days: DayPages, day: date, quiet: int = 0, after: tuple[str, ...] = ()) -> Step:
        form = {name: text.format(day=day) for name, text in days.form.items()} or None
        return Step(
            url=days.url.format(day=day),
            channel="day",
            priority=NEXT_PAGE if quiet or after else ARTICLE,
            method=days.method,
            form=form,
            after=after,
            days=days,
            day=day,
            quiet=quiet,
        )

    def _day_before(self, step: Step, keys: tuple[str, ...]) -> Iterator[Step]:
        """Yield the day page before *step*, unless the window or the site's first day ends there.

        A day page that shows nothing but what the day after it showed is a quiet day: some
        sites answer a day without news with the newest articles.
        """
        if step.days is None or step.day is None:
            return
        day = step.day - timedelta(1)
        first = self.profile.links.first_day
        quiet = step.quiet + 1 if set(keys) <= set(step.after or ()) else 0
        if not self.window.reaches(day) or (day < first if first else quiet > QUIET_DAYS):
            return
        yield self._day(step.days, day, quiet, keys or (step.after or ()))

    def _batch(self, template: str, number: int, after: tuple[str, ...] | None) -> Step:
        return Step(
            url=template.format(page=number),
            channel="more",
            priority=NEXT_PAGE,
            after=after,
            more=template,
            number=number,
        )


def fallen_out(before: Sequence[str], now: Sequence[str]) -> list[str]:
    """Return the keys that a listing dropped though it still shows what it listed behind them.

    What a listing pushes off its end it drops from the end; a gap is an article taken away.
    """
    kept = set(now)
    last = max((place for place, key in enumerate(before) if key in kept), default=0)
    return [key for key in before[:last] if key not in kept]


def _robots(seeds: Iterable[str]) -> Iterator[str]:
    """Yield the robots.txt of every host of the seeds, for the sitemaps it may name."""
    return iter(dict.fromkeys("/".join(seed.split("/", 3)[:3]) + "/robots.txt" for seed in seeds))


def _paging(step: Step) -> str:
    """Return the channel of the page after *step*: a front page pages as a section does."""
    return "section" if step.channel == "seed" else step.channel
