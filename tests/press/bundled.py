"""Báo Quê Mẫu, the paper that newsbot brings along, under watch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsbot.demo.demopaper import DemoPaper
from newsbot.demo.stories import first_stories
from tests.press.paper import WatchedPaper

if TYPE_CHECKING:
    from datetime import datetime


def new_paper(today: datetime) -> BundledPaper:
    """Return the paper with its stories of the six days before *today*."""
    return BundledPaper(first_stories(today.astimezone(DemoPaper.zone)), today)


class BundledPaper(WatchedPaper, DemoPaper):
    """The paper of ``scrapy demo``."""

    article = re.compile(r"^/\d{4}/\d\d/[^/]+-(?P<key>\d+)/$")
