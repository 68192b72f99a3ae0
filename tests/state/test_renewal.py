from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime

import pytest

from newsbot.archive.file import Place
from newsbot.archive.record import Original
from newsbot.items import Warc
from newsbot.state import State

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
URL = "https://waldbote.test/artikel/"


@pytest.fixture
def states(tmp_path):
    """The state that a site lives by, and one made anew beside it."""
    old, fresh = (State(tmp_path / name / "waldbote.sqlite") for name in ("old", "fresh"))
    with closing(old), closing(fresh):
        yield old, fresh


@pytest.fixture
def keep(make_article):
    """Keeps an article in a state, as the pipelines do."""

    def into(state, key, **changes):
        state.urls.show(key, URL + key, "seed", NOW)
        state.articles.keep(make_article(id=f"waldbote/{key}", url=URL + key, **changes))
        state.articles.identify(key, f"waldbote/{key}")
        state.urls.settle(key, "kept", NOW, None)

    return into


def archived(state, key, file):
    """Note a page of the article in the archive's *file*, and return where it lies."""
    place = Place(file=file, offset=0, length=9, record_id=f"<urn:{key}:{file}>")
    original = Original(record_id=place.record_id, url=URL + key, moment=NOW, payload_digest=key)
    state.captures.add(original, place)
    return Warc(file=file, offset=0, record_id=place.record_id)


def render(state):
    for month in state.articles.stale_months():
        state.articles.rendered(month, 1)


def renew(old, fresh, tmp_path):
    fresh.commit()
    old.renew(tmp_path / "fresh" / "waldbote.sqlite")
    old.commit()


def test_what_says_the_same_is_not_touched(states, keep, tmp_path):
    for state in states:
        keep(state, "7")
        render(state)

    renew(*states, tmp_path)

    assert states[0].articles.stale_months() == []


def test_articles_become_what_they_were_made_anew(states, keep, tmp_path):
    old, fresh = states
    keep(old, "7")
    keep(old, "8")
    keep(fresh, "7", headline="Neu gelesen")
    keep(fresh, "9")

    renew(old, fresh, tmp_path)

    assert list(old.articles.newest()) == list(fresh.articles.newest())
    assert [old.articles.id_of(key) for key in "789"] == ["waldbote/7", None, "waldbote/9"]


def test_an_article_that_changes_month_leaves_two_to_be_rendered(states, keep, tmp_path):
    old, fresh = states
    keep(old, "7")
    render(old)
    keep(fresh, "7", date=date(2024, 9, 1))

    renew(old, fresh, tmp_path)

    assert old.articles.stale_months() == ["2024-09", "2024-10"]


def test_what_the_crawl_knows_stays(states, keep, tmp_path):
    old, fresh = states
    keep(old, "7")
    old.urls.show("7", URL + "7?druck", "day", NOW)
    keep(fresh, "7", headline="Neu gelesen")

    renew(old, fresh, tmp_path)

    assert old.urls.sighting("7").channels == ("day", "seed")
    assert URL + "7?druck" in old.urls.sighting("7").urls


def test_an_article_whose_page_nobody_showed_is_taken_over_with_its_revisions(
    states, keep, tmp_path
):
    old, fresh = states
    keep(old, "7", warc=archived(old, "7", "a.warc.gz"))
    keep(old, "8")
    old.commit()
    fresh.urls.recall("7", URL + "7", None, NOW)
    fresh.urls.settle("7", "no headline", NOW, None)

    kept = fresh.keep_unread(tmp_path / "old" / "waldbote.sqlite", [])

    assert kept == ["waldbote/8"]
    assert fresh.articles.id_of("8") == "waldbote/8"
    assert fresh.articles.kept("waldbote/7") is None


def test_an_article_of_which_a_revision_would_be_lost_stays_as_it_was(states, keep, tmp_path):
    old, fresh = states
    keep(old, "7", warc=archived(old, "7", "lost.warc.gz"))
    keep(old, "7", revision=2, warc=archived(old, "7", "a.warc.gz"))
    keep(fresh, "7", headline="Neu gelesen")
    old.commit()

    kept = fresh.keep_unread(tmp_path / "old" / "waldbote.sqlite", ["lost.warc.gz"])

    assert kept == ["waldbote/7"]
    assert list(fresh.articles.newest()) == list(old.articles.newest())
    assert fresh.articles.count_revisions() == 2
