"""Who crawls, as every request tells it: the name of the crawler and how to reach its operator."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

# Addresses and URLs; nothing that would end the comment or the header (RFC 9110, 5.6.5).
_FIT = re.compile(r"[\x20-\x27\x2a-\x5b\x5d-\x7e]{1,200}")
_ADDRESS = re.compile(r"(?<![^\s,;<])(?:mailto:)?([^\s@,;<>:/]+@[^\s@,;<>:/]+\.[^\s@,;<>:/]+)")


def is_contact(text: str) -> bool:
    r"""Return whether *text* can stand in a header: printable ASCII, no parentheses or backslash.

    It must hold an address or a URL, by which somebody can be reached.

    >>> is_contact("ops@archive.example"), is_contact("me"), is_contact("a@b.example\r\nX: 1")
    (True, False, False)
    """
    return bool(_FIT.fullmatch(text) and ("://" in text or _ADDRESS.search(text)))


def user_agent(product: str, contact: str) -> str:
    """Return the User-Agent header of *product*, with the *contact* if there is one.

    >>> user_agent("newsbot/1.0", "https://archive.example/bot; ops@archive.example")
    'newsbot/1.0 (+https://archive.example/bot; ops@archive.example)'
    """
    return f"{product} (+{contact})" if contact else product


def address_in(contact: str) -> str | None:
    """Return the mail address in *contact*, for the From header (RFC 9110, 10.1.2).

    >>> address_in("https://archive.example/bot; ops@archive.example")
    'ops@archive.example'
    >>> address_in("https://archive.example/@bot")
    """
    found = _ADDRESS.search(contact)
    return found[1] if found else None


def introduce(settings: BaseSettings) -> None:
    """Have every request of a spider with these *settings* say who crawls."""
    contact = str(settings["CONTACT"] or "").strip()
    settings.set("USER_AGENT", user_agent(settings["USER_AGENT"], contact), priority="spider")
    if address := address_in(contact):
        headers = {**settings["DEFAULT_REQUEST_HEADERS"], "From": address}
        settings.set("DEFAULT_REQUEST_HEADERS", headers, priority="spider")
