from __future__ import annotations

from datetime import UTC, datetime

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbot.corpus import (
    Link,
    as_rendered,
    changed,
    line_of,
    read_month,
    with_aliases,
    without_links,
    write_lines,
)
from newsbot.items import FIELDS, Image, RelatedLink

HOME = "https://waldbote.test/artikel/"


def test_a_line_has_the_records_fields_in_their_order(make_article):
    assert tuple(orjson.loads(line_of(make_article()))) == FIELDS


def test_days_and_instants_are_written_as_the_contract_says(make_article):
    record = orjson.loads(line_of(make_article()))

    assert record["date"] == "2024-10-23"
    assert record["date_published"] == "2024-10-23T16:17:00+02:00"
    assert record["fetched_at"] == "2024-10-23T15:00:00+00:00"


def test_an_instant_is_written_to_the_second(make_article):
    moment = datetime(2024, 10, 23, 15, 0, 7, 250_000, tzinfo=UTC)

    record = orjson.loads(line_of(make_article(first_seen=moment)))

    assert record["first_seen"] == "2024-10-23T15:00:07+00:00"


def test_what_is_nested_becomes_objects(make_article):
    record = orjson.loads(line_of(make_article(images=(Image(url=HOME, caption="Bild"),))))

    assert record["images"] == [{"url": HOME, "caption": "Bild"}]


@pytest.mark.parametrize("end", ["\n", "\u2028", "\u2029", "\u0085"])
def test_no_character_of_a_text_ends_a_line(make_article, end):
    line = line_of(make_article(body=f"a{end}b"))

    assert len(line.decode().splitlines()) == 1
    assert orjson.loads(line)["body"] == f"a{end}b"


@settings(derandomize=True, deadline=None, max_examples=60)
@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_went_in(make_article, text):
    assert orjson.loads(line_of(make_article(body=text)))["body"] == text


def test_a_change_that_says_nothing_new_leaves_the_very_bytes(make_article):
    line = line_of(make_article())

    assert changed(line, status="live") is line
    assert orjson.loads(changed(line, status="withdrawn"))["status"] == "withdrawn"


def test_the_aliases_are_all_urls_but_its_own(make_article):
    line = with_aliases(line_of(make_article()), [f"{HOME}7", f"{HOME}7?druck=1"])

    assert orjson.loads(line)["aliases"] == [f"{HOME}7?druck=1"]


def test_a_line_is_rendered_with_its_aliases_and_its_copies(make_article):
    links = {"waldbote/7": Link("anzeiger/1", "anzeiger/1", 0.93)}
    line = line_of(make_article())

    rendered = as_rendered(line, [f"{HOME}7", f"{HOME}9"], links)

    assert rendered == changed(line, aliases=[f"{HOME}9"], **links["waldbote/7"]._asdict())


def test_a_line_without_aliases_and_copies_is_rendered_as_it_is(make_article):
    line = line_of(make_article())

    assert as_rendered(line, [f"{HOME}7"], {"waldbote/8": Link("a/1", "a/1", 1.0)}) is line


def test_a_month_is_written_and_read_back(tmp_path, make_article):
    path = tmp_path / "waldbote" / "2024-10.jsonl"

    write_lines(path, [line_of(make_article()), line_of(make_article(id="waldbote/8"))])

    assert [record["id"] for record in read_month(path)] == ["waldbote/7", "waldbote/8"]


def test_an_emptied_month_is_removed(tmp_path):
    path = tmp_path / "2024-10.jsonl"
    write_lines(path, [b"{}"])

    write_lines(path, [])

    assert list(tmp_path.iterdir()) == []


def test_a_file_is_never_half_written(tmp_path):
    path = tmp_path / "2024-10.jsonl"
    write_lines(path, [b'{"id": 1}'])

    def breaks():
        yield b'{"id": 2}'
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        write_lines(path, breaks())

    assert path.read_bytes() == b'{"id": 1}\n'


def test_related_links_can_be_taken_out_of_a_line(make_article):
    line = line_of(make_article(related=(RelatedLink(url="/7"), RelatedLink(url="/8"))))

    shorter = without_links(line, lambda url: url == "/7")

    assert [link["url"] for link in orjson.loads(shorter)["related"]] == ["/8"]
    assert without_links(shorter, lambda url: url == "/7") == shorter
