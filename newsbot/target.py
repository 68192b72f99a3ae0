"""What a takedown is aimed at: one article, with all that leads to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

import orjson

from newsbot.lookup import kept_id, keys_at, not_kept
from newsbot.urls import normalise_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Set
    from pathlib import Path

    from newsbot.profile import Profile
    from newsbot.state import State
    from newsbot.state.articles import Articles

# So many parameters may be left out in every way.
_FEW = 6


@dataclass(frozen=True, slots=True)
class Target:
    """The articles *ids*, which share an address, every key of theirs and every URL.

    A page that was never kept as an article has a key and URLs all the same.
    """

    profile: Profile
    articles: Articles
    ids: Set[str]
    keys: Set[str]
    urls: Set[str]

    @property
    def lesser_keys(self) -> set[str]:
        """The keys that its addresses get once parameters of theirs are known to tell nothing.

        What was taken down stands as digests, which no later version can respell. A listing that
        the profile names is no article, nor is another article that is kept.
        """
        listings = {*self.profile.links.seeds, *self.profile.links.sections}
        lesser = {less for url in self.urls for less in _lesser(normalise_url(url))} - listings
        keys = {self.profile.article_key(url) for url in lesser if not self.is_other(url)}
        return {key for key in keys if key} - self.keys

    def holds(self, url: str) -> bool:
        """Return whether *url* leads to it."""
        return self.profile.article_key(url) in self.keys or normalise_url(url) in self.urls

    def is_other(self, url: str) -> bool:
        """Return whether *url* is that of another article that is kept."""
        key = self.profile.article_key(url)
        return key is not None and self.articles.id_of(key) not in {None, *self.ids}

    def is_elsewhere(self, url: str, asked: str | None) -> bool:
        """Return whether *url*, the answer when *asked* was asked for, has another page."""
        is_led_away = asked is not None and normalise_url(asked) != normalise_url(url)
        return self.is_other(url) or (is_led_away and self.profile.article_key(url) is None)


def _lesser(url: str) -> Iterator[str]:
    """Yield *url* without some of its parameters; of many without all."""
    place, _, query = url.partition("?")
    pairs = query.split("&")
    for size in range(len(pairs) if len(pairs) <= _FEW else 1):
        for kept in combinations(pairs, size):
            yield "?".join(filter(None, (place, "&".join(kept))))


def target_of_id(
    state: State, profile: Profile, article_id: str, corpus: Path | None = None
) -> Target:
    """Return the article *article_id*, kept or taken down before; raise as ``not_kept`` does."""
    if found := kept_id(state, article_id):
        return _target(state, profile, ids={found})
    key = article_id.partition("/")[2]
    if state.purged.holds(key):
        return _target(state, profile, keys={key})
    raise not_kept(state, article_id, corpus)


def target_of_url(state: State, profile: Profile, url: str) -> Target:
    """Return what lies at *url*, kept or not; raise NoArticleError if no article can."""
    return _target(state, profile, keys=keys_at(state, profile, url), urls={url})


def _target(
    state: State,
    profile: Profile,
    *,
    keys: Set[str] = frozenset(),
    ids: Set[str] = frozenset(),
    urls: Set[str] = frozenset(),
) -> Target:
    """Return what *keys*, *ids* and *urls* lead to, and all that this leads to in turn."""
    found: Set[str] = frozenset()
    fresh = ids | _ids(state, profile, keys)
    while fresh:
        found |= fresh
        keys |= {key for one in fresh for key in _keys(state, profile, one)}
        fresh = _ids(state, profile, keys) - found
    target = Target(profile, state.articles, found, keys, urls)
    # An article that is gone may lead to another by a redirect, and is then an alias of that.
    urls |= {url for url in state.urls.seen(keys) if not target.is_other(url)}
    return replace(target, urls=urls | set(map(normalise_url, urls)))


def _ids(state: State, profile: Profile, keys: Set[str]) -> Set[str]:
    """Return the articles that *keys* belong to, those kept apart under one of them included."""
    ids = {one for key in keys if (one := state.articles.id_of(key))}
    apart = {other for one in ids for other in state.articles.apart(one)}
    return ids | {one for one in apart if _own_key(state, profile, one) in keys}


def _keys(state: State, profile: Profile, article_id: str) -> set[str]:
    own = _own_key(state, profile, article_id)
    return {*state.articles.keys(article_id), *([own] if own else [])}


def _own_key(state: State, profile: Profile, article_id: str) -> str | None:
    """Return the key in the URL that *article_id* was fetched from."""
    kept = state.articles.kept(article_id)
    return profile.article_key(orjson.loads(kept.line)["url"]) if kept else None
