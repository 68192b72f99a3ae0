"""How far back a run goes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from newsbot.exceptions import SettingError

NEWEST, OLDEST = "newest", "oldest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days of publication that a run is after.

    *since* ``None`` is the whole site. *explicit*: a person asked for just these days, so that
    nothing is passed over because an earlier run knew it. Some days *besides* are still open.
    """

    since: date | None
    until: date
    explicit: bool = False
    besides: tuple[date, ...] = ()

    def with_days(self, days: tuple[date, ...]) -> Window:
        """Return the window that holds *days* besides."""
        return replace(self, besides=days)

    def reaches(self, day: date | None) -> bool:
        """Return whether *day* is not before the window; an unknown day never is."""
        return self.since is None or day is None or day >= self.since or day in self.besides

    def begins_by(self, day: date | None) -> bool:
        """Return whether *day* is not behind the window; an unknown day never is."""
        return day is None or day <= self.until

    def holds(self, day: date | None) -> bool:
        """Return whether *day* is inside the window; an unknown day may be."""
        return self.reaches(day) and self.begins_by(day)


def asked_window(since: str | None, until: str | None, today: date) -> Window | None:
    """Return the window of ``-a since=… -a until=…``, ``None`` where neither is given.

    Raises SettingError where one is no day, the first is to come or they are the wrong way round.
    """
    if since is None and until is None:
        return None
    first = None if since in {None, "first"} else _day("since", str(since))
    if first and first > today:
        raise SettingError(f"since={first} is still to come; today is {today}")
    last = today if until is None else min(today, _day("until", until))
    if first and first > last:
        raise SettingError(f"since={first} lies after until={last}; swap them")
    return Window(since=first, until=last, explicit=True)


def asked_order(order: str | None, begins: date | None) -> str:
    """Return in which order ``-a order=…`` has the days of a range walked: the newest first.

    *begins* is the first day of the range, if that is known. Raises SettingError where *order* is
    none, or can't be followed.
    """
    if order not in {None, NEWEST, OLDEST}:
        raise SettingError(f"order={order} is none; give order={NEWEST} or order={OLDEST}")
    if order == OLDEST and begins is None:
        raise SettingError("order=oldest needs a day to begin with; give since=2018-01-01")
    return order or NEWEST


def usual_window(settled: date | None, today: date, first_run: int, look_back: int) -> Window:
    """Return the window of a plain run.

    It reaches *look_back* days behind what earlier runs *settled*, so that late articles are
    caught; the first run reaches *first_run* days back.
    """
    start = today - timedelta(first_run) if settled is None else settled - timedelta(look_back)
    return Window(since=start, until=today)


def _day(name: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        example = "2018-01-31, or first" if name == "since" else "2018-12-31"
        raise SettingError(f"{name}={text} is no day; give one as {example}") from error
