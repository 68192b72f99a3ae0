"""The names of a newspaper, as its pages set them beside headlines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsbot.extract.jsonld import texts, types
from newsbot.extract.metadata import PUBLISHERS
from newsbot.text import fold

if TYPE_CHECKING:
    from newsbot.extract.metadata import Metadata

_UMLAUTS = re.compile(r"([aou])e")
_AROUND = re.compile(
    r"^(?:der|die|das|the|le|la|les|el|il)\s|\s(?:online|news|điện tử)$", re.IGNORECASE
)
# How Vietnam's papers and portals are called, before a name of a few words with capitals.
_PAPER = re.compile(
    r"(?:(?:báo|tạp chí|đài|cổng thông tin|trang thông tin|trang tin)\s+)(?P<online>điện tử\s*)?"
    r"(?P<name>.{0,40}?)(?:\s*(?:online|điện tử))?",
    re.IGNORECASE,
)
_PARTS = re.compile(r"(\s+(?:[-–—|·•»>]|::)\s+|\s*\|\s*)")


class SiteName:
    """What one newspaper calls itself, on a page and in its domain."""

    def __init__(self, metadata: Metadata, domain: str) -> None:
        said = [name for name, _ in metadata.said("site")]
        titles = {title for title, _ in metadata.said("headline")}
        # An app may be called as its page is (msn.com).
        names = [name for name in said if name not in titles] or said
        for node in metadata.nodes:
            if PUBLISHERS.intersection(types(node)):
                names += texts(node.get("name"))
            names += texts(node.get("publisher"), metadata.nodes)
        names.append(domain.removeprefix("www.").partition(".")[0])
        self._names = {_solid(name) for name in names} - {""}

    def is_name(self, text: str) -> bool:
        """Return whether *text* is the paper's name, with or without an article before it."""
        return _solid(text) in self._names or _solid(_AROUND.sub(" ", text)) in self._names

    def is_like(self, text: str) -> bool:
        """Return whether *text* is the paper's name, perhaps with a word more or less."""
        solid = _solid(text)
        return any(
            min(len(solid), len(name)) >= 4
            and abs(len(solid) - len(name)) <= 15
            and (solid.startswith(name) or name.startswith(solid) or name in solid)
            for name in self._names
        )

    def taken_off(self, title: str, *, is_printed: bool = False) -> str:
        """Return *title* without the paper's name before or behind it; empty if it is no more.

        Of a title that *is_printed* as a heading only the very name is taken: it may begin with
        one of the paper's columns.
        """
        is_its = self.is_name if is_printed else self.is_like
        parts = _PARTS.split(title)
        while len(parts) > 1 and is_its(parts[-1]):
            del parts[-2:]
        while len(parts) > 1 and is_its(parts[0]):
            del parts[:2]
        text = "".join(parts).strip()
        return "" if self.is_name(text) else text


def names_paper(title: str) -> bool:
    """Return whether *title* is what a Vietnamese paper calls itself, whichever it is.

    >>> names_paper("Báo Đồng Rạng Online"), names_paper("Báo động lũ trên sông Rạng")
    (True, False)
    """
    paper = _PAPER.fullmatch(title)
    if not paper:
        return False
    words = paper["name"].split()
    return bool(words or paper["online"]) and all(word[0].isupper() for word in words)


def _solid(text: str) -> str:
    """Return *text* as a domain would write it: folded, in one word, umlauts plain or with e."""
    return _UMLAUTS.sub(r"\1", fold(text).replace(" ", ""))
