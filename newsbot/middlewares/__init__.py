"""What stands between the spider and the web, each part with one reason to exist."""

from newsbot.middlewares.archiver import ArchiverMiddleware
from newsbot.middlewares.conditional import ConditionalMiddleware
from newsbot.middlewares.guards import GuardMiddleware
from newsbot.middlewares.purged import PurgedMiddleware

__all__ = ["ArchiverMiddleware", "ConditionalMiddleware", "GuardMiddleware", "PurgedMiddleware"]
