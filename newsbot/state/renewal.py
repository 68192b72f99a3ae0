"""Articles made anew in a state of their own, taken over into the one that a site lives by."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection
    from pathlib import Path

# What the crawl alone knows stays: schedules, channels, aliases, listings, runs. Rows that say
# the same are not touched, so that a month without a change is not rendered.
_RENEW = """
INSERT OR IGNORE INTO stale (month) SELECT article.month FROM article JOIN identity USING (id)
    JOIN fresh.identity AS now ON now.key = identity.key WHERE now.id <> identity.id;
DELETE FROM identity WHERE key IN
    (SELECT key FROM fresh.identity AS now WHERE now.key = identity.key AND now.id <> identity.id);
INSERT OR IGNORE INTO identity SELECT * FROM fresh.identity;
DELETE FROM article WHERE id NOT IN (SELECT id FROM fresh.article);
INSERT INTO article SELECT * FROM fresh.article AS now WHERE NOT EXISTS
    (SELECT 1 FROM main.article AS old WHERE old.id = now.id AND old.line = now.line)
    ON CONFLICT (id) DO UPDATE SET
    revision = excluded.revision, month = excluded.month, day = excluded.day,
    published = excluded.published, status = excluded.status,
    fingerprint = excluded.fingerprint, line = excluded.line;
DELETE FROM identity WHERE id NOT IN (SELECT id FROM article);
DELETE FROM revision WHERE NOT EXISTS
    (SELECT 1 FROM fresh.revision AS now WHERE now.id = revision.id
     AND now.revision = revision.revision AND now.line = revision.line);
INSERT OR IGNORE INTO revision SELECT * FROM fresh.revision;
INSERT OR IGNORE INTO url SELECT * FROM fresh.url;
INSERT OR IGNORE INTO alias SELECT * FROM fresh.alias;
INSERT OR IGNORE INTO channel SELECT * FROM fresh.channel;
INSERT OR IGNORE INTO file SELECT * FROM fresh.file;
INSERT OR IGNORE INTO capture SELECT * FROM fresh.capture;
INSERT OR IGNORE INTO wish SELECT * FROM fresh.wish;
DELETE FROM template WHERE NOT EXISTS
    (SELECT 1 FROM fresh.template AS now WHERE now.since = template.since
     AND now.value = template.value);
INSERT OR IGNORE INTO template SELECT * FROM fresh.template;
UPDATE url SET outcome = now.outcome, due = now.due FROM fresh.url AS now
    WHERE now.key = url.key AND now.outcome IS NOT NULL AND now.outcome IS NOT url.outcome;
"""


# Articles that no look of a replay told about, and those of which a revision would be lost, for
# its page is in no file any more or never was, as it asked for: all are left as they are.
_UNREAD = """
SELECT id FROM old.article AS one WHERE id NOT IN (SELECT id FROM main.article)
    AND NOT EXISTS (SELECT 1 FROM old.identity JOIN main.url USING (key)
                    WHERE identity.id = one.id AND url.fetched_run IS NOT NULL)
    OR EXISTS (SELECT 1 FROM old.revision WHERE revision.id = one.id AND NOT EXISTS
               (SELECT 1 FROM old.capture WHERE file NOT IN (SELECT value FROM json_each(?))
                AND record_id = json_extract(CAST(line AS TEXT), '$.warc.record_id')))
    OR EXISTS (SELECT 1 FROM old.revision WHERE revision.id = one.id
               AND json_extract(CAST(line AS TEXT), '$.body_status') = 'withheld')
"""
_KEEP = """
DELETE FROM main.article WHERE id = ?;
DELETE FROM main.revision WHERE id = ?;
INSERT INTO main.article SELECT * FROM old.article WHERE id = ?;
INSERT OR IGNORE INTO main.revision SELECT * FROM old.revision WHERE id = ?;
INSERT OR IGNORE INTO main.identity SELECT * FROM old.identity WHERE id = ?
"""


def renew(db: sqlite3.Connection, path: Path) -> None:
    """Bring articles, revisions and identities in *db* to what the state at *path* holds.

    Nothing lasts until *db* is committed.
    """
    db.commit()
    db.execute("ATTACH ? AS fresh", (str(path),))
    for statement in _RENEW.split(";\n"):
        db.execute(statement)


def keep_unread(db: sqlite3.Connection, path: Path, lost: Collection[str]) -> list[str]:
    """Copy the articles of the state at *path* that *db* was not told all about.

    *lost* are the archive's files that are not there. Returns the articles' ids.
    """
    db.commit()
    db.execute("ATTACH ? AS old", (str(path),))
    unread = [one for (one,) in db.execute(_UNREAD, [json.dumps(list(lost))])]
    for statement in _KEEP.split(";\n"):
        db.executemany(statement, ((article_id,) for article_id in unread))
    db.commit()
    db.execute("DETACH old")
    return unread
