"""What the pages of days showed in one run, and whether that is what they should show."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from newsbot.ledger.settling import AGREED
from newsbot.rhythm import Rhythm
from newsbot.state.dayviews import ABSENT, EMPTY, OTHER, SHOWN, SWAPPED, DayPage, DayView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsbot.pages.listed import Listed
    from newsbot.paging import Look
    from newsbot.run import Run

# Under what address the days that are over have their rhythm, behind that of today's page.
PAST = " past"


class DayBook:
    """The pages of days that one run has asked for; *absent* are those that are not there."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.absent: set[DayPage] = set()
        self._views = run.state.dayviews
        self._seen: dict[DayPage, dict[str, date | None]] = {}
        self._brought: Counter[DayPage] = Counter()
        self._last: dict[str, set[str]] = {}
        self._judged: dict[DayPage, str] = {}

    def seen(self, page: DayPage, look: Look, entries: Iterable[Listed]) -> None:
        """Note what *page* showed, to be judged when its articles are known.

        Of articles that are not fetched the days tell that are printed with its *entries*.
        """
        keys = self._seen.setdefault(page, {})
        keys |= dict.fromkeys(look.every)
        self._brought[page] += look.brought
        for entry in entries:
            key = self.run.profile.article_key(entry.url)
            if key in keys:
                keys[key] = entry.day

    def miss(self, page: DayPage) -> None:
        """Note that *page* is not there."""
        self._seen.setdefault(page, {})
        self.absent.add(page)

    def pages(self, template: str) -> Iterator[DayPage]:
        """Yield the pages made from *template* that were asked for."""
        for pages in (self._judged, self._seen):
            yield from (page for page in list(pages) if page.template == template)

    def outcome(self, page: DayPage) -> str | None:
        """Return what *page* shows as far as is known by now, ``None`` if it was not asked for."""
        if page not in self._seen:
            return self._judged.get(page)
        return self._outcome(page, self._own(page))

    def judge(self, page: DayPage) -> str | None:
        """Return what *page* shows, now that its articles are known; note it if its day is over.

        ``None`` if it was not asked for, or has been judged before.
        """
        if page not in self._seen:
            return None
        own = self._own(page)
        outcome = self._judged[page] = self._outcome(page, own)
        keys = self._seen.pop(page)
        self._last[page.template] = set(keys)
        brought = self._brought.pop(page, 0)
        if page.day < self.run.today:
            agrees = AGREED if outcome in {SHOWN, EMPTY} and not brought else 1
            is_first = self._views.of(page) is None and outcome != EMPTY
            self._views.look(page, DayView(self.run.now(), agrees, outcome), keys)
            self._note_past(page.template, brought, is_first=is_first)
            if outcome == SHOWN:
                self.run.state.urls.set_day(own, page.day)
        return outcome

    def finish(self) -> None:
        """Judge all that was seen and not judged yet, the pages that show nothing last."""
        for page in sorted(self._seen, key=lambda page: not self._seen[page]):
            self.judge(page)

    def _own(self, page: DayPage) -> dict[str, date | None]:
        """Return the articles of *page* alone, with their days as printed on it.

        What stands on other days' pages, too, is the frame: the newest, the most read.
        """
        keys = self._seen[page]
        others = (seen for other, seen in self._seen.items() if other != page)
        elsewhere = self._last.get(page.template, set()).union(*others)
        return {key: day for key, day in keys.items() if key not in elsewhere} or keys

    def _note_past(self, template: str, brought: int, *, is_first: bool) -> None:
        """Note whether the page of a day that is over *brought* what others had not shown.

        A second look brings nothing where the first was good: it is no evidence against the page.
        """
        rhythms, address, now = self.run.state.rhythms, template + PAST, self.run.now()
        before = rhythms.of(address) or Rhythm(looked=now)
        vain = 0 if brought else before.vain + is_first
        rhythms.keep(address, "day", Rhythm(looked=now, vain=vain), standing=False)

    def _outcome(self, page: DayPage, own: dict[str, date | None]) -> str:
        """Return what *page* shows whose *own* articles have the days printed with them.

        An article whose day is not known is no evidence. A page without any is that of a day
        without news, unless others know some; so is one that is not there where others are.
        """
        day, state = page.day, self.run.state
        if not own:
            if state.articles.has_day(day):
                return OTHER
            is_absent = page in self.absent and not self._views.is_used(page.template)
            return ABSENT if is_absent else EMPTY
        known = Counter(
            state.articles.day_of(key) or printed or state.urls.day_of(key)
            for key, printed in own.items()
        )
        known.pop(None, None)
        if not known or 2 * known[day] >= known.total():
            return SHOWN
        other = _exchanged(day)
        return SWAPPED if other and 2 * known[other] >= known.total() else OTHER


def _exchanged(day: date) -> date | None:
    """Return *day* with its day and month exchanged, where that is another day."""
    if day.day > 12 or day.day == day.month:
        return None
    return date(day.year, day.day, day.month)
