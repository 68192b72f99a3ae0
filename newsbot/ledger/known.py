"""What is known of one article that a listing or a link has shown: is it held, and if not, why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date, datetime

# Pauses between tries double from an hour on, so that so many have been in vain for five days.
MANY_FAILURES = 8
WITHDRAWN = "withdrawn"
# What was kept once and is no longer: a later reading of its page made no article of it.
_WORDS = {"kept": "no article any more"}
# Of one that is not held and failed since, this tells nothing.
_SOUND = frozenset({None, "kept", "gone"})


class Known(NamedTuple):
    """One article, whatever addresses lead to it, or one address that no article is known for.

    *status* is that of an article held, ``None`` where none is. *channels* have shown it, the
    first of them when it was *first_seen*. Of one not held, *outcome* tells what its address last
    gave, *is_due* whether it is to be fetched, now or later, *attempts* how many failures in a row
    that has met, and *is_missed* whether a 404 has been met that another must confirm.
    """

    day: date | None
    status: str | None
    first_seen: datetime | None
    channels: frozenset[str]
    is_due: bool = False
    outcome: str | None = None
    attempts: int = 0
    is_missed: bool = False

    def joined(self, other: Known) -> Known:
        """Return what is known of the article that both this and the *other* address lead to."""
        seen = filter(None, (self.first_seen, other.first_seen))
        return self._replace(
            first_seen=min(seen, default=None), channels=self.channels | other.channels
        )

    @property
    def is_held(self) -> bool:
        """Whether the corpus has it, live or withdrawn."""
        return self.status is not None

    @property
    def is_missing(self) -> bool:
        """Whether it is not held and there is still hope: it is to be fetched."""
        return not self.is_held and self.is_due and self.attempts < MANY_FAILURES

    @property
    def reason(self) -> str:
        """Why it is not held, in words for a person; empty where it is."""
        if self.is_held:
            return ""
        if not self.is_due:
            return _WORDS.get(self.outcome or "", self.outcome or "never answered")
        if self.attempts >= MANY_FAILURES:
            return f"failed {MANY_FAILURES} times or more"
        if self.is_missed:
            return "not found once"
        if self.attempts:
            return f"{'failed' if self.outcome in _SOUND else self.outcome} so far"
        return "to be fetched"
