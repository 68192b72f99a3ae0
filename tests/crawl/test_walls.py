"""Sites that show something else than their articles for a time, and what comes of these."""

from __future__ import annotations

import re
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
import pytest_twisted

from newsbot.demo.paper import PressResponse
from newsbot.ledger.ledger import reasons
from newsbot.pages.article import ArticlePage
from newsbot.profile import parse_profile
from newsbot.replay.looks import answers_in, looks
from newsbot.replay.reader import Reader
from newsbot.replay.replay import Replay
from newsbot.state import State
from tests.press import PAPERS
from tests.press.newsroom import Newsroom

HOUR = timedelta(hours=1)
WALLS = {
    "a consent page": "<title>Quyền riêng tư</title><h1>Quyền riêng tư</h1><p>Chúng tôi và các đối "
    "tác lưu thông tin trên thiết bị của bạn. Chúng tôi sử dụng cookie, bạn có thể rút lại sự đồng "
    "ý bất cứ lúc nào.</p><button>Chấp nhận tất cả</button>",
    "a bot check": "<title>Just a moment...</title><h1>Checking your browser</h1>"
    "<p>Please enable JavaScript and cookies to continue.</p>",
    "a login page": "<h1>Đăng nhập</h1><form><input name=u><input type=password name=p></form>",
    "a maintenance page": "<h1>Hệ thống đang bảo trì</h1><p>Mời bạn đọc quay lại sau.</p>",
    "no body": "<h1>Tin tức</h1><div id=app></div>",
    "no headline": "",
}

SENTENCE = "Sáng nay người dân hai thôn đã hoàn thành đoạn đường cuối cùng ra bến sông." * 2

demo_paper = pytest.mark.parametrize("newsroom", ["demo"], indirect=True)


@pytest_twisted.async_yield_fixture
async def newsroom(request, tmp_path):
    room = Newsroom(request.param, tmp_path)
    yield room
    await room.close()


def showing(paper, page, place=None):
    """Have *paper* show *page* for every article, at *place* if that is given, till mended."""
    sound = paper.respond

    def respond(request):
        if place and request.path == place:
            return PressResponse.text(page)
        if paper.article_key(request) is None:
            return sound(request)
        paper.requests.append(request)
        if place:
            return PressResponse(status=302, headers={"location": place})
        return PressResponse.text(page) if page else PressResponse()

    paper.respond = respond
    return lambda: setattr(paper, "respond", sound)


def behind(paper, page):
    """Have *paper* show *page* whatever is asked for, till mended."""
    sound = paper.respond

    def respond(request):
        paper.requests.append(request)
        return PressResponse.text(page)

    paper.respond = respond
    return lambda: setattr(paper, "respond", sound)


def outcomes(newsroom):
    """Return what came of the articles of the paper, and how many are due, as its state has it."""
    with closing(newsroom.hold_lock()) as state:
        keys = [story.key for story in newsroom.paper.stories]
        later = newsroom.paper.today + 9 * timedelta(days=1)
        found = {state.urls.outcome(key) for key in keys if state.urls.has(key)}
        return found, len(state.urls.due(later))


@contextmanager
def replayed(newsroom):
    """The state of the paper, and one that is made anew from its archive."""
    profile = parse_profile(newsroom.name, newsroom.profile().encode())
    with closing(newsroom.hold_lock()) as live, closing(State()) as fresh:
        fresh.templates.take_over(live.templates)
        archive = answers_in(newsroom.folder / "archive" / newsroom.name, live.captures)
        reader = Reader(profile, ArticlePage, fresh.templates.versions())
        Replay(reader, fresh).play(looks(archive), 1)
        yield live, fresh


@pytest.mark.parametrize(
    ("newsroom", "wall"),
    [
        *(("demo", wall) for wall in WALLS),
        *((paper, "a consent page") for paper in sorted(PAPERS) if paper != "demo"),
    ],
    indirect=["newsroom"],
)
@pytest_twisted.ensureDeferred
async def test_articles_behind_a_wall_come_in_when_it_has_fallen(newsroom, wall):
    mend = showing(newsroom.paper, WALLS[wall])
    during = await newsroom.crawl()
    found, due = outcomes(newsroom)
    mend()
    newsroom.paper.today += HOUR

    after = await newsroom.crawl()

    listed = sum(during.dropped.values())
    assert (during.exit_code, during.new, set(during.dropped)) == (3, 0, {wall})
    assert during.trouble.startswith(f"{listed} articles found, none kept: {wall} ({listed})")
    assert (found, due) == ({wall}, listed)
    assert (after.exit_code, after.trouble) == (0, None)
    assert after.new >= listed
    assert newsroom.records().keys() <= newsroom.paper.truth().keys()


@demo_paper
@pytest_twisted.ensureDeferred
async def test_the_archive_read_again_tells_the_same_of_a_wall(newsroom):
    mend = showing(newsroom.paper, WALLS["a consent page"])
    await newsroom.crawl()
    with replayed(newsroom) as (live, fresh):
        keys = [story.key for story in newsroom.paper.stories if live.urls.has(story.key)]
        told = [(live.urls.outcome(key), fresh.urls.outcome(key)) for key in keys]
    mend()
    newsroom.paper.today += HOUR

    await newsroom.crawl()

    assert set(told) == {("a consent page", "a consent page")}
    with replayed(newsroom) as (live, fresh):
        assert list(live.articles.newest()) == list(fresh.articles.newest())


@demo_paper
@pytest.mark.parametrize("wall", ["a consent page", "a login page"])
@pytest_twisted.ensureDeferred
async def test_so_do_those_that_led_to_a_wall_elsewhere(newsroom, wall):
    mend = showing(newsroom.paper, WALLS[wall], "/dang-nhap")
    during = await newsroom.crawl()
    mend()
    newsroom.paper.today += HOUR

    after = await newsroom.crawl()

    assert (during.exit_code, set(during.dropped)) == (3, {wall})
    assert after.new >= sum(during.dropped.values())


@demo_paper
@pytest_twisted.ensureDeferred
async def test_a_wall_is_asked_for_a_few_times_and_then_told_as_not_to_be_had(newsroom):
    showing(newsroom.paper, WALLS["a consent page"])
    asked = []
    for _ in range(16):
        await newsroom.crawl()
        asked.append(len(newsroom.paper.article_requests()))
        newsroom.paper.today += timedelta(days=1)

    listed = asked[0]
    assert sum(asked) <= 9 * listed
    assert sum(asked[-3:]) < listed
    found, _ = outcomes(newsroom)
    assert found <= {"a consent page", None}


@demo_paper
@pytest_twisted.ensureDeferred
async def test_no_wall_takes_the_place_of_a_version_kept(newsroom):
    await newsroom.crawl()
    before = newsroom.files()
    mend = showing(newsroom.paper, WALLS["a consent page"])
    for _ in range(9):
        newsroom.paper.today += timedelta(days=1)
        await newsroom.crawl()
    during = newsroom.files()
    mend()

    newsroom.paper.today += timedelta(days=1)
    await newsroom.crawl()

    assert during == before
    assert {one["status"] for one in newsroom.records().values()} == {"live"}


@demo_paper
@pytest_twisted.ensureDeferred
async def test_a_layout_that_leaves_but_a_few_words_needs_a_person(newsroom):
    paper, sound = newsroom.paper, newsroom.paper.respond
    for number in range(30):
        paragraphs = tuple(f"Đoạn {n} của bài {number}. {SENTENCE}" for n in range(4))
        headline = f"Bản tin số {number} về con đường ra bến sông"
        story = newsroom.another_story(f"9{number:03}", headline=headline, paragraphs=paragraphs)
        paper.publish(story)
        paper.today += HOUR
        if number % 6 == 5:
            await newsroom.crawl()
    kept = newsroom.records()
    for number in range(6):
        paper.publish(
            newsroom.another_story(f"99{number:02}", headline=f"Tin mới trong ngày {number}")
        )

    def respond(request):
        response = sound(request)
        if paper.article_key(request) is None:
            return response
        text = re.sub(rb"(?s)<p[ >].*?</p>", b"", response.body)
        return replace(response, body=text.replace(b"</h1>", b"</h1><p>Xem tiep.</p>"))

    paper.respond = respond
    paper.today += 12 * HOUR

    report = await newsroom.crawl()

    assert len(kept) > 30
    assert report.exit_code == 3
    assert report.suspicious["far shorter than usual"]["count"] == report.new == 6
    assert "6 of 6 new articles are suspicious" in report.line
    assert kept.items() <= newsroom.records().items()


@demo_paper
@pytest.mark.parametrize(
    ("wall", "code"), [("a consent page", 3), ("a bot check", 3), ("a maintenance page", 75)]
)
@pytest_twisted.ensureDeferred
async def test_a_site_that_is_all_behind_a_wall_is_none_without_news(newsroom, wall, code):
    mend = behind(newsroom.paper, WALLS[wall])
    during = await newsroom.crawl()
    mend()
    newsroom.paper.today += HOUR

    after = await newsroom.crawl()

    assert (during.exit_code, during.new) == (code, 0)
    assert wall in during.trouble
    assert set(during.troubles) == {wall}
    assert (after.exit_code, after.trouble) == (0, None)
    assert after.new > 5


@demo_paper
@pytest_twisted.ensureDeferred
async def test_days_are_not_settled_by_walls(newsroom):
    await newsroom.crawl()
    newsroom.paper.today += timedelta(days=1)
    behind(newsroom.paper, WALLS["a consent page"])

    await newsroom.crawl()

    with closing(newsroom.hold_lock()) as state:
        assert state.runs.settled(newsroom.paper.today.date()) < newsroom.paper.today.date()


def with_a_section_among_its_articles(paper):
    """Have *paper* link from every listing to a list at an address as its articles have."""
    sound = paper.respond
    path = "/2026/11/tin-moi-nhat-ve-ben-song-5000/"

    def respond(request):
        response = sound(request)
        if paper.article_key(request) is None:
            link = f'<a href="{path}">Tin mới nhất về bến sông và hai thôn</a></body>'.encode()
            return replace(response, body=response.body.replace(b"</body>", link))
        if request.path != path:
            return response
        entries = "".join(
            f"<li><h3><a href='/2026/11/tin-{n}/'>Tin số {n} về bến sông</a></h3><p>{SENTENCE}</p>"
            for n in range(3000, 3012)
        )
        return PressResponse.text(f"<h1>Bến sông</h1><ul>{entries}</ul>")

    paper.respond = respond


@demo_paper
@pytest_twisted.ensureDeferred
async def test_a_section_at_an_address_of_articles_is_asked_for_once_and_told(newsroom):
    with_a_section_among_its_articles(newsroom.paper)
    first = await newsroom.crawl()
    asked = newsroom.paper.count("/2026/11/tin-moi-nhat")
    again = 0
    for _ in range(3):
        newsroom.paper.today += timedelta(days=1)
        await newsroom.crawl()
        again += newsroom.paper.count("/2026/11/tin-moi-nhat")

    assert (first.exit_code, first.dropped["a section page"], asked, again) == (0, 1, 1, 0)
    assert "5000" not in newsroom.records()
    with closing(newsroom.hold_lock()) as state:
        told = reasons(state.days.undated(), missing=False)
    assert told["a section page"] == 1
