"""The versions of what was learnt of a site's pages, and which of them was in force when."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsbot.extract.template import NO_TEMPLATES, Templates

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Version:
    """Templates with the instant, UTC, after which pages are read by them; ``None``: ever since."""

    since: datetime | None
    templates: Templates


@dataclass(frozen=True, slots=True)
class Versions:
    """All versions of a site, the oldest first.

    What a page was read by follows from when it was fetched, so that it is read the same again.
    """

    listed: Sequence[Version] = ()

    def at(self, moment: datetime) -> Templates:
        """Return what a page fetched at *moment* is read by, if it is the first of its article."""
        later = [version.since for version in self.listed if version.since is not None]
        number = len(self.listed) - len(later) + bisect_left(later, moment.replace(microsecond=0))
        return self.listed[number - 1].templates if number else NO_TEMPLATES


NO_VERSIONS = Versions()
