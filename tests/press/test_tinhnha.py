from __future__ import annotations

import json

import pytest

from tests.press import TODAY
from tests.press.reader import ask, read
from tests.press.tinhnha import new_paper


@pytest.fixture
def paper():
    return new_paper(TODAY)


def test_html_is_closed_before_its_head(paper):
    page = read(paper, "/")

    assert page.index("</html>") < page.index("<head>")
    assert '<base href="http://tinhnha.test:8080/static/templates/v1/home/">' in page
    assert ask(paper, "/static/templates/v1/home/?p=2").status == 404


def test_more_of_a_section_comes_as_json_until_there_is_none(paper):
    batches = [json.loads(read(paper, f"/api/more?zone=3&page={n}")) for n in (1, 2, 3)]
    cards = [batch["data"]["articles"] for batch in batches]

    assert cards[0] in read(paper, "/kinh-te")
    assert [batch.count("<article") for batch in cards] == [6, 3, 0]


def test_json_ld_gives_one_instant_in_two_zones(paper):
    page = read(paper, f"/x-{paper.stories[0].key}.html")

    assert '"datePublished": "2026-11-20 17:38:00"' in page
    assert '"dateModified": "2026-11-20T10:38:00.000000Z"' in page


@pytest.mark.parametrize(("day", "status"), [("2-11-2026", 200), ("02-11-2026", 404)])
def test_day_pages_are_named_without_padding(paper, day, status):
    assert ask(paper, f"/xem-theo-ngay/{day}.htm").status == status
