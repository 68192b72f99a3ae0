"""Thời báo Hạ Giang: an old Vietnamese site whose pages carry no metadata at all."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import partial
from html import escape
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from newsbot.demo.markup import each, nth_page, slug
from newsbot.demo.paper import Page, PressRequest, PressResponse, Story
from tests.press.days import chosen_day, selects, weekday
from tests.press.paper import WatchedPaper
from tests.press.stories import VIETNAMESE, new_stories

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

FIRST_KEY = 68834
PER_PAGE = 6
RELATED = 6
IN_DAY_BLOCK = 10
CATEGORIES = {4: "Chính trị", 9: "Kinh tế", 12: "Xã hội"}
TONES = "\N{COMBINING GRAVE ACCENT}\N{COMBINING ACUTE ACCENT}\N{COMBINING TILDE}" + (
    "\N{COMBINING HOOK ABOVE}\N{COMBINING DOT BELOW}"
)


def new_paper(today: datetime) -> ThoiBao:
    """Return the paper with its stories; two of the newest have an odd last line."""
    stories = new_stories(VIETNAMESE, today.astimezone(ThoiBao.zone), seed=31, first_key=FIRST_KEY)
    stories[-2] = replace(stories[-2], source="Báo Đồng Rạng", authors=("Nguyễn Thị Lan",))
    stories[-4] = replace(stories[-4], source="TTXVN", authors=())
    return ThoiBao(stories, today)


class ThoiBao(WatchedPaper):
    """One article has many addresses: any category, 0 too, with or without www., in print."""

    hosts = ("thoibao.test", "www.thoibao.test")
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    name = "Thời báo Hạ Giang"
    article = re.compile(r"^/(?:tin-tuc/\d+|print)/(?P<key>\d+)/")

    def routes(self) -> Mapping[str, Page]:
        """Return the pages: front, sections, articles, articles for the printer, days."""
        return {
            r"/": self.front_page,
            r"/chuyen-muc/(?P<category>\d+)/[^/]*": self.section_page,
            r"/tin-tuc/\d+/(?P<key>\d+)/[^/]*": self.article_page,
            r"/print/(?P<key>\d+)/[^/]*": self.print_page,
            r"/xem-theo-ngay": self.day_page,
        }

    def front_page(self, request: PressRequest) -> PressResponse:
        """Return the newest stories under category 0, with a tracking parameter."""
        items = each(_front_item, self.stories[:PER_PAGE])
        return self._frame(f'<ul class="moi">\n{items}\n</ul>')

    def section_page(self, request: PressRequest, category: str) -> PressResponse:
        """Return page ``?trang=`` of a category; an empty list past its last."""
        number = request.number("trang")
        stories = self.stories_of(section=CATEGORIES.get(int(category), ""))
        items = each(_item, nth_page(stories, number, PER_PAGE))
        more = ""
        if len(stories) > number * PER_PAGE:
            more = f'<div class="trang"><a href="?trang={number + 1}">Trang sau</a></div>'
        return self._frame(f'<ul class="ds">\n{items}\n</ul>\n{more}')

    def article_page(self, request: PressRequest, key: str) -> PressResponse:
        """Return the article page of the story *key*, whatever the category in the address."""
        story = self.story(key)
        newest = self.stories_of(but=story)[:RELATED]
        related = each(partial(_related_item, request.origin), newest)
        return self._frame(f"""{_article(story)}
<p class="congcu"><a href="/print/{key}/{story.slug}">Bản in</a></p>
<div class="khung">
<h3 class="tieude">Tin cùng chuyên mục</h3>
<div class="gach"></div>
<ul class="khac">
{related}
</ul>
</div>
{self._day_block(story)}""")

    def print_page(self, request: PressRequest, key: str) -> PressResponse:
        """Return the article alone, for the printer."""
        return PressResponse.text(f"<html><body>\n{_article(self.story(key))}\n</body></html>")

    def day_page(self, request: PressRequest) -> PressResponse:
        """Return the stories of the day ``?ngay=&thang=&nam=``, of today if none is named."""
        day = chosen_day(request, self.today.date())
        items = each(_item, self.stories_of(day=day)) or "<li>Không có tin nào.</li>"
        return self._frame(f"<h1>Tin ngày {day:%d.%m.%Y}</h1>\n<ul>\n{items}\n</ul>")

    def _day_block(self, story: Story) -> str:
        """Return ten titles up to the story's day, and the form that asks for another day."""
        earlier = [s for s in self.stories if s.published.date() <= story.published.date()]
        return f"""<div class="khung">
<h3 class="tieude">Xem tin theo ngày</h3>
<ul>
{each(_item, earlier[:IN_DAY_BLOCK])}
</ul>
<form action="/xem-theo-ngay" method="get">
{selects(story.published.date(), 2024, self.today.year)}
<input type="submit" value="Xem">
</form>
</div>"""

    def _frame(self, main: str) -> PressResponse:
        """Return a page with the paper's name, its clock and its menu above *main*."""
        menu = " | ".join(
            f'<a href="/chuyen-muc/{number}/{slug(label)}">{label}</a>'
            for number, label in CATEGORIES.items()
        )
        clock = f"{weekday(self.today)}, {self.today:%d/%m/%Y %H:%M}"
        return PressResponse.text(f"""<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>{self.name}</title>
</head>
<body>
<div id="dau"><a href="/">{self.name}</a> <span class="dongho">{clock}</span></div>
<div id="menu">{menu}</div>
<div id="chinh">
{main}
</div>
<div id="chan">Tòa soạn: số 1 đường Bờ Sông, thị xã Hạ Giang. Giấy phép số 00/GP.</div>
</body>
</html>
""")


def half_decomposed(text: str) -> str:
    """Return *text* with its tone marks, and only them, as combining characters.

    Neither NFC nor NFD: the way of Windows code page 1258.
    """
    return "".join(_letter_and_tone(letter) for letter in text)


def _letter_and_tone(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    plain = unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES))
    return plain + "".join(part for part in parts if part in TONES)


def _strewn(text: str) -> str:
    """Return *text* with no-break spaces for some spaces, and invisible ones beside others."""
    words = text.split(" ")
    glue = ("\N{NO-BREAK SPACE}", " \N{ZERO WIDTH SPACE}", " ", " ")
    return "".join(word + glue[i % len(glue)] for i, word in enumerate(words[:-1])) + words[-1]


# How the text of some stories is typed; the truth holds it as it is meant.
TYPED: Mapping[str, Callable[[str], str]] = {
    str(FIRST_KEY + 7 * 20): half_decomposed,
    str(FIRST_KEY + 7 * 18): _strewn,
}


def _article(story: Story) -> str:
    """Return title, date, lead, text and, as its last line, the author or the source."""
    typed = TYPED.get(story.key, str)
    body = "\n".join(f"<p>{escape(typed(text))}</p>" for text in story.paragraphs)
    credit = "/".join(filter(None, [*story.authors, story.source]))
    if not story.authors:
        credit = f"Theo {credit}"
    category = f"/chuyen-muc/{_category(story)}/{slug(story.section)}"
    return f"""<div class="muc"><a href="{category}">{story.section}</a></div>
<h1>{escape(typed(story.headline))}</h1>
<div class="ngay">{_time(story)}</div>
<p class="sapo">{escape(typed(story.lead or ""))}</p>
<div class="noidung">
{_picture(story)}
{body}
<p style="text-align: right"><strong>{credit}</strong></p>
</div>"""


def _picture(story: Story) -> str:
    """Return the picture with its caption as an ordinary paragraph; its name ends in an epoch."""
    if story.caption is None:
        return ""
    name = f"{story.key}_{story.slug.replace('-', '_')}_{story.published.timestamp():.0f}.jpg"
    folder = f"/upload/news/{story.published.month}_{story.published.year}"
    return f"""<p style="text-align: center"><img src="{folder}/{name}"></p>
<p style="text-align: center"><em>{escape(story.caption)}</em></p>"""


def _time(story: Story) -> str:
    """Return a 24-hour time with the meaningless AM or PM of the site."""
    return f"{story.published:%d.%m.%Y | %H:%M %p}"


def _path(story: Story, category: int) -> str:
    return f"/tin-tuc/{category}/{story.key}/{story.slug}"


def _category(story: Story) -> int:
    return next(number for number, label in CATEGORIES.items() if label == story.section)


def _item(story: Story) -> str:
    return f'<li><a href="{_path(story, _category(story))}">{escape(story.headline)}</a></li>'


def _front_item(story: Story) -> str:
    path = f"{_path(story, 0)}?utm_source=trangchu"
    return f'<li><a href="{path}">{escape(story.headline)}</a></li>'


def _related_item(origin: str, story: Story) -> str:
    """Return an item by way of the www. host, the section's label glued to a third of them."""
    label = "<span>Xã luận</span>" if int(story.key) % 3 == 0 else ""
    host = origin if "//www." in origin else origin.replace("//", "//www.")
    link = f'<a href="{host}{_path(story, _category(story))}">{escape(story.headline)}</a>'
    return f"<li>{label}{link} <span>{_time(story)}</span></li>"
