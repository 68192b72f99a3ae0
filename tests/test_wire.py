"""What goes out where a connection is lost that was kept from the request before."""

from __future__ import annotations

import asyncio

import pytest
import pytest_twisted
from scrapy import Request
from scrapy.exceptions import DownloadFailedError
from scrapy.utils.test import get_crawler
from twisted.internet.defer import Deferred

from newsbot.wire import WebHandler
from tests.press.newsroom import Newsroom


@pytest_twisted.async_yield_fixture
async def newsroom(tmp_path):
    room = Newsroom("demo", tmp_path)
    yield room
    await room.close()


@pytest_twisted.ensureDeferred
async def test_a_request_whose_kept_connection_is_lost_goes_out_once(newsroom):
    answer, asked = newsroom.server.answer, []

    def answered(request):
        asked.append((request.path, request.channel))
        if request.path == b"/lost":
            request.transport.abortConnection()
        else:
            answer(request)

    newsroom.server.answer = answered
    handler = WebHandler(get_crawler())

    async def ask(path):
        return await handler.download_request(Request(f"http://127.0.0.1:{newsroom.port}{path}"))

    async def ask_twice():
        await ask("/")
        with pytest.raises(DownloadFailedError):
            await ask("/lost")
        await handler.close()

    await Deferred.fromFuture(asyncio.ensure_future(ask_twice()))

    assert [path for path, _ in asked] == [b"/", b"/lost"]
    assert asked[0][1] is asked[1][1]
