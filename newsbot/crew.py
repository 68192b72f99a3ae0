"""Several sites in one process, each with its own state, log and report, none stopping another."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from typing import TYPE_CHECKING

from scrapy.spiderloader import get_spider_loader

from newsbot.archive.archive import Archive
from newsbot.corpus import with_aliases, write_lines
from newsbot.exceptions import NewsbotError, SettingError, StateError
from newsbot.middlewares.guards import is_loopback
from newsbot.options import read_options
from newsbot.report import DISK, FINE, MISTYPED, Report, code_of, report_of
from newsbot.run import FAULTS, Run
from newsbot.runlog import run_log
from newsbot.sitearchive import SiteArchive
from newsbot.spiders.news import NewsSpider
from newsbot.state import State

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from scrapy.crawler import AsyncCrawlerRunner, Crawler

    from newsbot.profile import Profile

logger = logging.getLogger(__name__)


class Crew:
    """Crawls sites side by side; *report* is called with what came of each.

    Raises SettingError where a setting of our own can't be meant.
    """

    def __init__(self, runner: AsyncCrawlerRunner, report: Callable[[Report], None]) -> None:
        self.settings = runner.settings
        self.options = read_options(self.settings)
        self.at_work: dict[str, tuple[Run, Crawler]] = {}
        self.is_stopped = False
        self._runner = runner
        self._report = report
        limit = self.options.run_max_seconds
        self.settings.set("CLOSESPIDER_TIMEOUT", limit, priority="project")

    async def crawl(self, sites: Sequence[str], arguments: Mapping[str, str], jobs: int) -> None:
        """Crawl *sites*, at most *jobs* of them at a time."""
        loader = get_spider_loader(self.settings)
        places = asyncio.Semaphore(jobs)

        async def one(site: str) -> None:
            async with places:
                if self.is_stopped:
                    return
                try:
                    spider = loader.load(site)
                except NewsbotError as error:
                    self._report(Report(site=site, exit_code=code_of(error), trouble=str(error)))
                    return
                except Exception as error:
                    # The module of an odd site may raise anything when it is imported.
                    trouble = f"its spider can't be loaded: {error!r}"
                    self._report(Report(site=site, exit_code=MISTYPED, trouble=trouble))
                    return
                assert issubclass(spider, NewsSpider)
                await self.crawl_site(spider, arguments)

        await asyncio.gather(*(one(site) for site in sites))

    async def crawl_site(self, spider: type[NewsSpider], arguments: Mapping[str, str]) -> None:
        """Crawl the site of *spider* and report what came of it."""
        site = spider.profile.site
        try:
            run = self._begin(spider.profile, arguments)
        except (NewsbotError, OSError, sqlite3.Error) as error:
            self._report(Report(site=site, exit_code=code_of(error), trouble=str(error)))
            return
        crawler = self._runner.create_crawler(spider)
        self.at_work[site] = run, crawler
        log = self._file(run, "log") if self.options.keep else None
        with run_log(log, site, self.settings["LOG_LEVEL"]):
            try:
                await self._runner.crawl(crawler, run=run)
            except Exception:
                # Whatever it is, it must not stop the other sites; the run is told as failed.
                logger.exception("The crawl broke off")
                run.counts["errors"] += 1
        self.finish(site)

    def finish(self, site: str) -> None:
        """End the run of *site*: commit, render the corpus, write and hand out the report."""
        run, crawler = self.at_work.pop(site)
        try:
            stats = crawler.stats.get_stats()
        except RuntimeError:  # the crawl broke off before it began
            stats = {}
        try:
            if run.fault:
                raise run.fault
            report = self._end(run, stats)
        except FAULTS as error:
            code = code_of(error)
            hint = "free the disk and run again" if code == DISK else "restore a copy of the state"
            trouble = f"{error}; {hint}: what was committed is safe"
            report = Report(site=site, exit_code=code, trouble=trouble, run=run.name)
        finally:
            if run.archive:
                run.archive.close()
            run.state.close()
        self._report(report)

    def _begin(self, profile: Profile, arguments: Mapping[str, str]) -> Run:
        """Open the state of a site and begin a run.

        Raises SettingError where nobody says who crawls, StateBusyError where another run does.
        """
        if not self.options.contact and not is_loopback(profile.domain):
            raise SettingError(
                "CONTACT is not set; say who crawls, so that the paper can reach you: "
                "export NEWSBOT_CONTACT=you@example.org, or -s CONTACT=you@example.org"
            )
        state = self._open_state(profile.site)
        try:
            run = Run(profile, state, self.options.clock, arguments, self.options.limits)
            run.archive = self._open_archive(run) if self.options.keep else None
        except (NewsbotError, OSError, sqlite3.Error):
            state.close()
            raise
        return run

    def _open_archive(self, run: Run) -> SiteArchive:
        """Return the archive of *run*'s site, brought back to what the state has committed.

        Raises StateError where it holds less than that.
        """
        folder = self.options.data / "archive" / run.site
        information = {
            "operator": self.options.contact,
            "robots": "obey",
            "profile-sha256": run.profile.digest,
            "http-header-user-agent": self.options.user_agent,
        }
        size = self.options.archive_max_bytes
        archive = Archive(
            folder, run.site, size, information, self.options.data / "quarantine" / run.site
        )
        if damaged := archive.recover(run.state.captures.open_files()):
            archive.close()
            files = ", ".join(damaged)
            raise StateError(f"{folder}: less is left of {files} than was archived; restore it")
        return SiteArchive(folder, archive, run.state)

    def _open_state(self, site: str) -> State:
        """Return the state of *site*; raise StateError where it is lost and its corpus is not."""
        if not self.options.keep:
            return State()
        path = self.options.data / "state" / f"{site}.sqlite"
        corpus = self.options.data / "articles" / site
        if not path.exists() and any(corpus.glob("*.jsonl")):
            raise StateError(
                f"{path} is missing, though {corpus} holds articles that it would no longer know; "
                "restore it, or move that folder away to begin anew"
            )
        return State(path)

    def _end(self, run: Run, stats: Mapping[str, object]) -> Report:
        """Make what *run* learnt last, first in the state, then in the files made from it."""
        reason = str(stats.get("finish_reason", "broken off"))
        self.is_stopped |= reason == "shutdown"
        report = report_of(run, reason, int(str(stats.get("downloader/request_count", 0))))
        settled = run.today if report.exit_code == FINE and run.covers() else None
        run.state.runs.end(run.name, run.now(), settled, report.json())
        run.commit()
        if run.archive:
            run.archive.seal()
            self._render(run)
            write_lines(self._file(run, "json"), [report.json()])
        return report

    def _render(self, run: Run) -> None:
        """Write the months that are stale; a kill in between leaves them to the next run."""
        articles = run.state.articles
        for month in articles.stale_months():
            path = self.options.data / "articles" / run.site / f"{month}.jsonl"
            write_lines(path, (with_aliases(*line) for line in articles.lines(month)))
            articles.rendered(month)
            run.state.commit()

    def _file(self, run: Run, suffix: str) -> Path:
        return self.options.data / "runs" / run.site / f"{run.name}.{suffix}"
