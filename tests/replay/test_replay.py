from __future__ import annotations

from datetime import timedelta

import orjson
import pytest

from newsbot.pages.article import ArticlePage
from newsbot.profile import parse_profile
from newsbot.replay.looks import answers_in, looks
from newsbot.replay.reader import INCOMPLETE, Reader
from newsbot.replay.replay import OLDER, Replay
from newsbot.state import State
from newsbot.wishes import Wishes
from tests.replay.archives import HOME, story

NEXT = '<a rel="next" href="/artikel/7?page=2">2</a>'


@pytest.fixture
def play(kept, reader):
    """Plays the looks of the archive into a new state; its articles are `lines`."""

    def run(processes=1):
        kept.archive.commit()
        fresh = State()
        replay = Replay(reader, fresh)
        replay.play(looks(answers_in(kept.folder, kept.state.captures)), processes)
        replay.lines = [orjson.loads(line) for line in fresh.articles.newest()]
        return replay

    return run


@pytest.mark.parametrize("processes", [1, 2])
def test_every_page_becomes_its_article(kept, play, processes):
    for key in "789":
        kept.keep(key)

    replay = play(processes)

    assert [line["id"] for line in replay.lines] == ["waldbote/7", "waldbote/8", "waldbote/9"]
    assert replay.looks == 3


def test_a_page_that_is_not_read_is_dropped_for_its_fault(kept, play):
    kept.keep("7", "<div>" * 1001)

    replay = play()

    assert (replay.dropped, replay.unread) == ({"malformed": 1}, {})


def test_a_changed_page_is_the_next_revision(kept, play):
    kept.keep("7", run="1")
    kept.keep(
        "7", story("7", text="Der Rat hat nun doch anders entschieden als gestern. "), run="2"
    )

    (line,) = play().lines

    assert line["revision"] == 2


def test_the_same_page_again_changes_nothing(kept, play):
    kept.keep("7", run="1")
    kept.keep("7", run="2")

    (line,) = play().lines

    assert (line["revision"], line["fetched_at"]) == (1, "2024-10-23T12:01:00+00:00")


def test_a_page_that_comes_again_after_another_is_read_again(kept, play):
    other = story("7", text="Der Rat hat nun doch anders entschieden als gestern. ")
    for run, body in enumerate((story("7"), other, story("7"))):
        kept.keep("7", body, run=str(run))

    assert play().lines[0]["revision"] == 3


def test_an_article_that_was_gone_is_withdrawn_and_live_when_it_is_back(kept, play):
    kept.keep("7", run="1")
    kept.keep("7", "weg", status=410, run="2")
    gone = play().lines[0]
    kept.keep("7", run="3")

    assert (gone["status"], gone["withdrawn_at"]) == ("withdrawn", "2024-10-23T12:02:00+00:00")
    assert play().lines[0]["status"] == "live"


WITHHELD = Wishes(withheld="meta robots", noarchive=True)


def test_an_article_that_was_gone_is_live_when_it_is_back_though_its_text_is_withheld(kept, play):
    kept.keep("7", run="1")
    kept.keep("7", "weg", status=410, run="2")
    kept.keep("7", run="3", wishes=WITHHELD)

    (line,) = play().lines

    assert (line["status"], line["revision"], line["body_status"]) == ("live", 1, "full")


def test_of_a_page_that_is_withheld_there_is_no_article_to_be_read(kept, play):
    kept.keep("7", wishes=WITHHELD)

    replay = play()

    assert (replay.lines, replay.looks, replay.unread.total()) == ([], 1, 0)


LOST = "<html><body><h1>Seite nicht gefunden</h1></body></html>"


def on_two_days(kept, others, **answer):
    """Have article 7 give an *answer* on two days, while *others* answer as they did."""
    for run, key in enumerate(["7", *others]):
        kept.keep(key, run=f"0{run}")
    for run in ("1", "2"):
        kept.now += timedelta(days=1)
        for key in others:
            kept.keep(key, run=run)
        kept.keep("7", run=run, **answer)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param({"body": "weg", "status": 404}, id="not found"),
        pytest.param({"body": LOST}, id="an error page"),
        pytest.param({"path": "/", "asked": f"{HOME}/artikel/7"}, id="the front page"),
    ],
)
@pytest.mark.parametrize("processes", [1, 2])
def test_what_is_gone_on_two_days_is_withdrawn_where_others_answer(kept, play, answer, processes):
    on_two_days(kept, "8", **answer)

    first, second = play(processes).lines

    assert (first["status"], first["withdrawn_at"]) == ("withdrawn", kept.now.isoformat())
    assert second["status"] == "live"


def test_nor_is_it_where_all_are_gone(kept, play):
    for key in "78":
        kept.keep(key, run="0")
    for key in "78":
        kept.keep(key, "weg", status=410, run="1")

    assert {line["status"] for line in play().lines} == {"live"}


def test_an_imported_page_says_nothing_against_an_article(kept, play):
    on_two_days(kept, "8", body=LOST, imported_from="a.warc")

    assert {line["status"] for line in play().lines} == {"live"}


def test_an_article_keeps_the_id_that_an_earlier_version_gave_it(kept):
    profile = parse_profile("waldbote", b'domain = "waldbote.test"')
    kept.keep("lokales/9876?gclid=7", path="/lokales/9876?gclid=7", run="1")
    kept.keep("lokales/9876", path="/lokales/9876", run="2")
    kept.archive.commit()
    fresh = State()

    replay = Replay(Reader(profile, ArticlePage), fresh)
    replay.play(looks(answers_in(kept.folder, kept.state.captures)), 1)

    assert [orjson.loads(line)["id"] for line in fresh.articles.newest()] == [
        "waldbote/lokales/9876?gclid=7"
    ]


def test_what_is_no_article_is_counted_by_its_reason(kept, play):
    kept.keep("7", "<html><body><p>Nichts</p></body></html>")

    replay = play()

    assert (replay.lines, replay.dropped) == ([], {"no headline": 1})


def test_an_article_without_all_its_pages_is_counted(kept, play):
    kept.keep("7", story("7", more=NEXT))

    assert play().unread == {INCOMPLETE: 1}


def test_an_imported_page_older_than_what_is_kept_brings_no_revision(kept, play):
    kept.now = kept.now.replace(year=2025)
    kept.keep("7", run="1")
    kept.now = kept.now.replace(year=2019)
    kept.keep("7", story("7", text="So stand es früher. "), run="2", imported_from="a.warc")

    replay = play()

    assert replay.lines[0]["revision"] == 1
    assert replay.unread == {OLDER: 1}


def test_an_imported_page_older_than_the_end_of_its_article_does_not_bring_it_back(kept, play):
    kept.keep("7", run="1")
    kept.now += timedelta(hours=1)
    kept.keep("7", "weg", status=410, run="2")
    kept.now -= timedelta(minutes=30)
    kept.keep("7", run="3", imported_from="a.warc")

    replay = play()

    assert replay.lines[0]["status"] == "withdrawn"
    assert replay.unread == {OLDER: 1}
