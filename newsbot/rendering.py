"""The files of articles of one site, rendered from its state: when, and in place of what."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from newsbot.archive.disk import put_aside, sync_folder
from newsbot.corpus import as_rendered, write_lines
from newsbot.datasetcard import keep_card
from newsbot.schedule import has_passed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, timedelta
    from pathlib import Path

    from newsbot.copies.linking import Linking
    from newsbot.state import State

logger = logging.getLogger(__name__)


class Rendering:
    """Renders the months of *state* into *folder*, in a long run every *pause*.

    What others have put or changed there goes to the folder *quarantine*. *linking* finds the
    copies of what is kept. Every method raises OSError or sqlite3.Error where the disk fails; what
    was not rendered is still stale then.
    """

    def __init__(
        self,
        folder: Path,
        state: State,
        quarantine: Path,
        pause: timedelta,
        linking: Linking | None = None,
    ) -> None:
        self._folder = folder
        self._state = state
        self._quarantine = quarantine
        self._pause = pause
        self._last: datetime | None = None
        self._linking = linking

    def render_stale(self) -> None:
        """Link what was kept with its copies, and write the months that are stale.

        A kill in between leaves them to the next run. Where an article moved from one to another,
        it never is in neither of them.
        """
        if self._linking:
            self._linking.take_in()
        for lost in (False, True):
            if months := self._state.articles.stale_months(lost=lost):
                self._render(months)

    def _render(self, months: Sequence[str]) -> None:
        articles = self._state.articles
        links = self._linking.links() if self._linking else {}
        for month in months:
            path = self._path(month)
            lines = (as_rendered(*line, links) for line in articles.lines(month))
            write_lines(path, lines, lasts=False)
            articles.rendered(month, path.stat().st_size if path.exists() else 0)
        if self._folder.exists():
            keep_card(self._folder.parent)
            sync_folder(self._folder)
        self._state.commit()

    def render_if_due(self, now: datetime) -> None:
        """Write the months that are stale if the pause is over, so that a backfill can be seen.

        The first call only begins the pause.
        """
        if self._last is None or has_passed(self._pause, self._last, now):
            if self._last is not None:
                self.render_stale()
            self._last = now

    def put_odd_aside(self) -> None:
        """Leave nothing but what was rendered; a month that is missing by then becomes stale.

        A file is told by its length, for a digest would take as long as rendering all anew.
        """
        articles = self._state.articles
        stale = {self._path(month) for month in articles.stale_months()}
        lengths = {self._path(month): length for month, length in articles.lengths().items()}
        for path in sorted(self._folder.glob("*")):
            if path.suffix == ".tmp" and path.is_file():
                path.unlink()
            elif path not in stale and path.stat().st_size != lengths.get(path):
                aside = put_aside(path, self._quarantine)
                logger.warning("%s is not as it was rendered: moved to %s", path, aside)
        for path in lengths:
            if not path.exists():
                articles.render_anew(path.stem)

    def close(self) -> None:
        """Give up what links the copies."""
        if self._linking:
            self._linking.close()

    def _path(self, month: str) -> Path:
        return self._folder / f"{month}.jsonl"
