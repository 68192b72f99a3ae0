"""When a listing is looked at again: by how much of it is new at each look, and to us."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from newsbot.schedule import has_passed

# At a look about half of what a listing shows should be known (Media Cloud's rule: 33 to 67 %), so
# that nothing runs past it unseen; and it should bring so many new articles that it costs little
# beside them.
KNOWN_SHARE = 0.5
WORTH_A_LOOK = 4
LONGEST = timedelta(days=1)
# A listing that only repeats what others show is no more than a check on them; after so many such
# looks it is asked rarely. One that never changes (a sitemap of a past year) hardly at all.
VAIN = 3
LONGEST_VAIN = timedelta(days=3)
LONGEST_STILL = timedelta(days=30)
SILENCE = timedelta(hours=36)
# A run begins a little earlier or later than the one before it.
SLACK = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """What is known of one listing's rhythm.

    *pause* is what should pass after it was *looked* at. *vain* counts the looks in a row that
    showed only what other listings had shown before. With *safe* entries new on its first page, or
    fewer, the page behind it has been found wholly known.
    """

    looked: datetime
    pause: timedelta = timedelta()
    vain: int = 0
    safe: int = 0

    @property
    def is_vain(self) -> bool:
        """Whether it only repeats what others show."""
        return self.vain >= VAIN

    def is_due(self, now: datetime, last_news: datetime | None = None) -> bool:
        """Return whether it is to be asked at *now*.

        A vain one is asked every day while nothing new comes in from the others, which may have
        died: *last_news* is when an article last came in.
        """
        pause = min(self.pause, LONGEST) if is_silent(now, last_news) else self.pause
        return has_passed(pause * SLACK, self.looked, now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """One look at a listing: how many entries it showed.

    *fresh* are those that it had not shown at the last look, *brought* those that no listing at all
    had shown before.
    """

    shown: int
    fresh: int
    brought: int


def is_silent(now: datetime, last_news: datetime | None) -> bool:
    """Return whether no article has come in for so long that a listing may have died."""
    return last_news is None or has_passed(SILENCE, last_news, now)


def next_rhythm(
    before: Rhythm | None, glance: Glance, now: datetime, longest: timedelta = LONGEST
) -> Rhythm:
    """Return the rhythm of a listing after a *glance* at it; of one met first, it is due at once.

    Where nothing at all is new the pause grows by half, up to *longest*; else it is as long as it
    takes for half of the entries to change, or for a few articles to come, if that is less.
    """
    if before is None:
        return Rhythm(looked=now)
    elapsed = max(now - before.looked, timedelta())
    vain = 0 if glance.brought else before.vain + bool(glance.fresh)
    usual = max(before.pause, elapsed)
    if vain >= VAIN:
        pause = min(2 * usual, max(longest, LONGEST_VAIN))
    elif glance.fresh == 0:
        pause = min(1.5 * usual, longest)
    elif glance.fresh == glance.shown:
        # How much more has run past it cannot be told.
        pause = min(before.pause, elapsed) / 2
    else:
        pause = elapsed * KNOWN_SHARE * glance.shown / glance.fresh
        if glance.brought:
            pause = min(pause, elapsed * WORTH_A_LOOK / glance.brought)
        pause = min(max(pause, before.pause / 4), 2 * usual, LONGEST)
    whole = timedelta(seconds=round(pause.total_seconds()))
    return Rhythm(looked=now, pause=whole, vain=vain, safe=before.safe)
