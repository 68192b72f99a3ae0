"""What several papers print of one wire, crawled into one folder: who copied whom, as it is so."""

from __future__ import annotations

import asyncio
from contextlib import closing
from datetime import timedelta
from types import SimpleNamespace

import pytest
import pytest_twisted
from scrapy.crawler import AsyncCrawlerRunner
from scrapy.utils.project import get_project_settings
from twisted.internet.defer import Deferred

from newsbot.copies.linking import Linking
from newsbot.copies.store import FILE
from newsbot.crew import Crew
from newsbot.rendering import Rendering
from newsbot.state import State
from tests.press.wire import Wire

ORDER = ("tinhnha", "kabar", "demo", "heideblatt", "dongbao", "thoibao")


class Press:
    """The newsrooms of all papers of a wire, whose crawls fill one folder."""

    def __init__(self, folder):
        # The reactor of the tests is not yet in its place when this file is read.
        from tests.press.newsroom import Newsroom

        self.folder = folder
        self.wire = Wire()
        self.rooms = {
            name: Newsroom(name, folder, self.wire.today, lambda _, paper=paper: paper)
            for name, paper in self.wire.papers.items()
        }
        self.touched = set()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        for room in reversed(self.rooms.values()):
            await room.close()

    async def crawl(self, order=ORDER):
        """Crawl the papers one after the other; note whose files a run of another touched."""
        for name in order:
            before = self.files(but=name)
            report = await self.rooms[name].crawl()
            assert (report.exit_code, report.trouble) == (0, None)
            after = self.files(but=name)
            self.touched |= {path for path, _ in before.items() ^ after.items()}

    async def crawl_at_once(self, jobs):
        """Crawl all papers in one process, so many of them side by side."""
        sites = self.folder / "sites"
        sites.mkdir()
        for name, room in self.rooms.items():
            (sites / f"{name}.toml").write_text(room.profile())
        project = get_project_settings()
        project.setdict(
            {
                "DATA_DIR": str(self.folder),
                "KEEP": True,
                "CONTACT": "tests@newsbot.test",
                "ALLOW_PRIVATE_HOSTS": True,
                "DOWNLOAD_DELAY": 0,
                "DISK_FLOOR_BYTES": 0,
                "CLOCK": lambda: self.wire.today,
            },
            priority="cmdline",
        )
        reports = []
        crew = Crew(AsyncCrawlerRunner(project), reports.append)
        await Deferred.fromFuture(asyncio.ensure_future(crew.crawl(list(ORDER), {}, jobs)))
        assert {report.exit_code for report in reports} == {0}

    def render(self):
        """Write the files of articles that are not as they should be, without a crawl."""
        folder = self.folder / "state"
        for name in ORDER:
            with closing(State(folder / f"{name}.sqlite")) as state:
                linking = Linking(folder, name, state)
                aside = self.folder / "quarantine" / name
                with closing(
                    Rendering(self.folder / "articles" / name, state, aside, timedelta(), linking)
                ) as rendering:
                    rendering.render_stale()

    def files(self, *, but):
        """Return all files of all sites *but* one, by path; of a state without its log.

        What belongs to no site alone is left out: clusters, hosts and the card of all articles.
        """
        shared = {"hosts", FILE.partition(".")[0], "README"}
        return {
            path: path.read_bytes()
            for path in self.folder.rglob("*.*")
            if but not in {path.stem, path.parent.name}
            and path.stem not in shared
            and path.suffix not in {".sqlite-wal", ".sqlite-shm"}
        }

    def records(self):
        """Return what the files of articles say, by id."""
        return {
            record["id"]: record
            for room in self.rooms.values()
            for record in room.records().values()
        }


def copy_of(records):
    """Return of which article each that is in a cluster is a copy."""
    return {one: r["copy_of"] for one, r in records.items() if r["cluster"]}


def groups(records, among=None):
    """Return the ids that are in one cluster each, of those *among* these alone."""
    found = {}
    for one, record in records.items():
        if record["cluster"] and (among is None or one in among):
            found.setdefault(record["cluster"], set()).add(one)
    return {frozenset(ids) for ids in found.values()}


def inside(told, among):
    return {ids & among for ids in told if ids & among}


@pytest_twisted.async_yield_fixture(scope="module")
async def days(tmp_path_factory):
    """Two days of all papers: what was so then, and what the files said."""
    async with Press(tmp_path_factory.mktemp("days")) as press:
        wire = press.wire
        await press.crawl()
        unrendered = press.records()
        press.render()
        first = SimpleNamespace(
            truth=wire.truth(), groups=wire.groups(), records=press.records(), early=unrendered
        )
        wire.pass_on()
        await press.crawl()
        press.render()
        yield SimpleNamespace(
            wire=wire,
            touched=press.touched,
            first=first,
            second=SimpleNamespace(
                truth=wire.truth(), groups=wire.groups(), records=press.records()
            ),
        )


def on_both(test):
    return pytest.mark.parametrize("day", ["first", "second"])(test)


@on_both
def test_all_that_the_wire_brought_is_kept(days, day):
    seen = getattr(days, day)

    assert seen.truth.keys() <= seen.records.keys()
    assert len(seen.records) > len(seen.truth) + 20


@on_both
def test_reports_are_in_one_cluster_with_all_their_copies_and_nothing_else(days, day):
    seen = getattr(days, day)
    reports = seen.records.keys() - days.wire.bulletins

    assert groups(seen.records, reports) == inside(seen.groups, reports)


@on_both
def test_bulletins_are_in_one_cluster_with_their_copies_of_the_day_alone(days, day):
    seen = getattr(days, day)
    bulletins = days.wire.bulletins

    assert groups(seen.records, bulletins) == inside(seen.groups, bulletins)


@on_both
def test_each_copy_names_the_one_that_came_out_first(days, day):
    seen = getattr(days, day)

    assert copy_of(seen.records) == seen.truth


@on_both
def test_each_copy_says_how_like_the_first_it_is(days, day):
    records = getattr(days, day).records
    alike = {r["similarity"] for r in records.values() if r["cluster"]}
    firsts = {r["similarity"] for r in records.values() if r["cluster"] and not r["copy_of"]}

    assert firsts == {1.0}
    assert all(0.1 < share <= 1 for share in alike)
    assert min(alike) < 0.5


def test_a_first_publisher_that_is_found_later_takes_the_lead_and_the_cluster_keeps_its_name(days):
    late = days.wire.late
    first, second = days.first.records, days.second.records
    copies = [one for one, r in second.items() if r["copy_of"] == late]

    assert late not in first
    assert len(copies) == 2
    assert {first[one]["cluster"] for one in copies} == {second[late]["cluster"]}


def test_what_is_told_on_one_day_keeps_the_name_of_its_cluster_on_the_next(days):
    first, second = days.first.records, days.second.records
    together = first.keys() & days.second.truth.keys()

    assert {one: first[one]["cluster"] for one in together} == {
        one: second[one]["cluster"] for one in together
    }


def test_a_corrected_copy_stays_in_its_cluster(days):
    first, second = (day.records[days.wire.corrected] for day in (days.first, days.second))

    assert (first["revision"], second["revision"]) == (1, 2)
    assert first["cluster"] == second["cluster"]


def test_an_article_that_is_written_anew_leaves_its_cluster_be_it_a_copy_or_the_first(days):
    rewritten = days.wire.rewritten
    first, second = days.first.records, days.second.records

    assert {second[one]["revision"] for one in rewritten} == {2}
    assert {first[one]["copy_of"] is None for one in rewritten} == {True, False}
    assert [one for one in rewritten if first[one]["cluster"] is None] == []
    assert [one for one in rewritten if second[one]["cluster"]] == []


def test_a_withdrawn_copy_stays_in_its_cluster(days):
    first, second = (day.records[days.wire.withdrawn] for day in (days.first, days.second))

    assert (first["status"], second["status"]) == ("live", "withdrawn")
    assert first["cluster"] == second["cluster"]


def test_a_run_touches_no_file_of_another_site(days):
    assert days.touched == set()


def test_what_came_after_the_run_of_a_paper_is_not_in_its_files_till_they_are_rendered(days):
    site = f"{ORDER[0]}/"
    before, after = (
        {one for one in copy_of(records) if one.startswith(site)}
        for records in (days.first.early, days.first.records)
    )

    assert before == set()
    assert len(after) > 10


@pytest_twisted.ensureDeferred
async def test_the_next_run_renders_what_others_have_brought_in_whatever_order_they_run(tmp_path):
    async with Press(tmp_path) as press:
        order = ORDER[::-1]
        await press.crawl(order)
        await press.crawl(order[:-1])

        records = press.records()
        assert copy_of(records) == press.wire.truth()
        assert groups(records) == press.wire.groups()


@pytest_twisted.ensureDeferred
async def test_sites_crawled_side_by_side_find_the_same(tmp_path):
    async with Press(tmp_path) as press:
        await press.crawl_at_once(jobs=2)
        press.render()

        records = press.records()
        assert copy_of(records) == press.wire.truth()
        assert groups(records) == press.wire.groups()
