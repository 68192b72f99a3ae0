"""Pages made to keep a reader busy: twice as much of anything takes about twice the work.

Work is counted in calls of functions, which are the same on every machine.
"""

from __future__ import annotations

import json
import sys
from types import SimpleNamespace

import pytest

from newsbot.pages.listing import ListingPage
from tests.pages.reading import invented, page_of

HEAD = "<html><head><title>Rat baut Brücke</title></head><body><h1>Rat baut Brücke</h1>"
TEXT = "Der Rat der Stadt hat am Montag die neue Brücke beschlossen, sagte sie."
LINK = "<a href=/artikel/{n}>Der Titel einer anderen Geschichte {n}</a>"


def many(markup):
    return lambda number: HEAD + "".join(markup.replace("{n}", str(n)) for n in range(number))


def data(**more):
    node = {"@type": "NewsArticle", "headline": "Rat baut Brücke", **more}
    return f"<script type='application/ld+json'>{json.dumps(node)}</script>{HEAD}<p>{TEXT}"


WORST = {
    "paragraphs": many(f"<p>{TEXT}</p>"),
    "short lines": many("<p>Ja.</p>"),
    "line breaks": many("Ja.<br>"),
    "dates": many("<p>Thứ 4, ngày 23.10.2024 | 16:17</p>"),
    "dates in a line": many("23.10.2024, 16:17 Uhr "),
    "times": many("<time datetime=2024-10-23T16:17+02:00>23.10.2024</time> "),
    "ages": many("<p>vor {n} Stunden</p>"),
    "counters": many("<p>{n} Kommentare</p>"),
    "headlines": many("<h1>Rat baut {n}</h1>"),
    "sub-headings": many("<h2>Rat baut {n}</h2>"),
    "headings of related news": many("<div>Related<b></b></div><p>x</p>"),
    "blocks of related news": many(f"<h3>Related</h3><ul><li>{LINK}</ul>"),
    "blocks of popular news": many(f"<div><h3>Most read</h3><ul><li>{LINK}</ul></div>"),
    "titles over links": many(f"<h3>Noch ein Titel</h3>{LINK}"),
    "links": many(LINK),
    "cards": many(f"<li>{LINK} 23.10.2024</li>"),
    "pictures": many("<img src=/{n}.jpg>"),
    "captions": many("<figure><img src=/{n}.jpg><figcaption>Die Brücke</figcaption></figure>"),
    "slanted lines under a picture": lambda n: many("<p><i>Die Brücke</i></p>")(n).replace(
        "</h1>", "</h1><img src=/7.jpg>"
    ),
    "asides": many(f"<aside><p>{TEXT}</p></aside>"),
    "words in bold type": many("<b>Wort</b> "),
    "authors": many("<b itemprop=author>Ida Moor {n}</b>"),
    "bylines": many("<p class=author>Von Ida Moor</p>"),
    "breadcrumbs": many("<div class=breadcrumb><a href=/></a></div>"),
    "cells": many("<table><tr><td>1<td>2</table>"),
    "forms": many("<form><select><option>1</select></form>"),
    "imprints": many("Giấy phép số 7 "),
    "meta tags": many("<meta name=author content='Ida Moor {n}'>"),
    "stated authors": lambda number: data(author=[{"name": f"Ida {n}"} for n in range(number)]),
    "stated references": lambda number: data(author=[{"@id": str(n)} for n in range(number)]),
    "stated keywords": lambda number: data(keywords=", ".join(map(str, range(number)))),
    "a stated text": lambda number: data(articleBody=f"{TEXT}\n" * number),
}


def work(html):
    """How many calls it takes to read a page as an article and as a listing."""
    calls = 0

    def count(*_):
        nonlocal calls
        calls += 1

    page = page_of(html)
    listing = ListingPage(SimpleNamespace(url="https://waldbote.test/", text=html), invented())
    assert page.fault is listing.fault is None
    sys.setprofile(count)
    try:
        assert page.article.id
        assert (page.next_parts, listing.next) is not None
        assert (listing.articles, listing.further, listing.feeds) is not None
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("page", WORST.values(), ids=WORST)
def test_twice_as_much_takes_no_more_than_about_twice_the_work(page):
    work(page(600))  # what is needed for it is imported and known by now

    assert work(page(600)) < 2.4 * work(page(300))
