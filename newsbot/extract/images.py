"""The pictures of an article, with their captions."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from newsbot.extract.found import Found
from newsbot.extract.tree import text_of
from newsbot.items import Image
from newsbot.urls import host_of, resolve

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
    r"|button|tracking|beacon|zalo|qr|qr-?code|facebook|twitter|youtube|tiktok|telegram|whatsapp"
    r"|google-?(?:news|play)|app-?store|banner|ads?|advert(?:isement)?|quang-?cao|share|print)(?![a-z])|^default\.|default[-_]?(?:image|thumb|og|share|img)",
    re.IGNORECASE,
)
# The folders of advertisements.
_NO_FOLDER = re.compile(
    r"/(?:ads?|adverts?|advertis\w+|banners?|quang-?cao|anzeigen|werbung|publicidad|reklama?|iklan)/",
    re.IGNORECASE,
)
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:$|[?#])", re.IGNORECASE)
# So near stands the linked title of another article, so long, whose picture leads there, too.
_NEAR, _TITLE = 5, 15
# A name of more words tells what is on the picture.
_WORDS = 4
_PARTS = re.compile(r"[-_.\s]|%20")


def read_images(
    column: Iterable[Piece], metadata: Metadata, base: str
) -> Found[tuple[Image, ...]] | None:
    """Return the pictures of the column, else the one that the metadata name."""
    captions: dict[str, str | None] = {}
    foreign = set()
    last = None
    for piece in column:
        if piece.line.picture is not None:
            last = _address(piece.line.picture, base)
            if last:
                captions.setdefault(last, None)
                foreign |= {last} if _leads_away(piece.line.picture, base) else set()
        elif piece.part == "caption" and last:
            captions[last] = captions[last] or piece.line.text
    own = [(url, text) for url, text in captions.items() if text or url not in foreign]
    if own:
        return Found(tuple(Image(url=url, caption=text) for url, text in own), "generic")
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
            return None if _is_of_another(picture, base) else url
    return None


def _link_of(picture: HtmlElement, base: str) -> tuple[HtmlElement, str] | None:
    """Return the link around *picture* and its URL, ``None`` if it leads to a larger picture."""
    link = next(picture.iterancestors("a"), None)
    href = "" if link is None else link.get("href", "")
    url = resolve(base, href) if href else None
    return None if link is None or url is None or _PICTURE_FILE.search(url) else (link, url)


def _leads_away(picture: HtmlElement, base: str) -> bool:
    """Return whether *picture* is linked to another host, as advertisements are."""
    link = _link_of(picture, base)
    return link is not None and _domain(host_of(link[1])) != _domain(host_of(base))


def _is_of_another(picture: HtmlElement, base: str) -> bool:
    """Return whether *picture* is linked to where a title beside it leads, to another article."""
    link = _link_of(picture, base)
    if link is None:
        return False
    href = link[0].get("href")
    place = list(islice(link[0].iterancestors(), _NEAR))[-1]
    return any(a.get("href") == href and len(text_of(a)) >= _TITLE for a in place.iter("a"))


def _domain(host: str) -> str:
    """Return the last two names of *host*: pictures may lead to another host of the paper's."""
    return ".".join(host.split(".")[-2:])


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
    return bool(
        is_called_so
        or _NO_FOLDER.search(path)
        or "gravatar.com/" in path
        or _SIZE.search(f"?{query}")
    )
