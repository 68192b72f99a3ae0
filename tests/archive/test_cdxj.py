from __future__ import annotations

import json
from datetime import timedelta

import pytest

from newsbot.archive.cdxj import INDEX, index_line, write_index
from newsbot.archive.reading import ReadRecord, read_records
from newsbot.archive.record import exchange
from newsbot.archive.tombstone import entomb
from newsbot.exceptions import ArchiveError
from tests.archive.conftest import NOON

FIRST = "waldbote-20241023120000-00000.warc.gz"


@pytest.fixture
def keep(make_archive, make_capture):
    """Seal a file with one capture of each of *urls*; return where its records lie."""

    def seal(*urls):
        archive = make_archive()
        captures = [make_capture(url=url, body=url.encode()) for url in urls]
        places = [archive.append(exchange(capture, {})) for capture in captures]
        archive.seal()
        return places

    return seal


@pytest.fixture
def folder(tmp_path):
    """The folder of the site's archive."""
    return tmp_path / "waldbote"


@pytest.fixture
def keys(folder):
    """The keys in the index as it stands."""
    return lambda: [line.split()[0] for line in (folder / INDEX).read_text().splitlines()]


def test_a_line_is_as_other_indexers_write_it(keep, folder):
    ((_, response, _),) = keep("https://www.waldbote.test/Artikel/7")
    write_index(folder)

    assert (folder / INDEX).read_text() == (
        "test,waldbote)/artikel/7 20241023120000 "
        '{"url": "https://www.waldbote.test/Artikel/7", "mime": "text/html", "status": "200", '
        '"digest": "sha1:UMVV23UZYLE3NOBKWD3NY3SXZU3LLGD7", '
        f'"length": "{response.length}", "offset": "{response.offset}", "filename": "{FIRST}"}}\n'
    )


def test_revisits_are_indexed_with_the_digest_of_their_original(
    make_archive, make_capture, original
):
    later = NOON + timedelta(hours=1)
    archive = make_archive()
    archive.append(exchange(make_capture(fetched_at=later), {}, original))
    archive.append(exchange(make_capture(fetched_at=later, status=304, body=b""), {}, original))
    archive.seal()
    write_index(archive.folder)

    said = [
        json.loads(line.split(" ", 2)[2])
        for line in (archive.folder / INDEX).read_text().splitlines()
    ]
    assert [line["mime"] for line in said] == ["warc/revisit"] * 2
    assert [line["digest"] for line in said] == [original.payload_digest] * 2
    assert sorted(line.get("status", "") for line in said) == ["", "200"]


def test_the_lines_of_all_files_are_sorted(keep, folder, keys):
    keep("https://waldbote.test/b", "https://waldbote.test/a?z=1", "https://anzeiger.test/")
    keep("https://waldbote.test/a", "https://waldbote.test/c")
    write_index(folder)

    assert keys() == [
        "test,anzeiger)/",
        "test,waldbote)/a",
        "test,waldbote)/a?z=1",
        "test,waldbote)/b",
        "test,waldbote)/c",
    ]


def test_a_later_file_is_merged_into_what_was_there(keep, folder, keys):
    keep("https://waldbote.test/b")
    write_index(folder)
    keep("https://waldbote.test/a", "https://waldbote.test/c")
    write_index(folder)
    merged = (folder / INDEX).read_bytes()
    (folder / INDEX).unlink()
    write_index(folder)

    assert keys() == ["test,waldbote)/a", "test,waldbote)/b", "test,waldbote)/c"]
    assert (folder / INDEX).read_bytes() == merged


def test_an_index_that_is_up_to_date_is_left_alone(keep, folder):
    keep("https://waldbote.test/a")
    write_index(folder)
    before = (folder / INDEX).stat()
    write_index(folder)

    assert (folder / INDEX).stat().st_ino == before.st_ino


def test_files_still_open_are_not_indexed(make_archive, make_capture, keep, folder, keys):
    keep("https://waldbote.test/a")
    archive = make_archive()
    archive.append(exchange(make_capture(), {}))
    write_index(folder)
    archive.close()

    assert keys() == ["test,waldbote)/a"]


def test_the_lines_of_a_file_that_is_gone_go_too(keep, folder, keys):
    keep("https://waldbote.test/a")
    keep("https://waldbote.test/b")
    write_index(folder)
    (folder / FIRST).unlink()
    write_index(folder)

    assert keys() == ["test,waldbote)/b"]


def test_what_is_taken_down_leaves_the_index(keep, folder, keys):
    (_, response, _), _ = keep("https://waldbote.test/a", "https://waldbote.test/b")
    write_index(folder)
    entomb(folder / FIRST, response, "on request", NOON)
    write_index(folder, changed=[FIRST])

    assert keys() == ["test,waldbote)/b"]


@pytest.mark.parametrize("line", [b"noise\n", b"a 1 {}\n", b"a 1 {\n"])
def test_a_damaged_index_is_named(keep, folder, line):
    keep("https://waldbote.test/a")
    (folder / INDEX).write_bytes(line)

    with pytest.raises(ArchiveError, match=r"index\.cdxj is damaged; delete it"):
        write_index(folder)


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"warc-date": "2024-10-23T12:00:00Z"}, id="no URL"),
        pytest.param({"warc-target-uri": "https://waldbote.test/"}, id="no date"),
    ],
)
def test_a_record_that_can_not_be_looked_up_is_an_error(headers):
    record = ReadRecord(
        offset=7, length=1, headers=headers, http_status=None, http_headers=(), payload=b""
    )

    with pytest.raises(ArchiveError, match="the record at 7 has no date or URL"):
        index_line(record, FIRST)


def test_a_response_without_a_type_has_no_mime(make_archive, make_capture):
    archive = make_archive()
    archive.append(exchange(make_capture(response_headers=()), {}))
    (sealed,) = archive.seal()
    records = list(read_records(archive.folder / sealed.name))

    assert b"mime" not in index_line(records[2], sealed.name)


def test_the_lines_known_from_writing_are_those_that_reading_gives(
    make_archive, make_capture, original, folder
):
    odd = ((b"content-type", b" Text/HTML ;charset=x"), (b"X-A: b", b"c\r\nd"))
    archive = make_archive()
    for number, capture in enumerate(
        [
            make_capture(),
            make_capture(response_headers=()),
            make_capture(response_headers=odd, status=999, url="https://waldbote.test/\xfc?b&a"),
            make_capture(response_headers=((b"Content-Encoding", b"br"),), truncated="length"),
            make_capture(status=304, body=b""),
        ]
    ):
        archive.append(exchange(capture, {}, original if number % 2 == 0 else None))
    (sealed,) = archive.seal()
    write_index(folder, known={sealed.name: sealed.index})
    known = (folder / INDEX).read_bytes()
    (folder / INDEX).unlink()
    write_index(folder)

    assert (folder / INDEX).read_bytes() == known == b"".join(sorted(sealed.index))


def test_a_file_of_which_the_lines_are_known_is_not_read(keep, folder):
    keep("https://waldbote.test/a")
    line = b'test,waldbote)/b 20241023120000 {"url": "b", "filename": "%b"}\n' % FIRST.encode()
    write_index(folder, known={FIRST: (line,)})

    assert (folder / INDEX).read_bytes() == line
