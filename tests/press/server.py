"""A server of made-up papers that knows when and how densely it was asked."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from newsbot.demo.server import PressServer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twisted.web.server import Request

    from newsbot.demo.paper import Paper


class WatchedServer(PressServer):
    """A server as tests need one.

    *peak* is the greatest number of requests in flight at once, and *moments* are when they came by
    a clock that never jumps, both by the paper's domain.
    """

    def __init__(self, papers: Sequence[Paper], latency: float = 0.005) -> None:
        super().__init__(papers, latency)
        self.in_flight: Counter[str] = Counter()
        self.peak: Counter[str] = Counter()
        self.moments: defaultdict[str, list[float]] = defaultdict(list)

    def answer(self, request: Request) -> None:
        """Let the paper that *request* names answer it, and count that it is in flight."""
        host = request.getRequestHostname().decode("latin-1")
        paper = self.only or self.papers.get(host)
        domain = paper.hosts[0] if paper else host
        self.moments[domain].append(time.monotonic())
        # First, for a paper may fail, and then nothing is in flight.
        super().answer(request)
        self.in_flight[domain] += 1
        self.peak[domain] = max(self.peak[domain], self.in_flight[domain])

        def leave(_: object) -> None:
            self.in_flight[domain] -= 1

        request.notifyFinish().addBoth(leave)
