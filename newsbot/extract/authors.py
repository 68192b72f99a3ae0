"""Who wrote an article, and which agency or paper it was taken from."""

from __future__ import annotations

import re
from itertools import chain, takewhile
from typing import TYPE_CHECKING, NamedTuple

from newsbot.extract.byline import is_byline, is_names, read_byline
from newsbot.extract.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.column import Piece
    from newsbot.extract.found import Evidence
    from newsbot.extract.metadata import Metadata
    from newsbot.extract.selected import Selected
    from newsbot.extract.sitename import SiteName

# A byline is short, and one of the first or last lines of the text.
_LONGEST = 80
_AT_HEAD, _AT_TAIL = 2, 3
_RIGHT = re.compile(r"text-align\s*:\s*(?:right|end)", re.IGNORECASE)
_NO_BYLINE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li"})


class Credits(NamedTuple):
    """The authors and the source of an article, each ``None`` where the page names none."""

    authors: Found[tuple[str, ...]] | None
    source: Found[str] | None


def find_bylines(column: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a *column* that name authors or a source.

    They are told by their class, their label or their place: baocantho.com.vn ends its texts
    with ``<p style="text-align: right"><strong>Tin, ảnh: P.Y</strong></p>``.
    """
    text = [piece for piece in column if piece.part == "text"]
    head = [p for p in text[:_AT_HEAD] if len(p.line.text) <= _LONGEST and is_byline(p.line.text)]
    tail = list(takewhile(_closes, reversed(text[1:][-_AT_TAIL:])))
    dated = [piece for piece in column if piece.part == "date" and is_byline(piece.line.text)]
    marked = [piece for piece in column if piece.part == "byline"]
    return list(dict.fromkeys([*head, *dated, *marked, *reversed(tail)]))


def read_credits(
    bylines: Sequence[Piece],
    column: Sequence[Piece],
    selected: Selected,
    metadata: Metadata,
    site: SiteName,
) -> Credits:
    """Return the authors by the profile, else as stated, else as printed; likewise the source."""
    texts: dict[Evidence, list[str]] = {"profile": selected.texts("authors")}
    for text, evidence in _stated(metadata, column):
        texts.setdefault(evidence, []).append(text)
    texts["generic"] = [piece.line.text for piece in bylines]
    authors, source = None, None
    for evidence, listed in texts.items():
        read = [read_byline(text, site) for text in listed]
        names = tuple(dict.fromkeys(chain.from_iterable(byline.authors for byline in read)))
        authors = authors or (Found(names, evidence) if names else None)
        credited = next((byline.source for byline in read if byline.source), None)
        source = source or (Found(credited, evidence) if credited else None)
    for text in selected.texts("source")[:1]:
        source = Found(read_byline(text, site).source or text, "profile")
    return Credits(authors, source)


def _closes(piece: Piece) -> bool:
    """Return whether *piece* may close a text: a byline, names alone, or set at the right."""
    text, block = piece.line.text, piece.line.block
    if len(text) > _LONGEST or block.tag in _NO_BYLINE:
        return False
    return _is_at_right(block) or is_byline(text) or is_names(text)


def _is_at_right(block: HtmlElement) -> bool:
    return block.get("align") == "right" or bool(_RIGHT.search(block.get("style", "")))


def _stated(metadata: Metadata, column: Sequence[Piece]) -> Iterator[Found[str]]:
    """Yield the authors that metadata name, those of meta tags only if the column prints them.

    Meta tags often name the paper, the editor in charge or the vendor ("MEDIATECH").
    """
    for found in metadata.said("authors"):
        is_stated = found.evidence in {"json-ld", "microdata"}
        if is_stated or any(found.value in piece.line.text for piece in column):
            yield found
