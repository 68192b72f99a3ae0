"""Case 1 with stock Scrapy, a JOBDIR and a feed, on the same papers, for comparison."""

from __future__ import annotations

import json
from collections import Counter
from signal import SIGKILL

import pytest
import pytest_twisted

from tests.commands.project import RESOLVER
from tests.faults import WHOLE, stock
from tests.faults.kills import LARGE, ROUNDS, SMALL, Length, draw, enlarge
from tests.faults.survivor import Survivor
from tests.faults.tally import note
from tests.press import TODAY

pytestmark = pytest.mark.skipif(not WHOLE, reason="proves nothing of newsbot; see make faults")

LENGTHS = {SMALL: Length(22, 56, 0.15), LARGE: Length(452, 1335, 1.7)}
FILES = ("-o", "data/articles.jsonl", "-s", "JOBDIR=data/job", "-s", "LOG_FILE=stock.log")


class Stock(Survivor):
    """The same paper, crawled with no more than what Scrapy brings."""

    def __init__(self, folder, name):
        super().__init__(folder, name, TODAY)
        enlarge(self.paper)
        # What is outside a project has none of newsbot's settings.
        (folder / "scrapy.cfg").unlink()
        url = f"http://{self.paper.hosts[0]}:{self.server.port}/"
        spider = ("-a", f"url={url}", "-a", f"article={self.paper.article.pattern}")
        self.words = ("runspider", stock.__file__, *spider, *FILES, "-s", RESOLVER)

    def losses(self):
        """Return what is lost, doubled or torn in the feed, against the truth."""
        feed = self.data / "articles.jsonl"
        lines = feed.read_bytes().splitlines() if feed.exists() else []
        told = Counter(map(key_of, lines))
        torn = told.pop(None, 0)
        return [
            *(f"lost: {key}" for key in self.paper.truth().keys() - told.keys()),
            *(f"doubled: {key}" for key, times in told.items() if times > 1),
            *["torn: a line"] * torn,
        ]


def key_of(line):
    """Return the article that *line* is of, nothing where it can't be read."""
    try:
        return json.loads(line)["id"]
    except ValueError:
        return None


@pytest_twisted.async_yield_fixture
async def paper(name, tmp_path):
    paper = Stock(tmp_path, name)
    yield paper
    await paper.close()


@pytest.mark.parametrize("name", LENGTHS)
@pytest_twisted.ensureDeferred
async def test_a_run_that_nobody_kills_brings_all(paper, name):
    assert await paper.crawl() == 0
    assert paper.losses() == []


@pytest.mark.parametrize(("name", "seed"), ROUNDS)
@pytest_twisted.ensureDeferred
async def test_what_kills_at_random_cost_is_counted(paper, name, seed):
    kills = draw(LENGTHS[name], seed)
    codes = [await paper.crawl(**kill, may_fail=True) for kill in kills]

    done = await paper.crawl(may_fail=True)
    ended = [f"ended with {done}"] if done else []
    note(f"stock Scrapy: SIGKILL, {name}", [*paper.losses(), *ended], codes.count(-SIGKILL))
