from __future__ import annotations

import pytest

from newsbot.changes import changes
from newsbot.corpus import line_of
from newsbot.printout import Printout
from newsbot.state.revisions import Revision

THEN = "2024-10-23T15:00:00+00:00"
LATER = "2024-10-24T15:00:00+00:00"


@pytest.fixture
def make_revision(make_article):
    """A revision of the article waldbote/7, with *changes* to its record."""

    def make(number=1, fetched=THEN, **changes):
        article = make_article(revision=number, **changes)
        return Revision(number, fetched, line_of(article))

    return make


def article(revision, *others, width=None):
    return list(Printout(width).article(revision, [revision, *others]))


def history(old, new, **how):
    steps = [(new, changes(old.record, new.record))]
    return list(Printout(**how).history(old, steps))


def test_an_article_is_shown_with_what_is_known_of_it(make_revision):
    revision = make_revision(section="Kreis", channels=("feed", "seed"))

    assert article(revision, make_revision(2, LATER)) == [
        "Brücke über die Lahn gesperrt",
        "",
        "id          waldbote/7",
        "published   2024-10-23T16:17:00+02:00",
        "authors     Grete Holm",
        "section     Kreis",
        "url         https://waldbote.test/artikel/7",
        "status      live",
        "revision    1 of 2",
        "channels    feed, seed",
        "first seen  –",
        "",
        "Ein Pfeiler muss erneuert werden.",
        "",
        "Seit Mittwoch ist die Brücke zu.",
        "",
        "Die Arbeiten dauern bis zum Frühjahr.",
        "",
        f"revision 1 fetched {THEN}",
        f"revision 2 fetched {LATER}",
    ]


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        pytest.param("date_published", None, "published   2024-10-23", id="only a day"),
        pytest.param("authors", (), "authors     –", id="nobody named"),
        pytest.param("body_status", "teaser", "text        teaser", id="no whole text"),
        pytest.param("copy_of", "waldbote/3", "copy of     waldbote/3", id="a copy"),
    ],
)
def test_what_a_page_did_not_say_and_what_is_unusual_is_told(make_revision, field, value, line):
    assert line in article(make_revision(**{field: value}))


def test_since_when_an_article_is_withdrawn_is_told(make_revision, make_article):
    withdrawn = make_revision(status="withdrawn", withdrawn_at=make_article().fetched_at)

    assert f"status      withdrawn since {THEN}" in article(withdrawn)


def test_without_lead_and_body_the_rest_is_shown(make_revision):
    assert article(make_revision(description=None, body=None))[-3:] == [
        "first seen  –",
        "",
        f"revision 1 fetched {THEN}",
    ]


def test_a_text_is_broken_at_spaces_to_the_width_of_the_terminal(make_revision):
    lines = article(make_revision(body="Seit Mittwoch ist die Brücke zu.\nJa."), width=20)

    assert lines[-5:-2] == ["Seit Mittwoch ist", "die Brücke zu.", "Ja."]


def test_what_a_terminal_would_obey_is_not_printed(make_revision):
    lines = article(make_revision(headline="Br\x1b[2Jücke", section="\x9b31mKreis"))

    assert lines[0] == "Br [2Jücke"
    assert "section      31mKreis" in lines


def test_what_changed_is_shown_by_revision_field_and_word(make_revision):
    old = make_revision()
    new = make_revision(
        2,
        LATER,
        headline="Brücke über die Lahn wieder frei",
        body="Seit Mittwoch ist die Brücke zu.\n\nDie Arbeiten dauern nur bis zum Mai.",
    )

    assert history(old, new) == [
        f"waldbote/7, revision 1 fetched {THEN}",
        "",
        f"revision 2 fetched {LATER}",
        "  headline",
        "    Brücke über die Lahn [-gesperrt-]{+wieder frei+}",
        "  body, paragraph 2",
        "    Die Arbeiten dauern {+nur+} bis zum [-Frühjahr.-]{+Mai.+}",
    ]


def test_a_word_more_at_the_end_stands_apart(make_revision):
    old, new = make_revision(section="Kreis"), make_revision(2, section="Kreis Aue")

    assert history(old, new)[-1] == "    Kreis {+Aue+}"


def test_a_revision_that_changed_nothing_of_it_says_so(make_revision):
    assert history(make_revision(), make_revision(2))[-1] == "  nothing changed in what is compared"


def test_on_a_terminal_that_shows_colours_changes_are_red_and_green(make_revision):
    old, new = make_revision(section="Kreis"), make_revision(2, section="Land")

    line = history(old, new, is_coloured=True)[-1]

    assert line == "    \x1b[31m[-Kreis-]\x1b[0m\x1b[32m{+Land+}\x1b[0m"


def test_colours_take_no_room(make_revision):
    old, new = make_revision(section="Kreis und Land"), make_revision(2, section="Stadt und Land")

    lines = history(old, new, width=32, is_coloured=True)

    assert len([line for line in lines if line.startswith("    ")]) == 1


def test_brackets_of_an_article_are_not_coloured(make_revision):
    old, new = make_revision(section="[-a-] b"), make_revision(2, section="[-a-] c")

    assert history(old, new, is_coloured=True)[-1].startswith("    [-a-] \x1b[31m[-b-]")
