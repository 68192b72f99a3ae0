"""Instants as the state writes them: UTC texts that sort as times."""

from __future__ import annotations

from datetime import UTC, datetime


def instant(moment: datetime) -> str:
    """Return *moment* in UTC to the second.

    >>> from datetime import timedelta, timezone
    >>> instant(datetime(2024, 10, 23, 16, 17, tzinfo=timezone(timedelta(hours=7))))
    '2024-10-23T09:17:00+00:00'
    """
    return moment.astimezone(UTC).isoformat(timespec="seconds")
