from __future__ import annotations

import gzip

import pytest

from newsbot.archive.capture import Capture
from newsbot.extract.refusal import LARGEST
from newsbot.replay.looks import answers_in, looks
from newsbot.replay.reader import INCOMPLETE, NO_PAGE
from newsbot.visit import Visit
from tests.replay.archives import HOME, NOON, TEXT, story

NEXT = '<a rel="next" href="/artikel/7?page=2">2</a>'


def read(kept, reader):
    kept.archive.commit()
    (look,) = looks(answers_in(kept.folder, kept.state.captures))
    return reader.read(look)


def test_an_article_is_read_as_a_crawl_reads_it(kept, reader):
    warc = kept.keep("7")

    article = read(kept, reader)

    assert (article.id, article.headline) == ("waldbote/7", "Der Rat entscheidet 7")
    assert (article.warc, article.fetched_at) == (warc, kept.now)
    assert (article.first_seen, article.channels) == (NOON, ("seed",))
    assert article.aliases == (f"{HOME}/artikel/7",)


def test_an_article_over_several_pages_is_read_from_all(kept, reader):
    kept.keep("7", story("7", more=NEXT))
    kept.keep("7", f"<p>Zweiter Teil. {TEXT}</p>", path="/artikel/7?page=2", part=2)

    assert read(kept, reader).body.endswith(f"Zweiter Teil. {TEXT}".strip())


def test_where_what_shows_all_did_not_come_it_is_read_page_by_page(kept, reader):
    kept.keep("7", story("7", more=f'{NEXT}<a href="?page=all">Alles anzeigen</a>'))
    kept.keep("7", path="/artikel/7?page=all", part=2, status=404)
    kept.keep("7", f"<p>Zweiter Teil. {TEXT}</p>", path="/artikel/7?page=2", part=2)

    assert read(kept, reader).body.endswith(f"Zweiter Teil. {TEXT}".strip())


def test_a_further_page_is_known_by_the_address_that_was_asked_for(kept, reader):
    kept.keep("7", story("7", more=NEXT))
    where = {"path": "/artikel/7/seite-2", "asked": f"{HOME}/artikel/7?page=2"}
    kept.keep("7", f"<p>Zweiter Teil. {TEXT}</p>", part=2, **where)

    assert read(kept, reader).body.endswith(f"Zweiter Teil. {TEXT}".strip())


def test_it_is_not_read_where_one_of_them_is_missing(kept, reader):
    kept.keep("7", story("7", more=NEXT))

    assert read(kept, reader) == INCOMPLETE


def test_nor_are_those_that_its_run_gave_up_waited_for(kept, reader):
    kept.keep("7", story("7", more=NEXT))
    kept.give_up("7", path="/artikel/7?page=2", part=2)

    article = read(kept, reader)

    assert (article.body_status, article.evidence["body"]) == ("teaser", "generic, incomplete")


def test_a_body_is_decoded_as_it_says(kept, reader):
    capture = Capture(
        url=f"{HOME}/artikel/7",
        status=200,
        response_headers=((b"Content-Type", b"text/html"), (b"Content-Encoding", b"gzip")),
        body=gzip.compress(story("7").encode()),
        fetched_at=NOON,
    )
    kept.archive.keep(capture, Visit(run="1", key="7").fields())

    assert read(kept, reader).headline == "Der Rat entscheidet 7"


@pytest.mark.parametrize("body", ["%PDF-1.4 \0\1\2", "\0\1\2\3"], ids=["PDF", "bytes"])
def test_what_is_no_text_is_no_page(kept, reader, body):
    capture = Capture(url=f"{HOME}/artikel/7", status=200, body=body.encode(), fetched_at=NOON)
    kept.archive.keep(capture, Visit(run="1", key="7").fields())

    assert read(kept, reader) == NO_PAGE


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        pytest.param("<div>" * 1001, "malformed", id="deep"),
        pytest.param("<p>" + "x" * LARGEST, "oversized", id="large"),
    ],
)
def test_a_page_that_no_crawl_would_read_is_refused(kept, reader, body, fault):
    kept.keep("7", body)

    assert read(kept, reader) == fault


def test_none_is_read_of_none(reader):
    assert reader.read_all([None]) == [None]
