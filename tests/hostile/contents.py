"""Sites whose pages are small and quick, and say what no page should."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

from tests.hostile.bodies import article, front
from tests.hostile.server import Page
from tests.hostile.sites import paper, profile

if TYPE_CHECKING:
    from tests.hostile.server import Answer

XML = (b"Content-Type: text/xml",)
SECRET = "geheim-4711"
# What a recipient must not pass on, it may replace with a space (RFC 9110, 5.5).
UNSAFE = bytes.maketrans(b"\0\r\n", b"   ")
FIELDS = (
    (b"Content-Type", b"text/html; charset=utf-8"),
    (b"Referrer-Policy", b"os.system"),
    (b"X-Two", b"first"),
    (b"Set-Cookie", b"id=1; Domain=test"),
    (b"X-Two", b"second"),
    (b"X-Latin", b"caf\xe9"),
    (b"X-Nul", b"a\0b"),
    (b"X-Return", b"a\rWARC-Type: warcinfo\rX-Injected: yes"),
    (b"WARC-Target-URI", b"http://elsewhere.test/"),
    (b"X-Long", b"y" * 8000),
)
ENTITIES = """<?xml version="1.0"?><!DOCTYPE rss [
<!ENTITY a "haha haha haha haha haha">{laughs}
<!ENTITY secret SYSTEM "file://{file}"><!ENTITY % far SYSTEM "{far}"> %far;]>
"""
BROKEN_LD = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Halb \ud800 und\0 zwei\u2028Zeilen in Büchern \udfff",
    "author": {"@type": "Person", "name": "Grete\u2029 Holm\ud83d"},
}


def headers() -> dict[str, Answer]:
    """Return a site whose headers would be something else."""
    body = article("headers", "1")
    lines = [b"HTTP/1.1 200 Fine\r\n", *(b"%s: %s\r\n" % field for field in FIELDS)]
    whole = b"".join([*lines, b"Content-Length: %d\r\n\r\n" % len(body), body])
    moved = (
        b"HTTP/1.1 302 Moved\r\nLocation: /artikel/9?a=\rWARC-Type: b\r\nContent-Length: 0\r\n\r\n"
    )
    return paper("headers", {"1": whole, "2": moved})


def entities(port: int, file: str) -> dict[str, Answer]:
    """Return a site whose feed and sitemap would be a thousand million laughs, and read *file*."""
    laughs = "".join(
        f'<!ENTITY {chr(n + 1)} "{f"&{chr(n)};" * 10}">' for n in range(ord("a"), ord("j"))
    )
    far = f"http://elsewhere.test:{port}/far.dtd"
    start = ENTITIES.format(laughs=laughs, file=file, far=far)
    home = f"http://entities.test:{port}/artikel"
    items = (
        f"<item><title>&j;</title><link>{home}/5</link><description>&secret;</description></item>"
        f"<item><title>b</title><link>{home}/6&secret;</link></item>"
        f"<item><title>c</title><link>{home}/7&j;</link></item>"
    )
    urls = (
        f"<url><loc>{home}/8</loc><lastmod>2026-11-20&j;</lastmod></url>"
        f"<url><loc>{home}/&secret;</loc></url>"
    )
    return {
        "/": front(["/artikel/9"]),
        "/rss.xml": Page(f"{start}<rss><channel>{items}</channel></rss>".encode(), headers=XML),
        "/sitemap.xml": Page(f"{start}<urlset>{urls}</urlset>".encode(), headers=XML),
        **{f"/artikel/{key}": Page(article("entities", key)) for key in "56789"},
    }


def index(*urls: str) -> Page:
    """Return a sitemap that names the sitemaps *urls*."""
    named = "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in urls)
    return Page(f"<sitemapindex>{named}</sitemapindex>".encode(), headers=XML)


def sitemaps(port: int) -> dict[str, dict[str, Answer]]:
    """Return sites whose sitemaps are too many, too deep, and too long."""
    many, deeper, longer = (f"http://{site}.test:{port}" for site in ("many", "deeper", "longer"))
    line = f"<url><loc>{longer}/artikel/5</loc></url>".encode()
    packed = gzip.compress(b"<urlset>" + line * 1_000_000, compresslevel=1)
    return {
        "many": {
            **paper("many", {}),
            "/index.xml": lambda path: (
                index(*(f"{many}/index.xml?{path}{n}" for n in range(600)))
                if path == "/index.xml"
                else index(many + path + "0")
            ),
        },
        "deeper": {
            **paper("deeper", {}),
            "/index*": lambda path: index(f"{deeper}{path}0", f"{deeper}{path}1"),
        },
        "longer": {
            **paper("longer", {}),
            "/many.xml.gz": Page(packed, headers=(b"Content-Type: application/gzip",)),
            "/large.xml": Page(b"<urlset>" + line * 250_000, headers=XML),
        },
    }


def texts() -> dict[str, Answer]:
    """Return a site whose bytes are no text, and whose text is no lines."""
    data = json.dumps(BROKEN_LD)
    plain = article("texts", "1")
    return paper(
        "texts",
        {
            "1": Page(plain.replace(b"Gemeinde", b"Ge\0meinde \xff\xc3 \xed\xa0\x80")),
            "2": Page(article("texts", "2"), headers=(b"Content-Type: text/html; charset=utf-16",)),
            "3": Page(
                article("texts", "3", extra=f'<script type="application/ld+json">{data}</script>')
            ),
        },
    )


def profiles(port: int) -> dict[str, str]:
    """Return the profiles of all these sites."""
    return {
        "headers": profile("headers", port),
        "texts": profile("texts", port),
        "entities": profile(
            "entities",
            port,
            f'feeds = "http://entities.test:{port}/rss.xml"\n'
            f'sitemaps = "http://entities.test:{port}/sitemap.xml"',
        ),
        "many": profile("many", port, f'sitemaps = "http://many.test:{port}/index.xml"'),
        "deeper": profile("deeper", port, f'sitemaps = "http://deeper.test:{port}/index.xml"'),
        "longer": profile(
            "longer",
            port,
            f'sitemaps = ["http://longer.test:{port}/many.xml.gz", "http://longer.test:{port}/large.xml"]',
        ),
    }
