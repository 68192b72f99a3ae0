"""Pages of an invented paper with one template, and what is learnt from them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

from newsbot.extract.learning import learn
from newsbot.extract.template import NO_TEMPLATES
from newsbot.pages.article import ArticlePage
from tests.pages.reading import NOW, invented

if TYPE_CHECKING:
    from newsbot.extract.template import Templates

_PLACES = ("Ahrenfeld", "Birkenau", "Dornhain", "Eschenbach", "Fichtenau", "Grünwalde", "Heidhof")
_NAMES = "top menu story head text lead foot column teaser share rail wide"


def paragraph(number: int, part: int) -> str:
    """Return a paragraph that stands on no other page."""
    place = _PLACES[number % len(_PLACES)]
    return (
        f"In {place} begann am Morgen der Umbau Nummer {number}-{part}, der bis zum Herbst dauert."
    )


def paragraphs(number: int, length: int = 8) -> list[str]:
    """Return the text of the article of that *number*."""
    return [paragraph(number, part) for part in range(length)]


def story(
    number: int, within: str = "", *, names: str = _NAMES, head: str = "", length: int = 8
) -> str:
    """Return the page of an article: HTML *within* its text and *head*, *names* of its frame."""
    classes = names.split()
    first, *others = (f"<p>{text}</p>" for text in paragraphs(number, length))
    return f"""<html><head><title>Umbau {number}</title>{head}</head>
<body class="{classes[0]}"><div class="{classes[1]} {classes[2]}">
<h1 class="{classes[3]}">Umbau {number}</h1>
<div class="{classes[4]}">{first}{within}{"".join(others)}</div></div>
<div class="{" ".join(classes[5:])}">Waldbote</div></body></html>"""


def read(html: str, number: int, templates: Templates = NO_TEMPLATES) -> ArticlePage:
    """Return the page *html* of the article of that *number*."""
    source = SimpleNamespace(url=f"https://waldbote.test/artikel/{number}", text=html)
    return ArticlePage(source, invented(), NOW, templates=templates)


def learnt(*pages: str) -> Templates:
    """Return what is learnt from *pages*, those of the articles 0, 1 …."""
    return learn([read(html, number).sample for number, html in enumerate(pages)])
