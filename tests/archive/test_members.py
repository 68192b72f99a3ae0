from __future__ import annotations

import gzip
import io
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbot.archive.members import LARGEST, Members, has_own_header, pack
from newsbot.exceptions import ArchiveError

total = settings(derandomize=True, deadline=None, max_examples=60)


@total
@given(st.binary(max_size=300))
def test_a_member_is_gzip(data):
    assert gzip.decompress(pack(data)) == data


def test_the_same_data_gives_the_same_member_whatever_the_time():
    assert pack(b"Waldbote")[:10] == b"\x1f\x8b\x08\0\0\0\0\0\0\xff"


@pytest.mark.parametrize("extra", [1, 2, 70_000])
def test_a_member_is_padded_to_a_length(extra):
    length = len(pack(b"Waldbote")) + extra

    member = pack(b"Waldbote", length)

    assert (len(member), gzip.decompress(member)) == (length, b"Waldbote")


@pytest.mark.parametrize("missing", [0, 1, 20])
def test_what_does_not_fit_is_refused(missing):
    with pytest.raises(ArchiveError, match="do not fit"):
        pack(b"Waldbote", len(pack(b"Waldbote")) - missing)


@pytest.mark.parametrize(
    ("member", "is_own"),
    [
        pytest.param(pack(b"a"), True, id="ours"),
        pytest.param(pack(b"a", 90), True, id="padded"),
        pytest.param(pack(b"a", 90).replace(b"   ", b" x ", 1), False, id="a comment"),
        pytest.param(gzip.compress(b"a"), False, id="with the time"),
        pytest.param(b"WARC/1.1", False, id="not gzipped"),
    ],
)
def test_a_header_of_ours_is_known(member, is_own):
    assert has_own_header(member) == is_own


@total
@given(st.lists(st.binary(max_size=100), max_size=5))
def test_members_are_given_one_by_one_to_the_last_byte(pieces):
    packed = [pack(piece) for piece in pieces]
    stream = Members(io.BytesIO(b"".join(packed)))

    found = [(length, data) for _, length, data in stream.members()]

    assert found == list(zip(map(len, packed), pieces, strict=True))


def test_a_member_far_larger_than_the_buffer_is_read_whole():
    data = bytes(range(256)) * 2000
    stream = Members(io.BytesIO(pack(data) + pack(b"next")))

    assert [data for _, _, data in stream.members()] == [data, b"next"]


def test_a_member_that_grows_without_end_is_refused():
    stream = Members(io.BytesIO(pack(bytes(LARGEST + (1 << 20)))))

    with pytest.raises(ArchiveError, match="too large"):
        next(stream.members())


@pytest.mark.parametrize("kept", [1, 9, 10, 15, -8, -4, -1])
def test_a_cut_member_is_seen(kept):
    stream = Members(io.BytesIO(pack(b"first") + pack(b"second")[:kept]))

    members = stream.members()

    assert next(members)[2] == b"first"
    with pytest.raises(ArchiveError, match="is cut"):
        next(members)


@pytest.mark.parametrize("garbage", [b"\0", b"noise", b"\x1f\x8b\xff\xff"])
def test_garbage_behind_the_last_member_is_seen(garbage):
    stream = Members(io.BytesIO(pack(b"first") + garbage))

    members = stream.members()

    assert next(members)[2] == b"first"
    with pytest.raises(ArchiveError, match=r"is (damaged|cut)"):
        next(members)


def test_a_boundary_lies_between_members_only():
    stream = Members(io.BytesIO(pack(b"first") + pack(b"second")))
    places = [stream.boundary()]
    stream.read(2)
    places.append(stream.boundary())
    stream.read(3)
    places.append(stream.boundary())

    assert places == [0, None, len(pack(b"first"))]


def test_a_plain_file_has_boundaries_everywhere():
    stream = Members(io.BytesIO(b"first and second"))
    stream.read(5)

    assert stream.boundary() == 5


def test_line_ends_of_the_next_member_are_left():
    stream = Members(io.BytesIO(pack(b"first\r\n\r\n") + pack(b"\r\nsecond")))
    stream.read(5)
    stream.skip_line_ends()

    assert stream.read(8) == b"\r\nsecond"


def test_skipping_passes_over_members():
    data = bytes(200_000)
    stream = Members(io.BytesIO(pack(data) + pack(b"--next")))
    stream.skip(len(data) + 2)

    assert stream.read(4) == b"next"


@pytest.mark.parametrize("file", [b"", b"plain", pack(b"packed")], ids=["empty", "plain", "gzip"])
def test_reading_past_the_end_is_an_error(file):
    with pytest.raises(ArchiveError, match="ends too early"):
        Members(io.BytesIO(file)).read(100)


def test_a_mark_that_is_too_far_off_is_an_error():
    with pytest.raises(ArchiveError, match="no record at 0"):
        Members(io.BytesIO(zlib.compress(b"a" * 500, wbits=31))).read_until(b"b", 100)


@total
@given(st.binary(max_size=300), st.binary(max_size=300))
def test_what_is_packed_already_is_stored_behind_the_rest(data, packed):
    member = pack(data, packed=packed)

    assert gzip.decompress(member) == data + packed
    assert packed in member
    assert has_own_header(member)
