"""Kabar Rawa Indah: an Indonesian site with an index by date and articles on two pages."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from html import escape
from math import ceil
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from newsbot.demo.markup import each, nth_page
from newsbot.demo.paper import NoPageError, Page, PressRequest, PressResponse, Story
from tests.press.days import calendar_day
from tests.press.paper import WatchedPaper
from tests.press.stories import INDONESIAN, new_stories

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

PER_INDEX_PAGE = 3
PER_ARTICLE_PAGE = 3
ON_FRONT_PAGE = 6
RELATED = 5
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


def new_paper(today: datetime) -> Kabar:
    """Return the paper with its stories, some of them too long for one page."""
    stories = new_stories(INDONESIAN, today.astimezone(Kabar.zone), seed=62, first_key=410200)
    tags = {"Daerah": ("desa",), "Ekonomi": ("ekonomi desa", "anggaran"), "Olahraga": ("olahraga",)}
    return Kabar([replace(story, keywords=tags[story.section]) for story in stories], today)


class Kabar(WatchedPaper):
    """A paper with OpenGraph but no date for machines; only its index reaches older stories."""

    hosts = ("kabar.test", "www.kabar.test")
    zone = ZoneInfo("Asia/Jakarta")
    name = "Kabar Rawa Indah"
    article = re.compile(r"^/berita/(?P<key>\d+)/")

    def routes(self) -> Mapping[str, Page]:
        """Return the pages: front, index by date, articles and robots.txt."""
        return {
            r"/": self.front_page,
            r"/indeks": self.index_page,
            r"/berita/(?P<key>\d+)/[^/]+": self.article_page,
            r"/robots\.txt": self.robots,
        }

    def front_page(self, request: PressRequest) -> PressResponse:
        """Return the newest stories."""
        items = each(_item, self.stories[:ON_FRONT_PAGE])
        return self._frame(self.name, f'<ul class="terbaru">\n{items}\n</ul>')

    def index_page(self, request: PressRequest) -> PressResponse:
        """Return ``?page=`` of the stories of ``?date=``; a day to come shows today instead."""
        today = self.today.date()
        asked = request.query.get("date", [today.isoformat()])[0]
        parts = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", asked)
        day = min(today, calendar_day(*parts.groups())) if parts else today
        number = request.number("page")
        stories = self.stories_of(day=day)
        items = each(_item, nth_page(stories, number, PER_INDEX_PAGE))
        paging = ""
        if len(stories) > number * PER_INDEX_PAGE:
            paging = f'<a class="next" href="?date={day}&amp;page={number + 1}">Selanjutnya</a>'
        return self._frame(
            f"Indeks Berita {_day(day)}",
            f"""<h1>Indeks Berita</h1>
<form action="/indeks"><input type="date" name="date" value="{day}"></form>
<ul class="indeks">
{items or "<li>Tidak ada berita.</li>"}
</ul>
<div class="paging">{paging}</div>
<p><a href="/indeks?date={day - timedelta(days=1)}">Hari sebelumnya</a>
<a href="/indeks?date={day + timedelta(days=1)}">Hari berikutnya</a></p>""",
        )

    def article_page(self, request: PressRequest, key: str) -> PressResponse:
        """Return page ``?page=`` of the story *key*, 404 past its last."""
        story = self.story(key)
        number = request.number("page")
        texts = story.paragraphs[(number - 1) * PER_ARTICLE_PAGE : number * PER_ARTICLE_PAGE]
        if not texts:
            raise NoPageError(404)
        others = self.stories_of(but=story)[:RELATED]
        topics = " ".join(f"<span>{word}</span>" for word in story.keywords)
        main = f"""<p class="kanal">{story.section}</p>
<h1>{escape(story.headline)}</h1>
<div class="info"><span class="tanggal">{_time(story)}</span>
<span class="penulis">Penulis: {escape(", ".join(story.authors))}</span></div>
{_picture(story)}
<p class="ringkasan">{escape(story.lead or "")}</p>
<div class="isi">
<p>{escape(texts[0])}</p>
<p><strong>Baca juga: {_link(others[0])}</strong></p>
{"".join(f"<p>{escape(text)}</p>" for text in texts[1:])}
</div>
{_page_numbers(story, number)}
<p class="topik">Topik: {topics}</p>
<div class="terkait"><h4>Berita Terkait</h4>
<ul>
{each(_item, others)}
</ul></div>"""
        return self._frame(story.headline, main, self._metadata(story, request.origin))

    def robots(self, request: PressRequest) -> PressResponse:
        """Return a robots.txt that names no sitemap."""
        return PressResponse.text("User-agent: *\nDisallow: /cari\n", "text/plain")

    def _metadata(self, story: Story, origin: str) -> str:
        """Return OpenGraph and the canonical address, that of the story's first page."""
        url = origin + _path(story)
        return f"""<link rel="canonical" href="{url}">
<meta property="og:site_name" content="{self.name}">
<meta property="og:type" content="article">
<meta property="og:url" content="{url}">
<meta property="og:title" content="{escape(story.headline)}">
<meta property="og:description" content="{escape(story.lead or "")}">"""

    def _frame(self, title: str, main: str, head: str = "") -> PressResponse:
        """Return a page with the paper's menu above *main*."""
        return PressResponse.text(f"""<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<title>{escape(title)} | {self.name}</title>
{head}
</head>
<body>
<header><a href="/">{self.name}</a> <span>{_day(self.today.date())}</span></header>
<nav><a href="/indeks">Indeks</a></nav>
{main}
<footer>{self.name}, Jalan Pasar Lama 1</footer>
</body>
</html>
""")


def _path(story: Story) -> str:
    return f"/berita/{story.key}/{story.slug}"


def _link(story: Story) -> str:
    return f'<a href="{_path(story)}">{escape(story.headline)}</a>'


def _item(story: Story) -> str:
    return f'<li>{_link(story)} <span class="tgl">{_time(story)}</span></li>'


def _day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def _time(story: Story) -> str:
    """Return day and time as Indonesian papers write them, a full stop between the figures."""
    return f"{_day(story.published.date())} | {story.published:%H.%M} WIB"


def _picture(story: Story) -> str:
    if story.caption is None:
        return ""
    return f"""<figure><img src="/foto/{story.key}.jpg" alt="">
<figcaption>{escape(story.caption)}</figcaption></figure>"""


def _page_numbers(story: Story, number: int) -> str:
    """Return links to the pages of a story, none if it has but one."""
    pages = ceil(len(story.paragraphs) / PER_ARTICLE_PAGE)
    if pages == 1:
        return ""
    numbers = " ".join(f'<a href="{_path(story)}?page={n}">{n}</a>' for n in range(1, pages + 1))
    following = f'<a rel="next" href="{_path(story)}?page={number + 1}">Selengkapnya</a>'
    return f'<div class="halaman">{numbers} {following if number < pages else ""}</div>'
