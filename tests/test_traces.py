from __future__ import annotations

import gzip
from contextlib import closing

import pytest

from newsbot.exceptions import ArchiveError
from newsbot.target import target_of_id
from newsbot.traces import find_traces, names_any
from tests.keptsite import HOME, KeptSite

FRONT = "https://waldbote.test/"


@pytest.fixture
def site(tmp_path, profile, make_article):
    """A site that keeps the articles 7 and 8."""
    with closing(KeptSite(tmp_path, profile)) as site:
        site.print(make_article())
        site.print(make_article(id="waldbote/8", url=f"{HOME}8", body="8"))
        yield site


@pytest.fixture
def traces(site, profile):
    """What is found of the article 7."""

    def find():
        site.archive.seal()
        return find_traces(site.folder, target_of_id(site.state, profile, "waldbote/7"))

    return find


def told(site, traces):
    """Return kind and URL of every record found."""
    found = {place.offset for place in traces.places}
    return [(record.kind, record.url) for record in site.records() if record.offset in found]


def exchange(url, answer="response"):
    return [("request", url), (answer, url), ("metadata", url)]


def test_all_three_records_of_a_capture_are_found(site, traces):
    assert told(site, traces()) == exchange(f"{HOME}7")


def test_so_are_those_of_a_later_look(site, traces, make_article):
    site.fetch(f"{HOME}7", make_article().body, key="7", asked=f"{HOME}7")

    found = traces()

    assert told(site, found) == [*exchange(f"{HOME}7"), *exchange(f"{HOME}7", "revisit")]
    assert len(found.answers) == 2


def test_a_redirect_to_it_is_found_whoever_asked_for_it(site, traces):
    site.fetch(f"{FRONT}kurz/7", to="/artikel/7")

    assert told(site, traces())[3:] == exchange(f"{FRONT}kurz/7")


def test_every_page_of_an_article_is_found(site, traces):
    site.fetch(f"{FRONT}seite/2", "Teil 2", key="7", asked=f"{FRONT}seite/2", part=2)

    assert told(site, traces())[3:] == exchange(f"{FRONT}seite/2")


@pytest.mark.parametrize("elsewhere", [f"{HOME}8", FRONT])
def test_a_page_that_answered_in_its_place_stays_and_what_was_asked_for_goes(
    site, traces, elsewhere
):
    site.fetch(elsewhere, "anderes", key="7", asked=f"{HOME}7")

    found = traces()

    assert told(site, found)[3:] == [("metadata", elsewhere)]
    assert len(found.answers) == 1


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        pytest.param('<a href="/artikel/7">Brücke</a>', 1, id="in a link"),
        pytest.param(f"<loc>{HOME}7</loc>", 1, id="in a sitemap"),
        pytest.param(r'{"url": "https:\/\/waldbote.test\/artikel\/7"}', 1, id="in JSON"),
        pytest.param('<a href="/artikel/77">Brücke</a>', 0, id="only the like"),
        pytest.param("Brücke über die Lahn gesperrt", 0, id="only the headline"),
    ],
)
def test_captures_of_other_pages_that_show_its_address_are_counted_and_stay(
    site, traces, body, shown
):
    site.fetch(FRONT, body)

    found = traces()

    assert (found.shown, len(found.places)) == (shown, 3)


def test_a_capture_that_was_led_to_from_it_shows_its_address(site, traces):
    site.fetch(f"{FRONT}s/sport", "Sport", via=f"{HOME}7")

    assert traces().shown == 1


def test_an_archive_that_is_damaged_tells_nothing(site, traces):
    site.archive.seal()
    (path,) = site.folder.glob("*.warc.gz")
    path.write_bytes(path.read_bytes()[:-3])

    with pytest.raises(ArchiveError, match=path.name):
        traces()


def test_records_that_share_a_member_are_told(site, traces):
    site.archive.seal()
    (path,) = site.folder.glob("*.warc.gz")
    path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes())))

    with pytest.raises(ArchiveError, match="has no member of its own"):
        traces()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (b"/artikel/7", True),
        (b"/artikel/77", False),
        (b"/artikel/77 artikel/7", True),
        (b"7", False),
    ],
)
def test_a_name_is_a_whole_word(text, named):
    assert names_any(["artikel/7", "artikel/7?p=amp"])(text) is named


def test_no_name_is_nowhere():
    assert not names_any([])(b"a text")
