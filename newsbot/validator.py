"""ETag and Last-Modified: by what a site can say that a listing is still as it was (RFC 9110)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsbot.pages.listed import Listing

# Section 8.8.3; an empty one says nothing. Some servers leave the quotes out, and compare what they
# get back as it is; but "*", and a comma, mean something of their own in If-None-Match.
_ETAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e\x80-\xff]{1,200}"|[\x21\x23-\x29\x2b\x2d-\x7e]{1,200}')
# The only form that a server may write (section 5.6.7).
_HTTP_DATE = re.compile(r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT")
_NEVER_GIVEN = '"newsbot"'


class Condition(NamedTuple):
    """A header that asks for a page only if it is no longer what the header says."""

    name: str
    value: str


class Validator(NamedTuple):
    """What came with a page, letter by letter; one of the two at least."""

    etag: str | None
    modified: str | None

    def agrees(self, other: Validator) -> bool:
        """Return whether both are said of the same page: by ETag, compared weakly, if there is one.

        >>> Validator('W/"a"', None).agrees(Validator('"a"', "Wed, 23 Oct 2024 12:00:00 GMT"))
        True
        """
        if self.etag is None and other.etag is None:
            return self.modified == other.modified
        return _opaque(self.etag) == _opaque(other.etag)

    def condition(self) -> Condition:
        """Return what asks for the page unless this is still said of it.

        Of two validators only the ETag is sent, so that it is known by which a 304 was given.
        """
        if self.etag is not None:
            return Condition("If-None-Match", self.etag)
        return Condition("If-Modified-Since", self.modified or "")

    def trap(self) -> Condition:
        """Return what asks for the page unless something is said of it that cannot be.

        A server that answers it by 304 says so whatever it is asked.
        """
        if self.etag is not None:
            return Condition("If-None-Match", _NEVER_GIVEN)
        before = parsedate_to_datetime(self.modified or "") - timedelta(days=1)
        return Condition("If-Modified-Since", format_datetime(before, usegmt=True))


def read_validator(
    etags: Sequence[str], modified: str | None, answered: str | None, now: datetime
) -> Validator | None:
    """Return what an answer says of its page by which it can be known again, ``None`` if nothing.

    *etags* are all its ETag headers, *answered* is its Date, for which *now* stands in. A page
    last modified at the second of the answer may change in that second (section 8.8.2.2), and
    most such pages are merely made anew for everybody; what lies in the future is a mistake.
    """
    etag = etags[0].strip() if len(etags) == 1 else ""
    changed = _http_date(modified)
    if changed and changed >= (_http_date(answered) or now):
        changed = None
    validator = Validator(
        etag=etag if _ETAG.fullmatch(etag) else None,
        modified=modified.strip() if modified and changed else None,
    )
    return validator if any(validator) else None


def digest_of(page: Listing) -> str:
    """Return a digest of what *page* shows: articles with days and stamps, and where it leads.

    Of what else changes on it (advertisements, the hour) nothing would be missed.
    """
    shown = (*page.articles, *page.further, *page.feeds, page.next)
    return sha256(repr(shown).encode()).hexdigest()


def _opaque(etag: str | None) -> str | None:
    return etag and etag.removeprefix("W/")


def _http_date(text: str | None) -> datetime | None:
    """Return the instant that *text* gives, ``None`` where it is not written as RFC 9110 asks."""
    if text is None or not _HTTP_DATE.fullmatch(text.strip()):
        return None
    try:
        return parsedate_to_datetime(text.strip()).astimezone(UTC)
    except ValueError:
        return None
