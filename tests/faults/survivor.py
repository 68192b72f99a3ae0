"""A paper crawled by processes that meet faults, and what must hold when one gets to the end."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from twisted.internet import reactor

from newsbot.archive.reading import read_records, record_at
from newsbot.archive.validate import faults
from newsbot.corpus import read_month
from newsbot.demo.server import PressServer
from newsbot.state import State
from newsbot.verify import verify
from tests.commands.project import QUICKLY, Project
from tests.faults.child import OUTPUT, TAPE, ended, start
from tests.faults.disk import NO_FAULT
from tests.press import PAPERS, profile_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from multiprocessing.context import ForkServerProcess
    from pathlib import Path

    from newsbot.demo.paper import PressRequest, PressResponse, Story
    from tests.faults.disk import Fault

CONTACT = {"NEWSBOT_CONTACT": "tests@newsbot.test"}
# So small that a run fills several files, and renders some months while it goes on.
SETTINGS = ("ARCHIVE_MAX_BYTES=20000", "RENDER_SECONDS=5", "CLOCK=tests.faults.child.clock")
SETTINGS += ("CONTACT=tests@newsbot.test",)
WORDS = (*QUICKLY, *(word for setting in SETTINGS for word in ("-s", setting)))
BETWEEN_RUNS = timedelta(minutes=5)


class Survivor:
    """One paper, and a project that crawls it in processes of their own.

    *today* is the paper's clock, and *arguments* are those of the crawls.
    """

    def __init__(
        self,
        folder: Path,
        name: str = "demo",
        today: datetime | None = None,
        arguments: tuple[str, ...] = (),
    ) -> None:
        self.name = name
        self.project = Project(folder)
        self.data = folder / "data"
        self.paper = PAPERS[name](today or datetime.now(UTC))
        self.server = PressServer([self.paper], latency=0)
        self.project.add_site(name, profile_text(name, self.server.listen()))
        self.now = self.paper.today
        self.trouble = ""
        self.words = ("crawl", name, *arguments, *WORDS)
        self._withdrawn: set[str] = set()
        self._answer = self.paper.respond

    async def close(self) -> None:
        await self.server.stop()

    async def crawl(
        self,
        kill_at: int = 0,
        *,
        kill_after: float = 0,
        fault: Fault = NO_FAULT,
        may_fail: bool = False,
    ) -> int:
        """Crawl once and return the exit code; what was printed is `trouble`.

        The run is killed at the request of the number *kill_at*, or *kill_after* so many
        seconds, or else meets *fault*.
        """
        self.now += BETWEEN_RUNS
        self.paper.requests.clear()
        process = start(self.project.folder, self.words, self.now, fault)
        self.paper.respond = self._killing(process, kill_at)  # type: ignore[method-assign]
        timer = reactor.callLater(kill_after, process.kill) if kill_after else None
        code = await ended(process)
        if timer and timer.active():
            timer.cancel()
        self.trouble = (self.project.folder / OUTPUT).read_text(encoding="utf-8")
        assert "Traceback" not in self.trouble, self.trouble
        assert code or not self.trouble, self.trouble
        assert code in {0, -9} or may_fail, self.trouble
        return code

    def operations(self) -> list[str]:
        """Return what the last crawl did to its files, in the order in which it did."""
        return (self.project.folder / TAPE).read_text(encoding="utf-8").splitlines()

    def pass_a_day(self) -> None:
        """Let a day pass on which the paper prints, corrects, withdraws and dates anew."""
        newest, second, *_, oldest = self.paper.stories
        self.paper.today += timedelta(hours=25)
        self.now = self.paper.today
        an_hour_ago = self.paper.today - timedelta(hours=1)
        self.paper.edit(newest.key, paragraphs=("Đoạn này mới viết.", *newest.paragraphs))
        self.paper.withdraw(second.key)
        self._withdrawn.add(second.key)
        self.paper.edit(oldest.key, headline="Tin cũ được viết lại", published=an_hour_ago)
        words = ("Sáng nay cầu mới qua sông đã thông xe, sớm hơn hai tháng so với dự kiến.",)
        self.paper.publish(
            replace(second, key="990011", paragraphs=words, lead=None, published=an_hour_ago)
        )

    def _killing(self, process: ForkServerProcess, kill_at: int) -> Any:
        def respond(request: PressRequest) -> PressResponse:
            if len(self.paper.requests) + 1 == kill_at:
                process.kill()
            return self._answer(request)

        return respond

    def losses(self) -> list[str]:
        """Return what is lost, doubled or torn, over corpus and archive, against the truth."""
        archive = self.data / "archive" / self.name
        warcs = sorted(archive.glob("*.warc.gz"))
        lines = [
            record
            for path in sorted((self.data / "articles" / self.name).glob("*.jsonl"))
            for record in read_month(path)
        ]
        told = Counter(_key(record) for record in lines)
        ids = Counter(record.record_id for path in warcs for record in read_records(path))
        truth = self.paper.truth()
        with closing(State(self.data / "state" / f"{self.name}.sqlite")) as state:
            findings = verify(state, self.data, self.name)
        return [
            *findings.wrong,
            *(f"not rendered: {month}" for month in findings.stale),
            *(f"lost: {key}" for key in truth.keys() - told.keys()),
            *(f"invented: {key}" for key in told.keys() - truth.keys() - self._withdrawn),
            *(f"doubled: {key}" for key, times in (told + ids).items() if times > 1),
            *(f"torn: {path.name}: {fault}" for path in warcs for fault in faults(path)),
            *(f"left open: {path.name}" for path in archive.glob("*.open")),
            *(f"unreadable: {record['id']}" for record in lines if not _is_found(archive, record)),
            *(f"outdated: {record['id']}" for record in lines if not _is_told(truth, record)),
        ]


def _key(record: Mapping[str, Any]) -> str:
    return str(record["id"].partition("/")[2])


def _is_told(truth: Mapping[str, Story], record: Mapping[str, Any]) -> bool:
    """Return whether *record* says of its story what the *truth* does."""
    story = truth.get(_key(record))
    if story is None:
        return bool(record["status"] == "withdrawn")
    said = (record["headline"], record["body"], record["status"])
    return said == (story.headline, story.body, "live")


def _is_found(archive: Path, record: Mapping[str, Any]) -> bool:
    """Return whether the archive has the page of *record* where its line says."""
    warc = record["warc"]
    page = record_at(archive / warc["file"], warc["offset"])
    return (page.record_id, page.url) == (warc["record_id"], record["url"])
