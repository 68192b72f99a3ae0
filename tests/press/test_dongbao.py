from __future__ import annotations

import pytest

from tests.press import TODAY
from tests.press.dongbao import new_paper
from tests.press.reader import ask, reachable, read


@pytest.fixture
def paper():
    return new_paper(TODAY)


def test_only_the_form_leads_to_what_the_capped_lists_cut_off(paper):
    cut_off = set(paper.truth()) - reachable(paper)
    oldest = paper.stories[-1]
    day = oldest.published
    form = {"ngay": [f"{day.day}"], "thang": [f"{day.month}"], "nam": [f"{day.year}"]}
    found = read(paper, "/tim-theo-ngay.aspx", form)

    assert {story.key for story in paper.stories[-3:]} <= cut_off
    assert f"mabb={oldest.key}" in found


def test_the_fourth_page_repeats_the_third(paper):
    pages = [ask(paper, f"/list.aspx?macm=1&p={n}").body for n in (2, 3, 4, 5)]

    assert pages[0] != pages[1] == pages[2] == pages[3]


def test_an_article_stands_in_each_list_under_its_own_macm(paper):
    key = paper.stories[0].key

    assert f"macm=1&mabb={key}" in read(paper, "/list.aspx?macm=1")
    assert f"macm=40&mabb={key}" in read(paper, "/list.aspx?macm=40")


def test_lines_end_the_windows_way(paper):
    body = ask(paper, "/").body

    assert body.count(b"\r\n") == body.count(b"\n")
