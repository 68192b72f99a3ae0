"""MorePage: what a load-more address answers, links in JSON or in HTML inside JSON."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any

from newsbot.extract.tree import read_tree
from newsbot.pages.listed import Further, Listed, PlainListing
from newsbot.urls import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator


_LINK_NAMES = frozenset({"url", "link", "href", "permalink", "share_url", "canonical"})


class MorePage(PlainListing):
    """A JSON answer with further articles."""

    further: tuple[Further, ...] = ()

    @cached_property
    def articles(self) -> tuple[Listed, ...]:
        """The articles of the answer, each once; none if it is no JSON."""
        try:
            urls = dict.fromkeys(filter(None, self._urls(json.loads(self.text))))
        except (ValueError, RecursionError):
            return ()
        return tuple(Listed(url) for url in urls if self.profile.article_key(url) is not None)

    def _urls(self, value: Any, name: str = "") -> Iterator[str | None]:
        """Yield the URLs in a part of the answer, in its order."""
        if isinstance(value, dict):
            for key, part in value.items():
                yield from self._urls(part, str(key).lower())
        elif isinstance(value, list):
            for part in value:
                yield from self._urls(part, name)
        elif isinstance(value, str) and "<a" in value.lower():
            for anchor in read_tree(value).iter("a"):
                yield resolve(self.url, anchor.get("href") or "")
        elif isinstance(value, str) and name in _LINK_NAMES:
            yield resolve(self.url, value)
