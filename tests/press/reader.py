"""A reader of the made-up papers: asks for pages, reads their text, follows their links."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from newsbot.demo.paper import PressRequest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsbot.demo.paper import PressResponse
    from tests.press.paper import WatchedPaper

PORT = 8080
LINK = re.compile(r"""href=\\?["'](.*?)\\?["']|<loc>(.*?)</loc>""")
ENOUGH = 3000


def front_page(paper: WatchedPaper) -> str:
    """Return the address of the paper's front page."""
    return f"http://{paper.hosts[0]}:{PORT}/"


def ask(
    paper: WatchedPaper, place: str, form: Mapping[str, list[str]] | None = None
) -> PressResponse:
    """Return what *paper* answers at *place*, to a post if there is a *form*."""
    method = "GET" if form is None else "POST"
    url = urljoin(front_page(paper), place)
    return paper.respond(PressRequest.to(url, method=method, form=form))


def text(response: PressResponse) -> str:
    """Return the text of a page, its character references resolved."""
    charset = "latin-1" if b"iso-8859-1" in response.body else "utf-8"
    return unescape(response.body.decode(charset))


def read(paper: WatchedPaper, place: str, form: Mapping[str, list[str]] | None = None) -> str:
    """Return the text of the page at *place*."""
    return text(ask(paper, place, form))


def meant(printed: str) -> str:
    """Return printed text as it is meant: composed, without invisible spaces."""
    plain = printed.replace("\N{NO-BREAK SPACE}", " ").replace("\N{ZERO WIDTH SPACE}", "")
    return unicodedata.normalize("NFC", plain)


def reachable(paper: WatchedPaper) -> set[str]:
    """Return the keys of the stories that links lead to, from front page and sitemap.

    Calendars have no end, so the walk ends with all stories found or with enough pages seen.
    """
    known = [front_page(paper), urljoin(front_page(paper), "sitemap.xml")]
    wanted = set(paper.truth())
    found: set[str] = set()
    for url in known:
        request = PressRequest.to(url)
        response = paper.respond(request)
        if response.status == 200:
            found |= {paper.article_key(request) or ""} & wanted
            links = [urljoin(url, "".join(link)) for link in LINK.findall(text(response))]
            known += [link for link in dict.fromkeys(links) if link not in known]
        if found == wanted or len(known) > ENOUGH:
            break
    return found
