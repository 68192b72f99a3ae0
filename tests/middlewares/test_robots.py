"""Crawls of a paper whose robots.txt is answered in every way there is (RFC 9309, 2.3.1)."""

from __future__ import annotations

import gzip
from datetime import timedelta
from itertools import pairwise

import pytest
import pytest_twisted
from scrapy.exceptions import NotConfigured
from scrapy.utils.test import get_crawler

from newsbot.archive.reading import read_records
from newsbot.demo.paper import PressResponse
from newsbot.middlewares.robots import RobotsMiddleware
from newsbot.robots import MOST_BYTES
from tests.press.newsroom import Newsroom
from tests.test_crawl import redirecting

GROUP = "User-agent: *\n"
NO_ARTICLES, NOTHING = f"{GROUP}Disallow: /2026/\n", f"{GROUP}Disallow: /\n"
FILLER = "# nothing is said here\n"


@pytest_twisted.async_yield_fixture
async def newsroom(tmp_path):
    room = Newsroom("demo", tmp_path)
    yield room
    await room.close()


def plain(text, status=200):
    body = text if isinstance(text, bytes) else text.encode()
    return PressResponse(status=status, headers={"content-type": "text/plain"}, body=body)


def hops(number, last):
    """Return what answers by so many redirects and then by *last*."""

    def answer(request):
        hop = request.number("hop", 0)
        if hop == number:
            return last
        return PressResponse(status=302, headers={"location": f"/robots.txt?hop={hop + 1}"})

    return answer


def answering(newsroom, answer):
    """Have the paper answer the request for its robots.txt so."""
    respond = newsroom.paper.respond

    def answered(request):
        response = respond(request)
        if request.path != "/robots.txt":
            return response
        return answer(request) if callable(answer) else answer

    newsroom.paper.respond = answered


def robots(newsroom):
    return [r.target for r in newsroom.paper.requests if r.path == "/robots.txt"]


def pages(newsroom):
    return [r.path for r in newsroom.paper.requests if r.path != "/robots.txt"]


ALLOWING = {
    "nothing": plain(""),
    "404 with rules": plain(NOTHING, 404),
    "403 with rules": plain(NOTHING, 403),
    "410": plain("", 410),
    "a page": PressResponse.text("<html><body>Disallow: / for all</body></html>"),
    "a rule behind 512 KiB": plain(f"{GROUP}{FILLER * (MOST_BYTES // 20)}Disallow: /\n"),
    "6 redirects": hops(6, plain(NOTHING)),
    "redirects without end": hops(-1, None),
    "a redirect to nowhere": PressResponse(status=302, headers={"location": "ftp://x.test/"}),
    "another product": plain("User-agent: news\nDisallow: /\n"),
    "its own group": plain(f"{NOTHING}\nUser-agent: Newsbot/1.0\nDisallow: /x\n"),
}
FORBIDDING = {
    "a rule": plain(NO_ARTICLES),
    "a rule behind 5 redirects": hops(5, plain(NO_ARTICLES)),
    "a rule before 200 KiB more than 512": plain(f"{NO_ARTICLES}{FILLER * 32_000}"),
    "BOM": plain(f"\ufeff{NO_ARTICLES}"),
    "CRLF": plain(NO_ARTICLES.replace("\n", "\r\n")),
    "CR": plain(NO_ARTICLES.replace("\n", "\r")),
    "its own group": plain("User-agent: NEWSBOT\nDisallow: /2026/\n\nUser-agent: *\nDisallow:\n"),
}
UNREACHABLE = {
    "429": (plain("", 429), "429"),
    "500": (plain("", 500), "HTTP 500"),
    "500 with rules": (plain(f"{GROUP}Disallow:", 500), "HTTP 500"),
    "503": (plain("", 503), "503"),
    "redirect to 500": (hops(1, plain("", 500)), "HTTP 500"),
}


@pytest.mark.parametrize("answer", ALLOWING.values(), ids=ALLOWING)
@pytest_twisted.ensureDeferred
async def test_what_says_nothing_or_is_not_there_allows_all(newsroom, answer):
    answering(newsroom, answer)

    report = await newsroom.crawl()

    assert (report.new, report.exit_code) == (12, 0)


@pytest.mark.parametrize("answer", FORBIDDING.values(), ids=FORBIDDING)
@pytest_twisted.ensureDeferred
async def test_what_is_forbidden_is_never_asked_for(newsroom, answer):
    answering(newsroom, answer)

    report = await newsroom.crawl()

    assert newsroom.paper.article_requests() == []
    assert "/" in pages(newsroom)
    assert report.exit_code == 3
    assert "none kept: forbidden by robots.txt" in report.line


@pytest.mark.parametrize(("answer", "why"), UNREACHABLE.values(), ids=UNREACHABLE)
@pytest_twisted.ensureDeferred
async def test_what_can_not_be_read_now_forbids_all_and_may_pass(newsroom, answer, why):
    answering(newsroom, answer)

    report = await newsroom.crawl()

    assert pages(newsroom) == []
    assert report.exit_code == 75
    assert why in report.line
    assert report.requests == report.robots == len(robots(newsroom))


@pytest.mark.parametrize(("way", "why"), [("reset", "connection lost"), ("hang", "timed out")])
@pytest_twisted.ensureDeferred
async def test_a_connection_that_is_lost_or_hangs_forbids_all(newsroom, way, why):
    answer = newsroom.server.answer

    def answered(request):
        if request.path != b"/robots.txt":
            answer(request)
        elif way == "reset":
            request.transport.abortConnection()

    newsroom.server.answer = answered

    report = await newsroom.crawl(settings={"DOWNLOAD_TIMEOUT": 0.2})

    assert newsroom.paper.requests == []
    assert (report.exit_code, report.robots) == (75, 3)
    assert f"cannot reach 127.0.0.1: robots.txt: {why}" in report.line


def moved(to):
    return PressResponse(status=302, headers={"location": to})


@pytest.mark.parametrize(
    ("to", "code", "words"),
    [
        (
            "http://169.254.169.254/robots.txt",
            3,
            "127.0.0.1 shows no listing: robots.txt: redirected, private address (1); nothing is "
            "asked for before that can be read; tell the paper",
        ),
        (
            "http://127.0.0.1:1/robots.txt",
            75,
            "127.0.0.1 does not tell what may be asked for: robots.txt: redirected, connection "
            "refused (1); try again later",
        ),
    ],
    ids=["inwards", "nobody there"],
)
@pytest_twisted.ensureDeferred
async def test_what_its_redirect_leads_to_is_no_trouble_of_the_host(newsroom, to, code, words):
    answering(newsroom, moved(to))

    settings = {"ALLOW_PRIVATE_HOSTS": "127.0.0.1", "RETRY_TIMES": 0}
    report = await newsroom.crawl(settings=settings)

    assert pages(newsroom) == []
    assert (report.exit_code, report.trouble) == (code, words)
    assert list(report.troubles.values()) == [1]


@pytest_twisted.ensureDeferred
async def test_a_bomb_in_its_place_is_told_as_that(newsroom):
    bomb = gzip.compress(bytes(20 << 20))
    headers = {"content-type": "text/plain", "content-encoding": "gzip"}
    answering(newsroom, PressResponse(status=200, headers=headers, body=bomb))

    report = await newsroom.crawl()

    assert pages(newsroom) == []
    assert report.exit_code == 3
    assert "shows no listing: robots.txt: oversized (1); nothing is asked for" in report.line


@pytest_twisted.ensureDeferred
async def test_a_site_that_forbids_everything_needs_a_person(newsroom):
    answering(newsroom, plain(NOTHING))

    report = await newsroom.crawl()

    assert pages(newsroom) == []
    assert report.exit_code == 3
    assert "its robots.txt does not" in report.line


@pytest_twisted.ensureDeferred
async def test_more_rules_than_any_site_has_forbid_all_and_need_a_person(newsroom):
    answering(newsroom, plain(GROUP + "Disallow: /*a*b\n" * 5001))

    report = await newsroom.crawl()

    assert pages(newsroom) == []
    assert report.exit_code == 3
    assert "more than 5,000 rules in robots.txt" in report.line


@pytest_twisted.ensureDeferred
async def test_a_redirect_to_what_is_forbidden_is_not_followed(newsroom):
    answering(newsroom, plain(f"{GROUP}Disallow: /kin/\n"))
    redirecting(newsroom.paper, "/2026/", lambda request: f"/kin{request.path}")

    report = await newsroom.crawl()

    assert newsroom.paper.count("/kin/") == 0
    assert set(report.dropped) == {"forbidden by robots.txt"}


@pytest_twisted.ensureDeferred
async def test_it_is_asked_for_once_a_day(newsroom):
    asked = []
    for hours in (0, 1, 22, 30):
        newsroom.paper.today += timedelta(hours=hours)
        report = await newsroom.crawl()
        asked.append((len(robots(newsroom)), report.robots))

    assert asked == [(1, 1), (0, 0), (0, 0), (1, 1)]


@pytest_twisted.ensureDeferred
async def test_a_copy_of_a_day_serves_while_the_site_can_not_give_its_own(newsroom):
    await newsroom.crawl()
    answering(newsroom, plain("", 500))
    newsroom.paper.today += timedelta(hours=20)
    served = await newsroom.crawl()
    newsroom.paper.today += timedelta(hours=10)

    refused = await newsroom.crawl()

    assert served.exit_code == 0
    assert "robots.txt: HTTP 500" in refused.line
    assert pages(newsroom) == []


@pytest_twisted.ensureDeferred
async def test_an_answer_that_was_no_good_is_asked_for_again_by_the_next_run(newsroom):
    newsroom.paper.fail("/robots.txt", status=500, times=3)
    first = await newsroom.crawl()

    second = await newsroom.crawl()

    assert (first.exit_code, second.exit_code, second.new) == (75, 0, 12)


@pytest_twisted.ensureDeferred
async def test_its_copies_lie_beside_the_states_of_sites(newsroom):
    await newsroom.crawl()

    assert (newsroom.folder / "state" / "hosts.sqlite").exists()


@pytest_twisted.ensureDeferred
async def test_it_is_archived_as_far_as_it_counts(newsroom):
    answering(newsroom, plain(f"{NO_ARTICLES}{FILLER * 32_000}"))

    await newsroom.crawl()

    files = (newsroom.folder / "archive" / "demo").glob("*.warc.gz")
    found = [r for file in files for r in read_records(file) if r.kind == "response"]
    (kept,) = [r for r in found if r.url.endswith("/robots.txt")]
    assert kept.truncated == "length"
    assert len(kept.payload) > MOST_BYTES


@pytest_twisted.ensureDeferred
async def test_a_crawl_delay_is_kept_between_all_requests(newsroom):
    answering(newsroom, plain(f"{GROUP}Crawl-delay: 7\n"))
    respond, asked = newsroom.paper.respond, []

    def noted(request):
        asked.append(newsroom.waited)
        return respond(request)

    newsroom.paper.respond = noted

    report = await newsroom.crawl()

    rests = [later - earlier for earlier, later in pairwise(asked[1:])]
    assert report.exit_code == 0
    assert len(rests) > 10
    assert min(rests) >= 7


@pytest_twisted.ensureDeferred
async def test_a_crawl_delay_that_nobody_can_wait_for_is_said_and_the_site_skipped(newsroom):
    answering(newsroom, plain(f"{GROUP}Crawl-delay: 120\n"))
    first = await newsroom.crawl()
    asked = [r.path for r in newsroom.paper.requests]

    second = await newsroom.crawl()

    assert (asked, newsroom.paper.requests) == (["/robots.txt"], [])
    assert (first.exit_code, second.exit_code) == (75, 75)
    assert "asks for 120 s between two requests, over 60; skipped today" in second.line
    assert (first.failed, first.dropped) == (0, {})


def test_who_obeys_no_robots_txt_has_no_such_middleware():
    with pytest.raises(NotConfigured):
        RobotsMiddleware.from_crawler(get_crawler(settings_dict={"ROBOTSTXT_OBEY": False}))
