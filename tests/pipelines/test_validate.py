from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from scrapy.exceptions import DropItem

from newsbot.items import RelatedLink
from newsbot.pipelines.validate import ValidatePipeline, fault
from newsbot.run import Run
from newsbot.state import State
from newsbot.state.purged import Takedown


@pytest.fixture
def run(profile):
    return Run(profile, State(), lambda: datetime(2024, 10, 23, 15, tzinfo=UTC))


def test_a_sound_article_passes_unchanged(run, make_article):
    article = make_article()

    assert ValidatePipeline(run).process_item(article) is article


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"headline": None}, "no headline"),
        ({"headline": " \u200b "}, "no headline"),
        ({"body": None}, "no body"),
        ({"body": " \n "}, "no body"),
        ({"body": "\u200b\ufeff"}, "no body"),
        ({"body": None, "body_status": "unavailable", "date": None}, "no body"),
    ],
    ids=[
        *("no headline", "an empty headline"),
        *("no body", "an empty body", "an invisible body", "nor any date"),
    ],
)
def test_what_is_no_article_has_a_reason(make_article, changes, reason):
    assert fault(make_article(**changes), "7") == reason


def test_a_soft_404_is_an_answer_from_an_address_without_a_key(make_article):
    assert fault(make_article(url="https://waldbote.test/"), None) == "redirected to no article"


def test_a_dated_article_whose_text_cant_be_had_is_kept(make_article):
    assert fault(make_article(body=None, body_status="unavailable"), "7") is None


def test_an_undated_page_that_says_there_is_nothing_is_no_article(make_article):
    page = make_article(headline="Seite nicht gefunden", body="Zur Startseite.", date=None)

    assert fault(page, "7") == "an error page"


def test_a_dated_article_about_what_was_not_found_is_one(make_article):
    assert fault(make_article(headline="Vermisster nicht gefunden"), "7") is None


def test_a_page_in_place_of_a_known_article_leaves_it_to_be_weighed(run, make_article):
    run.state.urls.show("7", "https://waldbote.test/artikel/7", "seed", run.now())
    run.state.articles.identify("7", "waldbote/7")
    run.state.articles.keep(make_article())

    with pytest.raises(DropItem, match="an error page"):
        ValidatePipeline(run).process_item(
            make_article(headline="Seite nicht gefunden", body=None, date=None)
        )

    (look,) = run.state.looks.all()
    assert (look.id, look.met) == ("waldbote/7", "replaced")


@pytest.mark.parametrize("reason", ["a section page", "a video without text"])
def test_what_stands_in_for_an_article_is_counted_and_never_due_again(run, make_article, reason):
    run.state.urls.show("7", "https://waldbote.test/artikel/7", "seed", run.now())

    with pytest.raises(DropItem, match=reason):
        ValidatePipeline(run).process_item(make_article(evidence={"page": reason}))

    assert run.dropped == {reason: 1}
    assert run.state.urls.outcome("7") == reason
    assert run.state.urls.due(run.now() + timedelta(days=9)) == []


@pytest.mark.parametrize("url", ["https://waldbote.test/artikel/7", "https://waldbote.test/zugang"])
def test_a_wall_is_counted_as_such_wherever_it_stands_and_due_before_long(run, make_article, url):
    run.state.urls.show("7", "https://waldbote.test/artikel/7", "seed", run.now())
    wall = make_article(
        url=url,
        aliases=("https://waldbote.test/artikel/7",),
        headline="404",
        date=None,
        evidence={"page": "a bot check"},
    )

    with pytest.raises(DropItem, match="a bot check"):
        ValidatePipeline(run).process_item(wall)

    assert run.dropped == {"a bot check": 1}
    assert run.state.urls.due(run.now() + timedelta(hours=1)) == ["7"]


def test_a_wall_in_place_of_a_known_article_is_no_word_on_it(run, make_article):
    run.state.urls.show("7", "https://waldbote.test/artikel/7", "seed", run.now())
    run.state.articles.identify("7", "waldbote/7")
    run.state.articles.keep(make_article())

    with pytest.raises(DropItem, match="a consent page"):
        ValidatePipeline(run).process_item(
            make_article(headline="404", date=None, evidence={"page": "a consent page"})
        )

    assert list(run.state.looks.all()) == []


def test_an_error_page_that_lists_others_is_an_error_page(make_article):
    page = make_article(headline="404", body=None, date=None, evidence={"page": "a section page"})

    assert fault(page, "7") == "an error page"


@pytest.fixture
def purged(run):
    """A run of a site whose article 7 was taken down."""
    urls = ["https://waldbote.test/artikel/7"]
    run.state.purged.add(["7"], urls, Takedown(run.today, "names a minor"))
    return run


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({}, id="its address"),
        pytest.param({"canonical_url": "https://waldbote.test/artikel/7"}, id="its canonical URL"),
        pytest.param({"aliases": ("https://waldbote.test/artikel/7?p=amp",)}, id="an alias"),
    ],
)
def test_what_was_taken_down_is_dropped_by(purged, make_article, changes):
    url = "https://waldbote.test/artikel/8" if changes else "https://waldbote.test/artikel/7"

    with pytest.raises(DropItem, match="purged"):
        ValidatePipeline(purged).process_item(make_article(url=url, **changes))

    assert purged.dropped == {"purged": 1}


def test_a_related_link_to_what_was_taken_down_is_left_out(purged, make_article):
    links = tuple(RelatedLink(url=f"https://waldbote.test/artikel/{n}") for n in (7, 9))
    article = make_article(url="https://waldbote.test/artikel/8", related=links)

    assert ValidatePipeline(purged).process_item(article).related == links[1:]
