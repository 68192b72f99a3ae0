"""The corpus as readers see it: JSON Lines by site and month, always rendered from the state."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from newsbot.archive.disk import make_folder, replace_file, sync_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from newsbot.items import Article

# U+2028, U+2029 and U+0085 end a line for some readers of text files, though not for JSON.
_LINE_ENDS = {b"\xe2\x80\xa8": b"\\u2028", b"\xe2\x80\xa9": b"\\u2029", b"\xc2\x85": b"\\u0085"}


class Link(NamedTuple):
    """What a line says of an article's copies: the first of them, their cluster, and how alike."""

    copy_of: str | None
    cluster: str | None
    similarity: float | None


def line_of(article: Article) -> bytes:
    """Return *article* as one JSON line without its line end, the keys in the record's order."""
    return _dump(article)


def changed(line: bytes, **changes: object) -> bytes:
    """Return *line* with *changes* to its fields; the very same bytes if they say nothing new."""
    record: dict[str, Any] = orjson.loads(line)
    same = all(record[name] == value for name, value in changes.items())
    return line if same else _dump(record | changes)


def as_rendered(line: bytes, urls: Iterable[str], links: Mapping[str, Link]) -> bytes:
    """Return *line* as its file has it: with its aliases, and what is known of its copies.

    Aliases are all *urls* but its own; *links* are by the ids of articles.
    """
    record = orjson.loads(line)
    told: dict[str, Any] = {"aliases": [url for url in urls if url != record["url"]]}
    if link := links.get(record["id"]):
        told |= link._asdict()
    same = all(record[name] == value for name, value in told.items())
    return line if same else _dump(record | told)


def with_aliases(line: bytes, urls: Iterable[str]) -> bytes:
    """Return *line* with every one of *urls* but its own as its aliases."""
    return as_rendered(line, urls, {})


def with_copies(line: bytes, links: Mapping[str, Link]) -> bytes:
    """Return *line* with what *links*, by the ids of articles, say of its copies."""
    if not links:
        return line
    link = links.get(orjson.loads(line)["id"])
    return changed(line, **link._asdict()) if link else line


def without_copies(line: bytes) -> bytes:
    """Return *line* as that of an article without copies."""
    return changed(line, **Link(None, None, None)._asdict())


def without_links(line: bytes, is_there: Callable[[str], bool]) -> bytes:
    """Return *line* without the related links whose URL *is_there*."""
    related = orjson.loads(line)["related"]
    return changed(line, related=[link for link in related if not is_there(link["url"])])


def _dump(record: Article | dict[str, Any]) -> bytes:
    line = orjson.dumps(record, option=orjson.OPT_OMIT_MICROSECONDS)
    for raw, escaped in _LINE_ENDS.items():
        line = line.replace(raw, escaped)
    return line


def read_month(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of one file of the corpus."""
    with path.open("rb") as lines:
        for line in lines:
            yield orjson.loads(line)


def write_lines(path: Path, lines: Iterable[bytes], *, lasts: bool = True) -> None:
    """Replace the file at *path* by *lines*; without any, the file goes.

    A reader sees the old file or the new one, never a mix; unless it *lasts*, a power cut may bring
    the old one back until its folder is synced. Raises OSError where the disk is full or can't be
    written.
    """
    lines = iter(lines)
    first = next(lines, None)
    if first is not None:
        make_folder(path.parent)
        replace_file(path, (line + b"\n" for line in chain([first], lines)), lasts=lasts)
    elif path.exists():
        path.unlink()
        if lasts:
            sync_folder(path.parent)
