"""A paper crawled by processes that are killed, and what must hold when one gets to the end."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from signal import SIGKILL
from typing import TYPE_CHECKING, Any

from twisted.internet.threads import deferToThread

from newsbot.archive.reading import read_records, record_at
from newsbot.archive.validate import faults
from newsbot.corpus import read_month
from newsbot.demo.server import PressServer
from newsbot.state import State
from newsbot.verify import verify
from tests.commands.project import QUICKLY, Project
from tests.press import PAPERS, profile_text

if TYPE_CHECKING:
    from pathlib import Path
    from subprocess import Popen

    from newsbot.demo.paper import PressRequest, PressResponse

CONTACT = {"NEWSBOT_CONTACT": "tests@newsbot.test"}


class Survivor:
    """One paper, and a project that crawls it in processes of their own."""

    def __init__(self, folder: Path, name: str = "demo") -> None:
        self.name = name
        self.project = Project(folder)
        self.paper = PAPERS[name](datetime.now(UTC))
        self.server = PressServer([self.paper], latency=0)
        self.project.add_site(name, profile_text(name, self.server.listen()))
        self._answer = self.paper.respond

    async def close(self) -> None:
        await self.server.stop()

    async def crawl(self, kill_at: int = 0, *, may_fail: bool = False) -> int:
        """Crawl once and return the exit code; with *kill_at*, kill at that request of the run."""
        self.paper.requests.clear()
        process = self.project.start("crawl", self.name, *QUICKLY, **CONTACT)
        self.paper.respond = self._killing(process, kill_at)  # type: ignore[method-assign]
        _, trouble = await deferToThread(process.communicate, timeout=60)
        assert kill_at or may_fail or trouble == ""
        assert "Traceback" not in trouble
        return int(process.returncode)

    def _killing(self, process: Popen[str], kill_at: int) -> Any:
        def respond(request: PressRequest) -> PressResponse:
            if len(self.paper.requests) + 1 == kill_at:
                process.send_signal(SIGKILL)
            return self._answer(request)

        return respond

    def losses(self) -> list[str]:
        """Return what is lost, doubled or torn, over corpus and archive, against the truth."""
        data = self.project.folder / "data"
        archive = data / "archive" / self.name
        warcs = sorted(archive.glob("*.warc.gz"))
        lines = [
            record
            for path in sorted((data / "articles" / self.name).glob("*.jsonl"))
            for record in read_month(path)
        ]
        told = Counter(record["id"].partition("/")[2] for record in lines)
        ids = Counter(record.record_id for path in warcs for record in read_records(path))
        truth = self.paper.truth()
        with closing(State(data / "state" / f"{self.name}.sqlite")) as state:
            findings = verify(state, data / "articles" / self.name, archive)
        return [
            *findings.wrong,
            *(f"not rendered: {month}" for month in findings.stale),
            *(f"lost: {key}" for key in truth.keys() - told.keys()),
            *(f"invented: {key}" for key in told.keys() - truth.keys()),
            *(f"doubled: {key}" for key, times in (told + ids).items() if times > 1),
            *(f"torn: {path.name}: {fault}" for path in warcs for fault in faults(path)),
            *(f"left open: {path.name}" for path in archive.glob("*.open")),
            *(f"unreadable: {record['id']}" for record in lines if not _is_found(archive, record)),
        ]


def _is_found(archive: Path, record: dict[str, Any]) -> bool:
    """Return whether the archive has the page of *record* where its line says."""
    warc = record["warc"]
    page = record_at(archive / warc["file"], warc["offset"])
    return (page.record_id, page.url) == (warc["record_id"], record["url"])
