"""The keys of a profile: their names, and for each how its value is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from math import inf
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newsbot.exceptions import ProfileError
from newsbot.extract.select import check_selector

Reader = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class DayPages:
    """The address of a site's day pages, with ``{day:%d-%m-%Y}`` where the day goes."""

    url: str
    method: str = "GET"
    form: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What tells these day pages from others: method, URL and form."""
        fields = "&".join(f"{name}={value}" for name, value in self.form.items())
        return " ".join(part for part in (self.method, self.url, fields) if part)


def closest(name: str, names: Iterable[str]) -> str:
    """Return `` Did you mean '…'?`` for the name that *name* may be a slip of, or nothing."""
    match = get_close_matches(name, list(names), n=1, cutoff=0.6)
    return f" Did you mean {match[0]!r}?" if match else ""


def check_table(
    file: str, table: str, raw: object, readers: Mapping[str, Reader]
) -> dict[str, Any]:
    """Return the values of one *table* of a profile, each read by the reader of its key.

    Raises ProfileError naming file and key, for a key without reader or a value it refuses.
    """
    if not isinstance(raw, dict):
        raise ProfileError(f"{file}: {table} must be a table: [{table}]")
    values = {}
    for key, value in raw.items():
        where = f"{table}.{key}" if table else key
        if key not in readers:
            known = ", ".join(sorted(readers))
            raise ProfileError(f"{file}: no key {where!r}.{closest(key, readers)} Known: {known}")
        try:
            values[key] = readers[key](value)
        except ValueError as error:
            raise ProfileError(f"{file}: {where}: {error}") from error
    return values


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError('must be a text, as "…"')
    return value.strip()


def _texts(value: object) -> tuple[str, ...]:
    """Return one text or a list of them as a tuple."""
    return tuple(_text(item) for item in (value if isinstance(value, list) else [value]))


def _host(value: object) -> str:
    """Return a host name as URLs write it: in lower case, letters beyond ASCII in IDNA."""
    name = _text(value).lower()
    try:
        host = name.encode("idna").decode()
    except UnicodeError:
        host = ""
    if not re.fullmatch(r"[a-z0-9.-]+", host):
        raise ValueError(f"{name!r} is no host name; give the name alone, as newspaper.example")
    return host


def _hosts(value: object) -> tuple[str, ...]:
    return tuple(_host(item) for item in (value if isinstance(value, list) else [value]))


def _language(value: object) -> str:
    tag = _text(value)
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag):
        raise ValueError(f"{tag!r} is no language tag; give one as vi or pt-BR")
    return tag


def _zone(value: object) -> ZoneInfo:
    name = _text(value)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError(f"no time zone {name!r}; give one as Asia/Ho_Chi_Minh") from error


def _seconds(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < inf:
        raise ValueError("must be a number of seconds")
    return float(value)


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def _date(value: object) -> date:
    if type(value) is not date:
        raise ValueError("must be a day, as 2012-05-31 without quotes")
    return value


def _url(value: object) -> str:
    url = _text(value)
    if urlsplit(url).scheme not in {"http", "https"}:
        raise ValueError(f"{url!r} must be a whole URL, beginning with https:// or http://")
    return url


def _urls(value: object) -> tuple[str, ...]:
    return tuple(_url(item) for item in (value if isinstance(value, list) else [value]))


def _selectors(value: object) -> tuple[str, ...]:
    selectors = _texts(value)
    for selector in selectors:
        check_selector(selector)
    return selectors


def _urls_or_selectors(value: object) -> tuple[str, ...]:
    """Return whole URLs as they are, and whatever else only if it is a sound selector."""
    return tuple(item if "://" in item else "".join(_selectors(item)) for item in _texts(value))


def _patterns(value: object) -> tuple[re.Pattern[str], ...]:
    patterns = []
    for item in _texts(value):
        try:
            patterns.append(re.compile(item))
        except re.error as error:
            raise ValueError(f"{item!r} is no regular expression: {error}") from error
    return tuple(patterns)


def _article_patterns(value: object) -> tuple[re.Pattern[str], ...]:
    patterns = _patterns(value)
    for pattern in patterns:
        if "key" not in pattern.groupindex:
            hint = "mark the part that identifies the article, as (?P<key>\\d+)"
            raise ValueError(f"{pattern.pattern!r} has no group (?P<key>…); {hint}")
    return patterns


def _template(value: object, **examples: object) -> str:
    """Return a URL template that really takes the named *examples*."""
    template = _text(value)
    try:
        filled = template.format(**examples)
    except (KeyError, ValueError, IndexError, AttributeError, TypeError) as error:
        raise ValueError(f"{template!r} can't be filled in: {error!r}") from error
    if filled == template:
        raise ValueError(f"{template!r} has no place for {{{next(iter(examples))}}}")
    return template


def _more(value: object) -> tuple[str, ...]:
    templates = value if isinstance(value, list) else [value]
    return tuple(_url(_template(item, page=2)) for item in templates)


def _day(value: object) -> DayPages:
    """Return day pages from a URL template or a table of url, method and form."""
    if isinstance(value, str):
        return DayPages(_url(_template(value, day=date(2024, 10, 23))))
    if not isinstance(value, dict) or "url" not in value or set(value) - {"url", "method", "form"}:
        raise ValueError(
            'must be a URL with {day:%d-%m-%Y}, or {url = "…", method = "…", form = {…}}'
        )
    method = _text(value.get("method", "GET")).upper()
    if method not in {"GET", "POST"}:
        raise ValueError(f"method {method!r} must be GET or POST")
    form = value.get("form", {})
    if not isinstance(form, dict):
        raise ValueError('form must be a table of fields, as {ngay = "{day:%d}"}')
    form = {name: _text(item) for name, item in form.items()}
    url = _url(value["url"])
    _template(" ".join([url, *form.values()]), day=date(2024, 10, 23))
    return DayPages(url, method, form)


TOP: Mapping[str, Reader] = {
    "domain": _host,
    "hosts": _hosts,
    "language": _language,
    "timezone": _zone,
    "platform": _text,
    "delay": _seconds,
    "verify_tls": _truth,
    "honour_noarchive": _truth,
}

LINKS: Mapping[str, Reader] = {
    "seeds": _urls,
    "article": _article_patterns,
    "deny": _patterns,
    "sections": _urls_or_selectors,
    "feeds": _urls,
    "sitemaps": _urls,
    "day": _day,
    "day_block": _selectors,
    "first_day": _date,
    "more": _more,
    "related": _selectors,
    "next": _selectors,
}

FIELDS: Mapping[str, Reader] = dict.fromkeys(
    (
        "headline",
        "description",
        "body",
        "authors",
        "source",
        "section",
        "keywords",
        "date_published",
        "date_modified",
        "images",
    ),
    _selectors,
)
