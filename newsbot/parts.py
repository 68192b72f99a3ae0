"""Parts: what becomes of an article one of whose further pages does not come."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsbot.pages.continuation import broken_off
from newsbot.patience import is_worth_waiting
from newsbot.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsbot.items import Article
    from newsbot.pages.article import ArticlePage
    from newsbot.run import Run
    from newsbot.step import Step

MOST_PAGES = 20
"""An article that goes on for longer is a loop of pages."""


def further_step(page: ArticlePage, article: Article, step: Step, number: int) -> Step | None:
    """Return the step from *page*, the *number*-th of *article*, to the next; ``None`` on the last.

    *step* led to this one.
    """
    if not page.next_parts or number >= MOST_PAGES:
        return None
    url, *others = page.next_parts
    key, instead = step.key or article.id, next(iter(others), None)
    return replace(step, key=key, url=url, instead=instead, via=page.url)


def without_part(
    run: Run, step: Step, reason: str, earlier: Article, number: int
) -> Iterator[Article]:
    """Yield an article as its *earlier* pages gave it, unless the next, its *number*-th, may come.

    That of *step* failed for *reason*. The archive holds that it was given up, for what lets a
    page fail may leave no capture.
    """
    key = step.key or earlier.id
    if is_worth_waiting(reason, run.state.urls.failures(key) + 1):
        run.failed(step, reason)
        return
    run.troubles.leave(step, reason)
    if run.archive:
        visit = Visit(run=run.name, via=step.via, key=key, part=number, broken_off=reason)
        run.archive.note(step.url, run.now(), visit.fields())
    yield broken_off(earlier)
