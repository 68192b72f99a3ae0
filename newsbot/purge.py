"""Takedown: an article, or a whole site, goes from every store and is never fetched again.

One transaction decides it: from then on the state knows nothing of it but digests, and which
records of the archive are to be overwritten. What follows may be cut off at any instant, for
``finish_purge`` does all of it again, at the start of the next run or of the next takedown.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from newsbot.archive.archive import Archive
from newsbot.archive.cdxj import INDEX, write_index
from newsbot.archive.disk import replace_file, sync_folder
from newsbot.archive.file import Sealed, sha256_of
from newsbot.archive.tombstone import entomb
from newsbot.copies.linking import Linking
from newsbot.datafolder import FOLDERS
from newsbot.exceptions import ArchiveError, PurgedError
from newsbot.rendering import Rendering
from newsbot.sitearchive import SiteArchive
from newsbot.sitefiles import STATE, state_file
from newsbot.state.hosts import HOSTS, Hosts
from newsbot.state.purged import Takedown, Tomb
from newsbot.traces import find_traces, names_any

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from newsbot.state import State
    from newsbot.target import Target
    from newsbot.traces import Traces


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """How much a takedown has removed; ``shown`` captures of other pages still name its address.

    ``earlier`` is the takedown of the same before, if there was one.
    """

    articles: int
    revisions: int
    captures: int
    index_lines: int
    shown: int = 0
    earlier: Takedown | None = None


def purge_article(state: State, target: Target, data: Path, reason: str, now: datetime) -> Removed:
    """Take *target* down from all that is kept of its site under *data*.

    Raises ArchiveError, and leaves all as it is, where the archive can't be read to its end;
    what is raised later leaves a takedown that ``finish_purge`` ends.
    """
    site = target.profile.site
    _seal(state, data, site)
    traces = find_traces(data / "archive" / site, target)
    earlier = state.purged.earliest(target.keys, target.urls)
    _forget_in_logs(data / "runs" / site, target)
    revisions = _forget(state, target, traces)
    state.purged.add(target.keys | target.lesser_keys, target.urls, Takedown(now.date(), reason))
    state.purged.bury(Tomb(place, reason, now) for place in traces.places)
    state.commit()
    _render(state, data, site)
    finish_purge(state, data, site)
    return Removed(
        articles=len(target.ids),
        revisions=revisions,
        captures=len(traces.answers),
        index_lines=len(traces.answers),
        shown=traces.shown,
        earlier=earlier,
    )


def purge_site(state: State, data: Path, site: str, reason: str, now: datetime) -> Removed:
    """Take the whole *site* down; of its *state* nothing is left but that it was taken down."""
    captures = _count_lines(data / "archive" / site / INDEX)
    removed = Removed(
        articles=state.articles.count(),
        revisions=state.articles.count_revisions(),
        captures=captures,
        index_lines=captures,
        earlier=state.purged.site(),
    )
    state.clear()
    state.purged.add_site(site, Takedown(now.date(), reason))
    state.commit()
    _finish(state, data, site)
    return removed


def finish_purge(state: State, data: Path, site: str) -> None:
    """End a takedown that was cut off; raise PurgedError where the whole *site* was taken down."""
    _finish(state, data, site)
    refuse_purged(state, data, site)


def refuse_purged(state: State, data: Path, site: str) -> None:
    """Raise PurgedError where the whole *site* was taken down."""
    if takedown := state.purged.site():
        raise PurgedError(
            f"purged on {takedown.day} ({takedown.reason}), not to be crawled again; "
            f"to begin anew, delete {state_file(data, site)}"
        )


def _finish(state: State, data: Path, site: str) -> None:
    """Bring all files to what the state says was taken down."""
    if not state.purged.is_pending():
        return
    is_whole_site = state.purged.site() is not None
    if not is_whole_site:
        _fill_tombs(state, data / "archive" / site)
    for folder in FOLDERS if is_whole_site else ("quarantine",):
        _remove(data / folder / site)
    _remove(data / STATE / f"{site}.reextract")
    with closing(Linking(data / STATE, site, state)) as linking:
        if is_whole_site:
            linking.forget()
        else:
            linking.take_in()
        linking.scrub()
    if is_whole_site and (data / STATE / HOSTS).exists():
        with closing(Hosts(data / STATE / HOSTS)) as hosts:
            hosts.forget()
    state.scrub()
    state.purged.settle()
    state.commit()


def _seal(state: State, data: Path, site: str) -> None:
    """Bring the archive to what the *state* has committed, every record in a sealed file."""
    folder = data / "archive" / site
    archive = Archive(folder, site, 0, {}, data / "quarantine" / site)
    try:
        if damaged := archive.recover(state.captures.open_files()):
            files = ", ".join(damaged)
            raise ArchiveError(
                f"{folder}: less is left of {files} than was archived; restore it, or have the "
                "next run give up what is lost"
            )
        SiteArchive(folder, archive, state).seal()
    finally:
        archive.close()


def _forget(state: State, target: Target, traces: Traces) -> int:
    """Have the *state* forget *target*; return how many revisions it had."""
    is_there = cache(target.holds)
    revisions = sum(state.articles.remove(article_id) for article_id in sorted(target.ids))
    state.looks.forget(target.ids)
    state.articles.unlink(is_there)
    state.urls.forget(target.keys, target.urls)
    state.listings.forget(target.keys, is_there)
    state.validators.forget_urls(is_there)
    state.rhythms.forget_urls(is_there)
    state.steps.forget(target.keys, is_there)
    state.captures.forget(traces.answers)
    return revisions


def _forget_in_logs(folder: Path, target: Target) -> None:
    """Take the lines that name *target* out of the logs of the runs in *folder*."""
    names_it = names_any({*target.urls, *target.ids})
    for path in sorted(folder.glob("*.log")):
        lines = path.read_bytes().splitlines(keepends=True)
        others = [line for line in lines if not names_it(line)]
        if others != lines:
            replace_file(path, others)


def _render(state: State, data: Path, site: str) -> None:
    folder, quarantine = data / "articles" / site, data / "quarantine" / site
    with closing(Linking(data / STATE, site, state)) as linking:
        Rendering(folder, state, quarantine, timedelta(), linking).render_stale()


def _fill_tombs(state: State, folder: Path) -> None:
    """Overwrite the records that are to go, and let index and *state* know the files anew."""
    tombs = [tomb for tomb in state.purged.tombs() if (folder / tomb.place.file).exists()]
    for tomb in tombs:
        entomb(folder / tomb.place.file, *tomb)
    changed = {tomb.place.file: folder / tomb.place.file for tomb in tombs}
    write_index(folder, changed)
    state.captures.seal(
        Sealed(name=name, length=path.stat().st_size, sha256=sha256_of(path))
        for name, path in changed.items()
    )
    state.purged.filled()
    state.commit()


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
        sync_folder(folder.parent)


def _count_lines(path: Path) -> int:
    return path.read_bytes().count(b"\n") if path.exists() else 0
