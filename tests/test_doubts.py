from __future__ import annotations

from datetime import UTC, datetime, timedelta

import orjson
import pytest

from newsbot.counts import Counts
from newsbot.doubts import MOST_TRIES, MOST_WITNESSES, Doubts
from newsbot.state import State

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
HOME = "https://waldbote.test/"


class Site:
    """Articles that a site once answered with, and what it answers now."""

    def __init__(self, profile, make_article):
        self.profile, self.make_article = profile, make_article
        self.state = State()
        self.state.begin_run(NOW)
        for key in "123456789":
            self.state.urls.show(key, self.url(key), "seed", NOW)
            self.state.articles.identify(key, f"waldbote/{key}")
            self.state.articles.keep(self.article(key))
            self.state.urls.settle(key, "kept", NOW, NOW + 7 * DAY)
        self.begin(NOW)

    def begin(self, now):
        """Begin a run at an instant."""
        self.now = now
        self.state.begin_run(now)
        self.counts = Counts()
        self.doubts = Doubts(self.profile, self.state, self.counts, datetime.date)
        return self.doubts

    def article(self, key, **changes):
        url = self.url(key)
        return self.make_article(
            **{"id": f"waldbote/{key}", "url": url, "fetched_at": NOW} | changes
        )

    def url(self, key):
        return f"{HOME}artikel/{key}"

    def well(self, *keys):
        for key in keys:
            self.doubts.well(f"waldbote/{key}", self.url(key), self.now)

    def missing(self, *keys, status=404):
        for key in keys:
            self.doubts.missing(key, self.url(key), status, self.now)

    def replaced(self, key, **page):
        said = {
            "headline": "Nicht gefunden",
            "body": None,
            "date": None,
            "aliases": (self.url(key),),
        }
        return self.doubts.replaced(self.article(key, fetched_at=self.now, **said | page), [key])

    def withdrawn(self):
        lines = [orjson.loads(line) for line in self.state.articles.newest()]
        gone = {line["id"][-1]: line["withdrawn_at"] for line in lines}
        return {key: when for key, when in gone.items() if when}


@pytest.fixture
def site(profile, make_article):
    site = Site(profile, make_article)
    yield site
    site.state.close()


def end(site):
    site.doubts.weigh()
    return site.withdrawn()


def test_nothing_is_concluded_before_a_run_has_ended(site):
    site.missing("7", status=410)
    site.well("8")
    before = site.withdrawn()

    assert (before, end(site)) == ({}, {"7": "2024-10-23T12:00:00+00:00"})
    assert site.counts == Counts(gone=1)


def test_what_is_not_found_must_not_be_found_on_another_day(site):
    whens = []
    for now in (NOW, NOW + 11 * HOUR, NOW + DAY):
        site.begin(now)
        site.missing("7")
        site.well("8")
        whens.append(end(site))

    assert whens == [{}, {}, {"7": "2024-10-24T12:00:00+00:00"}]


def test_between_two_days_it_must_not_be_found_at_all(site):
    for now, say in ((NOW, site.missing), (NOW + DAY, site.well), (NOW + 2 * DAY, site.missing)):
        site.begin(now)
        say("7")
        site.well("8")
        site.doubts.weigh()
        if say == site.well:
            site.state.urls.settle("7", "kept", now, None)

    assert site.withdrawn() == {}


@pytest.mark.parametrize(
    "page",
    [
        pytest.param({}, id="an error page"),
        pytest.param({"url": HOME, "headline": "Waldbote"}, id="the front page"),
        pytest.param({"url": f"{HOME}404.html", "headline": "Hm"}, id="an error address"),
    ],
)
def test_what_is_shown_in_its_place_says_so_on_two_days(site, page):
    said = []
    for now in (NOW, NOW + DAY):
        site.begin(now)
        said.append(site.replaced("7", **page))
        site.well("8")
        said.append(end(site))

    assert said == [True, {}, True, {"7": "2024-10-24T12:00:00+00:00"}]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param({"headline": "Brücke über die Lahn gesperrt"}, id="its page without a text"),
        pytest.param({"headline": "Waldbote"}, id="a page that can't be read"),
        pytest.param({"url": f"{HOME}login?an=7"}, id="a login"),
        pytest.param({"url": f"{HOME}politik/"}, id="a section"),
    ],
)
def test_a_page_that_may_be_the_articles_says_nothing(site, page):
    assert not site.replaced("7", **page)
    assert site.state.looks.all() == []


def test_a_site_that_finds_nothing_at_all_is_at_fault(site):
    site.missing("1", "2", "3", status=410)

    assert end(site) == {}
    assert site.doubts.trouble == (
        "3 of 3 known articles not found at once: taken for a fault of the site, "
        "none of them withdrawn"
    )
    assert site.doubts.days == 1


def test_one_that_still_is_the_next_day_is_told_with_an_address_to_try(site):
    for now in (NOW, NOW + DAY):
        site.begin(now)
        site.missing("1", "2")
        site.doubts.weigh()

    assert site.doubts.days == 2
    assert site.doubts.trouble.endswith(
        "on 2 days now, have its addresses changed? Try: scrapy fetch https://waldbote.test/artikel/1"
    )


def test_days_of_a_fault_end_with_a_run_that_finds_none(site):
    for now, keys in ((NOW, "12"), (NOW + DAY, ""), (NOW + 2 * DAY, "12")):
        site.begin(now)
        site.missing(*keys)
        site.well(*("" if keys else "8"))
        site.doubts.weigh()

    assert site.doubts.days == 1


def test_one_article_that_nobody_speaks_for_is_no_fault(site):
    site.missing("7")

    assert (end(site), site.doubts.trouble) == ({}, None)


def test_what_is_not_believed_is_asked_for_again_before_long_but_not_for_ever(site):
    dues = []
    for day in range(MOST_TRIES):
        site.begin(NOW + day * DAY)
        site.missing("7", status=410)
        site.doubts.weigh()
        dues.append(site.state.urls.is_due("7", site.now + 7 * DAY))

    assert dues == [True] * (MOST_TRIES - 1) + [False]
    assert site.withdrawn() == {}


def test_an_address_that_never_gave_an_article_is_asked_for_as_long_as_none_answers(site):
    for day in range(MOST_TRIES):
        site.state.urls.show("99", site.url("99"), "seed", NOW)
        site.begin(NOW + day * DAY)
        site.missing("99")
        site.doubts.weigh()

    assert site.state.urls.is_due("99", NOW + 30 * DAY)


@pytest.mark.parametrize(("status", "days"), [(404, 2), (410, 1)])
def test_else_it_is_given_up_when_its_site_says_so(site, status, days):
    site.state.urls.show("99", site.url("99"), "seed", NOW)
    for day in range(days):
        site.begin(NOW + day * DAY)
        site.missing("99", status=status)
        site.well("8")
        site.doubts.weigh()

    assert not site.state.urls.is_due("99", NOW + 30 * DAY)


def test_a_withdrawn_article_is_looked_at_once_more_after_a_week(site):
    site.missing("7", status=410)
    site.well("8")
    site.doubts.weigh()
    dues = [site.state.urls.is_due("7", NOW + age * DAY) for age in (6, 7)]
    site.begin(NOW + 7 * DAY)
    site.missing("7", status=410)
    site.doubts.weigh()

    assert dues == [False, True]
    assert (site.counts, site.state.urls.is_due("7", NOW + 300 * DAY)) == (Counts(), False)


def test_the_only_article_of_a_site_needs_nobody_to_speak_for_it(site):
    for key in "12345689":
        site.state.articles.remove(f"waldbote/{key}")
    site.missing("7", status=410)

    assert end(site).keys() == {"7"}


def test_an_article_that_answers_well_at_another_address_is_not_gone(site):
    site.state.articles.identify("old", "waldbote/7")
    site.missing("old", status=410)
    site.well("7", "8")

    assert (end(site), site.counts) == ({}, Counts())


def test_no_witness_is_asked_for_where_nothing_is_doubted(site):
    site.well("8")

    assert site.doubts.witness(NOW) is None


def test_one_is_asked_for_each_article_that_seems_gone(site):
    site.missing("1", "2")
    asked = []
    while key := site.doubts.witness(NOW):
        asked.append(key)
        site.well(key)

    assert len(set(asked)) == 2
    assert not {"1", "2"} & set(asked)


@pytest.mark.parametrize("answers", [True, False], ids=["gone as well", "no answer"])
def test_no_other_is_asked_for_after_one_that_did_not_answer_well(site, answers):
    site.missing("1", "2")
    key = site.doubts.witness(NOW)
    if answers:
        site.missing(key)

    assert key
    assert site.doubts.witness(NOW) is None


def test_a_run_asks_for_few_witnesses(site, profile, make_article):
    site.missing(*"123456")
    asked = []
    while key := site.doubts.witness(NOW):
        asked.append(key)
        site.well(key)

    assert len(asked) <= min(MOST_WITNESSES, 3)


def test_a_doubted_article_is_not_asked_for_twice_in_a_run(site):
    site.state.urls.make_due(["7"], NOW)
    site.missing("7")

    assert not site.state.urls.is_due("7", NOW)


def test_dismissed_looks_tell_nothing(site):
    site.missing("7", status=410)
    site.well("8")
    site.doubts.dismiss()

    assert end(site) == {}
