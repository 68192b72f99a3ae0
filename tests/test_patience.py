from __future__ import annotations

import pytest

from newsbot.addresses import MOVED, OFF_SITE
from newsbot.extract.wall import WALLS
from newsbot.pages.continuation import ELSEWHERE
from newsbot.pages.source import NO_PAGE
from newsbot.patience import NO_BODY, NO_HEADLINE, REDIRECTED, is_worth_a_try, is_worth_waiting


@pytest.mark.parametrize("reason", sorted(WALLS))
def test_a_wall_may_fall_within_days(reason):
    assert [is_worth_a_try(reason, tries) for tries in (1, 7, 8)] == [True, True, False]


@pytest.mark.parametrize(
    "reason",
    [NO_PAGE, NO_HEADLINE, NO_BODY, REDIRECTED, MOVED],
)
def test_what_a_server_at_work_answers_may_pass_within_hours(reason):
    assert [is_worth_a_try(reason, tries) for tries in (1, 3, 4)] == [True, True, False]


@pytest.mark.parametrize(
    "reason",
    [
        *("a section page", "a video without text", "pictures without text", "purged"),
        *("malformed", "oversized", "forbidden by robots.txt", OFF_SITE),
        "less than the version kept",
    ],
)
def test_what_stays_what_it_is_is_not_asked_for_again(reason):
    assert not is_worth_a_try(reason, 1)


@pytest.mark.parametrize(
    "reason", ["HTTP 503", "HTTP 403", "timed out", "connection lost", NO_PAGE]
)
def test_a_further_page_that_fails_may_come_within_hours(reason):
    assert [is_worth_waiting(reason, tries) for tries in (1, 3, 4)] == [True, True, False]


@pytest.mark.parametrize(
    "reason", ["HTTP 404", "HTTP 410", "forbidden by robots.txt", "malformed", OFF_SITE, ELSEWHERE]
)
def test_one_that_is_not_there_is_not_waited_for(reason):
    assert not is_worth_waiting(reason, 1)


@pytest.mark.parametrize("reason", sorted(WALLS))
def test_before_a_further_page_a_wall_may_fall_within_days(reason):
    assert [is_worth_waiting(reason, tries) for tries in (1, 7, 8)] == [True, True, False]
