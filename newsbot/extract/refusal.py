"""Pages that are not to be parsed: their size or their nesting is no newspaper's."""

from __future__ import annotations

import re
from typing import Literal, get_args

Fault = Literal["malformed", "oversized"]
FAULTS: frozenset[str] = frozenset(get_args(Fault))

# In characters. The download stops at as many bytes (DOWNLOAD_MAXSIZE), and no more are unpacked.
LARGEST = 8 << 20
# lxml loses all that lies below the 2,046th element, and what is behind it, without an error;
# of 239 real pages the deepest has 51, and the one with the most tags 6,082.
DEEPEST = 1000
MOST_TAGS = 50_000
# In how many others all elements lie, taken together: who looks around each has so much to do.
MOST_PAIRS = 2_000_000
# The parser looks through all attributes of a tag for each of them; no real tag has a tenth.
MOST_ATTRIBUTES = 500

# The name of a tag; or nothing, for a comment: one that never ends hides the rest of the page.
_TAG = re.compile(r"<(?:(/?[a-zA-Z][a-zA-Z0-9:-]*)|!--[\s\S]*?(?:-->|\Z))")
# An attribute with its value (HTML standard, 13.2.5.32 to 38), in one pass whatever stands there.
_ATTRIBUTE = r"""
    [\s/]*+[^\s>/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+
"""
_SCRIPT = re.compile(r"<(/?)(?:script|style)\b", re.IGNORECASE)
_ENDLESS = re.compile(
    rf"<[a-zA-Z](?:{_ATTRIBUTE}){{0,{MOST_ATTRIBUTES}}}+({_ATTRIBUTE})?", re.VERBOSE
)
# Elements that hold none (HTML standard, 13.1.2), and those of pictures that are closed at once.
_VOIDS = """
    area base br circle col ellipse embed hr image img input line link meta param path polygon
    polyline rect source stop track use wbr
"""
_VOID = frozenset(_VOIDS.split())
# What is in these is text, and no tags.
_RAW = frozenset({"script", "style", "textarea", "title", "iframe", "noframes", "xmp"})
_STYLES = frozenset({"b", "big", "s", "small", "strike", "tt", "u"})
_BLOCKS = """
    address article aside blockquote center dd details dir div dl dt fieldset figure footer form
    h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section table tbody td tfoot th thead tr
    ul
"""
_CELLS = frozenset({"td", "th"})
# Which elements end where one of these begins right in them: their end tags are optional, or
# forgotten so often that parsers supply them.
_ENDED: dict[str, frozenset[str]] = {
    **{name: frozenset({"p"}) for name in _BLOCKS.split()},
    "p": _STYLES | {"p"},
    "a": frozenset({"a"}),
    "dd": frozenset({"p", "dt"}),
    "dt": frozenset({"p", "dd"}),
    "form": frozenset({"p", "form"}),
    "li": frozenset({"p", "li"}),
    "option": frozenset({"option"}),
    "tbody": _CELLS | {"tr", "tbody", "thead"},
    "td": _CELLS | {"a", "font", "span"},
    "th": _CELLS | {"a", "font", "span"},
    "tr": _CELLS | {"tr"},
}
# An end tag does not reach out of one of these with a higher number.
_WALLS = {"div": 1, "td": 2, "th": 2, "tr": 3, "tbody": 4, "thead": 4, "tfoot": 4, "table": 5}


def refusal(text: str) -> Fault | None:
    """Return why the page *text* is not to be parsed, ``None`` if it may be.

    It is malformed where more than 1,000 elements lie within each other, where it has more than
    50,000 tags, or one of more than 500 attributes; so is one that is nearly as deep and as long.
    The depth is counted in one pass over the names of the tags: comments, scripts and void
    elements hold nothing, an end tag counts as written where HTML lets it be left out, and one
    that closes nothing is passed over.
    """
    if len(text) > LARGEST:
        return "oversized"
    if _has_endless_tag(text):
        return "malformed"
    tags = list(filter(None, _TAG.findall(text)))
    is_malformed = len(tags) > MOST_TAGS or (_may_be_deep(tags) and _is_too_deep(tags))
    return "malformed" if is_malformed else None


def _has_endless_tag(text: str) -> bool:
    """Return whether a tag outside of scripts has too many attributes."""
    return any(_ENDLESS.findall(text)) and any(_ENDLESS.findall(_unscripted(_uncommented(text))))


def _unscripted(text: str) -> str:
    """Return *text* without what stands in scripts and styles."""
    shown, *parts = _SCRIPT.split(text)
    behind = zip(parts[::2], parts[1::2], strict=True)
    return "".join([shown, *(part for slash, part in behind if slash)])


def _uncommented(text: str) -> str:
    """Return *text* without comments; one that never ends hides the rest of the page."""
    shown, *parts = text.split("<!--")
    return "".join([shown, *(part.partition("-->")[2] for part in parts)])


def _may_be_deep(tags: list[str]) -> bool:
    """Return whether elements may lie too deep, where only the innermost is ever closed.

    What HTML closes beside that makes a page less deep, so that few need to be looked at closely.
    """
    inside: list[str] = []
    pairs = 0
    for tag in tags:
        if tag[0] == "/":
            if inside and inside[-1] == tag[1:]:
                inside.pop()
        elif tag not in _VOID:
            inside.append(tag)
            pairs += len(inside)
            if len(inside) > DEEPEST:
                return True
    return pairs > MOST_PAIRS


def _is_too_deep(tags: list[str]) -> bool:
    inside = _Inside()
    pairs, until = 0, ""
    for tag in tags:
        name = tag.lower()
        if until:
            until = "" if name == until else until
        elif name[0] == "/":
            inside.end(name[1:])
        elif name in _RAW:
            until = f"/{name}"
        elif name not in _VOID and ":" not in name:
            inside.begin(name)
            pairs += len(inside.names)
            if len(inside.names) > DEEPEST:
                return True
    return pairs > MOST_PAIRS


class _Inside:
    """The elements that are open at a place of a page, the outermost first."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._places: dict[str, list[int]] = {}

    def begin(self, name: str) -> None:
        ended = _ENDED.get(name, ())
        while self.names and self.names[-1] in ended:
            self._pop()
        self._places.setdefault(name, []).append(len(self.names))
        self.names.append(name)

    def end(self, name: str) -> None:
        places = self._places.get(name)
        if places and not self._is_walled(name, places[-1]):
            for _ in range(len(self.names) - places[-1]):
                self._pop()

    def _is_walled(self, name: str, place: int) -> bool:
        if place == len(self.names) - 1:
            return False
        height = _WALLS.get(name, 0)
        walls = (self._places.get(wall) for wall, other in _WALLS.items() if other > height)
        return any(places and places[-1] > place for places in walls)

    def _pop(self) -> None:
        self._places[self.names.pop()].pop()
