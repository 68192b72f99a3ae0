"""Case 1 of the fault table: SIGKILLs at random, and the runs after them."""

from __future__ import annotations

from signal import SIGKILL

import pytest
import pytest_twisted

from tests.faults.kills import LARGE, ROUNDS, SMALL, Length, draw, enlarge
from tests.faults.survivor import Survivor
from tests.faults.tally import note
from tests.press import TODAY

LENGTHS = {SMALL: Length(18, 130, 0.3), LARGE: Length(346, 4165, 3.8)}
ARGUMENTS = {SMALL: (), LARGE: ("-a", "since=first")}


@pytest_twisted.async_yield_fixture
async def survivor(name, tmp_path):
    survivor = Survivor(tmp_path, name, TODAY, ARGUMENTS[name])
    enlarge(survivor.paper)
    yield survivor
    await survivor.close()


@pytest.mark.parametrize(("name", "seed"), ROUNDS)
@pytest_twisted.ensureDeferred
async def test_runs_killed_at_random_lose_double_and_tear_nothing(survivor, name, seed):
    codes = [await survivor.crawl(**kill) for kill in draw(LENGTHS[name], seed)]

    assert await survivor.crawl() == 0
    losses = survivor.losses()
    note(f"SIGKILL, {name}", losses, codes.count(-SIGKILL))
    assert losses == []
