from collections import Counter

from newsbot.ledger.sources import Day, independent_sources

FEED, SECTION, SITEMAP = (frozenset({name}) for name in ("feed", "section", "sitemap"))
BOTH = FEED | SECTION
EVERY = BOTH | SITEMAP


def day(articles, looked=BOTH):
    return Day(looked=looked, articles=Counter(articles))


def test_channels_that_each_show_what_the_other_lacks_are_two_sources():
    days = [day({BOTH: 20, FEED: 1, SECTION: 2})] * 3

    assert independent_sources(days) == (FEED, SECTION)


def test_a_channel_that_shows_nothing_of_its_own_is_one_source_with_the_other():
    days = [day({BOTH: 20, SECTION: 5})] * 3

    assert independent_sources(days) == (BOTH,)


def test_what_only_one_day_shows_is_no_proof_against_a_copy():
    days = [day({BOTH: 20, SECTION: 5})] * 3 + [day({BOTH: 5, FEED: 12})]

    assert independent_sources(days) == (BOTH,)


def test_a_few_among_very_many_are_no_proof_against_a_copy():
    days = [day({BOTH: 200, FEED: 20})] * 3 + [day({BOTH: 200, SECTION: 1})] * 2

    assert independent_sources(days) == (BOTH,)


def test_channels_that_never_looked_at_the_same_day_tell_nothing_of_each_other():
    days = [
        *[day({FEED | SITEMAP: 9, FEED: 2, SITEMAP: 2}, FEED | SITEMAP)] * 3,
        *[day({SECTION | SITEMAP: 9, SECTION: 2, SITEMAP: 2}, SECTION | SITEMAP)] * 3,
    ]

    assert independent_sources(days) == (SITEMAP, BOTH)


def test_channels_that_lack_the_same_of_a_third_are_one_source():
    days = [day({EVERY: 20, SITEMAP: 4, BOTH: 2, FEED | SITEMAP: 1, SECTION | SITEMAP: 1}, EVERY)]

    assert independent_sources(days * 5) == (SITEMAP, BOTH)


def test_channels_that_lack_different_things_of_a_third_are_sources_of_their_own():
    days = [day({EVERY: 16, SITEMAP: 1, BOTH: 2, FEED | SITEMAP: 4, SECTION | SITEMAP: 4}, EVERY)]

    assert independent_sources(days * 5) == (FEED, SECTION, SITEMAP)


def test_days_that_one_of_two_did_not_look_at_say_nothing_of_them():
    days = [day({BOTH: 20, SECTION: 5})] * 3 + [day({FEED: 20}, FEED)] * 3

    assert independent_sources(days) == (BOTH,)


def test_without_a_look_there_is_no_source():
    assert independent_sources([day({}, frozenset())]) == ()
