"""ETag and Last-Modified as papers send them, true or not (RFC 9110, sections 8.8 and 13)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from newsbot.demo.paper import PressRequest, PressResponse


class Validators:
    """The validators of every page that was asked for; a page has changed when its text has."""

    def __init__(self) -> None:
        self._stamps: dict[str, tuple[str, datetime]] = {}

    def answer(
        self, request: PressRequest, response: PressResponse, now: datetime, *, lying: bool
    ) -> PressResponse:
        """Return *response* with validators, or 304 where *request* bears them.

        Those of a *lying* paper stay what they were when the page was first asked for.
        """
        place = request.origin + request.target
        tag = f'"{sha256(response.body).hexdigest()[:16]}"'
        stamp = self._stamps.get(place)
        if stamp is None or (stamp[0] != tag and not lying):
            stamp = self._stamps[place] = (tag, now)
        tag, since = stamp
        changed = format_datetime(since.astimezone(UTC), usegmt=True)
        headers = {**response.headers, "etag": tag, "last-modified": changed}
        if _is_known(request, tag, since):
            return replace(response, status=304, headers=headers, body=b"")
        return replace(response, headers=headers)


def _is_known(request: PressRequest, tag: str, since: datetime) -> bool:
    """Return whether *request* says that it has the page; an ETag alone decides if it is sent."""
    if tags := request.headers.get("if-none-match"):
        return tag in [text.strip().removeprefix("W/") for text in tags.split(",")]
    known = request.headers.get("if-modified-since")
    return known is not None and parsedate_to_datetime(known) >= since
