"""The clusters made anew from what all sites keep, on all cores."""

from __future__ import annotations

from contextlib import ExitStack, closing
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import orjson

from newsbot.archive.disk import sync_folder
from newsbot.copies.clusters import Clusters
from newsbot.copies.entry import entry_of
from newsbot.copies.links import copies_of, printed_links
from newsbot.copies.records import Records
from newsbot.copies.store import FILE, told_as_ours
from newsbot.copies.texts import Texts
from newsbot.sitefiles import STATE, state_file
from newsbot.state import State
from newsbot.state.reading import open_for_reading
from newsbot.workers import pool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from newsbot.copies.entry import Entry
    from newsbot.corpus import Link

# So many articles are linked in one transaction, and told of at once.
_BATCH = 1000


class Rebuilt(NamedTuple):
    """How many articles were linked, and how many months are to be rendered for it."""

    articles: int
    months: int


def rebuild(
    data: Path, sites: Iterable[str], processes: int, tell: Callable[[int], None]
) -> Rebuilt:
    """Make the clusters anew from the states of *sites* under *data*; *tell* how far it is.

    A cluster keeps the name by which the files of articles know it. Raises StateBusyError where a
    run is at work on one of the sites, for none must be while it lasts, or somebody reads the new
    file; OSError, StateError.
    """
    folder = data / STATE
    with ExitStack() as stack:
        states = {
            site: stack.enter_context(closing(State(state_file(data, site)))) for site in sites
        }
        printed = {site: printed_links(data / "articles" / site) for site in states}
        names = {
            article_id: link.cluster
            for lines in printed.values()
            for article_id, link in lines.items()
            if link.cluster
        }
        aside = folder / f"{FILE}.new"
        _remove(aside)
        with (
            told_as_ours(aside),
            closing(Clusters(aside)) as clusters,
            Records(folder, states) as records,
        ):
            with clusters.change():
                clusters.names.keep(names)
            count = _fill(clusters, Texts(records), _entries(data, states, processes), tell)
            clusters.scrub()  # where the disk is full, closing leaves a part in its log
            name = clusters.name
        _put_in_place(aside, folder / FILE)
        months = 0
        for site, state in states.items():
            months += _mark(state, printed[site], copies_of(folder / FILE, site).links)
            state.unlinked.trust(name)
            state.commit()
    return Rebuilt(count, months)


def _entries(data: Path, states: dict[str, State], processes: int) -> Iterator[Entry]:
    """Yield the entry of every article, month by month, so that the oldest clusters come first."""
    parts = sorted(
        (month, state_file(data, site))
        for site, state in states.items()
        for month in state.articles.months()
    )
    if processes < 2:
        for month, path in parts:
            yield from _read(path, month)
        return
    with pool(processes) as workers:
        months = iter(parts)
        first = islice(months, 2 * processes)
        waiting = [workers.submit(_read, path, month) for month, path in first]
        while waiting:
            yield from waiting.pop(0).result()
            waiting.extend(workers.submit(_read, path, month) for month, path in islice(months, 1))


def _read(path: Path, month: str) -> list[Entry]:
    """Return the entries of a *month* in the state at *path*."""
    with closing(open_for_reading(path)) as state:
        return [entry_of(orjson.loads(line))[0] for line, _ in state.articles.lines(month)]


def _fill(
    clusters: Clusters, texts: Texts, entries: Iterator[Entry], tell: Callable[[int], None]
) -> int:
    count = 0
    for batch in iter(lambda: list(islice(entries, _BATCH)), []):
        with clusters.change():
            for entry in batch:
                clusters.add(entry, texts)
        count += len(batch)
        tell(count)
    return count


def _mark(state: State, printed: dict[str, Link], links: dict[str, Link]) -> int:
    """Have those months rendered anew whose lines say other than *links*; return how many."""
    differing = {one for one in printed.keys() | links.keys() if printed.get(one) != links.get(one)}
    months = {month for one in differing if (month := state.articles.month_of(one))}
    for month in months:
        state.articles.render_anew(month)
    return len(months)


def _put_in_place(fresh: Path, path: Path) -> None:
    """Put the file *fresh* in the place of *path*, whose log must not be taken for that of the new.

    Killed in between, no state believes the file that is there then: its name is another.
    """
    _remove(path)
    fresh.replace(path)
    sync_folder(path.parent)


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
