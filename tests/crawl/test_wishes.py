"""Pages that ask not to be archived, indexed or mined, from the crawl to what is made of it."""

from __future__ import annotations

import gzip
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
import pytest_twisted

from newsbot.archive.reading import read_records
from newsbot.archive.validate import faults
from newsbot.profile import parse_profile
from newsbot.replay.reader import Reader
from newsbot.replay.recall import recall_captures
from newsbot.replay.reextraction import Reextraction
from newsbot.spiderloader import spider_for
from newsbot.state import State
from newsbot.tdmrep import PLACE
from newsbot.verdict import FINE
from newsbot.verify import verify
from newsbot.wishes import Wishes

META = b'<meta name="robots" content="noarchive">'


class Asking:
    """Has pages of a paper ask: some *paths* by a header, all articles by what *meta* says."""

    def __init__(self, paper):
        self.paper = paper
        self.headers = {}
        self.meta = {}
        self.is_packed = False
        self._answer = paper.respond
        paper.respond = self.respond

    def respond(self, request):
        response = self._answer(request)
        body = response.body
        headers = {**response.headers, **self.headers.get(request.path, {})}
        if meta := self.meta.get(request.path):
            body = body.replace(b"<head>", b"<head>" + meta, 1)
            assert body != response.body
        if self.is_packed:
            body = gzip.compress(body)
            headers["content-encoding"] = "gzip"
        return replace(response, body=body, headers=headers)


@pytest_twisted.async_yield_fixture
async def newsroom(tmp_path):
    # The reactor of the tests is not yet in its place when this file is read.
    from tests.press.newsroom import Newsroom

    room = Newsroom("demo", tmp_path)
    yield room
    await room.close()


@pytest.fixture
def asking(newsroom):
    return Asking(newsroom.paper)


@pytest.fixture
def story(newsroom):
    """A story on the front page of the paper, with the path of its page."""
    story = newsroom.paper.stories[2]
    return story, newsroom.path_of(story.key)


def state(newsroom):
    return State(newsroom.folder / "state/demo.sqlite")


def records(newsroom):
    files = sorted((newsroom.folder / "archive/demo").glob("*.warc.gz"))
    assert not any(faults(path) for path in files)
    return [record for path in files for record in read_records(path)]


def captures(newsroom, path):
    """Return the answers that are archived of *path*, each with what the metadata says of it."""
    found = records(newsroom)
    said = {
        record.headers["warc-concurrent-to"]: dict(record.about)
        for record in found
        if record.kind == "metadata" and "warc-concurrent-to" in record.headers
    }
    return [
        (record, said[record.record_id])
        for record in found
        if record.kind in {"response", "revisit"} and record.url.endswith(path)
    ]


def findings(newsroom):
    with closing(state(newsroom)) as kept:
        return verify(kept, newsroom.folder, "demo")


def reextract(newsroom):
    """Return what a reextraction of the site would change."""
    spider = spider_for(parse_profile("demo", newsroom.profile().encode()))
    reader = Reader(spider.profile, spider.article_page)
    path = newsroom.folder / "state/demo.sqlite"
    with closing(State(path)) as live:
        folder = newsroom.folder / "archive/demo"
        with Reextraction(reader, live, path, folder) as work:
            work.replay(1, lambda _: None)
            return list(work.changes()), work.outcome


@pytest.mark.parametrize("way", ["header", "meta", "packed"])
@pytest_twisted.ensureDeferred
async def test_the_text_of_a_page_that_asks_for_it_is_kept_nowhere(newsroom, asking, story, way):
    story, path = story
    if way == "header":
        asking.headers[path] = {"X-Robots-Tag": "noarchive"}
    else:
        asking.meta[path] = META
    asking.is_packed = way == "packed"

    report = await newsroom.crawl()

    line = newsroom.records()[story.key]
    assert (line["body"], line["description"], line["body_status"]) == (None, None, "withheld")
    assert (line["headline"], line["date"]) == (story.headline, str(story.published.date()))
    assert report.exit_code == FINE
    assert report.asks == {"noarchive": 1}
    ((record, said),) = captures(newsroom, path)
    assert (record.payload, record.truncated) == (b"", "unspecified")
    assert said["payload-withheld"].startswith("noarchive by ")
    sentence = story.paragraphs[0].encode()
    assert not any(sentence in file.read_bytes() for file in kept_files(newsroom))
    assert not any(sentence in record.payload for record in records(newsroom))


def kept_files(newsroom):
    return [path for path in newsroom.folder.rglob("*") if path.is_file()]


@pytest_twisted.ensureDeferred
async def test_all_other_pages_are_kept_as_ever(newsroom, asking, story):
    story, path = story
    asking.meta[path] = META

    await newsroom.crawl()

    others = [record for key, record in newsroom.records().items() if key != story.key]
    assert all(record["body_status"] == "full" and record["body"] for record in others)
    assert findings(newsroom).wrong == []


@pytest_twisted.ensureDeferred
async def test_a_listing_that_asks_for_it_is_followed_and_not_archived(newsroom, asking):
    await newsroom.crawl()
    asking.headers["/"] = {"X-Robots-Tag": "noarchive"}
    newsroom.paper.today += timedelta(days=3)

    report = await newsroom.crawl()

    assert report.listings
    *_, (record, said) = captures(newsroom, f":{newsroom.port}/")
    assert (record.payload, said["payload-withheld"]) == (b"", "noarchive by X-Robots-Tag")


@pytest_twisted.ensureDeferred
async def test_the_rest_of_what_is_asked_is_noted_with_the_capture_and_in_the_state(
    newsroom, asking, story
):
    _, path = story
    policy = "https://demo.test/tdm.json"
    asking.headers[path] = {
        "X-Robots-Tag": "noindex",
        "tdm-reservation": "1",
        "tdm-policy": policy,
    }

    report = await newsroom.crawl()

    ((record, said),) = captures(newsroom, path)
    assert record.payload
    assert (said["asks"], said["tdm-reservation"], said["tdm-policy"]) == ("noindex", "1", policy)
    with closing(state(newsroom)) as kept:
        wishes = Wishes(noindex=True, tdm_reservation=True, tdm_policy=policy)
        assert kept.captures.wishes(record.url) == wishes
        assert kept.captures.wishes("http://demo.test/") == Wishes()
    assert report.asks == {"noindex": 1, "tdm-reservation": 1, PLACE: 1}


async def look_again(newsroom, key):
    """Crawl when the article *key* is due for its last look."""
    newsroom.paper.today += timedelta(days=8)
    report = await newsroom.crawl(since="2026-11-01")
    assert any(request.path == newsroom.path for request in newsroom.paper.requests)
    return report


@pytest_twisted.ensureDeferred
async def test_a_page_that_no_longer_asks_for_it_becomes_a_revision(newsroom, asking, story):
    story, newsroom.path = story
    asking.meta[newsroom.path] = META
    await newsroom.crawl()
    asking.meta.clear()

    report = await look_again(newsroom, story.key)

    line = newsroom.records()[story.key]
    assert (line["revision"], line["body_status"]) == (2, "full")
    assert line["body"]
    assert report.changed == 1
    assert findings(newsroom).wrong == []
    changes, outcome = reextract(newsroom)
    assert (changes, outcome.kept) == ([], 1)


@pytest_twisted.ensureDeferred
async def test_what_was_kept_before_a_page_asked_for_it_stays(newsroom, asking, story):
    story, newsroom.path = story
    await newsroom.crawl()
    before = newsroom.files()
    asking.headers[newsroom.path] = {"X-Robots-Tag": "noarchive"}

    report = await look_again(newsroom, story.key)

    assert {name: text for name, text in newsroom.files().items() if name in before} == before
    assert (report.changed, report.gone) == (0, 0)
    assert "less than the version kept" not in report.dropped
    assert [bool(record.payload) for record, _ in captures(newsroom, newsroom.path)] == [
        True,
        False,
    ]
    assert findings(newsroom).wrong == []
    changes, outcome = reextract(newsroom)
    assert (changes, outcome.kept) == ([], 0)


@pytest_twisted.ensureDeferred
async def test_a_reextraction_leaves_what_is_withheld_as_it_is(newsroom, asking, story):
    story, path = story
    asking.meta[path] = META
    await newsroom.crawl()

    changes, outcome = reextract(newsroom)

    assert (changes, outcome.kept) == ([], 1)


@pytest_twisted.ensureDeferred
async def test_a_second_look_at_what_is_withheld_changes_nothing(newsroom, asking, story):
    story, newsroom.path = story
    asking.meta[newsroom.path] = META
    await newsroom.crawl()
    before = newsroom.records()[story.key]

    await look_again(newsroom, story.key)

    assert newsroom.records()[story.key] == before
    kinds = {record.kind for record, _ in captures(newsroom, newsroom.path)}
    assert kinds == {"response"}


@pytest_twisted.ensureDeferred
async def test_a_lost_state_hears_from_the_archive_what_pages_ask(newsroom, asking, story):
    _, path = story
    asking.headers[path] = {"X-Robots-Tag": "noindex", "tdm-reservation": "0"}
    asking.meta[path] = META
    await newsroom.crawl()

    with closing(State()) as fresh:
        recall_captures(newsroom.folder / "archive/demo", fresh.captures, fresh.templates)
        ((record, _),) = captures(newsroom, path)
        wishes = fresh.captures.wishes(record.url)

    asked = Wishes(withheld="meta robots", noarchive=True, noindex=True, tdm_reservation=False)
    assert wishes == asked


@pytest_twisted.ensureDeferred
async def test_what_a_paper_has_allowed_is_kept_whatever_its_pages_ask(newsroom, asking, story):
    story, path = story
    asking.meta[path] = META

    report = await newsroom.crawl("honour_noarchive = false\n" + newsroom.profile())

    assert newsroom.records()[story.key]["body_status"] == "full"
    ((record, said),) = captures(newsroom, path)
    assert record.payload
    assert (said["asks"], "payload-withheld" in said) == ("noarchive", False)
    assert report.asks == {"noarchive": 1}
