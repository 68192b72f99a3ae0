from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import orjson
import pytest

from newsbot.items import RelatedLink, Warc
from newsbot.state import State

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
HOME = "https://waldbote.test/artikel/"
PAGE = Warc(file="waldbote-20241023120000-00000.warc.gz", offset=400, record_id="<urn:7>")


@pytest.fixture
def state():
    return State()


@pytest.fixture
def articles(state):
    return state.articles


def record(articles, article_id):
    return orjson.loads(articles.kept(article_id).line)


def render(articles):
    for month in articles.stale_months():
        articles.rendered(month, 7)


def test_the_first_word_on_a_key_stands(articles):
    articles.identify("7", "waldbote/7")
    articles.identify("7", "waldbote/8")

    assert articles.id_of("7") == "waldbote/7"


def test_every_article_to_which_a_key_leads_is_told_once(articles):
    for key, article_id in (("9", "waldbote/7"), ("7", "waldbote/7"), ("8", "waldbote/8")):
        articles.identify(key, article_id)

    assert articles.ids() == ["waldbote/7", "waldbote/8"]


def test_what_is_kept_is_the_newest_revision(articles, make_article):
    articles.keep(make_article())
    articles.keep(make_article(revision=2, headline="Neu"))

    assert (articles.kept("waldbote/7").revision, articles.count()) == (2, 1)


def test_every_revision_is_kept_beside_it(state, make_article):
    state.articles.keep(make_article())
    state.articles.keep(make_article(revision=2, headline="Neu"))

    rows = state._db.execute("SELECT revision, line ->> 'headline' FROM revision ORDER BY 1")
    assert rows.fetchall() == [(1, make_article().headline), (2, "Neu")]


def test_a_kept_article_makes_its_month_stale_until_it_is_rendered(articles, make_article):
    articles.keep(make_article())
    before = articles.stale_months()
    articles.rendered("2024-10", 7)

    assert (before, articles.stale_months()) == (["2024-10"], [])


def test_an_article_without_a_day_has_a_file_of_its_own(articles, make_article):
    articles.keep(make_article(date=None, date_published=None))

    assert articles.stale_months() == ["undated"]


def test_when_an_article_moves_the_month_it_leaves_is_rendered_last(articles, make_article):
    articles.keep(make_article())
    render(articles)

    articles.keep(make_article(revision=2, date=date(2024, 11, 2)))

    assert articles.stale_months() == ["2024-11", "2024-10"]
    assert articles.stale_months(lost=False) == ["2024-11"]
    assert articles.stale_months(lost=True) == ["2024-10"]
    assert list(articles.lines("2024-10")) == []


def test_a_further_url_makes_the_month_stale(state, articles, make_article):
    articles.keep(make_article())
    articles.identify("7", "waldbote/7")
    render(articles)

    state.urls.add_alias("7", f"{HOME}7?druck=1")

    assert articles.stale_months() == ["2024-10"]
    assert [urls for _, urls in articles.lines("2024-10")] == [[f"{HOME}7?druck=1"]]


def test_the_same_url_again_does_not(state, articles, make_article):
    state.urls.add_alias("7", f"{HOME}7")
    articles.keep(make_article())
    articles.identify("7", "waldbote/7")
    render(articles)

    state.urls.add_alias("7", f"{HOME}7")

    assert articles.stale_months() == []


def test_lines_stand_by_day_then_instant_then_id_nulls_first(articles, make_article):
    early = make_article().date_published - timedelta(hours=1)
    for article in (
        make_article(id="waldbote/1"),
        make_article(id="waldbote/2", date_published=early),
        make_article(id="waldbote/3", date_published=None),
        make_article(id="waldbote/4", date=date(2024, 10, 1)),
        make_article(id="waldbote/0"),
    ):
        articles.keep(article)

    ids = [orjson.loads(line)["id"] for line, _ in articles.lines("2024-10")]
    assert [one[-1] for one in ids] == ["4", "3", "2", "0", "1"]


def test_a_withdrawn_article_keeps_its_text(articles, make_article):
    articles.keep(make_article())

    assert articles.withdraw("waldbote/7", NOW)
    assert record(articles, "waldbote/7")["body"] == make_article().body
    assert record(articles, "waldbote/7")["withdrawn_at"] == "2024-10-23T12:00:00+00:00"


def test_an_article_is_withdrawn_once_and_only_if_it_is_kept(articles, make_article):
    articles.keep(make_article())
    articles.withdraw("waldbote/7", NOW)

    assert not articles.withdraw("waldbote/7", NOW)
    assert not articles.withdraw("waldbote/8", NOW)


def test_a_restored_article_reads_as_before(articles, make_article):
    articles.keep(make_article())
    before = articles.kept("waldbote/7")
    articles.withdraw("waldbote/7", NOW)

    articles.restore("waldbote/7")

    assert articles.kept("waldbote/7") == before


def test_the_day_of_an_article_is_known_by_any_of_its_keys(articles, make_article):
    articles.keep(make_article())
    articles.identify("8", "waldbote/7")

    assert (articles.day_of("8"), articles.day_of("9")) == (date(2024, 10, 23), None)


def test_the_length_of_a_file_is_known_until_its_month_is_stale(articles, make_article):
    articles.keep(make_article())
    articles.rendered("2024-10", 700)
    before = articles.lengths()
    articles.render_anew("2024-10")

    assert (before, articles.lengths()) == ({"2024-10": 700}, {})
    assert articles.stale_months() == ["2024-10"]


def test_a_month_whose_file_is_gone_has_no_length(articles):
    articles.rendered("2024-10", 700)
    articles.rendered("2024-10", 0)

    assert articles.lengths() == {}


def test_an_article_whose_page_was_lost_says_so(articles, make_article):
    articles.keep(make_article(warc=PAGE))
    articles.keep(make_article(id="waldbote/8"))

    assert articles.lose_pages({"<urn:7>", "<urn:9>"}) == ["waldbote/7"]
    assert record(articles, "waldbote/7")["warc"] is None


def test_a_page_that_was_lost_is_found_in_a_later_capture(articles, make_article):
    articles.keep(make_article())
    again = make_article(warc=PAGE, fetched_at=NOW + timedelta(days=1))

    articles.find_page(again)

    found = record(articles, "waldbote/7")
    assert found["fetched_at"] == "2024-10-24T12:00:00+00:00"
    assert (found["warc"]["record_id"], found["revision"]) == (PAGE.record_id, 1)


def test_a_page_that_is_not_lost_stays_where_it_was_read(articles, make_article):
    articles.keep(make_article(warc=PAGE))
    before = articles.kept("waldbote/7")

    articles.find_page(make_article(warc=Warc(file="later", offset=9, record_id="<urn:8>")))

    assert articles.kept("waldbote/7") == before


def test_an_article_has_the_keys_that_were_said_to_be_its(articles):
    for key in ("7", "8"):
        articles.identify(key, "waldbote/7")

    assert articles.keys("waldbote/7") == ["7", "8"]


def test_of_an_article_that_is_removed_nothing_is_left(articles, make_article):
    articles.keep(make_article())
    articles.keep(make_article(revision=2))
    articles.identify("7", "waldbote/7")
    render(articles)

    assert articles.remove("waldbote/7") == 2
    assert (articles.kept("waldbote/7"), articles.id_of("7")) == (None, None)
    assert articles.count_revisions() == 0
    assert articles.stale_months() == ["2024-10"]


def test_what_was_never_kept_is_removed_without_a_word(articles):
    assert articles.remove("waldbote/7") == 0


def test_related_links_are_taken_out_of_all_revisions(articles, make_article):
    links = (RelatedLink(url=f"{HOME}8"), RelatedLink(url=f"{HOME}9"))
    articles.keep(make_article(related=links))
    render(articles)

    articles.unlink(lambda url: url == f"{HOME}8")

    assert [link["url"] for link in record(articles, "waldbote/7")["related"]] == [f"{HOME}9"]
    assert articles.stale_months() == ["2024-10"]


def test_a_line_without_such_links_is_not_touched(articles, make_article):
    articles.keep(make_article(related=(RelatedLink(url=f"{HOME}9"),)))
    render(articles)

    articles.unlink(lambda url: url == f"{HOME}8")

    assert articles.stale_months() == []


def test_those_kept_apart_under_one_key_are_known(articles, make_article):
    for article_id in ("waldbote/7", "waldbote/7~2", "waldbote/7~12", "waldbote/77~2"):
        articles.keep(make_article(id=article_id))

    assert articles.apart("waldbote/7") == ["waldbote/7~12", "waldbote/7~2"]
    assert articles.is_apart("waldbote/7~12")


@pytest.mark.parametrize("own", ["a", "a~1", "a~2", "a~x"])
def test_a_key_that_only_looks_so_is_not_kept_apart(articles, make_article, own):
    for article_id in ("waldbote/7", f"waldbote/{own}"):
        articles.keep(make_article(id=article_id))

    assert not articles.is_apart(f"waldbote/{own}")
