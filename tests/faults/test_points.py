"""Cases 2, 3, 5, 6, 11 and 12 of the fault table: every operation on the disk, one by one."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

import pytest
import pytest_twisted
from twisted.internet.defer import ensureDeferred, gatherResults

from tests.faults import WHOLE
from tests.faults.disk import Fault
from tests.faults.scene import BEFORE, Scene
from tests.faults.survivor import Survivor

# The oldest story of the demo is the only one of its month, which another run will find empty.
TODAY = datetime(2026, 12, 6, 11, 38, tzinfo=UTC)
# Other tests are at work beside a share; all of them have the cores to themselves.
LANES = 2 if WHOLE else 1
SHARE, SOME, ALL = 1, 60, 10_000
SCENES = {f"after {before}": ("demo", (), before) for before in BEFORE}
BIG = {name: (name, ("-a", "since=first"), "nothing") for name in ("kabar", "thoibao")}
if WHOLE:
    POINTS = [(SCENES[name], ALL) for name in SCENES] + [(BIG[name], SOME) for name in BIG]
else:
    POINTS = [(SCENES[name], SHARE) for name in SCENES]
scenes = pytest.mark.parametrize(
    ("lanes", "most"),
    POINTS,
    ids=[*SCENES, *BIG][: len(POINTS)],
    indirect=["lanes"],
    scope="module",
)


async def lane(folder, name, arguments, before):
    survivor = Survivor(folder, name, TODAY, arguments)
    await BEFORE[before](survivor)
    scene = Scene(survivor)
    await scene.begin()
    return scene


@pytest_twisted.async_yield_fixture(scope="module")
async def lanes(request, tmp_path_factory):
    """The same run of the same paper for each of those that play it side by side."""
    folders = [tmp_path_factory.mktemp("lane") for _ in range(LANES)]
    lanes = await side_by_side(lane(folder, *request.param) for folder in folders)
    yield lanes
    for scene in lanes:
        await scene.survivor.close()


def side_by_side(works):
    return gatherResults([ensureDeferred(work) for work in works], consumeErrors=True)


def points(operations, kind, most):
    """Return a fault of *kind* for every operation that can have it, but not more than *most*."""
    can = [n for n, what in enumerate(operations, 1) if kind != "torn" or what[:5] == "write"]
    return [Fault(kind, n) for n in sorted(Random(kind).sample(can, min(most, len(can))))]


async def failures(lanes, kind, most):
    """Return what is wrong after each of the faults of *kind*, which the *lanes* share out."""
    left = iter(points(lanes[0].operations, kind, most))

    async def play(scene):
        return [finding for fault in left for finding in await scene.meet(fault)]

    return [finding for found in await side_by_side(map(play, lanes)) for finding in found]


@scenes
@pytest.mark.parametrize("kind", ["clean", "torn"])
@pytest_twisted.ensureDeferred
async def test_a_run_that_dies_at_any_operation_loses_doubles_and_tears_nothing(lanes, kind, most):
    assert await failures(lanes, kind, most) == []


@scenes
@pytest.mark.parametrize("kind", ["full", "broken"])
@pytest_twisted.ensureDeferred
async def test_a_run_whose_disk_fails_at_any_operation_ends_with_74_and_nothing_is_lost(
    lanes, kind, most
):
    assert await failures(lanes, kind, most) == []
