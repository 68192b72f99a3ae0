"""What stands between the spider and the web, each part with one reason to exist."""

from newsbot.middlewares.archiver import ArchiverMiddleware
from newsbot.middlewares.conditional import ConditionalMiddleware
from newsbot.middlewares.guards import AnswerGuardMiddleware, GuardMiddleware
from newsbot.middlewares.purged import PurgedMiddleware

__all__ = [
    "AnswerGuardMiddleware",
    "ArchiverMiddleware",
    "ConditionalMiddleware",
    "GuardMiddleware",
    "PurgedMiddleware",
]
