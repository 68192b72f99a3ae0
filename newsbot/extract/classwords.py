"""The words of an element's class names and id, by which CMSs say what it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")


def class_words(element: HtmlElement) -> str:
    """Return class names and id of *element* in lower case, words in one name parted by hyphens."""
    return parted(f"{element.get('class', '')} {element.get('id', '')}")


def parted(names: str) -> str:
    """Return *names* in lower case, the words that only capitals part parted by hyphens.

    >>> parted("newsTitle box")
    'news-title box'
    """
    return _HUMPS.sub("-", names).lower()
