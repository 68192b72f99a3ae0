"""What the commands on kept sites share; none of them crawls, so none needs Scrapy's reactor."""

from __future__ import annotations

import os
import sys
from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.spiderloader import get_spider_loader

from newsbot.exceptions import NewsbotError
from newsbot.project import data_folder
from newsbot.settingnames import check_names
from newsbot.sitefiles import state_files
from newsbot.terminal import say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from scrapy.settings import BaseSettings
    from scrapy.spiderloader import SpiderLoaderProtocol

    from newsbot.options import Options
    from newsbot.spiders.news import NewsSpider


class SiteCommand(ScrapyCommand):
    """A command of Scrapy's that says what it is in three texts and does its ``work``.

    *usage* is what follows its name, *purpose* the command in one line, *details* what ``-h``
    adds to that.
    """

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}
    usage: ClassVar[str]
    purpose: ClassVar[str]
    details: ClassVar[str]

    def syntax(self) -> str:
        """Return what follows the command's name."""
        return self.usage

    def short_desc(self) -> str:
        """Return the command in one line."""
        return f"[news] {self.purpose}"

    def long_desc(self) -> str:
        """Return what ``-h`` says of it."""
        return f"{self.short_desc()}{self.details}"

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Take the options into the settings; raises UsageError for a mistyped name of one."""
        super().process_options(args, opts)
        check_names(self._known_settings)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Do the work and set the exit code; an error that a person can mend is one line.

        Raises UsageError where a word looks like an option: Scrapy passes on what it does not know.
        """
        from newsbot.report import code_of

        if unknown := [word for word in args if word.startswith("-")]:
            name = type(self).__module__.rpartition(".")[2]
            raise UsageError(f"no option {unknown[0]}; see scrapy {name} -h", print_help=False)
        try:
            self.exitcode = self.work(args, opts)
            sys.stdout.flush()
        except BrokenPipeError:
            # Whoever reads has seen enough (``| head``); nor is anything to be said at the exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except Exception as error:
            from newsbot.run import DISK_FAULTS

            if not isinstance(error, (NewsbotError, *DISK_FAULTS)):
                raise
            say(error, is_trouble=True)
            self.exitcode = code_of(error)

    @abstractmethod
    def work(self, args: list[str], opts: argparse.Namespace) -> int:
        """Do what *args* and *opts* ask for and return the exit code.

        Raises UsageError where they ask for nothing that can be meant, NewsbotError where it
        can't be done.
        """

    def each(self, sites: Iterable[str], work: Callable[[str], int]) -> int:
        """Do *work* on each of *sites*, and return the worst of the exit codes that it returns.

        What stops it at one site is told in one line, and never stops it at another.
        """
        from newsbot.datafolder import check_folder
        from newsbot.verdict import worst

        def checked(site: str) -> int:
            check_folder(self.data, site)
            return work(site)

        return worst([_code(site, checked) for site in sites])

    @property
    def options(self) -> Options:
        """Our own settings; raises SettingError for one that can't be meant."""
        from newsbot.options import read_options

        return read_options(self._known_settings)

    @property
    def data(self) -> Path:
        """The folder under which all is kept."""
        return data_folder(self._known_settings)

    @property
    def crawled(self) -> list[str]:
        """The sites of which there is a state."""
        return list(state_files(self.data))

    @property
    def loader(self) -> SpiderLoaderProtocol:
        """Scrapy's loader, which knows the profiles of the sites."""
        return get_spider_loader(self._known_settings)

    def spider(self, site: str) -> type[NewsSpider]:
        """Return the spider of *site*; raises ProfileError where there is none that is sound."""
        from newsbot.spiders.news import NewsSpider

        spider = self.loader.load(site)
        assert issubclass(spider, NewsSpider)
        return spider

    @property
    def _known_settings(self) -> BaseSettings:
        assert self.settings is not None  # Scrapy sets them before it calls anything
        return self.settings


def _code(site: str, work: Callable[[str], int]) -> int:
    from newsbot.report import code_of, failure_of
    from newsbot.run import DISK_FAULTS

    try:
        return work(site)
    except BrokenPipeError:
        raise
    except (NewsbotError, *DISK_FAULTS) as error:
        is_disk = isinstance(error, OSError)
        say(f"{site}: {error}" if is_disk else failure_of(site, error).line, is_trouble=True)
        return code_of(error)
