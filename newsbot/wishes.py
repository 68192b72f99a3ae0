"""What a page asks of those who crawl it: not to be archived, indexed or mined.

By X-Robots-Tag and ``<meta name="robots">``, as search engines read them, and by the TDM
Reservation Protocol of a W3C community group (final report of 10 May 2024).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsbot.archive.decoding import decoded_beginning
from newsbot.metas import metas

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsbot.archive.fields import Fields

# By these names we are spoken to; a directive for another crawler says nothing to us.
OURS = frozenset({"", "*", "robots", "newsbot"})
_RULES = ("noarchive", "noindex")
# "none" stands for noindex and nofollow.
_MEANS = {"none": "noindex"}
# Without one of these no page asks for anything: most are not looked through, others no farther.
_HINTS = (b"noarchive", b"noindex", b"tdm-reservation")
_NONE = tuple(quote + b"none" for quote in (b'"', b"'", b"="))
_NAMES = tuple(name.encode() for name in OURS if name.isalpha())
_BY = "noarchive by "
_RESERVED = {"1": True, "0": False}
RESERVATION, _POLICY = "tdm-reservation", "tdm-policy"
# Directives with a value, which look like the name of a crawler with a directive for it.
_VALUED = re.compile(r"(?:unavailable_after|max-[a-z-]+)\s*:", re.IGNORECASE)
_AGENT = re.compile(r"\s*([a-z*][\w*.-]*)\s*:(.*)", re.IGNORECASE | re.DOTALL)
# A letter that is written as its number.
_LETTER = re.compile(
    rb"&#(?:0*(?:4[25]|6[5-9]|[7-9]\d|1[01]\d|12[0-2])(?!\d)|x0*(?:2[ad]|[4-7][\da-f])(?![\da-f]))"
)
_LONGEST_POLICY = 500
# Heads end before, even those that hold the style of all that follows.
_FAR = 8 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What one answer asks for; *withheld* says by what it asks for *noarchive*, if it is heard.

    *tdm_reservation* is whether rights in text and data mining are reserved, ``None`` where that
    is not said; *tdm_policy* is the URL of the terms.
    """

    withheld: str | None = None
    noarchive: bool = False
    noindex: bool = False
    tdm_reservation: bool | None = None
    tdm_policy: str | None = None

    @property
    def asks(self) -> tuple[str, ...]:
        """What is asked for, each by its name."""
        told = {
            "noarchive": self.noarchive,
            "noindex": self.noindex,
            RESERVATION: self.tdm_reservation,
        }
        return tuple(name for name, is_asked in told.items() if is_asked)

    def allowed(self) -> Wishes:
        """Return the same of a site that has allowed what its pages ask not to be done."""
        return replace(self, withheld=None)

    def fields(self) -> dict[str, str | tuple[str, ...]]:
        """Return the wishes as the fields of a record; none for a page that asks for nothing.

        >>> Wishes(withheld="X-Robots-Tag", noarchive=True).fields()
        {'asks': ('noarchive',), 'payload-withheld': 'noarchive by X-Robots-Tag'}
        """
        reserved = None if self.tdm_reservation is None else str(int(self.tdm_reservation))
        told = {
            "asks": tuple(name for name in self.asks if name in _RULES),
            WITHHELD: self.withheld and f"{_BY}{self.withheld}",
            RESERVATION: reserved,
            _POLICY: self.tdm_policy,
        }
        return {name: value for name, value in told.items() if value}


NO_WISHES = Wishes()
WITHHELD = "payload-withheld"
"""The field of a metadata record that says why its capture has no payload."""
WISHES = "wishes"
"""Under which name a request's ``meta`` holds what its answer asks for."""


def told_wishes(fields: Mapping[str, str | Sequence[str]]) -> Wishes:
    """Return the wishes that *fields*, as those of a record beside its capture, tell of.

    >>> told_wishes({"asks": "noindex", "tdm-reservation": "1"})
    Wishes(withheld=None, noarchive=False, noindex=True, tdm_reservation=True, tdm_policy=None)
    """
    withheld, policy = fields.get(WITHHELD), fields.get(_POLICY)
    return Wishes(
        withheld=str(withheld).removeprefix(_BY) if withheld else None,
        noarchive="noarchive" in fields.get("asks", ()),
        noindex="noindex" in fields.get("asks", ()),
        tdm_reservation=_RESERVED.get(str(fields.get(RESERVATION))),
        tdm_policy=str(policy) if policy else None,
    )


def wishes_of(headers: Fields, body: bytes) -> Wishes:
    """Return what an answer asks for, by its *headers* and the beginning of its *body* as sent."""
    kind = next((value for name, value in _fields(headers) if name == "content-type"), "html")
    is_page = any(word in kind.lower() for word in ("html", "text/plain"))
    return read_wishes(headers, decoded_beginning(headers, body, _FAR) if is_page else b"")


def read_wishes(headers: Fields, page: bytes) -> Wishes:
    """Return what an answer with these *headers*, and the decoded beginning of its *page*, asks.

    Of several directives all count. On the page a reservation overrides that of the header.
    """
    if b"\0" in page[:64]:
        page = page.replace(b"\0", b"")  # UTF-16, in which all that is looked for is ASCII
    tags = list(_said(headers, "x-robots-tag"))
    found = list(metas(page)) if _may_ask(page) else []
    robots = [content for name, content in found if name in OURS and name]
    tags += [content for name, content in found if name == "x-robots-tag"]
    by_tag = {rule for tag in tags for rule in _rules_of(tag)}
    by_meta = {rule for content in robots for rule in _words(content)}
    by_name = {"X-Robots-Tag": by_tag, "meta robots": by_meta}
    withheld = next((name for name, rules in by_name.items() if "noarchive" in rules), None)
    mining = {**_mining(_fields(headers)), **_mining(found)}
    return Wishes(
        withheld=withheld,
        noarchive=withheld is not None,
        noindex="noindex" in by_tag | by_meta,
        tdm_reservation=_RESERVED.get(mining.get(RESERVATION, "")),
        tdm_policy=mining.get(_POLICY),
    )


def _may_ask(page: bytes) -> bool:
    """Return whether a *page* holds a word that asks for something, wherever, or hides letters."""
    small = page.lower()
    if any(hint in small for hint in _HINTS) or _LETTER.search(small):
        return True
    head = small[: small.find(b"<body") if b"<body" in small else None]
    return any(hint in head for hint in _NONE) and any(name in head for name in _NAMES)


def _fields(headers: Fields) -> Iterator[tuple[str, str]]:
    for name, value in headers:
        yield name.decode("latin-1").lower(), value.decode("latin-1")


def _said(headers: Fields, wanted: str) -> Iterator[str]:
    return (value for name, value in _fields(headers) if name == wanted)


def _mining(fields: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return what *fields* say of text and data mining; a policy may be no more than a URL."""
    told = {name: value.strip() for name, value in fields if name in {RESERVATION, _POLICY}}
    policy = told.get(_POLICY, "")
    if not policy.startswith(("https://", "http://")) or len(policy) > _LONGEST_POLICY:
        told.pop(_POLICY, None)
    return told


def _rules_of(tag: str) -> Iterator[str]:
    """Yield the directives in the value of an X-Robots-Tag that are meant for us.

    ``otherbot: noindex, nofollow`` speaks to one crawler up to the next name.
    """
    agent = ""
    for part in tag.split(","):
        rule = part
        named = None if _VALUED.match(part.strip()) else _AGENT.fullmatch(part)
        if named:
            agent, rule = named[1].lower(), named[2]
        if agent in OURS:
            yield from _words(rule)


def _words(rules: str) -> Iterator[str]:
    for word in re.split(r"[,\s;]+", rules.lower()):
        rule = _MEANS.get(word, word)
        if rule in _RULES:
            yield rule
