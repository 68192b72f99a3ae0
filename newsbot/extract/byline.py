"""Bylines: the people, desks and agencies that one of them names."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsbot.dates import find_date
from newsbot.dates.words import WEEKDAYS, either
from newsbot.extract.agencies import is_agency, without_agency
from newsbot.extract.labels import (
    IN_NAMES,
    INNER_LABEL,
    LABEL,
    OTHER,
    SOURCE,
    THEO,
    UNKNOWN_LABEL,
    WORD,
)
from newsbot.extract.names import (
    is_desk,
    is_initials,
    is_nobody,
    is_role,
    looks_like_name,
    looks_like_person,
    without_role,
    without_title,
)
from newsbot.text import normalise_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsbot.extract.sitename import SiteName

_ADDRESSES = re.compile(r"\S+@\S+\.\w+|(?<!\w)@\w+|https?:\S+|www\.\S+")
_WEEKDAY = re.compile(rf"(?:(?<=\s)|^)(?:{either(WEEKDAYS)}),?\s*$", re.IGNORECASE)
_LAST_WORDS = re.compile(r"(?:\s+[a-zà-ỹ]{1,4}|\s*[,–-])*\s*$")
# Taiwan's papers say where the report comes from: 記者林小樹／台北報導.
_REPORTED = re.compile(r"[\u3400-\u9fff](?:報導|报道|電|电)$")
_IN_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
_BY_WAY_OF = re.compile(
    r"^(?:theo|mit|with|avec|con|com|met|med|nguồn:?|quelle:?)\s+", re.IGNORECASE
)
_SECTIONS = re.compile(r"\s*[|•·;；●→]\s*|\s+[-–—]\s+(?=[^\W\d]+\s*:)")
_COMMAS = re.compile(r"\s*[,、，]\s*")
_WITH = re.compile(r"\s+(?:mit|with|avec|con|com|met|med|và|và theo|e)\s+(?=\S+$)")
_NAMES = re.compile(
    r"\s*[/&+／＆]\s*|\s+[-–—]\s+|\s+(?:và|und|and|dan|et|og|och|sowie|и|та|ve|및)\s+",
    re.IGNORECASE,
)
# These stand inside names, too ("Ana Costa e Silva"): they part only what is whole on both sides.
_SHORT_AND = re.compile(r"\s+(?:y|e|i|a|en|ja|o|și)\s+")
_HAN_NAMES = re.compile(r"[\u3400-\u9fff]{2,4}(?:[\s　]+[\u3400-\u9fff]{2,4})+")


class Byline(NamedTuple):
    """Who wrote a text, and whom it was taken from.

    *papers* are the paper's own names where an author's should stand, *others* are people who
    did something else, *initials* those of people or logins.
    """

    authors: tuple[str, ...] = ()
    source: str | None = None
    papers: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()


def read_byline(text: str, site: SiteName) -> Byline:
    """Return the authors that *text* names, in order and without labels, and the source.

    Agencies and other papers are sources; the paper's own name is none of the authors;
    placeholders and logins of a CMS are nobody ("Bút danh" on phuyen.baodaklak.vn, "longantv"
    on baotayninh.vn).
    """
    authors: list[str] = []
    sources: list[str] = []
    others: list[str] = []
    text = normalise_line(text)
    for section in _sections(text):
        if credit := SOURCE.match(section) or THEO.match(section):
            sources.append(section[credit.end() :])
        elif credit := OTHER.match(section):
            others += _names(section[credit.end() :])
        elif _known_label(section) or not UNKNOWN_LABEL.match(section):
            for name in _names(section):
                (sources if is_agency(name) else authors).append(name)
    bracketed = (_BY_WAY_OF.sub("", said) for said in _IN_BRACKETS.findall(text))
    sources += filter(is_agency, bracketed)
    papers = [name for name in authors if site.is_name(name)]
    named = [name for name in authors if name not in papers and not is_nobody(name)]
    named = [name for name in named if not is_role(name) or is_desk(name)] or named
    return Byline(
        tuple(dict.fromkeys(named)),
        next((name for name in sources if name and not site.is_name(name)), None),
        tuple(dict.fromkeys(papers)),
        tuple(others),
        tuple(name for name in authors if name.islower() and is_initials(name)),
    )


def is_byline(text: str) -> bool:
    """Return whether *text* is a label with names, or a credit to a source.

    >>> is_byline("Tin, ảnh: P.Y"), is_byline("Theo TTXVN"), is_byline("Von Ida Moor")
    (True, True, True)
    >>> is_byline("Theo kế hoạch, lễ hội kéo dài ba ngày."), is_byline("Von wegen ruhig!")
    (False, False)
    """
    for section in _sections(normalise_line(text)):
        if any(label.match(section) for label in (LABEL, OTHER, SOURCE, THEO)):
            return True
        if WORD.match(section) and (names := [name for name in _names(section) if name]):
            return all(map(looks_like_name, names))
    return False


def is_label(text: str) -> bool:
    """Return whether *text* is what stands before authors, and no more.

    >>> is_label("By"), is_label("Author of the article:"), is_label("By Ida Moor")
    (True, True, False)
    """
    return bool(LABEL.fullmatch(text) or WORD.fullmatch(text))


def is_names(text: str) -> bool:
    """Return whether *text* holds names alone, of people or agencies.

    >>> is_names("Lý Văn Đang"), is_names("Minh An - TTXVN"), is_names("Ein Anfang ist gemacht")
    (True, True, False)
    """
    parts = [part for comma in _COMMAS.split(normalise_line(text)) for part in _NAMES.split(comma)]
    return all(map(looks_like_name, parts))


def is_signature(text: str) -> bool:
    """Return whether *text* is no more than agencies and initials, as at the end of a text.

    >>> is_signature("(dpa/lsw)"), is_signature("sda/imo"), is_signature("(imo)")
    (True, True, True)
    """
    text = normalise_line(text)
    parts = [part for part in re.split(r"[\s/,;]+", text.strip("()[] .")) if part]
    if not 1 <= len(parts) <= 4 or not all(is_agency(p) or is_initials(p) for p in parts):
        return False
    is_closed = text[:1] in "([" and text[-1:] in ")]"
    return is_closed or any(map(is_agency, parts))


def _known_label(section: str) -> re.Match[str] | None:
    return LABEL.match(section)


def _sections(text: str) -> Iterator[str]:
    """Yield the parts of a byline that a label, a sign, an address or a date keeps apart."""
    whole = _IN_BRACKETS.fullmatch(text)
    text = whole[1] if whole else _IN_BRACKETS.sub(" ", text)
    text = _ADDRESSES.sub(" | ", text)
    while hit := find_date(text, zone=None):
        start, end = hit[1]
        before = _LAST_WORDS.sub("", _WEEKDAY.sub("", text[:start]))
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


def _names(section: str) -> list[str]:
    """Return the names in a part of a byline, without the label before them."""
    label = LABEL.match(section) or WORD.match(section)
    bare = section[label.end() :] if label else section
    if label and label.re is WORD and label[1].casefold() in IN_NAMES and " " not in bare:
        bare = section
    bare = _WITH.sub(lambda m: ", " if is_agency(bare[m.end() :]) else m[0], bare)
    if (plain := without_title(bare)) != bare and _HAN_NAMES.fullmatch(plain):
        return plain.split()
    return list(_people(_COMMAS.split(bare), is_labelled=bool(label)))


def _people(parts: list[str], *, is_labelled: bool) -> Iterator[str]:
    """Yield the names among the *parts* between commas; roles and places are no names.

    A list is closed by its "and": what follows it ("A, B und C, Berlin") is a place, and so is
    one word behind a whole name or an agency.
    """
    is_closed, before = False, ""
    for part in parts:
        names = [name for some in _NAMES.split(part) for name in _split_short(some)]
        may_end = is_closed or is_labelled or is_agency(before)
        is_said = part[:1].islower() and not is_initials(part)
        is_place = is_said or (may_end and _is_place(part, before))
        if before and is_place and not is_agency(part):
            continue
        for name in names:
            if not (before and (_is_about(name, before) or _REPORTED.search(name))):
                yield from filter(None, without_agency(without_role(_trimmed(name))))
            before = name
        is_closed = is_closed or len(names) > 1


def _is_place(part: str, before: str) -> bool:
    """Return whether *part* is one word behind a whole name or an agency."""
    is_whole = looks_like_person(before) or is_agency(before)
    return " " not in part and is_whole


def _is_about(name: str, before: str) -> bool:
    """Return whether *name* is but a role of the one *before*, who has none with it."""
    return is_role(name) and not is_role(before) and not is_desk(name)


def _trimmed(name: str) -> str:
    """Return *name* without signs around; the stop of initials stays."""
    name = name.strip(" ,:*")
    half = len(name) // 2
    if name[half : half + 1] == " " and name[:half] == name[half + 1 :]:
        name = name[:half]
    return name if "." in name[:-1] else name.rstrip(".")


def _split_short(names: str) -> list[str]:
    parts = _SHORT_AND.split(names)
    return parts if all(" " in part for part in parts) else [names]
