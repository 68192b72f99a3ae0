"""A paper with the same lines in all its texts: what runs learn, and what that changes."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
import pytest_twisted
from scrapy.utils.project import get_project_settings

from newsbot.commands.reextract import reextract
from newsbot.options import read_options
from newsbot.profile import parse_profile
from newsbot.spiderloader import spider_for
from newsbot.verify import verify
from tests.press import TODAY
from tests.press.heideblatt import Heideblatt, new_paper
from tests.press.newsroom import Newsroom

HINT = "Alle Wege durch die Heide stehen in unserem Atlas, der im Haus am Markt zu haben ist."
LETTER = "Die Redaktion schreibt jeden Morgen einen Brief an alle, die ihn lesen wollen."


class Atlasblatt(Heideblatt):
    """A paper that prints a hint amid the paragraphs of every text, and another behind them."""

    def article_page(self, request, key):
        """Return the page of the story *key* with both hints in its text."""
        page = super().article_page(request, key)
        head, begin, text = page.body.partition(b'<div class="artikeltext">')
        first, end, rest = text.partition(b"</p>")
        last, close, foot = rest.partition(b"</div>")
        hints = [f"<p>{hint}</p>".encode() for hint in (HINT, LETTER)]
        body = b"".join([head, begin, first, end, hints[0], last, hints[1], close, foot])
        return replace(page, body=body)


@pytest_twisted.async_yield_fixture
async def room(tmp_path):
    def paper(today):
        return Atlasblatt(new_paper(today).truth().values(), today)

    room = Newsroom("heideblatt", tmp_path, TODAY, paper)
    yield room
    await room.close()


@pytest.fixture
def again(room, capsys):
    """Reads the archive again and returns what was printed."""

    def read(*, apply=True, relearn=False):
        spider = spider_for(parse_profile(room.name, room.profile().encode()))
        settings = get_project_settings()
        settings.setdict({"DATA_DIR": str(room.folder), "KEEP": True, "DISK_FLOOR_BYTES": 0})
        settings.set("CLOCK", lambda: room.paper.today)
        capsys.readouterr()
        opts = Namespace(apply=apply, json=False, jobs=1, relearn=relearn)
        reextract(spider, read_options(settings), [], opts)
        return capsys.readouterr().out

    return read


async def live(room, days):
    """Let the paper print a story each day for so many *days*, and crawl it; return the reports."""
    reports = []
    for _ in range(days):
        room.paper.today += timedelta(days=1)
        key = f"88{room.paper.today:%m%d}"
        day = f"{room.paper.today:%d.%m.}"
        paragraphs = tuple(
            f"Am {day} zählten die Förster {number} Rehe auf der Lichtung am Moor."
            for number in (14, 28, 35)
        )
        headline = f"Zählung am Moor, der Bericht vom {day}"
        room.paper.publish(room.another_story(key, headline=headline, paragraphs=paragraphs))
        reports.append(await room.crawl())
    return reports


def hinted(room):
    """Return the keys of the articles in whose text a hint stands, and of those without."""
    bodies = {key: record["body"] or "" for key, record in room.records().items()}
    with_hint = {key for key, body in bodies.items() if HINT in body or LETTER in body}
    return with_hint, bodies.keys() - with_hint


def forget(room):
    for file in (room.folder / "state").iterdir():
        file.unlink()


def faults(room):
    with closing(room.hold_lock()) as state:
        found = verify(state, room.folder, room.name)
    return [*found.wrong, *found.stale]


def known(records):
    """Return *records* without the aliases, which only later listings show again."""
    return {key: {**record, "aliases": None} for key, record in records.items()}


@pytest_twisted.ensureDeferred
async def test_what_a_run_has_learnt_the_next_one_reads_new_articles_by(room):
    await room.crawl()
    first = set(room.records())

    await live(room, 2)

    assert hinted(room) == (first, set(room.records()) - first)


@pytest_twisted.ensureDeferred
async def test_a_lesson_is_no_revision_of_what_was_kept_before(room):
    await room.crawl()

    reports = await live(room, 9)

    assert sum(report.revisits for report in reports) > 5
    assert sum(report.changed for report in reports) == 0
    assert {record["revision"] for record in room.records().values()} == {1}


@pytest_twisted.ensureDeferred
async def test_a_correction_is_a_revision_in_the_words_of_the_correction_alone(room):
    await room.crawl()
    key = next(key for key, story in room.paper.truth().items() if story.free)
    before = room.records()[key]
    await live(room, 1)
    new = "Der Weg am Moor ist seit heute wieder offen, anders als zunächst gemeldet."
    room.paper.edit(key, paragraphs=(*room.paper.story(key).paragraphs, new))

    await live(room, 8)

    after = room.records()[key]
    assert after["revision"] == 2
    assert set(after["body"].split("\n\n")) - set(before["body"].split("\n\n")) == {new}


@pytest_twisted.ensureDeferred
async def test_the_archive_read_again_gives_every_byte_anew(room, again):
    await room.crawl()
    await live(room, 3)
    before, records = room.files(), room.records()

    said = again()

    assert "nothing changed" in said
    assert room.files() == before
    forget(room)
    again()
    assert known(room.records()) == known(records)
    assert faults(room) == []
    assert [(one.new, one.changed) for one in await live(room, 2)] == [(1, 0), (1, 0)]
    assert "nothing changed" in again()


@pytest_twisted.ensureDeferred
async def test_a_lesson_from_the_whole_archive_is_shown_first(room, again):
    await room.crawl()
    before = room.files()

    said = again(apply=False, relearn=True)

    assert "body" in said
    assert "scrapy reextract heideblatt --relearn --apply" in said
    assert room.files() == before
    assert "nothing changed" in again(apply=False)


@pytest_twisted.ensureDeferred
async def test_a_lesson_from_the_whole_archive_is_for_all_of_it(room, again):
    await room.crawl()
    await live(room, 2)
    everything = set(room.records())

    again(relearn=True)

    assert hinted(room) == (set(), everything)
    assert {record["revision"] for record in room.records().values()} == {1}
    assert "nothing changed" in again()
    assert sum(report.changed for report in await live(room, 8)) == 0
    before = known(room.records())
    forget(room)
    again()
    assert known(room.records()) == before
    assert faults(room) == []
