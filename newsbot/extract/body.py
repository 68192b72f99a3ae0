"""Where the running text of a page stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import takewhile
from typing import TYPE_CHECKING

from newsbot.extract.cipher import is_cipher
from newsbot.extract.imprint import is_imprint, is_legal
from newsbot.extract.roles import is_never_article
from newsbot.extract.when.dateline import is_dateline

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from lxml.html import HtmlElement

    from newsbot.extract.lines import Line
    from newsbot.extract.roles import Roles

# A line of running text is as long as this, in bytes: a Chinese character says more than a Latin.
_RUNNING = 40
# What holds this share of the running text around it holds the article.
_MOST = 0.8
# So many links in a row are a list of other articles.
_LINKS = 30
# A part of a text has so many paragraphs on the average, a teaser one.
_SOME = 2
# What is a part of a text, and no place for all of it.
_PARTS = frozenset(("blockquote", "dl", "ol", "p", "pre", "ul"))


def is_running(line: Line) -> bool:
    """Return whether *line* is running text rather than a label, a link or a title."""
    if line.running is None:
        line.running = (
            line.linked <= 0.3 * len(line.text)
            and _weight(line) >= _RUNNING
            and not is_cipher(line.text)
            and not is_legal(line.text)
            and not is_dateline(line.text)
        )
    return line.running


def surroundings(tree: HtmlElement, lines: Iterable[Line]) -> set[HtmlElement]:
    """Return the elements that hold most of the page's running text, and so its article.

    What their class names say of tags or widgets is not meant for the text, nor is it where parts
    of the text stand side by side, made the same way; a list of other articles or a footer is
    one, however much of a page without an article it fills.
    """
    running = [line for line in lines if is_running(line)]
    weights = _weights(running)
    most = weights[tree] / 2
    around = {e for e, weight in weights.items() if weight > most and not is_never_article(e)}
    makes: dict[object, list[HtmlElement]] = defaultdict(list)
    for element in weights:
        if element.get("class") and element.getparent() in around:
            makes[_make(element)].append(element)
    for parts in makes.values():
        if sum(map(weights.__getitem__, parts)) > most and not is_never_article(parts[0]):
            inside = {e for part in parts for e in part.iter()}
            if sum(line.block in inside for line in running) >= _SOME * len(parts):
                around.update(parts)
    return {tree, *around}


def _make(element: HtmlElement) -> tuple[HtmlElement | None, str, str]:
    """Return what the parts of a text, which ads stand between, have in common."""
    return element.getparent(), element.tag, element.get("class", "")


def marked_bodies(tree: HtmlElement) -> list[HtmlElement]:
    """Return the elements that the page itself marks as the body (``itemprop=articleBody``)."""
    return [element for element in tree.iter() if "articleBody" in element.get("itemprop", "")]


def find_body(tree: HtmlElement, lines: Iterable[Line], roles: Roles) -> HtmlElement | None:
    """Return the innermost element that holds most of the running text among *lines*.

    ``None`` if there is no such text, or if the page marks a body (``itemprop=articleBody``)
    that is empty because a script fills it: a sidebar's text is not to take its place.
    """
    running = _running(lines, roles)
    weights = _weights(running)
    marked = marked_bodies(tree)
    place = max(marked, key=weights.__getitem__, default=tree)
    if not weights[place]:
        return None
    own_lines = Counter(line.block for line in running)
    while True:
        most = _MOST * weights[place]
        inner = next((element for element in place if weights[element] >= most), None)
        if inner is None or inner.tag in _PARTS or own_lines[inner] == 1:
            return place
        place = inner


def parts_behind(body: HtmlElement, lines: Iterable[Line], roles: Roles) -> list[HtmlElement]:
    """Return the parts with running text that stand behind *body* and are made as it is.

    An advertisement may stand between; whatever else holds running text ends them.
    """
    if not body.get("class"):
        return []
    weights = _weights(line for line in lines if is_running(line))
    behind = [sibling for sibling in body.itersiblings() if weights[sibling]]
    return list(takewhile(lambda e: _make(e) == _make(body) and roles.kind(e) is None, behind))


def _running(lines: Iterable[Line], roles: Roles) -> list[Line]:
    """Return the lines of running text that may be the article's.

    Those directly behind a link are teasers of other articles, if there are several; but the first
    is none behind what is linked more than once, for that is a row of tools and no title.
    """
    running: list[Line] = []
    teasers: list[Line] = []
    lines = list(lines)
    links = Counter(line.text for line in lines if line.is_link)
    before = ""
    for line in lines:
        if is_running(line) and roles.kind(line.block) not in {"aside", "box", "caption"}:
            is_teaser = links[before] == 1 or (before in links and bool(running or teasers))
            (teasers if is_teaser else running).append(line)
        before = line.text or before
    return running or teasers[: len(teasers) == 1]


def until_many_links(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield *lines* up to the first long list of links that no running text interrupts.

    Behind a headline, the article is over there, even if no text of it was on the page.
    """
    links = 0
    for line in lines:
        links = 0 if is_running(line) else links + line.is_link
        if links > _LINKS:
            return
        yield line


def until_imprint(lines: Iterable[Line], closing: Collection[HtmlElement]) -> Iterator[Line]:
    """Yield *lines* up to the paper's imprint, or up to a *closing* element behind running text.

    An imprint in a plain element beside the paragraphs would be taken for some of them. A closing
    element above the text closes nothing.
    """
    has_text = False
    for line in lines:
        closes = line.block in closing
        if is_imprint(line.text) or (closes and has_text):
            return
        if closes:
            closing = ()
        has_text = has_text or is_running(line)
        yield line


def _weight(line: Line) -> int:
    return len(line.text.encode()) - 2 * line.linked


def _weights(lines: Iterable[Line]) -> Counter[HtmlElement]:
    """Return how much of the text of *lines* each element around them holds."""
    weights: Counter[HtmlElement] = Counter()
    for line in lines:
        weight = _weight(line)
        weights[line.block] += weight
        for element in line.block.iterancestors():
            weights[element] += weight
    return weights
