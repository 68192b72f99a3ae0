"""Tells every host who asks it, whichever command or spider does."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Self

from newsbot.contact import address_in, check_contact, contact_of, user_agent
from newsbot.exceptions import SettingError
from newsbot.failures import OutOfReachError
from newsbot.urls import host_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)


class ContactMiddleware:
    """Puts User-Agent and From on each request, and asks no host but this machine without contact.

    Redirects and robots.txt come by here, too.
    """

    def __init__(self, product: str, contact: str) -> None:
        self._contact = contact
        self._headers = {"User-Agent": user_agent(product, contact)}
        if address := address_in(contact):
            self._headers["From"] = address

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware of *crawler*, also where it is no site of ours that is crawled.

        Raises SettingError where CONTACT reaches nobody.
        """
        return cls(str(crawler.settings["USER_AGENT"]), contact_of(crawler.settings))

    def process_request(self, request: Request) -> None:
        """Have *request* say who asks; raise OutOfReachError where nobody is there to be told of.

        What a person puts on a request of his own stays.
        """
        try:
            check_contact(self._contact, host_of(request.url))
        except SettingError as error:
            logger.warning("Refused %r: %s", request.url, error)
            raise OutOfReachError(str(error)) from error
        for name, value in self._headers.items():
            request.headers.setdefault(name, value)
