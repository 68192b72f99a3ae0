"""The frame of a page: which places it has, by tags and class names, and what it calls them."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from lxml.etree import XPath

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# So many elements, the innermost first, tell where on a page a line stands.
_DEPTH = 3
# A class name with a number in it is that of one article, or of a build of the site.
_NUMBER = re.compile(r"\d{3}")
_class_names = XPath("//@class", smart_strings=False)


def frame_of(tree: HtmlElement) -> frozenset[str]:
    """Return the class names on a page; pages of one template have most of them in common.

    Of a page without any, as old papers have them, the names of its elements.
    """
    found = _class_names(tree)
    assert isinstance(found, list)
    names = {name for text in set(map(str, found)) for name in text.split()}
    usual = frozenset(name for name in names if not _NUMBER.search(name))
    return usual or frozenset(str(element.tag) for element in tree.iter())


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return which share of what two frames have they have in common, 0 to 1."""
    return len(one & other) / (len(one | other) or 1)


class Place(NamedTuple):
    """Where a line stands, as digests: of its own block, and of that with those around it."""

    own: str
    whole: str


def place_of(block: HtmlElement) -> Place:
    """Return where *block* stands, by tags and class names."""
    steps: list[str] = []
    element: HtmlElement | None = block
    while element is not None and len(steps) < _DEPTH:
        names = (name for name in element.get("class", "").split() if not _NUMBER.search(name))
        steps.append(".".join([str(element.tag), *sorted(names)]))
        element = element.getparent()
    return Place(digest_of(steps[0]), digest_of(*steps))


def digest_of(*texts: str) -> str:
    """Return a short digest of *texts*, from which nobody can read what they said.

    Of an article that is taken down nothing may stay in what was learnt from it.
    """
    return blake2b("\0".join(texts).encode("utf-8", "replace"), digest_size=8).hexdigest()
