"""Columns of invented pages, for the tests of their readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.extract.column import read_column
from newsbot.extract.lines import read_lines
from newsbot.extract.metadata import read_metadata
from newsbot.extract.roles import Roles
from newsbot.extract.sitename import SiteName
from newsbot.extract.tree import read_tree

if TYPE_CHECKING:
    from newsbot.extract.column import Piece

URL = "https://waldbote.test/artikel/7"


def column_of(html: str) -> list[Piece]:
    """Return the pieces of a page whose body is the element main, if it has one."""
    tree = read_tree(html)
    body = [*tree.iter("main")] or [tree]
    around = {element for part in body for element in (part, *part.iterancestors())}
    return read_column(read_lines(tree), body, Roles(around))


def site_of(head: str = "") -> SiteName:
    """Return the names of the paper waldbote.test, whose pages have *head*."""
    return SiteName(read_metadata(read_tree(head), URL), "waldbote.test")
