from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsbot.run import Run
from newsbot.state import State
from newsbot.step import Step
from newsbot.verdict import MANY, verdict, worst


@pytest.fixture
def run(profile):
    return Run(profile, State(), lambda: datetime(2024, 10, 23, 15, tzinfo=UTC))


def count(run, **numbers):
    for name, number in numbers.items():
        setattr(run.counts, name, number)


def good(run):
    count(run, listings=3, listed=40, new=12)
    return run


@pytest.mark.parametrize(
    ("codes", "together"),
    [
        ([], 0),
        ([0, 0], 0),
        ([0, 75], 75),
        ([75, 1], 1),
        ([1, 3], 3),
        ([3, 74], 74),
        ([74, 2, 0], 2),
    ],
)
def test_over_several_sites_the_worst_code_wins(codes, together):
    assert worst(codes) == together


def test_a_run_that_brought_articles_is_fine(run):
    assert verdict(good(run), "finished") == (0, None)


def test_a_run_with_nothing_new_is_fine(run):
    count(run, listings=3, listed=40)

    assert verdict(run, "finished") == (0, None)


def test_a_site_that_answered_nothing_may_answer_later(run):
    run.troubles.listings.update({"timed out": 3, "name not found": 1})

    code, words = verdict(run, "finished")

    assert code == 75
    assert words.startswith("cannot reach waldbote.test: timed out (3), name not found (1). Offl")


@pytest.mark.parametrize("why", ["HTTP 503", "robots.txt: HTTP 503"])
def test_nobody_is_offline_whom_the_site_answered_anything(run, why):
    run.troubles.listings.update({"timed out": 3, why: 1})

    code, words = verdict(run, "finished")

    assert code == 75
    assert words == f"cannot reach waldbote.test: timed out (3), {why} (1); try again later"


def test_an_article_elsewhere_moves_no_paper(run):
    run.troubles.listings["HTTP 404"] = 3
    run.tally.led_to["anmeldung.test"] = 1

    _, words = verdict(run, "finished")

    assert words.endswith("; check its seeds in sites/waldbote.toml")


def test_who_has_crawled_the_site_before_is_not_shown_the_demo(run, make_article):
    run.state.articles.keep(make_article())
    run.troubles.listings["name not found"] = 1

    words = "cannot reach waldbote.test: name not found (1); try again later"
    assert verdict(run, "finished") == (75, words)


@pytest.mark.parametrize("why", ["HTTP 500", "a maintenance page"])
def test_a_site_that_answers_with_a_fault_is_not_called_out_of_reach(run, why):
    run.troubles.listings[why] = 5

    code, words = verdict(run, "finished")

    assert code == 75
    assert words == f"waldbote.test shows no listing: {why} (5); try again later"


def test_who_is_refused_may_be_refused_for_ever(run):
    run.troubles.listings["HTTP 403"] = 5

    code, words = verdict(run, "finished")

    assert code == 75
    assert words.endswith("; try again later; if that lasts, ask the paper whether it lets you")


def test_of_a_paper_that_has_moved_it_is_told_where_to(run):
    run.troubles.listings["redirected off site"] = 9
    run.tally.led_to.update({"neuer-bote.test": 8, "anmeldung.test": 1})

    code, words = verdict(run, "finished")

    assert code == 3
    assert words == (
        "waldbote.test shows no listing: redirected off site (9); they lead to neuer-bote.test: if "
        "the paper has moved there, make that its domain in sites/waldbote.toml and the old one of "
        "its hosts"
    )


@pytest.mark.parametrize(
    ("why", "remedy"),
    [
        ("HTTP 404", "check its seeds in sites/waldbote.toml"),
        (
            "forbidden by robots.txt",
            "ask the paper whether it lets you, for its robots.txt does not",
        ),
    ],
)
def test_a_site_that_is_not_there_needs_a_person(run, why, remedy):
    run.troubles.listings[why] += 1

    code, words = verdict(run, "finished")

    assert code == 3
    assert words == f"waldbote.test shows no listing: {why} (1); {remedy}"


def test_a_run_that_goes_on_may_find_nothing_but_the_quiet_end_of_its_walk(run, make_article):
    run.goes_on = True
    run.state.articles.keep(make_article())
    run.counts.listings = 4

    assert verdict(run, "finished") == (0, None)


def test_listings_without_an_article_need_a_person(run):
    run.counts.listings = 4

    code, words = verdict(run, "finished")

    assert code == 3
    assert "no article found on 4 listing pages" in words


@pytest.mark.parametrize(
    ("dropped", "kept_before", "code"),
    [(1, False, 3), (1, True, 0), (MANY, True, 3)],
    ids=["none ever kept", "one odd page", "many at once"],
)
def test_articles_found_but_none_kept_need_a_person(run, make_article, dropped, kept_before, code):
    count(run, listings=3, listed=40)
    run.dropped["no body"] = dropped
    if kept_before:
        run.state.articles.keep(make_article())

    assert verdict(run, "finished")[0] == code


@pytest.mark.parametrize(("days", "code"), [(1, 0), (2, 3)])
def test_a_site_at_fault_needs_a_person_only_if_it_stays_so(run, days, code):
    good(run)
    run.doubts.unbelieved, run.doubts.days = ["7", "8"], days

    assert verdict(run, "finished")[0] == code
    assert "taken for a fault of the site" in verdict(run, "finished")[1]


def test_articles_that_a_site_at_fault_denies_are_not_taken_for_lost(run):
    count(run, listings=3, listed=40, missing=MANY)
    run.doubts.unbelieved, run.doubts.days = list("12345"), 1

    assert verdict(run, "finished")[0] == 0


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("closespider_timeout", "time was up"),
        ("closespider_pagecount", "all pages allowed were fetched"),
        ("shutdown", "interrupted (shutdown)"),
    ],
)
def test_a_run_cut_short_is_no_success(run, reason, words):
    run.state.steps.add(run.asked, Step(url="https://waldbote.test/", channel="seed"))

    assert verdict(good(run), reason) == (1, f"{words}; the next run goes on")


def test_a_range_cut_short_goes_on_when_it_is_asked_for_again(run):
    run.window = replace(run.window, explicit=True)
    run.state.steps.add(run.asked, Step(url="https://waldbote.test/", channel="seed"))

    words = "time was up; ask for the range again to go on"
    assert verdict(good(run), "closespider_timeout") == (1, words)


def test_a_run_that_was_at_its_end_when_time_was_up_is_a_success(run):
    assert verdict(good(run), "closespider_timeout") == (0, None)


def test_a_run_stopped_before_its_first_listing_is_no_site_gone(run):
    assert verdict(run, "shutdown") == (1, "interrupted (shutdown); the next run goes on")


def test_an_error_of_our_own_is_no_success(run):
    run.counts.errors += 1

    assert verdict(good(run), "finished")[0] == 1


def test_what_articles_met_is_not_told_of_a_site_that_answered_nothing(run):
    run.troubles.listings["timed out"] = 3
    run.troubles.articles["HTTP 404"] = 5

    assert verdict(run, "finished")[1].startswith("cannot reach waldbote.test: timed out (3).")


def test_what_was_dropped_is_none_of_what_the_next_run_tries_again(run):
    count(run, listings=3, listed=40, new=1, failed=2)
    run.troubles.articles["HTTP 503"] = 2
    run.troubles.others["redirected off site"] = 3

    words = "articles not fetched: 2, for HTTP 503 (2); the next run tries again"
    assert verdict(run, "finished") == (1, words)


@pytest.mark.parametrize(("failed", "code"), [(12, 0), (13, 1)], ids=["as many", "more"])
def test_more_articles_failed_than_came_is_no_success(run, failed, code):
    run.counts.failed = failed
    run.troubles.articles["HTTP 500"] = failed

    assert verdict(good(run), "finished")[0] == code


def test_a_disk_nearly_full_ends_a_run_however_good(run):
    run.shortage = "12 MiB free"

    assert verdict(good(run), "finished") == (74, "12 MiB free")


def test_a_day_without_a_page_is_no_trouble_where_all_else_is_not_due(run, make_article):
    run.counts.not_due = 3
    run.state.articles.keep(make_article())
    run.failed(Step(url="https://waldbote.test/2024/10/23", channel="day"), "HTTP 404")

    assert verdict(run, "finished") == (0, None)


def test_a_site_whose_sitemaps_are_cut_is_told_of(run):
    good(run).troubles.listings.update({"too many sitemaps": 12, "HTTP 404": 1})

    code, words = verdict(run, "finished")

    assert code == 1
    assert "read in part: too many sitemaps (12);" in words


@pytest.mark.parametrize(
    ("new", "suspects", "code"),
    [(12, 5, 0), (12, 6, 3), (4, 4, 0), (5, 5, 3)],
    ids=["fewer than half", "half", "few", "all"],
)
def test_a_run_of_mostly_suspicious_articles_needs_a_person(run, new, suspects, code):
    count(run, listings=3, listed=40, new=new)
    ids = [f"waldbote/{number}" for number in range(suspects)]

    found = verdict(run, "finished", {"far shorter than usual": ids})

    assert found[0] == code
    words = (
        f"{suspects} of {new} new articles are suspicious: far shorter than usual ({suspects}); "
        "did the layout change? Look at one: scrapy show waldbote/0"
    )
    assert found[1] == (words if code else None)


@pytest.mark.parametrize(("same", "code"), [(4, 3), (5, 0)], ids=["more", "as many"])
def test_more_walls_than_sound_articles_need_a_person(run, same, code):
    count(run, listings=3, listed=40, same=same)
    run.dropped.update({"a consent page": 3, "a login page": 2, "a section page": 40})
    words = "5 articles not to be seen: a consent page (3), a login page (2)"

    told = verdict(run, "finished")

    assert told == (code, f"{words}; the next runs try again" if code else None)
