"""Bylines: the people, desks and agencies that one of them names."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsbot.dates import find_date
from newsbot.dates.words import WEEKDAYS, either
from newsbot.extract.credits.agencies import is_agency
from newsbot.extract.credits.labels import (
    INNER_LABEL,
    LABEL,
    OTHER,
    UNKNOWN_LABEL,
    WORD,
)
from newsbot.extract.credits.names import (
    is_desk,
    is_initials,
    is_nobody,
    is_role,
    is_titled,
    looks_like_desk,
    looks_like_name,
    looks_like_person,
)
from newsbot.extract.credits.people import names_in
from newsbot.extract.credits.places import is_city
from newsbot.extract.credits.sources import (
    IN_BRACKETS,
    source_in,
    sources_in_brackets,
    without_theo,
)
from newsbot.extract.when.stamps import LABELS as OF_TIME
from newsbot.text import normalise_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsbot.extract.sitename import SiteName

# A byline is shorter; whatever a page puts in its place is not read to the end.
_LONGEST = 500
_ADDRESSES = re.compile(r"\S+@\S+\.\w+|(?<!\w)@\w+|https?:\S+|www\.\S+")
_PARTS = re.compile(r"\s[-–]\s|[\s/,;]+|\.(?=$|[\s/,;])")
# Initials of people, as Vietnamese papers sign with.
_DOTTED = re.compile(r"(?:[^\W\d_]\.){1,3}[^\W\d_]{1,2}")
_WEEKDAY = re.compile(rf"(?:(?<=\s)|^)(?:{either(WEEKDAYS)}),?\s*$", re.IGNORECASE)
_LAST_WORD = re.compile(r"(?:\s+([^\W\d_]{1,4})|\s*[,–-])\s*$")
# Words of publication before a date; one is a Vietnamese name as well.
_PUBLISHED = re.compile(
    rf"(?:(?<!\w)(?:{either(set(OF_TIME) - {'Đăng'})})|(?:^|[|•·;,(/–-])\s*Đăng)\s*[:：]?\s*$",
    re.IGNORECASE,
)
_SECTIONS = re.compile(r"\s*[|•·;；●→]\s*|\s+[-–—]\s+(?=[^\W\d]+\s*:)")


class Byline(NamedTuple):
    """Who wrote a text, and whom it was taken from.

    *papers* are the paper's own names where an author's should stand, *others* are people who
    did something else, *initials* those of people or logins, *named* the authors with the agencies
    among and behind them.
    """

    authors: tuple[str, ...] = ()
    source: str | None = None
    papers: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def read_byline(text: str, site: SiteName) -> Byline:
    """Return the authors that *text* names, in order and without labels, and the source.

    Agencies and other papers are sources; the paper's own name is none of the authors;
    placeholders and logins of a CMS are nobody ("Bút danh" on phuyen.baodaklak.vn, "longantv"
    on baotayninh.vn).
    """
    everybody: list[str] = []
    sources: list[str] = []
    others: list[str] = []
    text = without_theo(normalise_line(text))
    for section in _sections(text):
        if (source := source_in(section)) is not None:
            sources.append(source)
        elif credit := OTHER.match(section):
            others += names_in(section[credit.end() :])
        elif LABEL.match(section) or not UNKNOWN_LABEL.match(section):
            everybody += (names := names_in(section))
            sources += filter(is_agency, names)
    sources += sources_in_brackets(text)
    authors = [name for name in everybody if not is_agency(name)]
    papers = [name for name in authors if site.is_name(name)]
    named = [name for name in authors if name not in papers and not is_nobody(name)]
    named = [name for name in named if not is_role(name) or is_desk(name)] or named
    return Byline(
        tuple(dict.fromkeys(named)),
        next((name for name in sources if name and not site.is_name(name)), None),
        tuple(dict.fromkeys(papers)),
        tuple(others),
        tuple(name for name in authors if name.islower() and is_initials(name)),
        tuple(name for name in everybody if name in named or is_agency(name)),
    )


@lru_cache(maxsize=4096)
def is_byline(text: str) -> bool:
    """Return whether *text* is a label with names, or a credit to a source.

    >>> is_byline("Tin, ảnh: P.Y"), is_byline("Theo TTXVN"), is_byline("Von Ida Moor")
    (True, True, True)
    >>> is_byline("Theo kế hoạch, lễ hội kéo dài ba ngày."), is_byline("Von wegen ruhig!")
    (False, False)
    >>> is_byline("Phóng viên: Thưa ông, cầu giúp gì cho dân?")
    False
    """
    line = normalise_line(text)
    if line.endswith("?"):
        return False
    verdicts = (verdict for s in _sections(line) if (verdict := _is_credit(s)) is not None)
    return without_theo(line) != line or next(verdicts, False)


def _is_credit(section: str) -> bool | None:
    """Return whether *section* makes a byline of its text, ``None`` where the next one decides."""
    if OTHER.match(section) or source_in(section) is not None or is_titled(section):
        return True
    names = [name for name in names_in(section) if name]
    if LABEL.match(section):
        return all(map(_may_be_name, names))
    if WORD.match(section) and names:
        return all(map(looks_like_name, names))
    is_open = all(looks_like_name(name) or is_initials(name) for name in names)
    return None if is_open else False


def is_credit(text: str, *, or_desk: bool = False) -> bool:
    """Return whether *text* is no more than people with an agency, perhaps with a date.

    With *or_desk*, a desk does as well.

    >>> is_credit("Ana Mar / EFE"), is_credit("New York, AFP"), is_credit("Ana Mar")
    (True, False, False)
    """
    parts = [part for section in _sections(normalise_line(text)) for part in names_in(section)]
    names = [name for name in parts if name]
    if not all(map(looks_like_name, names)) or any(map(is_city, names)):
        return False
    if or_desk and any(map(looks_like_desk, names)):
        return True
    return any(map(is_agency, names)) and any(not is_agency(name) for name in names)


def _may_be_name(name: str) -> bool:
    """Return whether *name* may be one behind a label such as "Tin, ảnh:"."""
    return looks_like_name(name) or (len(name.split()) <= 2 and not name[0].islower())


def is_label(text: str) -> bool:
    """Return whether *text* is what stands before authors, and no more.

    >>> is_label("By"), is_label("Author of the article:"), is_label("By Ida Moor")
    (True, True, False)
    """
    return bool(LABEL.fullmatch(text) or WORD.fullmatch(text))


def is_signature(text: str) -> bool:
    """Return whether *text* is no more than agencies, with a place, and initials.

    >>> is_signature("(dpa/lsw)"), is_signature("AFP, TANN"), is_signature("T.T - H.N")
    (True, True, True)
    """
    text = normalise_line(text)
    if is_agency(text.partition(",")[0]) and len(text.split()) <= 4:
        return True
    parts = [part for part in _PARTS.split(text.strip("()[] ")) if part]
    if not 1 <= len(parts) <= 4 or not all(is_agency(p) or is_initials(p) for p in parts):
        return False
    is_closed = text[:1] in "([" and text[-1:] in ")]"
    return is_closed or any(map(is_agency, parts)) or all(map(_DOTTED.fullmatch, parts))


def _sections(text: str) -> Iterator[str]:
    """Yield the parts of a byline that a label, a sign, an address or a date keeps apart."""
    text = text[:_LONGEST]
    whole = IN_BRACKETS.fullmatch(text)
    text = whole[1] if whole else IN_BRACKETS.sub(" ", text)
    text = _ADDRESSES.sub(" | ", text)
    while hit := find_date(text, zone=None):
        start, end = hit[1]
        before = _PUBLISHED.sub("", _WEEKDAY.sub("", text[:start]))
        while (last := _LAST_WORD.search(before)) and (not last[1] or last[1].islower()):
            before = before[: last.start()]
        text = before if _names_people(before, text[end:]) else f"{before} | {text[end:]}"
    starts = [0, *(m.start() for m in INNER_LABEL.finditer(text)), len(text)]
    for begin, end in pairwise(starts):
        for section in _SECTIONS.split(text[begin:end]):
            if section := section.strip(" ,.*–-"):
                yield section


def _names_people(before: str, behind: str) -> bool:
    """Return whether the text *before* a date is a name; what is unlabelled behind it is no more.

    "Ida Moor 03.05.2024 2 comments Gardens, Dogs"
    """
    last = _SECTIONS.split(before)[-1]
    label = LABEL.match(last) or WORD.match(last)
    is_person = looks_like_person(last[label.end() :] if label else last)
    return is_person and not INNER_LABEL.search(behind)
