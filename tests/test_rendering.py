from __future__ import annotations

import logging
from datetime import UTC, date, datetime, timedelta

import pytest

from newsbot.rendering import Rendering
from newsbot.state import State

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def state(make_article):
    """The state of a site with an article of October and one of November."""
    state = State()
    state.articles.keep(make_article())
    state.articles.keep(make_article(id="waldbote/8", date=date(2024, 11, 2)))
    return state


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "articles"


@pytest.fixture
def quarantine(tmp_path):
    return tmp_path / "quarantine"


@pytest.fixture
def rendering(state, folder, quarantine):
    """What renders the state, and has done so."""
    rendering = Rendering(folder, state, quarantine, MINUTE)
    rendering.render_stale()
    return rendering


def files(folder):
    return {path.name: path.read_bytes() for path in folder.glob("*")}


def test_every_month_has_its_file(rendering, folder):
    assert sorted(files(folder)) == ["2024-10.jsonl", "2024-11.jsonl"]


def test_a_month_without_articles_has_none(rendering, state, folder, make_article):
    state.articles.keep(make_article(revision=2, date=date(2024, 11, 3)))
    rendering.render_stale()

    assert sorted(files(folder)) == ["2024-11.jsonl"]
    assert sorted(state.articles.lengths()) == ["2024-11"]


def test_all_months_last_together(state, folder, quarantine, monkeypatch):
    done = []
    monkeypatch.setattr("newsbot.rendering.sync_folder", done.append)
    monkeypatch.setattr(state, "commit", lambda: done.append(sorted(files(folder))))

    Rendering(folder, state, quarantine, MINUTE).render_stale()

    assert done == [folder, ["2024-10.jsonl", "2024-11.jsonl"]]


def test_a_month_that_an_article_left_is_written_when_its_new_one_lasts(
    rendering, state, folder, make_article, monkeypatch
):
    state.articles.keep(make_article(id="waldbote/9"))
    rendering.render_stale()
    state.articles.keep(make_article(revision=2, date=date(2024, 12, 3)))
    synced = []
    monkeypatch.setattr(
        "newsbot.rendering.sync_folder",
        lambda path: synced.append(files(path)["2024-10.jsonl"].count(b"waldbote/7")),
    )

    rendering.render_stale()

    assert [bool(number) for number in synced] == [True, False]


@pytest.mark.parametrize(
    ("after", "months"),
    [(timedelta(seconds=59), 0), (MINUTE, 2), (timedelta(days=-1), 2)],
    ids=["within the pause", "after it", "a clock that jumped back"],
)
def test_in_a_run_months_are_rendered_once_a_pause(state, folder, quarantine, after, months):
    rendering = Rendering(folder, state, quarantine, MINUTE)
    rendering.render_if_due(NOW)

    rendering.render_if_due(NOW + after)

    assert len(files(folder)) == months


def test_where_all_is_as_it_was_rendered_nothing_moves(rendering, folder, quarantine):
    before = files(folder)

    rendering.put_odd_aside()

    assert (files(folder), quarantine.exists()) == (before, False)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(path.read_bytes() + b'{"torn'),
        lambda path: path.write_bytes(path.read_bytes()[:-9]),
        lambda path: path.write_bytes(b""),
    ],
    ids=["a tail", "cut", "emptied"],
)
def test_a_month_of_another_length_is_put_aside_and_rendered_anew(
    rendering, folder, quarantine, spoil
):
    before = files(folder)
    month = folder / "2024-10.jsonl"
    spoil(month)
    spoilt = month.read_bytes()

    rendering.put_odd_aside()
    rendering.render_stale()

    assert files(folder) == before
    assert files(quarantine) == {month.name: spoilt}


def test_a_month_that_is_gone_is_rendered_anew(rendering, folder):
    before = files(folder)
    (folder / "2024-10.jsonl").unlink()

    rendering.put_odd_aside()
    rendering.render_stale()

    assert files(folder) == before


def test_a_file_that_is_no_month_is_put_aside_and_told_of(rendering, folder, quarantine, caplog):
    (folder / "notes.txt").write_text("mine")

    with caplog.at_level(logging.WARNING):
        rendering.put_odd_aside()

    assert files(quarantine) == {"notes.txt": b"mine"}
    assert "notes.txt is not as it was rendered: moved to" in caplog.text


def test_the_draft_of_a_run_that_was_killed_is_deleted(rendering, folder, quarantine):
    (folder / "2024-12.jsonl.tmp").write_text("half a li")

    rendering.put_odd_aside()

    assert sorted(files(folder)) == ["2024-10.jsonl", "2024-11.jsonl"]
    assert not quarantine.exists()


def test_a_month_that_waits_to_be_rendered_is_no_odd_one(state, folder, quarantine, rendering):
    state.articles.withdraw("waldbote/7", NOW)
    (folder / "2024-10.jsonl").write_bytes(b"renamed into place, but not noted before the kill")

    rendering.put_odd_aside()

    assert not quarantine.exists()
