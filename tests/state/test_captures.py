from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newsbot.archive.file import Place, Sealed
from newsbot.archive.record import Original
from newsbot.items import Warc
from newsbot.state import State
from newsbot.wishes import NO_WISHES, Wishes

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
URL = "https://waldbote.test/artikel/7"
FILE = "waldbote-20241023120000-00000.warc.gz"


def original(number, digest="sha1:A", url=URL):
    moment = NOW + timedelta(hours=number)
    return Original(record_id=f"<urn:{number}>", url=url, moment=moment, payload_digest=digest)


def place(number):
    return Place(file=FILE, offset=100 * number, length=100, record_id=f"<urn:{number}>")


@pytest.fixture
def captures():
    captures = State().captures
    for number in (1, 2):
        captures.add(original(number), place(number))
    return captures


def test_the_first_record_with_a_payload_is_the_original(captures):
    assert captures.original(URL, "sha1:A") == original(1)


@pytest.mark.parametrize(
    ("url", "digest"), [(URL, "sha1:B"), (f"{URL}?x", "sha1:A")], ids=["payload", "URL"]
)
def test_another_payload_or_url_has_none(captures, url, digest):
    assert captures.original(url, digest) is None


def test_a_record_is_known_by_its_id(captures):
    assert captures.get("<urn:2>") == original(2)
    assert captures.get("<urn:9>") is None


def test_it_is_known_where_a_record_lies(captures):
    assert captures.place_of("<urn:2>") == Warc(file=FILE, offset=200, record_id="<urn:2>")
    assert captures.place_of("<urn:9>") is None


def test_an_open_file_is_as_long_as_it_was_committed_last(captures):
    captures.extend({FILE: 100})
    captures.extend({FILE: 300})

    assert captures.open_files() == {FILE: 300}


def test_a_sealed_file_is_open_no_more(captures):
    captures.extend({FILE: 300})
    captures.seal([Sealed(name=FILE, length=300, sha256="a" * 64)])

    assert captures.open_files() == {}


def test_of_a_file_that_was_cut_only_what_lay_behind_the_cut_is_forgotten(captures):
    captures.extend({FILE: 300})

    assert captures.lose(FILE, 200) == [("<urn:2>", URL)]
    assert captures.open_files() == {FILE: 200}
    assert [warc.record_id for warc in captures.places()] == ["<urn:1>"]


def test_a_file_of_which_nothing_is_left_is_forgotten(captures):
    captures.extend({FILE: 300})

    assert len(captures.lose(FILE, 0)) == 2
    assert captures.files() == {}


def test_a_record_that_is_forgotten_lies_nowhere(captures):
    captures.forget(["<urn:1>", "<urn:9>"])

    assert [warc.record_id for warc in captures.places()] == ["<urn:2>"]


WISHES = Wishes(noindex=True, tdm_reservation=True)


def test_the_last_capture_of_a_url_says_what_its_page_asks(captures):
    captures.note_wishes("<urn:1>", NO_WISHES)
    captures.note_wishes("<urn:2>", WISHES)

    assert captures.wishes(URL) == WISHES
    assert captures.wishes(f"{URL}?x") == NO_WISHES


def test_a_page_may_ask_for_something_no_longer(captures):
    captures.note_wishes("<urn:2>", WISHES)
    captures.note_wishes("<urn:2>", NO_WISHES)

    assert captures.wishes(URL) == NO_WISHES


def test_with_a_capture_it_is_forgotten_what_its_page_asked():
    state = State()
    state.captures.add(original(1), place(1))
    state.captures.note_wishes("<urn:1>", WISHES)

    state.captures.forget(["<urn:1>"])

    assert state._db.execute("SELECT count(*) FROM wish").fetchone() == (0,)
