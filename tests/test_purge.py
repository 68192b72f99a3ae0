"""An article of a simulated paper, and a whole paper, taken down."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import orjson
import pytest
import pytest_twisted

from newsbot.archive.cdxj import INDEX
from newsbot.archive.reading import read_records, record_at
from newsbot.archive.validate import faults
from newsbot.copies.linking import Linking
from newsbot.corpus import read_month
from newsbot.demo.paper import PressResponse
from newsbot.exceptions import ArchiveError, StateBusyError
from newsbot.profile import parse_profile
from newsbot.purge import Removed, purge_article, purge_site
from newsbot.rhythm import Rhythm
from newsbot.state.purged import Takedown
from newsbot.state.validators import LastAnswer
from newsbot.target import target_of_id, target_of_url
from newsbot.validator import Validator
from newsbot.visit import Visit
from tests.keptsite import HOME, NOW, SITE, KeptSite, reopened
from tests.press import PAPERS, TODAY
from tests.press.newsroom import Newsroom
from tests.takedown import findings, holding, take_down

REASON = "names a minor"


@pytest_twisted.async_yield_fixture
async def newsroom(request, tmp_path):
    room = Newsroom(getattr(request, "param", "demo"), tmp_path)
    for story in room.paper.stories:
        # The stories of some papers share their sentences.
        paragraphs = (f"{story.key}: {text}" for text in story.paragraphs)
        room.paper.edit(story.key, paragraphs=tuple(paragraphs), modified=story.modified)
    await room.crawl()
    yield room
    await room.close()


@pytest.fixture
def story(newsroom):
    """A story that other articles' related blocks show."""
    return newsroom.paper.stories[0]


@pytest.fixture
def site(tmp_path, profile, make_article):
    """A site that keeps an article, and one whose related block leads to it."""
    with closing(KeptSite(tmp_path, profile)) as site:
        site.print(make_article())
        yield site


def tagged(page, name):
    """Return *page* with a parameter in its links to *name*."""
    body = page.body.replace(f'{name}"'.encode(), f'{name}?neu=x"'.encode())
    return replace(page, body=body)


def warcs(newsroom):
    return sorted((newsroom.folder / "archive" / "demo").glob("*.warc.gz"))


def purge(state, target, site):
    return purge_article(state, target, site.data, REASON, NOW)


@pytest.mark.parametrize("newsroom", sorted(PAPERS), indirect=True)
@pytest_twisted.ensureDeferred
async def test_no_sentence_of_it_is_left_in_any_byte_and_all_agrees(newsroom, story):
    before = [holding(newsroom.folder, text) for text in story.paragraphs]
    take_down(newsroom, story.key)

    assert all(before)
    assert [name for text in story.paragraphs for name in holding(newsroom.folder, text)] == []
    assert (findings(newsroom).wrong, findings(newsroom).stale) == ([], [])


@pytest.mark.parametrize("newsroom", sorted(PAPERS), indirect=True)
@pytest_twisted.ensureDeferred
async def test_whatever_a_paper_is_like_a_later_crawl_leaves_it_alone(newsroom, story):
    before = newsroom.records()
    take_down(newsroom, story.key)

    await newsroom.crawl(since="first")

    asked = newsroom.paper.article_requests()
    assert story.key not in {newsroom.paper.article_key(request) for request in asked}
    assert before.keys() - newsroom.records().keys() == {story.key}
    assert (findings(newsroom).wrong, findings(newsroom).stale) == ([], [])


@pytest_twisted.ensureDeferred
async def test_its_address_is_left_only_in_other_pages_that_show_it(newsroom, story):
    path = newsroom.path_of(story.key)
    before = holding(newsroom.folder, path)
    removed = take_down(newsroom, story.key)

    after = holding(newsroom.folder, path)
    assert {"demo.sqlite", "index.cdxj", "2026-11.jsonl"} < set(before)
    assert {name[-1] for name in after} == {"?"}
    assert removed.shown == len(after)


@pytest_twisted.ensureDeferred
async def test_it_is_told_how_much_was_removed(newsroom, story):
    index = newsroom.folder / "archive" / "demo" / INDEX
    lines = index.read_bytes().count(b"\n")
    removed = take_down(newsroom, story.key)

    assert (removed.articles, removed.revisions, removed.captures) == (1, 1, 1)
    assert lines - index.read_bytes().count(b"\n") == removed.index_lines == 1


@pytest_twisted.ensureDeferred
async def test_all_else_stays_as_it_was(newsroom, story):
    before = newsroom.records()
    count = sum(1 for path in warcs(newsroom) for _ in read_records(path))
    take_down(newsroom, story.key)

    after = newsroom.records()
    pages = [record["warc"] for record in after.values()]
    archive = newsroom.folder / "archive" / "demo"
    assert sum(1 for path in warcs(newsroom) for _ in read_records(path)) == count
    assert [fault for path in warcs(newsroom) for fault in faults(path)] == []
    assert after.keys() == before.keys() - {story.key}
    assert [record_at(archive / page["file"], page["offset"]).record_id for page in pages] == [
        page["record_id"] for page in pages
    ]
    assert all(after[key] | {"related": 0} == before[key] | {"related": 0} for key in after)


@pytest_twisted.ensureDeferred
async def test_it_is_never_asked_for_again_whatever_shows_it(newsroom, story):
    path = newsroom.path_of(story.key)
    take_down(newsroom, story.key)
    newsroom.paper.today += timedelta(hours=25)
    newsroom.paper.edit(story.key, headline="Một tựa đề khác")
    newsroom.paper.publish(newsroom.another_story("999", section=story.section))

    report = await newsroom.crawl(since="first")

    assert newsroom.paper.count(path) == 0
    assert (report.exit_code, report.new, report.dropped) == (0, 1, {})
    assert story.key not in newsroom.records()
    assert holding(newsroom.folder / "state", path) == []
    assert holding(newsroom.folder / "articles", path) == []
    assert findings(newsroom).wrong == []


@pytest.mark.parametrize("newsroom", ["heideblatt"], indirect=True)
@pytest_twisted.ensureDeferred
async def test_nor_is_it_at_an_address_without_what_only_a_later_version_knows_to_tell_nothing(
    newsroom, story
):
    pattern = re.compile(r"^article .*$", re.MULTILINE)
    toml = pattern.sub("", newsroom.profile())
    usual, plain = newsroom.paper.respond, f"{story.slug}-{story.key}.html"
    newsroom.paper.respond = lambda request: tagged(usual(request), plain)
    await newsroom.crawl(toml)
    with closing(newsroom.hold_lock()) as state:
        profile = parse_profile(newsroom.name, toml.encode())
        origin = f"http://{profile.domain}:{newsroom.port}"
        target = target_of_url(state, profile, f"{origin}/lokales/{plain}?neu=x")
        purge_article(state, target, newsroom.folder, REASON, TODAY)
    newsroom.paper.respond = usual

    await newsroom.crawl(toml, since="first")

    assert newsroom.paper.count(f"/lokales/{plain}") == 0


@pytest_twisted.ensureDeferred
async def test_a_redirect_to_it_is_not_followed(newsroom, story):
    path = newsroom.path_of(story.key)
    take_down(newsroom, story.key)
    newsroom.paper.publish(newsroom.another_story("999"))
    answer = newsroom.paper.respond

    def respond(request):
        moved = PressResponse(status=301, headers={"location": path})
        return moved if "-999/" in request.path else answer(request)

    newsroom.paper.respond = respond
    report = await newsroom.crawl()

    assert newsroom.paper.count(path) == 0
    assert (report.exit_code, report.dropped) == (0, {"purged": 1})


@pytest_twisted.ensureDeferred
async def test_a_page_that_declares_its_address_is_not_kept(newsroom, story):
    path = newsroom.path_of(story.key)
    take_down(newsroom, story.key)
    other = newsroom.another_story("999")
    newsroom.paper.publish(other)
    answer = newsroom.paper.respond

    def respond(request):
        page = answer(request)
        own = request.path.encode() if "-999/" in request.path else b"\0"
        return PressResponse(
            status=page.status, headers=page.headers, body=page.body.replace(own, path.encode())
        )

    newsroom.paper.respond = respond
    report = await newsroom.crawl()

    assert (report.new, report.dropped) == (0, {"purged": 1})
    assert "999" not in newsroom.records()


def test_related_links_to_it_go_from_every_revision_of_every_line(site, profile, make_article):
    related = [{"url": f"{HOME}7?fbclid=x", "headline": "Brücke gesperrt"}, {"url": f"{HOME}9"}]
    site.print(make_article(id="waldbote/8", url=f"{HOME}8", related=related))
    site.print(make_article(id="waldbote/8", url=f"{HOME}8", related=related, revision=2))

    with reopened(site) as state:
        purge(state, target_of_id(state, profile, "waldbote/7"), site)
        lines = state._db.execute("SELECT line FROM revision UNION SELECT line FROM article")
        links = [orjson.loads(line)["related"] for (line,) in lines]
    assert links == [[{"url": f"{HOME}9"}]] * 2


def test_its_copies_are_linked_without_it(site, profile, make_article):
    site.print(make_article(id="waldbote/8", url=f"{HOME}8"))
    month = site.data / "articles" / "waldbote" / "2024-10.jsonl"

    with reopened(site) as state:
        with closing(Linking(site.data / "state", "waldbote", state)) as linking:
            linking.take_in()
            before = linking.links()
        purge(state, target_of_id(state, profile, "waldbote/7"), site)
    (after,) = read_month(month)
    assert before["waldbote/8"].copy_of == "waldbote/7"
    assert (after["id"], after["copy_of"], after["cluster"]) == ("waldbote/8", None, None)
    assert holding(site.data / "state", "waldbote/7") == []


def test_a_page_that_was_never_kept_is_taken_down_too(site, profile):
    site.fetch(f"{HOME}9", "verworfen", key="9", asked=f"{HOME}9")

    with reopened(site) as state:
        removed = purge(state, target_of_url(state, profile, f"{HOME}9"), site)
        assert state.purged.holds("9")
    assert removed == Removed(articles=0, revisions=0, captures=1, index_lines=1)
    assert holding(site.data, "verworfen") == []


def test_what_was_told_of_a_page_that_was_given_up_goes_too(site, profile):
    url = f"{HOME}7?page=2"
    site.archive.note(url, NOW, Visit(run="1", key="7", part=2, broken_off="HTTP 404").fields())
    site.archive.seal()
    before = holding(site.data, "HTTP 404")

    purge(site.state, target_of_id(site.state, profile, "waldbote/7"), site)

    assert before
    assert holding(site.data, "HTTP 404") == []


def test_the_logs_of_runs_lose_the_lines_that_name_it(site, profile, tmp_path):
    log = tmp_path / "runs" / SITE / "20241023.log"
    log.parent.mkdir(parents=True)
    others = f"DEBUG: Crawled (200) <GET {HOME}77>\nINFO: Dropped: no body: {HOME}8\n"
    log.write_text(f"{others}DEBUG: Crawled (200) <GET {HOME}7>\nDropped: unchanged: waldbote/7\n")

    with reopened(site) as state:
        purge(state, target_of_id(state, profile, "waldbote/7"), site)
    assert log.read_text() == others


def test_what_a_listing_said_that_led_to_it_is_forgotten(site, profile):
    last = LastAnswer(f"{HOME}7", Validator('"a"', None), "", "", None, NOW)
    site.state.validators.keep("GET https://waldbote.test/heute", last)

    with reopened(site) as state:
        purge(state, target_of_id(state, profile, "waldbote/7"), site)
        assert state.validators.of("GET https://waldbote.test/heute") is None


def test_a_listing_at_its_address_is_forgotten(site, profile):
    rhythm = Rhythm(looked=NOW)
    site.state.rhythms.keep(f"GET {HOME}7", "section", rhythm, standing=True)

    with reopened(site) as state:
        purge(state, target_of_url(state, profile, f"{HOME}7"), site)
        assert state.rhythms.of(f"GET {HOME}7") is None


def test_what_crashes_have_left_aside_goes_with_it(site, profile, tmp_path):
    leftover = tmp_path / "quarantine" / SITE / "torn.warc.gz.400"
    leftover.parent.mkdir(parents=True)
    leftover.write_text("Seit Mittwoch ist die Brücke zu.")
    aside = tmp_path / "state" / f"{SITE}.reextract"
    aside.mkdir()

    with reopened(site) as state:
        purge(state, target_of_id(state, profile, "waldbote/7"), site)
    assert not leftover.exists()
    assert not aside.exists()


def test_taken_down_once_more_there_is_nothing_left_to_remove(site, profile):
    with reopened(site) as state:
        purge(state, target_of_id(state, profile, "waldbote/7"), site)
        again = purge(state, target_of_id(state, profile, "waldbote/7"), site)

    earlier = Takedown(NOW.date(), REASON)
    assert again == Removed(articles=0, revisions=0, captures=0, index_lines=0, earlier=earlier)


def test_where_the_archive_cannot_be_read_nothing_is_changed(site, profile):
    site.records()
    (path,) = site.folder.glob("*.warc.gz")
    path.write_bytes(path.read_bytes()[:-3])

    with reopened(site) as state:
        with pytest.raises(ArchiveError, match=path.name):
            purge(state, target_of_id(state, profile, "waldbote/7"), site)
        assert state.articles.kept("waldbote/7")
        assert state.purged.is_empty()


def test_an_archive_that_has_lost_something_is_told(site, profile):
    site.archive.commit()
    (path,) = site.folder.glob("*.open")
    path.write_bytes(path.read_bytes()[:-3])

    with (
        reopened(site) as state,
        pytest.raises(ArchiveError, match="less is left of"),
    ):
        purge(state, target_of_id(state, profile, "waldbote/7"), site)


def test_a_state_that_somebody_reads_is_told_and_cleaned_later(site, profile, tmp_path):
    path = tmp_path / "state" / f"{SITE}.sqlite"
    with reopened(site) as state, closing(sqlite3.connect(path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM article").fetchone()
        state._db.execute("PRAGMA busy_timeout=10")
        target = target_of_id(state, profile, "waldbote/7")
        with pytest.raises(StateBusyError, match="another program reads the state"):
            purge(state, target, site)
        assert state.purged.is_pending()
        reader.rollback()
        purge(state, target, site)
    assert holding(site.data, "Seit Mittwoch") == []


@pytest_twisted.ensureDeferred
async def test_of_a_site_taken_down_only_that_is_left(newsroom):
    with closing(newsroom.hold_lock()) as state:
        removed = purge_site(state, newsroom.folder, "demo", REASON, TODAY)

    left = sorted(path.name for path in newsroom.folder.rglob("*") if path.is_file())
    assert (removed.articles, removed.revisions) == (12, 12)
    shared = ["clusters.sqlite", "hosts.lock", "hosts.sqlite"]
    assert left == sorted(["README.md", "demo.lock", "demo.sqlite", *shared])
    assert holding(newsroom.folder, "127.0.0.1") == []
    assert (findings(newsroom).wrong, findings(newsroom).stale) == ([], [])


@pytest_twisted.ensureDeferred
async def test_a_site_taken_down_is_not_crawled_until_its_state_is_deleted(newsroom):
    with closing(newsroom.hold_lock()) as state:
        purge_site(state, newsroom.folder, "demo", REASON, TODAY)

    refused = await newsroom.crawl()
    asked = len(newsroom.paper.requests)
    (newsroom.folder / "state" / "demo.sqlite").unlink()
    anew = await newsroom.crawl()

    assert (refused.exit_code, asked) == (2, 0)
    assert "purged on 2026-11-20 (names a minor)" in refused.line
    assert str(newsroom.folder / "state" / "demo.sqlite") in refused.line
    assert (anew.exit_code, anew.new) == (0, 12)
