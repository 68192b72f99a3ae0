"""What the clusters say of a site's articles, for whoever writes or reads its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import orjson

from newsbot.copies.store import reading
from newsbot.corpus import Link

if TYPE_CHECKING:
    from pathlib import Path

_LINKS = """
SELECT article.id, other.id, cluster.name, article.similarity
FROM article JOIN cluster ON cluster.number = article.cluster
LEFT JOIN article AS other ON other.number = cluster.first AND other.number <> article.number
WHERE article.id > ?1 || '/' AND article.id < ?1 || '0' AND article.cluster IS NOT NULL
"""


class Copies(NamedTuple):
    """What the clusters say of a site: *links* by the ids of its articles, of most none.

    *stale* are the months whose files say what was so before.
    """

    links: dict[str, Link]
    stale: list[str]


ALONE = Copies({}, [])


def copies_of(path: Path, site: str) -> Copies:
    """Return what the clusters in the file at *path* say of *site*.

    Raises NoStateError where there is no such file, StateError where it is damaged, OSError.
    """
    with reading(path) as db:
        links = {article_id: Link(*link) for article_id, *link in db.execute(_LINKS, (site,))}
        rows = db.execute("SELECT month FROM stale WHERE site = ? ORDER BY month", (site,))
        return Copies(links, [month for (month,) in rows])


def printed_links(folder: Path) -> dict[str, Link]:
    """Return what the lines of the files in *folder* say of copies, where they say anything."""
    links: dict[str, Link] = {}
    for path in sorted(folder.glob("*.jsonl")):
        with path.open("rb") as lines:
            for line in lines:
                if b'"cluster":null' not in line:
                    record = orjson.loads(line)
                    link = Link(record["copy_of"], record["cluster"], record["similarity"])
                    links[record["id"]] = link
    return links
