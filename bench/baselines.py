"""How others refresh a paper: policies without a crawler, that ask a simulated paper in process.

Each reads the paper's pages as simply as it can and never misreads one, so that only what it
chooses to ask for tells in its figures.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from datetime import timedelta
from html import unescape
from typing import TYPE_CHECKING, ClassVar, NamedTuple
from urllib.parse import urljoin

from bench.holdings import Holdings, Text
from newsbot.demo.paper import PressRequest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from tests.press.month import Month

DAY = timedelta(days=1)
SECTIONS = ("/chinh-tri/", "/kinh-te/", "/xa-hoi/")
GONE = {404, 410}
LINK = re.compile(r'(?:href="|<link>)(?P<url>[^"<]*-(?P<key>\d+)\.html)')
NEXT = re.compile(r'rel="next" href="(.*?)"')
HEADLINE = re.compile(r"<h1>(.*?)</h1>")
LEAD = re.compile(r'<p class="sapo">(.*?)</p>')
PARAGRAPH = re.compile(r"(?m)^<p>(.*)</p>$")


class Page(NamedTuple):
    """What a listing shows: where its articles lie, by their keys, and the page behind it."""

    articles: Mapping[str, str]
    following: str | None


class Baseline(ABC):
    """A way to refresh a paper, looked at *every* so often."""

    name: ClassVar[str]
    every: ClassVar[timedelta] = DAY

    def __init__(self, month: Month) -> None:
        self.month = month
        self.paper = month.paper
        self.holdings = Holdings()

    @abstractmethod
    def visit(self) -> None:
        """Ask the paper for whatever the policy asks for now."""

    def listing(self, place: str) -> Page:
        """Return what the listing at *place* shows."""
        self.holdings.requests["listings"] += 1
        status, text = self._ask(place)
        if status != 200:
            return Page({}, None)
        articles = {match["key"]: match["url"] for match in LINK.finditer(text)}
        following = NEXT.search(text)
        return Page(articles, urljoin(place, following[1]) if following else None)

    def fetch(self, key: str, url: str) -> None:
        """Ask for an article and hold what it says."""
        self.holdings.requests["articles"] += 1
        self._read(key, url)

    def revisit(self, key: str, url: str) -> None:
        """Ask again for an article that is held."""
        self.holdings.revisits[key] += 1
        self._read(key, url)

    def _read(self, key: str, url: str) -> None:
        status, text = self._ask(url)
        if status in GONE:
            self.holdings.gone.add(key)
        elif status == 200:
            headline, lead = (_found(pattern, text) for pattern in (HEADLINE, LEAD))
            body = "\n\n".join(map(unescape, PARAGRAPH.findall(text)))
            self.holdings.take(key, self.paper.today, Text(headline, lead, body))

    def fetch_new(self, articles: Mapping[str, str]) -> None:
        """Ask for those of *articles* that are not held."""
        for key, url in articles.items():
            if key not in self.holdings.texts:
                self.fetch(key, url)

    def _ask(self, place: str) -> tuple[int, str]:
        url = urljoin(f"http://{self.paper.hosts[0]}/", place)
        response = self.paper.respond(PressRequest.to(url))
        return response.status, response.body.decode()


class PageOne(Baseline):
    """Daily spiders without state: all that page one of each section lists, every day anew."""

    name = "page one of each section daily, no state"

    def visit(self) -> None:
        """Ask for page one of every section and for every article on it."""
        pages = [self.listing(place) for place in SECTIONS]
        for key, url in {k: u for page in pages for k, u in page.articles.items()}.items():
            self.fetch(key, url)


class DeltaFetch(Baseline):
    """Scrapy's CrawlSpider with scrapy-deltafetch: every page of every section every day."""

    name = "Scrapy with deltafetch's policy, daily"

    def visit(self) -> None:
        """Follow front page and sections to their ends; what gave an item once is skipped."""
        for place in ("/", *SECTIONS):
            following: str | None = place
            while following:
                page = self.listing(following)
                self.fetch_new(page.articles)
                following = page.following


class FeedsDaily(Baseline):
    """Feeds alone, once a day; never an article twice."""

    name = "feeds only, daily"

    def visit(self) -> None:
        """Ask for the feed and what is new in it."""
        self.fetch_new(self.listing("/tin-moi.rss").articles)


class FeedsOften(FeedsDaily):
    """Feeds alone, every three hours."""

    name = "feeds only, every 3 hours"
    every = timedelta(hours=3)


class FixedRevisits(Baseline):
    """Told of every article the moment it is out, and looking again after a day and a week."""

    name = "told at once, revisits at 24 h and 7 d"
    every = timedelta(minutes=1)
    ages = (DAY, 7 * DAY)

    def __init__(self, month: Month) -> None:
        super().__init__(month)
        self._ahead = sorted(
            (
                (month.out(key) + age, key)
                for key in month.keys
                for age in (timedelta(), *self.ages)
            ),
            reverse=True,
        )

    def visit(self) -> None:
        """Ask for every article that is due now."""
        while self._ahead and self._ahead[-1][0] <= self.paper.today:
            _, key = self._ahead.pop()
            look = self.revisit if key in self.holdings.texts else self.fetch
            if key not in self.holdings.gone:
                look(key, f"/x/x-{key}.html")


BASELINES: tuple[type[Baseline], ...] = (
    PageOne,
    DeltaFetch,
    FeedsDaily,
    FeedsOften,
    FixedRevisits,
)


def visit_at(baseline: Baseline, instants: Iterable[datetime]) -> Holdings:
    """Return what *baseline* holds after looking at its paper at each of *instants*."""
    for now in instants:
        baseline.month.advance(now)
        baseline.visit()
    return baseline.holdings


def _found(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return unescape(match[1]) if match else ""
