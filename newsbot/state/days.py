"""What the tables of a state say together of each day: the facts that its ledger is made from."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from newsbot.ledger.facts import DayPageView, Facts, Hole
from newsbot.ledger.known import MANY_FAILURES, Known
from newsbot.ledger.looks import PastRun
from newsbot.rhythm import SLACK
from newsbot.state.dayviews import EMPTY, SHOWN, DayViews
from newsbot.state.gaps import Gaps
from newsbot.state.instants import instant

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from datetime import tzinfo

# A row for every address of an article; read alone, the subquery lets the index of days lead.
_HELD = """
    SELECT article.id, article.day, status, url.first_seen,
        (SELECT group_concat(channel) FROM channel WHERE channel.key = identity.key), 0, NULL, 0, 0
    FROM article LEFT JOIN identity USING (id) LEFT JOIN url USING (key)
    WHERE article.day BETWEEN ? AND ?"""
# The addresses that belong to no article.
_UNHELD = """
    SELECT key, day, NULL, first_seen,
        (SELECT group_concat(channel) FROM channel WHERE channel.key = url.key),
        due IS NOT NULL, outcome, attempts, gone_on IS NOT NULL
    FROM url WHERE key NOT IN (SELECT key FROM identity) AND """
_MISSING = """
    SELECT count(*) FROM url WHERE due IS NOT NULL AND attempts < ?
        AND key NOT IN (SELECT key FROM identity)"""
# What was due when a whole run began, and was not looked at in it, is asked no more.
_LISTINGS = """
    SELECT count(CASE WHEN due <= ?1 THEN 1 END), min(CASE WHEN due > ?1 THEN due END)
    FROM (SELECT cast(strftime('%s', looked) + pause * ?2 AS INTEGER) AS due FROM listing)
    WHERE due > (SELECT coalesce(max(cast(strftime('%s', started) AS INTEGER)), 0)
        FROM run WHERE settled IS NOT NULL)"""
# To read the archive again is noted as a run, too, but it asks its site for nothing.
_RUNS = (
    "SELECT started, finished, settled, report FROM run WHERE report IS NOT NULL"
    " AND json_extract(report, '$.reextracted') IS NULL AND "
)
_DAY = timedelta(days=1)


class Holdings(NamedTuple):
    """How many articles are held, *withdrawn* ones of these, and their first and last day."""

    held: int
    withdrawn: int
    first: date | None
    last: date | None


class Waiting(NamedTuple):
    """What is due by an instant, and when the next will be.

    *unfetched* articles have never answered; *revisits* are second looks at others.
    """

    listings: int
    unfetched: int
    revisits: int
    then: datetime | None


class Days:
    """Reads; it owns no table."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def facts(self, since: date, until: date, now: datetime) -> Facts:
        """Return what is known of the days from *since* to *until*, at *now* in the site's zone."""
        return Facts(
            since=since,
            until=until,
            zone=now.tzinfo or UTC,
            today=now.date(),
            articles=list(self._articles(since - Facts.SILENCE, until)),
            runs=list(self._runs_after(since, until)),
            holes=self.holes(),
            views=list(self._views(since, until)),
            last_view=_moment(self._value("SELECT max(looked) FROM dayview")),
            shows_days=DayViews(self._db).is_used(),
        )

    def undated(self) -> list[Known]:
        """Return what was listed and is not held, and of which no listing told the day."""
        return [_known(row) for row in self._db.execute(_UNHELD + "day IS NULL")]

    def missing(self) -> int:
        """Return how many articles are still to be fetched, of whatever day."""
        return int(self._value(_MISSING, MANY_FAILURES))

    def holes(self) -> list[Hole]:
        """Return the gaps that nothing has closed yet, the oldest first."""
        gaps = Gaps(self._db)
        still_open = gaps.open().values()
        return [Hole(*gap[:3], is_open=gap in still_open) for gap in gaps.unhealed()]

    def holdings(self) -> Holdings:
        """Return how many articles are held, and from when to when."""
        rows = self._db.execute(
            "SELECT count(*), count(CASE status WHEN 'withdrawn' THEN 1 END), min(day), max(day)"
            " FROM article"
        )
        ((held, withdrawn, first, last),) = rows
        return Holdings(held, withdrawn, _day(first), _day(last))

    def last_run(self) -> PastRun | None:
        """Return the run that ended last, ``None`` if none ever did."""
        return next(self._runs("finished IS NOT NULL ORDER BY number DESC LIMIT 1"), None)

    def running(self) -> datetime | None:
        """Return when the last run began if it has not ended: it is at work, or was killed."""
        row = self._row("SELECT started, finished FROM run ORDER BY number DESC LIMIT 1")
        return _moment(row[0]) if row and row[1] is None else None

    def runs_since(self, moment: datetime) -> Iterator[PastRun]:
        """Yield the runs that ended and began after *moment*, in their order."""
        return self._runs("started >= ? ORDER BY number", instant(moment))

    def waiting(self, now: datetime) -> Waiting:
        """Return what is due at *now*, and when the next will be."""
        listings, then = self._row(_LISTINGS, int(now.timestamp()), SLACK)
        unfetched, revisits = self._row(
            "SELECT count(CASE WHEN fetched_run IS NULL THEN 1 END), count(fetched_run)"
            " FROM url WHERE due <= ?",
            instant(now),
        )
        next_article = _moment(self._value("SELECT min(due) FROM url WHERE due > ?", instant(now)))
        next_listing = None if then is None else datetime.fromtimestamp(then, now.tzinfo)
        soonest = min(filter(None, (next_article, next_listing)), default=None)
        return Waiting(listings, unfetched, revisits, soonest)

    def newest(self) -> Iterator[bytes]:
        """Yield the lines of the articles, those first that came out last."""
        rows = self._db.execute("SELECT line FROM article ORDER BY day DESC, status DESC, id DESC")
        return (line for (line,) in rows)

    def offset(self) -> tzinfo | None:
        """Return the offset from UTC that the newest articles print, ``None`` if none does."""
        rows = self._db.execute(
            "SELECT line FROM article WHERE day = (SELECT max(day) FROM article) LIMIT 9"
        )
        told = (orjson.loads(line)["date_published"] for (line,) in rows)
        return next((datetime.fromisoformat(one).tzinfo for one in told if one), None)

    def _articles(self, since: date, until: date) -> Iterator[Known]:
        days = since.isoformat(), until.isoformat()
        found: dict[str, Known] = {}
        for row in self._db.execute(_HELD, days):
            one = _known(row)
            found[row[0]] = one.joined(found[row[0]]) if row[0] in found else one
        yield from found.values()
        yield from map(_known, self._db.execute(_UNHELD + "day BETWEEN ? AND ?", days))

    def _runs_after(self, since: date, until: date) -> Iterator[PastRun]:
        """Yield the runs that ended and were after any day from *since* to *until*."""
        return self._runs(
            "started >= ? AND json_extract(report, '$.until') >= ?"
            " AND (json_extract(report, '$.since') = 'first'"
            " OR json_extract(report, '$.since') <= ?) ORDER BY number",
            (since - _DAY).isoformat(),
            since.isoformat(),
            until.isoformat(),
        )

    def _runs(self, which: str, *values: str) -> Iterator[PastRun]:
        for started, finished, settled, report in self._db.execute(_RUNS + which, values):
            yield PastRun(
                datetime.fromisoformat(started),
                datetime.fromisoformat(finished),
                _day(settled),
                orjson.loads(report),
            )

    def _views(self, since: date, until: date) -> Iterator[DayPageView]:
        rows = self._db.execute(
            "SELECT day, looked, agreed, outcome FROM dayview WHERE day BETWEEN ? AND ?",
            (since.isoformat(), until.isoformat()),
        )
        for day, looked, agreed, outcome in rows:
            yield DayPageView(
                day=date.fromisoformat(day),
                looked=datetime.fromisoformat(looked),
                agreed=agreed,
                honest=outcome in {SHOWN, EMPTY},
            )

    def _row(self, query: str, *values: Any) -> Any:
        return self._db.execute(query, values).fetchone()

    def _value(self, query: str, *values: Any) -> Any:
        return self._row(query, *values)[0]


def _known(row: Sequence[Any]) -> Known:
    _, day, status, first_seen, channels, is_due, outcome, attempts, is_missed = row
    return Known(
        day=_day(day),
        status=status,
        first_seen=_moment(first_seen),
        channels=_names(channels),
        is_due=bool(is_due),
        outcome=outcome,
        attempts=attempts,
        is_missed=bool(is_missed),
    )


# Thousands of articles share a few of both.
@cache
def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def _names(text: str | None) -> frozenset[str]:
    return frozenset(text.split(",") if text else ())


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
