"""Revisits: when the articles of a site are looked at again, as far as such looks have paid."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import orjson

from newsbot.patience import is_worth_a_try
from newsbot.schedule import (
    LAST_LOOK,
    early_share,
    next_look,
    next_look_after_none,
    next_try,
    wants_early_look,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsbot.items import Article
    from newsbot.profile import Profile
    from newsbot.state import State


class Revisits:
    """The second looks at the articles of one site, whose keys lead to them."""

    def __init__(self, profile: Profile, state: State) -> None:
        self._profile = profile
        self._state = state

    def after(self, article: Article, keys: Sequence[str], now: datetime) -> datetime | None:
        """Return when *article* is due again after the look at *now* that brought it.

        An early look that is still to come is not put off by one that a listing gave cause for.
        """
        looks, urls = self._state.looks, self._state.urls
        out = self._out(article.date_published, article.date, keys, article.fetched_at)
        is_first = not any(urls.is_fetched(key) for key in keys)
        has_changed = article.revision > 1
        looks.count_early(article.id, has_changed=has_changed)
        awaited = looks.awaited(article.id)
        if awaited and awaited > now and not (is_first or has_changed):
            return awaited
        share = early_share(*looks.early())
        is_early = is_first and wants_early_look(keys[0], out, now, share)
        due = next_look(out, now, is_early=is_early, has_changed=has_changed and not is_first)
        if due is None:
            looks.forget_early(article.id)
        elif due < out + LAST_LOOK or awaited:
            looks.await_early(article.id, due if due < out + LAST_LOOK else None)
        return due

    def drop(self, keys: Sequence[str], reason: str, now: datetime) -> None:
        """Note that for *reason* a look at *now* brought no article, and when the next one is due.

        One that was never kept is asked for again as long as it may still come.
        """
        urls, due = self._state.urls, self.after_none(keys, now)
        is_kept = any(self._state.articles.id_of(key) for key in keys)
        for key in keys:
            tries = urls.failures(key) + 1
            if is_worth_a_try(reason, tries) and not is_kept:
                urls.fail(key, next_try(tries, now), reason)
            else:
                urls.settle(key, reason, now, due)

    def after_none(self, keys: Sequence[str], now: datetime) -> datetime | None:
        """Return when the live article of these *keys* is due again, whose page brought none."""
        ids = (self._state.articles.id_of(key) for key in keys)
        kept = [self._state.articles.kept(one) for one in ids if one]
        if not kept or kept[0] is None or kept[0].status != "live":
            return None
        record = orjson.loads(kept[0].line)
        published, day, fetched = (
            record[name] for name in ("date_published", "date", "fetched_at")
        )
        out = self._out(
            datetime.fromisoformat(published) if published else None,
            date.fromisoformat(day) if day else None,
            keys,
            datetime.fromisoformat(fetched),
        )
        return next_look_after_none(out, now)

    def _out(
        self, published: datetime | None, day: date | None, keys: Sequence[str], fetched: datetime
    ) -> datetime:
        """Return since when an article has been out, at the latest.

        As its page says; the day alone means its end. But it was out when it was first seen.
        """
        if published is None and day:
            midnight = datetime.combine(day + timedelta(days=1), time.min)
            published = midnight.replace(tzinfo=self._profile.timezone or UTC)
        seen = (self._state.urls.first_seen(key) for key in keys)
        # In UTC, where a week has as many hours as any other.
        return min(filter(None, (published, fetched, *seen))).astimezone(UTC)
