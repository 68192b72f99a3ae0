"""The texts of the bundled paper, read from stories.toml and dated back from its clock."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsbot.demo.paper import Story

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

TEXTS = Path(__file__).with_name("stories.toml")


@dataclass(frozen=True, slots=True)
class NextIssue:
    """What the paper does to its stories after the first run of the demo.

    In the story *edited* the words *old* become *new*; *withdrawn* is a key.
    """

    published: Story
    edited: str
    old: str
    new: str
    withdrawn: str


def first_stories(today: datetime) -> list[Story]:
    """Return the twelve stories of the six days before *today*."""
    return [_story(text, today) for text in _texts()["stories"]]


def next_issue(today: datetime) -> NextIssue:
    """Return the changes of the day, its new story published at *today*."""
    issue = _texts()["next_issue"]
    edited = issue["edited"]
    return NextIssue(
        published=_story(issue["published"], today),
        edited=edited["key"],
        old=edited["old"],
        new=edited["new"],
        withdrawn=issue["withdrawn"],
    )


def _texts() -> dict[str, Any]:
    return tomllib.loads(TEXTS.read_text(encoding="utf-8"))


def _story(text: Mapping[str, Any], today: datetime) -> Story:
    """Return the story of one table of the texts, published at a whole minute."""
    return Story(
        key=text["key"],
        headline=text["headline"],
        lead=text["lead"],
        paragraphs=tuple(text["body"].strip().split("\n\n")),
        authors=tuple(text["authors"]),
        section=text["section"],
        published=today.replace(second=0, microsecond=0) - timedelta(hours=text["hours_ago"]),
        caption=text.get("caption"),
        keywords=tuple(text["keywords"]),
    )
