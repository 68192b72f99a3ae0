"""What links the articles of one site with their copies, its own and those of other sites."""

from __future__ import annotations

import logging
import sqlite3
from typing import TYPE_CHECKING

import orjson

from newsbot.archive.disk import put_aside
from newsbot.copies.clusters import Clusters
from newsbot.copies.entry import entry_of
from newsbot.copies.links import copies_of, printed_links
from newsbot.copies.records import Records
from newsbot.copies.store import FILE
from newsbot.copies.texts import Texts
from newsbot.exceptions import StateError

if TYPE_CHECKING:
    from pathlib import Path

    from newsbot.corpus import Link
    from newsbot.state import State

logger = logging.getLogger(__name__)

# So many articles are told in one transaction, in which other runs wait, and so many at once at
# most; the rest of a site that was never linked follows by and by.
_BATCH, _MOST = 512, 2048


class Linking:
    """Tells the clusters beside the states in *folder* what the *state* of *site* keeps.

    The articles are told after the commit that keeps them, and noted as told after the clusters'
    own: a kill in between has them told again, which changes nothing. Clusters that are damaged are
    put aside and made anew. Raises sqlite3.Error where a disk fails; opening raises OSError.
    """

    def __init__(self, folder: Path, site: str, state: State) -> None:
        self._folder = folder
        self._site = site
        self._state = state
        try:
            self._clusters = Clusters(folder / FILE)
        except StateError as error:
            self._clusters = self._anew(error)

    def take_in(self) -> None:
        """Tell what was kept, changed and removed; have those months rendered that it concerns."""
        try:
            self._take_in()
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as error:
            self._clusters.close()
            self._clusters = self._anew(error)
            self._take_in()

    def _anew(self, error: Exception) -> Clusters:
        """Put clusters that are damaged aside; return new ones, which can be told all again."""
        aside = self._folder.parent / "quarantine" / self._site
        for suffix in ("", "-wal", "-shm"):
            path = self._folder / f"{FILE}{suffix}"
            if path.exists():
                put_aside(path, aside)
        logger.warning("The clusters are damaged (%s), moved to %s and made anew", error, aside)
        return Clusters(self._folder / FILE)

    def _take_in(self) -> None:
        unlinked = self._state.unlinked
        if unlinked.know(self._clusters.name):
            self._doubt_lines()
            self._state.commit()
        for _ in range(0, _MOST, _BATCH):
            rows = unlinked.first(_BATCH)
            if not rows:
                break
            self._tell(rows)
            unlinked.done(article_id for article_id, _ in rows)
            self._state.commit()
        self._render_stale()

    def _doubt_lines(self) -> None:
        """Have what the lines say of copies rendered anew, but for what the clusters are called."""
        printed = printed_links(self._folder.parent / "articles" / self._site)
        with self._clusters.change():
            self._clusters.names.keep(
                {one: link.cluster for one, link in printed.items() if link.cluster}
            )
        months = {month for one in printed if (month := self._state.articles.month_of(one))}
        for month in months:
            self._state.articles.render_anew(month)

    def _tell(self, rows: list[tuple[str, bytes | None]]) -> None:
        """Tell of *rows* together; other states are read as they stand then, not as they stood."""
        gone = [article_id for article_id, line in rows if line is None]
        own = {self._site: self._state}
        with self._clusters.change(), Records(self._folder, own) as records:
            texts = Texts(records)
            self._clusters.remove(gone, texts)
            for _, line in rows:
                if line is not None:
                    entry, text = entry_of(orjson.loads(line))
                    texts.tell(entry.id, text)
                    self._clusters.add(entry, texts)

    def _render_stale(self) -> None:
        """Have the months rendered anew of which the clusters say something else now.

        They are noted in the state first: what comes in later is stale again.
        """
        if months := self._clusters.stale(self._site):
            for month in months:
                self._state.articles.render_anew(month)
            self._state.commit()
            self._clusters.fresh(self._site, months)

    def links(self) -> dict[str, Link]:
        """Return what the clusters say of the site's articles, by id; of most, nothing."""
        return copies_of(self._folder / FILE, self._site).links

    def forget(self) -> None:
        """Take all of the site out of the clusters."""
        with Records(self._folder, {}) as records, self._clusters.change():
            self._clusters.remove(self._clusters.ids(self._site), Texts(records))

    def scrub(self) -> None:
        """Leave no byte of what was removed in the file or beside it."""
        self._clusters.scrub()

    def close(self) -> None:
        """Give the clusters up."""
        self._clusters.close()
