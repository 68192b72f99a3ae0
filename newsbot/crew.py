"""Several sites in one process, each with its own state, log and report, none stopping another."""

from __future__ import annotations

import asyncio
import logging
import signal
import time
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scrapy.spiderloader import get_spider_loader

from newsbot.corpus import write_lines
from newsbot.courtesy import Courtesy
from newsbot.exceptions import NewsbotError
from newsbot.guest import Guest
from newsbot.lesson import learn_anew
from newsbot.options import read_options
from newsbot.report import Report, failure_of, report_of
from newsbot.run import DISK_FAULTS, Run
from newsbot.runlog import run_log
from newsbot.sitefiles import STATE
from newsbot.spiders.news import NewsSpider
from newsbot.start import open_run, prepare
from newsbot.state.hosts import HOSTS, Hosts
from newsbot.verdict import FINE, MISTYPED, PARTLY
from newsbot.watchdog import Watchdog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from scrapy.crawler import AsyncCrawlerRunner, Crawler

    from newsbot.courtesy import Sleep

# How Scrapy counts all requests of a crawl, and those for robots.txt.
_COUNTERS = ("downloader/request_count", "robotstxt/request_count")

logger = logging.getLogger(__name__)


class Crew:
    """Crawls sites side by side; *report* is called with what came of each.

    They wait for their turns by *monotonic* and *sleep*. Raises SettingError where a setting of our
    own can't be meant.
    """

    def __init__(
        self,
        runner: AsyncCrawlerRunner,
        report: Callable[[Report], None],
        *,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self.settings = runner.settings
        self.options = read_options(self.settings)
        self.at_work: dict[str, tuple[Run, Crawler]] = {}
        self._waiting: list[str] = []
        self._runner = runner
        self._report = report
        self._watchdog = Watchdog()
        self._pace: Mapping[str, Any] = {"monotonic": monotonic, "sleep": sleep}
        self._courtesy: Courtesy | None = None
        limit = self.options.run_max_seconds
        self.settings.set("CLOSESPIDER_TIMEOUT", limit, priority="project")

    async def crawl(self, sites: Sequence[str], arguments: Mapping[str, str], jobs: int) -> None:
        """Crawl *sites*, at most *jobs* of them at a time; after a signal none is begun."""
        self._waiting.extend(sites)
        places = asyncio.Semaphore(jobs)
        # At the first signal Scrapy puts another handler in its place, for the second one.
        before_any_signal = signal.getsignal(signal.SIGTERM)

        async def one(site: str) -> None:
            async with places:
                if signal.getsignal(signal.SIGTERM) is before_any_signal:
                    self._waiting.remove(site)
                    await self._crawl_named(site, arguments)

        await asyncio.gather(*(one(site) for site in sites))

    async def _crawl_named(self, site: str, arguments: Mapping[str, str]) -> None:
        """Crawl *site*, if it has a spider."""
        try:
            spider = get_spider_loader(self.settings).load(site)
        except NewsbotError as error:
            self._report(failure_of(site, error))
        except Exception as error:
            # The module of an odd site may raise anything when it is imported.
            trouble = f"its spider can't be loaded: {error!r}"
            self._report(Report(site=site, exit_code=MISTYPED, trouble=trouble))
        else:
            assert issubclass(spider, NewsSpider)
            await self.crawl_site(spider, arguments)

    async def crawl_site(self, spider: type[NewsSpider], arguments: Mapping[str, str]) -> None:
        """Crawl the site of *spider* and report what came of it."""
        site = spider.profile.site
        try:
            with self._watchdog.unwatched():
                run = open_run(spider.profile, arguments, self.options)
        except (NewsbotError, *DISK_FAULTS) as error:
            self._report(failure_of(site, error))
            return
        crawler = self._runner.create_crawler(spider)
        self.at_work[site] = run, crawler
        log = self._file(run, "log") if self.options.keep else None
        with ExitStack() as closing:
            try:
                closing.enter_context(run_log(log, site, self.settings["LOG_LEVEL"]))
                await self._work(run, crawler)
            except (NewsbotError, *DISK_FAULTS) as error:
                run.fault = run.fault or error
            self.finish(site)

    async def _work(self, run: Run, crawler: Crawler) -> None:
        """Let *crawler* make *run*; raise what keeps it from its first request."""
        with self._watchdog.unwatched():
            run.guest = self._guest(run.profile.domain)
            prepare(run, self.options)
        self._watchdog.watch(run.site, self.options.run_max_seconds + self.options.download_timeout)
        try:
            await self._runner.crawl(crawler, run=run)
        except DISK_FAULTS:
            raise
        except Exception:
            # Whatever it is, it must not stop the other sites; the run is told as failed.
            logger.exception("The crawl broke off")
            run.counts.errors += 1

    def end(self) -> None:
        """End what a signal has left: runs at work, and sites that no run was begun of."""
        for site in list(self.at_work):
            self.finish(site)
        for site in self._waiting:
            trouble = "not begun, for the crawl was interrupted; the next run goes on"
            self._report(Report(site=site, exit_code=PARTLY, trouble=trouble))

    def finish(self, site: str) -> None:
        """End the run of *site*: commit, render the corpus, write and hand out the report."""
        run, crawler = self.at_work.pop(site)
        self._watchdog.release(site)
        try:
            with self._watchdog.unwatched():
                report = self._end(run, crawler)
        except (NewsbotError, *DISK_FAULTS) as error:
            report = failure_of(site, error, run.name)
        finally:
            if run.archive:
                run.archive.close()
            if run.rendering:
                run.rendering.close()
            run.state.close()
            self._leave()
        self._report(report)

    def _end(self, run: Run, crawler: Crawler) -> Report:
        """Make what *run* learnt last, first in the state, then in the files made from it.

        Raises what the run has met on the way.
        """
        if run.fault:
            raise run.fault
        try:
            stats = crawler.stats.get_stats()
        except RuntimeError:  # the crawl broke off before it began
            stats = {}
        reason = str(stats.get("finish_reason", "broken off"))
        run.doubts.weigh()
        requests, robots = (int(str(stats.get(name, 0))) for name in _COUNTERS)
        report = report_of(run, reason, requests, robots)
        if run.archive:
            assert issubclass(crawler.spidercls, NewsSpider)
            folder = self.options.data / "archive" / run.site
            learnt = learn_anew(run, crawler.spidercls.article_page, folder)
            report = replace(report, learnt=learnt)
            if learnt:
                logger.info("%s", report.advice, extra={"site": run.site})
        settled = run.settled() if report.exit_code == FINE else None
        run.state.runs.end(run.name, run.now(), settled, report.json())
        run.commit()
        if run.archive and run.rendering:
            run.archive.seal()
            run.rendering.render_stale()
            write_lines(self._file(run, "json"), [report.json()])
        return report

    def _guest(self, domain: str) -> Guest:
        """Return the guest of a run at *domain*, which the sites at work share their hosts with."""
        if not self._courtesy:
            path = self.options.data / STATE / HOSTS if self.options.keep else None
            self._courtesy = Courtesy(Hosts(path), self.options.clock, **self._pace)
        return Guest(self._courtesy, domain, self.options.run_max_seconds)

    def _leave(self) -> None:
        """Give the hosts up when no site is at work."""
        if self._courtesy and not self.at_work:
            self._courtesy.hosts.close()
            self._courtesy = None

    def _file(self, run: Run, suffix: str) -> Path:
        return self.options.data / "runs" / run.site / f"{run.name}.{suffix}"
