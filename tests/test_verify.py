"""What is found when somebody else has been at the files of a crawled site."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest_twisted

from newsbot.archive.cdxj import INDEX
from newsbot.state import State
from newsbot.verify import verify
from tests.press.newsroom import Newsroom


@pytest_twisted.async_yield_fixture
async def newsroom(tmp_path):
    room = Newsroom("demo", tmp_path)
    await room.crawl()
    yield room
    await room.close()


def articles(newsroom):
    return newsroom.folder / "articles" / "demo"


def archive(newsroom):
    return newsroom.folder / "archive" / "demo"


def warc(newsroom):
    return next(archive(newsroom).glob("*.warc.gz"))


def database(newsroom):
    return newsroom.folder / "state" / "demo.sqlite"


def found(newsroom):
    with closing(State(database(newsroom))) as state:
        return verify(state, newsroom.folder, "demo")


def test_after_a_crawl_all_agrees(newsroom):
    findings = found(newsroom)

    assert (findings.wrong, findings.stale) == ([], [])
    assert findings.counts["articles"] == 12


def test_a_month_that_was_edited_is_found(newsroom):
    (month,) = articles(newsroom).iterdir()
    month.write_bytes(month.read_bytes().replace(b'"live"', b'"gone"', 1))

    assert found(newsroom).wrong == [
        f"{month.name} is not what the state holds; delete it, and the next run renders it anew"
    ]


def test_a_month_that_is_gone_is_found(newsroom):
    (month,) = articles(newsroom).iterdir()
    month.unlink()

    assert found(newsroom).wrong == [f"{month.name} is missing; the next run renders it anew"]


def test_a_file_that_nobody_rendered_is_found(newsroom):
    (articles(newsroom) / "1999-01.jsonl").touch()

    assert found(newsroom).wrong == [
        "1999-01.jsonl is none of the months of the state; the next run puts it aside"
    ]


def test_a_month_that_waits_to_be_rendered_is_stale_and_not_wrong(newsroom):
    (month,) = articles(newsroom).iterdir()
    with closing(sqlite3.connect(database(newsroom))) as db, db:
        db.execute("INSERT INTO stale (month) VALUES (?)", (month.stem,))
    month.unlink()

    findings = found(newsroom)
    assert (findings.wrong, findings.stale) == ([], [month.stem])


def test_a_warc_that_is_gone_is_found_with_how_much_lay_in_it(newsroom):
    name = warc(newsroom).name
    warc(newsroom).unlink()

    wrong = found(newsroom).wrong
    assert f"{name} is missing; bring it back from a copy" in wrong
    assert sum(fault.startswith(f"{name} lacks ") for fault in wrong) == 1


def test_one_changed_bit_of_a_warc_is_found(newsroom):
    path = warc(newsroom)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)

    assert f"{path.name} has changed since it was sealed" in found(newsroom).wrong


def test_a_warc_that_was_cut_is_found(newsroom):
    path = warc(newsroom)
    path.write_bytes(path.read_bytes()[:-3])

    assert f"{path.name} is shorter than it was committed" in found(newsroom).wrong


def test_a_warc_that_nobody_archived_is_found(newsroom):
    (archive(newsroom) / "other.warc.gz").write_bytes(warc(newsroom).read_bytes())

    assert "other.warc.gz is unknown to the state" in found(newsroom).wrong


def test_an_index_that_lacks_answers_is_found(newsroom):
    index = archive(newsroom) / INDEX
    index.write_bytes(b"".join(index.read_bytes().splitlines(keepends=True)[2:]))

    assert found(newsroom).wrong == [f"{INDEX} lacks 2 answers"]


def test_an_index_that_names_what_is_not_there_is_found(newsroom):
    index = archive(newsroom) / INDEX
    lines = index.read_bytes()
    index.write_bytes(
        lines + lines.splitlines(keepends=True)[-1].replace(b'"offset": "', b'"offset": "9')
    )

    assert found(newsroom).wrong == [f"{INDEX} names 1 answers that are not there"]


def test_an_article_whose_page_is_in_no_file_is_found(newsroom):
    with closing(sqlite3.connect(database(newsroom))) as db, db:
        (record_id,) = db.execute("SELECT line ->> '$.warc.record_id' FROM article").fetchone()
        db.execute("DELETE FROM capture WHERE record_id = ?", (record_id,))

    (fault,) = found(newsroom).wrong
    assert fault.endswith(f"its page {record_id} is in no file")
