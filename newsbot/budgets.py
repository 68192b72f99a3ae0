"""Budgets: how many pages of one pattern are asked for that bring nothing.

A calendar without end, a session in every link, a filter for every colour: such pages are told
from others by what they bring, not by what they look like.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from newsbot.patterns import path_of, pattern_of, turns_in_circles

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

# Under this name pages are counted of whatever pattern.
_ANY = "*"
# Of a long listing so many entries tell what it shows.
_TELLING = 200
# Who goes round in a circle shows again what was seen not long ago.
_MOST_SEEN = 20_000
CIRCLE = "an address that repeats itself"


class Allowance(NamedTuple):
    """How many pages in a row may bring nothing: of one pattern, of one path, of all together."""

    pattern: int
    path: int
    every: int


LISTINGS, ARTICLES = Allowance(20, 40, 100), Allowance(50, 100, 200)
# What was spent in an earlier run is tried again by a quarter of the pages, for it may have mended.
_QUARTER = 4
_ESTABLISHED = 3


@dataclass(slots=True)
class _Account:
    """What the pages of one pattern have brought: *vain* is how many in a row brought nothing.

    Of those that *came* the first up to *place* are passed over; *stopped* is at which of them no
    more were asked for.
    """

    allowance: int
    place: int = 0
    came: int = 0
    stopped: int | None = None
    vain: int = 0
    brought: int = 0
    seen: set[int] = field(default_factory=set)

    def note(self, told: set[int], *, is_new: bool) -> None:
        """Note what a page has *told*, and whether any of it *is_new*."""
        if len(self.seen) > _MOST_SEEN:
            self.seen.clear()
        self.seen |= told
        self.vain = 0 if is_new else self.vain + 1
        self.brought += is_new

    def pass_over(self) -> bool:
        """Note that one more came; return whether its turn is in another run."""
        self.came += 1
        if self.came > self.place and self.is_spent and self.stopped is None:
            self.stopped = self.came - 1
        return self.came <= self.place or self.is_spent

    @property
    def is_spent(self) -> bool:
        """Whether no more is to be asked; who has brought much may fail as often again."""
        return self.vain >= self.allowance + self.brought


class Budgets:
    """The budgets of one run for pages of one kind; *spent* are patterns that others have spent.

    A page brings something where it shows what no page of its pattern has shown in this run.
    ``left_out`` counts by pattern the addresses that were not asked for. *places* tells up to which
    the first of a pattern had their turn in earlier runs.
    """

    def __init__(
        self,
        allowance: Allowance,
        spent: Collection[str] = (),
        places: Mapping[str, int] = MappingProxyType({}),
    ) -> None:
        self.left_out: Counter[str] = Counter()
        self._allowance = allowance
        self._before = frozenset(spent)
        self._places = places
        self._has_held_all = False
        self._accounts: dict[str, _Account] = {}

    def was_spent(self, url: str) -> bool:
        """Return whether the pattern or the path of *url* was spent before this run."""
        pattern = pattern_of(url)
        return not self._before.isdisjoint((pattern, path_of(pattern)))

    def admit(self, url: str, *, is_first: bool = True) -> bool:
        """Return whether *url* may be asked for; where not, count it.

        A page that *is_first* of its kind counts among all others, too; one behind another does
        not.
        """
        held_by = self._held_by(url, is_first=is_first)
        if held_by:
            self._leave_out(url, held_by)
        return held_by is None

    def admit_in_turn(self, url: str) -> bool:
        """Return whether *url* may be asked for, which no run has found to bring anything.

        What a spent pattern leaves out has its turn in the runs to come.
        """
        if turns_in_circles(url):
            return self.admit(url)
        name = next((n for n, account in self._accounts_of(url) if account.pass_over()), None)
        if name:
            self._leave_out(url, name)
        return name is None

    def is_open(self, url: str) -> bool:
        """Return whether *url* might be asked for, without counting it."""
        return self._held_by(url) is None

    def _held_by(self, url: str, *, is_first: bool = True) -> str | None:
        """Return what keeps *url* from being asked for: an account that is spent, or its form."""
        if turns_in_circles(url):
            return CIRCLE
        accounts = self._accounts_of(url)
        spent = (name for name, account in accounts if account.is_spent)
        return next((one for one in spent if is_first or one != _ANY), None)

    def _leave_out(self, url: str, name: str) -> None:
        """Count *url*, kept from being asked for by the account of that *name*, or by its form."""
        self._has_held_all |= name == _ANY and self._accounts[name].is_spent
        self.left_out[pattern_of(url) if name == _ANY else name] += 1

    def read(self, url: str, shown: Iterable[str], *, is_first: bool = True) -> bool:
        """Note what the page at *url* has *shown*; return whether its path had not shown all of it.

        A path that has brought much stands for itself, whatever others have shown before.
        """
        told = {hash(one) for one in islice(shown, _TELLING)}
        *narrow, (_, every) = self._accounts_of(url)
        for _, account in narrow:
            account.note(told, is_new=bool(told - account.seen))
        _, path = narrow[-1]
        is_new = path.vain == 0
        is_news = bool(told - every.seen) or (is_new and path.brought >= _ESTABLISHED)
        if is_first:
            every.note(told, is_new=is_news)
        return is_new

    def credit(self, url: str) -> None:
        """Note that the page at *url* has led to one that brought something."""
        for _, account in self._accounts_of(url):
            account.vain = 0

    def spent(self) -> dict[str, bool]:
        """Return the patterns met, and whether each is spent, for the runs to come."""
        return {
            name: account.is_spent or (name == _ANY and self._has_held_all)
            for name, account in self._accounts.items()
            if account.brought or account.is_spent
        }

    def places(self) -> dict[str, int]:
        """Return by pattern how many had their turn, this run's with those before; 0 for all."""
        return {name: account.stopped or 0 for name, account in self._accounts.items()}

    def _accounts_of(self, url: str) -> Iterator[tuple[str, _Account]]:
        """Yield the accounts that a page at *url* goes to, from the narrowest to the widest."""
        pattern = pattern_of(url)
        names = {pattern: self._allowance.pattern}
        names.setdefault(path_of(pattern), self._allowance.path)
        names[_ANY] = self._allowance.every
        for name, allowance in names.items():
            if name not in self._accounts:
                again = max(1, allowance // _QUARTER)
                self._accounts[name] = _Account(
                    again if name in self._before else allowance, self._places.get(name, 0)
                )
            yield name, self._accounts[name]
