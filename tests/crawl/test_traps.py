"""Papers whose links never end: a calendar, filters, sessions, folders within folders."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
import pytest_twisted

from newsbot.budgets import ARTICLES, CIRCLE, LISTINGS
from newsbot.demo.paper import PressResponse
from newsbot.verdict import FINE

SECTIONS = '\nsections = ["nav.menu"]\n'
COLOURS = ("mau", "co", "gia", "nam", "noi", "loai")


def calendar(request):
    """A month leads to those before and after it, for ever."""
    found = re.fullmatch(r"/lich/(\d+)/(\d+)/", request.path)
    if not (found or request.path == "/"):
        return None
    month = int(found[1]) * 12 + int(found[2]) if found else 2026 * 12 + 11
    return [f"/lich/{m // 12}/{m % 12}/" for m in (month - 1, month + 1, month + 12)]


def filters(request):
    """Each filter may be set beside all others, to many values."""
    if request.path == "/":
        return ["/loc/"]
    if request.path != "/loc/":
        return None
    chosen = "&".join(f"{name}={value[0]}" for name, value in request.query.items())
    free = [name for name in COLOURS if name not in request.query]
    return [f"/loc/?{chosen}&{name}={n}".replace("?&", "?") for name in free for n in range(9)]


def growing(request):
    """A search adds a field to its address with every page."""
    if request.path not in {"/", "/tim/"}:
        return None
    fields = "&".join(
        f"f{name}=1" for name in "abcdefghijklmnopqrstuvwxyz"[: len(request.query) + 1]
    )
    return [f"/tim/?{fields}", f"/tim/?{fields}&x=1"]


def folders(request):
    """A relative link leads into a folder below, and so on."""
    return [f"{request.path}muc/bai/"] if request.path.count("/") < 60 else None


def names(request):
    """Every page leads to others with names that were never seen before."""
    if request.path == "/":
        return ["/x/"]
    is_made_up = re.fullmatch(r"/x[a-z]*/", request.path)
    return [f"{request.path[:-1]}{letter}/" for letter in "abc"] if is_made_up else None


TRAPS = {trap.__name__: trap for trap in (calendar, filters, growing, folders, names)}


def set_trap(paper, trap):
    """Have *paper* show in the menu of its pages where *trap* leads; all such pages are there."""
    answer = paper.respond

    def respond(request):
        response = answer(request)
        links = trap(request)
        if links is None:
            return response
        if response.status != 200:
            response = PressResponse.text("<html><nav class='menu'></nav><p>Không có bài</html>")
        anchors = "".join(f'<a href="{link}">x</a>' for link in links).encode()
        return replace(response, body=response.body.replace(b"</nav>", anchors + b"</nav>", 1))

    paper.respond = respond


def set_sessions(paper):
    """Have every link to an article bear a number of its own, which leads nowhere else."""
    answer, numbers = paper.respond, count()

    def respond(request):
        response = answer(replace(request, query={}))
        body = re.sub(
            rb'href="([^"]*/2026/\d+/[^"?]*)"',
            lambda link: b'href="%b?lan=%d"' % (link[1], next(numbers)),
            re.sub(rb'<link rel="canonical"[^>]*>', b"", response.body),
        )
        return replace(response, body=body)

    paper.respond = respond


def set_labyrinth(paper):
    """Have every page lead to its front page under a new address, all its links with a session."""
    answer, numbers, fronts = paper.respond, count(), []

    def respond(request):
        path = request.path
        if path.startswith("/s/"):
            fronts.append(path)
            path = "/"
        response = answer(replace(request, path=path, query={}))
        body = re.sub(
            rb'href="([^"]*/2026/\d+/[^"?]*)"',
            lambda link: b'href="%b?phien=%d"' % (link[1], next(numbers)),
            response.body,
        )
        further = b'<a href="/s/%015xa/x">x</a></nav>' % next(numbers)
        return replace(response, body=body.replace(b"</nav>", further, 1))

    paper.respond = respond
    return fronts


def set_districts(paper, menu):
    """Have the page *menu* lead to 60 quiet districts, of which the last has an article alone."""
    answer, story = paper.respond, paper.stories[0]
    shown = f"{story.published:/%Y/%m}/{story.slug}-{story.key}/".encode()

    def respond(request):
        if request.path == "/huyen/59":
            return PressResponse.text(
                f'<html><a href="{shown.decode()}">Cầu mới thông xe</a></html>'
            )
        if request.path.startswith(("/huyen/", "/tinh/")):
            response = PressResponse.text("<html><nav class='menu'></nav><p>Không có bài</html>")
        else:
            response = answer(request)
        if request.path.encode() == shown:
            return response
        links = ["/tinh/", *(f"/huyen/{n}" for n in range(60) if request.path == menu)]
        anchors = "".join(f'<a href="{link}">x</a>' for link in links).encode()
        body = response.body.replace(shown, b"/").replace(b"</nav>", anchors + b"</nav>", 1)
        return replace(response, body=body)

    paper.respond = respond


@pytest_twisted.async_yield_fixture
async def newsroom(tmp_path):
    # The reactor of the tests is not yet in its place when this file is read.
    from tests.press.newsroom import Newsroom

    room = Newsroom("demo", tmp_path)
    yield room
    await room.close()


def profile(newsroom):
    return newsroom.profile() + SECTIONS


def trapped(newsroom):
    """Return what the last crawl asked for that leads into a trap."""
    asked = [request.target for request in newsroom.paper.requests]
    return [path for path in asked if re.match(r"/(lich|loc|tim|muc|x)", path)]


@pytest.mark.parametrize("name", TRAPS)
@pytest_twisted.ensureDeferred
async def test_a_crawl_stops_within_its_budget_and_has_all_articles(newsroom, name):
    set_trap(newsroom.paper, TRAPS[name])

    report = await newsroom.crawl(profile(newsroom))

    real = report.listings - len(trapped(newsroom))
    most = LISTINGS.every if name == "names" else LISTINGS.path
    assert 0 < len(trapped(newsroom)) <= most + real
    assert report.exit_code == FINE
    assert sum(report.traps.values()) > 0
    shown = {story.key for story in newsroom.paper.stories[:8]}
    assert shown <= newsroom.records().keys()


@pytest.mark.parametrize("name", ["calendar", "filters", "names"])
@pytest_twisted.ensureDeferred
async def test_a_later_run_hardly_tries_again(newsroom, name):
    set_trap(newsroom.paper, TRAPS[name])
    await newsroom.crawl(profile(newsroom))
    first = len(trapped(newsroom))
    newsroom.paper.today += timedelta(days=4)

    await newsroom.crawl(profile(newsroom))

    assert len(trapped(newsroom)) <= first // 2


@pytest_twisted.ensureDeferred
async def test_the_same_trap_costs_the_same_every_time(tmp_path):
    from tests.press.newsroom import Newsroom

    asked = []
    for number in range(2):
        room = Newsroom("demo", tmp_path / str(number))
        set_trap(room.paper, filters)
        await room.crawl(profile(room))
        asked.append([request.target for request in room.paper.requests])
        await room.close()

    assert asked[0] == asked[1]


@pytest_twisted.ensureDeferred
async def test_a_number_in_every_link_makes_no_endless_corpus(newsroom):
    set_sessions(newsroom.paper)
    toml = re.sub(r"\narticle = .*", "", newsroom.profile())

    report = await newsroom.crawl(toml)

    articles = [r for r in newsroom.paper.requests if r.path.startswith("/2026/")]
    assert len(articles) <= len(newsroom.paper.stories) * 2 + ARTICLES.path
    assert report.traps
    assert {story.key for story in newsroom.paper.stories} <= {
        key.rpartition("-")[2].partition("/")[0] for key in newsroom.records()
    }


@pytest_twisted.ensureDeferred
async def test_an_article_that_every_listing_spells_anew_is_one_and_the_same(newsroom):
    fronts = set_labyrinth(newsroom.paper)
    toml = profile(newsroom).replace("/$'", "/'")

    report = await newsroom.crawl(toml)

    assert 0 < len(fronts) <= LISTINGS.path
    assert report.traps["/s/{id}/x"] > 0
    assert {story.key for story in newsroom.paper.stories[:8]} <= newsroom.records().keys()


@pytest_twisted.ensureDeferred
async def test_an_address_that_turns_in_circles_is_told_as_such(newsroom):
    set_trap(newsroom.paper, folders)

    report = await newsroom.crawl(profile(newsroom))

    assert CIRCLE in report.traps


@pytest_twisted.ensureDeferred
async def test_no_quiet_section_is_left_out_that_the_profile_chooses(newsroom):
    set_districts(newsroom.paper, "/")

    report = await newsroom.crawl(profile(newsroom))

    assert newsroom.paper.stories[0].key in newsroom.records()
    assert not report.traps


@pytest_twisted.ensureDeferred
async def test_a_paper_with_many_quiet_sections_becomes_whole_over_some_runs(newsroom):
    set_districts(newsroom.paper, "/tinh/")
    key, runs = newsroom.paper.stories[0].key, 0

    while runs < 12 and key not in newsroom.records():
        await newsroom.crawl(profile(newsroom))
        newsroom.paper.today += timedelta(days=1)
        runs += 1

    assert 1 < runs < 12
