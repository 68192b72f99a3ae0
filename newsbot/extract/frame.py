"""The frame of a page: which places it has, by tags and class names, and what it calls them."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from itertools import islice
from typing import TYPE_CHECKING

from lxml.etree import XPath

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# So many elements, the innermost first, tell where on a page a line stands.
_DEPTH = 3
# A class name with a number in it is that of one article, or of a build of the site.
_NUMBER = re.compile(r"\d{3}")
# Longer texts are the article's own, and met once.
_USUAL = 200
_class_names = XPath("//@class", smart_strings=False)


def frame_of(tree: HtmlElement) -> frozenset[str]:
    """Return digests of the class names on a page, of which those of one template share most.

    Of a page without any, as old papers have them, those of the names of its elements.
    """
    found = _class_names(tree)
    assert isinstance(found, list)
    names = {name for text in set(map(str, found)) for name in text.split()}
    usual = {name for name in names if not _NUMBER.search(name)}
    return frozenset(map(digest_of, usual or {str(element.tag) for element in tree.iter()}))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return which share of what two frames have they have in common, 0 to 1."""
    return len(one & other) / (len(one | other) or 1)


class Places:
    """The places on one page, by the tags and class names of its elements."""

    def __init__(self) -> None:
        self._makes: dict[tuple[str, str], str] = {}

    def own(self, block: HtmlElement) -> str:
        """Return of which make *block* is."""
        key = block.tag, block.get("class", "")
        make = self._makes.get(key)
        if make is None:
            names = (name for name in key[1].split() if not _NUMBER.search(name))
            make = self._makes[key] = ".".join([str(block.tag), *sorted(names)])
        return make

    def whole(self, block: HtmlElement) -> str:
        """Return where *block* stands: of which make it is, and what is around it."""
        steps = map(self.own, islice(block.iterancestors(), _DEPTH - 1))
        return " ".join([self.own(block), *steps])


def digest_of(*texts: str) -> str:
    """Return a short digest of *texts*, from which nobody can read what they said.

    Of an article that is taken down nothing may stay in what was learnt from it; its keywords may
    stand in class names, too.
    """
    text = "\0".join(texts)
    return _digest(text) if len(text) <= _USUAL else _digest.__wrapped__(text)


@lru_cache(maxsize=8192)
def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()
