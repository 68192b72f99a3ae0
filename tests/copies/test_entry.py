from __future__ import annotations

from datetime import UTC, date, datetime

import orjson
import pytest

from newsbot.copies.entry import entry_of, text_of
from newsbot.corpus import line_of

NOON = datetime(2024, 10, 23, 12, tzinfo=UTC)


@pytest.fixture
def record(make_article):
    """Return the record of an article with *changes*, first seen at noon."""

    def make(**changes):
        return orjson.loads(line_of(make_article(**{"first_seen": NOON} | changes)))

    return make


def published(record):
    return datetime.fromtimestamp(entry_of(record)[0].published, UTC)


def test_lead_and_body_tell_the_copies_of_an_article_and_its_headline_does_not(record):
    text = text_of(record(headline="Wehr geöffnet", description="Der Fluss stieg."))

    assert text.startswith("Der Fluss stieg.\n\nSeit Mittwoch")
    assert "Wehr" not in text


def test_of_a_few_words_the_headline_is_a_part(record):
    text = text_of(record(headline="Wehr geöffnet", description=None, body="Zum Video."))

    assert text == "Wehr geöffnet\n\nZum Video."


def test_without_a_body_there_is_nothing_to_tell(record):
    assert text_of(record(body=None)) == ""
    assert entry_of(record(body=None))[0].whole == 0


def test_it_came_out_at_the_instant_that_its_page_tells(record):
    assert published(record(date_published=NOON)) == NOON


def test_or_by_the_end_of_its_day(record):
    only_day = record(date=date(2024, 10, 22), date_published=None)

    assert published(only_day) == datetime(2024, 10, 22, 23, 59, 59, tzinfo=UTC)


def test_or_before_it_was_first_seen_on_that_day(record):
    only_day = record(date=NOON.date(), date_published=None)

    assert published(only_day) == NOON


def test_or_before_it_was_first_seen(record):
    assert published(record(date=None, date_published=None)) == NOON


def test_its_copies_are_sought_about_its_month(record):
    entry, _ = entry_of(record(date=date(2023, 12, 31)))

    assert (entry.day, divmod(entry.partition, 12)) == (date(2023, 12, 31).toordinal(), (2023, 11))


def test_one_without_a_date_about_the_month_in_which_it_was_seen(record):
    entry, _ = entry_of(record(date=None, date_published=None))

    assert (entry.day, divmod(entry.partition, 12)) == (None, (2024, 9))
