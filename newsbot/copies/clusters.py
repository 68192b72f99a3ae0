"""The clusters of copies among the articles of all sites, in SQLite, shared by all runs."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsbot.copies.likeness import may_be_copies
from newsbot.copies.members import Member, groups, is_copy, similarity
from newsbot.copies.names import Names
from newsbot.copies.sketches import PLACES, Sketches
from newsbot.copies.store import open_store, told_as_ours
from newsbot.exceptions import StateBusyError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from newsbot.copies.entry import Entry
    from newsbot.copies.sketches import Shared
    from newsbot.copies.texts import Texts

# So many are looked at, the likest first, of those as like the ones told last; after so many in
# vain no more. A series brings dozens; the bulletin of the same day in another paper comes first.
# One that has copies is seldom of a series, and counts a quarter: another of them may be as wanted.
_LOOKED_AT, _IN_VAIN, _ALONE, _LINKED = 40, 16, 4, 1
# What is kept of the hash of a whole text: SQLite stores it in four bytes.
_WHOLE = (1 << 31) - 1


class Clusters:
    """Who copied whom: an article is in one cluster with all that it is a copy of, or they of it.

    Runs of several sites share the file, each doing a few articles in one ``change``. Months of
    other sites that it concerns are noted as stale, for only a site's own run writes its files.
    Opening raises OSError where the disk fails, StateError where the file is damaged; all else
    sqlite3.Error, also where another run holds the file for a minute.

    A cluster is called as *names* say where it begins with an article whose cluster has one there.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._db = open_store(path)
        self.names = Names(self._db)
        self._sketches = Sketches(self._db)
        with told_as_ours(path):
            ((self.name,),) = self._db.execute("SELECT name FROM self")

    def close(self) -> None:
        """Give the file up."""
        self._db.close()

    @contextmanager
    def change(self) -> Iterator[None]:
        """Make what is done inside last together, with no other process in between."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            self._sketches.begin()
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def add(self, entry: Entry, texts: Texts) -> None:
        """Take in *entry*, or what it has become, and link it with its copies among *texts*."""
        was, before = self._forget(entry.id)
        is_there = was >> PLACES == entry.partition
        if number := was if is_there else self._next(entry.partition):
            months = range(entry.partition - 1, entry.partition + 2)
            others = self._likely(entry, self._sketches.meet(months, entry.sketch))
            told = entry.id, entry.day, entry.published, entry.whole & _WHOLE, entry.size
            one = Member(number, *told, cluster=None, similarity=None)
            self._db.execute("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?)", one)
            keep = self._sketches.revise if is_there else self._sketches.add
            keep(number, entry.sketch)
            self._link(one, others, texts)
        if before is not None:
            self._regroup(before, texts)

    def remove(self, ids: Collection[str], texts: Texts) -> None:
        """Forget the articles *ids*, with their sketches, and link their copies without them."""
        query = "SELECT number FROM article WHERE id = ?"
        numbers = [n for one in ids for (n,) in self._db.execute(query, (one,))]
        self._sketches.remove(numbers)
        self.names.forget(ids)
        for cluster in {self._forget(one)[1] for one in ids}:
            if cluster is not None:
                self._regroup(cluster, texts)

    def ids(self, site: str) -> list[str]:
        """Return the ids of all articles of *site*, also of those that are only named."""
        query = "SELECT id FROM {} WHERE id > ?1 || '/' AND id < ?1 || '0'"
        query = f"{query.format('article')} UNION {query.format('named')} ORDER BY id"
        return [one for (one,) in self._db.execute(query, (site,))]

    def linked(self) -> int:
        """Return how many articles have copies."""
        query = "SELECT count(*) FROM article WHERE cluster IS NOT NULL"
        ((count,),) = self._db.execute(query).fetchall()
        return int(count)

    def stale(self, site: str) -> list[str]:
        """Return the months of *site* whose files say of copies what is not so any more."""
        rows = self._db.execute("SELECT month FROM stale WHERE site = ? ORDER BY month", (site,))
        return [month for (month,) in rows]

    def fresh(self, site: str, months: Collection[str]) -> None:
        """Note that the state of *site* knows that it is to render *months* anew."""
        query = "DELETE FROM stale WHERE site = ? AND month = ?"
        self._db.executemany(query, [(site, month) for month in months])

    def scrub(self) -> None:
        """Leave no byte of what was removed in the log beside the file; the file has none.

        Raises StateBusyError where somebody reads the file, who may still see what it was.
        """
        (is_busy, _, _) = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if is_busy:
            raise StateBusyError("another program reads the clusters; close it and try again")

    def _forget(self, article_id: str) -> tuple[int, int | None]:
        """Take *article_id* out, which leads no cluster then; return its number and cluster."""
        query = "SELECT number, cluster FROM article WHERE id = ?"
        row: tuple[int, int | None] | None = self._db.execute(query, (article_id,)).fetchone()
        if row:
            self._db.execute("DELETE FROM article WHERE number = ?", row[:1])
            self._db.execute("UPDATE cluster SET first = 0 WHERE first = ? AND number = ?", row)
        return row or (0, None)

    def _next(self, partition: int) -> int | None:
        """Return a number for an article of that month; ``None`` if it has a million of them."""
        ((place,),) = self._db.execute(
            "INSERT INTO month VALUES (?, 2) ON CONFLICT (month) DO UPDATE SET next = next + 1"
            " RETURNING next - 1",
            (partition,),
        ).fetchall()
        return (partition << PLACES) + place if place < 1 << PLACES else None

    def _likely(self, entry: Entry, met: Mapping[int, Shared]) -> list[Member]:
        """Return the articles worth comparing with *entry*, the likest first.

        One with the very same text is so whenever it came out.
        """
        same = "SELECT number FROM article WHERE whole = ? AND whole <> 0 ORDER BY number LIMIT ?"
        equal = [n for (n,) in self._db.execute(same, (entry.whole & _WHOLE, _LOOKED_AT))]
        worth = sorted(met, key=lambda number: (-met[number].weight, -number))
        numbers = list(dict.fromkeys(equal + worth))[:_LOOKED_AT]
        found = {member.number: member for member in self._numbered(numbers)}
        return [
            found[n]
            for n in numbers
            if n in equal or (n in found and may_be_copies(*met[n], entry.size, found[n].size))
        ]

    def _numbered(self, numbers: list[int]) -> list[Member]:
        query = "SELECT * FROM article WHERE number IN (SELECT value FROM json_each(?))"
        rows = self._db.execute(query, (json.dumps(numbers),)) if numbers else ()
        return [Member(*row) for row in rows]

    def _members(self, cluster: int) -> list[Member]:
        """Return the articles of *cluster*, the oldest in the file first."""
        query = "SELECT * FROM article WHERE cluster = ? ORDER BY number"
        return [Member(*row) for row in self._db.execute(query, (cluster,))]

    def _link(self, one: Member, others: list[Member], texts: Texts) -> None:
        """Put *one* in a cluster with those of *others* that are its copies."""
        found: list[Member] = []
        vain = 0
        for other in others:
            is_in = other.cluster is not None and any(other.cluster == f.cluster for f in found)
            if is_in:
                continue
            if is_copy(one, other, texts):
                found.append(other)
            elif (vain := vain + (_LINKED if other.cluster else _ALONE)) >= _IN_VAIN:
                break
        if found:
            clusters = sorted({other.cluster for other in found if other.cluster is not None})
            into = clusters[0] if clusters else self._begin([one, *found])
            for cluster in clusters[1:]:
                self._put(self._members(cluster), into)
                self._end(cluster)
            self._put([one, *(other for other in found if other.cluster is None)], into)
            self._settle(into, texts)

    def _begin(self, members: list[Member]) -> int:
        """Return a new cluster for *members*; it is called by the one that came out first.

        So it has the same name in whatever order these are told, if not where others come before.
        """
        name = self.names.free([member.id for member in sorted(members, key=_order)])
        begun = self._db.execute("INSERT INTO cluster (name, first) VALUES (?, 0)", (name,))
        assert begun.lastrowid
        return begun.lastrowid

    def _put(self, members: Collection[Member], cluster: int | None) -> None:
        self._db.executemany(
            "UPDATE article SET cluster = ?, similarity = NULL WHERE number = ?",
            [(cluster, member.number) for member in members],
        )

    def _end(self, cluster: int) -> None:
        self._db.execute("DELETE FROM cluster WHERE number = ?", (cluster,))

    def _settle(self, cluster: int, texts: Texts) -> None:
        """Find out which of *cluster* came out first, and how like it the others are."""
        members = self._members(cluster)
        first = min(members, key=_order)
        query = "UPDATE cluster SET first = ?1 WHERE number = ?2 AND first <> ?1"
        is_another = self._db.execute(query, (first.number, cluster)).rowcount > 0
        for member in members:
            if is_another or member.similarity is None:
                alike = similarity(member, first, texts)
                query = "UPDATE article SET similarity = ? WHERE number = ?"
                self._db.execute(query, (alike, member.number))
                self._mark(member)

    def _regroup(self, cluster: int, texts: Texts) -> None:
        """Part *cluster*, of which one has gone or changed, where the rest hangs together no more.

        It lives on in the part that its oldest article is in.
        """
        rest, *parts = groups(self._members(cluster), texts) or [[]]
        for part in parts:
            self._part(part, self._begin(part) if len(part) > 1 else None, texts)
        self._part(rest, cluster if len(rest) > 1 else None, texts)
        if len(rest) < 2:
            self._end(cluster)

    def _part(self, members: list[Member], cluster: int | None, texts: Texts) -> None:
        """Have *members*, all of one cluster till now, be those of *cluster*, or alone."""
        if cluster is None:
            for member in members:
                self._put([member], None)
                self._mark(member)
        else:
            self._put([one for one in members if one.cluster != cluster], cluster)
            self._settle(cluster, texts)

    def _mark(self, member: Member) -> None:
        """Note that the file which holds the line of *member* says what is not so any more."""
        self._db.execute("INSERT OR IGNORE INTO stale VALUES (?, ?)", member.file)


def _order(member: Member) -> tuple[int, str]:
    """Return by what of several articles the first is told."""
    return member.published, member.id
