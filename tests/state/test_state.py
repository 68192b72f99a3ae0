from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime

import orjson
import pytest

from newsbot.exceptions import StateBusyError, StateError
from newsbot.state import VERSION, State

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)


def show(state):
    state.begin_run(NOW)
    state.urls.show("7", "https://waldbote.test/artikel/7", "seed", NOW)


def test_what_was_committed_is_there_when_it_is_opened_again(tmp_path):
    state = State(tmp_path / "state" / "waldbote.sqlite")
    show(state)
    state.commit()
    state.close()

    with closing(State(tmp_path / "state" / "waldbote.sqlite")) as again:
        assert again.urls.url_of("7")


def test_what_was_not_committed_is_not(tmp_path):
    state = State(tmp_path / "waldbote.sqlite")
    show(state)
    state.close()

    with closing(State(tmp_path / "waldbote.sqlite")) as again:
        assert again.urls.url_of("7") is None


def test_in_memory_it_leaves_no_trace(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    state = State()
    show(state)
    state.commit()

    assert list(tmp_path.iterdir()) == []


def test_a_copy_of_it_is_a_state_of_its_own(tmp_path):
    with closing(State(tmp_path / "waldbote.sqlite")) as state:
        show(state)
        state.commit()
        state.copy(tmp_path / "copy.sqlite")

        with closing(State(tmp_path / "copy.sqlite")) as copy:
            assert copy.urls.url_of("7")


def test_where_it_can_not_be_copied_to_the_disk_is_at_fault(tmp_path):
    with pytest.raises(OSError, match="unable to open"):
        State().copy(tmp_path / "nowhere" / "copy.sqlite")


def test_a_second_run_finds_it_busy(tmp_path):
    first = State(tmp_path / "waldbote.sqlite")

    with pytest.raises(StateBusyError, match="another run of waldbote is at work"):
        State(tmp_path / "waldbote.sqlite")
    first.close()


def test_a_closed_one_is_free_again(tmp_path):
    State(tmp_path / "waldbote.sqlite").close()

    State(tmp_path / "waldbote.sqlite").close()


def test_a_damaged_file_is_told_and_left_as_it_is(tmp_path):
    path = tmp_path / "waldbote.sqlite"
    path.write_bytes(b"no database" * 500)

    with pytest.raises(StateError, match=r"waldbote\.sqlite: is no sound state"):
        State(path)
    assert path.read_bytes() == b"no database" * 500


def test_a_file_cut_short_is_told(tmp_path):
    path = tmp_path / "waldbote.sqlite"
    State(path).close()
    path.write_bytes(path.read_bytes()[:6000])

    with pytest.raises(StateError, match="is no sound state"):
        State(path)


def test_two_sites_are_open_side_by_side(tmp_path):
    with closing(State(tmp_path / "kurier.sqlite")), closing(State(tmp_path / "a.b.sqlite")):
        assert {path.suffix for path in tmp_path.glob("*.lock")} == {".lock"}


def test_a_file_of_a_later_version_is_told_and_its_lock_given_back(tmp_path):
    path = tmp_path / "waldbote.sqlite"
    state = State(path)
    state._db.execute("PRAGMA user_version=99")
    state.close()

    for _ in range(2):
        with pytest.raises(StateError, match=f"version 99; this newsbot knows {VERSION}"):
            State(path)


def schema(state):
    return set(state._db.execute("SELECT type, name, sql FROM sqlite_master").fetchall())


def test_a_state_of_an_earlier_version_gets_what_it_lacks(tmp_path, make_article):
    path = tmp_path / "waldbote.sqlite"
    state = State(path)
    now = schema(state)
    state.articles.keep(make_article())
    state.articles.rendered("2024-10", 100)
    for table in ("rendered", "purged", "tomb"):
        state._db.execute(f"DROP TABLE {table}")
    for trigger in ("article_removed", "alias_removed"):
        state._db.execute(f"DROP TRIGGER {trigger}")
    state._db.execute("PRAGMA user_version=1")
    state.commit()
    state.close()

    with closing(State(path)) as again:
        assert schema(again) == now
        assert again.articles.stale_months() == ["2024-10"]
        assert again.articles.kept("waldbote/7")


def test_a_state_of_version_4_has_its_copies_told_anew(tmp_path, make_article):
    path = tmp_path / "waldbote.sqlite"
    with closing(State(path)) as state:
        now = schema(state)
        state.articles.keep(
            make_article(copy_of="waldbote/5", cluster="waldbote/5", similarity=1.0)
        )
        state._db.execute("ALTER TABLE article ADD COLUMN fold TEXT")
        state._db.execute("CREATE INDEX article_fold ON article (fold)")
        state._db.execute("DELETE FROM unlinked")
        state._db.execute("PRAGMA user_version=4")
        state.commit()

    with closing(State(path)) as again:
        record = orjson.loads(again.articles.kept("waldbote/7").line)
        assert (record["copy_of"], record["cluster"], record["similarity"]) == (None, None, None)
        again.unlinked.know("clusters")
        assert again.unlinked.count() == 1
        assert {name for _, name, _ in schema(again)} == {name for _, name, _ in now}


def test_a_state_of_version_2_learns_the_days_of_its_articles(tmp_path):
    path = tmp_path / "waldbote.sqlite"
    with closing(State(path)) as state:
        show(state)
        for table in ("listing", "gap", "dayview"):
            state._db.execute(f"DROP TABLE {table}")
        state._db.execute("DROP INDEX url_day")
        state._db.execute("ALTER TABLE url DROP COLUMN day")
        state._db.execute("PRAGMA user_version=2")
        state.commit()

    with closing(State(path)) as again:
        names = {name for _, name, _ in schema(again)}
        assert {"listing", "gap", "dayview", "url_day"} <= names
        assert again._db.execute("SELECT key, day FROM url").fetchall() == [("7", None)]


@pytest.mark.parametrize(
    ("name", "value"), [("journal_mode", "wal"), ("synchronous", 2)], ids=["WAL", "FULL"]
)
def test_a_power_cut_loses_nothing_that_was_committed(tmp_path, name, value):
    with closing(State(tmp_path / "waldbote.sqlite")) as state:
        assert state._db.execute(f"PRAGMA {name}").fetchone() == (value,)


def test_what_was_deleted_is_in_no_byte_once_it_is_scrubbed(tmp_path):
    with closing(State(tmp_path / "waldbote.sqlite")) as state:
        show(state)
        state.commit()
        before = [path.read_bytes() for path in tmp_path.glob("*.sqlite*")]
        state.urls.forget(["7"], [])
        state.commit()
        state.scrub()

        after = [path.read_bytes() for path in tmp_path.glob("*.sqlite*")]
        assert any(b"artikel/7" in data for data in before)
        assert not any(b"artikel/7" in data for data in after)


def test_even_unscrubbed_pages_are_overwritten(tmp_path):
    state = State(tmp_path / "waldbote.sqlite")
    show(state)
    state.urls.forget(["7"], [])
    state.commit()
    state.close()

    assert b"artikel/7" not in (tmp_path / "waldbote.sqlite").read_bytes()


def test_a_state_that_is_cleared_is_as_new(tmp_path, make_article):
    with closing(State(tmp_path / "waldbote.sqlite")) as state:
        show(state)
        state.articles.keep(make_article())
        state.articles.rendered("2024-10", 7)

        state.clear()

        tables = state._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        rows = [state._db.execute(f"SELECT * FROM {name}").fetchall() for (name,) in tables]
        assert len(rows) > 10
        assert not any(rows)


@pytest.mark.parametrize("name", ["waldbote.lock", "waldbote.sqlite"])
def test_a_link_in_the_place_of_its_files_is_refused(tmp_path, name):
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (tmp_path / name).symlink_to(victim)

    with pytest.raises(StateError, match=f"{name} is a link"):
        State(tmp_path / "waldbote.sqlite")

    assert victim.read_bytes() == b"precious"
