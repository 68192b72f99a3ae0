"""The pace at which a host is asked: how long to wait after an answer, and after a refusal."""

from __future__ import annotations

from datetime import UTC
from email.utils import parsedate_to_datetime

# A site that asks for more between two requests could not be read in a day.
LONGEST_CRAWL_DELAY = 60.0
# After an answer that took so long, so many times that; but never longer than this for its sake.
BREATHS, LONGEST_BREATH = 10, 30.0
# By so much of the delay the pauses differ, so that no two crawlers keep step.
JITTER = 0.2
# How much the last answer weighs among those before it.
_WEIGHT = 0.2
FIRST_PAUSE, LONGEST_PAUSE = 60.0, 86_400.0
# So many refusals in a row, and a host is left alone for the rest of the run.
STRIKES = 3
_MOST_DIGITS = 9


def delay_of(wanted: float, crawl_delay: float, latency: float) -> float:
    """Return how many seconds a host is left alone after an answer.

    The greatest of what the setting or the profile *wanted*, the *crawl_delay* of its robots.txt
    and ten times its *latency*. Who wants no delay at all asks a paper of his own: the latency of
    that does not count.

    >>> delay_of(2, 0, 0.1), delay_of(2, 10, 0.1), delay_of(2, 0, 0.7), delay_of(0, 0, 0.7)
    (2, 10, 7.0, 0)
    """
    breath = min(BREATHS * latency, LONGEST_BREATH) if wanted else 0
    return max(wanted, crawl_delay, breath)


def with_jitter(delay: float, drawn: float) -> float:
    """Return *delay*, longer by a share that is *drawn* between 0 and 1; never shorter.

    >>> with_jitter(10, 0), with_jitter(10, 0.5)
    (10.0, 11.0)
    """
    return delay * (1 + JITTER * drawn)


def smoothed(latency: float, took: float) -> float:
    """Return the *latency* of a host, 0 if it is not known, after an answer that *took* so long.

    >>> smoothed(0, 0.4), smoothed(0.4, 1.4)
    (0.4, 0.6)
    """
    return latency + _WEIGHT * (took - latency) if latency else took


def pause_after(strikes: int, asked: float | None) -> float:
    """Return for how many seconds to leave a host alone that refused *strikes* times in a row.

    1, 2, 4 … minutes; longer where its Retry-After *asked* for that; never longer than a day.

    >>> pause_after(1, None), pause_after(3, None), pause_after(1, 600), pause_after(1, 1e9)
    (60.0, 240.0, 600, 86400.0)
    """
    doubled: float = FIRST_PAUSE * 2 ** min(strikes - 1, 11)
    return min(max(doubled, asked or 0), LONGEST_PAUSE)


def retry_after(value: str, now: float) -> float | None:
    """Return how many seconds after *now* a Retry-After of that *value* lies, which may be past.

    ``None`` where it is neither a number of seconds nor a date (RFC 9110, section 10.2.3).

    >>> retry_after("120", 0), retry_after("Thu, 01 Jan 1970 00:02:00 GMT", 60), retry_after("-", 0)
    (120.0, 60.0, None)
    """
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:_MOST_DIGITS]) if len(value) <= _MOST_DIGITS else LONGEST_PAUSE
    try:
        moment = parsedate_to_datetime(value)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return moment.timestamp() - now
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
