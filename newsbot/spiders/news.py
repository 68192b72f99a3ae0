"""NewsSpider: walks a site; pages say what is on them, the walk says what to follow."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Self

from scrapy import FormRequest, Request, Spider, signals
from scrapy.exceptions import NotConfigured
from scrapy.spidermiddlewares.httperror import HttpError

from newsbot.answer import source_of
from newsbot.extract.refusal import FAULTS
from newsbot.extract.wall import WALLS
from newsbot.failures import LaterError, is_forbidden, reason_of
from newsbot.pages import open_listing
from newsbot.pages.article import ArticlePage
from newsbot.pages.source import NO_PAGE
from newsbot.parts import further_step, without_part
from newsbot.run import Run
from newsbot.state import State
from newsbot.step import ARTICLE, Step
from newsbot.trust import NOT_MODIFIED, UNASKED, Trust
from newsbot.visit import FETCHED_AT, SIGHTING, WARC, as_visited
from newsbot.walk import Walk
from newsbot.wishes import NO_WISHES, WISHES

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence
    from datetime import datetime

    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.settings import BaseSettings
    from twisted.python.failure import Failure

    from newsbot.items import Article
    from newsbot.pages.source import Text
    from newsbot.profile import Profile


class NewsSpider(Spider):
    """The spider of one site; the spider loader makes a subclass for each profile."""

    profile: ClassVar[Profile]
    article_page: ClassVar[type[ArticlePage]] = ArticlePage

    def __init__(self, name: str | None = None, *, run: Run, **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.run = run
        self.walk = Walk(run)
        self.trust = Trust(run)
        self.allowed_domains = sorted(self.profile.hosts)

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Return the spider; where no *run* is given, with one that leaves no trace."""
        if "run" not in kwargs:
            kwargs["run"] = Run(cls.profile, State())
        spider = super().from_crawler(crawler, *args, **kwargs)
        for signal in (signals.spider_error, signals.item_error):
            crawler.signals.connect(spider.run.count_error, signal=signal)
        crawler.signals.connect(spider.hear_witness, signal=signals.spider_idle)
        return spider

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Take over what the profile sets for its site."""
        super().update_settings(settings)
        if cls.profile.delay is not None:
            settings.set("DOWNLOAD_DELAY", cls.profile.delay, priority="spider")
        settings.set("DOWNLOAD_VERIFY_CERTIFICATES", cls.profile.verify_tls, priority="spider")

    async def start(self) -> AsyncIterator[Request]:
        """Yield the requests that the walk begins with, unless it goes on with an earlier one's.

        A range that was cut short goes on where it was; a plain run looks at what is new besides.
        """
        if not self.run.goes_on:
            for step in self.walk.start():
                yield self.request(step)

    def parse(self, response: Response) -> Iterator[Article | Request]:
        """Read any page of the site, as ``scrapy parse URL`` does when told no callback."""
        is_article = self.profile.article_key(response.url) is not None
        return self.parse_article(response) if is_article else self.parse_listing(response)

    def parse_listing(
        self, response: Response, step: Step | None = None
    ) -> Iterator[Article | Request]:
        """Follow a listing to its articles and to the listings it leads to.

        What is learnt of it is noted when all that it leads to has been noted, so that it is never
        asked only for changes while some of it is unknown.
        """
        step = step or Step(url=response.url, channel="seed")
        if response.status == NOT_MODIFIED:
            self.trust.believe(step)
            for following in self.walk.unchanged(step):
                yield self.request(replace(following, via=response.url))
        elif source := source_of(response):
            page = open_listing(source, self.profile)
            if page.fault:
                self.run.failed(step, page.fault)
                if page.fault in WALLS:
                    missed = self.walk.missed(step)
                else:
                    missed = self.walk.days.pass_over(step, page.fault)
                yield from map(self.request, missed)
                return
            self.run.counts.read(page, step)
            for following in self.walk.from_listing(page, step):
                yield self.request(replace(following, via=response.url))
            self.trust.learn(step, page, response)
        self.run.state.steps.done(self.run.asked, step)

    def parse_article(
        self,
        response: Response,
        step: Step | None = None,
        earlier: Article | None = None,
        number: int = 1,
    ) -> Iterator[Article | Request]:
        """Yield the article, its pages stitched into one, and follow what stands beside it."""
        key = self.profile.article_key(response.url)
        step = step or Step(url=response.url, channel="seed", key=key)
        source = source_of(response)
        meta = response.request.meta if response.request else {}
        fetched_at = meta.get(FETCHED_AT) or self.run.now()
        page = self._page(source, step, fetched_at, earlier) if source else None
        if page is None or page.fault:
            yield from self._without(step, (page and page.fault) or NO_PAGE, earlier, number)
            return
        article = page.article
        if earlier is None:
            article = as_visited(article, step.url, meta.get(WARC), meta.get(SIGHTING))
        found: Article | Request = article
        if meta.get(WISHES, NO_WISHES).withheld:
            found = replace(article, body_status="withheld")
        elif part := further_step(page, article, step, number):
            found = self.request(part, earlier=article, number=number + 1)
        requests: list[Request] = []
        try:
            # What stands beside an article does so beside its first page, whatever comes of others.
            steps = self.walk.from_article(page, article) if earlier is None else ()
            requests.extend(self.request(replace(step, via=response.url)) for step in steps)
        finally:
            yield found  # when all that its page shows is noted: no later run looks there
            yield from requests

    def _page(
        self, source: Text, step: Step, when: datetime, earlier: Article | None
    ) -> ArticlePage:
        """Return a page, to be read by what its article was read by when it was first kept.

        Which article that is may turn out only when it has been read.
        """
        templates = self.run.state.templates
        if earlier:
            known = templates.of(self.run.keys_of(earlier), earlier.fetched_at)
            return self.article_page(source, self.profile, when, earlier, known)
        known = templates.of([step.key] if step.key else [], when)
        page = self.article_page(source, self.profile, when, None, known)
        if page.fault or not templates.versions().listed:
            return page
        keys = self.run.keys_of(replace(page.article, aliases=(step.url,)))
        own = templates.of(keys, when)
        return page if own is known else self.article_page(source, self.profile, when, None, own)

    def _without(
        self, step: Step, reason: str, earlier: Article | None = None, number: int = 1
    ) -> Iterator[Article | Request]:
        """Note that a page is not read, and why; yield what an article goes on with."""
        if earlier and step.instead:
            self.run.troubles.leave(step, reason)
            other = replace(step, url=step.instead, instead=None)
            yield self.request(other, earlier=earlier, number=number)
        elif earlier:
            yield from without_part(self.run, step, reason, earlier, number)
        elif step.key:
            self.run.traps.wasted(step.url)
            self.run.drop([step.key], reason)
        else:
            self.run.failed(step, reason)

    def request(self, step: Step, **arguments: Any) -> Request:
        """Return the request that takes *step*; *arguments* go to its callback."""
        return FormRequest(
            step.url,
            method=step.method,
            formdata=step.form,
            callback=self.parse_article if step.key else self.parse_listing,
            errback=partial(self.missed, step, **arguments),
            cb_kwargs={"step": step, **arguments},
            priority=step.priority,
            # The further pages of an article bear a key that the frontier has handed out already.
            dont_filter=bool(arguments),
        )

    def hear_witness(self) -> None:
        """Ask for an article that tells whether the site answers well, if that is in doubt."""
        key = None if self.run.is_over else self.run.doubts.witness(self.run.now())
        url = self.run.state.urls.url_of(key) if key else None
        if key and url and self.crawler.engine:
            self.run.state.urls.make_due([key], self.run.now())
            channel = self.run.state.urls.channel_of(key) or "seed"
            step = Step(url=url, channel=channel, priority=ARTICLE, key=key)
            self.crawler.engine.crawl(self.request(step))

    def closed(self, reason: str) -> None:
        """Have the walk draw its conclusions; Scrapy calls this when the crawl has ended."""
        if not self.run.is_over:
            self.walk.finish()

    def missed(self, step: Step, failure: Failure, **part: Any) -> Sequence[Article | Request]:
        """Note why *step* brought no page, or no *part* of an article; return what follows."""
        response = failure.value.response if isinstance(failure.value, HttpError) else None
        reason = f"HTTP {response.status}" if response else reason_of(failure.value)
        if isinstance(failure.value, LaterError):
            self.run.troubles.leave(step, reason)
            return []
        if part:
            return list(self._without(step, reason, **part))
        if response is None and (is_forbidden(failure.value) or (step.key and reason in FAULTS)):
            self.run.state.steps.done(self.run.asked, step)
            self.run.forbidden(step, reason)
            return []
        status = response.status if response and response.status != NOT_MODIFIED else None
        following = [*self.walk.missed(step, status)]
        if response and status:
            when = response.request.meta.get(FETCHED_AT) if response.request else None
            self.run.refused(step, status, when or self.run.now())
        else:
            self.run.failed(step, UNASKED if response else reason)
        following += self.walk.days.pass_over(step, reason)
        return list(map(self.request, following))


def run_of(crawler: Crawler) -> Run:
    """Return the run that *crawler* makes; raise NotConfigured if it is none of newsbot's."""
    if not isinstance(crawler.spider, NewsSpider):
        raise NotConfigured("not a site of newsbot's")
    return crawler.spider.run
