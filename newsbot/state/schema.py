"""What a state file is made of, and whether a file that claims to be one is."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_FILE = Path(__file__).with_name("schema.sql")
_MADE = re.compile(r"^CREATE (\w+) IF NOT EXISTS (\w+)", re.MULTILINE)
# What SQLite itself makes has names that nobody else may give.
_OWN = "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"


@cache
def schema() -> str:
    """Return the statements that make all that a state has, where it lacks it."""
    return _FILE.read_text(encoding="utf-8")


def foreign(db: sqlite3.Connection, *, is_whole: bool) -> str | None:
    """Return what shows that *db* is another program's, or was tampered with; ``None`` if nothing.

    One that *is_whole* has every table of ours; an earlier one may lack some. A view or trigger
    that is not ours would run where we think to read or write a table.
    """
    ours = {(kind.lower(), name) for kind, name in _MADE.findall(schema())}
    found = set(db.execute(_OWN).fetchall())
    if strange := sorted(name for kind, name in found - ours if kind in {"view", "trigger"}):
        return f"it has {strange[0]}, which no newsbot made"
    tables = {name for kind, name in found if kind == "table"}
    known = {name for kind, name in ours if kind == "table"}
    if tables and not is_whole and "url" not in tables:
        return "it is another program's"
    if is_whole and (lacking := sorted(known - tables)):
        return f"it has no table {lacking[0]}"
    return None
