"""Stage: a pipeline that works for one run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from newsbot.spiders.news import run_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from newsbot.run import Run


class Stage:
    """What the pipelines share that ask or tell the run something."""

    def __init__(self, run: Run) -> None:
        self.run = run

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the stage for the run of *crawler*; raise NotConfigured where it has none."""
        return cls(run_of(crawler))
