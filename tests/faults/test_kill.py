"""Cases 1, 11 and 12 of the fault table: SIGKILL, at every stage of a run."""

from __future__ import annotations

from signal import SIGKILL

import pytest
import pytest_twisted

from tests.faults.survivor import Survivor


@pytest_twisted.async_yield_fixture
async def survivor(tmp_path):
    survivor = Survivor(tmp_path)
    yield survivor
    await survivor.close()


@pytest.mark.parametrize("kill_at", [1, 2, 4, 7, 11, 15, 18])
@pytest_twisted.ensureDeferred
async def test_a_run_killed_at_any_request_loses_doubles_and_tears_nothing(survivor, kill_at):
    assert await survivor.crawl(kill_at) == -SIGKILL

    assert await survivor.crawl() == 0
    assert survivor.losses() == []


@pytest_twisted.ensureDeferred
async def test_run_after_run_may_be_killed(survivor):
    for kill_at in (3, 9, 13, 5):
        await survivor.crawl(kill_at)

    assert await survivor.crawl() == 0
    assert survivor.losses() == []
