"""Days of waldbote, a site in Berlin, as its state tells of them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from newsbot.ledger.facts import Facts
from newsbot.ledger.known import Known
from newsbot.ledger.ledger import DayRow
from newsbot.ledger.looks import PastRun

ZONE = ZoneInfo("Europe/Berlin")
# A Wednesday, the day that most tests are about, and the day on which they look back.
DAY, TODAY = date(2024, 10, 23), date(2024, 10, 30)
WHOLE = object()


def after(number: int) -> date:
    """Return the day so many days after DAY."""
    return DAY + timedelta(number)


def at(number: int, hour: int = 20) -> datetime:
    """Return an hour of the day so many days after DAY."""
    return datetime.combine(after(number), datetime.min.time(), ZONE).replace(hour=hour)


def ran(number: int, *, settled: date | object | None = WHOLE, **report) -> PastRun:
    """Return a run on the evening of that day, a whole one with three days of looking back."""
    told = {
        "since": after(number - 3).isoformat(),
        "until": after(number).isoformat(),
        "exit_code": 0,
        "trouble": None,
        "troubles": {},
        "channels": {
            "feed": {"requests": 1, "seen": 3, "new": 1, "alone": 0},
            "section": {"requests": 1, "seen": 3, "new": 1, "alone": 0},
        },
        "requests": 5,
        **dict.fromkeys(("new", "changed", "gone", "same", "missing", "failed"), 0),
    }
    day = after(number) if settled is WHOLE else settled
    return PastRun(at(number), at(number) + timedelta(minutes=5), day, {**told, **report})


def known(number: int = 0, **changes) -> Known:
    """Return an article of that day that is held, and was listed at its noon."""
    sound = {
        "day": after(number),
        "status": "live",
        "first_seen": at(number, 12),
        "channels": frozenset({"feed", "section"}),
    }
    return Known(**sound | changes)


def lacked(number: int = 0, **changes) -> Known:
    """Return an article of that day that is not held, still to be fetched."""
    return known(number, status=None, **{"is_due": True, **changes})


def facts(**changes) -> Facts:
    """Return what is known of DAY, its eve, and the day after, all of them looked at daily."""
    sound = {
        "since": after(-1),
        "until": after(1),
        "zone": ZONE,
        "today": TODAY,
        "articles": [known(-2), known(-1), known(0), known(1)],
        "runs": [ran(number) for number in range(-2, 7)],
    }
    return Facts(**sound | changes)


def row(number: int = 0, **changes) -> DayRow:
    """Return the row of that day: ten articles listed, all held, all settled."""
    return DayRow(**{"day": after(number), "listed": 10, "held": 10, "asked": True, **changes})
