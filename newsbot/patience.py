"""Patience: how often a run asks again for an article of which something else came in its place."""

from __future__ import annotations

from newsbot.addresses import MOVED
from newsbot.extract.wall import WALLS
from newsbot.pages.continuation import ELSEWHERE
from newsbot.pages.source import NO_PAGE
from newsbot.reasons import will_pass

NO_HEADLINE, NO_BODY = "no headline", "no body"
REDIRECTED = "redirected to no article"

# Pauses double from an hour on, so that the last of so many tries comes after five days.
_LONG = 8
# A server that is being worked on shows layouts without text, or leads to where there is none;
# consent is often asked for on a host of its own.
_SHORT = 4
_TRIES = {
    **dict.fromkeys(WALLS, _LONG),
    **dict.fromkeys((NO_PAGE, NO_HEADLINE, NO_BODY, REDIRECTED, MOVED), _SHORT),
    ELSEWHERE: 0,
}


def is_worth_a_try(reason: str, tries: int) -> bool:
    """Return whether an article may come where so many *tries* were answered as *reason* says.

    A section or a player stays what it is; it is asked for again only where a listing has cause.

    >>> is_worth_a_try("a consent page", 1), is_worth_a_try("a section page", 1)
    (True, False)
    """
    return tries < _TRIES.get(reason, 0)


def is_worth_waiting(reason: str, tries: int) -> bool:
    """Return whether a further page of an article may come that failed so often for *reason*.

    Till then the article is not kept, and each try costs all its pages.

    >>> is_worth_waiting("HTTP 503", 1), is_worth_waiting("HTTP 503", 4)
    (True, False)
    """
    return tries < _TRIES.get(reason, _SHORT if will_pass(reason) else 0)
