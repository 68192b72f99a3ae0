"""Credits to a source: the words before an agency, a paper or a site that a text is from."""

from __future__ import annotations

import re

from newsbot.extract.credits.agencies import is_agency, is_vietnamese
from newsbot.extract.credits.labels import SOURCE
from newsbot.extract.credits.names import looks_like_person

# What stands in brackets, which are none within each other.
IN_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
# These need no colon.
_FROM = re.compile(
    r"(?:Tổng hợp (?:từ|theo)|(?:Lược )?[Dd]ịch (?:từ|theo)|Trích từ)\s+(?=[^\s:])", re.IGNORECASE
)
# "Theo" is Vietnamese for "according to", and a Christian name elsewhere; with more than a few
# names behind it, it begins a sentence.
_THEO = re.compile(r"[Tt]heo\s+(?=[^\s:])")
_VIETNAMESE = re.compile(
    r"[ăđơưạảấầẩậắằặẹẻẽếềểễệịỉĩọỏốồổộớờợụủũứừửựỳỷ]|^(?:[^\s]+\+|[A-Z]{2,5})(?!\w)", re.IGNORECASE
)
_FEW_WORDS = re.compile(r"(?:[^\s\d,.;:]+\s?){1,5}")
_COMMAS = re.compile(r"\s*[,;]\s*")
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}")
_BY_WAY_OF = re.compile(r"^(?:mit|with|avec|con|com|met|med)\s+", re.IGNORECASE)
_TAKEN_OVER = re.compile(
    r"Theo\s+(?P<name>[^()/,:–-]+?)\s*(?:[(（/,]|\s[–-])\s*(?P<agency>[^()]+?)[)）]?"
)


def source_in(section: str) -> str | None:
    """Return the source that *section* of a byline credits, ``None`` if it is no such credit.

    It is empty where what is credited is no agency, paper or site, but a phrase.

    >>> source_in("Theo TTXVN"), source_in("Tổng hợp từ Đồng Rạng, TTXVN"), source_in("Theo Müller")
    ('TTXVN', 'Đồng Rạng, TTXVN', None)
    >>> source_in("Nguồn: sưu tầm"), source_in("Theo lời kể của ông Lý")
    ('', None)
    """
    if credit := SOURCE.match(section) or _FROM.match(section):
        said = section[credit.end() :]
        return said if all(map(_is_source, _COMMAS.split(said))) else ""
    credit = _THEO.match(section)
    return section[credit.end() :] if credit and _is_by_theo(section[credit.end() :]) else None


def sources_in_brackets(text: str) -> list[str]:
    """Return the sources that the brackets in *text* name."""
    said = (_BY_WAY_OF.sub("", part) for part in _in_brackets(text))
    found = (part if is_agency(part) else source_in(part) for part in said)
    return [source for source in found if source]


def without_theo(text: str) -> str:
    """Return *text* without "Theo" before a person who wrote for a Vietnamese agency or paper.

    >>> without_theo("Theo Minh An (Vietnam+)"), without_theo("Theo Müller (dpa)")
    ('Minh An (Vietnam+)', 'Theo Müller (dpa)')
    """
    taken = _TAKEN_OVER.fullmatch(text)
    if not taken or not is_vietnamese(taken["agency"]):
        return text
    is_person = looks_like_person(taken["name"]) and not is_agency(taken["name"])
    return text[taken.start("name") :] if is_person else text


def _in_brackets(text: str) -> list[str]:
    return [part for said in IN_BRACKETS.findall(text) for part in _COMMAS.split(said)]


def _is_by_theo(said: str) -> bool:
    """Return whether *said*, behind "Theo", names nothing but agencies, papers and sites."""
    parts = _COMMAS.split(said)
    if not all(map(_is_source, parts)):
        return False
    if all(is_agency(part) or _SITE.fullmatch(part) for part in parts):
        return True
    return bool(_VIETNAMESE.search(said)) and all(_FEW_WORDS.fullmatch(part) for part in parts)


def _is_source(name: str) -> bool:
    """Return whether *name* is a site or an agency, or does not begin like a phrase."""
    return bool(name) and (not name[0].islower() or is_agency(name) or bool(_SITE.fullmatch(name)))
