"""What the tests of faults say at their end."""

from __future__ import annotations

from tests.faults import WHOLE
from tests.faults.tally import table


def pytest_terminal_summary(terminalreporter):
    if WHOLE:
        terminalreporter.section("faults survived")
        for line in table():
            terminalreporter.write_line(line)
