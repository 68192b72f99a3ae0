from __future__ import annotations

import orjson
import pytest

from newsbot.corpus import line_of
from newsbot.suspicion import (
    APART,
    COPY,
    CUT,
    ENOUGH,
    GARBLED,
    PAPER,
    SECTION,
    SERIES,
    TINY,
    shrinks,
    sketch_of,
    suspicious,
    told,
)

TEXT = "Seit Mittwoch ist die Brücke über die Lahn gesperrt, denn ein Pfeiler ist unterspült. "
NAMES = ("waldbote", "wald-bote")


@pytest.fixture
def sketch(make_article):
    """What is looked at of an article of that number, with *changes*."""

    def make(number, **changes):
        own = {
            "id": f"waldbote/{number}",
            "headline": f"Nachricht {number}",
            "body": f"{number}. {TEXT * 12}",
        }
        return sketch_of(orjson.loads(line_of(make_article(**own | changes))))

    return make


@pytest.fixture
def recent(sketch):
    return [sketch(number) for number in range(100, 100 + ENOUGH)]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        pytest.param({"body": "Ein Pfeiler."}, TINY, id="a tiny text"),
        pytest.param({"body": None, "body_status": "unavailable"}, TINY, id="none that is read"),
        pytest.param({"headline": "Waldbote"}, PAPER, id="the site's name"),
        pytest.param({"headline": "WALD-BOTE"}, PAPER, id="its domain"),
        pytest.param({"headline": "Báo Đồng Rạng điện tử"}, PAPER, id="a paper's name"),
        pytest.param({"headline": "LOKALES", "section": "Lokales"}, SECTION, id="its section"),
        pytest.param({"body": f"100. {TEXT * 12}"}, COPY, id="the text of another"),
        pytest.param({"evidence": {"body": "generic, garbled"}}, GARBLED, id="broken letters"),
        pytest.param({"evidence": {"body": "generic, incomplete"}}, CUT, id="missing pages"),
    ],
)
def test_an_article_is_suspicious_for(sketch, recent, changes, reason):
    assert suspicious([sketch(7, **changes)], recent, NAMES) == {reason: ["waldbote/7"]}


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({}, id="a usual article"),
        pytest.param({"body": TEXT * 2}, id="a brief"),
        pytest.param({"body": "Kurz.", "body_status": "teaser"}, id="a teaser"),
        pytest.param({"body": None, "body_status": "withheld"}, id="a text withheld"),
        pytest.param({"headline": "Nachricht 100"}, id="a headline of another"),
        pytest.param({"headline": "Der Waldbote feiert"}, id="news of the paper"),
        pytest.param({"section": None}, id="no section"),
    ],
)
def test_nothing_is_suspicious_about(sketch, recent, changes):
    assert suspicious([sketch(7, **changes)], recent, NAMES) == {}


def test_an_article_kept_apart_from_another_of_its_key_is_suspicious(sketch, recent):
    new = [sketch(7), sketch("7~2")]

    found = suspicious(new, recent, NAMES, apart={"waldbote/7~2"})

    assert found == {APART: ["waldbote/7~2"]}


def test_nothing_is_far_shorter_where_little_is_known(sketch, recent):
    assert suspicious([sketch(7, body="Ein Pfeiler.")], recent[1:], NAMES) == {}


def test_a_site_of_briefs_has_no_tiny_texts(sketch):
    briefs = [sketch(number, body=f"{number}. Ein Pfeiler.") for number in range(100, 140)]

    assert suspicious([sketch(7, body="Ein Pfeiler.")], briefs, NAMES) == {}


def test_a_headline_of_many_is_suspicious_in_all_that_are_new(sketch, recent):
    new = [sketch(number, headline="Nachrichten") for number in range(5)]

    assert suspicious(new[:4], recent, NAMES) == {}
    assert suspicious(new, recent, NAMES) == {SERIES: [f"waldbote/{n}" for n in range(5)]}


def test_the_order_in_which_articles_came_changes_nothing(sketch, recent):
    new = [sketch(n, body="Ein Pfeiler." if n % 2 else "Lokales.") for n in range(9)]

    assert suspicious(new, recent, NAMES) == suspicious(new[::-1], recent[::-1], NAMES)


def test_an_article_is_counted_once_for_whatever_reasons(sketch, recent):
    new = [sketch(n, headline="Waldbote", body="Ein Pfeiler.") for n in range(6)]

    assert suspicious(new, recent, NAMES) == {TINY: [f"waldbote/{n}" for n in range(6)]}


def test_a_report_names_the_first_and_counts_all():
    ids = [f"waldbote/{number}" for number in range(30)]

    assert told({TINY: ids}) == {TINY: {"count": 30, "ids": ids[:20]}}


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (TEXT * 12, "Ein Pfeiler.", True),
        (TEXT * 12, "", True),
        (TEXT * 12, TEXT * 2, False),
        (TEXT * 120, TEXT * 5, False),
        ("Ein Pfeiler.", "Nein.", False),
    ],
    ids=["a rest", "nothing", "some sentences", "a shortened report", "a brief"],
)
def test_a_text_shrinks_to_a_rest_of_it(before, after, found):
    assert shrinks(before, after) is found
