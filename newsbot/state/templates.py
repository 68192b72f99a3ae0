"""What was learnt of a site's pages, version by version."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from newsbot.archive.lesson import Lesson
from newsbot.extract.template import Templates
from newsbot.state.instants import instant
from newsbot.versions import Version, Versions

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

# From the beginning: every page is read by what was learnt of the whole archive.
EVER = ""


class KeptTemplates:
    """One row for every version; none is ever changed, and only one for all takes their place."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._versions: Versions | None = None

    def versions(self) -> Versions:
        """Return all versions."""
        if self._versions is None:
            rows = self._db.execute("SELECT since, value FROM template ORDER BY since")
            self._versions = Versions(
                [
                    Version(
                        datetime.fromisoformat(since) if since else None, Templates.of_json(value)
                    )
                    for since, value in rows
                ]
            )
        return self._versions

    def of(self, keys: Iterable[str], fetched: datetime) -> Templates:
        """Return by what a page fetched at that instant is read, whose article *keys* lead to."""
        return self.versions().at(self.first_kept(keys) or fetched)

    def first_kept(self, keys: Iterable[str]) -> datetime | None:
        """Return when the article was fetched that *keys* lead to, the first time it was kept.

        What was in force then all its revisions are read by: they are compared like with like, and
        a lesson learnt in between is no change of the page.
        """
        for key in keys if self.versions().listed else ():
            row = self._db.execute(
                "SELECT kept FROM revision JOIN identity USING (id) WHERE key = ? AND revision = 1",
                (key,),
            ).fetchone()
            if row:
                return datetime.fromisoformat(row[0])
        return None

    def add(self, templates: Templates, articles: int, now: datetime) -> None:
        """Note what was learnt when the site had so many *articles*; later pages are read by it.

        Later than any that was fetched, whatever the clock said then.
        """
        fetched = self._db.execute(
            "SELECT max(moment) FROM capture UNION SELECT max(kept) FROM revision"
            " UNION SELECT max(fetched) FROM url UNION SELECT max(since) FROM template"
        )
        since = max([instant(now), *(moment for (moment,) in fetched if moment)])
        self.recall(Lesson(since, instant(now), articles, templates.json), is_archived=False)

    def recast(self, templates: Templates, articles: int, now: datetime) -> None:
        """Note what was learnt of the whole archive: all pages so far are read by it."""
        lesson = Lesson(EVER, instant(now), articles, templates.json)
        self.recall(lesson, is_archived=False)

    def recall(self, lesson: Lesson, *, is_archived: bool = True) -> None:
        """Note *lesson*, which stands in the archive already or is yet to be written there."""
        if lesson.since == EVER:
            self._db.execute("DELETE FROM template")
        self._db.execute(
            "INSERT OR REPLACE INTO template VALUES (?, ?, ?, ?, ?)",
            (lesson.since, lesson.learnt, lesson.articles, lesson.templates, is_archived),
        )
        self._versions = None

    def unarchived(self) -> list[Lesson]:
        """Return what the archive does not hold yet, the oldest first."""
        rows = self._db.execute(
            "SELECT since, learnt, articles, value FROM template WHERE NOT archived ORDER BY since"
        )
        return [Lesson(*row) for row in rows]

    def archived(self) -> None:
        """Note that the archive holds all."""
        self._db.execute("UPDATE template SET archived = 1 WHERE NOT archived")

    def take_over(self, other: KeptTemplates) -> None:
        """Note what *other* holds, as in a state that is made anew beside an older one."""
        rows = other._db.execute("SELECT since, learnt, articles, value, archived FROM template")
        self._db.executemany("INSERT OR REPLACE INTO template VALUES (?, ?, ?, ?, ?)", rows)
        self._versions = None

    def articles(self) -> int:
        """Return how many articles the site had when something was last learnt, 0 if never."""
        query = "SELECT articles FROM template ORDER BY learnt DESC, since DESC LIMIT 1"
        row = self._db.execute(query).fetchone()
        return int(row[0]) if row else 0

    def pages(self, newest: int, spread: int) -> list[bytes]:
        """Return the lines of articles to learn from: so many *newest*, and *spread* over time."""
        rows = self._db.execute(
            "SELECT id, line FROM article ORDER BY day DESC, published DESC, id LIMIT ?",
            (newest,),
        )
        lines = dict(rows.fetchall())
        first, last = self._db.execute("SELECT min(day), max(day) FROM article").fetchone()
        for number in range(spread if first else 0):
            begin, end = date.fromisoformat(first), date.fromisoformat(last)
            day = begin + timedelta(days=(end - begin).days * number // spread)
            lines.update(
                self._db.execute(
                    "SELECT id, line FROM article WHERE day <= ? ORDER BY day DESC, id LIMIT 1",
                    (day.isoformat(),),
                )
            )
        return list(lines.values())
