from __future__ import annotations

from contextlib import closing

import pytest

from newsbot.exceptions import NoArticleError
from newsbot.profile import parse_profile
from newsbot.state.purged import Takedown
from newsbot.target import target_of_id, target_of_url
from tests.keptsite import HOME, NOW, KeptSite


@pytest.fixture
def site(tmp_path, profile):
    with closing(KeptSite(tmp_path, profile)) as site:
        yield site


@pytest.fixture
def by_id(site, profile):
    return lambda article_id: target_of_id(site.state, profile, article_id)


@pytest.fixture
def by_url(site, profile):
    return lambda url: target_of_url(site.state, profile, url)


@pytest.fixture
def target(site, by_id, make_article):
    """The article 7, beside which the article 8 is kept."""
    site.print(make_article(id="waldbote/8", url=f"{HOME}8"))
    site.print(make_article())
    return by_id("waldbote/7")


def test_an_article_is_found_by_its_id(target):
    assert (target.ids, target.keys, target.urls) == ({"waldbote/7"}, {"7"}, {f"{HOME}7"})


def test_an_article_is_found_by_any_of_its_addresses_with_all_the_others(
    site, by_url, make_article
):
    site.state.urls.show("9", f"{HOME}9", "day", NOW)
    site.print(make_article(aliases=(f"{HOME}7?p=amp",), canonical_url=f"{HOME}9"))

    target = by_url(f"{HOME}9?utm_source=brief")

    assert (target.ids, target.keys) == ({"waldbote/7"}, {"7", "9"})
    assert {f"{HOME}7", f"{HOME}7?p=amp", f"{HOME}9"} <= target.urls


def test_an_article_is_found_by_any_of_its_keys(site, by_id, make_article):
    site.print(make_article(aliases=(f"{HOME}9",)))

    assert by_id("waldbote/9").ids == {"waldbote/7"}


def test_a_page_that_was_never_kept_is_found_by_its_address(by_url):
    target = by_url(f"{HOME}7#top")

    assert (target.ids, target.keys) == (frozenset(), {"7"})
    assert target.holds(f"{HOME}7")


def test_an_alias_in_which_the_profile_finds_no_key_is_found(site, by_url, make_article):
    site.print(make_article())
    site.state.urls.add_alias("7", "https://waldbote.test/alt/bruecke.html")

    assert by_url("https://waldbote.test/alt/bruecke.html").ids == {"waldbote/7"}


def test_articles_kept_apart_under_one_address_go_together(site, by_id, make_article):
    site.print(make_article())
    site.print(make_article(id="waldbote/7~2", headline="Neuer Bäcker"))

    assert by_id("waldbote/7").ids == {"waldbote/7", "waldbote/7~2"}
    assert by_id("waldbote/7~2").ids == {"waldbote/7", "waldbote/7~2"}


def test_an_article_whose_own_key_looks_like_one_kept_apart_stays(site, by_id, make_article):
    site.print(make_article())
    site.print(make_article(id="waldbote/7~2", url=f"{HOME}72"))

    assert by_id("waldbote/7").ids == {"waldbote/7"}


def test_an_article_that_gave_way_to_another_keeps_its_address(site, by_id, make_article):
    site.print(make_article())
    site.print(make_article(id="waldbote/8", url=f"{HOME}8", aliases=(f"{HOME}7",)))

    target = by_id("waldbote/8")

    assert (target.keys, target.urls) == ({"8"}, {f"{HOME}8"})
    assert target.is_other(f"{HOME}7")


def test_its_addresses_lead_to_it_in_every_form(target):
    assert target.holds(f"{HOME}7?fbclid=1")
    assert not target.holds(f"{HOME}77")
    assert not target.holds("https://heir.test/artikel/7")


@pytest.mark.parametrize(
    ("url", "asked", "elsewhere"),
    [
        pytest.param(f"{HOME}8", f"{HOME}7", True, id="led to another article"),
        pytest.param("https://waldbote.test/", f"{HOME}7", True, id="led to the front page"),
        pytest.param("https://waldbote.test/s/2", "https://waldbote.test/s/2", False, id="a part"),
        pytest.param(f"{HOME}9", f"{HOME}7", False, id="led to a page that was not kept"),
    ],
)
def test_an_answer_is_elsewhere_where_another_page_has_its_address(target, url, asked, elsewhere):
    assert target.is_elsewhere(url, asked) is elsewhere


@pytest.mark.usefixtures("target")
def test_an_unknown_id_is_told_with_the_nearest(by_id):
    with pytest.raises(NoArticleError, match=r"'waldbote/77' is kept\. Did you mean 'waldbote/7'"):
        by_id("waldbote/77")


def test_an_id_taken_down_before_is_known(site, by_id):
    site.state.purged.add(["7"], [], Takedown(NOW.date(), "names a minor"))

    assert by_id("waldbote/7").keys == {"7"}


def test_an_address_that_no_article_has_is_told(by_url):
    with pytest.raises(NoArticleError, match="is not the address of an article"):
        by_url("https://waldbote.test/")


PLAIN = b"""
domain = "waldbote.test"
[links]
seeds = ["https://waldbote.test/artikel/1000"]
"""


@pytest.mark.parametrize(
    ("url", "keys"),
    [
        pytest.param("4711", set(), id="none"),
        pytest.param("4711?neu=x", {"artikel/4711"}, id="one"),
        pytest.param(
            "4711?a=1&b=2", {"artikel/4711", "artikel/4711?a=1", "artikel/4711?b=2"}, id="two"
        ),
        pytest.param("4711?a=1&b&c&d&e&f&g", {"artikel/4711"}, id="many"),
        pytest.param("1000?neu=x", set(), id="beside a listing"),
        pytest.param("4712?neu=x", set(), id="beside another article"),
    ],
)
def test_parameters_may_turn_out_to_tell_nothing(site, make_article, url, keys):
    profile = parse_profile("waldbote", PLAIN, [])
    site.state.articles.identify("artikel/4712", "waldbote/artikel/4712")

    target = target_of_url(site.state, profile, f"{HOME}{url}")

    assert target.lesser_keys == keys


def test_where_a_pattern_says_what_the_key_is_nothing_can(by_url):
    assert by_url(f"{HOME}7?neu=x").lesser_keys == set()
