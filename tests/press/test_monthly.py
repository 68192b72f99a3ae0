from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace
from urllib.parse import urljoin

import pytest

from newsbot.demo.paper import PressRequest
from newsbot.pages.article import ArticlePage
from newsbot.profile import parse_profile
from tests.press.month import Month
from tests.press.monthlayout import Layout, profile_text
from tests.press.monthly import START, Monthly
from tests.press.newsroom import monthly_room
from tests.press.reader import ask, read

NOON = START + timedelta(days=4, hours=12)
TODAY, YESTERDAY = "/theo-ngay/2026-11-06/", "/theo-ngay/2026-11-05/"
LISTINGS = {
    "front": "/",
    "section": "/kinh-te/",
    "feed": "/tin-moi.rss",
    "sitemap": "/sitemap-2026-11.xml",
    "day": TODAY,
}


@pytest.fixture
def paper():
    return a_paper()


def a_paper(**layout):
    paper = Monthly((), START, Layout(**layout))
    Month(paper, days=6, edits=False).advance(NOON)
    return paper


def a_story(paper):
    """Return a story that is out now."""
    (other, *_) = paper.stories_of(section="Kinh tế")
    return replace(other, key="999999", published=paper.today)


def keys(text):
    """Return the keys that a page shows, in its order, each once."""
    return list(dict.fromkeys(re.findall(r"-(\d+)\.html", text)))


def keys_of(stories):
    return [story.key for story in stories]


def an_article(paper, key, profile):
    url = f"http://{paper.hosts[0]}/kinh-te/x-{key}.html"
    text = paper.respond(PressRequest.to(url)).body.decode()
    return ArticlePage(SimpleNamespace(url=url, text=text), profile, paper.today).article


def test_every_listing_shows_the_newest_first(paper):
    economy = keys_of(paper.stories_of(section="Kinh tế"))

    assert keys(read(paper, "/")) == keys_of(paper.stories[:15])
    assert keys(read(paper, "/kinh-te/")) == economy[:20]
    assert keys(read(paper, "/kinh-te/trang/2/")) == economy[20:40]
    assert keys(read(paper, "/tin-moi.rss")) == keys_of(paper.stories[:30])
    assert keys(read(paper, YESTERDAY)) == keys_of(paper.stories_of(day=date(2026, 11, 5)))


def test_the_sitemaps_of_the_months_list_every_story(paper):
    places = re.findall(r"<loc>(.*?)</loc>", read(paper, "/sitemap.xml"))

    assert keys("".join(read(paper, place) for place in places)) == keys_of(paper.stories)
    assert len(places) == 2


def test_paging_leads_to_the_last_story_of_a_section_and_of_a_day():
    paper = a_paper(per_page=6)

    for place, stories in {
        "/kinh-te/": paper.stories_of(section="Kinh tế"),
        YESTERDAY: paper.stories_of(day=date(2026, 11, 5)),
        "/theo-ngay/?ngay=05/11/2026": paper.stories_of(day=date(2026, 11, 5)),
    }.items():
        shown, following = [], place
        while following:
            page = read(paper, following)
            shown += keys(page)
            link = re.search(r'rel="next" href="(.*?)"', page)
            following = link and urljoin(place, link[1])
        assert shown == keys_of(stories)


def test_paging_may_end_before_the_last_story():
    paper = a_paper(per_page=6, last_page=2)

    assert 'rel="next"' not in read(paper, "/kinh-te/trang/2/")
    assert ask(paper, "/kinh-te/trang/3/").status == 404


def test_a_paper_may_have_no_feed_no_sitemap_and_no_days():
    paper = a_paper(feed=0, sitemap=False, days=None)

    assert {ask(paper, p).status for p in ("/tin-moi.rss", "/sitemap.xml", TODAY)} == {404}
    assert "Sitemap" not in read(paper, "/robots.txt") + profile_text(1, paper.layout)
    assert "rss" not in read(paper, "/")
    assert parse_profile("monthly", profile_text(1, paper.layout).encode()).links.day is None


def test_the_profile_asks_for_days_as_the_layout_has_them():
    profile = parse_profile("monthly", profile_text(1, Layout(days="query")).encode())

    assert profile.links.day.url.endswith("/theo-ngay/?ngay={day:%d/%m/%Y}")


def test_old_stories_of_the_section_may_be_related():
    paper = a_paper(related="older")
    story = paper.stories[0]
    page = read(paper, f"/x/x-{story.key}.html").partition("Tin liên quan")[2]
    older = paper.stories_of(section=story.section, but=story)

    assert len(keys(page)) == 4
    assert set(keys(page)) < set(keys_of(older))


@pytest.mark.parametrize("channel", LISTINGS)
def test_a_story_may_be_hidden_from_one_channel(paper, channel):
    key = paper.stories_of(section="Kinh tế")[0].key
    paper.hidden[channel].add(key)

    shown = {name for name, place in LISTINGS.items() if key in keys(read(paper, place))}

    assert shown == set(LISTINGS) - {channel}


def test_a_story_may_be_hidden_from_related_news(paper):
    newest, second, *_, last = keys_of(paper.stories)
    paper.hidden["related"].add(newest)

    assert newest not in keys(read(paper, f"/x/x-{last}.html"))
    assert second in keys(read(paper, f"/x/x-{last}.html"))


def test_pinned_stories_stand_above_and_promoted_ones_among_the_newest(paper):
    old = paper.stories_of(section="Kinh tế")[-1].key
    promoted = paper.stories[-1].key
    newest = keys_of(paper.stories)
    paper.pinned, paper.promoted = [old], [promoted]

    assert keys(read(paper, "/"))[:6] == [old, *newest[:3], promoted, newest[3]]
    assert keys(read(paper, "/kinh-te/"))[0] == old
    assert old not in keys(read(paper, "/xa-hoi/"))


def test_generated_times_of_change_are_all_the_present(paper):
    paper.lastmod = "generated"
    for place in ("/sitemap.xml", "/sitemap-2026-11.xml"):
        changed = set(re.findall("<lastmod>(.*?)</lastmod>", read(paper, place)))
        assert changed == {paper.today.isoformat()}


def test_an_outage_answers_everything(paper):
    paper.outage = 503
    places = [*LISTINGS.values(), "/robots.txt", f"/x/x-{paper.stories[0].key}.html"]

    assert {ask(paper, place).status for place in places} == {503}
    paper.outage = None
    assert {ask(paper, place).status for place in places} == {200}


def test_every_article_may_be_gone_or_lead_home(paper):
    place = f"/x/x-{paper.stories[0].key}.html"
    paper.everything_gone = 410
    assert (ask(paper, place).status, ask(paper, "/").status) == (410, 200)

    paper.everything_gone, paper.maintenance = None, True
    response = ask(paper, place)
    assert (response.status, response.headers["location"]) == (302, "/")


def test_a_withdrawn_story_answers_in_one_of_three_ways(paper):
    key = paper.stories[0].key
    paper.withdraw(key, 404)
    answers = {}
    for paper.soft_404 in ("status", "page", "home"):
        answers[paper.soft_404] = ask(paper, f"/x/x-{key}.html").status

    assert answers == {"status": 404, "page": 200, "home": 302}
    assert not [place for place in LISTINGS.values() if key in keys(read(paper, place))]


@pytest.mark.parametrize("place", LISTINGS.values())
def test_frozen_listings_are_those_of_that_instant(paper, place):
    before, key = keys(read(paper, place)), paper.stories_of(section="Kinh tế")[0].key
    paper.frozen = paper.today
    paper.today += timedelta(hours=1)
    paper.publish(a_story(paper))
    paper.withdraw(key)

    assert keys(read(paper, place)) == before
    paper.frozen = None
    assert keys(read(paper, place))[0] == "999999"


def test_the_page_of_a_day_may_show_today(paper):
    paper.lying_days.add(date(2026, 11, 5))

    assert keys(read(paper, YESTERDAY)) == keys(read(paper, TODAY)) != []


def test_an_address_of_a_day_may_be_read_month_first(paper):
    right = keys(read(paper, "/theo-ngay/?ngay=05/11/2026"))
    paper.month_first = True

    assert keys(read(paper, "/theo-ngay/?ngay=05/11/2026")) == []
    assert keys(read(paper, "/theo-ngay/?ngay=11/05/2026")) == right
    assert ask(paper, "/theo-ngay/?ngay=13/11/2026").status == 404


@pytest.mark.parametrize("most_read", ["within", "behind"])
def test_no_two_looks_at_an_article_are_the_same_but_its_text_is(paper, most_read):
    paper.most_read = most_read
    profile = parse_profile("monthly", profile_text(80, paper.layout).encode())
    for story in paper.stories[:40]:
        place = f"/x/x-{story.key}.html"
        assert read(paper, place) != read(paper, place)
        for _ in range(2):
            paper.today += timedelta(hours=1)
            article = an_article(paper, story.key, profile)
            told = (article.headline, article.description, article.body, article.date_published)
            assert told == (story.headline, story.lead, story.body, story.published)


async def test_a_crawl_keeps_what_the_month_printed(tmp_path):
    room = monthly_room(tmp_path, per_page=10)
    month = Month(room.paper, per_day=10, before=3)
    month.advance(START + timedelta(days=1))
    report = await room.crawl()
    await room.close()

    assert (report.exit_code, set(room.records())) == (0, month.published_by(room.paper.today))
