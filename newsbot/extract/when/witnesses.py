"""What addresses tell of the day an article came out: its own, and those of its pictures."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import tzinfo

_YEAR = r"(?:19[5-9]\d|20\d\d)"
_DAYS = re.compile(
    rf"(?<![\w.])(?P<y>{_YEAR})(?P<s>[/_-]?)(?P<m>0[1-9]|1[0-2]|(?<=[/_-])[1-9])(?P=s)"
    r"(?P<d>0[1-9]|[12]\d|3[01]|(?<=[/_-])[1-9])(?![\d-])"
)
_MONTH = re.compile(rf"/(?P<y>{_YEAR})[/-]?(?P<m>0[1-9]|1[0-2])/")
# baothaibinh.com.vn names its pictures <slug>_<HHmmssddMMyyyy>.jpg, and once <slug>_<epoch>.jpg;
# phuyen.baodaklak.vn <slug>_<yyyyMMddHHmmss>.jpg.
_STAMP = re.compile(
    r"[_-](?:[0-2]\d[0-5]\d[0-5]\d(?P<d>[0-3]\d)(?P<m>[01]\d)(?P<y>20\d\d)"
    r"|(?P<y2>20\d\d)(?P<m2>[01]\d)(?P<d2>[0-3]\d)[0-2]\d[0-5]\d[0-5]\d)(?!\d)"
)
_EPOCH = re.compile(r"[/_-](1\d{9})(?:\d{3})?\.\w{3,4}\b")


def day_in_address(url: str) -> date | None:
    """Return the day that the path of *url* gives, as ``/2024/05/03/``, if it gives just one.

    >>> day_in_address("https://dongrang.test/tin/2024/05/03/cho-noi")
    datetime.date(2024, 5, 3)
    """
    days = set(_days_in(_path(url)))
    return days.pop() if len(days) == 1 else None


def month_in_address(url: str) -> tuple[int, int] | None:
    """Return the year and the month that the path of *url* gives, as ``/202405/``.

    >>> month_in_address("https://dongrang.test/kinh-te/202405/cho-noi-3f1d2a0/")
    (2024, 5)
    """
    found = _MONTH.search(_path(url))
    return (int(found["y"]), int(found["m"])) if found else None


def days_of_pictures(urls: Iterable[str], zone: tzinfo | None) -> set[date]:
    """Return the days that the paths of pictures give: in folders, in names, as epochs."""
    days: set[date] = set()
    for path in map(_path, urls):
        days.update(_days_in(path))
        for found in _STAMP.finditer(path):
            year, month, day = (found[name] or found[f"{name}2"] for name in "ymd")
            with suppress(ValueError):
                days.add(date(int(year), int(month), int(day)))
        for found in _EPOCH.finditer(path):
            days.add(datetime.fromtimestamp(int(found[1]), zone or UTC).date())
    return days


def _days_in(path: str) -> Iterator[date]:
    for found in _DAYS.finditer(path):
        with suppress(ValueError):
            yield date(int(found["y"]), int(found["m"]), int(found["d"]))


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""
