"""Articles kept, changed and removed by chance, and what is known of copies all the while."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from newsbot.copies.clusters import Clusters
from newsbot.copies.entry import entry_of
from newsbot.copies.links import copies_of
from newsbot.copies.texts import Texts
from tests.press.dispatches import BRIDGE, FERRY, SCHOOL, SERIES, bulletin

SITES = ("elbe", "isar", "oder")
IDS = [f"{site}/{number}" for site in SITES for number in range(12)]
START = datetime(2026, 11, 27, tzinfo=UTC)
BULLETINS = [bulletin(series, START.date() + timedelta(n)) for series in SERIES for n in (0, 1)]
DISPATCHES = [*(4 * [BRIDGE, FERRY, SCHOOL]), *BULLETINS]


class History:
    """What chance does to the articles of three papers, and the clusters in a file that are told.

    *touched* are the ids of those that something was done to since the last look.
    """

    def __init__(self, path, seed):
        self.path = path
        self.draw = Random(seed)
        self.records = {}
        self.touched = set()
        self.clusters = Clusters(path)
        self.texts = Texts(self)

    def of(self, article_id):
        return self.records.get(article_id, {})

    def go_on(self, times):
        for _ in range(times):
            article_id = self.draw.choice(IDS)
            self.touched.add(article_id)
            if article_id in self.records and self.draw.random() < 0.25:
                del self.records[article_id]
                with self.clusters.change():
                    self.clusters.remove([article_id], self.texts)
            else:
                self.records[article_id] = self._record(article_id)
                _tell(self.clusters, self.records[article_id], self.texts)

    def _record(self, article_id):
        """Return an article with one half of some dispatch, seldom with both, which link halves."""
        sentences = self.draw.choice(DISPATCHES).sentences
        half = len(sentences) // 2
        start, end = self.draw.choice([*(3 * [(0, half), (half, None)]), (0, None)])
        out = START + timedelta(minutes=self.draw.randrange(9000))
        return {
            "id": article_id,
            "headline": article_id,
            "description": None,
            "body": " ".join(sentences[start:end]),
            "date": out.date().isoformat(),
            "date_published": out.isoformat(),
            "first_seen": out.isoformat(),
        }

    def links(self):
        return _links(self.path)

    def marked(self):
        """Return the sites and months marked since the last look, and unmark them."""
        marked = {(site, month) for site in SITES for month in copies_of(self.path, site).stale}
        for site, month in marked:
            self.clusters.fresh(site, [month])
        self.touched.clear()
        return marked

    def told_at_once(self, path):
        """Return the links that come of telling what is left now, in any order."""
        ids = list(self.records)
        self.draw.shuffle(ids)
        texts = Texts(self)
        with closing(Clusters(path)) as clusters:
            for article_id in ids:
                _tell(clusters, self.records[article_id], texts)
            return _links(path)


def _tell(clusters, record, texts):
    entry, text = entry_of(record)
    texts.tell(entry.id, text)
    with clusters.change():
        clusters.add(entry, texts)


def _links(path):
    return {one: link for site in SITES for one, link in copies_of(path, site).links.items()}


def unnamed(links):
    """Return *links* with the ids of a cluster in the place of its name."""
    together = {}
    for article_id, link in links.items():
        together.setdefault(link.cluster, set()).add(article_id)
    return {one: link._replace(cluster=together[link.cluster]) for one, link in links.items()}


@pytest.fixture(params=range(3))
def history(request, tmp_path):
    history = History(tmp_path / "clusters", request.param)
    yield history
    history.clusters.close()


def test_what_is_told_by_and_by_ends_as_if_it_were_told_at_once_in_any_order(history, tmp_path):
    history.go_on(30)
    for number in range(25):
        history.go_on(5)
        links = unnamed(history.links())

        assert len(links) > 5
        assert links == unnamed(history.told_at_once(tmp_path / f"anew{number}"))


def test_every_month_is_marked_of_which_something_else_is_said(history):
    history.go_on(30)
    history.marked()
    for _ in range(25):
        before = history.links()
        history.go_on(3)
        after = history.links()
        others = history.records.keys() - history.touched
        changed = {one for one in others if before.get(one) != after.get(one)}
        months = {(one.partition("/")[0], history.records[one]["date"][:7]) for one in changed}

        assert months - history.marked() == set()
