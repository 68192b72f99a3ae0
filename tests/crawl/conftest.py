"""Chronicles for the tests of this folder."""

from __future__ import annotations

import pytest
import pytest_twisted


@pytest.fixture
def open_chronicle(tmp_path):
    """Open chronicles that are closed at the end of the test."""
    # The reactor of the tests is not yet in its place when this file is read.
    from twisted.internet.defer import ensureDeferred

    from tests.crawl.chronicle import Chronicle

    opened = []

    def make(**layout):
        opened.append(Chronicle(tmp_path / str(len(opened)), **layout))
        return opened[-1]

    yield make
    for chronicle in opened:
        pytest_twisted.blockon(ensureDeferred(chronicle.room.close()))
