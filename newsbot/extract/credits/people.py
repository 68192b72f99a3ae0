"""The names in a part of a byline: people, desks and agencies, one by one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsbot.extract.credits.agencies import is_agency, without_agency
from newsbot.extract.credits.labels import IN_NAMES, LABEL, WORD
from newsbot.extract.credits.names import (
    is_desk,
    is_initials,
    is_role,
    looks_like_name,
    looks_like_person,
    without_role,
    without_title,
)
from newsbot.text import normalise_line

if TYPE_CHECKING:
    from collections.abc import Iterator

# Taiwan's papers say where the report comes from: 記者林小樹／台北報導.
_REPORTED = re.compile(r"[\u3400-\u9fff](?:報導|报道|電|电)$")
_COMMAS = re.compile(r"\s*[,、，]\s*")
_WITH = re.compile(r"\s+(?:mit|with|avec|con|com|met|med|và|và theo|e)\s+(?=\S+$)")
_NAMES = re.compile(
    r"\s*[/&+／＆]\s*|\s+[-–—]\s+|\s+(?:và|und|and|dan|et|og|och|sowie|и|та|ve|및)\s+",
    re.IGNORECASE,
)
# These stand inside names, too ("Ana Costa e Silva"): they part only what is whole on both sides.
_SHORT_AND = re.compile(r"\s+(?:y|e|i|a|en|ja|o|și)\s+")
_HAN_NAMES = re.compile(r"[\u3400-\u9fff]{2,4}(?:[\s　]+[\u3400-\u9fff]{2,4})+")
# The commonest family names of China; a Japanese name has a space between its own two parts.
_FAMILIES = (
    "李王张劉刘陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱郭何罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕"
    "呂丁任卢盧姚沈钟鐘姜崔谭譚陆陸范汪廖石贾賈韦韋付方邹鄒孟熊秦邱侯尹薛闫段雷黎陶贺賀毛郝顾顧龚龔邵覃严嚴钱錢戴莫孔"
)
_SIMPLIFIED = re.compile(r"(?:本报|本社)?(?:记者|通讯员|作者)")
# "Von unserem Redakteur Max Orth": whose it is, and what he is.
_OURS = re.compile(
    r"(?:unser(?:e[mnr]?)?|onze|notre|nos|nuestr[oa]s?|noss[oa]s?|nostr[oaie])\s+[^\W\d_]+\s+(?=\S+\s)",
    re.IGNORECASE,
)
# "By Ida Moor in Tann"
_WHERE = re.compile(
    r"(?<=\w)\s+(?:in|aus|from|à|near)\s+[^\W\d_a-zß-ÿ][\w.'’-]*(?:\s+[^\W\d_a-zß-ÿ][\w.'’-]*){0,2}"
    r"(?=$|\s*[,/&]|\s+[a-z])"
)


def names_in(section: str) -> list[str]:
    """Return the names in a part of a byline, without the label before them."""
    label = LABEL.match(section) or WORD.match(section)
    bare = section[label.end() :] if label else section
    if label and label.re is WORD and label[1].casefold() in IN_NAMES and " " not in bare:
        bare = section
    if label:
        bare = _WHERE.sub("", _without_ours(bare))
    bare = _WITH.sub(lambda m: ", " if is_agency(bare[m.end() :]) else m[0], bare)
    plain = without_title(bare)
    if _HAN_NAMES.fullmatch(plain) and _are_chinese(plain.split(), section):
        return plain.split()
    return list(_people(_COMMAS.split(bare), is_labelled=bool(label)))


def _are_chinese(names: list[str], section: str) -> bool:
    """Return whether *names* are of several people, by their families or by their title."""
    return bool(_SIMPLIFIED.match(section)) or all(name[0] in _FAMILIES for name in names)


def _without_ours(names: str) -> str:
    """Return *names* without the words before them that say whose reporter wrote."""
    ours = _OURS.match(names)
    return names[ours.end() :] if ours and names[ours.end()].isupper() else names


def is_names(text: str) -> bool:
    """Return whether *text* holds names alone, of people or agencies.

    >>> is_names("Lý Văn Đang"), is_names("Minh An - TTXVN"), is_names("Ein Anfang ist gemacht")
    (True, True, False)
    """
    parts = [part for comma in _COMMAS.split(normalise_line(text)) for part in _NAMES.split(comma)]
    return all(map(looks_like_name, parts))


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
