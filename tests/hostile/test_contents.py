"""Cases 26 to 28, 31 and 32: headers, lists and texts that would be something else."""

from __future__ import annotations

import pytest

from newsbot.archive.validate import faults
from tests.hostile import contents
from tests.hostile.contents import FIELDS, SECRET, UNSAFE
from tests.hostile.crawl import crawl

# All that a record may bear (WARC 1.1, section 5).
NAMED = {
    "warc-type",
    "warc-record-id",
    "warc-date",
    "warc-target-uri",
    "warc-ip-address",
    "warc-payload-digest",
    "warc-block-digest",
    "content-type",
    "content-length",
}


@pytest.fixture(scope="module")
def done(server, tmp_path_factory):
    folder = tmp_path_factory.mktemp("contents")
    (folder / "secret").write_text(SECRET)
    sites = {
        "headers": contents.headers(),
        "texts": contents.texts(),
        "entities": contents.entities(server.port, str(folder / "secret")),
        **contents.sitemaps(server.port),
    }
    server.begin({f"{site}.test": pages for site, pages in sites.items()})
    return crawl(folder, contents.profiles(server.port), {}, jobs=len(sites))


def record_of(done, path):
    (found,) = [
        record
        for record in done.records("headers")
        if record.kind == "response" and record.url.endswith(path)
    ]
    return found


def test_headers_are_archived_value_by_value_in_their_order(done):
    kept = record_of(done, "/artikel/1").http_headers

    for name in {name for name, _ in FIELDS}:
        sent = [value.translate(UNSAFE) for other, value in FIELDS if other == name]
        assert [value for other, value in kept if other.lower() == name.lower()] == sent


def test_no_header_of_a_server_becomes_one_of_the_archive(done):
    record = record_of(done, "/artikel/1")

    assert set(record.headers) <= NAMED
    assert record.headers["warc-type"] == "response"
    assert record.url == record.headers["warc-target-uri"]
    assert b"x-injected" not in {name.lower() for name, _ in record.http_headers}
    assert [fault for path in done.archived("headers") for fault in faults(path)] == []


def test_hostile_headers_cost_no_article(done):
    assert done.outcome("headers") == (0, {}, {})
    assert sorted(done.articles("headers")) == ["1", "9"]


def test_entities_are_neither_filled_in_nor_fetched(done, server):
    asked = [path for path in server.paths("entities.test") if path.startswith("/artikel/")]
    lines = (done.folder / "data" / "articles").rglob("*.jsonl")

    assert {"/artikel/5", "/artikel/8", "/artikel/9"} <= set(asked)
    assert not [path for path in asked if SECRET in path or "haha" in path]
    assert "elsewhere.test" not in server.hosts()
    assert not [path for path in lines if SECRET in path.read_text(encoding="utf-8")]


def test_of_sitemaps_without_end_a_run_asks_for_500_and_says_so(done, server):
    asked = [path for path in server.paths("many.test") if path.startswith("/index.xml")]

    assert len(set(asked)) == len(asked) == 500
    assert done.reports["many"]["exit_code"] == 1
    assert done.reports["many"]["troubles"]["too many sitemaps"] > 100
    assert "too many sitemaps" in done.reports["many"]["trouble"]
    assert list(done.articles("many")) == ["9"]


def test_indexes_of_indexes_are_followed_twice_and_no_deeper(done, server):
    asked = [path for path in server.paths("deeper.test") if path.startswith("/index.xml")]

    assert len(asked) == 1 + 2 + 4
    assert done.reports["deeper"]["exit_code"] == 1
    assert done.reports["deeper"]["troubles"] == {"sitemap too deep": 8}


def test_a_sitemap_too_long_is_not_read_and_said(done):
    code, dropped, troubles = done.outcome("longer")

    assert (code, dropped, troubles) == (1, {}, {"listing too long": 2})
    assert list(done.articles("longer")) == ["9"]


def test_bytes_that_are_no_text_become_lines_that_are(done):
    articles = done.articles("texts")
    (file,) = (done.folder / "data" / "articles" / "texts").glob("*.jsonl")
    text = file.read_bytes().decode("utf-8")

    assert sorted(articles) == ["1", "2", "3", "9"]
    assert len(text.splitlines()) == text.count("\n") == 4
    assert "\0" not in text
    assert "\\u0000" not in text
    assert not [sign for sign in text if "\ud800" <= sign <= "\udfff"]
    assert "für das kommende Jahr" in articles["2"]["body"]


def test_all_of_it_together_takes_less_than_300_mb(done):
    assert done.peak < 300 << 20
