"""One crawl for each kind of hostility, which the tests of that kind look at."""

from __future__ import annotations

import pytest

from tests.hostile.server import HostileServer


@pytest.fixture(scope="package")
def server():
    """A server without sites; each module adds its own."""
    with HostileServer({}) as server:
        yield server
