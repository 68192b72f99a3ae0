from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
import pytest_twisted

from newsbot.demo.paper import PressResponse
from newsbot.state import State
from newsbot.tdmrep import PLACE
from newsbot.verdict import FINE

FILE = json.dumps([{"location": "/", "tdm-reservation": 1}])


@pytest_twisted.async_yield_fixture
async def newsroom(tmp_path):
    # The reactor of the tests is not yet in its place when this file is read.
    from tests.press.newsroom import Newsroom

    room = Newsroom("demo", tmp_path)
    yield room
    await room.close()


def mind(paper, robots=b"", header=None, file=None):
    """Have *paper* mind being mined: by a line of robots.txt, a *header* of each page, a *file*."""
    answer = paper.respond

    def respond(request):
        response = answer(request)
        if request.path == PLACE and file is not None:
            return PressResponse.text(file, "application/json")
        if request.path == "/robots.txt":
            return replace(response, body=response.body + robots)
        headers = {**response.headers, **({"tdm-reservation": header} if header else {})}
        return replace(response, headers=headers)

    paper.respond = respond


def asked(newsroom):
    return sum(request.path == PLACE for request in newsroom.paper.requests)


@pytest_twisted.ensureDeferred
async def test_a_site_that_minds_nothing_is_not_asked(newsroom):
    mind(newsroom.paper, file=FILE)

    report = await newsroom.crawl()

    assert asked(newsroom) == 0
    assert report.asks == {}


@pytest.mark.parametrize(
    "how", [{"robots": b"\nUser-agent: GPTBot\nDisallow: /\n"}, {"header": "1"}], ids=list
)
@pytest_twisted.ensureDeferred
async def test_one_that_minds_is_asked_once_a_day_and_what_it_says_is_kept(newsroom, how):
    mind(newsroom.paper, file=FILE, **how)

    report = await newsroom.crawl()

    assert asked(newsroom) == 1
    assert newsroom.paper.requests[-1].path == PLACE
    assert (report.exit_code, report.asks[PLACE]) == (FINE, 1)
    with closing(State(newsroom.folder / "state/demo.sqlite")) as state:
        kept = state._db.execute("SELECT host, rules FROM reservation").fetchall()
    assert kept == [("127.0.0.1", '[["/",true,null]]')]
    newsroom.paper.today += timedelta(hours=6)
    await newsroom.crawl()
    assert asked(newsroom) == 0
    newsroom.paper.today += timedelta(days=1)
    await newsroom.crawl()
    assert asked(newsroom) == 1


@pytest_twisted.ensureDeferred
async def test_one_that_has_no_such_file_is_no_trouble(newsroom):
    mind(newsroom.paper, header="1")

    report = await newsroom.crawl()

    assert asked(newsroom) == 1
    assert (report.exit_code, report.trouble, report.troubles) == (FINE, None, {})
