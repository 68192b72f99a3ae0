from __future__ import annotations

import re

import pytest

from tests.press import TODAY
from tests.press.reader import read
from tests.press.thoibao import half_decomposed, new_paper


@pytest.fixture
def paper():
    return new_paper(TODAY)


@pytest.mark.parametrize(
    "place",
    [
        "/tin-tuc/0/{}/x?utm_source=trangchu",
        "http://www.thoibao.test:8080/tin-tuc/12/{}/y",
        "/print/{}/x",
    ],
)
def test_an_article_has_many_addresses(paper, place):
    story = paper.stories[0]

    assert story.body.split("\n\n")[-1] in read(paper, place.format(story.key))
    assert paper.article_key(paper.requests[-1]) == story.key


def test_related_news_under_an_old_article_are_the_newest(paper):
    page = read(paper, f"/tin-tuc/4/{paper.stories[-1].key}/x")
    block = page.partition("Tin cùng chuyên mục")[2].partition("Xem tin theo ngày")[0]

    assert [s.key for s in paper.stories[:6]] == re.findall(r"/tin-tuc/\d+/(\d+)/", block)
    assert "20.11.2026 | 17:38 PM" in block
    assert re.search(r"<li><span>Xã luận</span><a ", block)


def test_a_story_is_typed_neither_composed_nor_decomposed(paper):
    typed = read(paper, f"/tin-tuc/4/{paper.stories[5].key}/x")

    assert half_decomposed(paper.stories[5].headline) in typed
    assert half_decomposed("ộ") == "ô\N{COMBINING DOT BELOW}"


def test_credits_stand_in_the_last_line(paper):
    pages = [read(paper, f"/tin-tuc/4/{paper.stories[n].key}/x") for n in (1, 3)]

    assert "<strong>Nguyễn Thị Lan/Báo Đồng Rạng</strong></p>\n</div>" in pages[0]
    assert "<strong>Theo TTXVN</strong></p>\n</div>" in pages[1]


def test_a_chosen_day_shows_its_own_stories_alone(paper):
    page = read(paper, "/xem-theo-ngay?ngay=19&thang=11&nam=2026")

    assert re.findall(r"/tin-tuc/\d+/(\d+)/", page) == [s.key for s in paper.stories[4:6]]
