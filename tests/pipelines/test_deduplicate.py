from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from scrapy.exceptions import DropItem

from newsbot.items import Warc
from newsbot.pipelines.deduplicate import WORSE, DeduplicatePipeline
from newsbot.pipelines.normalise import NormalisePipeline
from newsbot.pipelines.store import StorePipeline
from newsbot.run import Run
from newsbot.state import State

NOW = datetime(2024, 10, 23, 15, tzinfo=UTC)
HOME = "https://waldbote.test/artikel/"


@pytest.fixture
def run(profile):
    return Run(profile, State(), lambda: NOW)


@pytest.fixture
def passes(run, make_article):
    """Send an article through the pipelines and return it as it is kept."""

    def through(**changes):
        article = NormalisePipeline().process_item(make_article(**changes))
        return StorePipeline(run).process_item(DeduplicatePipeline(run).process_item(article))

    return through


def test_a_new_article_is_its_first_revision(passes):
    article = passes()

    assert (article.id, article.revision) == ("waldbote/7", 1)


def test_the_same_text_again_is_dropped_and_counted_as_the_same(run, passes):
    passes()

    with pytest.raises(DropItem, match="unchanged: waldbote/7"):
        passes()

    assert run.counts.same == 1


def test_a_changed_text_is_the_next_revision(passes):
    passes()

    assert passes(body="Die Brücke ist wieder offen.").revision == 2


@pytest.mark.parametrize(
    ("before", "after"),
    [("Hiền", "Hiển"), ("1,5 tỉ", "1.5 tỉ"), ("thủy", "thuỷ"), ("“Nein”", '"Nein"'), ("Ab", "ab")],
)
def test_a_text_that_folds_alike_is_the_next_revision_all_the_same(passes, before, after):
    passes(body=before)

    assert passes(body=after).revision == 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Hiền", "Hie\u0302\u0300n"),
        ("a b", "a\xa0b\u200b"),
        ("für", "fÃ¼r"),
        ("a\n\nb", "a\r\n\r\nb"),
    ],
)
def test_a_text_in_another_form_is_no_revision(passes, before, after):
    passes(body=before)

    with pytest.raises(DropItem, match="unchanged: waldbote/7"):
        passes(body=after)


def test_another_key_that_declares_the_canonical_url_is_the_same_article(passes):
    passes()

    with pytest.raises(DropItem, match="unchanged: waldbote/7"):
        passes(id="waldbote/8", url=f"{HOME}8", canonical_url=f"{HOME}7")


def test_an_article_that_moved_keeps_the_id_it_was_first_kept_under(passes):
    passes(url=f"{HOME}8", id="waldbote/8", aliases=(f"{HOME}7",))

    with pytest.raises(DropItem, match="unchanged: waldbote/8"):
        passes(url=f"{HOME}7")


def test_a_canonical_url_on_another_host_says_nothing(passes):
    passes()

    moved = passes(url=f"{HOME}8", id="waldbote/8", canonical_url="https://heir.test/artikel/7")

    assert moved.id == "waldbote/8"


def test_equal_text_alone_makes_no_identity(passes):
    passes()

    assert passes(url=f"{HOME}8", id="waldbote/8").id == "waldbote/8"


def test_a_key_used_again_for_another_story_is_kept_apart(passes):
    passes()
    other = {"headline": "Neuer Bäcker", "body": "Er backt.", "date": date(2024, 10, 25)}

    assert passes(**other).id == "waldbote/7~2"
    with pytest.raises(DropItem, match="unchanged: waldbote/7~2"):
        passes(**other)


@pytest.mark.parametrize("same", ["headline", "body", "date"])
def test_what_shares_headline_body_or_day_is_a_revision(passes, same):
    passes()
    other = {"headline": "Neuer Bäcker", "body": "Er backt.", "date": date(2024, 10, 25)}
    del other[same]

    assert passes(**other).id == "waldbote/7"


@pytest.mark.parametrize(
    "worse",
    [
        {"body": None, "body_status": "unavailable"},
        {"body": "Seit Mittwoch", "body_status": "teaser"},
        {"body": "Ein Pfeiler muss erneuert werden.", "description": None},
        {"date": None, "headline": "Nicht gefunden"},
    ],
    ids=["no text", "a teaser", "only the lead", "no date"],
)
def test_less_text_than_is_kept_never_takes_its_place(run, passes, worse):
    passes()

    with pytest.raises(DropItem, match=WORSE):
        passes(**worse)

    assert run.dropped == {WORSE: 1}


def test_a_rest_of_the_text_never_takes_its_place(run, passes):
    passes(body="Die Arbeiten an der Brücke dauern bis zum Frühjahr. " * 20)

    with pytest.raises(DropItem, match=WORSE):
        passes(body="Die Arbeiten an der Brücke.")

    assert run.state.articles.kept("waldbote/7").revision == 1


def test_a_text_cut_to_its_first_sentences_is_a_revision(passes):
    passes(body="Die Arbeiten an der Brücke dauern bis zum Frühjahr. " * 20)

    assert passes(body="Die Arbeiten an der Brücke dauern bis zum Frühjahr. " * 3).revision == 2


def test_a_page_in_place_of_a_kept_article_leaves_it_to_be_weighed(run, passes):
    passes()

    with pytest.raises(DropItem, match=WORSE):
        passes(headline="Seite nicht gefunden", body="Zur Startseite.", description=None, date=None)

    assert [look.met for look in run.state.looks.all()] == ["new", "replaced"]


def test_a_later_revision_keeps_what_earlier_ones_were_first_seen_by(passes):
    early = datetime(2024, 10, 20, tzinfo=UTC)
    passes(first_seen=early, channels=("seed",))

    article = passes(body="Die Brücke ist offen.", first_seen=NOW, channels=("day",))

    assert (article.first_seen, article.channels) == (early, ("day", "seed"))


def test_an_article_that_no_listing_showed_was_first_seen_when_it_was_fetched(passes, make_article):
    article = passes()

    assert (article.first_seen, article.channels) == (article.fetched_at, ())


def test_the_same_text_again_brings_the_page_that_the_archive_had_lost(run, passes):
    passes()
    page = Warc(file="later.warc.gz", offset=400, record_id="<urn:7>")

    with pytest.raises(DropItem, match="unchanged: waldbote/7"):
        passes(warc=page)

    kept = run.state.articles.kept("waldbote/7")
    assert b'"record_id":"<urn:7>"' in kept.line
    assert kept.revision == 1


def test_a_withdrawn_article_found_again_is_live(run, passes):
    passes()
    run.state.articles.withdraw("waldbote/7", NOW)

    with pytest.raises(DropItem):
        passes()

    assert run.state.articles.kept("waldbote/7").status == "live"


def test_a_withdrawn_article_found_with_another_text_is_its_next_revision(run, passes):
    passes()
    run.state.articles.withdraw("waldbote/7", NOW)

    assert passes(body="Die Brücke ist wieder offen.").revision == 2
    assert run.state.articles.kept("waldbote/7").status == "live"
