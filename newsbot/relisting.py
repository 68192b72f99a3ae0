"""What a listing shows to have changed since the last look: stamps, and articles that are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.state.listings import Entry
from newsbot.step import ARTICLE, LOST, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsbot.run import Run

# A listing of more entries than this, half of which bear another stamp than at the last look, was
# made anew as a whole; its stamps say when.
_FEW = 10


class Relisting:
    """The second looks that the listings of one run give cause for.

    A stamp is never trusted alone: those of a listing are followed as long as they turn out to
    stand for changed texts (``state/rhythms.py``).
    """

    def __init__(self, run: Run) -> None:
        self.run = run
        self._state = run.state

    def of(self, step: Step, stamps: Mapping[str, str]) -> Iterator[Step]:
        """Yield the steps to articles that a listing shows changed, or no longer shows.

        *stamps* are those that the listing of *step* shows now, by article key, in its order.
        """
        listing, urls = step.address, self._state.urls
        before = self._state.listings.entries(listing)
        now = [Entry(key, stamp) for key, stamp in stamps.items()]
        self._state.listings.replace(listing, now)
        urls.still_listed(stamps)
        changed = self._changed(step, before, stamps)
        lost = fallen_out([entry.key for entry in before], list(stamps))
        urls.make_due([*changed, *lost], self.run.now())
        self.run.stamped.update(dict.fromkeys(changed, step.listing))
        for keys, priority in ((changed, ARTICLE), (lost, LOST)):
            for key in keys:
                if url := urls.url_of(key):
                    yield Step(url=url, channel=step.channel, priority=priority, key=key)

    def unchanged(self, step: Step) -> list[str]:
        """Return the articles that the listing of *step* still shows, as it says itself."""
        keys = [entry.key for entry in self._state.listings.entries(step.address)]
        self._state.urls.still_listed(keys)
        return keys

    def _changed(self, step: Step, before: Sequence[Entry], stamps: Mapping[str, str]) -> list[str]:
        """Return the articles whose stamp is another one, as far as stamps are believed here."""
        changed = [key for key, stamp in before if stamps.get(key, stamp) != stamp]
        is_made_anew = len(before) > _FEW and 2 * len(changed) > len(before)
        if is_made_anew or not self._state.rhythms.believes_stamps(step.listing):
            return []
        return changed


def fallen_out(before: Sequence[str], now: Sequence[str]) -> list[str]:
    """Return the keys that a listing dropped though it still shows what it listed behind them.

    What a listing pushes off its end it drops from the end; a gap is an article taken away.
    """
    kept = set(now)
    last = max((place for place, key in enumerate(before) if key in kept), default=0)
    return [key for key in before[:last] if key not in kept]
