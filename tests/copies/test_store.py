from __future__ import annotations

import pytest

from newsbot.copies.store import open_store
from newsbot.exceptions import StateError


def name(path):
    db = open_store(path)
    ((found,),) = db.execute("SELECT name FROM self").fetchall()
    db.close()
    return found


def test_a_file_keeps_its_name_and_another_has_another(tmp_path):
    first = name(tmp_path / "one")

    assert name(tmp_path / "one") == first
    assert name(tmp_path / "other") != first


def test_a_file_of_another_kind_of_sketches_is_made_anew(tmp_path):
    db = open_store(tmp_path / "file")
    db.execute("INSERT INTO stale VALUES ('elbe', '2024-10')")
    db.execute("CREATE TABLE sketch_24297 (entry INTEGER PRIMARY KEY)")
    db.execute("PRAGMA user_version=99")
    db.close()

    again = open_store(tmp_path / "file")

    tables = {row[0] for row in again.execute("SELECT name FROM sqlite_master").fetchall()}
    assert "sketch_24297" not in tables
    assert again.execute("SELECT count(*) FROM stale").fetchone() == (0,)


def test_what_was_removed_is_overwritten_and_what_is_committed_lasts():
    db = open_store(None)

    pragmas = [
        db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("secure_delete", "synchronous")
    ]
    assert pragmas == [1, 2]


def test_a_damaged_file_is_told_with_what_to_type(tmp_path):
    (tmp_path / "file").write_bytes(b"no database at all" * 100)

    with pytest.raises(StateError, match="delete it, and let scrapy copies --rebuild"):
        open_store(tmp_path / "file")


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "file").symlink_to(tmp_path / "victim")

    with pytest.raises(StateError, match="is a link"):
        open_store(tmp_path / "file")

    assert not (tmp_path / "victim").exists()


def test_a_file_that_somebody_has_tampered_with_is_not_used(tmp_path):
    db = open_store(tmp_path / "file")
    db.execute("CREATE TRIGGER spy AFTER INSERT ON stale BEGIN DELETE FROM article; END")
    db.close()

    with pytest.raises(StateError, match="it has spy, which no newsbot made"):
        open_store(tmp_path / "file")


def test_a_disk_that_fails_is_one(tmp_path):
    with pytest.raises(OSError, match="unable to open"):
        open_store(tmp_path / ("x" * 253))  # too long for the name of the log beside it
