"""The pages that are damaged: invented ones of every kind, and the real ones where they are."""

from __future__ import annotations

import gzip
import json
import os
from functools import cache
from pathlib import Path

_INVENTED = Path(__file__).parents[1] / "pages"

_ENTRY = """<item><title>Rat baut Brücke {n} &amp; mehr</title><guid>{n}</guid>
<link>https://waldbote.test/artikel/{n}</link><pubDate>Wed, 23 Oct 2024 16:{n}:00 +0200</pubDate>
<description><![CDATA[<p>Über die <b>Lahn</b></p>]]></description></item>"""
_PLACE = """<url><loc>https://waldbote.test/artikel/{n}</loc><lastmod>2024-10-23T16:{n}:00Z</lastmod>
<news:news><news:publication_date>2024-10-23</news:publication_date></news:news></url>"""
_CARD = """<li><a href="/artikel/{n}"><h3>Der Rat der Stadt baut Brücke {n}</h3></a>
<time datetime="2024-10-23T16:{n}:00+02:00">23.10.2024</time></li>"""


def _row(entry: str) -> str:
    return "".join(entry.format(n=n) for n in range(10, 40))


LISTINGS = (
    f"<?xml version='1.0' encoding='utf-8'?><rss><channel>{_row(_ENTRY)}</channel></rss>",
    f"<?xml version='1.0'?><urlset xmlns='s' xmlns:news='n'>{_row(_PLACE)}</urlset>",
    "<sitemapindex><sitemap><loc>https://waldbote.test/s-2024-10.xml</loc></sitemap></sitemapindex>",
    f"<html><body><ul class=news>{_row(_CARD)}</ul><a rel=next href='?page=2'>2</a>"
    "<form action=/tag><select name=d><option>23/10/2024</select><input type=date></form></body>",
    json.dumps({"items": [{"url": f"/artikel/{n}", "date": "2024-10-23"} for n in range(30)]}),
    json.dumps({"html": _row(_CARD), "next": "/mehr?p=3"}),
    json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "/artikel/7"}]}),
    "\n".join(f"https://waldbote.test/artikel/{n}" for n in range(30)),
)


@cache
def seeds() -> tuple[bytes, ...]:
    """Return the pages, always in the same order; the real ones come last."""
    invented = [path.read_bytes() for path in sorted(_INVENTED.glob("*/*.html"))]
    listings = [listing.encode() for listing in LISTINGS]
    real = os.environ.get("NEWSBOT_PAGES")
    paths = sorted(Path(real).glob("*/*.html*")) if real else []
    return (*invented, *listings, *map(_content, paths))


def _content(path: Path) -> bytes:
    body = path.read_bytes()
    return gzip.decompress(body) if path.suffix == ".gz" else body
