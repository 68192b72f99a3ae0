from __future__ import annotations

import gzip
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsbot.archive.members import pack
from newsbot.archive.record import exchange, serialise
from newsbot.archive.validate import faults


@pytest.fixture
def sound(make_archive, make_capture):
    """A sealed file of one capture."""
    archive = make_archive()
    archive.append(exchange(make_capture(), {"run": "1"}))
    (sealed,) = archive.seal()
    return archive.folder / sealed.name


@pytest.fixture
def faults_of(sound, tmp_path):
    """What is wrong with the sound file once *change* has been at its bytes."""

    def changed(change):
        path = tmp_path / "changed.warc.gz"
        path.write_bytes(change(sound.read_bytes()))
        return faults(path)

    return changed


@pytest.fixture
def unpacked(faults_of):
    """What is wrong with the sound file once *change* has been at the text of its records."""

    def changed(change):
        def repack(data):
            records = re.split(rb"(?=WARC/1\.1\r\n)", gzip.decompress(data))[1:]
            return b"".join(map(pack, change(records)))

        return faults_of(repack)

    return changed


def test_a_file_of_ours_is_sound(sound):
    assert faults(sound) == []


@pytest.mark.parametrize("cut", [1, 3, 7, 8, 100])
def test_a_cut_last_member_is_seen(faults_of, cut):
    (fault,) = faults_of(lambda data: data[:-cut])

    assert re.fullmatch(r"the member at \d+ is cut", fault)


@settings(
    derandomize=True,
    deadline=None,
    max_examples=300,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(at=st.integers(min_value=0), bit=st.integers(0, 7))
def test_a_flipped_bit_that_says_another_thing_is_seen(sound, tmp_path, at, bit):
    data = bytearray(sound.read_bytes())
    data[at % len(data)] ^= 1 << bit
    path = tmp_path / "flipped.warc.gz"
    path.write_bytes(data)

    assert faults(path) or gzip.decompress(data) == gzip.decompress(sound.read_bytes())


@pytest.mark.parametrize("at", range(10))
def test_a_flipped_bit_in_a_gzip_header_is_seen(faults_of, at):
    assert faults_of(lambda data: data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        pytest.param(
            lambda data: data + b"\0", r"the member at \d+ is (cut|damaged)", id="garbage"
        ),
        pytest.param(gzip.decompress, "is not gzipped", id="not gzipped"),
        pytest.param(
            lambda data: gzip.compress(data[:0]) + data, "header that is not ours", id="foreign"
        ),
        pytest.param(lambda data: pack(gzip.decompress(data)), "not one record", id="one member"),
        pytest.param(lambda data: data + pack(b""), "no head of a WARC record", id="empty member"),
        pytest.param(lambda data: b"", "is to be the warcinfo", id="empty file"),
    ],
)
def test_a_file_that_is_not_a_row_of_records_is_seen(faults_of, change, fault):
    assert re.search(fault, faults_of(change)[0])


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        pytest.param(lambda records: records[1:], "is to be the warcinfo", id="no warcinfo"),
        pytest.param(
            lambda records: [*records, records[0]], "is to be the warcinfo", id="two warcinfos"
        ),
        pytest.param(
            lambda records: [records[0], records[1], records[3]],
            r"names <urn:uuid:.*>, which is not in the file",
            id="the response is gone",
        ),
        pytest.param(
            lambda records: [records[0], records[2].replace(b"h1>\r\n\r\n", b"h1>?\r\n\r\n")],
            "not one record of its length",
            id="longer than it says",
        ),
        pytest.param(
            lambda records: [records[0], records[2].replace(b"WARC/1.1", b"WARC/3.0")],
            "no head of a WARC record",
            id="another version",
        ),
        pytest.param(
            lambda records: [records[0], records[2].replace(b"200 OK", b"404 OK")],
            "has another block than its digest says",
            id="another block",
        ),
        pytest.param(
            lambda records: [
                records[0],
                records[2].replace(b"Payload-Digest: sha1:", b"Payload-Digest: sha1:A"),
            ],
            "has another payload than its digest says",
            id="another payload",
        ),
        pytest.param(
            lambda records: [records[0], re.sub(rb"WARC-Payload-Digest.*\r\n", b"", records[2])],
            "has another payload than its digest says",
            id="no payload digest",
        ),
        pytest.param(
            lambda records: [records[0], re.sub(rb"WARC-Date.*\r\n", b"", records[2])],
            "has no warc-date",
            id="no date",
        ),
        pytest.param(
            lambda records: [records[0], serialise({"WARC-Type": "revisit"}, b"")],
            "has no warc-payload-digest",
            id="a revisit of nothing",
        ),
    ],
)
def test_a_record_that_is_wrong_is_seen(unpacked, change, fault):
    assert re.search(fault, "\n".join(unpacked(change)))
