from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import timedelta

import pytest

from newsbot.demo.paper import PressRequest
from tests.press import PAPERS, TODAY, profile_text
from tests.press.reader import PORT, ask, meant, reachable, read

ADDRESSES = {
    "demo": "/2026/11/x-{key}/",
    "dongbao": "/viewer.aspx?macm=1&mabb={key}",
    "heideblatt": "/lokales/x-{key}.html",
    "kabar": "/berita/{key}/x",
    "thoibao": "/tin-tuc/0/{key}/x",
    "tinhnha": "/x-{key}.html",
}
STORIES = [(name, key) for name in PAPERS for key in PAPERS[name](TODAY).truth()]


@pytest.fixture
def paper(name):
    return PAPERS[name](TODAY)


def named(*names):
    return pytest.mark.parametrize("name", names or list(PAPERS))


@pytest.mark.parametrize(("name", "key"), STORIES)
def test_a_page_says_what_the_truth_says(paper, name, key):
    story = paper.truth()[key]
    place = ADDRESSES[name].format(key=key)
    page = meant(read(paper, place) + read(paper, f"{place}?page=2"))
    told = [story.headline, story.lead, *story.paragraphs, *story.authors, story.section]
    told += filter(None, [story.source, story.caption])

    assert [words for words in told if words not in page] == []


@named("demo", "heideblatt", "kabar", "thoibao", "tinhnha")
def test_links_lead_to_every_story(paper):
    assert reachable(paper) == set(paper.truth())


@named("dongbao", "heideblatt", "kabar", "thoibao", "tinhnha")
def test_the_whole_site_is_more_than_its_last_weeks(paper):
    assert sum(paper.today - story.published > timedelta(days=60) for story in paper.stories) == 3


@named("dongbao", "heideblatt", "kabar", "thoibao", "tinhnha")
def test_the_profile_reaches_back_to_the_first_story(paper, name):
    links = tomllib.loads(profile_text(name, PORT))["links"]

    assert links["first_day"] == paper.stories[-1].published.date()


@named()
def test_headlines_and_bodies_are_all_different(paper):
    stories = paper.stories

    assert len({s.headline for s in stories}) == len({s.body for s in stories}) == len(stories)


@named()
def test_a_withdrawn_story_answers_so_and_is_off_the_front_page(paper, name):
    key = paper.stories[0].key
    paper.withdraw(key)

    assert ask(paper, ADDRESSES[name].format(key=key)).status == 410
    assert key not in read(paper, "/")


@named()
def test_an_edit_shows_on_the_page(paper, name):
    key = paper.stories[0].key
    paper.edit(key, headline="Một tít khác")

    assert "Một tít khác" in meant(read(paper, ADDRESSES[name].format(key=key)))


@named()
def test_a_story_published_now_leads_the_front_page(paper):
    paper.publish(replace(paper.stories[0], key="999999", published=paper.today))

    assert "999999" in read(paper, "/")


@named()
def test_the_profile_recognises_articles_as_the_paper_does(paper, name):
    links = tomllib.loads(profile_text(name, PORT))["links"]
    request = PressRequest.to(f"{links['seeds'][0]}{ADDRESSES[name][1:].format(key=77)}")

    assert request.origin == f"http://{paper.hosts[0]}:{PORT}"
    assert re.search(links["article"], request.target)["key"] == "77" == paper.article_key(request)
