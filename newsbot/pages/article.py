"""ArticlePage: what an article page says."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from newsbot.extract.access import read_access
from newsbot.extract.canonical import read_canonical
from newsbot.extract.credits.authors import read_credits, stated_names
from newsbot.extract.credits.bylines import find_bylines
from newsbot.extract.found import Found
from newsbot.extract.headline import read_headline
from newsbot.extract.images import read_images
from newsbot.extract.keywords import read_keywords
from newsbot.extract.language import read_language, stated_language
from newsbot.extract.layout import Layout
from newsbot.extract.lead import Lead, read_lead, repeated_lead
from newsbot.extract.learning import sample_of
from newsbot.extract.metadata import read_metadata
from newsbot.extract.paragraphs import read_paragraphs
from newsbot.extract.paywall import body_status
from newsbot.extract.section import read_section
from newsbot.extract.selected import Selected
from newsbot.extract.sitename import SiteName
from newsbot.extract.standin import Shown, said_of
from newsbot.extract.template import NO_TEMPLATES
from newsbot.extract.when.published import dates_of
from newsbot.extract.when.stamps import find_stamps
from newsbot.items import Article
from newsbot.pages.continuation import continued, following_parts, part_fault
from newsbot.pages.html import HtmlPage, date_reader
from newsbot.pages.related import read_related
from newsbot.pages.standin import stand_in
from newsbot.urls import place_of, quote_key

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from lxml.html import HtmlElement

    from newsbot.extract.column import Piece
    from newsbot.extract.found import Evidence
    from newsbot.extract.headline import Headline
    from newsbot.extract.learning import Sample
    from newsbot.extract.metadata import Metadata
    from newsbot.extract.standin import StandIn
    from newsbot.extract.template import Known, Templates
    from newsbot.extract.when.dateline import DateReader
    from newsbot.extract.when.published import Dates
    from newsbot.items import BodyStatus, RelatedLink
    from newsbot.pages.source import Source
    from newsbot.profile import Profile


class ArticlePage(HtmlPage):
    """A page that holds an article, or one part of an article over several pages.

    *fetched_at* is an aware instant; *earlier* is the article as the pages before this one of
    the same article gave it; *templates* are what was learnt of the site's pages.
    """

    def __init__(
        self,
        source: Source,
        profile: Profile,
        fetched_at: datetime,
        earlier: Article | None = None,
        templates: Templates = NO_TEMPLATES,
    ) -> None:
        super().__init__(source, profile)
        self._templates = templates
        self._fetched_at = fetched_at
        self._earlier = earlier

    @cached_property
    def article(self) -> Article:
        """The article that the page holds; after *earlier* parts, those with this page's text."""
        if self._earlier:
            return continued(self._earlier, self._found)
        found = {name: found for name, found in self._found.items() if found}
        published = self._dates.published
        return Article(
            id=self._id,
            site=self.profile.site,
            url=self.url,
            canonical_url=self._canonical_url,
            date_precision=published.value.precision if published else None,
            date_raw=published.value.raw if published else None,
            body_status=self._body_status,
            fetched_at=self._fetched_at,
            evidence=said_of(self._stand_in) | {name: told for name, (_, told) in found.items()},
            **{name: value for name, (value, _) in found.items()},
        )

    @property
    def fault(self) -> str | None:
        """Why nothing is read of the page; of a further one also that it is none, or a wall."""
        if super().fault or self._earlier is None:
            return super().fault
        return part_fault(self, self._stand_in, self._earlier)

    @property
    def sample(self) -> Sample:
        """What the page shows of its site's template."""
        return sample_of(self._id, self.tree, self._layout, self._metadata)

    @cached_property
    def next_parts(self) -> tuple[str, ...]:
        """The URLs of pages that the article goes on with, the best first; none on the last.

        From the first page that is the one which shows all on one page, if there is one.
        """
        is_none = self._earlier is None and self._stand_in is not None
        return () if is_none else following_parts(self, self._body, self._earlier)

    @property
    def day_block(self) -> list[HtmlElement]:
        """The elements of the profile's ``day_block``, none if the page has no such block."""
        return self._layout.day_block

    @cached_property
    def _stand_in(self) -> StandIn | None:
        shown = Shown(self.url, self._layout, self._metadata, self._headline, self._body)
        return stand_in(self, shown, self._key)

    @property
    def _found(self) -> Mapping[str, Found[Any] | None]:
        """Every field that is read by evidence; ``None`` where the page doesn't say."""
        column, selected, metadata = self._column, self._selected, self._metadata
        named = read_credits(self._bylines, column, selected, metadata, self._site)
        published, modified = self._dates.instants
        headline = self._headline and Found(self._headline.text, self._headline.evidence)
        texts = [found.value for found in (self._body, self._lead.found, headline) if found]
        return {
            "headline": headline,
            "description": self._lead.found,
            "body": self._body,
            "authors": named.authors,
            "source": named.source,
            "section": self._section,
            "keywords": read_keywords(selected, metadata, self._site, self._body, self._layout),
            "language": read_language(self.tree, self.profile.language, metadata, texts),
            "date": self._dates.day,
            "date_published": published,
            "date_modified": modified,
            "images": read_images(column, metadata, self.base),
            "related": self._related,
            "is_accessible_for_free": read_access(metadata),
        }

    @cached_property
    def _metadata(self) -> Metadata:
        return self._stated.without(self._known.is_default) if self._known else self._stated

    @cached_property
    def _stated(self) -> Metadata:
        return read_metadata(self.tree, self.url)

    @cached_property
    def _site(self) -> SiteName:
        return SiteName(self._metadata, self.profile.domain)

    @cached_property
    def _selected(self) -> Selected:
        return Selected(self.tree, self.profile.fields)

    @cached_property
    def _headline(self) -> Headline | None:
        chosen = self._selected.elements("headline")
        return read_headline(self.tree, chosen, self._metadata, self._site)

    @cached_property
    def _layout(self) -> Layout:
        heading = self._headline.heading if self._headline else None
        return Layout(self.tree, self.profile.links, self._selected, heading, self._known)

    @cached_property
    def _known(self) -> Known | None:
        return self._templates.of(self.tree, self._id)

    @cached_property
    def _stamps(self) -> list[Piece]:
        return find_stamps(self._layout.column, self._dates, self._reader)

    @cached_property
    def _column(self) -> list[Piece]:
        stamps = set(self._stamps)
        return [piece for piece in self._layout.own_column if piece not in stamps]

    @cached_property
    def _lead(self) -> Lead:
        if self._earlier:
            return repeated_lead(self._column, self._earlier.description or "")
        headline = self._headline.text if self._headline else ""
        said = self._metadata.said("description")
        stated = [statement for statement in said if statement.value != headline]
        chosen = self._selected.texts("description")
        return read_lead(self._column, chosen, stated, self._layout.above if self._headline else ())

    @cached_property
    def _bylines(self) -> list[Piece]:
        column = [piece for piece in self._column if piece not in self._lead.pieces]
        return find_bylines(column, stated_names(self._metadata, self._site))

    @cached_property
    def _body(self) -> Found[str] | None:
        elsewhere = [*self._stamps, *self._lead.pieces, *self._bylines]
        return read_paragraphs(self._layout, self._metadata, elsewhere)

    @cached_property
    def _reader(self) -> DateReader:
        found = stated_language(self.tree, self.profile.language, self._metadata)
        return date_reader(self.profile, self._fetched_at, found.value if found else None)

    @cached_property
    def _dates(self) -> Dates:
        return dates_of(self._layout, self._selected, self._metadata, self._reader, self.url)

    @cached_property
    def _related(self) -> Found[tuple[RelatedLink, ...]] | None:
        section = self._section.value if self._section else None
        links = read_related(self, self._layout.blocks(section), self._key, self._reader)
        evidence: Evidence = "profile" if self.profile.links.related else "generic"
        return Found(links, evidence) if links else None

    @cached_property
    def _section(self) -> Found[str] | None:
        return read_section(self.tree, self._selected, self._metadata, self._headline, self._site)

    @cached_property
    def _canonical_url(self) -> str | None:
        return read_canonical(self._stated, self.url, self.base)

    @property
    def _body_status(self) -> BodyStatus:
        access, lines = read_access(self._metadata), self._layout.lines
        return body_status(self._body, access, self._metadata, self._column, lines)

    @property
    def _id(self) -> str:
        return f"{self.profile.site}/{self._key}"

    @cached_property
    def _key(self) -> str:
        """The article key: the fetched URL's, else a canonical URL's of the site, else its path."""
        urls = filter(None, (self.url, self._canonical_url))
        keys = (key for url in urls if (key := self.profile.article_key(url)))
        return next(keys, quote_key(place_of(self.url).lstrip("/")))
