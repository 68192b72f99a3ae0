"""A made-up newspaper: its stories and its clock."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from newsbot.demo.markup import slug

if TYPE_CHECKING:
    from datetime import date, datetime
    from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What one article says, whatever its page looks like; text is NFC with plain spaces.

    *key* is its number on the site; a story that is not *free* has only the paragraphs that its
    page shows before the paywall. *published* and *modified* are aware.
    """

    key: str
    headline: str
    lead: str | None = None
    paragraphs: tuple[str, ...]
    authors: tuple[str, ...] = ()
    source: str | None = None
    section: str
    published: datetime
    modified: datetime | None = None
    free: bool = True
    caption: str | None = None
    keywords: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """The running text, its paragraphs split by an empty line."""
        return "\n\n".join(self.paragraphs)

    @property
    def slug(self) -> str:
        """The headline as addresses write it."""
        return slug(self.headline)

    @property
    def changed(self) -> datetime:
        """When the story was last changed, or else published."""
        return self.modified or self.published


@dataclass(frozen=True, slots=True, kw_only=True)
class PressRequest:
    """One request as a paper's pages need it; names of *headers* are in lower case."""

    method: str = "GET"
    host: str
    path: str
    query: Mapping[str, list[str]] = field(default_factory=dict)
    form: Mapping[str, list[str]] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def to(
        cls,
        url: str,
        *,
        method: str = "GET",
        form: Mapping[str, list[str]] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> PressRequest:
        """Return the request that asks for *url*."""
        parts = urlsplit(url)
        return cls(
            method=method,
            host=parts.hostname or "",
            path=unquote(parts.path) or "/",
            query=parse_qs(parts.query, keep_blank_values=True),
            form=form or {},
            headers={"host": parts.netloc, **(headers or {})},
        )

    @property
    def origin(self) -> str:
        """The beginning of the paper's addresses, port included, without a slash at the end."""
        return f"http://{self.headers.get('host', self.host)}"

    @property
    def target(self) -> str:
        """Path and query."""
        query = urlencode(self.query, doseq=True)
        return f"{self.path}?{query}" if query else self.path

    def number(self, name: str, default: int = 1) -> int:
        """Return the whole number that the query or else the form gives for *name*."""
        value = (self.query.get(name) or self.form.get(name) or [""])[0]
        return int(value) if value.isascii() and value.isdigit() else default


@dataclass(frozen=True, slots=True, kw_only=True)
class PressResponse:
    """One answer of a paper, its body as the bytes that go over the wire."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @classmethod
    def text(
        cls, text: str, content_type: str = "text/html; charset=utf-8", status: int = 200
    ) -> PressResponse:
        """Return *text*, a web page unless *content_type* says otherwise, in UTF-8."""
        return cls(status=status, headers={"content-type": content_type}, body=text.encode())


Page = Callable[..., PressResponse]


class NoPageError(Exception):
    """Raised by a page that isn't there, with the *status* to answer, from a paper's pages."""

    def __init__(self, status: int) -> None:
        super().__init__(f"status {status}")
        self.status = status


class Paper(ABC):
    """A newspaper whose pages are made from its stories by a template: one subclass each.

    Its pages print the clock *today*; a story is out once its `published` is not after that.
    *hosts* begin with the domain.
    """

    name: ClassVar[str]
    hosts: ClassVar[tuple[str, ...]]
    zone: ClassVar[ZoneInfo]

    def __init__(self, stories: Iterable[Story], today: datetime) -> None:
        self.today = today
        self._stories: dict[str, Story] = {}
        self._withdrawn: dict[str, int] = {}
        for story in stories:
            self.publish(story)

    @abstractmethod
    def routes(self) -> Mapping[str, Page]:
        """Return the page for each pattern of a whole path; named groups are its arguments."""

    @property
    def today(self) -> datetime:
        """The paper's clock: an instant in its zone, to the second."""
        return self._today

    @today.setter
    def today(self, instant: datetime) -> None:
        self._today = instant.astimezone(self.zone).replace(microsecond=0)

    @property
    def stories(self) -> list[Story]:
        """The stories that are out now, newest first."""
        out = [
            story
            for story in self._stories.values()
            if story.published <= self.today and story.key not in self._withdrawn
        ]
        return sorted(out, key=lambda story: (story.published, story.key), reverse=True)

    def publish(self, story: Story) -> None:
        """Take *story* in; it stands on the paper's pages from its `published` on."""
        local = story.published.astimezone(self.zone)
        self._stories[story.key] = replace(story, published=local)
        self._withdrawn.pop(story.key, None)

    def edit(self, key: str, **changes: Any) -> None:
        """Change fields of the story *key*; `modified` becomes now unless given."""
        self._stories[key] = replace(self._stories[key], **{"modified": self.today, **changes})

    def withdraw(self, key: str, status: int = 410) -> None:
        """Take the story *key* off every listing; its page answers *status* from now on."""
        self._withdrawn[key] = status

    def respond(self, request: PressRequest) -> PressResponse:
        """Return the page that *request* asks for."""
        try:
            return self._page(request)
        except NoPageError as error:
            return PressResponse.text(f"<h1>{error.status}</h1>", status=error.status)

    def story(self, key: str) -> Story:
        """Return the story *key*; raise NoPageError if it is withdrawn or not out."""
        story = self._stories.get(key)
        if story is None or key in self._withdrawn or story.published > self.today:
            raise NoPageError(self._withdrawn.get(key, 404))
        return story

    def stories_of(
        self, *, section: str | None = None, day: date | None = None, but: Story | None = None
    ) -> list[Story]:
        """Return the stories of a section or calendar day, newest first, without *but*."""
        return [
            story
            for story in self.stories
            if story != but
            and (section is None or section == story.section)
            and (day is None or day == story.published.date())
        ]

    def _page(self, request: PressRequest) -> PressResponse:
        for pattern, page in self.routes().items():
            if match := re.fullmatch(pattern, request.path):
                return page(request, **match.groupdict())
        raise NoPageError(404)
