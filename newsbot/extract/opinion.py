"""A second opinion about the text of a page, for where our own reader is unsure of its own."""

from __future__ import annotations

from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING

from newsbot.extract.body import is_running
from newsbot.extract.roles import is_never_article
from newsbot.extract.titles import squeezed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.layout import Layout
    from newsbot.extract.lines import Line

# Less text than this may be a box beside a brief.
_LEAST = 1_000
# The other reader takes some 60 ms for a usual page; of an endless one it is not asked.
_LONGEST = 500_000
_ELEMENTS = 30_000
# Less than so many letters may stand in any text.
_SHORT = 20
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


def second_opinion(layout: Layout, own: Sequence[str], about: Iterable[str]) -> list[Line]:
    """Return the lines of the page that trafilatura takes for its text, none if it is not believed.

    It is if it found what our *own* reader did and a good deal more; where that found nothing, if
    it found what the page states *about* its article. Its own lines may end within a sentence.
    """
    texts = _read(layout.tree)
    text = "".join(texts)
    lines = {
        line.text: line
        for line in reversed(layout.own_lines)
        if (bare := squeezed(line.text)) in (text if len(bare) >= _SHORT else texts)
    }
    bare_own = [squeezed(paragraph) for paragraph in own]
    size = sum(map(len, bare_own))
    if own:
        held = sum(len(paragraph) for paragraph in bare_own if paragraph in text)
        is_believed = held >= _MOST * size and len(text) >= _MORE * size
    else:
        is_believed = any(squeezed(words[:_OPENING]) in text for words in about)
    return list(reversed(lines.values())) if is_believed else []


def _read(tree: HtmlElement) -> list[str]:
    """Return the bare lines that trafilatura finds; it works on a copy and asks no network."""
    if next(islice(tree.iter(), _ELEMENTS, None), None) is not None:
        return []
    reader = import_module("trafilatura.core")
    try:
        document = reader.bare_extraction(tree, fast=True, include_comments=False)
    except Exception:  # whatever page another reader fails on, our own has read it
        document = None
    return [squeezed(line) for line in document.text.splitlines()] if document else []
