from __future__ import annotations

import pytest

from tests.press import TODAY
from tests.press.heideblatt import new_paper
from tests.press.reader import ask, read


@pytest.fixture
def paper():
    return new_paper(TODAY)


def test_only_the_meta_element_names_the_character_set(paper):
    response = ask(paper, "/")

    assert response.headers["content-type"] == "text/html"
    assert "für" in response.body.decode("latin-1")
    assert b"f\xfcr" in response.body


def test_a_teaser_ends_at_the_paywall(paper):
    teaser = next(story for story in paper.stories if not story.free)
    page = read(paper, f"/lokales/x-{teaser.key}.html")

    assert '"isAccessibleForFree": false' in page
    assert '<div class="paywall">' in page


def test_the_calendar_never_ends(paper):
    assert 'href="/archiv/1969/12/31/"' in read(paper, "/archiv/1970/01/01/")
