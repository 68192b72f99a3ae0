"""What makes an article withdrawn, and what never does: crawls over days, with a fault each."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import replace
from datetime import UTC, timedelta

import orjson
import pytest
import pytest_twisted

from newsbot.demo.paper import PressResponse
from newsbot.doubts import Doubts
from newsbot.pages.article import ArticlePage
from newsbot.profile import parse_profile
from newsbot.replay.looks import answers_in, looks
from newsbot.replay.reader import Reader
from newsbot.replay.replay import Replay
from newsbot.state import State
from tests.press import PAPERS
from tests.press.newsroom import Newsroom

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
LOST = "<h1>Không tìm thấy trang</h1><p>Mời bạn đọc quay lại trang chủ.</p><!-- {now} -->"

every_paper = pytest.mark.parametrize("newsroom", sorted(PAPERS), indirect=True)
kabar = pytest.mark.parametrize("newsroom", ["kabar"], indirect=True)
some_papers = pytest.mark.parametrize("newsroom", ["demo", "thoibao"], indirect=True)
demo_paper = pytest.mark.parametrize("newsroom", ["demo"], indirect=True)


@pytest_twisted.async_yield_fixture
async def newsroom(request, tmp_path):
    room = Newsroom(request.param, tmp_path)
    yield room
    await room.close()


def answering(paper, answer, picks=lambda key: True):
    """Have *paper* answer for the articles whose keys *picks* takes by *answer*, till mended."""
    sound = paper.respond

    def respond(request):
        key = paper.article_key(request)
        if key is None or not picks(key):
            return sound(request)
        paper.requests.append(request)
        return answer(request)

    paper.respond = respond
    return lambda: setattr(paper, "respond", sound)


def status(number):
    return lambda _: PressResponse.text(f"<h1>{number}</h1>", status=number)


def leading(target):
    return lambda _: PressResponse(status=302, headers={"location": target})


def shows_lost(paper):
    return lambda _: PressResponse.text(LOST.format(now=paper.today))


async def crawls(newsroom, times, pause=DAY + HOUR, toml=""):
    """Crawl so many *times*, with a *pause* before each; return the reports."""
    reports = []
    for _ in range(times):
        newsroom.paper.today += pause
        reports.append(await newsroom.crawl(toml))
    return reports


def withdrawn(newsroom):
    return {key for key, one in newsroom.records().items() if one["status"] == "withdrawn"}


def wrongly(newsroom):
    """Return the stories withdrawn that are out, of all that were ever kept."""
    return withdrawn(newsroom) & newsroom.paper.truth().keys()


def differing(newsroom, toml=""):
    """Return the lines that the archive, read again, does not give as they stand in the state."""
    profile = parse_profile(newsroom.name, (toml or newsroom.profile()).encode())
    with closing(newsroom.hold_lock()) as state, closing(State()) as fresh:
        fresh.templates.take_over(state.templates)
        replay = Replay(Reader(profile, ArticlePage, fresh.templates.versions()), fresh)
        replay.play(
            looks(answers_in(newsroom.folder / "archive" / newsroom.name, state.captures)), 1
        )
        pairs = zip(state.articles.newest(), fresh.articles.newest(), strict=True)
        return [(orjson.loads(old), orjson.loads(new)) for old, new in pairs if old != new]


FAULTS = {
    "404": lambda paper: status(404),
    "410": lambda paper: status(410),
    "home": lambda paper: leading("/"),
    "404.html": lambda paper: leading("/404.html"),
    "one page": shows_lost,
    "moved away": lambda paper: leading("https://heir.test/"),
    "maintenance": lambda paper: leading("https://status.example/"),
    "login": lambda paper: leading("/login?next=/"),
    "500": lambda paper: status(500),
    "403": lambda paper: status(403),
    "empty": lambda paper: status(200),
}
SAYING_GONE = ("404", "410", "home", "one page")
# Of those, one that is believed on the day, and one that is on a second.
SOME_SAYING_GONE = ("410", "one page")


@pytest.mark.parametrize(
    ("newsroom", "fault"),
    [
        *(("demo", fault) for fault in FAULTS),
        *((paper, "404") for paper in sorted(PAPERS) if paper != "demo"),
    ],
    indirect=["newsroom"],
)
@pytest_twisted.ensureDeferred
async def test_a_site_that_answers_so_for_all_articles_for_days_loses_none(newsroom, fault):
    await newsroom.crawl()
    mend = answering(newsroom.paper, FAULTS[fault](newsroom.paper))
    await crawls(newsroom, 3)
    during = wrongly(newsroom)
    mend()

    await crawls(newsroom, 2)

    assert (during, wrongly(newsroom)) == (set(), set())
    assert differing(newsroom) == []


@demo_paper
@pytest.mark.parametrize("fault", SOME_SAYING_GONE)
@pytest_twisted.ensureDeferred
async def test_nor_one_that_is_asked_every_few_hours_for_few_of_them(newsroom, fault):
    await newsroom.crawl()
    await crawls(newsroom, 3)
    mend = answering(newsroom.paper, FAULTS[fault](newsroom.paper))
    await crawls(newsroom, 12, 7 * HOUR)
    during = wrongly(newsroom)
    mend()

    await crawls(newsroom, 4, 7 * HOUR)

    assert (during, wrongly(newsroom)) == (set(), set())
    assert differing(newsroom) == []


@demo_paper
@pytest.mark.parametrize("fault", SOME_SAYING_GONE)
@pytest_twisted.ensureDeferred
async def test_nor_do_the_articles_of_one_section_that_is_at_fault(newsroom, fault):
    await newsroom.crawl()
    paper = newsroom.paper
    section = paper.stories[0].section
    picks = {story.key for story in paper.stories if story.section == section}.__contains__
    mend = answering(paper, FAULTS[fault](paper), picks)
    await crawls(newsroom, 8)
    during = wrongly(newsroom)
    mend()

    await crawls(newsroom, 2)

    assert (during, wrongly(newsroom)) == (set(), set())
    assert differing(newsroom) == []


def relaunch(paper):
    """Have *paper* show its articles at new addresses, and know the old ones no more."""
    sound = paper.respond

    def respond(request):
        if request.path.startswith("/2026/"):
            paper.requests.append(request)
            return PressResponse.text("<h1>404</h1>", status=404)
        response = sound(replace(request, path=request.path.removeprefix("/moi")))
        return replace(response, body=response.body.replace(b"/2026/", b"/moi/2026/"))

    paper.respond = respond


@demo_paper
@pytest.mark.parametrize("adapted", [0, 3], ids=["at once", "after three days"])
@pytest_twisted.ensureDeferred
async def test_nor_do_articles_whose_addresses_all_change_with_a_new_layout(newsroom, adapted):
    await newsroom.crawl()
    relaunch(newsroom.paper)
    await crawls(newsroom, adapted)
    toml = newsroom.profile().replace("article = '^", "article = '^(?:/moi)?")

    reports = await crawls(newsroom, 18, toml=toml)

    assert (wrongly(newsroom), {report.new for report in reports}) == (set(), {0})
    assert (reports[-1].exit_code, reports[-1].trouble) == (0, None)
    assert differing(newsroom, toml) == []


@demo_paper
@pytest_twisted.ensureDeferred
async def test_nor_do_articles_that_all_get_new_numbers(newsroom):
    await newsroom.crawl()
    paper, old = newsroom.paper, newsroom.paper.stories
    for story in old:
        paper.withdraw(story.key, status=404)
        paper.publish(replace(story, key=f"9{story.key}"))

    await crawls(newsroom, 12)

    assert withdrawn(newsroom) == set()
    assert {f"9{story.key}" for story in old[:6]} <= newsroom.records().keys()
    assert differing(newsroom) == []


@demo_paper
@pytest_twisted.ensureDeferred
async def test_a_fault_is_told_and_needs_a_person_only_if_it_lasts(newsroom):
    await newsroom.crawl()
    answering(newsroom.paper, status(404))

    first, second = await crawls(newsroom, 2)

    assert (first.exit_code, first.gone) == (0, 0)
    assert re.match(
        r"demo: (\d+) of \1 known articles not found at once: taken for a fault of the site, "
        r"none of them withdrawn$",
        first.line,
    )
    assert second.exit_code == 3
    assert "on 2 days now" in second.line


@demo_paper
@pytest_twisted.ensureDeferred
async def test_a_fault_that_has_passed_is_told_no_more(newsroom):
    await newsroom.crawl()
    mend = answering(newsroom.paper, status(404))
    await crawls(newsroom, 2)
    mend()
    sound = await crawls(newsroom, 2)
    answering(newsroom.paper, status(404))

    (again,) = await crawls(newsroom, 1)

    assert {report.trouble for report in sound} == {None}
    assert again.exit_code == 0


@demo_paper
@pytest.mark.parametrize("fault", [*SAYING_GONE, "404.html"])
@pytest_twisted.ensureDeferred
async def test_articles_that_come_out_during_a_fault_are_kept_when_it_is_over(newsroom, fault):
    await newsroom.crawl()
    mend = answering(newsroom.paper, FAULTS[fault](newsroom.paper))
    newsroom.paper.publish(newsroom.another_story("999"))
    await crawls(newsroom, 3)
    mend()

    await crawls(newsroom, 2)

    assert newsroom.records()["999"]["status"] == "live"


@pytest.mark.parametrize(
    ("newsroom", "fault"),
    [
        *(("demo", fault) for fault in ("404", "home", "404.html")),
        *((paper, "one page") for paper in sorted(PAPERS)),
    ],
    indirect=["newsroom"],
)
@pytest_twisted.ensureDeferred
async def test_an_article_that_is_gone_on_two_days_is_withdrawn(newsroom, fault):
    await newsroom.crawl()
    paper, key = newsroom.paper, newsroom.paper.stories[2].key
    paper.withdraw(key)
    answering(paper, FAULTS[fault](paper), key.__eq__)
    (first,) = await crawls(newsroom, 1)
    before = withdrawn(newsroom)

    (second,) = await crawls(newsroom, 1)

    assert (first.gone, before) == (0, set())
    assert (second.gone, withdrawn(newsroom)) == (1, {key})
    moment = paper.today.astimezone(UTC).isoformat()
    assert newsroom.records()[key]["withdrawn_at"] == moment
    assert differing(newsroom) == []


@every_paper
@pytest_twisted.ensureDeferred
async def test_an_article_that_says_so_itself_is_withdrawn_at_once(newsroom):
    await newsroom.crawl()
    key = newsroom.paper.stories[2].key
    newsroom.paper.withdraw(key)

    report = await newsroom.crawl()

    assert (report.gone, withdrawn(newsroom)) == (1, {key})
    assert differing(newsroom) == []


@some_papers
@pytest_twisted.ensureDeferred
async def test_several_articles_may_be_withdrawn_at_a_time(newsroom):
    await newsroom.crawl()
    keys = {story.key for story in newsroom.paper.stories[1:4]}
    for key in keys:
        newsroom.paper.withdraw(key, status=404)
    await crawls(newsroom, 4)

    assert withdrawn(newsroom) == keys
    assert differing(newsroom) == []


@some_papers
@pytest_twisted.ensureDeferred
async def test_an_article_that_comes_back_is_live_again_though_nothing_shows_it(newsroom):
    await newsroom.crawl()
    paper, key = newsroom.paper, newsroom.paper.stories[2].key
    story = paper.story(key)
    paper.withdraw(key)
    await newsroom.crawl()
    before = withdrawn(newsroom)
    sound = paper.story
    paper.story = lambda asked: story if asked == key else sound(asked)

    await crawls(newsroom, 1, timedelta(days=8))

    assert (before, withdrawn(newsroom)) == ({key}, set())
    assert differing(newsroom) == []


@kabar
@pytest_twisted.ensureDeferred
async def test_an_article_whose_further_page_is_not_found_is_never_withdrawn(newsroom):
    await newsroom.crawl()
    paper, sound = newsroom.paper, newsroom.paper.respond
    lost = PressResponse.text("<h1>404</h1>", status=404)
    paper.respond = lambda r: lost if paper.article_key(r) and "page" in r.query else sound(r)

    reports = await crawls(newsroom, 4)

    assert sum(report.troubles.get("HTTP 404", 0) for report in reports)
    assert withdrawn(newsroom) == set()
    assert differing(newsroom) == []


@demo_paper
@pytest_twisted.ensureDeferred
async def test_what_a_killed_run_met_is_weighed_by_the_next_one(newsroom, monkeypatch):
    await newsroom.crawl()
    key = newsroom.paper.stories[2].key
    newsroom.paper.withdraw(key)
    when = newsroom.paper.today.astimezone(UTC).isoformat()
    with monkeypatch.context() as killed:
        # As if it had ended before it came to that.
        killed.setattr(Doubts, "weigh", lambda _: None)
        await newsroom.crawl()
    before = withdrawn(newsroom)

    (report,) = await crawls(newsroom, 1)

    assert (before, report.gone, withdrawn(newsroom)) == (set(), 1, {key})
    assert newsroom.records()[key]["withdrawn_at"] == when
    assert differing(newsroom) == []
