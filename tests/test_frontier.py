from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from scrapy import Request, Spider
from scrapy.core.scheduler import BaseScheduler

from newsbot.budgets import LISTINGS
from newsbot.frontier import Frontier
from newsbot.limits import Limits
from newsbot.profile import parse_profile
from newsbot.rhythm import Rhythm
from newsbot.run import Run
from newsbot.sitemapbounds import MOST, MOST_LEFT
from newsbot.spiderloader import spider_for
from newsbot.state import State
from newsbot.step import ARTICLE, LISTING, NEXT_PAGE, Step
from newsbot.visit import SIGHTING

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
HOME = "https://waldbote.test"


@pytest.fixture
def state():
    return State()


# Looked at a minute ago, and not due for an hour.
RHYTHM = Rhythm(looked=NOW - timedelta(minutes=1), pause=timedelta(hours=1), vain=0, safe=0)


def open_frontier(state, budget=20, crawler=None):
    spider = spider_for(parse_profile("waldbote", b'domain = "waldbote.test"', []))
    run = Run(spider.profile, state, lambda: NOW, limits=Limits(revisit_budget=budget))
    frontier = Frontier(crawler)
    frontier.open(spider(run=run))
    return frontier


def article(key, path="/artikel/"):
    return Step(url=f"{HOME}{path}{key}", channel="seed", key=key, priority=ARTICLE)


def listing(path, **changes):
    return Step(url=HOME + path, channel="section", **changes)


def add(frontier, step):
    return frontier.enqueue_request(frontier.spider.request(step))


def handed_out(frontier):
    urls = []
    while request := frontier.next_request():
        urls.append(request.url.removeprefix(HOME))
    return urls


def test_it_is_what_scrapy_asks_for(state):
    assert isinstance(open_frontier(state), BaseScheduler)


def test_listings_come_first_then_articles_then_the_pages_behind(state):
    frontier = open_frontier(state)
    add(frontier, listing("/p2", priority=NEXT_PAGE))
    add(frontier, article("7"))
    add(frontier, listing("/", priority=LISTING))

    assert handed_out(frontier) == ["/", "/artikel/7", "/p2"]


def test_requests_of_one_urgency_keep_their_order(state):
    frontier = open_frontier(state)
    for path in ("/a", "/b", "/c"):
        add(frontier, listing(path))

    assert handed_out(frontier) == ["/a", "/b", "/c"]


def test_a_listing_is_asked_for_once_in_a_run(state):
    frontier = open_frontier(state)

    assert [add(frontier, listing("/")), add(frontier, listing("/"))] == [True, False]


def test_the_same_address_with_another_form_is_another_listing(state):
    frontier = open_frontier(state)
    forms = ({"ngay": "22"}, {"ngay": "23"}, {"ngay": "22"})

    taken = [add(frontier, listing("/tim", method="POST", form=form)) for form in forms]

    assert taken == [True, True, False]


def test_an_article_is_one_whatever_url_shows_it(state):
    frontier = open_frontier(state)
    add(frontier, article("7"))

    assert not add(frontier, article("7", path="/print/"))


def test_an_article_that_is_not_due_is_not_taken_in(state):
    frontier = open_frontier(state)
    state.urls.show("7", f"{HOME}/artikel/7", "seed", NOW)
    state.urls.settle("7", "kept", NOW, None)

    assert not add(frontier, article("7"))


def test_what_an_earlier_run_left_due_is_taken_up(state):
    earlier = open_frontier(state)
    state.urls.show("7", f"{HOME}/artikel/7", "day", NOW)
    add(earlier, article("7"))

    assert handed_out(open_frontier(state)) == ["/artikel/7"]


def test_what_was_left_due_is_not_asked_for_twice_when_a_listing_shows_it_too(state):
    state.urls.show("7", f"{HOME}/artikel/7", "day", NOW)
    frontier = open_frontier(state)
    add(frontier, article("7"))

    assert handed_out(frontier) == ["/artikel/7"]


def test_second_looks_end_with_their_budget(state):
    for key in ("1", "2", "3"):
        state.urls.show(key, f"{HOME}/artikel/{key}", "seed", NOW)
        state.urls.settle(key, "kept", NOW, NOW)

    assert handed_out(open_frontier(state, budget=2)) == ["/artikel/1", "/artikel/2"]


def test_a_spent_budget_keeps_no_first_look_back(state):
    state.urls.show("8", f"{HOME}/artikel/8", "seed", NOW)
    for key in ("1", "2"):
        state.urls.show(key, f"{HOME}/artikel/{key}", "seed", NOW)
        state.urls.settle(key, "kept", NOW, NOW)

    assert handed_out(open_frontier(state, budget=0)) == ["/artikel/8"]


def test_a_retry_is_taken_in_though_its_address_was_asked_for(state):
    frontier = open_frontier(state)
    add(frontier, listing("/"))
    frontier.next_request()
    retry = frontier.spider.request(listing("/")).replace(dont_filter=True)

    assert frontier.enqueue_request(retry)
    assert frontier.has_pending_requests()


def test_a_host_that_is_being_asked_gets_no_second_request(state):
    asked = Request(f"{HOME}/robots.txt")
    engine = SimpleNamespace(downloader=SimpleNamespace(active={asked}))
    frontier = open_frontier(state, crawler=SimpleNamespace(engine=engine))
    add(frontier, listing("/"))
    add(frontier, Step(url="https://m.waldbote.test/", channel="section"))

    assert handed_out(frontier) == ["https://m.waldbote.test/"]
    assert frontier.has_pending_requests()

    engine.downloader.active.clear()
    assert handed_out(frontier) == ["/"]


def test_an_article_is_handed_out_with_what_had_been_seen_of_it(state):
    frontier = open_frontier(state)
    state.urls.show("7", f"{HOME}/artikel/7", "day", NOW)
    add(frontier, article("7"))

    assert frontier.next_request().meta[SIGHTING] == state.urls.sighting("7")


def test_a_spider_of_nobodys_site_gets_a_plain_queue():
    frontier = Frontier()
    frontier.open(Spider("default"))

    assert frontier.enqueue_request(Request("https://elsewhere.test/"))
    assert frontier.next_request().url == "https://elsewhere.test/"
    assert not frontier.has_pending_requests()


def test_a_run_asks_for_500_sitemaps_and_the_next_one_for_the_rest(state):
    frontier = open_frontier(state)
    for number in range(MOST + 2):
        add(frontier, Step(url=f"{HOME}/{number}.xml", channel="sitemap"))

    assert len(handed_out(frontier)) == MOST
    assert frontier.spider.run.troubles.listings == {"too many sitemaps": 2}

    for step in list(state.steps.left(""))[:MOST]:
        state.steps.done("", step)
    assert handed_out(open_frontier(state)) == [f"/{MOST}.xml", f"/{MOST + 1}.xml"]


def test_sitemaps_without_end_are_not_left_for_ever(state):
    frontier = open_frontier(state)
    for number in range(MOST + MOST_LEFT + 7):
        add(frontier, Step(url=f"{HOME}/{number}.xml", channel="sitemap"))

    assert len(list(state.steps.left(""))) == MOST + MOST_LEFT
    assert len(handed_out(open_frontier(state))) == MOST


def test_a_run_that_is_over_wants_nothing_not_even_what_an_alarm_calls_for(state):
    state.rhythms.keep(listing("/").address, "section", RHYTHM, standing=True)
    frontier = open_frontier(state)
    add(frontier, listing("/"))
    add(frontier, article("7"))
    frontier.spider.run.alarm = True
    frontier.spider.run.shortage = "the disk is nearly full"

    assert handed_out(frontier) == []
    assert not frontier.has_pending_requests()


def test_a_listing_held_back_as_a_trap_is_taken_in_where_the_profile_chooses_it(state):
    frontier = open_frontier(state)
    for number in range(LISTINGS.pattern):
        frontier.spider.run.traps.read(listing(f"/huyen/{number}", via=HOME), ())
    add(frontier, listing("/huyen/99", standing=True))
    assert handed_out(frontier) == []

    add(frontier, listing("/huyen/99", via=HOME, chosen=True))

    assert handed_out(frontier) == ["/huyen/99"]
