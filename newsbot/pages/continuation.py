"""Articles over several pages, stitched into one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from newsbot.extract.nextpart import next_part, part_links, whole_view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsbot.extract.found import Found
    from newsbot.items import Article
    from newsbot.pages.html import HtmlPage

# So much of the paragraphs of the first page is on one that shows all.
_ALL = 0.8


def holds_all(body: Found[str] | None, earlier: Article) -> bool:
    """Return whether the *body* of a page has in it that of the *earlier* pages, and more."""
    if body is None or not earlier.body or len(body.value) <= len(earlier.body):
        return False
    before = earlier.body.split("\n\n")
    held = sum(len(paragraph) for paragraph in before if paragraph in body.value)
    return held >= _ALL * sum(map(len, before))


def continued(earlier: Article, found: Mapping[str, Found[Any] | None]) -> Article:
    """Return *earlier* with the body *found* behind its own, unless that holds it already.

    A page that shows all of the article on one has all that was *earlier*, and takes its place.
    Authors and source often stand on the last page alone.
    """
    body = found["body"]
    if body and holds_all(body, earlier):
        earlier = replace(earlier, body=body.value)
    elif body and body.value not in (earlier.body or ""):
        text = "\n\n".join(filter(None, (earlier.body, body.value)))
        earlier = replace(earlier, body=text)
    late = {
        name: credit
        for name in ("authors", "source")
        if (credit := found[name]) and not getattr(earlier, name)
    }
    evidence = {**earlier.evidence, **{name: credit.evidence for name, credit in late.items()}}
    return replace(
        earlier, evidence=evidence, **{name: credit.value for name, credit in late.items()}
    )


def following_part(page: HtmlPage, body: Found[str] | None, earlier: Article | None) -> str | None:
    """Return the URL of the page that the article on *page* goes on with, ``None`` on its last.

    *body* is what the page has of it, *earlier* the article as the pages before gave it.
    """
    if earlier and holds_all(body, earlier):
        return None
    links = part_links(page.tree)
    key_of = page.profile.article_key if page.profile.links.article else _no_key
    following = next_part(page.url, page.owned(links.following), key_of)
    if following is None or earlier:
        return following
    return whole_view(page.url, page.owned(links.whole), key_of) or following


def _no_key(_: str) -> None:
    """Return no article key: without a pattern every address has its own."""
