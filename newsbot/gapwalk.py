"""The gaps between two looks at a listing: what proves them, and what closes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from newsbot.reasons import will_pass
from newsbot.schedule import has_passed
from newsbot.state.gaps import Gap

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from newsbot.run import Run
    from newsbot.step import Step

# For so long a walk that breaks off is walked again, and a listing that fails is waited for.
_PATIENCE = timedelta(days=7)


class GapWalk:
    """The gaps of one run: those that earlier ones left open, and its own."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self._state = run.state
        self._open = run.state.gaps.open()
        self._before: dict[str, Gap] = {}
        self._closed: set[str] = set()
        self._given_up: set[str] = set()
        for gap in self._open.values():
            run.reach_back(gap.since)

    def __contains__(self, listing: str) -> bool:
        """Return whether *listing* has a gap that is to be walked back."""
        return listing in self._open

    def since(self, listing: str) -> datetime | None:
        """Return since when nothing that *listing* showed is known, where it has a gap."""
        return self._open[listing].since if listing in self._open else None

    def is_remembered(self, listing: str) -> bool:
        """Return whether *listing* was known before the present look, and what it showed."""
        return listing in self._before

    def remember(self, step: Step) -> None:
        """Keep what was known of a listing before the present look: what a gap would be."""
        known = self._state.rhythms.of(step.rhythm(self.run.today) or "")
        entries = self._state.listings.entries(step.address)
        recent = self._state.urls.median_seen(entry.key for entry in entries)
        if known and recent:
            now = self.run.now()
            self._before[step.address] = Gap(step.address, known.looked, now, recent)

    def is_met(self, key: str, listing: str) -> bool:
        """Return whether the article *key* joins what *listing* shows to what was known before.

        One that is older than most of what the listing showed before may be pinned, or promoted.
        """
        urls, gap = self._state.urls, self._open.get(listing) or self._before.get(listing)
        if gap is None or not urls.is_old(key, self.since(listing)):
            return gap is None and urls.is_old(key)
        first = urls.first_seen(key)
        return first is not None and first >= gap.recent

    def find(self, listing: str) -> None:
        """Note a gap in *listing*; all others are asked at once, due or not."""
        begins = datetime.combine(self.run.window.since or date.min, time.min, UTC)
        gap = self._before.get(listing) or Gap(listing, begins, self.run.now())
        self._state.gaps.find(gap, self._state.urls.run)
        self._open = self._state.gaps.open()
        self.run.reach_back(gap.since)
        self.run.alarm = True

    def close(self, listing: str) -> None:
        """Note that *listing* was walked back to what was known, and nothing else came behind."""
        self._closed.add(listing)
        if listing in self._open:
            self._state.gaps.heal(listing, self._state.urls.run)
            del self._open[listing]

    def end(self, listing: str, *, is_met: bool = False) -> None:
        """Note that *listing* ends: a gap in it that is still open lies beyond its end.

        Unless its last page *is_met* with what was known.
        """
        if is_met:
            self.close(listing)
        elif self._open.pop(listing, None):
            self._state.gaps.give_up(listing)
            self._given_up.add(listing)

    def break_off(self, step: Step) -> None:
        """Note that the walk behind the first page of a listing could not be ended.

        Where it has broken off for days, the others have to close what it leaves open.
        """
        if not step.root or self.run.window.explicit:
            return
        gap = self._open.get(step.root)
        if gap and has_passed(_PATIENCE, gap.until, self.run.now()):
            self.end(step.root)
            return
        if gap is None:
            self.find(step.root)
        self.run.is_whole = False

    def bridge(self, shown: Mapping[str, set[str]], days: Collection[str]) -> None:
        """Close the gaps of this run that their own listings can't, where others were walked.

        *shown* holds by listing what its walk has shown, and among them are the pages of *days*.
        All listings must have answered.
        """
        for listing in self._covered(shown, days) if self.run.is_whole else ():
            self._state.gaps.bridge(listing, self._state.urls.run)

    def is_any_left(self, shown: Mapping[str, set[str]], days: Collection[str]) -> bool:
        """Return whether a gap of this run is not closed yet, by its own listing or by others."""
        return bool(self._open) or not self._given_up <= self._covered(shown, days)

    def _covered(self, shown: Mapping[str, set[str]], days: Collection[str]) -> set[str]:
        """Return the listings that end within their gap, and show nothing that others don't.

        Others are those that met what they knew, and the pages of days.
        """
        walked = self._closed.union(days)
        others = set().union(*(keys for listing, keys in shown.items() if listing in walked))
        return {listing for listing in self._given_up if shown[listing] <= others}

    def is_awaited(self, address: str, status: int | None) -> bool:
        """Return whether a listing that failed, with an error *status* if any, may answer yet."""
        will = status is None or will_pass(f"HTTP {status}")
        return will and not self.is_dead(address)

    def is_dead(self, address: str) -> bool:
        """Return whether a listing has not answered for so long that nothing waits for it."""
        rhythm = self._state.rhythms.of(address)
        if rhythm is None:
            return self.run.trusts_known
        return has_passed(_PATIENCE, rhythm.looked, self.run.now())
