"""The ledger of a simulated paper, compared with what the paper knows of itself."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta

import pytest_twisted

from newsbot.ledger.ledger import ledger_of
from newsbot.ledger.settling import LYING
from newsbot.state.reading import open_for_reading
from tests.press.month import Month
from tests.press.monthly import START
from tests.press.newsroom import monthly_room

DAYS = 9
LAST, LIED = date(2026, 11, 10), date(2026, 11, 5)


async def crawled(folder):
    """Return the ledger after evenings of crawling, two left out, and the truth by days."""
    room = monthly_room(folder, per_page=8)
    month = Month(room.paper, days=DAYS, per_day=5, before=3, late=0.2, edits=False)
    room.paper.lying_days.add(LIED)
    for number in range(DAYS):
        month.advance(START + timedelta(days=number, hours=20))
        if number not in {2, 3}:
            await room.crawl()
    now = room.paper.today
    with closing(open_for_reading(folder / "state" / "monthly.sqlite")) as state:
        ledger = ledger_of(state.days.facts(date(2026, 11, 1), LAST, now))
    await room.close()
    stories = [month.versions(key)[0] for key in month.published_by(now)]
    days = [story.published.date() for story in stories]
    return ledger, {row.day: days.count(row.day) for row in ledger.rows}


@pytest_twisted.ensureDeferred
async def test_a_day_that_is_settled_lacks_nothing_and_a_lying_page_is_told(tmp_path):
    ledger, truth = await crawled(tmp_path)

    settled = {row.day: row.held for row in ledger.rows if row.is_settled}
    assert settled == {day: truth[day] for day in settled}
    assert len(settled) >= 3
    assert not settled.keys() & {LAST, LAST - timedelta(1)}
    assert [row.day for row in ledger.rows if LYING in row.notes] == [LIED]
