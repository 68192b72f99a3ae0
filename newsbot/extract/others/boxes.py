"""Boxes in the column of an article that lead to others, known by the titles that open them."""

from __future__ import annotations

import re
from itertools import groupby, islice, pairwise, takewhile
from typing import TYPE_CHECKING

from newsbot.extract.body import is_running
from newsbot.extract.furniture import is_linked_title
from newsbot.extract.others.headings import is_popular_heading
from newsbot.extract.select import TITLES, heading_form
from newsbot.extract.when.dateline import is_dateline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.lines import Line

# What stands over the words of readers, perhaps with their number.
_COMMENTS = (
    *("Bình luận", "Ý kiến bạn đọc", "Ý kiến độc giả", "Ý kiến của bạn", "Bạn đọc bình luận"),
    *("Ý kiến phản hồi", "Phản hồi", "Comments", "Reader comments", "Leave a comment"),
    *("Leave a reply", "Join the conversation", "Komentar", "Komentar pembaca", "Kommentare"),
    *("Leserkommentare", "Commentaires", "Vos réactions", "Comentarios", "Comentários"),
    *("Commenti", "Reacties", "Komentarze", "Komentáře", "Diskuze", "Kommentarer", "Комментарии"),
    *("Коментарі", "Yorumlar", "コメント", "评论", "網友評論", "网友评论", "댓글"),
)
_NUMBER = re.compile(r"[(（]?\d+[)）]?")
_LABEL = 40
# A link of so many characters is the title of an article.
_TITLE = 15
# So many lines of running text are an article rather than its head.
_SOME = 3
# So much of a list of links is linked.
_LINKED = 0.45
# A teaser, with section and time, is no longer.
_TEASER = 400

_over_comments = frozenset(map(heading_form, _COMMENTS))


def popular_boxes(lines: Sequence[Line]) -> set[HtmlElement]:
    """Return the boxes that a heading over popular or new articles opens.

    They hold links, and teasers directly behind them: what holds more text is no box.
    """
    boxes = set()
    for number, line in enumerate(lines):
        if is_popular_heading(line.text) and (box := _box_under(lines, number)) is not None:
            texts = _texts_in(box, lines, number)
            has_text = any(
                is_running(text) and not is_linked_title(link) for link, text in pairwise(texts)
            )
            if not has_text and any(is_linked_title(text) for text in texts):
                boxes.add(box)
    return boxes


def comment_boxes(lines: Sequence[Line]) -> set[HtmlElement]:
    """Return the boxes behind running text that a heading over the words of readers opens."""
    boxes = set()
    has_text = False
    for number, line in enumerate(lines):
        has_text = has_text or is_running(line)
        if has_text and 0 < len(line.text) <= _LABEL and _is_over_comments(line.text):
            boxes.add(_box_under(lines, number))
    return {box for box in boxes if box is not None}


def _is_over_comments(text: str) -> bool:
    return heading_form(_NUMBER.sub(" ", text)) in _over_comments


def link_lists(lines: Sequence[Line]) -> set[HtmlElement]:
    """Return the lists whose items are linked titles, labels and teasers apart, and their titles.

    Items with as much other text as links are the article's.
    """
    boxes: set[HtmlElement] = set()
    title = None
    for element, group in groupby((line for line in lines if line.text), _list_of):
        texts = list(group)
        if element is not None and (_are_links(texts) or _are_cards(texts)):
            boxes |= {element} if title is None else {element, title}
        last = texts[-1].block
        title = last if last.tag in TITLES else None
    return boxes


def _list_of(line: Line) -> HtmlElement | None:
    """Return the list that *line* is an item of."""
    return next(line.block.iterancestors("ol", "ul"), None)


def _are_links(items: Sequence[Line]) -> bool:
    """Return whether *items* are links, with no more before each than a label."""
    linked = sum(line.linked for line in items)
    return linked >= _LINKED * sum(len(line.text) for line in items) and all(
        line.linked > len(line.text) / 3 for line in items
    )


def _are_cards(texts: Sequence[Line]) -> bool:
    """Return whether *texts* are two items or more, each a linked title with a teaser."""
    items = [list(item) for _, item in groupby(texts, _item_of)]
    return len(items) > 1 and all(map(_is_card, items))


def _item_of(line: Line) -> HtmlElement | None:
    block = line.block
    return block if block.tag == "li" else next(block.iterancestors("li"), None)


def _is_card(item: Sequence[Line]) -> bool:
    titles = [line for line in item if is_linked_title(line) and len(line.text) >= _TITLE]
    size = sum(len(line.text) for line in item if line not in titles)
    return bool(titles) and size <= _TEASER


def other_articles(heading: HtmlElement, lines: Sequence[Line]) -> set[HtmlElement]:
    """Return the elements ``article`` beside the one of the *heading*, if that has the text.

    They hold the next article of an endless page, or teasers.
    """
    own = next(heading.iterancestors("article"), None)
    if own is None:
        return set()
    around = {own, *own.iterancestors()}
    beside = (e for e in own.getroottree().iter("article") if e not in around)
    others = {e for e in beside if own not in e.iterancestors()}
    running = (line for line in lines if others and is_running(line) and _is_inside(line, own))
    return others if len(list(islice(running, _SOME))) == _SOME else set()


def is_title_of_links(lines: Sequence[Line], number: int) -> bool:
    """Return whether the line of that *number* is the title of a box of linked articles.

    What it says does not matter, but it must be made as a title is, for a line above links may
    be the author's; and the box must hold nothing else.
    """
    block = lines[number].block
    is_made_so = block.tag in TITLES or next(block.iterancestors(*TITLES), None) is not None
    box = _box_under(lines, number) if is_made_so else None
    if box is None:
        return False
    _, *texts = _texts_in(box, lines, number)
    titles = sum(is_linked_title(line) and len(line.text) >= _TITLE for line in texts)
    return titles > 1 and all(is_linked_title(line) or is_dateline(line.text) for line in texts)


def _box_under(lines: Sequence[Line], number: int) -> HtmlElement | None:
    """Return the box that the line of that *number* opens, ``None`` if it opens none.

    A box is the innermost element around its title that holds more.
    """
    behind = next((line for line in _from(lines, number + 1) if line.text), None)
    around = set() if behind is None else {behind.block, *behind.block.iterancestors()}
    block = lines[number].block
    box = next((e for e in (block, *block.iterancestors()) if e in around), None)
    before = lines[number - 1] if number else None
    return None if before and box is not None and _is_inside(before, box) else box


def _texts_in(box: HtmlElement, lines: Sequence[Line], number: int) -> list[Line]:
    """Return the texts in *box* from the line of that *number* on."""
    inside = takewhile(lambda line: _is_inside(line, box), _from(lines, number))
    return [line for line in inside if line.text]


def _from(lines: Sequence[Line], number: int) -> Iterator[Line]:
    """Yield *lines* from that *number* on; a slice would copy all of the page for each title."""
    return (lines[place] for place in range(number, len(lines)))


def _is_inside(line: Line, box: HtmlElement) -> bool:
    return line.block is box or box in line.block.iterancestors()
