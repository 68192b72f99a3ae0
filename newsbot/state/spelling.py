"""The spelling of article keys: what an earlier version called otherwise is the same article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

_KEYS = """
    SELECT key FROM identity UNION SELECT key FROM url UNION SELECT key FROM alias
    UNION SELECT key FROM shown UNION SELECT key FROM once"""
# A key keeps its article for ever; all else is told of the new spelling alone, so that nothing
# asks for the old one again.
_RESPELL = """
    INSERT OR IGNORE INTO identity SELECT :new, id FROM identity WHERE key = :old;
    UPDATE OR IGNORE url SET key = :new WHERE key = :old;
    DELETE FROM url WHERE key = :old;
    INSERT OR IGNORE INTO alias SELECT :new, url FROM alias WHERE key = :old;
    DELETE FROM alias WHERE key = :old;
    UPDATE OR IGNORE channel SET key = :new WHERE key = :old;
    DELETE FROM channel WHERE key = :old;
    UPDATE shown SET key = :new WHERE key = :old;
    UPDATE OR IGNORE once SET key = :new WHERE key = :old;
    DELETE FROM once WHERE key = :old"""


class Spelling:
    """The keys of a state, as one version or another spelt them."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def respell(self, respelt: Callable[[str], str]) -> int:
        """Have every key lead to its article also as it is *respelt*; return how many do now.

        Of two that become one, the one that was spelt so already keeps its schedule and article.
        """
        keys = [key for (key,) in self._db.execute(_KEYS)]
        pairs = [(key, new) for key in keys if (new := respelt(key)) != key]
        for old, new in pairs:
            for statement in _RESPELL.split(";"):
                self._db.execute(statement, {"old": old, "new": new})
        return len(pairs)
