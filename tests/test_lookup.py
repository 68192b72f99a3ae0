from __future__ import annotations

from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from newsbot.exceptions import NoArticleError, NoStateError
from newsbot.lookup import (
    article_at,
    article_of_id,
    check_site,
    kept_id,
    keys_at,
    not_kept,
    site_of_id,
    sites_of_url,
)
from newsbot.state.purged import Takedown
from tests.keptsite import HOME, NOW, KeptSite

# A loader of the sites kurier and waldbote, which share their host.
LOADER = SimpleNamespace(
    find_by_request=lambda request: ["waldbote", "kurier"] if "waldbote" in request.url else []
)


@pytest.fixture
def state(tmp_path, profile, make_article):
    """The state of waldbote, which keeps the article 7, once found under the key 9."""
    with closing(KeptSite(tmp_path, profile)) as site:
        site.print(make_article(aliases=(f"{HOME}9",)))
        yield site.state


def test_the_site_of_an_id_is_what_stands_before_its_key():
    assert site_of_id("waldbote/7", ["kurier", "waldbote"]) == "waldbote"


def test_a_site_that_was_never_crawled_is_told_with_the_nearest():
    with pytest.raises(NoStateError, match=r"'waldbot' has never been .* mean 'waldbote'\?"):
        check_site("waldbot", ["kurier", "waldbote"])


@pytest.mark.parametrize(
    ("known", "owners"),
    [(["waldbote"], ["waldbote"]), (["waldbote", "kurier", "post"], ["kurier", "waldbote"])],
)
def test_a_url_belongs_to_the_crawled_sites_that_own_it(known, owners):
    assert sites_of_url(f"{HOME}7", known, LOADER) == owners


@pytest.mark.parametrize(
    ("url", "said"), [("waldbote.test/7", "is no URL"), ("http://heir.test/7", "no site that was")]
)
def test_a_url_of_no_crawled_site_is_told(url, said):
    with pytest.raises(NoArticleError, match=said):
        sites_of_url(url, ["waldbote"], LOADER)


@pytest.mark.parametrize("article_id", ["waldbote/7", "waldbote/9"])
def test_an_article_is_found_by_its_id_and_by_any_of_its_keys(state, article_id):
    assert kept_id(state, article_id) == "waldbote/7"


def test_an_id_that_is_not_kept_is_told_with_the_nearest(state):
    assert kept_id(state, "waldbote/77") is None
    assert str(not_kept(state, "waldbote/77")) == (
        "no article 'waldbote/77' is kept. Did you mean 'waldbote/7'?"
    )


def test_where_none_is_near_it_is_told_how_to_list_them(state):
    corpus = Path("/srv/the press/articles/waldbote")

    assert str(not_kept(state, "waldbote/markt", corpus)).endswith(
        "is kept. Ids: jq .id '/srv/the press/articles/waldbote'/*.jsonl"
    )


def test_where_the_folder_of_the_articles_is_not_known_none_is_named(state):
    assert str(not_kept(state, "waldbote/markt")).endswith("is kept.")


def test_an_id_that_was_taken_down_is_told_as_such(state):
    state.purged.add(["12"], [], Takedown(NOW.date(), "names a minor"))

    with pytest.raises(NoArticleError, match=r"waldbote/12 was taken down"):
        article_of_id(state, "waldbote/12")


@pytest.mark.parametrize("word", ["7", "waldbote/", "/7"])
def test_what_can_be_no_id_is_told(word):
    with pytest.raises(NoArticleError, match="is no id"):
        site_of_id(word, ["waldbote"])


def test_an_article_is_found_at_any_of_its_addresses(state, profile):
    assert article_at(state, profile, f"{HOME}9") == "waldbote/7"


@pytest.mark.parametrize(("key", "said"), [("12", "was taken down"), ("13", "no article is kept")])
def test_an_address_at_which_nothing_is_kept_is_told(state, profile, key, said):
    state.purged.add(["12"], [], Takedown(NOW.date(), "names a minor"))

    with pytest.raises(NoArticleError, match=said):
        article_at(state, profile, f"{HOME}{key}")


def test_the_key_of_an_address_is_read_from_it(state, profile):
    assert keys_at(state, profile, f"{HOME}12?utm_source=brief") == {"12"}


def test_the_key_of_an_alias_without_one_is_known_to_the_state(state, profile):
    state.urls.add_alias("7", "https://waldbote.test/alt/bruecke.html")

    assert keys_at(state, profile, "https://waldbote.test/alt/bruecke.html") == {"7"}


def test_an_address_that_no_article_has_is_told(state, profile):
    with pytest.raises(NoArticleError, match="is not the address of an article"):
        keys_at(state, profile, "https://waldbote.test/")


def test_an_article_kept_under_the_key_of_an_earlier_version_is_found_by_its_address(
    state, profile
):
    state.urls.add_alias("9", f"{HOME}8")

    assert article_at(state, profile, f"{HOME}8") == "waldbote/7"
