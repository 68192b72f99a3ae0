"""Several papers in one process, from the profiles of a project of their own."""

from __future__ import annotations

import asyncio
import logging

import orjson
import pytest
import pytest_twisted
from scrapy.crawler import AsyncCrawlerRunner
from scrapy.utils.project import get_project_settings
from twisted.internet import reactor
from twisted.internet.defer import Deferred

from newsbot.crew import Crew
from newsbot.demo.server import PressServer
from tests.press import PAPERS, TODAY, profile_text
from tests.press.resolver import PressResolver

SETTINGS = {
    "CONTACT": "tests@newsbot.test",
    "ALLOW_PRIVATE_HOSTS": True,
    "DOWNLOAD_DELAY": 0,
    "DISK_FLOOR_BYTES": 0,
    "KEEP": True,
    "CLOCK": lambda: TODAY,
}


@pytest_twisted.async_yield_fixture
async def press():
    server = PressServer([PAPERS[name](TODAY) for name in ("thoibao", "heideblatt")], latency=0)
    server.listen()
    resolver = reactor.installNameResolver(PressResolver(reactor))
    yield server
    reactor.installNameResolver(resolver)
    await server.stop()


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / "scrapy.cfg").write_text("[settings]\ndefault = newsbot.settings\n")
    (tmp_path / "sites").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def crawl(*sites, jobs=8, **settings):
    """Crawl *sites* and return the reports by site."""
    project = get_project_settings()
    project.setdict(SETTINGS | settings, priority="cmdline")
    reports = []
    crew = Crew(AsyncCrawlerRunner(project), reports.append)
    await Deferred.fromFuture(asyncio.ensure_future(crew.crawl(sites, {}, jobs)))
    return {report.site: report for report in reports}


def add_papers(project, port):
    for name in ("thoibao", "heideblatt"):
        (project / "sites" / f"{name}.toml").write_text(profile_text(name, port))


@pytest_twisted.ensureDeferred
async def test_sites_side_by_side_keep_their_files_apart(project, press):
    add_papers(project, press.port)

    reports = await crawl("thoibao", "heideblatt")

    assert {site: report.exit_code for site, report in reports.items()} == {
        "thoibao": 0,
        "heideblatt": 0,
    }
    for site, report in reports.items():
        lines = b"".join(p.read_bytes() for p in (project / "data/articles" / site).iterdir())
        assert {orjson.loads(line)["site"] for line in lines.splitlines()} == {site}
        assert len(lines.splitlines()) == report.new == report.articles


@pytest_twisted.ensureDeferred
async def test_one_site_after_the_other_gives_the_same(project, press):
    add_papers(project, press.port)

    reports = await crawl("thoibao", "heideblatt", jobs=1)

    assert [report.exit_code for report in reports.values()] == [0, 0]


@pytest_twisted.ensureDeferred
async def test_a_site_that_fails_never_stops_another(project, press):
    add_papers(project, press.port)
    (project / "sites" / "broken.toml").write_text("domain = 7")
    (project / "sites" / "down.toml").write_text('domain = "paper.down.test"')

    reports = await crawl("broken", "down", "unknown", "thoibao")

    assert {site: report.exit_code for site, report in reports.items()} == {
        "broken": 2,
        "down": 75,
        "unknown": 2,
        "thoibao": 0,
    }


@pytest_twisted.ensureDeferred
async def test_a_run_leaves_its_report_and_a_log_of_its_own_site(project, press, caplog):
    caplog.set_level(logging.INFO)
    add_papers(project, press.port)

    reports = await crawl("thoibao", "heideblatt")

    for site, report in reports.items():
        folder = project / "data/runs" / site
        assert orjson.loads((folder / f"{report.run}.json").read_bytes())["new"] == report.new
        log = (folder / f"{report.run}.log").read_text()
        assert "Spider closed (finished)" in log
        assert report.learnt
        assert log.count(report.advice) == 1
        assert not {"thoibao", "heideblatt"} - {site} & set(log.split())


@pytest_twisted.ensureDeferred
async def test_without_keep_nothing_is_written(project, press):
    add_papers(project, press.port)

    reports = await crawl("thoibao", KEEP=False)

    assert reports["thoibao"].new > 0
    assert not (project / "data").exists()


@pytest_twisted.ensureDeferred
async def test_every_request_tells_who_asks(project, press):
    add_papers(project, press.port)

    await crawl("thoibao")

    agents = {r.headers["user-agent"] for r in press.papers["thoibao.test"].requests}
    assert len(agents) == 1
    assert agents.pop().endswith(" (+tests@newsbot.test)")


@pytest_twisted.ensureDeferred
async def test_a_disk_that_cannot_be_written_exits_74(project, press):
    add_papers(project, press.port)
    (project / "data").write_text("a file where a folder should be")

    reports = await crawl("thoibao")

    assert reports["thoibao"].exit_code == 74


@pytest_twisted.ensureDeferred
async def test_a_damaged_state_needs_a_person(project, press):
    add_papers(project, press.port)
    state = project / "data/state/thoibao.sqlite"
    state.parent.mkdir(parents=True)
    state.write_text("no database at all " * 100)

    reports = await crawl("thoibao")

    assert reports["thoibao"].exit_code == 3
    assert "is no sound state" in reports["thoibao"].line


@pytest_twisted.ensureDeferred
async def test_a_lost_state_never_empties_the_corpus(project, press):
    add_papers(project, press.port)
    await crawl("thoibao")
    corpus = project / "data/articles/thoibao"
    before = {path.name: path.read_bytes() for path in corpus.iterdir()}
    for file in (project / "data/state").iterdir():
        file.unlink()

    reports = await crawl("thoibao", "heideblatt")

    assert (reports["thoibao"].exit_code, reports["heideblatt"].exit_code) == (3, 0)
    assert {path.name: path.read_bytes() for path in corpus.iterdir()} == before


@pytest_twisted.ensureDeferred
async def test_a_state_damaged_in_its_depth_stops_no_other_site(project, press):
    add_papers(project, press.port)
    await crawl("thoibao")
    state = project / "data/state/thoibao.sqlite"
    pages = state.read_bytes()
    state.write_bytes(pages[:8192] + b"\xff" * (len(pages) - 8192))

    reports = await crawl("thoibao", "heideblatt")

    assert (reports["thoibao"].exit_code, reports["heideblatt"].exit_code) == (3, 0)


@pytest_twisted.ensureDeferred
async def test_a_crawl_that_breaks_off_stops_no_other_site(project, press, monkeypatch):
    add_papers(project, press.port)
    create = AsyncCrawlerRunner.crawl

    def crawl_or_break(runner, crawler, **arguments):
        if crawler.spidercls.name == "thoibao":
            raise LookupError("an error of our own")
        return create(runner, crawler, **arguments)

    monkeypatch.setattr(AsyncCrawlerRunner, "crawl", crawl_or_break)

    reports = await crawl("thoibao", "heideblatt")

    assert {site: report.exit_code for site, report in reports.items()} == {
        "thoibao": 1,
        "heideblatt": 0,
    }
