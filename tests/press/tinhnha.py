"""Báo Tỉnh Nhà: a vendor's Vietnamese site whose pages are broken in many ways."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, timedelta
from html import escape
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from newsbot.demo.markup import each, json_ld, nth_page, paragraphs, slug
from newsbot.demo.paper import Page, PressRequest, PressResponse, Story
from tests.press.days import calendar_day, weekday
from tests.press.paper import WatchedPaper
from tests.press.stories import VIETNAMESE, new_stories

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

BATCH = 6
CARDS = 4
PER_MENU_SECTION = 2
ZONES = {2: "Chính trị", 3: "Kinh tế", 5: "Xã hội"}


def new_paper(today: datetime) -> TinhNha:
    """Return the paper with its stories; each page calls itself modified when it came out."""
    stories = new_stories(VIETNAMESE, today.astimezone(TinhNha.zone), seed=81, first_key=88701)
    return TinhNha([replace(story, modified=story.published) for story in stories], today)


class TinhNha(WatchedPaper):
    """Closes its html element before the head, and tells machines other times than readers.

    Its base element points into a folder of templates, where the pages it links to are not.
    """

    hosts = ("tinhnha.test", "www.tinhnha.test")
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    name = "Báo Tỉnh Nhà"
    article = re.compile(r"^/[^/]+-(?P<key>\d+)\.html")

    def routes(self) -> Mapping[str, Page]:
        """Return the pages: front, sections, more of a section, articles, days."""
        return {
            r"/": self.front_page,
            r"/(?P<section>chinh-tri|kinh-te|xa-hoi)": self.section_page,
            r"/api/more": self.more,
            r"/[^/]+-(?P<key>\d+)\.html": self.article_page,
            r"/xem-theo-ngay/(?P<day>[1-9]\d?)-(?P<month>[1-9]\d?)-(?P<year>\d{4})\.htm": (
                self.day_page
            ),
        }

    def front_page(self, request: PressRequest) -> PressResponse:
        """Return the newest stories as cards."""
        return self._frame(request, f'<div class="list">{each(_card, self.stories[:BATCH])}</div>')

    def section_page(self, request: PressRequest, section: str) -> PressResponse:
        """Return page ``?p=`` of a section; a button asks for more where a script runs."""
        number = request.number("p")
        zone, label = next((z, name) for z, name in ZONES.items() if slug(name) == section)
        stories = self.stories_of(section=label)
        following = ""
        if len(stories) > number * BATCH:
            following = f"""<div id="page"><a href="?p={number + 1}">{number + 1}</a></div>
<button class="control__loadmore" data-zone="{zone}" data-page="2">Xem thêm</button>"""
        return self._frame(
            request,
            f"""<h1 class="titlecate">{label}</h1>
<div class="list">
{each(_card, nth_page(stories, number, BATCH))}
</div>
{following}""",
        )

    def more(self, request: PressRequest) -> PressResponse:
        """Return batch ``page`` of zone ``zone`` as JSON around HTML: empty past the last."""
        stories = self.stories_of(section=ZONES.get(request.number("zone"), ""))
        cards = each(_card, nth_page(stories, request.number("page"), BATCH))
        answer = json.dumps({"data": {"articles": cards}})
        return PressResponse.text(answer, "application/json; charset=utf-8")

    def day_page(self, request: PressRequest, day: str, month: str, year: str) -> PressResponse:
        """Return the stories of a day and the way to the day before."""
        asked = calendar_day(year, month, day)
        return self._frame(
            request,
            f"""<h1 class="titlecate">Tin ngày {asked:%d/%m/%Y}</h1>
<div class="list">
{each(_card, self.stories_of(day=asked)) or "<p>Chưa có tin.</p>"}
</div>
<a class="truoc" href="{_day_path(asked - timedelta(days=1))}">Ngày trước</a>""",
        )

    def article_page(self, request: PressRequest, key: str) -> PressResponse:
        """Return the article page of the story *key*."""
        story = self.story(key)
        others = self.stories_of(section=story.section, but=story)[:CARDS]
        lead = story.lead or ""
        main = f"""<h1 class="titlecate">{story.section}</h1>
<h1 class="name">{escape(story.headline)}&nbsp;<span class="sprite icophoto"></span></h1>
<div class="date">{_time(story)}</div>
<div class="author">{escape(", ".join(story.authors))}</div>
<div class="sapo">{escape(_cut_short(lead))}</div>
<p class="sapo">{escape(lead)}</p>
<div id="content-detail">
<!DOCTYPE html>
<html>
<head><meta charset="utf-8"></head>
<body>
{_picture(story)}
{paragraphs(story)}
</body>
</html>
</div>
<div class="block-content"><h3>Cùng chuyên mục</h3>
{each(_card, others)}
</div>"""
        return self._frame(request, main, _metadata(story, request.origin))

    def _frame(self, request: PressRequest, main: str, head: str = "") -> PressResponse:
        """Return a page: html closed too early, a base in a folder, a clock, a stale date."""
        today = self.today
        menu = each(_menu_item, [s for name in ZONES.values() for s in self._menu_stories(name)])
        sections = "".join(f'<a href="/{slug(name)}">{name}</a> ' for name in ZONES.values())
        return PressResponse.text(f"""<!DOCTYPE html>
<html lang="vi">

</html>

<head>
<meta charset="utf-8">
<title>{self.name}</title>
<base href="{request.origin}/static/templates/v1/home/">
{head}
</head>
<body>
<div class="header"><a href="/">{self.name}</a>
<div class="title-time">{weekday(today)}, {today:%d/%m/%Y %H:%M} [(GMT +7)]</div>
<div class="header-date">Thứ 2, 21/10/2024</div></div>
<div class="sections">{sections}</div>
<ul class="mega">
{menu}
</ul>
{main}
<div class="footer">Xem theo ngày: <a href="{_day_path(today.date())}">hôm nay</a></div>
</body>
""")

    def _menu_stories(self, section: str) -> list[Story]:
        return self.stories_of(section=section)[:PER_MENU_SECTION]


def _metadata(story: Story, origin: str) -> str:
    """Return JSON-LD as the CMS writes it: one time without zone, one in UTC, its own login."""
    record = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.headline,
        "datePublished": f"{story.published:%Y-%m-%d %H:%M:%S}",
        "dateModified": f"{story.changed.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000000Z",
        "author": {"@type": "Person", "name": "tinhnhatv"},
    }
    return f'<link rel="canonical" href="{origin}{_path(story)}">\n{json_ld(record)}'


def _path(story: Story) -> str:
    return f"/{story.slug}-{story.key}.html"


def _day_path(day: date) -> str:
    return f"/xem-theo-ngay/{day.day}-{day.month}-{day.year}.htm"


def _time(story: Story) -> str:
    day = f"{weekday(story.published)}, {story.published:%d/%m/%Y}"
    return f"{day} | {story.published:%H:%M:%S} [GMT +7]"


def _cut_short(lead: str) -> str:
    """Return the lead as the CMS repeats it: broken off after the first letter of a word."""
    return lead[: lead.find(" ", len(lead) // 2) + 2]


def _card(story: Story) -> str:
    """Return a card: an empty anchor elsewhere, one in a comment, and then the link."""
    return f"""<article class="card"><a href="/anh/{story.slug}"></a>
<!-- <a href="/cu/{story.slug}-{story.key}.html">{story.key}</a> -->
<h3><a href="{_path(story)}" title="{escape(story.headline)}     ">{escape(story.headline)}
   </a></h3>
<time class="card-time" rel="{story.published.timestamp():.0f}"> \
{story.published:%H:%M | %d/%m/%Y} </time></article>"""


def _menu_item(story: Story) -> str:
    return f'<li>{story.section}: <a href="{_path(story)}">{escape(story.headline)}</a></li>'


def _picture(story: Story) -> str:
    """Return the picture with its caption, in one of the two ways of the site."""
    if story.caption is None:
        return ""
    image, caption = f'<img src="/image/{story.key}.webp">', escape(story.caption)
    if int(story.key) % 4 == 0:
        return f"<figure>{image}<figcaption>{caption}</figcaption></figure>"
    return f'<div class="wp-caption">{image}<p class="wp-caption-text">{caption}</p></div>'
