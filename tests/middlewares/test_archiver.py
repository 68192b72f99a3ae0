"""What a crawl leaves in the archive, read back from there."""

from __future__ import annotations

from collections import Counter

import pytest_twisted

from newsbot import __version__
from newsbot.archive.lesson import ADDRESS
from newsbot.archive.reading import read_records
from newsbot.archive.validate import faults
from newsbot.profile import parse_profile
from newsbot.visit import read_visit
from tests.press.newsroom import Newsroom


@pytest_twisted.async_yield_fixture
async def newsroom(tmp_path):
    room = Newsroom("demo", tmp_path)
    yield room
    await room.close()


def archive(newsroom):
    return newsroom.folder / "archive" / newsroom.name


def files(newsroom):
    return sorted(archive(newsroom).glob("*.warc.gz"))


def records(newsroom, *kinds):
    found = (record for file in files(newsroom) for record in read_records(file))
    return [record for record in found if record.kind in kinds]


@pytest_twisted.ensureDeferred
async def test_every_answer_of_the_paper_is_archived(newsroom):
    await newsroom.crawl()

    asked = Counter(request.path for request in newsroom.paper.requests)
    kept = Counter(
        "/" + record.url.split("/", 3)[3] for record in records(newsroom, "response", "revisit")
    )
    assert kept == asked


@pytest_twisted.ensureDeferred
async def test_errors_and_what_robots_txt_says_are_archived_too(newsroom):
    newsroom.paper.fail("/feed/", status=404)

    await newsroom.crawl()

    statuses = {
        record.url.split("/", 3)[3]: record.http_status for record in records(newsroom, "response")
    }
    assert statuses["feed/"] == 404
    assert statuses["robots.txt"] == 200


@pytest_twisted.ensureDeferred
async def test_the_files_are_sealed_and_sound(newsroom):
    await newsroom.crawl()

    assert [faults(path) for path in files(newsroom)] == [[]]
    assert list(archive(newsroom).glob("*.open")) == []


@pytest_twisted.ensureDeferred
async def test_every_article_says_from_which_record_it_was_read(newsroom):
    await newsroom.crawl()

    pages = {record.record_id: record for record in records(newsroom, "response")}
    for article in newsroom.records().values():
        page = pages[article["warc"]["record_id"]]
        assert page.url == article["url"]
        assert page.offset == article["warc"]["offset"]


@pytest_twisted.ensureDeferred
async def test_a_page_that_came_again_as_it_was_is_a_revisit(newsroom):
    await newsroom.crawl()
    await newsroom.crawl()

    again = {record.url.split("/", 3)[3] for record in records(newsroom, "revisit")}
    assert {"feed/", "sitemap.xml"} <= again


@pytest_twisted.ensureDeferred
async def test_beside_each_capture_stands_how_it_was_found(newsroom):
    report = await newsroom.crawl()

    found = records(newsroom, "metadata")
    told = [dict(record.about) for record in found if record.url != ADDRESS]
    assert {about["run"] for about in told} == {report.run}
    assert {about.get("channel") for about in told} >= {"seed", "feed", "sitemap"}
    keys = {about.get("article-key") for about in told} - {None}
    assert keys == set(newsroom.records())


@pytest_twisted.ensureDeferred
async def test_a_file_that_is_full_is_followed_by_another(newsroom):
    await newsroom.crawl(settings={"ARCHIVE_MAX_BYTES": 10_000})

    assert len(files(newsroom)) > 3
    assert [faults(path) for path in files(newsroom)] == [[]] * len(files(newsroom))


@pytest_twisted.ensureDeferred
async def test_a_disk_that_fails_ends_the_crawl_before_anything_is_kept(newsroom, monkeypatch):
    def no_space(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("newsbot.archive.file.write_all", no_space)

    report = await newsroom.crawl()

    assert report.exit_code == 74
    assert "No space left on device" in report.line
    assert newsroom.paper.article_requests() == []


@pytest_twisted.ensureDeferred
async def test_beside_an_article_stands_what_had_been_seen_of_it(newsroom):
    await newsroom.crawl()

    told = {
        visit.key: visit
        for record in records(newsroom, "metadata")
        if (visit := read_visit(record.about)).key
    }
    for key, article in newsroom.records().items():
        seen = told[key].sighting
        assert (seen.first_seen.isoformat(), list(seen.channels)) == (
            article["first_seen"],
            article["channels"],
        )
        assert article["url"] in seen.urls


@pytest_twisted.ensureDeferred
async def test_a_body_over_the_limit_is_kept_as_far_as_it_came_and_read_no_further(newsroom):
    await newsroom.crawl(settings={"DOWNLOAD_MAXSIZE": 1500})

    cut = [record for record in records(newsroom, "response") if record.truncated]
    assert {record.truncated for record in cut} == {"length"}
    assert all(len(record.payload) > 1500 for record in cut)
    assert not {a["warc"]["record_id"] for a in newsroom.records().values()} & {
        record.record_id for record in cut
    }
    assert [faults(path) for path in files(newsroom)] == [[]]


@pytest_twisted.ensureDeferred
async def test_each_file_says_who_crawled_and_with_which_profile(newsroom):
    await newsroom.crawl()

    (information,) = records(newsroom, "warcinfo")
    told = dict(information.about)
    profile = parse_profile(newsroom.name, newsroom.profile().encode())
    assert (told["operator"], told["robots"]) == ("tests@newsbot.test", "obey")
    assert told["profile-sha256"] == profile.digest


@pytest_twisted.ensureDeferred
async def test_every_request_says_who_crawls_and_so_does_the_file(newsroom):
    await newsroom.crawl()

    asked = newsroom.paper.requests
    agents = {request.headers["user-agent"] for request in asked}
    assert {request.headers.get("from") for request in asked} == {"tests@newsbot.test"}
    assert agents == {f"newsbot/{__version__} (+tests@newsbot.test)"}
    (begin,) = records(newsroom, "warcinfo")
    assert f"http-header-user-agent: {agents.pop()}".encode() in begin.payload
