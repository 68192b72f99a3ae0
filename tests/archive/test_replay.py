"""Archived pages as pywb shows them, by our own index; `make replay` installs pywb."""

from __future__ import annotations

import gzip
import subprocess
from dataclasses import replace
from datetime import UTC, timedelta
from email.utils import format_datetime
from html import unescape
from pathlib import Path
from urllib.request import urlopen

import pytest
import pytest_twisted

from newsbot.archive.cdxj import INDEX
from tests.press.newsroom import Newsroom

VENV = Path(__file__).resolve().parents[2] / ".venv-replay"
# What pywb's command `wayback` does, but on a port that the system chooses.
SERVE = """
from pywb.apps.wayback import application
from pywb.utils.geventserver import GeventServer
server = GeventServer(application, hostname="127.0.0.1")
print(server.port, flush=True)
server.join()
"""
COLLECTION = "collections: {{demo: {{index_paths: {folder}/{index}, archive_paths: {folder}/}}}}"
A_DAY = timedelta(hours=25)

pytestmark = pytest.mark.skipif(
    not (VENV / "runs").exists(), reason="pywb is not installed; make replay does it"
)


def shown(collection, url, moment):
    """Return when the page that pywb shows of *url* at *moment* was captured, and its text."""
    with urlopen(f"{collection}/{moment:%Y%m%d%H%M%S}mp_/{url}") as response:
        return response.headers["memento-datetime"], unescape(response.read().decode())


def send_gzipped(paper, key):
    """Have *paper* send the article *key* gzipped, the same bytes at every request."""
    answer = paper.respond

    def respond(request):
        response = answer(request)
        if paper.article_key(request) != key:
            return response
        body = gzip.compress(response.body, mtime=0)
        return replace(
            response, body=body, headers={**response.headers, "content-encoding": "gzip"}
        )

    paper.respond = respond


@pytest_twisted.async_yield_fixture(scope="module")
async def newsroom(tmp_path_factory):
    """A paper crawled on two days, on which its newest articles were the same."""
    room = Newsroom("demo", tmp_path_factory.mktemp("replay"))
    send_gzipped(room.paper, room.paper.stories[1].key)
    await room.crawl()
    room.paper.today += A_DAY
    await room.crawl()
    yield room
    await room.close()


@pytest.fixture(scope="module")
def collection(newsroom):
    """The address under which a pywb shows the paper's archive."""
    archive = newsroom.folder / "archive/demo"
    config = COLLECTION.format(folder=archive, index=INDEX)
    (newsroom.folder / "config.yaml").write_text(config)
    words = [VENV / "bin/python", "-c", SERVE]
    with subprocess.Popen(words, cwd=newsroom.folder, stdout=subprocess.PIPE) as pywb:
        yield f"http://127.0.0.1:{int(pywb.stdout.readline())}/demo"
        pywb.terminate()


@pytest.mark.parametrize("age", [timedelta(), A_DAY], ids=["unchanged", "first"])
@pytest.mark.parametrize("place", [0, 1], ids=["plain", "gzipped"])
def test_an_article_is_shown_as_of_its_capture(newsroom, collection, place, age):
    story = newsroom.paper.stories[place]
    moment = (newsroom.paper.today - age).astimezone(UTC)

    memento, page = shown(collection, newsroom.records()[story.key]["url"], moment)

    assert memento == format_datetime(moment, usegmt=True)
    assert [text for text in (story.headline, *story.paragraphs) if text not in page] == []


def test_the_unchanged_articles_are_archived_as_revisits(newsroom):
    index = (newsroom.folder / "archive/demo" / INDEX).read_text().splitlines()
    revisits = "\n".join(line for line in index if '"warc/revisit"' in line)

    assert [s.key for s in newsroom.paper.stories[:2] if f"-{s.key} " not in revisits] == []
