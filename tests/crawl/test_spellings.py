"""Articles whose addresses are spelt in many ways: one identity, one request where it can be."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest_twisted

ARTICLE = re.compile(r"/(?:lokales|amp|sport)/([a-z-]+-)(\d+)\.html(?:/amp)?(?:;jsessionid=\w+)?")
SESSIONS = iter(range(1 << 24))
# How each kind of page writes the address of an article: in the form for telephones, within a
# session, as AMP, with tracking, under another section.
SPELLINGS = {
    r"/": "http://m.heideblatt.test:{port}/lokales/{name}.html?utm_source=start&gclid=7",
    r"/ressort/.*": "/lokales/{name}.html;jsessionid={session:032X}",
    r"/feed\.atom": "http://amp.heideblatt.test:{port}/amp/{name}.html",
    r"/archiv/.*": "/lokales/{name}.html/amp?fbclid=IwAR{session}",
    r"/lokales/.*": "http://www.heideblatt.test:{port}/sport/{name}.html?PHPSESSID={session:032x}",
}
WITH_A_PATTERN = "article   = '-(?P<key>\\d+)\\.html'\n"


def spell(paper, port):
    """Have *paper* write its articles' addresses by SPELLINGS, and answer at all of them."""
    answer = paper.respond

    def respond(request):
        asked = ARTICLE.fullmatch(request.path)
        plain = f"/lokales/{asked[1]}{asked[2]}.html" if asked else request.path
        response = answer(replace(request, path=plain))
        forms = (form for kind, form in SPELLINGS.items() if re.fullmatch(kind, plain))
        form = next(forms, "")

        def spelt(found):
            name = f"{found[2]}{found[3]}"
            return (
                f"{found[1]}{form.format(port=port, name=name, session=next(SESSIONS))}{found[4]}"
            )

        text = response.body.decode("latin-1")
        if not text.startswith("<?xml"):
            text = re.sub(r'(<a href=")/lokales/([^"]*?-)(\d+)\.html(")', spelt, text)
        else:
            text = re.sub(r'(<link href=")[^"]*/lokales/([^"]*?-)(\d+)\.html(")', spelt, text)
        return replace(response, body=text.encode("latin-1"))

    paper.respond = respond


def forms(record):
    """Return in which of the five ways the addresses of *record* are spelt."""
    urls = [record["url"], *record["aliases"]]
    signs = ("//m.", "//amp.", ".html/amp", "/sport/", "//heideblatt.test")
    return {sign for sign in signs for url in urls if sign in url}


@pytest_twisted.async_yield_fixture
async def newsroom(tmp_path):
    # The reactor of the tests is not yet in its place when this file is read.
    from tests.press.newsroom import Newsroom

    room = Newsroom("heideblatt", tmp_path)
    spell(room.paper, room.port)
    yield room
    await room.close()


def profile_of(newsroom, pattern):
    """Return the paper's profile with this *pattern* of articles' addresses, or with none."""
    return re.sub("article .*\n", lambda _: pattern, newsroom.profile())


@pytest_twisted.ensureDeferred
async def test_an_article_under_five_spellings_is_fetched_once_and_keeps_its_aliases(newsroom):
    toml = profile_of(newsroom, WITH_A_PATTERN)

    await newsroom.crawl(toml)

    asked = Counter(match[2] for r in newsroom.paper.requests if (match := ARTICLE.search(r.path)))
    records = newsroom.records()
    assert set(asked.values()) == {1}
    assert records.keys() <= newsroom.paper.truth().keys()
    assert max(len(forms(record)) for record in records.values()) == 5
    assert not [a for r in records.values() for a in r["aliases"] if re.search("sess|clid|utm", a)]


@pytest_twisted.ensureDeferred
async def test_without_a_pattern_the_canonical_address_makes_one_article_of_them(newsroom):
    toml = profile_of(newsroom, "")

    await newsroom.crawl(toml)
    records = newsroom.records()
    newsroom.paper.requests.clear()
    again = await newsroom.crawl(toml)

    headlines = Counter(record["headline"] for record in records.values())
    assert set(headlines.values()) == {1}
    assert max(len(forms(record)) for record in records.values()) == 5
    assert again.new == 0
    assert newsroom.records().keys() == records.keys()
