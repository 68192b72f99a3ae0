"""A second opinion about the text of a page, for where our own reader is unsure of its own."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from newsbot.extract.alike import holds
from newsbot.extract.body import is_running
from newsbot.extract.roles import is_never_article
from newsbot.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.layout import Layout
    from newsbot.extract.lines import Line

# Less text than this may be a box beside a brief.
_LEAST = 1_000
# The other reader takes some 60 ms for a usual page; of an endless one it is not asked.
_LONGEST = 500_000
# It is believed if it found so much more than our own reader, and most of what that found.
_MORE = 1.5
_MOST = 0.5
# By so many first characters of what a page states of its article one knows the text.
_OPENING = 40


def is_unsure(layout: Layout, own: Sequence[str], told: Collection[str] = ()) -> bool:
    """Return whether the page has more running text besides its *own* paragraphs than in them.

    What is *told* of elsewhere is not counted, nor are captions and bylines, teasers, comments
    and lines of the site; and it is sure that there is no text where a script is to fill it in.
    """
    if layout.is_awaiting_script:
        return False
    known = {*own, *told}
    lines = layout.own_lines
    besides = {
        line.text: len(line.text)
        for before, line in zip([None, *lines], lines, strict=False)
        if line.text not in known and is_running(line)
        if not (before and before.is_link) and _may_be_text(layout, line)
    }
    most = max(sum(map(len, own)), _LEAST)
    return most < sum(besides.values()) < _LONGEST


def _may_be_text(layout: Layout, line: Line) -> bool:
    """Return whether *line* is the article's perhaps, but for a misleading class name."""
    if layout.roles.kind(line.block) not in {None, "box"} or line.block.tag == "textarea":
        return False
    return not any(map(is_never_article, (line.block, *line.block.iterancestors())))


def second_opinion(tree: HtmlElement, own: Sequence[str], about: Iterable[str]) -> list[str]:
    """Return the paragraphs that trafilatura finds in *tree*, none if they are not believed.

    They are if they hold what our *own* reader found and a good deal more; where that found
    nothing, if they hold what the page states *about* its article.
    """
    texts = list(_read(tree))
    text = fold(" ".join(texts))
    if not own:
        return texts if any(holds(text, words[:_OPENING]) for words in about) else []
    held = sum(len(paragraph) for paragraph in own if fold(paragraph) in text)
    size = sum(map(len, own))
    return texts if held >= _MOST * size and sum(map(len, texts)) >= _MORE * size else []


def _read(tree: HtmlElement) -> Iterator[str]:
    """Yield the lines of text that trafilatura finds; it works on a copy and asks no network."""
    reader = import_module("trafilatura.core")
    try:
        document = reader.bare_extraction(tree, fast=True, include_comments=False)
    except Exception:  # whatever page another reader fails on, our own has read it
        document = None
    for line in document.text.splitlines() if document else ():
        if text := " ".join(line.strip().removeprefix("- ").strip("|").split()):
            yield text
