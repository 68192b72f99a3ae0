"""What other crawlers archive, taken over."""

from __future__ import annotations

import gzip
from uuid import uuid4

import pytest

from newsbot.replay.foreign import bring_in
from newsbot.replay.looks import answers_in, looks
from tests.replay.archives import HOME, story

DATE = "2019-05-04T03:02:01Z"


@pytest.fixture
def foreign(tmp_path):
    """Writes a WARC file of records, each told as for `record`."""

    def write(*records, is_gzip=True):
        path = tmp_path / "foreign.warc.gz"
        members = [record(**told) for told in records]
        path.write_bytes(b"".join(map(gzip.compress, members) if is_gzip else members))
        return path

    return write


def record(url=f"{HOME}/artikel/7", kind="response", body=None, status="200 OK", **headers):
    """Return one record of WARC/1.0, as most crawlers write it."""
    named = {"Content-Type": "text/html", **headers}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in named.items())
    payload = story("7").encode() if body is None else body
    block = f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + payload
    if kind == "request":
        block = b"GET /artikel/7 HTTP/1.1\r\nHost: waldbote.test\r\n\r\n"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{uuid4()}>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: {DATE}\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


@pytest.fixture
def brought(kept, reader):
    """Takes a file over and returns the articles that it brought."""

    def take(path):
        bring_in(path, reader.profile, kept.archive, "import", [])
        found = looks(answers_in(kept.folder, kept.state.captures))
        return [reader.read(look) for look in found]

    return take


def chunked(body):
    return b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)


@pytest.mark.parametrize(
    "told",
    [
        pytest.param({}, id="plain"),
        pytest.param({"url": f"<{HOME}/artikel/7>"}, id="old wget"),
        pytest.param(
            {"body": gzip.compress(story("7").encode()), "Content_Encoding": "gzip"}, id="gzip"
        ),
        pytest.param(
            {"body": chunked(story("7").encode()), "Transfer_Encoding": "chunked"}, id="chunked"
        ),
    ],
)
def test_an_article_comes_in_as_it_was_fetched(foreign, brought, kept, told):
    (article,) = brought(foreign({"kind": "request"}, told))

    assert (article.id, article.headline) == ("waldbote/7", "Der Rat entscheidet 7")
    assert article.fetched_at.isoformat() == "2019-05-04T03:02:01+00:00"
    assert (article.channels, article.first_seen) == ((), None)
    assert (kept.folder / f"{article.warc.file}.open").exists()


@pytest.mark.parametrize("is_gzip", [True, False], ids=["gzipped", "plain file"])
def test_other_sites_and_other_pages_stay_where_they_are(foreign, brought, is_gzip):
    path = foreign(
        {"url": "https://another.test/artikel/7"},
        {"url": f"{HOME}/impressum"},
        {"url": f"{HOME}/artikel/8", "status": "404 Not Found"},
        {"url": f"{HOME}/artikel/9", "kind": "resource"},
        {},
        is_gzip=is_gzip,
    )

    assert [article.id for article in brought(path)] == ["waldbote/7"]


def test_a_page_comes_in_once(foreign, kept, reader):
    path = foreign({})

    numbers = [bring_in(path, reader.profile, kept.archive, "import", []) for _ in range(2)]

    assert numbers == [1, 0]


def test_of_a_file_that_is_cut_comes_in_what_is_whole(foreign, kept, reader):
    path = foreign({}, {"url": f"{HOME}/artikel/8"})
    path.write_bytes(path.read_bytes()[:-9])
    damage = []

    bring_in(path, reader.profile, kept.archive, "import", damage)

    (fault,) = damage
    assert fault.startswith("foreign.warc.gz: ")
    assert [look.key for look in looks(answers_in(kept.folder, kept.state.captures))] == ["7"]


def test_no_request_is_made_up(foreign, kept, reader):
    bring_in(foreign({}), reader.profile, kept.archive, "import", [])
    kept.archive.seal()

    (path,) = kept.folder.glob("*.warc.gz")
    assert b"WARC-Type: request" not in gzip.decompress(path.read_bytes())
