"""Who wrote an article, and which agency or paper it was taken from."""

from __future__ import annotations

import re
from itertools import chain, takewhile
from typing import TYPE_CHECKING, NamedTuple

from newsbot.extract.byline import is_agency, is_labelled, read_byline
from newsbot.extract.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsbot.extract.column import Piece
    from newsbot.extract.found import Evidence
    from newsbot.extract.metadata import Metadata
    from newsbot.extract.selected import Selected
    from newsbot.extract.sitename import SiteName

# A byline without a label is short, and one of the first or last lines of the text.
_LONGEST = 80
_AT_HEAD, _AT_TAIL = 2, 3
_RIGHT = re.compile(r"text-align\s*:\s*(?:right|end)", re.IGNORECASE)
_NO_BYLINE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li"})
_PARTICLES = frozenset(
    {"von", "van", "de", "da", "di", "del", "la", "le", "den", "der", "zu", "bin"}
)
_PARTS = re.compile(r"\s*[,/&]\s*|\s+[-–—]\s+")


class Credits(NamedTuple):
    """The authors and the source of an article, each ``None`` where the page names none."""

    authors: Found[tuple[str, ...]] | None
    source: Found[str] | None


def find_bylines(column: Sequence[Piece]) -> list[Piece]:
    """Return the pieces that name authors or sources: by their class, their label or their place.

    baocantho.com.vn: ``<p style="text-align: right"><strong>Tin, ảnh: P.Y</strong></p>`` at the
    end of the text.
    """
    text = [piece for piece in column if piece.part == "text"]
    head = [piece for piece in text[:_AT_HEAD] if _is_short_label(piece.line.text)]
    tail = list(takewhile(_closes, reversed(text[1:][-_AT_TAIL:])))
    marked = [piece for piece in column if piece.part == "byline"]
    dated = [piece for piece in column if piece.part == "date" and is_labelled(piece.line.text)]
    return list(dict.fromkeys([*head, *dated, *marked, *reversed(tail)]))


def _closes(piece: Piece) -> bool:
    """Return whether *piece* may end an article: labelled, at the right, or names alone."""
    text, block = piece.line.text, piece.line.block
    if len(text) > _LONGEST or block.tag in _NO_BYLINE:
        return False
    at_right = block.get("align") == "right" or _RIGHT.search(block.get("style", ""))
    return bool(at_right) or is_labelled(text) or all(map(_looks_like_name, _PARTS.split(text)))


def _is_short_label(text: str) -> bool:
    return len(text) <= _LONGEST and is_labelled(text)


def _looks_like_name(text: str) -> bool:
    """Return whether *text* is an agency, or two to five words with capitals and no figures."""
    words = text.split()
    return is_agency(text) or (
        2 <= len(words) <= 5
        and all(word[0].isupper() or word in _PARTICLES for word in words)
        and not re.search(r"[\d_?!:]|\w{2}\.$", text)
    )


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
    texts.setdefault("generic", []).extend(piece.line.text for piece in bylines)
    authors, source = None, None
    for evidence, listed in texts.items():
        read = [read_byline(text, site) for text in listed]
        names = tuple(dict.fromkeys(chain.from_iterable(byline.authors for byline in read)))
        authors = authors or (Found(names, evidence) if names else None)
        named = next((byline.source for byline in read if byline.source), None)
        source = source or (Found(named, evidence) if named else None)
    for text in selected.texts("source")[:1]:
        source = Found(read_byline(text, site).source or text, "profile")
    return Credits(authors, source)


def _stated(metadata: Metadata, column: Sequence[Piece]) -> Iterator[Found[str]]:
    """Yield the authors that metadata name, those of meta tags only if the column prints them.

    Meta tags often name the paper, the editor in charge or the vendor ("MEDIATECH").
    """
    for found in metadata.said("authors"):
        if found.evidence in {"json-ld", "microdata"} or any(
            found.value in piece.line.text for piece in column
        ):
            yield found
