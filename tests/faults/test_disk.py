"""Case 5 of the fault table: a disk that is really full."""

from __future__ import annotations

import subprocess

import pytest
import pytest_twisted

from tests.faults import WHOLE
from tests.faults.survivor import Survivor
from tests.faults.tally import note

SIZES = [*range(40, 440, 20)] if WHOLE else [64, 220, 340]


def mount(folder, *options):
    words = ["mount", "-t", "tmpfs", *options, "tmpfs", str(folder)]
    return subprocess.run(words, capture_output=True, text=True, check=False)


@pytest.fixture
def disk(tmp_path):
    """A disk for the data of a project, whose size can be changed."""
    data = tmp_path / "data"
    data.mkdir()
    mounted = mount(data, "-o", "size=64k")
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.strip()}")
    yield data
    subprocess.run(["umount", str(data)], check=True)


@pytest_twisted.async_yield_fixture
async def survivor(tmp_path, disk):
    survivor = Survivor(tmp_path)
    yield survivor
    await survivor.close()


@pytest.mark.parametrize("kilobytes", SIZES)
@pytest_twisted.ensureDeferred
async def test_a_full_disk_ends_with_74_and_nothing_is_lost(survivor, disk, kilobytes):
    mount(disk, "-o", f"remount,size={kilobytes}k")
    full = await survivor.crawl(may_fail=True)
    mount(disk, "-o", "remount,size=32m")

    done = await survivor.crawl()
    losses = survivor.losses()

    note("a disk that is full", losses)
    assert (full, done, losses) == (74, 0, [])
