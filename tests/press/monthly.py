"""Tháng Báo: a made-up paper that prints for weeks, on every kind of listing, with every fault."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from itertools import islice
from random import Random
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from newsbot.demo.markup import slug
from newsbot.demo.paper import NoPageError, Page, PressRequest, PressResponse
from tests.press import monthpages
from tests.press.chronicle import ChronicledPaper
from tests.press.days import calendar_day
from tests.press.monthlayout import USUAL
from tests.press.stories import VIETNAMESE
from tests.press.validators import Validators

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newsbot.demo.paper import Story
    from tests.press.monthlayout import Layout

# A Monday at midnight, where a month begins.
START = datetime(2026, 11, 1, 17, tzinfo=UTC)
RELATED = 4
PROMOTED_PLACE = 4
TO_FRONT_PAGE = PressResponse(status=302, headers={"location": "/"})
SECTIONS = {slug(label): label for label in VIETNAMESE.sections}
xml = partial(PressResponse.text, content_type="application/xml; charset=utf-8")


class Monthly(ChronicledPaper):
    """A paper whose faults are attributes, to be set and taken back at any moment.

    *hidden* holds by channel (front, section, feed, sitemap, day, related) the keys that it does
    not show; *pinned* stories stand on top of front and section pages, *promoted* ones within the
    front page. Listings stand still at *frozen*. The pages of *lying_days* show the stories of
    today, and with *month_first* ``?ngay=02/11/2026`` is a day in February. The status *outage*
    answers everything, *everything_gone* every article; *maintenance* sends those who ask for one
    to the front page, *soft_404* is how an article answers that is not there. The
    box of *most_read* stands behind an article's text or within it, with a clock and a counter.
    """

    hosts = ("thangbao.test", "www.thangbao.test")
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    name = "Tháng Báo"
    article = re.compile(r"^/[^/]+/[^/]+-(?P<key>\d+)\.html")

    def __init__(self, stories: Iterable[Story], today: datetime, layout: Layout = USUAL) -> None:
        super().__init__(stories, today)
        self.layout = layout
        self.validators: Literal["honest", "lying"] | None = None
        self.lastmod: Literal["honest", "generated", "none"] = "honest"
        self.hidden: defaultdict[str, set[str]] = defaultdict(set)
        self.pinned: list[str] = []
        self.promoted: list[str] = []
        self.frozen: datetime | None = None
        self.lying_days: set[date] = set()
        self.month_first = False
        self.outage: int | None = None
        self.everything_gone: int | None = None
        self.maintenance = False
        self.most_read: Literal["behind", "within"] = "within"
        self.soft_404: Literal["status", "page", "home"] = "status"
        self._validators = Validators()
        self._looks = 0

    def routes(self) -> Mapping[str, Page]:
        """Return the pages: front, sections, days, feed, sitemaps, robots.txt and articles."""
        routes: dict[str, Page] = {
            r"/": self.front_page,
            r"/robots\.txt": self.robots,
            rf"/(?P<section>{'|'.join(SECTIONS)})/(trang/(?P<number>\d+)/)?": self.section_page,
            r"/[^/]+/[^/]+-(?P<key>\d+)\.html": self.article_page,
        }
        if self.layout.feed:
            routes[r"/tin-moi\.rss"] = self.feed
        if self.layout.sitemap:
            routes[r"/sitemap\.xml"] = self.sitemap_index
            routes[r"/sitemap-(?P<year>\d{4})-(?P<month>\d\d)\.xml"] = self.sitemap
        if self.layout.days:
            routes[r"/theo-ngay/"] = self.asked_day
            routes[r"/theo-ngay/(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)/"] = self.day_page
        return routes

    def front_page(self, request: PressRequest) -> PressResponse:
        """Return the newest stories, with those that stand above them or among them."""
        newest = islice(self._listed("front"), self.layout.front)
        shown = [*self._standing("front", self.pinned), *newest]
        shown[PROMOTED_PLACE:PROMOTED_PLACE] = self._standing("front", self.promoted)
        return self._page_of(self.name, shown[: self.layout.front])

    def section_page(
        self, request: PressRequest, section: str, number: str | None
    ) -> PressResponse:
        """Return one page of a section; 404 past its last."""
        label, page = SECTIONS[section], int(number or 1)
        shown, goes_on = self._nth_page(self._listed("section", section=label), page)
        if not shown and page > 1:
            raise NoPageError(404)
        if page == 1:
            above = [s for s in self._standing("section", self.pinned) if s.section == label]
            shown = [*above, *shown]
        return self._page_of(label, shown, f"/{section}/trang/{page + 1}/" if goes_on else None)

    def asked_day(self, request: PressRequest) -> PressResponse:
        """Return the day page that ``?ngay=`` asks for, today's if it names none."""
        asked = re.fullmatch(r"(\d\d?)/(\d\d?)/(\d{4})", request.query.get("ngay", [""])[0])
        if asked is None:
            return self._day_page(request, self.today.date())
        month, day = asked.group(1, 2) if self.month_first else asked.group(2, 1)
        return self._day_page(request, calendar_day(asked[3], month, day), f"ngay={asked[0]}&")

    def day_page(self, request: PressRequest, year: str, month: str, day: str) -> PressResponse:
        """Return one page of the stories of a day."""
        return self._day_page(request, calendar_day(year, month, day))

    def article_page(self, request: PressRequest, key: str) -> PressResponse:
        """Return the article page of the story *key*, no two times quite the same."""
        if self.everything_gone:
            raise NoPageError(self.everything_gone)
        if self.maintenance:
            return TO_FRONT_PAGE
        try:
            story = self.story(key)
        except NoPageError as error:
            return self._not_found(error.status)
        self._looks += 1
        random = Random(f"{key}-{self._looks}")
        text = monthpages.article(
            story,
            request.origin,
            SECTIONS,
            related=self._related(story, random),
            most_read=self._drawn(random, None, None),
            looks=self._looks,
            within=self.most_read == "within",
        )
        return PressResponse.text(text)

    def feed(self, request: PressRequest) -> PressResponse:
        """Return the newest stories as RSS 2.0."""
        stories = islice(self._listed("feed"), self.layout.feed)
        return xml(monthpages.feed(request.origin, stories))

    def sitemap_index(self, request: PressRequest) -> PressResponse:
        """Return a sitemap of each month, with the time of the last change in it."""
        changes: dict[str, datetime] = {}
        for story in self._listed("sitemap"):
            month = f"{story.published:%Y-%m}"
            changes[month] = max(story.changed, changes.get(month, story.changed))
        if self.lastmod == "generated":
            changes = dict.fromkeys(changes, self.today)
        return xml(monthpages.sitemap_index(request.origin, changes, dated=self.lastmod != "none"))

    def sitemap(self, request: PressRequest, year: str, month: str) -> PressResponse:
        """Return the addresses of one month's stories and the times of their last changes."""
        stories = [
            replace(story, modified=self.today) if self.lastmod == "generated" else story
            for story in self._listed("sitemap")
            if f"{story.published:%Y-%m}" == f"{year}-{month}"
        ]
        return xml(monthpages.sitemap(request.origin, stories, dated=self.lastmod != "none"))

    def robots(self, request: PressRequest) -> PressResponse:
        """Return a robots.txt that forbids nothing and names the sitemap."""
        named = f"Sitemap: {request.origin}/sitemap.xml\n" if self.layout.sitemap else ""
        text = f"User-agent: *\nDisallow:\n\n{named}"
        return PressResponse.text(text, "text/plain; charset=utf-8")

    def _page(self, request: PressRequest) -> PressResponse:
        if self.outage:
            raise NoPageError(self.outage)
        response = super()._page(request)
        is_listing = not self.article_key(request) and request.path != "/robots.txt"
        if self.validators and is_listing:
            lying = self.validators == "lying"
            response = self._validators.answer(request, response, self.today, lying=lying)
        return monthpages.with_clock(response, self.today)

    def _day_page(self, request: PressRequest, day: date, query: str = "") -> PressResponse:
        shown_day = self.today.date() if day in self.lying_days else day
        page = request.number("trang")
        shown, goes_on = self._nth_page(self._listed("day", day=shown_day), page)
        following = f"?{query}trang={page + 1}" if goes_on else None
        return self._page_of(f"Tin ngày {day:%d/%m/%Y}", shown, following)

    def _page_of(
        self, title: str, shown: Iterable[Story], following: str | None = None
    ) -> PressResponse:
        unique = {story.key: story for story in shown}.values()
        layout = self.layout
        text = monthpages.listing(
            title,
            unique,
            following,
            sections=SECTIONS,
            dated=layout.dated,
            has_feed=layout.feed > 0,
        )
        return PressResponse.text(text)

    def _listed(
        self, channel: str, *, section: str | None = None, day: date | None = None
    ) -> Iterator[Story]:
        """Yield what a listing of *channel* could show, newest first."""
        hidden = self.hidden[channel]
        shown = self.chronicle.shown(self.frozen or self.today, section=section, day=day)
        return (story for story in shown if story.key not in hidden)

    def _standing(self, channel: str, keys: Iterable[str]) -> list[Story]:
        """Return the stories of *keys* that are out and not hidden from *channel*."""
        at = self.frozen or self.today
        stories = (self.chronicle.as_of(key, at) for key in keys)
        return [story for story in stories if story and story.key not in self.hidden[channel]]

    def _nth_page(self, stories: Iterator[Story], page: int) -> tuple[list[Story], bool]:
        """Return one page of a listing and whether there is another behind it."""
        size, last = self.layout.per_page, self.layout.last_page
        if page < 1 or (last and page > last):
            return [], False
        shown = list(islice(stories, (page - 1) * size, page * size + 1))
        return shown[:size], len(shown) > size and page != last

    def _related(self, story: Story, random: Random) -> list[Story]:
        if self.layout.related == "older":
            return self._drawn(random, story.section, before=story)
        hidden = self.hidden["related"] | {story.key}
        others = self.chronicle.shown(self.today)
        return list(islice((other for other in others if other.key not in hidden), RELATED))

    def _drawn(self, random: Random, section: str | None, before: Story | None) -> list[Story]:
        """Return some stories that are out, of a section and older than another if given."""
        drawn = self.chronicle.drawn(random, self.today, section=section, before=before)
        hidden = self.hidden["related"]
        return list(islice((story for story in drawn if story.key not in hidden), RELATED))

    def _not_found(self, status: int) -> PressResponse:
        """Return what stands where an article should be that is not there."""
        if self.soft_404 == "home":
            return TO_FRONT_PAGE
        status = 200 if self.soft_404 == "page" else status
        return PressResponse.text(monthpages.not_found(SECTIONS), status=status)
