"""Articles over several pages, some of which do not come."""

from __future__ import annotations

from datetime import timedelta

import pytest
import pytest_twisted

from newsbot.demo.paper import PressRequest, PressResponse
from newsbot.robots import FORBIDDEN
from newsbot.suspicion import CUT
from tests.press import TODAY
from tests.press.kabar import PER_ARTICLE_PAGE, new_paper

WHOLE = '<div class="halaman"><a href="?page=all">Tampilkan semua</a> '


def with_whole_view(today):
    """Kabar with a link to all of an article on every page of it."""
    paper = new_paper(today)
    usual = paper.article_page

    def article_page(request: PressRequest, key: str) -> PressResponse:
        if "page=all" in request.target:
            story = paper.story(key)
            text = "".join(f"<p>{paragraph}</p>" for paragraph in story.paragraphs)
            return PressResponse.text(f"<h1>{story.headline}</h1><div>{text}</div>")
        page = usual(request, key)
        return PressResponse.text(page.body.decode().replace('<div class="halaman">', WHOLE))

    paper.article_page = article_page
    return paper


def of_pages(today):
    """Kabar as it is: an article goes on by numbered pages."""
    return new_paper(today)


@pytest_twisted.async_yield_fixture
async def newsroom(tmp_path, request):
    from tests.press.newsroom import Newsroom

    room = Newsroom("kabar", tmp_path, TODAY, getattr(request, "param", of_pages))
    yield room
    await room.close()


@pytest.fixture
def long(newsroom):
    """The newest story of more than one page."""
    return next(s for s in newsroom.paper.stories if len(s.paragraphs) > PER_ARTICLE_PAGE)


def second_page(story):
    return f"/berita/{story.key}/{story.slug}?page=2"


def forbid(paper, place):
    """Have the paper's robots.txt forbid *place*."""
    text = f"User-agent: *\nDisallow: {place}\n"
    paper.robots = lambda request: PressResponse.text(text, "text/plain")


def is_broken_off(record, story):
    """Whether *record* is told to hold the first page of *story* alone."""
    told = (record["body_status"], record["evidence"]["body"])
    ends = record["body"].endswith(story.paragraphs[PER_ARTICLE_PAGE - 1])
    return told == ("teaser", "profile, incomplete") and ends


def is_whole(record, story):
    """Whether *record* holds all of *story*."""
    told = (record["body_status"], record["evidence"]["body"])
    return told == ("full", "profile") and record["body"].endswith(story.paragraphs[-1])


@pytest.mark.parametrize("newsroom", [with_whole_view], indirect=True)
@pytest_twisted.ensureDeferred
async def test_an_article_is_read_from_the_page_that_shows_all_of_it(newsroom):
    await newsroom.crawl()

    kept = newsroom.records()
    long = {s.key: s for s in newsroom.paper.stories if len(s.paragraphs) > PER_ARTICLE_PAGE}
    read = {key: story for key, story in long.items() if key in kept}
    assert read
    assert newsroom.paper.count("/berita/") == len(kept) + len(read)
    for key, story in read.items():
        assert kept[key]["body"].split("\n\n")[-1] == story.paragraphs[-1]
        assert kept[key]["body"].count(story.paragraphs[0]) == 1


@pytest.mark.parametrize("newsroom", [with_whole_view], indirect=True)
@pytest.mark.parametrize("failure", ["not found", "forbidden", "failing"])
@pytest_twisted.ensureDeferred
async def test_where_that_page_is_not_to_be_had_it_is_read_page_by_page(newsroom, long, failure):
    whole = f"/berita/{long.key}/{long.slug}?page=all"
    if failure == "forbidden":
        forbid(newsroom.paper, "/*page=all")
    else:
        newsroom.paper.fail(whole, 404 if failure == "not found" else 500)

    await newsroom.crawl()

    assert is_whole(newsroom.records()[long.key], long)
    assert newsroom.paper.count(second_page(long)) == 1


@pytest.mark.parametrize("status", [404, 410])
@pytest_twisted.ensureDeferred
async def test_an_article_is_kept_without_a_page_that_is_not_there(newsroom, long, status):
    newsroom.paper.fail(second_page(long), status)

    report = await newsroom.crawl()

    assert is_broken_off(newsroom.records()[long.key], long)
    assert report.troubles[f"HTTP {status}"] == 1
    assert report.suspicious[CUT] == {"count": 1, "ids": [f"kabar/{long.key}"]}


@pytest_twisted.ensureDeferred
async def test_nor_is_that_page_asked_for_at_the_next_run(newsroom, long):
    newsroom.paper.fail(second_page(long), 404)
    await newsroom.crawl()
    newsroom.paper.today += timedelta(hours=2)

    report = await newsroom.crawl()

    assert newsroom.paper.count(f"/berita/{long.key}/") == 0
    assert (report.exit_code, report.failed) == (0, 0)


@pytest_twisted.ensureDeferred
async def test_an_article_is_kept_without_a_page_that_robots_txt_forbids(newsroom, long):
    forbid(newsroom.paper, "/berita/*?page=")

    report = await newsroom.crawl()

    assert is_broken_off(newsroom.records()[long.key], long)
    assert newsroom.paper.count(second_page(long)) == 0
    assert report.troubles[FORBIDDEN.lower()] == len(report.suspicious[CUT]["ids"])
    assert report.failed == 0


@pytest.mark.parametrize("place", ["itself", "/"], ids=["first page", "front page"])
@pytest_twisted.ensureDeferred
async def test_an_article_is_kept_without_a_page_that_leads_elsewhere(newsroom, long, place):
    usual = newsroom.paper.article_page

    def article_page(request: PressRequest, key: str) -> PressResponse:
        to = request.path if place == "itself" else place
        is_first = request.number("page") == 1
        return (
            usual(request, key) if is_first else PressResponse(status=302, headers={"location": to})
        )

    newsroom.paper.article_page = article_page

    await newsroom.crawl()

    assert is_broken_off(newsroom.records()[long.key], long)
    assert newsroom.paper.count(second_page(long)) == 1


@pytest_twisted.ensureDeferred
async def test_a_page_that_fails_for_hours_is_waited_for(newsroom, long):
    newsroom.paper.fail(second_page(long), 503)
    await newsroom.crawl()
    assert long.key not in newsroom.records()
    newsroom.paper.fail(second_page(long), times=0)
    newsroom.paper.today += timedelta(hours=3)

    await newsroom.crawl()

    record = newsroom.records()[long.key]
    assert is_whole(record, long)
    assert record["revision"] == 1


@pytest_twisted.ensureDeferred
async def test_after_days_its_article_is_kept_without_it(newsroom, long):
    newsroom.paper.fail(second_page(long), 503)
    asked = []
    for _ in range(7):
        await newsroom.crawl()
        asked.append(newsroom.paper.count(f"/berita/{long.key}/") > 0)
        newsroom.paper.today += timedelta(days=1)

    assert is_broken_off(newsroom.records()[long.key], long)
    assert sum(asked) < len(asked)


@pytest_twisted.ensureDeferred
async def test_a_page_that_comes_at_a_later_look_makes_the_article_whole(newsroom, long):
    newsroom.paper.fail(second_page(long), 404)
    await newsroom.crawl()
    newsroom.paper.fail(second_page(long), times=0)
    newsroom.paper.today += timedelta(days=8)

    await newsroom.crawl()

    record = newsroom.records()[long.key]
    assert is_whole(record, long)
    assert record["revision"] == 2


@pytest_twisted.ensureDeferred
async def test_an_article_kept_whole_stays_so_where_a_page_of_it_goes(newsroom, long):
    await newsroom.crawl()
    newsroom.paper.fail(second_page(long), 404)
    newsroom.paper.today += timedelta(days=8)

    await newsroom.crawl()

    record = newsroom.records()[long.key]
    assert newsroom.paper.count(second_page(long)) == 1
    assert is_whole(record, long)
    assert record["revision"] == 1
