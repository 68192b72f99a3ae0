"""What the tests of the archive need: a capture, ids in a row, an archive in a folder."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

import pytest

from newsbot.archive.archive import Archive
from newsbot.archive.capture import Capture
from newsbot.archive.record import Original, exchange

NOON = datetime(2024, 10, 23, 12, tzinfo=UTC)
FIRST_ID = "<urn:uuid:00000000-0000-4000-8000-000000000000>"


@pytest.fixture(scope="session")
def make_capture():
    """An article page of waldbote, with *changes*."""

    def make(**changes):
        sound = {
            "url": "https://waldbote.test/artikel/7",
            "request_headers": ((b"User-Agent", b"newsbot"),),
            "status": 200,
            "response_headers": ((b"Content-Type", b"text/html; charset=utf-8"),),
            "body": "<h1>Brücke gesperrt</h1>".encode(),
            "ip_address": "192.0.2.7",
            "fetched_at": NOON,
        }
        return Capture(**sound | changes)

    return make


@pytest.fixture(scope="session")
def original(make_capture):
    """The response of that page, which later captures repeat."""
    response = exchange(make_capture(), {}, new_id=lambda: FIRST_ID)[1]
    return Original(
        record_id=response.record_id,
        url=response.url,
        moment=response.moment,
        payload_digest=response.payload_digest,
    )


@pytest.fixture
def new_id():
    """Record ids in a row."""
    numbers = count()
    return lambda: f"<urn:uuid:00000000-0000-4000-8000-{next(numbers):012}>"


@pytest.fixture
def make_archive(tmp_path):
    """The archive of waldbote in one folder, as each run opens it anew."""

    def make(max_bytes=1 << 20):
        folder, quarantine = tmp_path / "waldbote", tmp_path / "quarantine"
        return Archive(folder, "waldbote", max_bytes, {"robots": "obeyed"}, quarantine)

    return make
