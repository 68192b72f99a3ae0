from __future__ import annotations

import json
import re
import tomllib
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest

from newsbot.demo import demopaper
from newsbot.demo.paper import PressRequest
from tests.press import bundled

ORIGIN = "http://127.0.0.1:8080"
TODAY = datetime(2026, 11, 20, 11, 38, tzinfo=UTC)


@pytest.fixture
def paper():
    return bundled.new_paper(TODAY)


def page(paper, place):
    response = paper.respond(PressRequest.to(place if "://" in place else ORIGIN + place))
    assert response.status == 200
    return response.body.decode()


def article(paper, key):
    place = re.search(rf"<loc>(\S+-{key}/)</loc>", page(paper, "/post-sitemap.xml"))[1]
    return page(paper, place)


def news_article(text):
    record = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)[1]
    return json.loads(record)["@graph"][0]


def keys(text):
    return sorted(set(re.findall(r"/\d{4}/\d\d/[^/]+-(\d+)/", text)))


def test_json_ld_says_what_the_truth_says(paper):
    story = paper.truth()["1009"]
    record = news_article(article(paper, "1009"))

    assert record["headline"] == story.headline
    assert record["description"] == story.lead
    assert record["datePublished"] == story.published.isoformat()
    assert [author["name"] for author in record["author"]] == list(story.authors)
    assert record["keywords"] == list(story.keywords)
    assert "dateModified" not in record


def test_an_article_page_names_its_own_address(paper):
    text = article(paper, "1009")
    canonical = re.search(r'<link rel="canonical" href="(.*?)">', text)[1]

    assert paper.article_key(PressRequest.to(canonical)) == "1009"
    assert f'<meta property="og:url" content="{canonical}">' in text


def test_related_news_are_the_newest_of_the_section(paper):
    block = unescape(article(paper, "1012")).partition("Tin liên quan")[2]

    assert keys(block) == ["1004", "1008"]


def test_the_front_page_shows_the_newest_eight(paper):
    assert len(keys(page(paper, "/"))) == 8


def test_the_feed_shows_the_newest_ten_with_their_times(paper):
    feed = page(paper, "/feed/")

    assert len(keys(feed)) == feed.count("<item>") == 10
    assert "<pubDate>Fri, 20 Nov 2026 16:38:00 +0700</pubDate>" in feed


def test_robots_txt_leads_to_every_story(paper):
    sitemap = re.search(r"Sitemap: (\S+)", page(paper, "/robots.txt"))[1]
    stories = re.search(r"<loc>(.*?)</loc>", page(paper, sitemap))[1]

    assert keys(page(paper, stories)) == sorted(paper.truth())


def test_a_section_goes_on_to_its_next_page(paper):
    first = page(paper, "/chuyen-muc/kinh-te/")
    following = re.search(r'<a rel="next" href="(.*?)">', first)[1]

    assert keys(first) + keys(page(paper, following)) == ["1008", "1012", "1004"]


@pytest.mark.parametrize("place", ["/chuyen-muc/kinh-te/page/3/", "/chuyen-muc/the-thao/"])
def test_a_section_page_that_is_not_there_is_missing(paper, place):
    assert paper.respond(PressRequest.to(ORIGIN + place)).status == 404


def test_the_next_issue_publishes_edits_and_withdraws(paper):
    before = paper.truth()
    paper.print_next_issue()
    after = paper.truth()

    assert set(after) - set(before) == {"1013"}
    assert set(before) - set(after) == {"1008"}
    assert [key for key in before if key in after and before[key] != after[key]] == ["1012"]


def test_the_edit_shows_in_json_ld_and_sitemap(paper):
    paper.print_next_issue()

    assert news_article(article(paper, "1012"))["dateModified"] == paper.today.isoformat()
    assert re.search(
        rf"-1012/</loc><lastmod>{re.escape(paper.today.isoformat())}</lastmod>",
        page(paper, "/post-sitemap.xml"),
    )


def test_the_withdrawn_story_answers_gone(paper):
    paper.print_next_issue()

    assert paper.respond(PressRequest.to(f"{ORIGIN}/2026/11/x-1008/")).status == 410


def test_the_profile_finds_the_key_that_the_paper_means(paper):
    file = Path(demopaper.__file__).with_name("demo.toml")
    links = tomllib.loads(file.read_text(encoding="utf-8"))["links"]
    requests = [
        PressRequest.to(url)
        for url in re.findall(r"<loc>(.*?)</loc>", page(paper, "/post-sitemap.xml"))
    ]

    assert links["seeds"] == ["http://127.0.0.1:PORT/"]
    assert sorted(re.search(links["article"], r.target)["key"] for r in requests) == sorted(
        paper.truth()
    )
