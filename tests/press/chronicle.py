"""What every story said at every instant, in the order in which listings show them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from tests.press.paper import WatchedPaper

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime
    from random import Random

    from newsbot.demo.paper import Story

MOST_DRAWN = 12
_instant = itemgetter(0)
_Order = list[tuple["datetime", str]]


class Chronicle:
    """The stories of a paper over time; a story is listed by the instant that it prints first."""

    def __init__(self) -> None:
        self._versions: defaultdict[str, list[tuple[datetime, Story | None]]] = defaultdict(list)
        self._all: _Order = []
        self._sections: defaultdict[str, _Order] = defaultdict(list)
        self._days: defaultdict[date, _Order] = defaultdict(list)

    def note(self, key: str, at: datetime, story: Story | None) -> None:
        """Note that from *at* on *key* is *story*, or withdrawn."""
        if story and key not in self._versions:
            for order in (
                self._all,
                self._sections[story.section],
                self._days[story.published.date()],
            ):
                insort(order, (story.published, key))
        insort(self._versions[key], (at, story), key=_instant)

    def as_of(self, key: str, at: datetime) -> Story | None:
        """Return the story as it was at an instant, ``None`` if it was not out or withdrawn."""
        versions = self._versions.get(key, [])
        if versions and versions[-1][0] <= at:
            return versions[-1][1]
        place = bisect_right(versions, at, key=_instant)
        return versions[place - 1][1] if place else None

    def shown(
        self, at: datetime, *, section: str | None = None, day: date | None = None
    ) -> Iterator[Story]:
        """Yield the stories that are out at an instant, newest first, of one section or day."""
        order = self._all
        if day is not None:
            order = self._days.get(day, [])
        elif section is not None:
            order = self._sections.get(section, [])
        for _, key in reversed(order):
            story = self.as_of(key, at)
            if story and section in (None, story.section):
                yield story

    def drawn(
        self, random: Random, at: datetime, *, section: str | None, before: Story | None
    ) -> Iterator[Story]:
        """Yield by chance some of the stories that are out, each once: of a section, of before."""
        order = self._all if section is None else self._sections.get(section, [])
        end = bisect_left(order, (before.published, before.key)) if before else len(order)
        for place in random.sample(range(end), min(end, MOST_DRAWN)):
            if story := self.as_of(order[place][1], at):
                yield story


class ChronicledPaper(WatchedPaper):
    """A paper that remembers what its stories said, and finds those of a page quickly.

    The stories it is made with have been out since they were published.
    """

    def __init__(self, stories: Iterable[Story], today: datetime) -> None:
        super().__init__((), today)
        self.chronicle = Chronicle()
        for story in stories:
            self.publish(story, out=story.published)

    def publish(self, story: Story, out: datetime | None = None) -> None:
        """Take *story* in; it is on the pages from *out* on, or else from now or its `published`.

        A late story prints an instant long before it is out.
        """
        super().publish(story)
        story = self._stories[story.key]
        self.chronicle.note(story.key, out or max(story.published, self.today), story)

    def edit(self, key: str, **changes: Any) -> None:
        """Change fields of the story *key*; `modified` becomes now unless given."""
        super().edit(key, **changes)
        self.chronicle.note(key, self.today, self._stories[key])

    def withdraw(self, key: str, status: int = 410) -> None:
        """Take the story *key* off every listing; its page answers *status* from now on."""
        super().withdraw(key, status)
        self.chronicle.note(key, self.today, None)

    @property
    def stories(self) -> list[Story]:
        """The stories that are out now, newest first."""
        return list(self.chronicle.shown(self.today))

    def stories_of(
        self, *, section: str | None = None, day: date | None = None, but: Story | None = None
    ) -> list[Story]:
        """Return the stories of a section or calendar day, newest first, without *but*."""
        shown = self.chronicle.shown(self.today, section=section, day=day)
        return [story for story in shown if story != but]
