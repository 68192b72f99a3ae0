"""Case 4 of the fault table: power cuts, on a disk of which only what was written back stays."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from random import Random
from signal import SIGKILL

import pytest
import pytest_twisted

from tests.faults import WHOLE
from tests.faults.disk import Fault
from tests.faults.survivor import Survivor
from tests.faults.tally import note

CUTS = range(30 if WHOLE else 1)
OPERATIONS = 126


def run(*words):
    return subprocess.run([*map(str, words)], capture_output=True, text=True, check=False)


class Image:
    """A disk that is a file; *data* is where it is mounted."""

    def __init__(self, file, data):
        self.file = file
        self.data = data

    def mount(self):
        """Mount it, and return what stands against that."""
        return run("mount", "-o", "loop", self.file, self.data).stderr.strip()

    def cut_power(self):
        """Take from the disk what was never written back to its file."""
        left = Path(shutil.copy(self.file, self.file.with_name("left")))
        run("umount", self.data)
        left.replace(self.file)
        assert self.mount() == ""


@pytest.fixture
def image(tmp_path):
    image = Image(tmp_path / "image", tmp_path / "data")
    image.data.mkdir()
    image.file.touch()
    os.truncate(image.file, 24 << 20)
    made = run("mkfs.ext4", "-q", image.file)
    if trouble := made.stderr.strip() or image.mount():
        pytest.skip(f"no disk image can be mounted here: {trouble}")
    yield image
    run("umount", image.data)


@pytest_twisted.async_yield_fixture
async def survivor(tmp_path, image):
    survivor = Survivor(tmp_path)
    yield survivor
    await survivor.close()


def write_back(folder, random):
    """Have some of the files written back, in any order, as a kernel does by and by."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    for path in random.sample(files, random.randint(0, len(files))):
        with path.open("rb") as file:
            os.fsync(file.fileno())


def acknowledged(folder, copy):
    """Return the pages that the state in *folder* holds, without a change to it."""
    shutil.copytree(folder / "state", copy)
    with closing(sqlite3.connect(copy / "demo.sqlite")) as state:
        has_tables = state.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        return {*state.execute("SELECT record_id FROM capture")} if has_tables else set()


@pytest.mark.parametrize("cut", CUTS)
@pytest_twisted.ensureDeferred
async def test_a_power_cut_loses_nothing_that_was_committed(survivor, image, tmp_path, cut):
    random = Random(cut)
    at = random.randint(OPERATIONS // 10, OPERATIONS)
    assert await survivor.crawl(fault=Fault("clean", at)) == -SIGKILL
    write_back(image.data, random)
    before = acknowledged(image.data, tmp_path / "before")

    image.cut_power()
    after = acknowledged(image.data, tmp_path / "after")
    done = await survivor.crawl(may_fail=True)

    losses = survivor.losses()
    note("power cut", losses)
    assert (before - after, done, losses) == (set(), 0, [])
