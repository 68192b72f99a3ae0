"""When an article is looked at again, a failed one tried again, and a regular task due."""

from __future__ import annotations

from datetime import datetime, timedelta

FIRST_LOOK = timedelta(days=1)
LAST_LOOK = timedelta(days=30)
FIRST_RETRY = timedelta(hours=1)
LONGEST_WAIT = timedelta(days=7)


def next_look(since: datetime, now: datetime) -> datetime | None:
    """Return when an article out *since* then is due again after a look at *now*.

    The pause doubles with the age, for most corrections come in the first day (81 % of those
    of the first week, says GDELT's Global Difference Graph); after 30 days there is none.
    """
    age = max(now - since, timedelta())
    return None if age >= LAST_LOOK else now + max(FIRST_LOOK, age)


def next_try(failures: int, now: datetime) -> datetime:
    """Return when to try again after so many *failures* in a row: 1, 2, 4 … hours, 7 days at most.

    >>> next_try(3, datetime(2024, 10, 23, 12)).hour
    16
    """
    doubled: int = 2 ** min(failures - 1, 10)
    return now + min(FIRST_RETRY * doubled, LONGEST_WAIT)


def has_passed(pause: timedelta, since: datetime, now: datetime) -> bool:
    """Return whether *pause* has passed *since* then; a clock that went back counts as that.

    >>> noon = datetime(2024, 10, 23, 12)
    >>> has_passed(timedelta(minutes=1), since=noon, now=noon.replace(hour=11))
    True
    """
    return not timedelta() <= now - since < pause
