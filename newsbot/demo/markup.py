"""Pieces of text that the templates of several papers need."""

from __future__ import annotations

import json
import re
import unicodedata
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from newsbot.demo.paper import Story


def slug(text: str) -> str:
    """Return *text* in small ASCII letters and figures, words joined by hyphens.

    >>> slug("Chợ phiên Đồng Mẫu: họp lại!")
    'cho-phien-dong-mau-hop-lai'
    """
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("ß", "ss"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def json_ld(record: Mapping[str, Any]) -> str:
    """Return the script element that holds *record* as JSON-LD."""
    text = json.dumps(record, ensure_ascii=False, indent=1).replace("</", "<\\/")
    return f'<script type="application/ld+json">\n{text}\n</script>'


def nth_page(stories: Sequence[Story], number: int, size: int) -> Sequence[Story]:
    """Return the stories of page *number*, counted from 1, of a listing with *size* a page."""
    return stories[(number - 1) * size : number * size] if number > 0 else ()


def each(template: Callable[[Story], str], stories: Iterable[Story]) -> str:
    """Return what *template* makes of each of *stories*, one below the other."""
    return "\n".join(template(story) for story in stories)


def paragraphs(story: Story) -> str:
    """Return the story's running text as p elements."""
    return "\n".join(f"<p>{escape(text)}</p>" for text in story.paragraphs)


def picture(story: Story, folder: str) -> str:
    """Return the story's picture, which lies in *folder*, with its caption, if there is one."""
    if story.caption is None:
        return ""
    return f"""<figure><img src="{folder}{story.key}.jpg" alt="">
<figcaption>{escape(story.caption)}</figcaption></figure>"""
