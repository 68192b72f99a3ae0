from __future__ import annotations

import gzip
import zlib

import pytest
from scrapy.http import HtmlResponse, Response, TextResponse, XmlResponse

from newsbot.pages.source import as_source, fault_of

URL = "https://waldbote.test/sitemap.xml.gz"
SITEMAP = "<?xml version='1.0'?><urlset>Brücke</urlset>"


@pytest.fixture
def said():
    """What is read of a body that its server calls text, or does not."""

    def said(body, kind=Response, content_type="application/gzip"):
        headers = {"Content-Type": content_type}
        response = kind(URL, headers=headers, body=body)
        is_text = isinstance(response, TextResponse)
        found = as_source(response.url, response.body, is_text=is_text)
        return found and found.text

    return said


@pytest.mark.parametrize(
    ("kind", "content_type"),
    [
        pytest.param(Response, "application/gzip", id="gzip"),
        pytest.param(Response, "application/octet-stream", id="octets"),
        pytest.param(XmlResponse, "text/xml", id="XML"),
        pytest.param(TextResponse, "text/plain; charset=utf-8", id="text"),
        pytest.param(HtmlResponse, "text/html", id="HTML"),
    ],
)
def test_a_packed_sitemap_is_unpacked_whatever_its_server_calls_it(said, kind, content_type):
    assert said(gzip.compress(SITEMAP.encode()), kind, content_type) == SITEMAP


@pytest.mark.parametrize(
    ("kind", "content_type"),
    [
        pytest.param(Response, "application/octet-stream", id="octets"),
        pytest.param(XmlResponse, "application/xml", id="XML"),
        pytest.param(TextResponse, "text/plain", id="text"),
        pytest.param(HtmlResponse, "text/html", id="HTML"),
    ],
)
def test_an_xml_document_is_read_whatever_its_server_calls_it(said, kind, content_type):
    assert said(SITEMAP.encode(), kind, content_type) == SITEMAP


def test_a_text_is_in_the_encoding_that_its_server_names():
    assert as_source(URL, "Łódź".encode("cp1250"), "windows-1250", is_text=True).text == "Łódź"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\x00", id="a picture"),
        pytest.param(b"%PDF-1.7", id="a printed page"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"\x1f\x8b", id="two bytes of gzip"),
        pytest.param(b"\x1f\x8b" + b"x" * 40, id="no gzip behind its first bytes"),
        pytest.param(gzip.compress(b"\x89PNG"), id="a packed picture"),
        pytest.param(gzip.compress(b""), id="nothing, packed"),
    ],
)
def test_what_is_no_text_is_no_source(said, body):
    assert said(body) is None


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b'\xef\xbb\xbf \n{"a": 1}', id="JSON behind a mark"),
        pytest.param(b"[]", id="a JSON list"),
        pytest.param(b"HTTPS://waldbote.test/artikel/7", id="addresses"),
    ],
)
def test_texts_are_known_by_how_they_begin(said, body):
    assert said(body).strip().lower().startswith(body.decode("utf-8-sig").strip().lower())


def test_a_file_of_several_parts_is_read_to_its_end(said):
    parts = gzip.compress(b"<urlset>") + gzip.compress(b"</urlset>") + b"\0\0\0"

    assert said(parts) == "<urlset></urlset>"


def test_of_a_file_that_is_cut_what_there_is_is_read(said):
    text = "".join(
        f"<url><loc>https://waldbote.test/{zlib.crc32(b'%d' % n)}</loc></url>"
        for n in range(20_000)
    )
    whole = gzip.compress(f"<urlset>{text}".encode())

    assert len(said(whole[: len(whole) // 2])) > 100_000


@pytest.mark.parametrize(("size", "fault"), [(1 << 20, None), ((1 << 20) + 1, "oversized")])
def test_a_file_that_unpacks_to_too_much_is_not_read(size, fault):
    found = as_source(URL, gzip.compress(b"<" * size), most=1 << 20)

    assert (fault_of(found), bool(found.text)) == (fault, fault is None)


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "packed"])
def test_a_false_encoding_is_not_believed(said, pack):
    body = "<?xml version='1.0' encoding='utf-16'?><rss>Brücke</rss>".encode()

    assert said(pack(body), XmlResponse, "text/xml").endswith("<rss>Brücke</rss>")


def test_an_encoding_that_is_declared_inside_a_packed_file_is_obeyed(said):
    body = "<?xml version='1.0' encoding='iso-8859-1'?><rss>Brücke</rss>".encode("latin-1")

    assert said(gzip.compress(body)).endswith("<rss>Brücke</rss>")
