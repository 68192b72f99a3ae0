"""The pictures of an article, with their captions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsbot.extract.found import Found
from newsbot.items import Image
from newsbot.urls import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from newsbot.extract.column import Piece
    from newsbot.extract.metadata import Metadata

# Where scripts that load pictures late keep the address; src is a dummy then.
_ADDRESSES = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "src")
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
# Width and height of a picture in its attributes and in its address; less is an icon or a face.
_SMALLEST = 100
_PIXELS = re.compile(r"\s*(\d+)(?:px|\.\d+)?\s*$")
_SIZE = re.compile(r"[?&](?:w|h|width|height|s|size)=(\d{1,2})(?!\w)")
# What the file of a logo, a dummy, a portrait, an emoji or a counter is called.
_NO_PICTURE = re.compile(
    r"(?<![a-z])(?:logos?|icons?|favicon|sprites?|avatars?|gravatar|placeholder|spacer|blank|pixel"
    r"|transparent|loading|loader|lazy-?load|no-?(?:image|photo|img)|1x1|emojis?|smileys?|badge"
    r"|button|tracking|beacon)(?![a-z])|^default\.|default[-_]?(?:image|thumb|og|share|img)",
    re.IGNORECASE,
)
# A name of more words tells what is on the picture.
_WORDS = 4
_PARTS = re.compile(r"[-_.\s]|%20")


def read_images(
    column: Iterable[Piece], metadata: Metadata, base: str
) -> Found[tuple[Image, ...]] | None:
    """Return the pictures of the column, else the one that the metadata name."""
    captions: dict[str, str | None] = {}
    last = None
    for piece in column:
        if piece.line.picture is not None:
            last = _address(piece.line.picture, base)
            if last:
                captions.setdefault(last, None)
        elif piece.part == "caption" and last:
            captions[last] = captions[last] or piece.line.text
    if captions:
        images = (Image(url=url, caption=caption) for url, caption in captions.items())
        return Found(tuple(images), "generic")
    for text, evidence in metadata.said("images"):
        if (url := resolve(base, text)) and not _is_no_picture(url):
            return Found((Image(url=url),), evidence)
    return None


def _address(picture: HtmlElement, base: str) -> str | None:
    """Return the URL of *picture*, ``None`` for an icon and for what is no address."""
    sizes = (_PIXELS.match(picture.get(name, "")) for name in ("width", "height"))
    if any(size and int(size[1]) < _SMALLEST for size in sizes):
        return None
    for text in _addresses(picture):
        if (url := resolve(base, text)) and not _is_no_picture(url):
            return url
    return None


def _addresses(picture: HtmlElement) -> Iterator[str]:
    """Yield the addresses of *picture*, the best first; of a set the largest."""
    yield from (picture.get(name, "") for name in _ADDRESSES)
    around = next(picture.iterancestors("picture"), None)
    sources = () if around is None else around.iter("source")
    for element in (picture, *sources):
        yield from (_largest(element.get(name, "")) for name in _SETS)


def _largest(candidates: str) -> str:
    """Return the address of the largest of the *candidates* in a ``srcset`` (HTML, 4.8.4.2.1)."""
    pairs = (part.split() for part in re.split(r",\s+", candidates.strip()) if part.strip())
    return max(pairs, key=lambda pair: _width(pair[-1]), default=[""])[0]


def _width(descriptor: str) -> float:
    number = re.fullmatch(r"(\d+(?:\.\d+)?)[wx],?", descriptor)
    return float(number[1]) if number else 0.0


def _is_no_picture(url: str) -> bool:
    """Return whether the file at *url* is called as no picture of an article is."""
    path, _, query = url.partition("?")
    name = path.rpartition("/")[2]
    is_called_so = _NO_PICTURE.search(name) and len(_PARTS.split(name)) <= _WORDS
    return bool(is_called_so or "gravatar.com/" in path or _SIZE.search(f"?{query}"))
