from __future__ import annotations

import pytest

from newsbot.copies.names import Names
from newsbot.copies.store import open_store


@pytest.fixture
def db():
    db = open_store(None)
    yield db
    db.close()


@pytest.fixture
def names(db):
    return Names(db)


def test_a_name_follows_from_who_was_first_and_does_not_tell_it(names):
    assert names.free(["elbe/1", "isar/1"]) == names.free(["elbe/1", "oder/1"])
    assert names.free(["isar/1"]) != names.free(["elbe/1"])
    assert "elbe" not in names.free(["elbe/1"])


def test_a_name_by_which_an_article_is_known_is_taken_whoever_was_first(names):
    names.keep({"isar/1": "as it was"})

    assert names.free(["elbe/1", "isar/1"]) == "as it was"


def test_the_first_name_of_an_article_stays(names):
    names.keep({"isar/1": "as it was"})
    names.keep({"isar/1": "as it is"})

    assert names.free(["isar/1"]) == "as it was"


def test_a_name_that_a_cluster_has_is_not_free(db, names):
    names.keep({"isar/1": "as it was"})
    db.execute("INSERT INTO cluster (name, first) VALUES ('as it was', 1)")

    assert names.free(["isar/1"]) != "as it was"


def test_what_is_to_be_forgotten_names_nothing(names):
    names.keep({"isar/1": "as it was"})
    names.forget(["isar/1"])

    assert names.free(["isar/1"]) != "as it was"
