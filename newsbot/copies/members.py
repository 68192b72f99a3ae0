"""The articles of a cluster: which hang together, and how alike they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsbot.copies.likeness import likeness
from newsbot.copies.sketches import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsbot.copies.texts import Texts


class Member(NamedTuple):
    """An article as it stands in the clusters, column by column."""

    number: int
    id: str
    day: int | None
    published: int
    whole: int
    size: int
    cluster: int | None
    similarity: float | None

    @property
    def file(self) -> tuple[str, str]:
        """The site that it is of, and the month whose file holds its line."""
        year, month = divmod(self.number >> PLACES, 12)
        name = "undated" if self.day is None else f"{year:04d}-{month + 1:02d}"
        return self.id.partition("/")[0], name


def is_copy(one: Member, other: Member, texts: Texts) -> bool:
    """Return whether the texts of both say that one is a copy of the other, or both of a third."""
    text, another = texts.of(one.id), texts.of(other.id)
    return bool(text and another and likeness(text, another) is not None)


def similarity(member: Member, first: Member, texts: Texts) -> float | None:
    """Return which share of the shingles of both *member* and *first* has: 0-1, three decimals.

    What it was before where one of the texts can't be read.
    """
    if member.number == first.number or 0 != member.whole == first.whole:
        return 1.0
    text, another = texts.of(member.id), texts.of(first.id)
    if text is None or another is None:
        return member.similarity
    both = len(text.shingles & another.shingles)
    return round(both / max(1, len(text.shingles) + len(another.shingles) - both), 3)


def groups(members: Iterable[Member], texts: Texts) -> list[list[Member]]:
    """Return *members* by which are copies of each other, directly or by others among them.

    One whose text can't be read now goes with the first.
    """
    found: list[list[Member]] = []
    for member in members:
        is_known = texts.of(member.id) is not None
        akin = [group for group in found if _is_akin(member, group, texts)]
        if not is_known and found and not akin:
            akin = found[:1]
        for group in akin[1:]:
            akin[0].extend(group)
            found.remove(group)
        if akin:
            akin[0].append(member)
        else:
            found.append([member])
    return found


def _is_akin(member: Member, group: Iterable[Member], texts: Texts) -> bool:
    return any(0 != member.whole == other.whole for other in group) or any(
        is_copy(member, other, texts) for other in group
    )
