"""How deep a run goes into each listing, and what it does about a gap."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from newsbot.gapwalk import GapWalk
from newsbot.rhythm import LONGEST, LONGEST_STILL, Glance, next_rhythm
from newsbot.step import NEXT_PAGE, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsbot.pages.listed import Listing
    from newsbot.run import Run

# Fewer entries prove nothing: a section may show three stories, all of today.
_TELLING = 4


class Look(NamedTuple):
    """What a page of a listing showed: *every* article key, and of these what the run is after.

    *new* are those not known before the run, or before the gap it walks back; *brought* is how
    many no listing had shown before; *overlaps* tells whether anything was known that is not
    merely pinned, *is_round* whether the pages before have shown all of it.
    """

    every: Sequence[str]
    listed: tuple[str, ...]
    new: tuple[str, ...]
    brought: int
    overlaps: bool
    is_round: bool = False


class Paging:
    """The pages of the listings of one run.

    A page is followed by the next while it shows what was not known before. Where that is so of a
    whole page, which no other listing of the run showed before it, something may have run past
    unseen: that gap is walked back at once, in this run or, where it breaks off, in the next. How
    many new entries the first page of a listing can have without any behind it is learnt
    (``safe``), for the last page of such a walk costs a request and brings nothing; where no day
    pages show what came late, the walk goes further every week.
    """

    def __init__(self, run: Run) -> None:
        self.run = run
        self._state = run.state
        self.gaps = GapWalk(run)
        self._audited: set[str] = set()
        self._walked: defaultdict[str, set[str]] = defaultdict(set)
        self._led_to: dict[str, int] = {}
        self._days: set[str] = set()

    def look(self, step: Step, every: Sequence[str], listed: tuple[str, ...]) -> Look:
        """Return what a page showed; called before its articles are noted as shown.

        What the same walk has shown on the pages before says nothing new: it is the frame, or the
        list turns in a circle.
        """
        listing, urls = step.listing, self._state.urls
        if step.root is None:
            self.gaps.remember(step)
        since = self.gaps.since(listing)
        walked = self._walked[listing]
        look = Look(
            every=every,
            listed=listed,
            new=tuple(k for k in listed if k not in walked and not urls.is_old(k, since)),
            brought=sum(not urls.has(key) for key in listed),
            overlaps=any(self.gaps.is_met(key, listing) for key in every),
            is_round=bool(listed) and walked.issuperset(listed),
        )
        walked.update(listed)
        if step.channel == "day":
            self._days.add(listing)
        if step.root is None:
            self._begin(step, look)
        else:
            self._learn(step, look)
        if not look.new and look.overlaps:
            self.gaps.close(listing)
        return look

    def behind(self, page: Listing, step: Step, look: Look) -> Iterator[Step]:
        """Yield the step to the page behind *page*, if it may show what is not known."""
        following = self._following(page, step, look)
        if following is None or self._is_safe(step, look):
            self.gaps.end(step.listing, is_met=look.overlaps)
        elif look.new or self._is_wanted(step):
            yield following

    def lead_on(self, step: Step) -> bool:
        """Return whether the page behind another still lies in the window, now that its turn came.

        Where no article of the page before it could be fetched nothing tells: the walk is broken
        off, and the next run has to go there again.
        """
        if step.reaches is not None:
            return step.reaches
        window, urls = self.run.window, self._state.urls
        if window.since is None:
            return True
        keys = step.after or ()
        days = {key: self._state.articles.day_of(key) or urls.day_of(key) for key in keys}
        if any(day and window.reaches(day) for day in days.values()):
            return True
        unfetched = [key for key, day in days.items() if day is None and not urls.is_fetched(key)]
        if unfetched:
            self.gaps.break_off(step)
            return False
        return self.run.trusts_known and None in days.values()

    def missing(self, step: Step) -> None:
        """Note that a listing has no page where *step* leads: it ends there, or is gone.

        One that has not been there for long is forgotten.
        """
        if step.root:
            self.gaps.end(step.root)
        elif self.gaps.is_dead(step.address):
            self._state.rhythms.forget(step.address)

    def is_struck(self, step: Step, every: Sequence[str]) -> bool:
        """Return whether a listing that showed articles at its last look shows none at all.

        Then it is no listing but what a site shows in its place; until it has been so for long, it
        has not answered, and all others are asked.
        """
        if every or step.channel == "day" or self.gaps.is_dead(step.address):
            return False
        return bool(self._state.listings.entries(step.address))

    def wants_days(self) -> bool:
        """Return whether a gap is left, or a listing failed, that the pages of days may close."""
        return not self.run.is_whole or self.gaps.is_any_left(self._walked, self._days)

    def finish(self) -> None:
        """Close the gaps that other listings have closed: the run met what it knew everywhere.

        An index is worth what the best of the listings is that it leads to.
        """
        for address, vain in self._led_to.items():
            self._state.rhythms.set_vain(address, vain)
        self.gaps.bridge(self._walked, self._days)

    def _begin(self, step: Step, look: Look) -> None:
        """Note the first page of a listing: its rhythm, and whether it proves a gap."""
        address = step.rhythm(self.run.today)
        if address is None:
            return
        now, known = self.run.now(), self._state.rhythms.of(address)
        is_week = known and now.toordinal() // 7 != known.looked.toordinal() // 7
        if is_week and not self._state.dayviews.is_used():
            self._audited.add(step.address)
        is_gap = len(look.every) >= _TELLING and not look.overlaps and look.brought
        if self.gaps.is_remembered(step.address) and is_gap and self.run.trusts_known:
            self.gaps.find(step.address)
        is_rare = step.channel == "sitemap" and step.via is not None and not step.standing
        before = {entry.key for entry in self._state.listings.entries(step.address)}
        fresh = sum(key not in before for key in look.every)
        glance = Glance(shown=len(look.every), fresh=fresh, brought=look.brought)
        rhythm = next_rhythm(known, glance, now, LONGEST_STILL if is_rare else LONGEST)
        self._state.rhythms.keep(address, step.channel, rhythm, standing=step.standing)
        if step.channel == "sitemap" and step.via and look.every:
            index = f"GET {step.via}"
            self._led_to[index] = min(self._led_to.get(index, rhythm.vain), rhythm.vain)

    def _learn(self, step: Step, look: Look) -> None:
        """Learn from the second page of a listing how many new entries its first may have."""
        rhythm = self._state.rhythms.of(step.listing)
        if step.number != 2 or rhythm is None:
            return
        if look.new and step.fresh <= rhythm.safe:
            self._state.rhythms.set_safe(step.listing, 0)
        elif not look.new and step.fresh > rhythm.safe:
            self._state.rhythms.set_safe(step.listing, step.fresh)

    def _is_wanted(self, step: Step) -> bool:
        """Return whether the page behind that of *step* is asked for though nothing is new here."""
        run = self.run
        is_past = step.channel == "day" and step.day is not None and step.day < run.today
        if run.window.explicit or not run.trusts_known or is_past:
            return True
        return step.listing in self._audited and step.listing not in self.gaps

    def _is_safe(self, step: Step, look: Look) -> bool:
        """Return whether the first page of a listing shows all that is new, as far as is learnt."""
        if step.root or step.listing in self.gaps or self._is_wanted(step):
            return False
        rhythm = self._state.rhythms.of(step.listing)
        return rhythm is not None and len(look.new) <= rhythm.safe < len(look.listed)

    def _following(self, page: Listing, step: Step, look: Look) -> Step | None:
        """Return the step to the page after *page*; ``None`` if there is none, or all was shown.

        Some lists answer any page past their last with their last, or with their first.
        """
        url = page.next
        if step.more and look.listed:
            url = step.more.format(page=step.number + 1)
        if not url or url == step.url or look.is_round:
            return None
        return Step(
            url=url,
            channel="section" if step.channel == "seed" else step.channel,
            priority=NEXT_PAGE,
            after=look.listed,
            day=step.day,
            more=step.more,
            number=step.number + 1,
            root=step.listing,
            fresh=len(look.new),
            reaches=self._says_reaches(page),
        )

    def _says_reaches(self, page: Listing) -> bool | None:
        """Return whether what lies behind *page* may be in a range asked for, if its dates tell.

        Some entries beside the list, such as the most read, may be newer than all of it.
        """
        days = [entry.day for entry in page.articles if entry.day]
        if not self.run.window.explicit or not days:
            return None
        return 2 * sum(self.run.window.reaches(day) for day in days) >= len(days)
