from __future__ import annotations

import shutil
from types import SimpleNamespace

import pytest

from newsbot.diskfloor import DiskFloor

MIB = 1 << 20


@pytest.fixture
def disk(monkeypatch):
    """A disk with 100 MiB free."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=100 * MIB))


@pytest.mark.usefixtures("disk")
@pytest.mark.parametrize("least", [0, 99 * MIB, 100 * MIB], ids=["none", "less", "as much"])
def test_a_disk_with_as_much_free_is_not_short(tmp_path, least):
    assert DiskFloor(tmp_path, least).shortage() is None


@pytest.mark.usefixtures("disk")
def test_a_shortage_says_what_is_free_what_should_be_and_what_to_type(tmp_path):
    assert DiskFloor(tmp_path, 1024 * MIB).shortage() == (
        f"100 MiB free on the disk of {tmp_path}, less than DISK_FLOOR_BYTES (1024 MiB); "
        "make room and run again, or lower it with -s DISK_FLOOR_BYTES=…"
    )


def test_a_folder_that_is_not_there_yet_is_asked_for_where_it_will_be(tmp_path):
    assert DiskFloor(tmp_path / "data" / "state", 1 << 62).shortage()
