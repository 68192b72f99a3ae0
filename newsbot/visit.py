"""A visit: why a page was asked for, and what was known of its article by then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsbot.items import Article, Warc


SIGHTING, WARC, FETCHED_AT = "sighting", "warc", "fetched_at"
"""The keys in a request's ``meta`` under which stand what was known of its article by then, and,
once it is answered, where the answer lies in the archive and when it came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """What the listings had told of an article when it was asked for.

    *first_seen* is UTC; *channels* and *urls* are all that had shown it, in alphabetical order.
    """

    first_seen: datetime
    channels: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request as a *run* came to it; it stands as ``metadata`` record beside the capture.

    *key* is the article key of an article page, *asked* the address that was followed to it,
    before redirects; *part* counts the pages of one article. *imported_from* names the foreign
    file of a page that no run of ours has fetched. *broken_off* is why the run took the article
    to end before that part; it stands in a record of its own, for there may be no capture.
    """

    run: str
    channel: str | None = None
    via: str | None = None
    key: str | None = None
    asked: str | None = None
    part: int = 1
    sighting: Sighting | None = None
    imported_from: str | None = None
    broken_off: str | None = None

    def fields(self) -> dict[str, str | tuple[str, ...]]:
        """Return the visit as the fields of a record; what is not known is left out.

        >>> Visit(run="1", key="7", part=2).fields()
        {'run': '1', 'article-key': '7', 'part': '2'}
        """
        sighting = self.sighting
        told = {
            "run": self.run,
            "channel": self.channel,
            "via": self.via,
            "article-key": self.key,
            "asked": self.asked,
            "part": str(self.part) if self.part > 1 else None,
            "first-seen": sighting.first_seen.isoformat() if sighting else None,
            "shown-by": sighting.channels if sighting else None,
            "alias": sighting.urls if sighting else None,
            "imported-from": self.imported_from,
            "broken-off": self.broken_off,
        }
        return {name: value for name, value in told.items() if value}


def read_visit(fields: Iterable[tuple[str, str]]) -> Visit:
    """Return the visit that the *fields* of a record tell of; unknown ones are passed over."""
    told: dict[str, list[str]] = {}
    for name, value in fields:
        told.setdefault(name, []).append(value)

    def first(name: str) -> str | None:
        return told[name][0] if name in told else None

    seen, part = first("first-seen"), first("part")
    return Visit(
        run=first("run") or "",
        channel=first("channel"),
        via=first("via"),
        key=first("article-key"),
        asked=first("asked"),
        part=int(part) if part else 1,
        imported_from=first("imported-from"),
        broken_off=first("broken-off"),
        sighting=Sighting(
            first_seen=datetime.fromisoformat(seen),
            channels=tuple(told.get("shown-by", ())),
            urls=tuple(told.get("alias", ())),
        )
        if seen
        else None,
    )


def as_visited(
    article: Article, asked: str, warc: Warc | None, sighting: Sighting | None
) -> Article:
    """Return *article* with what its page can't say: how it was found and where it is archived.

    *asked* is the address that was followed, which is one of its aliases.
    """
    return replace(
        article,
        aliases=(asked,),
        warc=warc,
        first_seen=sighting.first_seen if sighting else None,
        channels=sighting.channels if sighting else (),
    )
