"""What a takedown must leave: nothing of the article, and everything else as it was."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from newsbot.archive.decoding import decoded_body
from newsbot.archive.reading import read_records
from newsbot.profile import parse_profile
from newsbot.purge import finish_purge, purge_article
from newsbot.state import State
from newsbot.target import target_of_id
from newsbot.verify import verify
from tests.press import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsbot.purge import Removed
    from newsbot.verify import Findings
    from tests.press.newsroom import Newsroom


def take_down(newsroom: Newsroom, key: str) -> Removed:
    """Take the article *key* down, as the command does."""
    profile = parse_profile(newsroom.name, newsroom.profile().encode())
    with closing(newsroom.hold_lock()) as state:
        finish_purge(state, newsroom.folder, newsroom.name)
        target = target_of_id(state, profile, f"{newsroom.name}/{key}")
        return purge_article(state, target, newsroom.folder, "names a minor", TODAY)


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of every file under *folder*, those of archives record by record.

    What a response was may hold anything; its name then ends in a question mark.
    """
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield path.name, path.read_bytes()
        for record in read_records(path) if path.name.endswith(".warc.gz") else ():
            yield path.name, "\n".join(record.headers.values()).encode()
            yield f"{path.name}?", record.payload + decoded_body(record)


def holding(folder: Path, text: str) -> list[str]:
    """Return the names of all that holds *text* under *folder*."""
    return [name for name, data in contents(folder) if text.encode() in data]


def findings(newsroom: Newsroom) -> Findings:
    """Return what ``scrapy verify`` finds."""
    with closing(State(newsroom.folder / "state" / f"{newsroom.name}.sqlite")) as state:
        return verify(state, newsroom.folder, newsroom.name)
