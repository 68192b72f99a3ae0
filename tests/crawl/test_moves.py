"""Articles that move on their site: one identity, whatever address leads to it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import pytest_twisted

from newsbot.demo.paper import PressResponse

SMALL = {"per_day": 6, "front": 5, "per_page": 6, "feed": 9, "sitemap": False}


def move(paper, *, to="", listed=False):
    """Have every article of *paper* answer by a redirect to a number of its own, 9 before it.

    With *listed* its listings show the new addresses, with *to* they lead to another host.
    """
    answer = paper.respond

    def respond(request):
        match = re.fullmatch(r"(/[^/]+/[^/]+-)(\d+)(\.html)", request.path)
        if match and not match[2].startswith("9"):
            place = f"{to}{match[1]}9{match[2]}{match[3]}"
            paper.requests.append(request)
            return PressResponse(status=301, headers={"location": place})
        if match:
            request = replace(request, path=f"{match[1]}{match[2][1:]}{match[3]}")
        response = answer(request)
        moved = re.sub(rb"-(\d{6}\.html)", rb"-9\1", response.body) if listed else response.body
        return response if match else replace(response, body=moved)

    paper.respond = respond


@pytest.fixture
def chronicle(open_chronicle):
    return open_chronicle(**SMALL)


@pytest_twisted.ensureDeferred
async def test_an_article_that_moved_keeps_its_id_and_gets_an_alias(chronicle):
    await chronicle.crawl()
    before = set(chronicle.room.records())
    move(chronicle.paper)

    await chronicle.live(2)

    records = chronicle.room.records()
    moved = {key for key in before if any("-9" in alias for alias in records[key]["aliases"])}
    assert moved
    assert not {f"9{key}" for key in before} & set(records)


@pytest_twisted.ensureDeferred
async def test_what_moved_is_not_taken_for_new_when_listings_show_its_new_address(chronicle):
    await chronicle.crawl()
    move(chronicle.paper)
    await chronicle.live(2)
    before = set(chronicle.room.records())
    move(chronicle.paper, listed=True)

    (report,) = await chronicle.live(1)

    records = chronicle.room.records()
    again = [record for key, record in records.items() if key not in before and record["copy_of"]]
    assert report.gone == 0
    assert len(again) <= 3


@pytest_twisted.ensureDeferred
async def test_an_article_that_leads_to_another_host_stays_as_it_is(chronicle):
    await chronicle.crawl()
    before = chronicle.room.records()
    move(chronicle.paper, to="http://erbe.test")

    for _ in range(4):
        await chronicle.live(1)

    records = chronicle.room.records()
    assert {records[key]["status"] for key in before} == {"live"}
    assert {key: records[key]["body"] for key in before} == {k: before[k]["body"] for k in before}
