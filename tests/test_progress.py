from __future__ import annotations

import asyncio
import io
from types import SimpleNamespace

import pytest_twisted
from twisted.internet.defer import Deferred

from newsbot.counts import Counts
from newsbot.progress import progress_line, show_progress


def crew_at_work(guest=None, **counts):
    runs = {
        site: (SimpleNamespace(counts=Counts(listings=n, new=2 * n), guest=guest), None)
        for site, n in counts.items()
    }
    return SimpleNamespace(at_work=runs)


def test_every_site_at_work_stands_on_the_line():
    crew = crew_at_work(waldbote=3, kurier=1)

    line = progress_line(crew)

    assert line == "waldbote: 3 listings, 6 new   kurier: 1 listing, 2 new"


def test_a_site_that_waits_for_a_busy_host_says_so():
    guest = SimpleNamespace(waits="waldbote.test is busy (HTTP 503) until 12:07 UTC")

    line = progress_line(crew_at_work(guest, waldbote=3))

    assert line == "waldbote: 3 listings, 6 new, waldbote.test is busy (HTTP 503) until 12:07 UTC"


@pytest_twisted.ensureDeferred
async def test_the_line_is_wiped_when_the_work_is_done():
    screen = io.StringIO()

    async def work():
        progress = asyncio.ensure_future(show_progress(crew_at_work(waldbote=3), screen, 60))
        await asyncio.sleep(0)
        progress.cancel()
        await asyncio.gather(progress, return_exceptions=True)

    await Deferred.fromFuture(asyncio.ensure_future(work()))

    assert screen.getvalue().startswith("\r\x1b[Kwaldbote: 3 listings")
    assert screen.getvalue().endswith("\r\x1b[K")
