"""The pictures of an article, with their captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.extract.found import Found
from newsbot.items import Image
from newsbot.urls import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

    from newsbot.extract.column import Piece
    from newsbot.extract.metadata import Metadata

# Where scripts that load pictures late keep the address; src is a dummy then.
_ADDRESSES = ("data-src", "data-original", "data-lazy-src", "src")
_SMALLEST = 60


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
        if url := resolve(base, text):
            return Found((Image(url=url),), evidence)
    return None


def _address(picture: HtmlElement, base: str) -> str | None:
    """Return the URL of *picture*, ``None`` for an icon and for what is no address."""
    sizes = (picture.get("width", ""), picture.get("height", ""))
    if any(size.isdecimal() and int(size) < _SMALLEST for size in sizes):
        return None
    addresses = (picture.get(name, "") for name in _ADDRESSES)
    return next((url for text in addresses if (url := resolve(base, text))), None)
