"""What most tests need: a sound article, a small profile, a page without a crawl."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from types import SimpleNamespace

import pytest

from newsbot.items import Article
from newsbot.profile import parse_profile

PROFILE = rb"""
domain = "waldbote.test"
timezone = "Europe/Berlin"
language = "de"

[links]
article = '/artikel/(?P<key>\d+)'
"""


@pytest.fixture(scope="session")
def profile():
    """The site waldbote, whose articles lie at /artikel/<number>."""
    return parse_profile("waldbote", PROFILE)


@pytest.fixture(scope="session")
def make_article():
    """A sound article of waldbote, with *changes*."""

    def make(**changes):
        sound = {
            "id": "waldbote/7",
            "site": "waldbote",
            "url": "https://waldbote.test/artikel/7",
            "headline": "Brücke über die Lahn gesperrt",
            "description": "Ein Pfeiler muss erneuert werden.",
            "body": "Seit Mittwoch ist die Brücke zu.\n\nDie Arbeiten dauern bis zum Frühjahr.",
            "authors": ("Grete Holm",),
            "date": date(2024, 10, 23),
            "date_published": datetime(2024, 10, 23, 16, 17, tzinfo=timezone(timedelta(hours=2))),
            "date_precision": "minute",
            "fetched_at": datetime(2024, 10, 23, 15, tzinfo=UTC),
            "evidence": {"headline": "json-ld"},
            "fingerprint": "f" * 64,
        }
        return Article(**sound | changes)

    return make


@pytest.fixture(scope="session")
def page():
    """A page as far as a reader of pages needs it: its URL and its text."""

    def make(text, url="https://waldbote.test/"):
        return SimpleNamespace(url=url, text=text)

    return make
