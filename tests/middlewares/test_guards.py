from __future__ import annotations

import pytest
from scrapy import Request
from scrapy.exceptions import CannotResolveHostError, IgnoreRequest
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from newsbot.middlewares.guards import AnswerGuardMiddleware, GuardMiddleware
from newsbot.profile import parse_profile
from newsbot.resolver import GuardResolver
from newsbot.spiderloader import spider_for
from newsbot.step import Step

PROFILE = b'domain = "waldbote.test"\n[links]\nfeeds = "https://www.waldbote.test:4711/rss"\n'
STEP = {"step": Step(url="https://waldbote.test/a", channel="seed")}


@pytest.fixture
def crawler():
    crawler = get_crawler(spider_for(parse_profile("waldbote", PROFILE)))
    crawler.spider = crawler._create_spider()
    return crawler


@pytest.fixture
def guard(crawler):
    return GuardMiddleware.from_crawler(crawler)


@pytest.fixture
def answers(crawler):
    yield AnswerGuardMiddleware.from_crawler(crawler)
    GuardResolver.refused.clear()


@pytest.mark.parametrize(
    "url",
    [
        "https://waldbote.test/a",
        "https://www.waldbote.test/a",
        "https://m.waldbote.test/a",
        "https://waldbote.test:4711/rss",
    ],
)
def test_a_step_on_the_site_passes(guard, url):
    assert guard.process_request(Request(url, cb_kwargs=STEP)) is None


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://169.254.169.254/latest/meta-data/", "private address"),
        ("http://0x7f.1/", "address in disguise"),
        ("http://waldbote.test:22/", "unusual port"),
        ("http://other.test/", "off site"),
        ("http://notwaldbote.test/", "off site"),
    ],
)
def test_a_step_to_anywhere_else_is_refused(guard, url, why):
    with pytest.raises(IgnoreRequest, match=f"^{why}$"):
        guard.process_request(Request(url, cb_kwargs=STEP))


@pytest.mark.parametrize("again", [False, True], ids=["first", "tried again"])
def test_a_redirect_off_the_site_is_told_as_such(guard, again):
    meta = {"redirect_urls": ["https://waldbote.test/a"]}
    request = Request("http://other.test/", cb_kwargs=STEP, meta=meta, dont_filter=again)

    with pytest.raises(IgnoreRequest, match=r"^redirected off site$"):
        guard.process_request(request)


def test_it_is_noted_where_redirects_off_the_site_lead(guard, crawler):
    meta = {"redirect_urls": ["https://waldbote.test/a"]}

    with pytest.raises(IgnoreRequest):
        guard.process_request(Request("http://other.test/", cb_kwargs=STEP, meta=meta))

    assert crawler.spider.run.tally.led_to == {"other.test": 1}


def test_what_no_step_asks_for_may_lie_elsewhere(guard):
    assert guard.process_request(Request("https://other.test/robots.txt")) is None


def test_what_no_step_asked_for_is_counted_when_it_is_refused(guard, crawler):
    with pytest.raises(IgnoreRequest):
        guard.process_request(Request("http://127.0.0.1/robots.txt"))

    assert crawler.spider.run.troubles.listings == {"private address": 1}


def test_a_crawl_that_is_none_of_ours_is_guarded_too():
    crawler = get_crawler()
    crawler.spider = crawler._create_spider("shell")
    guard = GuardMiddleware.from_crawler(crawler)

    assert guard.process_request(Request("https://other.test/")) is None
    with pytest.raises(IgnoreRequest, match="private address"):
        guard.process_request(Request("http://10.0.0.1/"))


def test_a_failed_lookup_that_was_refused_is_a_refusal(answers):
    GuardResolver.refused.add("waldbote.test")

    with pytest.raises(IgnoreRequest, match=r"^private address$"):
        answers.process_exception(Request("https://waldbote.test/"), CannotResolveHostError("x"))


def test_a_host_once_refused_is_not_looked_up_again(answers):
    GuardResolver.refused.add("waldbote.test")

    with pytest.raises(IgnoreRequest, match=r"^private address$"):
        answers.process_request(Request("https://waldbote.test/b"))


@pytest.mark.parametrize("error", [CannotResolveHostError("x"), TimeoutError()])
def test_any_other_failure_is_left_to_others(answers, error):
    assert answers.process_exception(Request("https://waldbote.test/"), error) is None


@pytest.mark.parametrize("codings", [["gzip"], ["gzip, br", "gzip"], []])
def test_a_body_coded_up_to_three_times_is_unpacked(answers, codings):
    response = Response("https://waldbote.test/", headers={"Content-Encoding": codings})

    assert answers.process_response(Request(response.url), response) is response


@pytest.mark.parametrize("codings", [["gzip," * 2000], ["gzip"] * 4])
def test_a_body_coded_again_and_again_is_not(answers, codings):
    response = Response("https://waldbote.test/", headers={"Content-Encoding": codings})

    with pytest.raises(IgnoreRequest, match=r"^oversized$"):
        answers.process_response(Request(response.url), response)
