"""A made-up newspaper with known truth, which notes who asked and can be made to fail."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newsbot.demo.paper import Paper, PressResponse

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable
    from datetime import datetime

    from newsbot.demo.paper import PressRequest, Story


class WatchedPaper(Paper):
    """A paper as tests need one; *article* finds the key in the path and query of an article."""

    article: ClassVar[re.Pattern[str]]

    def __init__(self, stories: Iterable[Story], today: datetime) -> None:
        self.requests: list[PressRequest] = []
        self._failures: dict[str, tuple[int, int | None]] = {}
        super().__init__(stories, today)

    def truth(self) -> dict[str, Story]:
        """Return by their keys the stories that a complete crawl holds as live now."""
        return {story.key: story for story in self.stories}

    def fail(self, path_prefix: str, status: int = 500, times: int | None = None) -> None:
        """Let requests whose path and query begin so fail: *times* times, or until ``times=0``."""
        self._failures[path_prefix] = (status, times)

    def respond(self, request: PressRequest) -> PressResponse:
        """Note *request* and return the page it asks for, unless it is made to fail."""
        self.requests.append(request)
        if status := self._failure(request):
            return PressResponse.text(f"<h1>{status}</h1>", status=status)
        return super().respond(request)

    def count(self, prefix: str) -> int:
        """Return how many requests began with *prefix* in their path and query."""
        return sum(request.target.startswith(prefix) for request in self.requests)

    def article_key(self, request: PressRequest) -> str | None:
        """Return the key of the story whose page *request* asks for, ``None`` if for no story."""
        match = self.article.search(request.target)
        return match["key"] if match else None

    def article_requests(self) -> list[PressRequest]:
        """Return the requests for article pages, in the order in which they came."""
        return [request for request in self.requests if self.article_key(request)]

    def _failure(self, request: PressRequest) -> int | None:
        """Return with what status *request* fails, by a failure that is not used up."""
        for prefix, (status, times) in self._failures.items():
            if request.target.startswith(prefix) and times != 0:
                self._failures[prefix] = (status, times and times - 1)
                return status
        return None
