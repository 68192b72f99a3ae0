from __future__ import annotations

import pytest

from tests.press.reader import reachable
from tests.press.wire import Wire


@pytest.fixture
def wire():
    return Wire()


def story(wire, article_id):
    site, _, key = article_id.partition("/")
    return wire.papers[site].story(key)


def test_of_what_is_printed_more_than_once_the_first_is_the_one_that_came_out_first(wire):
    late = {
        one: first
        for one, first in wire.truth().items()
        if first and story(wire, one).published <= story(wire, first).published
    }

    assert late == {}


def test_every_group_has_one_article_that_is_no_copy(wire):
    truth = wire.truth()

    assert {sum(truth[one] is None for one in group) for group in wire.groups()} == {1}


def test_each_printing_of_a_report_has_a_headline_and_a_lead_of_its_own(wire):
    for group in wire.groups():
        printed = [story(wire, one) for one in group]

        assert len({one.headline for one in printed}) == len(printed)
        assert len({one.lead for one in printed}) == len(printed)


def test_what_the_wire_brought_stands_on_the_pages_of_the_papers(wire):
    brought = {tuple(one.split("/")) for one in wire.truth()}

    assert brought <= {
        (name, key) for name, paper in wire.papers.items() for key in reachable(paper)
    }


def test_bulletins_of_a_series_differ_from_day_to_day(wire):
    texts = {}
    for one in wire.bulletins:
        texts.setdefault(story(wire, one).paragraphs[0], set()).add(
            story(wire, one).published.date()
        )

    assert {len(days) for days in texts.values()} == {1}


def test_a_day_later_one_more_paper_is_found_to_have_been_first(wire):
    wire.pass_on()
    copies = [one for one, first in wire.truth().items() if first == wire.late]

    assert len(copies) == 2


def test_what_is_written_anew_is_nobodys_copy(wire):
    before = wire.truth()
    wire.pass_on()

    assert wire.rewritten <= before.keys()
    assert wire.rewritten & wire.truth().keys() == set()
