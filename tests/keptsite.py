"""What a site has kept, made without a crawl: captures, articles, and what was seen of them."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from newsbot.archive.archive import Archive
from newsbot.archive.capture import Capture
from newsbot.archive.reading import read_records
from newsbot.run import Run
from newsbot.sitearchive import SiteArchive
from newsbot.state import State
from newsbot.visit import Visit

if TYPE_CHECKING:
    from pathlib import Path

    from newsbot.archive.reading import ReadRecord
    from newsbot.items import Article, Warc
    from newsbot.profile import Profile

NOW = datetime(2024, 10, 23, 15, tzinfo=UTC)
SITE = "waldbote"
HOME = "https://waldbote.test/artikel/"


class KeptSite:
    """The site waldbote in the folder *data*, open as a run has it."""

    def __init__(self, data: Path, profile: Profile) -> None:
        self.data = data
        self.folder = data / "archive" / SITE
        self.state = State(data / "state" / f"{SITE}.sqlite")
        self.run = Run(profile, self.state, lambda: NOW)
        files = Archive(self.folder, SITE, 1 << 20, {}, data / "quarantine" / SITE)
        self.archive = SiteArchive(self.folder, files, self.state)

    def close(self) -> None:
        self.archive.close()
        self.state.close()

    def fetch(self, url: str, text: str = "", *, to: str | None = None, **visit: Any) -> Warc:
        """Archive *text* as the answer at *url*, a redirect if there is a place to go *to*."""
        capture = Capture(
            url=url,
            status=301 if to else 200,
            response_headers=((b"Location", to.encode()),) if to else (),
            body=text.encode(),
            fetched_at=NOW,
        )
        return self.archive.keep(capture, Visit(run=self.run.name, **visit).fields())

    def print(self, article: Article) -> Article:
        """Show, fetch and keep *article*; return it as it is kept."""
        key = self.run.keys_of(article)[0]
        self.state.urls.show(key, article.url, "seed", NOW)
        warc = self.fetch(article.url, article.body or "", key=key, asked=article.url)
        article = replace(article, warc=warc)
        self.run.identify(article)
        self.state.articles.keep(article)
        return article

    def records(self) -> list[ReadRecord]:
        """Seal the archive and return all records in it."""
        self.archive.seal()
        files = sorted(self.folder.glob("*.warc.gz"))
        return [record for path in files for record in read_records(path)]


def reopened(site: KeptSite) -> closing[State]:
    """Leave *site* as a run does that is killed after a commit; open its state as the next does."""
    site.archive.commit()
    site.close()
    return closing(State(site.data / "state" / f"{SITE}.sqlite"))
