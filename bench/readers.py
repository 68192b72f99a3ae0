"""Newsbot and its peers as readers of a page: what each makes of the same bytes."""

from __future__ import annotations

import warnings
from datetime import date, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import lxml.html
import readability
import trafilatura
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import bytes_to_str, detect_encoding
from trafilatura.meta import reset_caches

from bench.reading import Reading, reading_of
from newsbot.pages.article import ArticlePage
from newsbot.pages.source import as_source
from newsbot.profile import parse_profile

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bench.realpages import RealPage

# newspaper4k asks for packs that it can do without, dateutil for zones that no peer gives it.
warnings.filterwarnings("ignore", module="newspaper|dateutil")
import newspaper
from newspaper.exceptions import ArticleException


def by_newsbot(page: RealPage) -> Reading:
    """Return newsbot's reading, with no more of a profile than the page's host."""
    profile = parse_profile("paper", f'domain = "{urlsplit(page.url).hostname}"'.encode())
    source = as_source(page.url, page.body)
    assert source
    return reading_of(ArticlePage(source, profile, page.fetched).article)


def by_trafilatura(page: RealPage) -> Reading:
    """Return trafilatura's reading; it tells no time of day."""
    reset_caches()
    document = trafilatura.bare_extraction(page.body, url=page.url, with_metadata=True)
    if document is None:
        return Reading()
    return Reading(
        text=document.text or "",
        headline=document.title,
        day=date.fromisoformat(document.date) if document.date else None,
        authors=tuple(filter(None, (document.author or "").split("; "))),
    )


def by_newspaper(page: RealPage) -> Reading:
    """Return newspaper4k's reading, as of an English page where it lacks the language."""
    for options in ({}, {"language": "en"}):
        article = newspaper.Article(page.url, fetch_images=False, **options)
        article.download(input_html=page.body.decode("utf-8", "replace"))
        try:
            article.parse()
        except (ArticleException, ImportError, LookupError, ValueError):
            continue
        moment = article.publish_date
        moment = moment if isinstance(moment, datetime) else None
        return Reading(
            text=article.text,
            headline=article.title,
            day=moment.date() if moment else None,
            published=moment,
            authors=tuple(article.authors),
        )
    return Reading()


def by_readability(page: RealPage) -> Reading:
    """Return readability-lxml's reading."""
    try:
        document = readability.Document(page.body.decode("utf-8", "replace"))
        summary = lxml.html.fromstring(document.summary())
    except (readability.readability.Unparseable, lxml.etree.ParserError):
        return Reading()
    return Reading(text="\n".join(summary.itertext()), headline=document.short_title())


def by_resiliparse(page: RealPage) -> Reading:
    """Return resiliparse's reading; it tells the text alone."""
    html = bytes_to_str(page.body, detect_encoding(page.body))
    return Reading(text=extract_plain_text(html, main_content=True, alt_texts=False))


def by_parser(page: RealPage) -> Reading:
    """Return nothing: what the parser alone costs, which all but resiliparse build on."""
    lxml.html.document_fromstring(page.body)
    return Reading()


READERS: Mapping[str, Callable[[RealPage], Reading]] = {
    "newsbot": by_newsbot,
    "trafilatura": by_trafilatura,
    "newspaper4k": by_newspaper,
    "readability-lxml": by_readability,
    "resiliparse": by_resiliparse,
    "lxml, parse alone": by_parser,
}
