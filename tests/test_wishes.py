from __future__ import annotations

import gzip
from time import process_time

import pytest

from newsbot.wishes import NO_WISHES, Wishes, read_wishes, told_wishes, wishes_of

TERMS = "https://waldbote.test/tdm.json"
HTML = (b"Content-Type", b"text/html; charset=utf-8")


def by_header(*tags):
    return read_wishes(tuple((b"X-Robots-Tag", tag.encode()) for tag in tags), b"")


def by_page(text):
    return read_wishes((HTML,), text.encode())


def test_a_page_that_asks_for_nothing_has_no_wishes():
    page = '<meta name="robots" content="index, follow, max-image-preview:large">'

    assert by_page(page) == NO_WISHES
    assert NO_WISHES.fields() == {}


@pytest.mark.parametrize(
    "tag",
    [
        "noarchive",
        "NoArchive",
        "noindex, noarchive",
        "newsbot: noarchive",
        "newsbot: noindex, noarchive",
        "otherbot: noindex, newsbot: noarchive",
        "*: noarchive",
        "max-snippet: 20, noarchive",
        "unavailable_after: Sunday, 25 Jun 2010 15:00:00 PST, noarchive",
        "noindex noarchive",
    ],
)
def test_a_header_asks_not_to_be_archived(tag):
    assert by_header(tag).withheld == "X-Robots-Tag"


@pytest.mark.parametrize(
    "tag",
    [
        "noindex",
        "all",
        "googlebot: noarchive",
        "googlebot: noindex, noarchive",
        "newsbot: noindex, googlebot: noarchive",
        "noarchived",
        "",
    ],
)
def test_what_is_said_to_another_crawler_is_not_said_to_us(tag):
    assert by_header(tag).withheld is None


def test_of_several_headers_all_count():
    assert by_header("noindex", "googlebot: nofollow", "noarchive").asks == ("noarchive", "noindex")


@pytest.mark.parametrize("tag", ["none", "newsbot: none", "noindex"])
def test_none_is_not_to_be_indexed_either(tag):
    assert by_header(tag) == Wishes(noindex=True)


@pytest.mark.parametrize(
    "text",
    [
        '<meta name="robots" content="noarchive">',
        "<META CONTENT='NOINDEX,NOARCHIVE' NAME='ROBOTS'/>",
        "<meta name=robots content=noarchive>",
        '<meta\nname = "newsbot"\n content = "noarchive">',
        '<meta http-equiv="X-Robots-Tag" content="noarchive">',
        '<meta name="robots" content="index"><meta name="robots" content="noarchive">',
        '<title>A</title><script>"<!--"</script><meta name="robots" content="noarchive">',
        '<script>var x="<body";</script><meta name="robots" content="noarchive">',
        '<!-- <body> --><meta name="robots" content="noarchive">',
        '<!--><meta name="robots" content="noarchive"><!-- -->',
        '<meta data-x="a>b" name="robots" content="noarchive">',
        '<meta name="robots" content="no&#97;rchive">',
        '<meta name="&#x72;obots" content="no&#X61rchive">',
        f'<style>{"x{} " * 300_000}</style><meta name="robots" content="noarchive">',
        f'<meta name="robots" data-x="{"y" * 3000}" content="noarchive">',
    ],
)
def test_a_page_asks_not_to_be_archived(text):
    assert by_page(f"<!doctype html><html><head>{text}</head>").withheld


@pytest.mark.parametrize(
    "text",
    [
        '<!-- <meta name="robots" content="noarchive"> -->',
        '<script>document.write(\'<meta name="robots" content="noarchive">\')</script>',
        "<textarea><meta name=robots content=noarchive></textarea>",
        '<meta name="googlebot" content="noarchive">',
        '<meta name="description" content="robots: noarchive">',
        '<p>name="robots" content="noarchive"</p>',
        '</head><body><meta name="robots" content="noarchive">',
        "&lt;meta name=robots content=noarchive&gt;",
    ],
)
def test_what_only_looks_like_a_wish_is_none(text):
    assert by_page(f"<html><head>{text}</head>") == NO_WISHES


def test_a_page_in_two_byte_letters_is_heard():
    page = '<html><meta name="robots" content="noarchive">'.encode("utf-16")

    assert read_wishes((HTML,), page).withheld == "meta robots"


@pytest.mark.parametrize(
    ("header", "meta", "reservation"),
    [
        ("1", None, True),
        ("0", None, False),
        (None, "1", True),
        ("1", "0", False),
        ("yes", None, None),
    ],
)
def test_a_reservation_of_mining_is_heard_the_pages_own_word_first(header, meta, reservation):
    headers = ((b"tdm-reservation", header.encode()),) if header else ()
    page = f'<meta name="tdm-reservation" content="{meta}">' if meta else ""

    assert read_wishes(headers, page.encode()).tdm_reservation is reservation


@pytest.mark.parametrize(
    ("policy", "kept"),
    [
        ("https://waldbote.test/tdm.json", "https://waldbote.test/tdm.json"),
        ("javascript:alert(1)", None),
        ("https://waldbote.test/" + "x" * 500, None),
    ],
)
def test_a_policy_is_a_url(policy, kept):
    assert read_wishes(((b"TDM-Policy", policy.encode()),), b"").tdm_policy == kept


def test_a_packed_page_is_heard():
    page = gzip.compress(b'<html><meta name="robots" content="noarchive">' + b" " * 5_000_000)

    assert wishes_of((HTML, (b"Content-Encoding", b"gzip")), page).withheld


def test_what_is_no_page_has_no_head_to_ask_by():
    body = b'<meta name="robots" content="noarchive">'

    assert wishes_of(((b"Content-Type", b"application/json"),), body) == NO_WISHES


def test_a_page_in_a_coding_that_nobody_knows_asks_by_its_headers_alone():
    headers = (HTML, (b"Content-Encoding", b"magic"), (b"X-Robots-Tag", b"noindex"))

    assert wishes_of(headers, b"\x00\xff") == Wishes(noindex=True)


@pytest.mark.parametrize(
    "wishes",
    [
        NO_WISHES,
        Wishes(withheld="X-Robots-Tag", noarchive=True, noindex=True),
        Wishes(noarchive=True),
        Wishes(tdm_reservation=False, tdm_policy="https://waldbote.test/tdm"),
    ],
)
def test_wishes_are_told_and_read_again(wishes):
    assert told_wishes(wishes.fields()) == wishes


@pytest.mark.parametrize(
    "piece",
    [
        b"<meta ",
        b"<meta a='",
        b"<!--",
        b"<script>",
        b"<meta " + b"a" * 1900 + b">",
        b"<meta " + b"a = " * 400 + b">",
        b"robots " * 100,
        b"<a>",
        b"<a b=",
        b"<script></script>",
        b"</script",
        b"<!-->",
        b"<!",
        b"&#97;",
        b"<meta name=a content='&#97;'>",
    ],
    ids=lambda piece: piece[:12].decode(),
)
def test_no_page_keeps_us_looking(piece):
    page = b"noarchive" + piece * (1_000_000 // len(piece))
    begun = process_time()

    read_wishes((HTML,), page)

    assert process_time() - begun < 1


@pytest.mark.parametrize("content", ['"none"', "'NONE'", "none", '"none, noodp"'])
def test_a_page_may_ask_for_none_in_any_spelling(content):
    assert by_page(f"<meta name=robots content={content}>") == Wishes(noindex=True)


def test_of_a_site_that_has_allowed_it_nothing_is_withheld_and_the_wish_is_told():
    wishes = by_header("noarchive").allowed()

    assert (wishes.withheld, wishes.asks) == (None, ("noarchive",))
    assert wishes.fields() == {"asks": ("noarchive",)}


def test_the_terms_of_a_reservation_may_stand_far_behind_it():
    page = (
        f"<meta name=tdm-reservation content=1>{' ' * 9000}<meta name=tdm-policy content={TERMS}>"
    )

    assert by_page(page) == Wishes(tdm_reservation=True, tdm_policy=TERMS)
