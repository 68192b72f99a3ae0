from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsbot.archive.fields import encode_fields, read_fields, write_fields
from newsbot.visit import Sighting, Visit, read_visit

SEEN = Sighting(
    first_seen=datetime(2024, 10, 23, 12, 0, 7, tzinfo=UTC),
    channels=("day", "related"),
    urls=("https://waldbote.test/artikel/7", "https://waldbote.test/druck/7?ä=1"),
)


@pytest.mark.parametrize(
    "visit",
    [
        Visit(run="20241023120000"),
        Visit(run="1", channel="seed", via="https://waldbote.test/"),
        Visit(run="1", channel="day", key="a%2F7", asked=SEEN.urls[1], part=3, sighting=SEEN),
        Visit(run="1", key="7", imported_from="CC-NEWS-00001.warc.gz"),
        Visit(run="1", key="7", part=2, broken_off="HTTP 404"),
    ],
    ids=["robots.txt", "listing", "article", "imported", "given up"],
)
def test_a_visit_is_read_as_it_was_written(visit):
    lines = write_fields(encode_fields(visit.fields()))

    told = [(name.decode(), value.decode()) for name, value in read_fields(lines)]
    assert read_visit(told) == visit


def test_fields_of_a_later_version_are_passed_over():
    assert read_visit([("run", "1"), ("mood", "sunny")]) == Visit(run="1")
