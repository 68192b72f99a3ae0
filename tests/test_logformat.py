from __future__ import annotations

import logging

from scrapy import Spider
from scrapy.exceptions import DropItem

from newsbot.logformat import ShortLogFormatter


def test_a_dropped_article_is_one_line_without_its_text(make_article):
    article = make_article(body="a text that no log needs")

    line = ShortLogFormatter().dropped(article, DropItem("no headline"), None, Spider("a"))

    assert (line["msg"] % line["args"], line["level"]) == ("Dropped: no headline", logging.INFO)


def test_an_unchanged_article_is_told_only_to_those_who_debug(make_article):
    error = DropItem("unchanged", log_level="DEBUG")

    line = ShortLogFormatter().dropped(make_article(), error, None, Spider("a"))

    assert line["level"] == logging.DEBUG


def test_a_kept_article_is_one_line_with_its_id(make_article):
    line = ShortLogFormatter().scraped(make_article(id="waldbote/7"), None, Spider("a"))

    assert line["msg"] % line["args"] == "Kept waldbote/7, revision 1"
