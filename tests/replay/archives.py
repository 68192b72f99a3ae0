"""An archive of waldbote made by hand, as a crawl would leave it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from newsbot.archive.archive import Archive
from newsbot.archive.capture import Capture
from newsbot.sitearchive import SiteArchive
from newsbot.state import State
from newsbot.visit import Sighting, Visit
from newsbot.wishes import NO_WISHES

NOON = datetime(2024, 10, 23, 12, tzinfo=UTC)
HOME = "https://waldbote.test"
TEXT = "Der Rat der Stadt hat am Abend lange beraten und dann mit einer Stimme entschieden. "


def story(key, text=TEXT, more=""):
    return (
        f"<html><body><article><h1>Der Rat entscheidet {key}</h1>"
        f"<p>{text * 3}</p><p>{text * 2}</p>{more}</article></body></html>"
    )


class Kept:
    """The archive and the state of one site, with what visits brought."""

    def __init__(self, folder):
        self.folder = folder / "archive" / "waldbote"
        self.path = folder / "state" / "waldbote.sqlite"
        self.state = State(self.path)
        files = Archive(self.folder, "waldbote", 1 << 20, {}, folder / "quarantine")
        self.archive = SiteArchive(self.folder, files, self.state)
        self.now = NOON

    def keep(self, key, body="", *, status=200, path=None, run="1", wishes=NO_WISHES, **visit):
        """Archive one answer, a minute after the last, which asks by *wishes* for something."""
        self.now += timedelta(minutes=1)
        url = HOME + (path or f"/artikel/{key}")
        capture = Capture(
            url=url,
            status=status,
            response_headers=((b"Content-Type", b"text/html; charset=utf-8"),),
            body=(body or story(key)).encode(),
            fetched_at=self.now,
        )
        seen = Sighting(first_seen=NOON, channels=("seed",), urls=(url,))
        usual = {"channel": "seed", "asked": url, "sighting": seen}
        about = Visit(**{"run": run, "key": key, **usual, **visit})
        return self.archive.keep(capture, about.fields(), wishes=wishes)

    def give_up(self, key, *, path, part, run="1"):
        """Archive that a run gave up a further page of an article."""
        visit = Visit(run=run, key=key, part=part, broken_off="HTTP 404")
        self.archive.note(HOME + path, self.now, visit.fields())

    def close(self):
        self.archive.close()
        self.state.close()
