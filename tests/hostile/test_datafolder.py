"""A data folder that somebody has poisoned, and titles that would be paths."""

from __future__ import annotations

import json
import os
import pickle
import sqlite3
from contextlib import closing
from dataclasses import replace
from itertools import cycle

import pytest
import pytest_twisted

from newsbot.demo.paper import PressResponse
from newsbot.verdict import FINE, PERSON

PATHS = [
    "../../x",
    "..\\..\\x",
    "/etc/x",
    "con",
    "nul.jsonl",
    "x" * 300,
    "a\x00b",
    ".",
    "~root",
    "$(x)",
]
SLUGS = ["../../../x", "%2e%2e%2f%2e%2e%2fx", "con", "a" * 1500]


@pytest_twisted.async_yield_fixture
async def newsroom(tmp_path):
    # The reactor of the tests is not yet in its place when this file is read.
    from tests.press.newsroom import Newsroom

    room = Newsroom("demo", tmp_path / "data")
    yield room
    await room.close()


def title_all(paper, titles, headers=()):
    """Have the stories of *paper* bear the *titles* in turn, and each answer further *headers*."""
    answer = paper.respond

    def respond(request):
        response = answer(request)
        body = response.body
        for story, title in zip(paper.stories, cycle(titles), strict=False):
            body = body.replace(story.headline.encode(), title.encode())
        return replace(response, body=body, headers={**response.headers, **dict(headers)})

    paper.respond = respond


def files(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


class Bomb:
    """Leaves a trace where it is unpickled."""

    def __init__(self, trace):
        self.trace = trace

    def __reduce__(self):
        return (self.trace.mkdir, ())


@pytest_twisted.ensureDeferred
async def test_a_pickle_among_the_data_is_never_run(newsroom, tmp_path):
    bomb = pickle.dumps(Bomb(tmp_path / "exploded"))
    for folder in ("state", "runs/demo", "articles/demo", "archive/demo", "quarantine/demo"):
        (newsroom.folder / folder).mkdir(parents=True)
        for name in ("requests.queue", "spider.state", "active.json", "cache.pickle"):
            (newsroom.folder / folder / name).write_bytes(bomb)

    report = await newsroom.crawl()

    assert report.exit_code == FINE
    assert not (tmp_path / "exploded").exists()


@pytest_twisted.ensureDeferred
async def test_a_report_that_is_a_bomb_is_never_read(newsroom):
    await newsroom.crawl()
    for number, text in enumerate((b"[" * 10_000_000, b"{", b'{"a":"' + b"x" * 10_000_000)):
        (newsroom.folder / f"runs/demo/{number}.json").write_bytes(text)

    report = await newsroom.crawl()

    assert report.exit_code == FINE


@pytest.mark.parametrize(
    "poison", [b"[" * 2_000_000, b"x" * 2_000_000, b"a 1 " + b'{"a":' * 2_000 + b"\n"]
)
@pytest_twisted.ensureDeferred
async def test_an_index_that_is_a_bomb_is_refused(newsroom, poison):
    await newsroom.crawl()
    (newsroom.folder / "archive/demo/index.cdxj").write_bytes(poison)

    report = await newsroom.crawl()

    assert report.exit_code == PERSON
    assert "index.cdxj is damaged" in report.trouble


@pytest_twisted.ensureDeferred
async def test_the_database_of_another_program_is_refused(newsroom):
    path = newsroom.folder / "state" / "demo.sqlite"
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as db:
        db.executescript("CREATE TABLE moz_places (url TEXT); PRAGMA user_version=4")
    before = path.read_bytes()

    report = await newsroom.crawl()

    assert report.exit_code == PERSON
    assert path.read_bytes() == before
    assert not newsroom.paper.requests


@pytest.mark.parametrize("name", ["demo.lock", "hosts.lock", "demo.sqlite", "clusters.sqlite"])
@pytest_twisted.ensureDeferred
async def test_a_link_in_the_place_of_a_state_harms_no_file(newsroom, tmp_path, name):
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (newsroom.folder / "state").mkdir(parents=True)
    (newsroom.folder / "state" / name).symlink_to(victim)

    report = await newsroom.crawl()

    assert report.exit_code == PERSON
    assert f"{name} leads out of" in report.trouble
    assert victim.read_bytes() == b"precious"
    assert not newsroom.paper.requests


@pytest.mark.parametrize("name", ["demo.lock", "hosts.lock", "demo.sqlite"])
@pytest_twisted.ensureDeferred
async def test_a_pipe_in_the_place_of_a_state_is_not_waited_for(newsroom, name):
    (newsroom.folder / "state").mkdir(parents=True)
    os.mkfifo(newsroom.folder / "state" / name)

    report = await newsroom.crawl()

    assert report.exit_code == PERSON
    assert f"{name} is neither file nor folder" in report.trouble
    assert not newsroom.paper.requests


@pytest.mark.parametrize("folder", ["articles", "archive", "runs", "quarantine"])
@pytest_twisted.ensureDeferred
async def test_a_folder_that_leads_elsewhere_is_not_written_to(newsroom, tmp_path, folder):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (newsroom.folder / folder).mkdir(parents=True)
    (newsroom.folder / folder / "demo").symlink_to(elsewhere)

    report = await newsroom.crawl()

    assert report.exit_code == PERSON
    assert not list(elsewhere.iterdir())
    assert not newsroom.paper.requests


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE host SET strikes = 1, paused = 9e999, struck = 1e9",
        "UPDATE host SET rests = 'soon'",
        "UPDATE robots SET status = 'fine'",
        "ALTER TABLE host RENAME COLUMN rests TO sleeps",
    ],
)
@pytest_twisted.ensureDeferred
async def test_a_damaged_file_about_hosts_needs_a_person(newsroom, change):
    await newsroom.crawl(settings={"DOWNLOAD_DELAY": 1})
    with closing(sqlite3.connect(newsroom.folder / "state" / "hosts.sqlite")) as db:
        db.execute(change)
        db.commit()

    report = await newsroom.crawl(settings={"DOWNLOAD_DELAY": 1})

    assert report.exit_code == PERSON
    assert "hosts.sqlite: is no sound state" in report.line
    assert "delete it" in report.line
    assert not newsroom.paper.requests


@pytest_twisted.ensureDeferred
async def test_no_path_is_made_of_what_a_page_says(newsroom, tmp_path):
    title_all(newsroom.paper, PATHS, {"content-disposition": "attachment; filename=../../x"})
    newsroom.folder.mkdir()
    before = set(tmp_path.iterdir())

    report = await newsroom.crawl()

    assert report.new
    assert set(tmp_path.iterdir()) == before
    assert not [name for name in files(newsroom.folder) if not _is_ours(name)]


def _is_ours(name):
    """Return whether *name* is made of a site's id, counters and what never changes."""
    stem = name.rpartition("/")[2]
    plain = stem.removeprefix("demo").replace("-", "").replace("_", "")
    known = ("index.cdxj", ".sqlite", ".lock", "undated.jsonl", "README.md")
    return plain.partition(".")[0].isdigit() or stem.endswith(known)


@pytest_twisted.ensureDeferred
async def test_no_path_is_made_of_an_address(newsroom, tmp_path):
    paper = newsroom.paper
    answer = paper.respond

    def respond(request):
        response = answer(request)
        if request.path != "/":
            return response
        links = "".join(f'<a href="/kinh-te/{slug}-9999/">x</a>' for slug in SLUGS)
        body = response.body.replace(b"</main>", f"{links}</main>".encode())
        return PressResponse(status=200, headers=response.headers, body=body)

    paper.respond = respond
    newsroom.folder.mkdir()
    before = set(tmp_path.iterdir())

    await newsroom.crawl()

    assert set(tmp_path.iterdir()) == before
    assert not [name for name in files(newsroom.folder) if not _is_ours(name)]


@pytest_twisted.ensureDeferred
async def test_a_title_that_would_be_a_formula_is_text_in_a_line_of_json(newsroom):
    title_all(newsroom.paper, ["=HYPERLINK(1)"])

    await newsroom.crawl()

    headlines = {record["headline"] for record in newsroom.records().values()}
    assert headlines == {"=HYPERLINK(1)"}
    lines = [line for text in newsroom.files().values() for line in text.split(b"\n") if line]
    assert all(json.loads(line) for line in lines)
