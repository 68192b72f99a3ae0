from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsbot.ledger.facts import Hole
from newsbot.ledger.ledger import Ledger
from newsbot.ledger.recapture import Estimate
from newsbot.ledger.settling import LYING
from newsbot.state.days import Holdings, Waiting
from newsbot.status import Status
from newsbot.statuspage import coloured, overview, page
from tests.ledger.days import after, at, ran, row

SOUND = Status(
    site="waldbote",
    now=at(7),
    since=after(-1),
    until=after(1),
    ledger=Ledger(rows=tuple(map(row, (-1, 0, 1))), unknown="its channels show the same"),
    holdings=Holdings(1234, 5, after(-99), after(7)),
    missing=0,
    last_run=ran(7, new=3, same=40),
    running=None,
    waiting=Waiting(0, 0, 0, at(7, 22)),
    holes=(),
    undated=({}, {}),
    channels={},
)


def lines(**changes):
    return list(page(replace(SOUND, **changes)))


def told(name, **changes):
    """Return what the line *name* of the head says, over however many lines it goes."""
    text = "\n".join(lines(**changes)).partition("\n\n")[0].replace("\n           ", " ")
    found = [line[11:] for line in text.split("\n") if line.startswith(f"{name} ")]
    return found[0] if found else None


def of_rows(*rows, **changes):
    return {"ledger": Ledger(rows=rows, **changes), "since": rows[0].day, "until": rows[-1].day}


def test_a_sound_site_is_told_in_a_few_lines():
    assert lines() == [
        "waldbote: 1234 articles held, 5 withdrawn, of 2024-07-16 to 2024-10-30",
        "last run   2024-10-30 20:00: 3 new · 40 same, 5 requests",
        "due        next 2024-10-30 22:00",
        "gaps       none",
        "days       since 2024-10-22: 30 listed, 30 held, 0 missing, 0 not to be had; 3",
        "           of 3 days settled",
        "published  how many more than the listed is not known: its channels show the",
        "           same",
        "",
        "week of        Mon       Tue       Wed       Thu       Fri       Sat       Sun",
        "2024-10-21             10/10 ✓   10/10 ✓   10/10 ✓",
        "held/listed  ✓ settled  ? not yet  ! missing  ~ gap  – no news  blank: not asked",
    ]


def test_no_line_is_wider_than_a_terminal():
    why = {"to be fetched": 3, "failed so far": 2, "not found once": 1}
    hole = Hole("GET https://waldbote.test/a-long-address/", at(-1), at(2), is_open=True)
    bad = row(missing=why, unreachable={"redirected to no article": 4})
    wide = lines(**of_rows(bad), holes=(hole,) * 3, undated=(why, {"gone": 9}))

    assert max(map(len, wide)) <= 80


def test_the_trouble_of_the_last_run_is_told():
    run = ran(7, exit_code=1, trouble="time was up; the next run goes on")

    assert told("last run", last_run=run).endswith(
        "0 new, 5 requests, exit 1: time was up; the next run goes on"
    )


def test_a_run_long_ago_is_told_as_such():
    assert ", 4 days ago: " in told("last run", last_run=ran(3))
    assert "ago" not in told("last run", last_run=ran(6))


def test_a_run_at_work_is_told_beside_the_last_that_ended():
    assert told("last run", running=at(7)).endswith("; one begun 2024-10-30 20:00 has not ended")
    assert told("last run", last_run=None) == "none has ended"


def test_what_is_due_is_told():
    assert (
        told("due", waiting=Waiting(1, 2, 3, None))
        == "now 1 listing, 2 new articles, 3 second looks"
    )
    assert told("due", waiting=Waiting(0, 0, 0, None)) is None


def test_gaps_are_told_with_the_first_of_them():
    hole = Hole("GET https://waldbote.test/", at(-1), at(2), is_open=True)
    span = "2024-10-22 20:00 to 2024-10-25 20:00 in https://waldbote.test/"

    assert told("gaps", holes=(hole,)) == span
    assert told("gaps", holes=(hole, hole)) == f"{span}, and 1 more"


def test_a_gap_before_all_that_is_known_has_no_first_instant():
    hole = Hole("GET /", datetime.min.replace(tzinfo=UTC), at(2), is_open=True)

    assert told("gaps", holes=(hole,)).startswith("the beginning to 2024-10-25 20:00 ")


def test_day_pages_that_show_another_day_are_told():
    lying = [row(number, notes=(LYING,)) for number in range(5)]

    assert told("day pages", **of_rows(row(-1), lying[0])) == (
        "no day of its own is shown by that of 2024-10-23"
    )
    assert told("day pages", **of_rows(*lying)).endswith("2024-10-25 and 2 more")
    assert told("day pages") is None


def test_what_is_not_to_be_had_is_told_with_the_reasons():
    rows = row(held=7, unreachable={"gone": 2}), row(1, held=9, unreachable={"no headline": 1})

    assert "3 not to be had (gone 2, no headline 1); 2 of 2 days" in told("days", **of_rows(*rows))


@pytest.mark.parametrize(
    ("published", "share"), [(30.004, "99.9 %"), (30, "100.0 %"), (33.3, "90.0 %")]
)
def test_how_much_is_listed_of_what_was_published_is_rounded_down(published, share):
    rows = [row(number, estimate=Estimate(published / 3, 10, 12)) for number in (-1, 0, 1)]
    ledger = of_rows(*rows, estimate=Estimate(published, 30, 36))

    assert told("published", **ledger) == (
        f"about {published:.0f} (30 to 36, 95 %) on 3 days; 30 listed: {share}"
    )


def test_why_nothing_can_be_estimated_is_told_where_anything_is_listed():
    ledger = of_rows(row(), unknown="only one channel looked")
    empty = of_rows(row(listed=0), unknown="no channel looked")

    assert told("published", **ledger).endswith("is not known: only one channel looked")
    assert told("published", **empty) is None


def test_what_has_no_day_is_told():
    assert told("undated", undated=({"to be fetched": 2}, {"gone": 1})) == (
        "day unknown: 3 listed, not held (to be fetched 2, gone 1)"
    )


def test_days_that_nothing_is_known_of_are_told_with_what_to_type():
    unknown = [row(number, listed=0, held=0, asked=False) for number in (0, 1)]

    assert lines(**of_rows(*unknown))[-2:] == [
        "nothing is known of 2024-10-23 to 2024-10-24, and no run was after it",
        "  scrapy crawl waldbote -a since=2024-10-23 -a until=2024-10-24",
    ]


def test_one_command_stands_below_all_the_days_that_it_is_meant_for():
    rows = [row(0, missing={"to be fetched": 2}), row(1), row(2, missing={"failed so far": 1})]
    rows += [row(3, gaps=("GET /",), waits=("gap in GET /",))]

    assert lines(**of_rows(*rows))[-7:] == [
        "",
        "worst days",
        "2024-10-23: 2 of 10 missing, to be fetched",
        "2024-10-25: 1 of 10 missing, failed so far",
        "  scrapy crawl waldbote",
        "2024-10-26: something may have run past /",
        "  scrapy crawl waldbote -a since=2024-10-26 -a until=2024-10-26",
    ]


def test_channels_are_told_in_a_table():
    feed = {"requests": 30, "seen": 400, "new": 12, "alone": 3}

    assert lines(channels={"feed": feed, "related": {"seen": 5}})[-4:] == [
        "",
        "last 30 days  requests      seen       new     alone",
        "feed                30       400        12         3",
        "related              0         5         0         0",
    ]


def test_a_mark_has_a_colour_on_a_terminal():
    assert coloured("!") == "\x1b[31m!\x1b[0m"
    assert coloured(" ") == " "
    assert "\x1b[32m✓\x1b[0m" in "".join(page(SOUND, coloured))


def test_sites_are_told_in_a_row_each():
    unsettled = Ledger(rows=(row(-1), row(0, waits=("1 to be fetched",))))
    gap = Hole("GET /", at(0), at(1), is_open=True)
    bad = replace(
        SOUND,
        site="heideblatt",
        ledger=unsettled,
        missing=7,
        holes=(gap,),
        last_run=ran(7, exit_code=75, trouble="cannot reach heideblatt.test: timed out"),
    )
    never = replace(SOUND, site="neu", last_run=None, holdings=Holdings(0, 0, None, None))

    assert list(overview([bad, SOUND, never])) == [
        "site        last run         exit    new     held  missing  unsettled   gaps",
        "heideblatt  2024-10-30 20:00   75      0     1234        7  2024-10-23     1",
        "  cannot reach heideblatt.test: timed out",
        "waldbote    2024-10-30 20:00    0      3     1234        0                 0",
        "neu         none has ended                      0        0                 0",
    ]


def test_the_first_day_held_is_not_told_where_there_is_none():
    empty = lines(holdings=Holdings(0, 0, None, None))

    assert empty[0] == "waldbote: 0 articles held, 0 withdrawn"


def test_times_are_those_of_the_site():
    run = ran(7)._replace(started=at(7).astimezone(UTC) - timedelta(hours=1))

    assert told("last run", last_run=run).startswith("2024-10-30 19:00: ")
