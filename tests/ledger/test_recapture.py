from datetime import date, timedelta
from math import exp, lgamma

import pytest

from newsbot.ledger.recapture import Recapture
from tests.ledger.scores import judge
from tests.ledger.sitemonths import DATES, Look, SiteMonth, copied_month, site_month

FEED, SECTION, SITEMAP = (frozenset({name}) for name in ("feed", "section", "sitemap"))
BOTH = FEED | SECTION
EVERY = BOTH | SITEMAP
DAYS = [date(2026, 10, 1) + timedelta(day) for day in range(10)]


def stretch(articles, looked=BOTH, days=DAYS):
    """Return ten days alike: how many articles which channels showed, and who looked."""
    shown = [channels for channels, number in articles.items() for _ in range(number)]
    return dict.fromkeys(days, shown), dict.fromkeys(days, looked)


def beta(one, other):
    return lgamma(one) + lgamma(other) - lgamma(one + other)


@pytest.fixture(scope="module")
def score():
    return judge(map(site_month, range(220)))


@pytest.fixture(scope="module")
def copies():
    return judge(map(copied_month, range(60)))


def test_two_channels_tell_how_many_both_lack():
    told = Recapture(*stretch({BOTH: 64, FEED: 16, SECTION: 16})).whole()

    assert told.published == pytest.approx(1000, abs=2)
    assert told.low < 1000 < told.high


def test_the_estimate_is_the_mean_of_the_posterior_in_its_closed_form():
    shown, looked = stretch({BOTH: 6, FEED: 2, SECTION: 3})
    weights = {
        number: lgamma(number + 0.5)
        - lgamma(number - 110 + 1)
        + beta(80 + 0.5, number - 80 + 0.5)
        + beta(90 + 0.5, number - 90 + 0.5)
        for number in range(110, 600)
    }
    chances = {number: exp(weight - weights[110]) for number, weight in weights.items()}
    mean = sum(number * chance for number, chance in chances.items()) / sum(chances.values())

    assert Recapture(shown, looked).whole().published == pytest.approx(mean, abs=0.01)


def test_where_nothing_was_missed_the_interval_begins_at_what_was_listed():
    told = Recapture(*stretch({EVERY: 95, BOTH: 2, FEED | SITEMAP: 2, SECTION: 1}, EVERY)).whole()

    assert told.low == 1000
    assert told.published < 1001


def test_an_interval_allows_for_a_dependence_that_no_third_source_can_show():
    two = Recapture(*stretch({BOTH: 16, FEED: 8, SECTION: 8})).whole()
    pairs = dict.fromkeys((BOTH, FEED | SITEMAP, SECTION | SITEMAP), 13)
    three = Recapture(
        *stretch({EVERY: 51, **pairs, FEED: 3, SECTION: 3, SITEMAP: 3}, EVERY)
    ).whole()

    assert two.high - two.published > 2 * (two.published - two.low)
    assert three.high - three.published < 2 * (three.published - three.low)


def test_a_day_leans_on_what_the_other_days_tell():
    shown, looked = stretch({BOTH: 16, FEED: 4, SECTION: 4})
    shown[DAYS[0]], looked[DAYS[0]] = [FEED] * 20, FEED

    told = Recapture(shown, looked).of(DAYS[0])

    assert told.published == pytest.approx(25, abs=1.5)
    assert told.low < 25 < told.high


def test_a_day_without_an_article_is_one_on_which_little_can_be_missed():
    shown, looked = stretch({BOTH: 16, FEED: 1, SECTION: 1})
    shown[DAYS[0]] = []

    told = Recapture(shown, looked).of(DAYS[0])

    assert told.published < 0.5
    assert (told.low, told.high) == (0, 0)


def test_what_a_channel_showed_of_a_day_it_did_not_really_look_at_is_listed_all_the_same():
    shown, looked = stretch({BOTH: 16, FEED: 1, SECTION: 1})
    shown[DAYS[0]], looked[DAYS[0]] = [SITEMAP] * 5 + [BOTH] * 3, BOTH

    told = Recapture(shown, looked).of(DAYS[0])

    assert told.low >= 8


def test_the_stretch_is_the_sum_of_days_that_different_channels_looked_at():
    shown, looked = stretch({BOTH: 16, FEED: 4, SECTION: 4})
    shown[DAYS[0]], looked[DAYS[0]] = [FEED] * 20, FEED
    rest = {day: channels for day, channels in shown.items() if day != DAYS[0]}
    told = Recapture(shown, looked)

    whole = told.whole()

    assert whole.low >= 236
    assert whole.published == pytest.approx(
        Recapture(rest, dict.fromkeys(rest, BOTH)).whole().published + told.of(DAYS[0]).published,
        abs=1,
    )


@pytest.mark.parametrize(
    ("articles", "looked", "reason"),
    [
        ({}, frozenset(), "no channel looked"),
        ({FEED: 5}, FEED, "only one channel looked"),
        ({BOTH: 5, SECTION: 5}, BOTH, "its channels show the same"),
        (
            {FEED | {"seed"}: 5, FEED: 1, frozenset({"seed"}): 1},
            FEED | {"seed"},
            "its channels show only the newest",
        ),
        ({FEED: 5, SECTION: 5}, BOTH, "too few articles are in two of its channels"),
    ],
)
def test_a_stretch_of_which_nothing_can_be_known_has_a_reason(articles, looked, reason):
    told = Recapture(*stretch(articles, looked))

    assert told.whole() is None
    assert told.of(DAYS[0]) is None
    assert told.reason() == told.reason(DAYS[0]) == reason


def test_a_day_that_no_channel_looked_at_is_unknown_and_so_is_its_stretch():
    shown, looked = stretch({BOTH: 16, FEED: 4, SECTION: 4})
    shown[DAYS[3]], looked[DAYS[3]] = [], frozenset()

    told = Recapture(shown, looked)

    assert told.of(DAYS[3]) is None
    assert told.whole() is None
    assert told.reason(DAYS[3]) == told.reason() == "no channel looked at 2026-10-04"
    assert told.reason(DAYS[0]) == ""


def test_a_day_outside_the_stretch_is_unknown():
    told = Recapture(*stretch({BOTH: 16, FEED: 4, SECTION: 4}))

    assert told.reason(date(2027, 1, 1)) == "no channel looked at 2027-01-01"


def test_nothing_is_told_of_no_days():
    assert Recapture({}, {}).reason() == "no channel looked"


def test_recall_is_told_within_two_points(score):
    assert score.error <= 2


def test_the_interval_holds_the_truth_in_nine_of_ten_months(score):
    assert score.coverage >= 0.9


def test_the_interval_of_a_day_holds_the_truth_on_nine_of_ten_days(score):
    assert score.day_coverage >= 0.9


def test_no_estimate_is_below_what_was_listed(score):
    assert all(judged.told.low >= judged.month.listed for judged in score.estimated)
    assert all(judged.told.published >= judged.told.low for judged in score.estimated)


def test_two_channels_that_tell_of_each_other_are_heard(score):
    assert score.wrong_silence <= 0.25


def test_channels_that_copy_each_other_tell_nothing(copies):
    assert copies.silence >= 0.95


def test_a_lying_day_page_is_told_from_the_other_channels():
    looks = {
        "day": Look(frozenset(range(600)) - frozenset(range(0, 600, 50)), frozenset(range(30))),
        "sitemap": Look(frozenset(n for n in range(600) if n % 10 != 3), frozenset(range(30))),
    }
    month = SiteMonth(days=tuple(n // 20 for n in range(600)), looks=looks).lied_to(7)

    told = Recapture(month.shown, month.looked).of(DATES[7])

    assert len(month.shown[DATES[7]]) == 18
    assert told.published == pytest.approx(20, abs=0.5)
