from __future__ import annotations

from collections import Counter

from newsbot.replay.account import Account
from newsbot.replay.difference import Change
from newsbot.replay.reextraction import Outcome


def report(*changes, is_applied=False, **outcome):
    account = Account("waldbote")
    found = Outcome(looks=9, articles=8, **outcome)
    for change in changes:
        account.note(change)
        found.changes[change.kind] += 1
        found.fields.update(change.fields.keys() if change.kind == "changed" else ())
    return list(account.lines(found, is_applied=is_applied))


def test_nothing_changed_is_one_line():
    assert report() == ["waldbote: 9 looks read again · 8 articles · nothing changed"]


def test_each_field_is_told_with_an_example_and_what_to_type():
    first, field, hint = report(Change("waldbote/7", {"headline": "Alt"}, {"headline": "Neu"}))

    assert first.endswith("1 changed")
    assert field.split(maxsplit=2) == ["headline", "1", 'waldbote/7: "Alt" → "Neu"']
    assert hint == "nothing is written yet: scrapy reextract waldbote --apply"


def test_what_is_to_be_brought_in_is_not_called_brought_in():
    first, hint = report(imported=2)

    assert first.endswith(" · 8 articles · 2 pages to bring in · nothing changed")
    assert hint == "nothing is written yet: scrapy reextract waldbote --from … --apply"


def test_an_example_is_cut_to_where_it_changes():
    before, after = "a" * 500 + "b" * 500, "a" * 500 + "c" * 500

    line = report(Change("waldbote/7", {"body": before}, {"body": after}))[1]

    assert "ab" in line
    assert "ac" in line
    assert len(line) < 200


def test_no_control_character_reaches_a_terminal():
    line = report(Change("waldbote/7", {"body": None}, {"body": "\x1b[31mrot\x9b"}))[1]

    assert line.isprintable()


def test_what_gave_no_article_is_told_by_its_reason():
    lines = report(dropped=Counter({"no headline": 2}), kept=1, is_applied=True)

    assert lines[1].split(maxsplit=3) == ["no", "article", "2", "no headline"]
    assert lines[2].endswith("its page is not in the archive")
