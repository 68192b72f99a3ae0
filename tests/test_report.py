from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

import orjson
import pytest

from newsbot.exceptions import (
    ArchiveError,
    DiskFloorError,
    ProfileError,
    SettingError,
    StateBusyError,
    StateError,
)
from newsbot.report import Report, code_of, failure_of, report_of
from newsbot.run import Run
from newsbot.state import State
from newsbot.step import Step


@pytest.fixture
def run(profile):
    return Run(profile, State(), lambda: datetime(2024, 10, 23, 15, tzinfo=UTC))


def count(run, **numbers):
    for name, number in numbers.items():
        setattr(run.counts, name, number)


def good(run):
    count(run, listings=3, listed=40, new=12)
    return run


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ProfileError("x"), 2),
        (SettingError("x"), 2),
        (StateError("x"), 3),
        (StateBusyError("x"), 75),
        (ArchiveError("x"), 3),
        (DiskFloorError("x"), 74),
        (OSError("x"), 74),
        (sqlite3.OperationalError("database or disk is full"), 74),
        (sqlite3.DatabaseError("malformed"), 3),
        (LookupError("x"), 1),
    ],
)
def test_an_error_has_its_code(error, code):
    assert code_of(error) == code


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (
            OSError("No space left on device"),
            "waldbote: No space left on device; free or mend the disk and run again: "
            "what was committed is safe",
        ),
        (
            sqlite3.DatabaseError("malformed"),
            "waldbote: the state: malformed; restore a copy, or move it away and make it anew from "
            "the archive: scrapy reextract waldbote --apply",
        ),
        (StateError("lost; restore it"), "waldbote: lost; restore it"),
    ],
    ids=["disk", "state", "an error that says what to do"],
)
def test_the_line_of_a_run_that_failed_says_what_to_do(error, line):
    assert failure_of("waldbote", error).line == line


def test_the_line_of_a_good_run_counts_what_came():
    report = Report(site="waldbote", new=3, gone=1, same=40, requests=9, articles=43)

    assert report.line == "waldbote: 3 new · 1 gone · 40 same · 9 requests · 43 kept"


@pytest.mark.parametrize(
    ("seconds", "ago"), [(600, "10 min"), (3 * 3600, "3 h")], ids=["minutes", "hours"]
)
def test_the_line_says_what_new_articles_cost_and_how_late_they_came(seconds, ago):
    report = Report(
        site="waldbote",
        new=6,
        requests=9,
        articles=6,
        requests_per_new=1.5,
        latency={"median": seconds, "p95": seconds},
        gaps={"found": 1, "healed": 1},
    )

    assert report.line == (
        "waldbote: 6 new · 9 requests (1.5 per new article) · 6 kept · "
        f"new ones {ago} after they came out · 1 gap found, 1 healed"
    )


def test_the_line_says_when_the_next_listing_is_due():
    report = Report(site="waldbote", not_due=4, next_due="2024-10-23T18:20:00+00:00")

    assert report.line == (
        "waldbote: 0 new · 0 requests · 0 kept · no listing due before 2024-10-23 18:20 UTC"
    )


def test_the_line_says_how_a_first_lesson_comes_to_the_articles_before_it():
    report = Report(site="waldbote", new=20, requests=30, articles=20, learnt=16)

    assert report.line == (
        "waldbote: 20 new · 30 requests · 20 kept · learnt from 16 pages; "
        "scrapy reextract waldbote --relearn --apply applies it to the 20 articles kept before"
    )


def test_what_a_bad_run_brought_is_its_summary():
    report = Report(site="waldbote", trouble="time was up", new=512, requests=530, articles=900)

    assert report.summary == "waldbote: 512 new · 530 requests · 900 kept"


def test_the_line_of_a_bad_run_says_what_is_wrong():
    assert Report(site="waldbote", exit_code=75, trouble="gone").line == "waldbote: gone"


def test_a_report_is_one_line_of_json(run):
    report = report_of(good(run), "finished", requests=15)

    record = orjson.loads(report.json())
    assert b"\n" not in report.json()
    assert (record["site"], record["new"], record["requests"]) == ("waldbote", 12, 15)
    assert (record["since"], record["until"]) == ("2024-10-16", "2024-10-23")


def test_articles_seen_listed_and_not_fetched_count_as_the_same(profile):
    state, clock = State(), lambda: datetime(2024, 10, 23, 15, tzinfo=UTC)
    first = Run(profile, state, clock)
    state.urls.show("7", "https://waldbote.test/artikel/7", "seed", clock())
    first.settle(["7"], "kept", None)
    second = Run(profile, state, clock)
    state.urls.still_listed(["7"])

    assert report_of(good(second), "finished", 1).same == 1


def test_a_day_page_that_is_not_there_is_a_listing_that_was_asked_for(run, make_article):
    run.counts.not_due = 3
    run.state.articles.keep(make_article())
    run.failed(Step(url="https://waldbote.test/2024/10/23", channel="day"), "HTTP 404")

    assert report_of(run, "finished", 1).listings == 1


def test_suspicious_articles_are_told_and_change_nothing_else(run, make_article):
    for number in range(40):
        run.state.articles.identify(str(number), f"waldbote/{number}")
        own = {"id": f"waldbote/{number}", "headline": f"Nachricht {number}"}
        body = f"{number}: Seit Mittwoch ist die Brücke über die Lahn gesperrt. " * 20
        run.state.articles.keep(make_article(**own, body="Kurz." if number == 7 else body))
    for key in "78":
        run.tally.bring(f"waldbote/{key}", [key], None)

    report = report_of(good(run), "finished", 9)

    assert report.suspicious == {"far shorter than usual": {"count": 1, "ids": ["waldbote/7"]}}
    assert (report.exit_code, report.line.split(" · ")[3]) == (0, "1 suspicious")
