from __future__ import annotations

from datetime import timedelta

import pytest

from newsbot.extract.template import NO_TEMPLATES
from newsbot.versions import NO_VERSIONS, Version, Versions
from tests.extract.papers import learnt, story
from tests.replay.archives import NOON

FIRST, SECOND, WHOLE = learnt(story(0)), learnt(story(1)), learnt(story(2))
LATER = NOON + timedelta(days=1)


@pytest.mark.parametrize(
    ("days", "templates"),
    [(-1, NO_TEMPLATES), (0, NO_TEMPLATES), (0.5, FIRST), (1, FIRST), (2, SECOND)],
)
def test_a_page_is_read_by_what_was_learnt_before_it_was_fetched(days, templates):
    versions = Versions([Version(NOON, FIRST), Version(LATER, SECOND)])

    assert versions.at(NOON + timedelta(days=days)) is templates


@pytest.mark.parametrize(("days", "templates"), [(-1, WHOLE), (0, WHOLE), (2, SECOND)])
def test_what_the_whole_archive_taught_is_for_all_pages_so_far(days, templates):
    versions = Versions([Version(None, WHOLE), Version(LATER, SECOND)])

    assert versions.at(NOON + timedelta(days=days)) is templates


def test_the_fraction_of_a_second_does_not_count():
    assert Versions([Version(NOON, FIRST)]).at(NOON.replace(microsecond=9)) is NO_TEMPLATES


def test_without_a_lesson_pages_are_read_by_none():
    assert NO_VERSIONS.at(NOON) is NO_TEMPLATES
