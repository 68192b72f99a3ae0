from __future__ import annotations

import re

import pytest

from tests.press import TODAY
from tests.press.kabar import new_paper
from tests.press.reader import ask, read


@pytest.fixture
def paper():
    return new_paper(TODAY)


def test_a_day_to_come_shows_today(paper):
    assert ask(paper, "/indeks?date=2027-01-01").body == ask(paper, "/indeks").body


def test_a_day_goes_on_to_its_second_page(paper):
    pages = [read(paper, f"/indeks?date=2026-11-20&page={n}") for n in (1, 2)]

    assert [len(re.findall(r"/berita/", page)) for page in pages] == [3, 1]


def test_a_day_may_be_empty(paper):
    assert "Tidak ada berita" in read(paper, "/indeks?date=2026-11-12")


def test_a_long_story_goes_on_behind_its_page_numbers(paper):
    story = next(story for story in paper.stories if len(story.paragraphs) > 3)
    page = read(paper, f"/berita/{story.key}/x")

    assert '<a rel="next"' in page
    assert story.paragraphs[3] not in page
    assert "Baca juga" in page
