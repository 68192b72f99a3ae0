from __future__ import annotations

import gzip
from datetime import timedelta

import pytest

from newsbot.archive.file import Place
from newsbot.archive.reading import read_records, record_at
from newsbot.archive.record import exchange
from newsbot.archive.tombstone import entomb
from newsbot.archive.validate import faults
from newsbot.exceptions import ArchiveError
from tests.archive.conftest import NOON

LATER = NOON + timedelta(days=400)


@pytest.fixture
def file(make_archive, make_capture):
    """A sealed file of two articles, and the places of the first one's records."""
    archive = make_archive()
    places = archive.append(exchange(make_capture(), {"via": "https://waldbote.test/"}))
    archive.append(exchange(make_capture(url="https://waldbote.test/artikel/8", body=b"8"), {}))
    (sealed,) = archive.seal()
    return archive.folder / sealed.name, places


@pytest.fixture
def entombed(file):
    """The file once the first article has been taken down, with what it was before."""
    path, places = file
    before = path.read_bytes()
    entomb(path, places[0], "named a minor", LATER)
    entomb(path, places[1], "named a minor", LATER)
    entomb(path, places[2], "named a minor", LATER)
    return path, before, places


def test_nothing_of_the_article_is_left(entombed):
    path, _, _ = entombed
    text = gzip.decompress(path.read_bytes())

    assert b"artikel/7" not in text
    assert b"gesperrt" not in text
    assert b"artikel/8" in text


def test_all_other_bytes_stay_where_they_were(entombed):
    path, before, places = entombed
    after = path.read_bytes()
    begin, end = places[0].offset, places[2].offset + places[2].length

    assert len(after) == len(before)
    assert (after[:begin], after[end:]) == (before[:begin], before[end:])


def test_a_tombstone_says_why_and_keeps_the_id(entombed):
    path, _, places = entombed
    stone = record_at(path, places[1].offset)

    assert (stone.kind, stone.url, stone.date) == ("metadata", None, LATER)
    assert (stone.record_id, stone.length) == (places[1].record_id, places[1].length)
    assert stone.about == (("tombstone", "named a minor"),)


def test_a_file_with_tombstones_is_sound(entombed):
    assert faults(entombed[0]) == []


def test_all_records_are_still_read(entombed):
    kinds = [record.kind for record in read_records(entombed[0])]

    assert kinds == [
        "warcinfo",
        "metadata",
        "metadata",
        "metadata",
        "request",
        "response",
        "metadata",
    ]


def test_a_torn_tombstone_is_laid_again(entombed):
    path, _, places = entombed
    whole = path.read_bytes()
    middle = places[1].offset + places[1].length // 2
    path.write_bytes(whole[:middle] + b"?" * 40 + whole[middle + 40 :])

    entomb(path, places[1], "named a minor", LATER)

    assert path.read_bytes() == whole


def test_the_smallest_record_of_ours_has_room(make_archive, make_capture):
    bare = make_capture(url="http://a.b/", request_headers=(), ip_address=None)
    archive = make_archive()
    places = archive.append(exchange(bare, {}))
    (sealed,) = archive.seal()
    smallest = min(places, key=lambda place: place.length)

    entomb(archive.folder / sealed.name, smallest, "a reason too long for the place" * 99, LATER)

    assert faults(archive.folder / sealed.name) == []


@pytest.mark.parametrize(
    ("offset", "length"),
    [
        pytest.param(1, 0, id="another offset"),
        pytest.param(0, 1, id="another length"),
        pytest.param(0, 100_000, id="a length beyond the end"),
    ],
)
def test_a_place_that_holds_no_record_is_left_alone(file, offset, length):
    path, (place, *_) = file
    before = path.read_bytes()
    wrong = Place(
        file=place.file,
        offset=place.offset + offset,
        length=place.length + length,
        record_id=place.record_id,
    )

    with pytest.raises(ArchiveError, match="no record of"):
        entomb(path, wrong, "", LATER)
    assert path.read_bytes() == before


def test_a_tombstone_that_does_not_fit_is_refused(file):
    path, (place, *_) = file

    with pytest.raises(ArchiveError, match="do not fit"):
        entomb(
            path, Place(file=place.file, offset=0, length=30, record_id=place.record_id), "", LATER
        )
