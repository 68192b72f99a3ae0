"""The headings that newspapers set over their blocks of other articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.extract.others import headingwords as words
from newsbot.extract.select import heading_form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsbot.items import RelatedKind

_LONGEST = 60
# Headings that go on with a name and can hardly be a sentence, as "Más de 300 vecinos" is.
_SURE = ("Đọc thêm", "Mehr aus", "Mehr zu", "More from", "More in", "Lees meer over")


def _forms(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(map(heading_form, phrases))


_RELATED = _forms((*words.SAME_SECTION, *words.EDITOR, *words.OLDER, *words.FURTHER))
_POPULAR = _forms((*words.POPULAR, *words.NEWEST))
_STARTS = tuple(f"{heading_form(phrase)} " for phrase in _SURE)
_KINDS: dict[str, RelatedKind | None] = {
    **dict.fromkeys(_forms(words.FURTHER), None),
    **{form: kind for kind, phrases in words.SHORT.items() for form in _forms(phrases)},
    **dict.fromkeys(_forms(words.POPULAR), "popular"),
    **dict.fromkeys(_forms((*words.NEWEST, *words.OLDER)), "chronological"),
    **dict.fromkeys(_forms(words.EDITOR), "editor"),
    **dict.fromkeys(_forms(words.SAME_SECTION), "same-section"),
}
_BEGINNINGS = {
    f"{heading_form(phrase)} ": kind
    for kind, phrases in words.BEGINNINGS.items()
    for phrase in phrases
}
_ENDINGS = {phrase: kind for kind, phrases in words.ENDINGS.items() for phrase in phrases}

_OPENINGS, _CLOSINGS = tuple(_BEGINNINGS), tuple(_ENDINGS)


def is_heading(text: str) -> bool:
    """Return whether *text* is the heading of a block of articles that belong to the one at hand.

    >>> is_heading(" » TIN LIÊN QUAN: "), is_heading("Mehr aus Lübeck"), is_heading("Đọc nhiều")
    (True, True, False)
    """
    if len(text) > _LONGEST:
        return False
    form = heading_form(text)
    return form in _RELATED or form.startswith(_STARTS)


def is_popular_heading(text: str) -> bool:
    """Return whether *text* is the heading of a block of popular, new or promoted articles.

    >>> is_popular_heading("ĐỌC NHIỀU"), is_popular_heading("Đọc nhiều sách giúp trẻ lớn khôn")
    (True, False)
    """
    return len(text) <= _LONGEST and heading_form(text) in _POPULAR


def is_list_heading(text: str) -> bool:
    """Return whether *text* is the heading of a block of other articles, if a list is under it.

    >>> is_list_heading("Trending"), is_list_heading("Más de Teruel"), is_list_heading("Teruel")
    (True, True, False)
    """
    if not text or len(text) > _LONGEST:
        return False
    form = heading_form(text)
    return form in _KINDS or form.startswith(_OPENINGS) or form.endswith(_CLOSINGS)


def kind_of_heading(text: str) -> RelatedKind | None:
    """Return what a heading says of the block under it, ``None`` where it says nothing.

    >>> kind_of_heading("Cùng chuyên mục"), kind_of_heading("Lesen Sie auch:")
    ('same-section', 'editor')
    """
    form = heading_form(text)
    if form in _KINDS:
        return _KINDS[form]
    starts = (kind for start, kind in _BEGINNINGS.items() if form.startswith(start))
    ends = (kind for end, kind in _ENDINGS.items() if form.endswith(end))
    return next((kind for kind in (*ends, *starts) if kind), None)
