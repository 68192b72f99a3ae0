"""Heideblatt: a German site in ISO 8859-1 with a paywall, day pages and a feed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from html import escape
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from newsbot.demo.markup import each, json_ld, nth_page, paragraphs, picture, slug
from newsbot.demo.paper import NoPageError, Page, PressRequest, PressResponse, Story
from tests.press.days import calendar_day
from tests.press.paper import WatchedPaper
from tests.press.stories import GERMAN, new_stories

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

PER_PAGE = 5
IN_FEED = 8
RELATED = 4
MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)


def new_paper(today: datetime) -> Heideblatt:
    """Return the paper with its stories, every fourth of them behind the paywall."""
    stories = new_stories(GERMAN, today.astimezone(Heideblatt.zone), seed=49, first_key=7710)
    for number in range(1, len(stories), 4):
        story = stories[number]
        stories[number] = replace(story, free=False, paragraphs=story.paragraphs[:1])
    return Heideblatt(stories, today)


class Heideblatt(WatchedPaper):
    """A paper whose character set only its meta element names, and whose calendar never ends."""

    hosts = ("heideblatt.test", "www.heideblatt.test")
    zone = ZoneInfo("Europe/Berlin")
    name = "Heideblatt"
    article = re.compile(r"^/lokales/[^/]+-(?P<key>\d+)\.html")

    def routes(self) -> Mapping[str, Page]:
        """Return the pages: front, sections, articles, days and the feed."""
        return {
            r"/": self.front_page,
            r"/ressort/(?P<section>[a-z]+)/": self.section_page,
            r"/lokales/[^/]+-(?P<key>\d+)\.html": self.article_page,
            r"/archiv/(?P<year>\d{4})/(?P<month>\d\d)/(?P<day>\d\d)/": self.day_page,
            r"/feed\.atom": self.feed,
        }

    def front_page(self, request: PressRequest) -> PressResponse:
        """Return the newest stories."""
        return self._frame(self.name, each(_teaser, self.stories[:PER_PAGE]))

    def section_page(self, request: PressRequest, section: str) -> PressResponse:
        """Return page ``?seite=`` of a section; 404 past its last."""
        number = request.number("seite")
        stories = [story for story in self.stories if slug(story.section) == section]
        shown = nth_page(stories, number, PER_PAGE)
        if not shown:
            raise NoPageError(404)
        following = ""
        if len(stories) > number * PER_PAGE:
            following = f'<a rel="next" href="?seite={number + 1}">Ältere Beiträge</a>'
        return self._frame(shown[0].section, f"{each(_teaser, shown)}\n{following}")

    def day_page(self, request: PressRequest, year: str, month: str, day: str) -> PressResponse:
        """Return the stories of a day, and the way to the days before and after it, for ever."""
        asked = calendar_day(year, month, day)
        before, after = asked - timedelta(days=1), asked + timedelta(days=1)
        teasers = each(_teaser, self.stories_of(day=asked))
        return self._frame(
            f"Archiv: {_day(asked)}",
            f"""<h1>Archiv: {_day(asked)}</h1>
{teasers or "<p>Keine Beiträge an diesem Tag.</p>"}
<p><a href="/archiv/{before:%Y/%m/%d}/">Vorheriger Tag</a>
<a href="/archiv/{after:%Y/%m/%d}/">Nächster Tag</a></p>""",
        )

    def article_page(self, request: PressRequest, key: str) -> PressResponse:
        """Return the article page of the story *key*: its beginning, if it isn't free."""
        story = self.story(key)
        others = self.stories_of(but=story)[:RELATED]
        main = f"""<article>
<h1>{escape(story.headline)}</h1>
<p class="vorspann">{escape(story.lead or "")}</p>
<p class="meta">Von {escape(", ".join(story.authors))} | {_time(story)}</p>
{picture(story, "/bilder/")}
<div class="artikeltext">
{paragraphs(story)}
</div>
{"" if story.free else PAYWALL}
</article>
<aside><h3>Mehr zum Thema</h3>
<ul>
{each(_related_item, others)}
</ul></aside>"""
        return self._frame(story.headline, main, self._metadata(story, request.origin))

    def feed(self, request: PressRequest) -> PressResponse:
        """Return the newest stories as an Atom feed, in UTF-8."""
        return PressResponse.text(
            f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
<title>{self.name}</title>
<id>{request.origin}/</id>
<updated>{self.stories[0].published.isoformat()}</updated>
{each(partial(_entry, request.origin), self.stories[:IN_FEED])}
</feed>""",
            "application/atom+xml; charset=utf-8",
        )

    def _metadata(self, story: Story, origin: str) -> str:
        record = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": story.headline,
            "description": story.lead,
            "datePublished": story.published.isoformat(),
            "dateModified": story.modified and story.modified.isoformat(),
            "author": {"@type": "Person", "name": story.authors[0]},
            "articleSection": story.section,
            "isAccessibleForFree": story.free,
        }
        stated = {name: value for name, value in record.items() if value is not None}
        return f'<link rel="canonical" href="{origin}{_path(story)}">\n{json_ld(stated)}'

    def _frame(self, title: str, main: str, head: str = "") -> PressResponse:
        """Return a page in ISO 8859-1, of which the HTTP header says nothing."""
        today = self.today.date()
        menu = "".join(f'<a href="/ressort/{slug(name)}/">{name}</a> ' for name in GERMAN.sections)
        text = f"""<!DOCTYPE html>
<html lang="de">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
<title>{escape(title)} - {self.name}</title>
<link rel="alternate" type="application/atom+xml" title="{self.name}" href="/feed.atom">
{head}
</head>
<body>
<header><a href="/">{self.name}</a> {_day(today)}</header>
<nav>{menu}<a href="/archiv/{today:%Y/%m/%d}/">Archiv</a></nav>
<main>
{main}
</main>
<footer>Heideblatt, Am Wacholderhain 3</footer>
</body>
</html>
"""
        body = text.encode("latin-1", "xmlcharrefreplace")
        return PressResponse(headers={"content-type": "text/html"}, body=body)


PAYWALL = """<div class="paywall"><h4>Weiterlesen mit HeidePlus</h4>
<p>Jetzt vier Wochen lang kostenlos testen und alle Beiträge lesen.</p></div>"""


def _path(story: Story) -> str:
    return f"/lokales/{story.slug}-{story.key}.html"


def _link(story: Story) -> str:
    return f'<a href="{_path(story)}">{escape(story.headline)}</a>'


def _day(day: date) -> str:
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def _time(story: Story) -> str:
    printed = f"{_day(story.published.date())}, {story.published:%H:%M} Uhr"
    return f'<time datetime="{story.published.isoformat()}">{printed}</time>'


def _teaser(story: Story) -> str:
    return f"<article><h2>{_link(story)}</h2><p>{escape(story.lead or '')}</p></article>"


def _related_item(story: Story) -> str:
    return f"<li>{_link(story)} {_time(story)}</li>"


def _entry(origin: str, story: Story) -> str:
    return f"""<entry>
<title>{escape(story.headline)}</title>
<id>{origin}{_path(story)}</id>
<link href="{origin}{_path(story)}"/>
<published>{story.published.isoformat()}</published>
<updated>{story.changed.isoformat()}</updated>
</entry>"""
