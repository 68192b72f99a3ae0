"""Which site, and which of its articles, an id or a URL means."""

from __future__ import annotations

from difflib import get_close_matches
from shlex import quote
from typing import TYPE_CHECKING

from scrapy import Request

from newsbot.exceptions import NoArticleError, NoStateError
from newsbot.profilekeys import closest
from newsbot.urls import normalise_url

if TYPE_CHECKING:
    from collections.abc import Collection, Set
    from pathlib import Path

    from scrapy.spiderloader import SpiderLoaderProtocol

    from newsbot.profile import Profile
    from newsbot.state import State


def check_site(site: str, known: Collection[str]) -> str:
    """Return *site*; raise NoStateError, with the nearest, where it is none of those *known*."""
    if site not in known:
        raise NoStateError(f"{site!r} has never been crawled.{closest(site, known)}")
    return site


def site_of_id(article_id: str, known: Collection[str]) -> str:
    """Return the site of *article_id*; raise NoStateError where it is none of those *known*.

    What can be no id raises NoArticleError.
    """
    site, _, key = article_id.partition("/")
    if not (site and key):
        raise NoArticleError(f"{article_id!r} is no id: these are as baothaibinh/213817")
    return check_site(site, known)


def sites_of_url(url: str, known: Collection[str], loader: SpiderLoaderProtocol) -> list[str]:
    """Return those of the sites *known* that own *url*; raise NoArticleError where none does."""
    try:
        request = Request(url)
    except ValueError as error:
        raise NoArticleError(f"{url!r} is no URL: {error}") from error
    sites = sorted({*known}.intersection(loader.find_by_request(request)))
    if not sites:
        raise NoArticleError(f"no site that was ever crawled owns {url}")
    return sites


def keys_at(state: State, profile: Profile, url: str) -> Set[str]:
    """Return the article keys of *url*, kept or not; raise NoArticleError if it can have none.

    One that an earlier version kept under another key is found by the address alone.
    """
    key = profile.article_key(url)
    keys = {key} if key else state.urls.keys_at(normalise_url(url))
    if key and not (state.articles.id_of(key) or state.purged.holds(key)):
        keys |= state.urls.keys_at(url)
    if not keys:
        raise NoArticleError(f"{url} is not the address of an article, as {profile.site} has them")
    return keys


def kept_id(state: State, article_id: str) -> str | None:
    """Return the id of the article that is kept as *article_id*, or under that key."""
    if state.articles.kept(article_id):
        return article_id
    return state.articles.id_of(article_id.partition("/")[2])


def not_kept(state: State, article_id: str, corpus: Path | None = None) -> NoArticleError:
    """Return what to raise where nothing is kept as *article_id*, with the nearest id.

    Where none is near, it tells how to list those in the folder *corpus*, if that is known.
    """
    key = article_id.partition("/")[2]
    if state.purged.holds(key):
        return NoArticleError(f"{article_id} was taken down")
    ids = {one.partition("/")[2]: one for one in state.articles.ids()}
    near = get_close_matches(key, ids, n=1)
    hint = f" Ids: jq .id {quote(str(corpus))}/*.jsonl" if corpus else ""
    if near:
        hint = f" Did you mean {ids[near[0]]!r}?"
    return NoArticleError(f"no article {article_id!r} is kept.{hint}")


def article_of_id(state: State, article_id: str, corpus: Path | None = None) -> str:
    """Return the id of the article kept as *article_id*; raise as ``not_kept`` where none is."""
    if found := kept_id(state, article_id):
        return found
    raise not_kept(state, article_id, corpus)


def article_at(state: State, profile: Profile, url: str) -> str:
    """Return the id of the article kept of *url*; raise NoArticleError where none is."""
    keys = keys_at(state, profile, url)
    if found := [one for key in sorted(keys) if (one := state.articles.id_of(key))]:
        return found[0]
    is_purged = any(state.purged.holds(key, url) for key in keys)
    raise NoArticleError(f"{url} was taken down" if is_purged else f"no article is kept of {url}")
