"""Whether a page at an address of articles holds one, or what stands there in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.extract.entries import Entries, read_entries
from newsbot.extract.standin import read_stand_in

if TYPE_CHECKING:
    from newsbot.extract.standin import Shown, StandIn
    from newsbot.pages.html import HtmlPage


def stand_in(page: HtmlPage, shown: Shown, own_key: str) -> StandIn | None:
    """Return what *page*, which *shown* was read from, is in place of the article *own_key*.

    ``None`` where it may well be that article.
    """

    def other_key(url: str) -> str | None:
        key = page.profile.article_key(url)
        return None if key == own_key else key

    def entries() -> Entries:
        return read_entries(page.anchors([page.tree]), other_key, shown.lines, shown.paragraphs)

    return read_stand_in(shown, entries)
