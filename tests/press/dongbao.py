"""Đồng Báo: an old ASP site that knows its articles by the query and its days by a form."""

from __future__ import annotations

import re
from functools import partial
from html import escape
from math import ceil
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from newsbot.demo.markup import each, nth_page
from newsbot.demo.paper import Page, PressRequest, PressResponse, Story
from tests.press.days import chosen_day, selects
from tests.press.paper import WatchedPaper
from tests.press.stories import VIETNAMESE, new_stories

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

ON_FRONT_PAGE = 5
PER_PAGE = 2
LAST_PAGE = 3
OTHERS = 5
ALL = 1
SECTIONS = {39: "Chính trị", 40: "Kinh tế", 52: "Xã hội"}


def new_paper(today: datetime) -> DongBao:
    """Return the paper with its stories."""
    return DongBao(
        new_stories(VIETNAMESE, today.astimezone(DongBao.zone), seed=15, first_key=222823), today
    )


class DongBao(WatchedPaper):
    """Its lists end at page 3, its form posts; the same article has a macm for each list."""

    hosts = ("dongbao.test", "www.dongbao.test")
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    name = "Đồng Báo"
    article = re.compile(r"^/viewer\.aspx\?(?:.*&)?mabb=(?P<key>\d+)")

    def routes(self) -> Mapping[str, Page]:
        """Return the pages: front, lists, articles and the search by day."""
        return {
            r"/(default\.aspx)?": self.front_page,
            r"/list\.aspx": self.list_page,
            r"/viewer\.aspx": self.article_page,
            r"/tim-theo-ngay\.aspx": self.day_page,
        }

    def front_page(self, request: PressRequest) -> PressResponse:
        """Return the newest stories and the form that asks for a day."""
        return self._frame(f"{_list(self.stories[:ON_FRONT_PAGE], ALL)}\n{self._form()}")

    def list_page(self, request: PressRequest) -> PressResponse:
        """Return page ``?p=`` of the list ``macm``; any page past its last is its last."""
        section = request.number("macm", ALL)
        label = None if section == ALL else SECTIONS.get(section, "")
        stories = self.stories_of(section=label)
        number = min(request.number("p"), LAST_PAGE, ceil(len(stories) / PER_PAGE))
        shown = _list(nth_page(stories, number, PER_PAGE), section)
        following = f'<a href="list.aspx?macm={section}&p={number + 1}">Tiếp</a>'
        return self._frame(f'{shown}\n<p class="trang">{following}</p>')

    def article_page(self, request: PressRequest) -> PressResponse:
        """Return the article page of the story ``mabb``, whatever its macm."""
        story = self.story(str(request.number("mabb", 0)))
        newest = self.stories_of(but=story)[:OTHERS]
        body = "<br><br>\n".join(escape(text) for text in story.paragraphs)
        return self._frame(f"""<table width="100%">
<tr><td class="chuyenmuc"><font color="red">{story.section}</font></td></tr>
<tr><td class="tieude"><font size="4"><b>{escape(story.headline)}</b></font></td></tr>
<tr><td class="ngay"><font size="1">{story.published:%H:%M, %d/%m/%Y}</font></td></tr>
<tr><td class="tomtat"><font size="2"><b>{escape(story.lead or "")}</b></font></td></tr>
<tr><td class="noidung"><font face="Arial" size="2">{_picture(story)}{body}<br><br>
<b>{escape(", ".join(story.authors))}</b></font></td></tr>
</table>
<font size="2"><b>Các tin khác</b></font>
{_list(newest, ALL)}
{self._form()}""")

    def day_page(self, request: PressRequest) -> PressResponse:
        """Return the stories of the day that the posted form names; to a GET the form alone."""
        if request.method != "POST":
            return self._frame(self._form())
        stories = self.stories_of(day=chosen_day(request, self.today.date()))
        return self._frame(_list(stories, ALL) if stories else "<p>Không tìm thấy tin nào.</p>")

    def _form(self) -> str:
        return f"""<form class="timngay" action="tim-theo-ngay.aspx" method="post">
<b>Tìm theo ngày</b>
{selects(self.today.date(), 2024, self.today.year)}
<input type="submit" value="Tìm">
</form>"""

    def _frame(self, main: str) -> PressResponse:
        """Return a page as old editors wrote it, its lines ended the Windows way."""
        menu = " ".join(
            f'<a href="list.aspx?macm={number}">{name}</a>'
            for number, name in {ALL: "Tin mới", **SECTIONS}.items()
        )
        page = f"""<HTML>
<HEAD><TITLE>{self.name}</TITLE></HEAD>
<BODY BGCOLOR="#FFFFFF">
<center><a href="default.aspx">{self.name}</a><br>{menu}</center>
{main}
<center><font size="1">Bản quyền của {self.name}</font></center>
</BODY>
</HTML>
"""
        return PressResponse.text(page.replace("\n", "\r\n"))


def _list(stories: Sequence[Story], section: int) -> str:
    """Return links to *stories*, each with the macm of the list they stand in."""
    return f"<ul>\n{each(partial(_item, section), stories)}\n</ul>"


def _item(section: int, story: Story) -> str:
    path = f"viewer.aspx?macm={section}&mabb={story.key}"
    return f'<li><a href="{path}">{escape(story.headline)}</a> ({story.published:%d/%m/%Y})</li>'


def _picture(story: Story) -> str:
    """Return the picture in a table, its caption in the row below."""
    if story.caption is None:
        return ""
    return f"""<table><tr><td><img src="viewimage.aspx?imgid={story.key}"></td></tr>
<tr><td align="center"><i>{escape(story.caption)}</i></td></tr></table>
"""
