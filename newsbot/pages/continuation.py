"""Articles over several pages, stitched into one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from newsbot.extract.nextpart import next_part, part_links, whole_view
from newsbot.extract.wall import WALLS
from newsbot.urls import place_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsbot.extract.found import Found
    from newsbot.items import Article, BodyStatus
    from newsbot.pages.html import HtmlPage

ELSEWHERE = "redirected to no further page"
INCOMPLETE = "incomplete"
"""What the evidence of a body says behind its source where further pages of it are missing."""

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


def broken_off(article: Article) -> Article:
    """Return *article* as one whose text goes on where nothing is to be had: it begins it."""
    told = article.evidence.get("body")
    if told is None:
        return article
    status: BodyStatus = "teaser" if article.body_status == "full" else article.body_status
    evidence = {**article.evidence, "body": f"{told}, {INCOMPLETE}"}
    return replace(article, body_status=status, evidence=evidence)


def part_fault(page: HtmlPage, stand_in: str | None, earlier: Article) -> str | None:
    """Return why *page* does not go on with *earlier*, ``None`` if it may.

    A wall stands in for it; or the site has no such page, and leads to the first or to another.
    """
    if stand_in in WALLS:
        return stand_in
    key = page.profile.article_key(page.url)
    is_first = place_of(page.url) == place_of(earlier.url)
    is_same = not page.profile.links.article or key == page.profile.article_key(earlier.url)
    return None if key is not None and is_same and not is_first else ELSEWHERE


def following_parts(
    page: HtmlPage, body: Found[str] | None, earlier: Article | None
) -> tuple[str, ...]:
    """Return the URLs of pages that the article on *page* goes on with, none on its last.

    On its first that of all of it comes before that of the next page. *body* is what the page has
    of it, *earlier* the article as the pages before gave it.
    """
    if earlier and holds_all(body, earlier):
        return ()
    links = part_links(page.tree)
    key_of = page.profile.article_key if page.profile.links.article else _no_key
    following = next_part(page.url, page.owned(links.following), key_of)
    if following is None or earlier:
        return (following,) if following else ()
    whole = whole_view(page.url, page.owned(links.whole), key_of)
    return (whole, following) if whole else (following,)


def _no_key(_: str) -> None:
    """Return no article key: without a pattern every address has its own."""
