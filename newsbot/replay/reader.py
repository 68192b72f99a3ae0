"""Reads the articles of looks as a crawl reads them from its responses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.http import Headers
from scrapy.responsetypes import responsetypes

from newsbot.answer import source_of
from newsbot.archive.decoding import decoded_body
from newsbot.archive.file import path_of
from newsbot.archive.reading import record_at
from newsbot.exceptions import ArchiveError, OversizedError
from newsbot.extract.refusal import LARGEST
from newsbot.pages.continuation import broken_off
from newsbot.pages.source import NO_PAGE, Text
from newsbot.parts import MOST_PAGES
from newsbot.versions import NO_VERSIONS
from newsbot.visit import as_visited

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from newsbot.extract.learning import Sample
    from newsbot.items import Article
    from newsbot.pages.article import ArticlePage
    from newsbot.profile import Profile
    from newsbot.replay.looks import Answer, Look
    from newsbot.versions import Versions

INCOMPLETE = "a further page is not in the archive"


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads looks at articles of one site; other processes get it by pickle."""

    profile: Profile
    article_page: type[ArticlePage]
    versions: Versions = NO_VERSIONS

    def read_all(self, looks: Iterable[tuple[Look, datetime] | None]) -> list[Article | str | None]:
        """Return what each of *looks* found, as of an instant; ``None`` for none."""
        return [self.read(*look) if look else None for look in looks]

    def read(self, look: Look, moment: datetime | None = None) -> Article | str:
        """Return the article that *look* found, or why it can't be told.

        It is read by the templates that were in force at *moment*, else when it was fetched. An
        article over several pages is read only where all of them are there, or where its run gave
        up the others.
        """
        templates = self.versions.at(moment or look.first.when)
        further = (answer for answer in look.pages[1:] if answer.is_page)
        pages = {Request(one.visit.asked or one.url).url: one for one in further}
        answer: Answer | None = look.first
        article: Article | None = None
        for _ in range(MOST_PAGES):
            source = source_in(answer) if answer else None
            if answer is None or source is None:
                return self._without(article, look) if article else NO_PAGE
            page = self.article_page(source, self.profile, answer.when, article, templates)
            if page.fault:
                return self._without(article, look) if article else page.fault
            article = page.article if article else self._begun(page.article, answer)
            if not page.next_parts:
                break
            ways = (pages.get(Request(url).url) for url in page.next_parts)
            answer = next(filter(None, ways), None)
        return article or NO_PAGE

    def _without(self, article: Article, look: Look) -> Article | str:
        """Return *article* without a further page, if that is how its run took it."""
        return broken_off(article) if look.is_broken_off else INCOMPLETE

    def sample(self, answer: Answer) -> Sample | None:
        """Return what the page of *answer* shows of its site's template."""
        source = source_in(answer)
        page = self.article_page(source, self.profile, answer.when) if source else None
        return page.sample if page and not page.fault else None

    def _begun(self, article: Article, answer: Answer) -> Article:
        visit = answer.visit
        return as_visited(article, visit.asked or answer.url, answer.warc, visit.sighting)


def source_in(answer: Answer) -> Text | None:
    """Return what *answer* says, as a spider reads it; ``None`` where it is no text."""
    try:
        record = record_at(path_of(answer.folder, answer.warc.file), answer.warc.offset)
        body = decoded_body(record, LARGEST)
    except OversizedError:
        return Text(answer.url, "", "oversized")
    except ArchiveError:
        return None
    headers = Headers()
    for name, value in record.http_headers:
        if name.lower() != b"content-encoding":
            headers.appendlist(name, value)
    kind = responsetypes.from_args(headers=headers, url=answer.url, body=body)
    return source_of(kind(answer.url, status=answer.status, headers=headers, body=body))
