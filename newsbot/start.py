"""The start of a run: what must hold, and be set right, before its first request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.archive.archive import Archive
from newsbot.contact import check_contact
from newsbot.copies.linking import Linking
from newsbot.datafolder import check_folder
from newsbot.diskfloor import DiskFloor
from newsbot.exceptions import DiskFloorError, NewsbotError, StateError, UnsoundStateError
from newsbot.purge import finish_purge
from newsbot.recovery import give_up
from newsbot.rendering import Rendering
from newsbot.run import DISK_FAULTS, Run
from newsbot.sitearchive import SiteArchive
from newsbot.sitefiles import STATE, state_file
from newsbot.state import State

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from newsbot.options import Options
    from newsbot.profile import Profile


def open_run(profile: Profile, arguments: Mapping[str, str], options: Options) -> Run:
    """Open the state of a site and begin a run.

    Raises SettingError where nobody says who crawls, DiskFloorError where the disk is nearly
    full, StateBusyError where another run is at work, StateError where the state is damaged or
    lost, or something in the data folder leads out of it, PurgedError where the site was taken
    down, and OSError where it can't be written.
    """
    check_contact(options.contact, profile.domain)
    floor = DiskFloor(options.data, options.disk_floor_bytes) if options.keep else None
    if floor and (shortage := floor.shortage()):
        raise DiskFloorError(shortage)
    if options.keep:
        check_folder(options.data, profile.site)
    state = _open_state(profile.site, options.data) if options.keep else State()
    try:
        finish_purge(state, options.data, profile.site)
        if options.keep:
            _check_known(state, options.data / "archive" / profile.site)
        if not profile.links.article:
            state.spelling.respell(profile.respelt)
        run = Run(profile, state, options.clock, arguments, options.limits)
    except (NewsbotError, *DISK_FAULTS):
        state.close()
        raise
    run.floor = floor
    return run


def prepare(run: Run, options: Options) -> None:
    """Bring archive and corpus of *run*'s site to what its state has committed.

    Raises StateError where less is left of the archive; what is lost is then due again. Raises
    OSError or sqlite3.Error where the disk fails.
    """
    if not options.keep:
        return
    quarantine = options.data / "quarantine" / run.site
    run.archive = _open_archive(run, options, quarantine)
    articles = options.data / "articles" / run.site
    pause = options.render_pause
    linking = Linking(options.data / STATE, run.site, run.state)
    run.rendering = Rendering(articles, run.state, quarantine, pause, linking)
    run.rendering.put_odd_aside()
    run.rendering.render_stale()
    run.state.commit()  # who asks for the status sees that a run is at work


def _open_state(site: str, data: Path) -> State:
    """Return the state of *site*, which SQLite finds sound."""
    path = state_file(data, site)
    corpus = data / "articles" / site
    if not path.exists() and any(corpus.glob("*.jsonl")):
        raise StateError(
            f"{path} is missing, though {corpus} holds articles that it would no longer know; "
            f"{_hint(site)}"
        )
    _read_ahead(path)
    state = State(path)
    if damage := state.damage():
        state.close()
        raise UnsoundStateError(site, f"{path}: is no sound state ({damage[0]})")
    return state


def _check_known(state: State, archive: Path) -> None:
    """Raise StateError where *state* knows nothing of the sealed files in the folder *archive*.

    A reextraction leaves it so that is killed while it makes the state anew.
    """
    if not state.captures.files() and any(archive.glob("*.warc.gz")):
        raise StateError(f"the state knows nothing of {archive}; {_hint(archive.name)}")


def _hint(site: str) -> str:
    return f"restore it, or make it anew from the archive: scrapy reextract {site} --apply"


def _read_ahead(path: Path) -> None:
    """Have the system read the file at *path* in a row.

    SQLite's check goes to and fro in it: 2.6 s for 200 MB from a cold disk, so 0.4 s.
    """
    if path.exists():
        with path.open("rb") as file:
            while file.read(1 << 20):
                pass


def _open_archive(run: Run, options: Options, quarantine: Path) -> SiteArchive:
    """Return the archive of *run*'s site; raise StateError where some of it is lost."""
    folder = options.data / "archive" / run.site
    information = {
        "operator": options.contact,
        "robots": "obey",
        "profile-sha256": run.profile.digest,
        "http-header-user-agent": options.user_agent,
    }
    archive = Archive(folder, run.site, options.archive_max_bytes, information, quarantine)
    if damaged := archive.recover(run.state.captures.open_files()):
        archive.close()
        lost = {file: give_up(run, folder, file, quarantine) for file in damaged}
        run.state.commit()
        files = ", ".join(f"{number} pages of {file}" for file, number in lost.items())
        raise StateError(
            f"{folder}: {files} are lost, for less is there than was archived; is the disk sound? "
            "The next run fetches them again"
        )
    return SiteArchive(folder, archive, run.state)
