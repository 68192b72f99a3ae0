"""What the file of the clusters does for one run or another; test_linking tells the rest."""

from __future__ import annotations

from contextlib import closing

import pytest

from newsbot.copies.clusters import Clusters
from newsbot.copies.entry import Entry
from newsbot.copies.records import Records
from newsbot.copies.shingles import shingled, sketch
from newsbot.copies.sketches import PLACES
from newsbot.copies.texts import Texts
from tests.copies.sites import OTHER, REPORT, TEXT

OCTOBER = 24297


@pytest.fixture
def texts(tmp_path):
    with Records(tmp_path, {}) as records:
        yield Texts(records)


def tell(clusters, texts, article_id, *, published=0, body=TEXT, month=OCTOBER):
    """Tell *clusters* of an article with *body*."""
    text = shingled(body)
    texts.tell(article_id, text)
    entry = Entry(article_id, 739_000, month, published, text.whole, text.size, sketch(text))
    with clusters.change():
        clusters.add(entry, texts)


def called(clusters):
    return [name for (name,) in clusters._db.execute("SELECT name FROM cluster")]


def test_what_breaks_off_changes_nothing(texts):
    clusters = Clusters()

    def break_off():
        with clusters.change():
            clusters._db.execute("INSERT INTO stale VALUES ('elbe', '2024-10')")
            clusters._sketches.add(OCTOBER << PLACES, (2, 4))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()
    tell(clusters, texts, "elbe/1")

    assert clusters.stale("elbe") == []
    assert clusters.ids("elbe") == ["elbe/1"]


def test_a_cluster_has_the_name_that_its_article_had(texts):
    clusters = Clusters()
    clusters.names.keep({"isar/1": "as it was"})
    tell(clusters, texts, "isar/1")
    tell(clusters, texts, "elbe/1")

    assert called(clusters) == ["as it was"]


def test_the_name_of_a_cluster_tells_nobodys_id_and_follows_from_whom_it_began_with(texts):
    found = []
    for _ in range(2):
        clusters = Clusters()
        for article_id in ("elbe/1", "isar/1"):
            tell(clusters, texts, article_id)
        found.append(called(clusters))

    assert found[0] == found[1]
    assert "elbe" not in found[0][0]


def test_the_millionth_article_of_a_month_is_compared_with_none(texts):
    clusters = Clusters()
    clusters._db.execute("INSERT INTO month VALUES (?, ?)", (OCTOBER, (1 << PLACES) - 1))
    for number in (1, 2, 3):
        tell(clusters, texts, f"elbe/{number}")

    assert clusters.ids("elbe") == ["elbe/1"]


def test_papers_that_take_over_what_a_hundred_have_are_linked_with_them(texts):
    clusters = Clusters()
    for number in range(130):
        tell(clusters, texts, f"elbe/{number}", body=f"{TEXT} So die Nummer {number} von der Elbe.")

    assert clusters.linked() == 130
    assert len(called(clusters)) == 1


def test_a_copy_of_one_in_a_cluster_is_found_behind_many_that_look_like_a_series(texts):
    clusters = Clusters()
    counted = f"{TEXT} Gezählt sind am Wehr {{}} Boote und {{}} Kähne, {{}} Räder. {OTHER}"
    tell(clusters, texts, "isar/1", body="\n\n".join(REPORT[:4]))
    for number in range(8):
        tell(clusters, texts, f"elbe/{number}", body=counted.format(13, 35, 57))
    tell(clusters, texts, "oder/1", body=counted.format(12, 34, 56))

    assert clusters.linked() == 10
    assert len(called(clusters)) == 1


def test_an_article_revised_a_hundred_times_is_linked_with_a_later_copy(texts):
    clusters = Clusters()
    for hour in range(120):
        tell(clusters, texts, "elbe/1", body=f"{TEXT} So stand es um {hour} Uhr.")
    tell(clusters, texts, "isar/1", body=f"{TEXT} Dies meldet die Isar.")

    assert clusters.linked() == 2


def test_a_revision_in_another_month_is_found_there(texts):
    clusters = Clusters()
    body = f"{TEXT} So stand es um neun Uhr."
    tell(clusters, texts, "elbe/1", month=OCTOBER - 3)
    tell(clusters, texts, "elbe/1")
    tell(clusters, texts, "isar/1", body=body)

    assert clusters.linked() == 2


def test_nothing_is_left_of_the_revisions_of_an_article_taken_out(texts):
    clusters = Clusters()
    for hour in range(3):
        tell(clusters, texts, "elbe/1", body=f"{TEXT} So stand es um {hour} Uhr.")
    with clusters.change():
        clusters.remove(["elbe/1"], texts)

    assert clusters._db.execute(f"SELECT * FROM sketch_{OCTOBER}").fetchall() == []


def test_of_one_that_was_only_named_nothing_is_left_either(texts):
    clusters = Clusters()
    clusters.names.keep({"elbe/1": "as it was", "isar/1": "as it was"})
    with clusters.change():
        clusters.remove(clusters.ids("elbe"), texts)

    assert (clusters.ids("elbe"), clusters.ids("isar")) == ([], ["isar/1"])


def test_what_is_rendered_is_stale_no_more_and_the_rest_is(texts):
    clusters = Clusters()
    for article_id in ("elbe/1", "isar/1"):
        tell(clusters, texts, article_id)

    clusters.fresh("elbe", clusters.stale("elbe"))

    assert (clusters.stale("elbe"), clusters.stale("isar")) == ([], ["2024-10"])


def test_two_may_have_the_file_open(tmp_path, texts):
    with closing(Clusters(tmp_path / "file")) as one, closing(Clusters(tmp_path / "file")) as other:
        tell(one, texts, "elbe/1")
        tell(other, texts, "isar/1")

        assert (one.name, one.ids("isar")) == (other.name, ["isar/1"])
