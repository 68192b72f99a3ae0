from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from scrapy.settings import Settings

from newsbot import settings
from newsbot.exceptions import DiskFloorError, SettingError, StateBusyError, StateError
from newsbot.options import read_options
from newsbot.profile import parse_profile
from newsbot.start import open_run, prepare
from newsbot.state.reading import open_for_reading

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)


@pytest.fixture
def options(tmp_path):
    """What the settings of a crawl say that keeps what it finds in a folder of its own."""
    project = Settings()
    project.setmodule(settings)
    changes = {"KEEP": True, "CONTACT": "tests@newsbot.test", "DISK_FLOOR_BYTES": 0}
    project.setdict({**changes, "DATA_DIR": str(tmp_path), "CLOCK": lambda: NOW}, "cmdline")
    return read_options(project)


@pytest.fixture
def begin(profile, options):
    """Begin a run as far as its first request, with *changes* to the options."""

    def begun(**changes):
        changed = replace(options, **changes)
        run = open_run(profile, {}, changed)
        prepare(run, changed)
        return run

    return begun


def test_nobody_is_crawled_by_nobody(begin, tmp_path):
    with pytest.raises(SettingError, match="export NEWSBOT_CONTACT="):
        begin(contact="")

    assert list(tmp_path.iterdir()) == []


def test_a_disk_nearly_full_is_left_alone(begin, tmp_path):
    with pytest.raises(DiskFloorError, match="less than DISK_FLOOR_BYTES"):
        begin(disk_floor_bytes=1 << 62)

    assert list(tmp_path.iterdir()) == []


def test_a_run_that_keeps_nothing_leaves_no_trace_and_heeds_no_floor(begin, tmp_path):
    run = begin(keep=False, disk_floor_bytes=1 << 62)

    assert (run.archive, run.rendering, run.floor) == (None, None, None)
    assert list(tmp_path.iterdir()) == []


def test_a_second_run_is_told_that_the_site_is_busy(begin):
    with closing(begin().state), pytest.raises(StateBusyError, match="another run of waldbote"):
        begin()


def test_who_asks_for_the_status_sees_a_run_at_work_before_its_first_request(begin, tmp_path):
    first = begin()
    first.state.runs.end(first.name, NOW, None, b"{}")
    first.commit()
    first.state.close()

    path = tmp_path / "state/waldbote.sqlite"
    with closing(begin().state), closing(open_for_reading(path)) as state:
        assert state.days.running() == NOW


def test_a_window_that_cannot_be_meant_leaves_the_site_free(profile, options):
    for _ in range(2):
        with pytest.raises(SettingError, match="since=soon is no day"):
            open_run(profile, {"since": "soon"}, options)


def test_a_month_that_a_killed_run_left_stale_is_rendered_before_any_request(
    begin, make_article, tmp_path
):
    killed = begin()
    killed.state.articles.keep(make_article())
    killed.commit()
    killed.state.close()

    with closing(begin().state):
        assert [path.name for path in tmp_path.glob("articles/waldbote/*")] == ["2024-10.jsonl"]


def test_a_state_that_is_gone_needs_a_person(begin, make_article, tmp_path):
    run = begin()
    run.state.articles.keep(make_article())
    run.rendering.render_stale()
    run.state.close()
    (tmp_path / "state/waldbote.sqlite").unlink()

    with pytest.raises(StateError, match=r"waldbote\.sqlite is missing, though .*articles"):
        begin()


def test_a_state_that_sqlite_finds_damaged_needs_a_person_and_is_told_in_one_line(begin, tmp_path):
    begin().state.close()
    path = tmp_path / "state/waldbote.sqlite"
    pages = path.read_bytes()
    path.write_bytes(pages[:8192] + b"\xff" * 4096 + pages[12288:])

    with pytest.raises(StateError) as told:
        begin()
    assert f"{path}: is no sound state (the state: " in str(told.value)
    assert "\n" not in str(told.value)


def test_a_state_that_knows_nothing_of_a_sealed_archive_needs_a_person(begin, tmp_path):
    begin().state.close()
    sealed = tmp_path / "archive/waldbote/waldbote-20241023120000-00000.warc.gz"
    sealed.parent.mkdir(parents=True, exist_ok=True)
    sealed.touch()

    with pytest.raises(StateError, match="scrapy reextract waldbote --apply"):
        begin()


def test_an_article_whose_key_an_earlier_version_spelt_otherwise_is_known(options, make_article):
    profile = parse_profile("waldbote", b'domain = "waldbote.test"')
    earlier = "waldbote/lokales/9876?gclid=7"
    with closing(open_run(profile, {}, options).state) as state:
        state.articles.keep(make_article(id=earlier))
        state.articles.identify("lokales/9876?gclid=7", earlier)
        state.commit()

    with closing(open_run(profile, {}, options).state) as state:
        assert state.articles.id_of("lokales/9876") == earlier
