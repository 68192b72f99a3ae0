"""Cases 7 to 10, 13 and 44 of the fault table: what a run finds that begins."""

from __future__ import annotations

import subprocess
from contextlib import closing

import pytest
import pytest_twisted

from newsbot.sitearchive import SiteArchive
from newsbot.state import State
from newsbot.verify import verify
from tests.press.newsroom import Newsroom

MORE_THAN_ANY_DISK = 1 << 62


@pytest_twisted.async_yield_fixture
async def room(tmp_path):
    """The room of a paper that was never crawled."""
    room = Newsroom("demo", tmp_path / "data")
    yield room
    await room.close()


@pytest_twisted.async_fixture
async def newsroom(room):
    """The room of a paper that was crawled once."""
    await room.crawl()
    return room


@pytest_twisted.async_fixture
async def killed(room, monkeypatch):
    """The room of a paper whose first run ended before it sealed its file, as by a kill."""

    def kill(_):
        raise OSError("killed")

    with monkeypatch.context() as patched:
        patched.setattr(SiteArchive, "seal", kill)
        await room.crawl()
    return room


@pytest.fixture
def disk(tmp_path):
    """A disk of its own for the data, which can be made read-only."""
    folder = tmp_path / "data"
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", str(folder)]
    mounted = subprocess.run(words, capture_output=True, text=True, check=False)
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def open_file(newsroom):
    (path,) = (newsroom.folder / "archive/demo").glob("*.open")
    return path


def everything(newsroom):
    """Return the bytes of every file there is."""
    return {path: path.read_bytes() for path in newsroom.folder.rglob("*") if path.is_file()}


def quarantine(newsroom):
    return sorted(path.name for path in newsroom.folder.glob("quarantine/demo/*"))


def wrong(newsroom):
    folder = newsroom.folder
    with closing(State(folder / "state/demo.sqlite")) as state:
        findings = verify(state, folder, "demo")
    return [*findings.wrong, *findings.stale]


@pytest_twisted.ensureDeferred
async def test_case_7_a_disk_that_can_only_be_read_ends_with_74_before_any_request(disk, newsroom):
    before = everything(newsroom)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)

    report = await newsroom.crawl()

    assert (report.exit_code, newsroom.paper.requests) == (74, [])
    assert "Read-only file system" in report.line
    assert everything(newsroom) == before


@pytest.mark.parametrize("spoil", ["a tail", "cut", "missing"])
@pytest_twisted.ensureDeferred
async def test_case_8_a_month_that_was_changed_is_rendered_anew(newsroom, spoil):
    before = newsroom.files()
    (month,) = (newsroom.folder / "articles/demo").iterdir()
    whole = month.read_bytes()
    month.unlink()
    if spoil != "missing":
        month.write_bytes(whole[:-700] if spoil == "cut" else whole + b'{"schema":1,"id":"de')

    report = await newsroom.crawl()

    assert (report.exit_code, newsroom.files(), wrong(newsroom)) == (0, before, [])
    assert quarantine(newsroom) == ([] if spoil == "missing" else [month.name])


@pytest_twisted.ensureDeferred
async def test_case_8_what_is_no_month_leaves_the_corpus_and_the_log_says_so(newsroom):
    before = newsroom.files()
    (newsroom.folder / "articles/demo/1999-01.jsonl").write_bytes(b"{}")

    report = await newsroom.crawl()

    log = (newsroom.folder / f"runs/demo/{report.run}.log").read_text()
    assert (report.exit_code, newsroom.files()) == (0, before)
    assert quarantine(newsroom) == ["1999-01.jsonl"]
    assert "1999-01.jsonl is not as it was rendered: moved to" in log


@pytest.mark.parametrize("left", [None, 0, 0.5, 0.999], ids=["none", "empty", "half", "most"])
@pytest_twisted.ensureDeferred
async def test_case_9_pages_that_the_archive_has_lost_are_fetched_again(killed, left):
    path = open_file(killed)
    whole = path.read_bytes()
    path.unlink()
    if left is not None:
        path.write_bytes(whole[: int(left * len(whole))])

    damaged = await killed.crawl()
    asked = killed.paper.article_requests()
    again = await killed.crawl()

    assert (damaged.exit_code, asked) == (3, [])
    assert f" pages of {path.name.removesuffix('.open')} are lost" in damaged.line
    assert (again.exit_code, wrong(killed)) == (0, [])
    assert killed.records().keys() == killed.paper.truth().keys()
    assert all(record["warc"] for record in killed.records().values())
    assert {record["revision"] for record in killed.records().values()} == {1}


@pytest_twisted.ensureDeferred
async def test_case_9_a_file_damaged_within_needs_a_person_who_moves_it_away(killed):
    path = open_file(killed)
    pages = bytearray(path.read_bytes())
    pages[len(pages) // 2] ^= 255
    path.write_bytes(pages)

    damaged = await killed.crawl()
    path.unlink()
    lost = await killed.crawl()
    again = await killed.crawl()

    assert [report.exit_code for report in (damaged, lost, again)] == [3, 3, 0]
    assert "move it away, and its pages are fetched again" in damaged.line
    assert wrong(killed) == []


@pytest.mark.parametrize("place", [0.3, 0.95])
@pytest_twisted.ensureDeferred
async def test_case_10_a_damaged_state_ends_with_3_before_anything_is_written(newsroom, place):
    state = newsroom.folder / "state/demo.sqlite"
    pages = state.read_bytes()
    begin = int(place * len(pages)) // 4096 * 4096
    state.write_bytes(pages[:begin] + b"\xff" * 4096 + pages[begin + 4096 :])
    before = everything(newsroom)

    report = await newsroom.crawl()

    assert (report.exit_code, newsroom.paper.requests) == (3, [])
    assert "demo.sqlite: is no sound state" in report.line
    assert len(report.line.splitlines()) == 1
    assert everything(newsroom) == before


@pytest_twisted.ensureDeferred
async def test_case_13_a_second_run_ends_with_75_and_writes_nothing(newsroom):
    with closing(newsroom.hold_lock()):
        before = everything(newsroom)

        report = await newsroom.crawl()

        assert everything(newsroom) == before
    assert (report.exit_code, newsroom.paper.requests) == (75, [])
    assert report.line == "demo: another run of demo is at work; try later"


@pytest_twisted.ensureDeferred
async def test_case_44_a_disk_nearly_full_ends_with_74_before_any_request(newsroom):
    before = everything(newsroom)

    report = await newsroom.crawl(settings={"DISK_FLOOR_BYTES": MORE_THAN_ANY_DISK})

    assert (report.exit_code, newsroom.paper.requests) == (74, [])
    assert "less than DISK_FLOOR_BYTES" in report.line
    assert everything(newsroom) == before
