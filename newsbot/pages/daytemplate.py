"""How a site writes a day: templates after what its fields show, and with day and month swapped."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsbot.profilekeys import DayPages

# 23/10/2024, 2024-10-23, 3.2.24
_NUMBERS = (
    r"(?<!\d)(?<!\d[/.])(?P<a>\d{4}|\d{1,2})(?P<s>[-/.])(?P<b>\d{1,2})(?P=s)(?P<c>\d{4}|\d{1,2})"
    r"(?!\d|(?P=s)\d)"
)
# dd/mm/yyyy, TT.MM.JJJJ, jj/mm/aaaa, d-m-Y
_LETTERS = (
    r"(?<![^\W\d_])(?P<x>(?:y{4}|j{4}|a{4}|yy|Y)|[dtjg]{1,2}|m{1,2})(?P<t>[-/.])"
    r"(?P<y>[dtjg]{1,2}|m{1,2})(?P=t)(?P<z>(?:y{4}|j{4}|a{4}|yy|Y)|[dtjg]{1,2})(?![^\W\d_])"
)
_MONTHS = r"(?P<{}>(?:jan|febr?)(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?"
_MONTHS += r"(?:ember)?|oct(?:ober)?|(?:nov|dec)(?:ember)?)"
# 23 October 2024, Oct 23, 2024
_WORDS = (
    rf"(?<!\d)\d{{1,2}}(?P<g>[ -]){_MONTHS.format('m')}(?P=g)\d{{4}}(?!\d)"
    rf"|(?<![^\W\d_]){_MONTHS.format('n')} \d{{1,2}}(?P<k>,? )\d{{4}}(?!\d)"
)
_SHOWN = re.compile(rf"{_NUMBERS}|{_LETTERS}|{_WORDS}", re.IGNORECASE)
_FILLED = re.compile(r"\{day[^}]*\}")
# Day and month side by side, as one may be taken for the other.
_DAY, _MONTH = r"(?:%-?d|\{day\.day\})", r"(?:%-?m|\{day\.month\})"
_GAP = r"\}?(?:[-/._ ]|%2[Ff])?(?:\{day:)?"
_PAIR = re.compile(rf"{_DAY}{_GAP}{_MONTH}|{_MONTH}{_GAP}{_DAY}")
_YEAR_BEFORE = re.compile(rf"(?:%[Yy]|\{{day\.year\}}){_GAP}$")
_OTHER = {"%d": "%m", "%-d": "%-m", "{day.day}": "{day.month}"}
_OTHER |= {month: day for day, month in _OTHER.items()}
_PART = re.compile("|".join(map(re.escape, _OTHER)))


def day_template(shown: str) -> str | None:
    """Return the template of a text that holds days as *shown* does; ``None`` if that has none.

    *shown* is an example or a pattern, and may hold a day twice, as ranges do. The day is first
    where neither number tells; months in words are read in English alone.

    >>> day_template("23 October 2024 - 23 October 2024")
    '{day:%d %B %Y} - {day:%d %B %Y}'
    >>> day_template("TT.MM.JJJJ")
    '{day:%d.%m.%Y}'
    """
    parts = []
    end = 0
    for match in _SHOWN.finditer(shown):
        if template := _template(match):
            parts += [literal(shown[end : match.start()]), template]
            end = match.end()
    return "".join([*parts, literal(shown[end:])]) if parts else None


def is_day(shown: str | None) -> bool:
    """Return whether *shown* is a day or a range of days and says nothing else.

    >>> is_day("dd/mm/yyyy"), is_day("Stand: 23.10.2024")
    (True, False)
    """
    template = day_template(shown or "")
    return template is not None and not re.search(r"\w", _FILLED.sub("", template))


def swapped(days: DayPages) -> DayPages | None:
    """Return *days* with day and month in each other's place, ``None`` where they can't be.

    They can be where both stand side by side in the address or in one field, and no year is
    before them: ``{day:%d/%m/%Y}`` may be read as the other, ``{day:%Y-%m-%d}`` never is.
    """
    url = _swap(days.url)
    form = {name: _swap(text) for name, text in days.form.items()}
    is_same = url == days.url and form == dict(days.form)
    return None if is_same else replace(days, url=url, form=form)


def literal(text: str) -> str:
    """Return *text* as a template that gives just *text*."""
    return text.replace("{", "{{").replace("}", "}}")


def _template(match: re.Match[str]) -> str | None:
    if match["s"]:
        return _of_numbers(match["s"], match["a"], match["b"], match["c"])
    if match["t"]:
        return _of_letters(match["t"], match["x"], match["y"], match["z"])
    month = match["m"] or match["n"]
    name = "%B" if len(month) > 4 or month.lower() in {"may", "june", "july"} else "%b"
    if match["m"]:
        return f"{{day:{match['g'].join(('%d', name, '%Y'))}}}"
    return f"{{day:{name} %d{match['k']}%Y}}"


def _of_numbers(separator: str, first: str, second: str, third: str) -> str | None:
    """Return the template of a day in three numbers; ``None`` if there is no such month."""
    lead, *_ = numbers = [int(first), int(second), int(third)]
    is_short = any(
        part == str(number) and number < 10
        for part, number in zip((first, second, third), numbers, strict=True)
    )
    if len(first) == 4:
        codes = ["%Y", "%m", "%d"] if numbers[1] <= 12 else ["%Y", "%d", "%m"]
        other = numbers[1] if numbers[1] <= 12 else numbers[2]
    else:
        codes = ["%m", "%d"] if numbers[1] > 12 else ["%d", "%m"]
        codes.append("%Y" if len(third) == 4 else "%y")
        other = lead if numbers[1] > 12 else numbers[1]
    return _joined(separator, codes, is_short=is_short) if 1 <= other <= 12 else None


def _of_letters(separator: str, *parts: str) -> str | None:
    """Return the template of a pattern such as ``dd/mm/yyyy``; ``None`` if a part is missing."""
    codes = [_code(part) for part in parts]
    is_short = any(len(part) == 1 for part in parts) and "Y" not in parts
    return _joined(separator, codes, is_short=is_short) if len(set(codes)) == 3 else None


def _code(letters: str) -> str:
    """Return what *letters* of a pattern stand for: jj is a French day, jjjj a German year."""
    if letters[0] in "mM":
        return "%m"
    return "%Y" if len(letters) > 2 or letters[0] in "yY" else "%d"


def _joined(separator: str, codes: list[str], *, is_short: bool) -> str:
    """Return the template with *codes* in their order; short ones go without a nought."""
    if not is_short:
        return f"{{day:{separator.join(codes)}}}"
    short = {"%d": "{day.day}", "%m": "{day.month}"}
    return separator.join(short.get(code, f"{{day:{code}}}") for code in codes)


def _swap(template: str) -> str:
    def turned(pair: re.Match[str]) -> str:
        if _YEAR_BEFORE.search(template, 0, pair.start()):
            return pair[0]
        return _PART.sub(lambda part: _OTHER[part[0]], pair[0])

    return _PAIR.sub(turned, template)
