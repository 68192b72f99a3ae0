"""Who crawls, as every request tells it: the name of the crawler and how to reach its operator."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsbot.addresses import is_loopback
from newsbot.exceptions import SettingError
from newsbot.urls import host_of

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


def contact_of(settings: BaseSettings) -> str:
    """Return the setting CONTACT, empty where it is not set.

    Raises SettingError where nobody is reached by it, or it can't stand in a header.
    """
    contact = str(settings["CONTACT"] or "").strip()
    if contact and not is_contact(contact):
        raise SettingError(
            f"CONTACT={contact!r} reaches nobody; give an address or a URL, as you@example.org"
        )
    return contact


def check_contact(contact: str, host: str) -> None:
    """Raise SettingError where *host* would be asked by nobody that it can reach.

    This machine is nobody else's, and need not be told.
    """
    if not contact and not is_loopback(host):
        raise SettingError(
            "CONTACT is not set; say who crawls, so that the paper can reach you: "
            "export NEWSBOT_CONTACT=you@example.org, or -s CONTACT=you@example.org"
        )


def unasked(settings: BaseSettings, url: str) -> str | None:
    """Return why, by these *settings*, the page at *url* is not asked for, and what to do.

    Other reasons than that nobody says who asks are not looked for; ``None`` where there is none.
    """
    host = host_of(url)
    try:
        contact = contact_of(settings)
        if host:
            check_contact(contact, host)
    except SettingError as error:
        return str(error)
    return None
