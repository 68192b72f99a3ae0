from __future__ import annotations

import pytest

from newsbot.copies.account import Account, Cluster, Share, Told
from newsbot.copies.table import lapse, table


def article(article_id, **changes):
    sound = {"headline": "Wehr geöffnet", "published": "2024-10-23T12:00:00+02:00"}
    return Told(id=article_id, **sound | {"delay": 0, "similarity": 1.0} | changes)


def test_sites_stand_in_a_table():
    sites = [
        Share(site="elbe", articles=1204, copied=100, first=3, delay=4260),
        Share(site="baothaibinh", articles=0, copied=0, first=0, delay=None),
    ]

    assert list(table(Account(sites=sites)))[:3] == [
        "site         articles  copied          behind  first of copies",
        "elbe             1204     100   8.3%  1 h 11 min                3",
        "baothaibinh         0       0      –          –                0",
    ]


def test_a_cluster_begins_with_the_first():
    copies = [
        article("isar/1", delay=4260, similarity=0.934),
        article("oder/1", delay=None, similarity=None, headline=None),
    ]
    cluster = Cluster(name="a1", first=article("elbe/1"), copies=copies)

    assert list(table(Account(clusters=[cluster]))) == [
        "",
        "2024-10-23T12:00:00+02:00  elbe/1  Wehr geöffnet",
        "  +1 h 11 min   93%  isar/1  Wehr geöffnet",
        "           +–        oder/1  –",
    ]


def test_where_there_are_no_copies_it_is_said():
    assert list(table(Account())) == ["no article is known to be a copy of another"]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(None, "–"), (0, "0 min"), (3600, "1 h 0 min"), (86_400, "1 d 0 h")],
)
def test_a_lapse_is_told_in_two_units(seconds, words):
    assert lapse(seconds) == words
