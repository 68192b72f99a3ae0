"""The articles of a site made anew from its archive, compared with those it has, taken over."""

from __future__ import annotations

import shutil
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self

import orjson

from newsbot.archive.archive import Archive
from newsbot.archive.disk import put_aside
from newsbot.exceptions import StateError
from newsbot.extract.learning import learn
from newsbot.replay.difference import changes
from newsbot.replay.foreign import bring_in
from newsbot.replay.looks import answers_in, archive_files, looks
from newsbot.replay.recall import is_forgotten, recall_captures
from newsbot.replay.replay import Replay
from newsbot.replay.samples import samples_of
from newsbot.sitearchive import SiteArchive
from newsbot.start import prepare
from newsbot.state import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from newsbot.options import Options
    from newsbot.replay.difference import Change
    from newsbot.replay.looks import Answer
    from newsbot.replay.reader import Reader
    from newsbot.run import Run


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What a reextraction found: looks read again, and what becomes of how many articles.

    ``fields`` counts the articles in which a field changes; ``dropped`` the pages that are no
    articles and ``unread`` the looks that gave nothing, both by reason; ``kept`` the articles
    whose pages are not in the archive, which stay as they are; ``imported`` the pages of other
    crawlers that were new to the archive, ``damage`` what is wrong with the files they came in.
    ``is_relearnt`` if all is read by a new lesson.
    """

    looks: int = 0
    articles: int = 0
    kept: int = 0
    imported: int = 0
    changes: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)
    damage: list[str] = field(default_factory=list)
    is_relearnt: bool = False


class Reextraction:
    """Reads the archive in *folder* again, for the site whose *live* state lies at *path*.

    It works in a folder beside the state, which is gone at the end; the archive is written to
    only by ``bring_in``, and state and corpus by ``take_over``. What was learnt of the site's
    pages stays, unless it is to ``relearn``.
    """

    def __init__(self, reader: Reader, live: State, path: Path, folder: Path) -> None:
        self.outcome = Outcome()
        self._reader = reader
        self._live = live
        self._path = path
        self._folder = folder
        self._aside = path.with_suffix(".reextract")
        self._imports = State()

    def __enter__(self) -> Self:
        shutil.rmtree(self._aside, ignore_errors=True)
        self._fresh = State(self._aside / "fresh.sqlite")
        self._fresh.purged.take_over(self._live.purged)
        self._captures = self._live.captures
        if is_forgotten(self._folder, self._live.captures):
            self._captures = self._fresh.captures
            recall_captures(self._folder, self._captures, self._fresh.templates)
        else:
            self._fresh.templates.take_over(self._live.templates)
        self._fresh.commit()
        return self

    def __exit__(self, *_: object) -> None:
        self._fresh.close()
        self._imports.close()
        shutil.rmtree(self._aside, ignore_errors=True)

    def look_at(self, foreign: Sequence[Path]) -> None:
        """Have the article pages in the WARC files *foreign* read too, behind the archive's own."""
        site = self._reader.profile.site
        archive = Archive(self._aside, site, 1 << 40, {}, self._aside)
        with closing(SiteArchive(self._aside, archive, self._imports)) as imports:
            self.outcome.imported = self._import(foreign, imports, "import")

    def bring_in(self, foreign: Sequence[Path], run: Run, options: Options) -> None:
        """Take the article pages in the WARC files *foreign* over into the site's own archive.

        Raises StateError where the state does not know that archive.
        """
        if self._captures is not self._live.captures:
            raise StateError(
                "its state is lost; first make it anew: "
                f"scrapy reextract {self._reader.profile.site} --apply"
            )
        prepare(run, options)
        assert run.archive
        self.outcome.imported = self._import(foreign, run.archive, run.name)

    def replay(self, processes: int, tell: Callable[[int], None]) -> None:
        """Make all articles anew on so many *processes*; *tell* how many looks are read."""
        reader = replace(self._reader, versions=self._fresh.templates.versions())
        replay = Replay(reader, self._fresh)
        replay.play(looks(self._answers()), processes, tell)
        outcome = self.outcome
        outcome.looks, outcome.dropped, outcome.unread = replay.looks, replay.dropped, replay.unread
        if self._path.exists():
            lost = self._captures.files().keys() - set(archive_files(self._folder))
            outcome.kept = len(self._fresh.keep_unread(self._path, lost))
        self._fresh.commit()
        outcome.articles = self._fresh.articles.count()

    def relearn(self, processes: int, now: datetime) -> None:
        """Learn from the whole archive what its pages have in common; all are read by that."""
        self.outcome.is_relearnt = True
        samples = samples_of(self._answers(), self._reader, processes)
        articles = max(self._live.articles.count(), len(samples))
        self._fresh.templates.recast(learn(samples), articles, now)

    def _answers(self) -> Iterator[Answer]:
        """Yield what the archive holds, and what was only looked at behind it."""
        yield from answers_in(self._folder, self._captures)
        yield from answers_in(self._aside, self._imports.captures)

    def changes(self) -> Iterator[Change]:
        """Yield every article that is made otherwise than it stands in the live state."""
        for change in changes(self._live.articles, self._fresh.articles):
            self.outcome.changes[change.kind] += 1
            if change.kind == "changed":
                self.outcome.fields.update(change.fields.keys())
            yield change

    def take_over(self, run: Run, options: Options) -> None:
        """Make the articles made anew those of the live state, in one transaction; render them.

        What stands in the corpus of a lost state may be all that is left: it is put aside.
        """
        if self._captures is not self._live.captures:
            corpus, quarantine = (
                options.data / kind / run.site for kind in ("articles", "quarantine")
            )
            for path in sorted(corpus.glob("*.jsonl")):
                put_aside(path, quarantine)
        self._live.renew(self._aside / "fresh.sqlite")
        outcome = orjson.dumps({"run": run.name, "reextracted": self.outcome})
        self._live.runs.end(run.name, run.now(), None, outcome)
        self._live.commit()
        if run.archive is None:
            prepare(run, options)
        assert run.archive
        assert run.rendering
        with closing(run.archive), closing(run.rendering):
            run.archive.seal()
            run.rendering.render_stale()

    def _import(self, foreign: Sequence[Path], archive: SiteArchive, run: str) -> int:
        profile, damage = self._reader.profile, self.outcome.damage
        return sum(bring_in(path, profile, archive, run, damage) for path in foreign)
