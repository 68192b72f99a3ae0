"""Layouts of invented pages, for the tests of what is read from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.extract.layout import Layout
from newsbot.extract.selected import Selected
from newsbot.extract.tree import read_tree
from newsbot.profile import Links

if TYPE_CHECKING:
    from collections.abc import Mapping


def layout_of(html: str, fields: Mapping[str, list[str]] | None = None, **links: str) -> Layout:
    """Return the layout of a page whose headline is its first h1."""
    tree = read_tree(html)
    heading = next(tree.iter("h1"), None)
    selectors = Links(**{name: (selector,) for name, selector in links.items()})
    return Layout(tree, selectors, Selected(tree, fields or {}), heading)
