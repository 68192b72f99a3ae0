"""What a replay changes: the articles of two states, compared field by field."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Literal

import orjson

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsbot.state.articles import Articles


@dataclass(frozen=True, slots=True)
class Change:
    """One article that is not what it was; *before* or *after* is empty where there was none."""

    id: str
    before: dict[str, Any]
    after: dict[str, Any]

    @property
    def kind(self) -> Literal["changed", "new", "gone"]:
        """What becomes of the article."""
        if not self.after:
            return "gone"
        return "changed" if self.before else "new"

    @property
    def fields(self) -> dict[str, tuple[Any, Any]]:
        """The values before and after of every field that is another."""
        return {
            name: (self.before.get(name), self.after.get(name))
            for name in (self.before or self.after)
            if self.before.get(name) != self.after.get(name)
        }

    def json(self, site: str) -> bytes:
        """Return the change as one line of JSON."""
        record = {"site": site, "id": self.id, "change": self.kind, "fields": self.fields}
        return orjson.dumps(record)


def changes(old: Articles, fresh: Articles) -> Iterator[Change]:
    """Yield what is other in *fresh* than in *old*, by id."""
    rows = merge(_numbered(0, old), _numbered(1, fresh), key=itemgetter(0, 1))
    for article_id, pair in groupby(rows, key=itemgetter(0)):
        lines = {side: line for _, side, line in pair}
        if lines.get(0) != lines.get(1):
            yield Change(article_id, _record(lines.get(0)), _record(lines.get(1)))


def _numbered(side: int, articles: Articles) -> Iterator[tuple[str, int, bytes]]:
    for line in articles.newest():
        yield orjson.loads(line)["id"], side, line


def _record(line: bytes | None) -> dict[str, Any]:
    record: dict[str, Any] = orjson.loads(line) if line else {}
    return record
