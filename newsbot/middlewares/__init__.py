"""What stands between the spider and the web, each part with one reason to exist."""

from newsbot.middlewares.archiver import ArchiverMiddleware
from newsbot.middlewares.conditional import ConditionalMiddleware
from newsbot.middlewares.contact import ContactMiddleware
from newsbot.middlewares.guards import AnswerGuardMiddleware, GuardMiddleware
from newsbot.middlewares.politeness import PolitenessMiddleware
from newsbot.middlewares.purged import PurgedMiddleware
from newsbot.middlewares.robots import RobotsMiddleware

__all__ = [
    "AnswerGuardMiddleware",
    "ArchiverMiddleware",
    "ConditionalMiddleware",
    "ContactMiddleware",
    "GuardMiddleware",
    "PolitenessMiddleware",
    "PurgedMiddleware",
    "RobotsMiddleware",
]
