from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from newsbot.exceptions import ProfileError
from newsbot.profilekeys import FIELDS, LINKS, TOP, DayPages, check_table, closest

HOME = "https://waldbote.test"


def read(readers, key, value):
    return check_table("waldbote.toml", "", {key: value}, readers)[key]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        pytest.param("artcle", " Did you mean 'article'?", id="a slip"),
        pytest.param("wetter", "", id="another word"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_slip_is_answered_by_the_name_that_was_meant(name, hint):
    assert closest(name, ["article", "related"]) == hint


def test_an_unknown_key_is_named_with_its_table_and_all_known_keys():
    with pytest.raises(ProfileError) as caught:
        check_table("waldbote.toml", "links", {"artcle": "x"}, LINKS)

    assert str(caught.value).startswith(
        "waldbote.toml: no key 'links.artcle'. Did you mean 'article'? Known: article, day, "
    )


def test_a_wrong_value_is_named_with_its_file_and_key():
    with pytest.raises(ProfileError, match=r"^waldbote\.toml: links\.next: 'a\[' is no CSS"):
        check_table("waldbote.toml", "links", {"next": "a["}, LINKS)


def test_a_table_that_is_none_is_an_error():
    with pytest.raises(ProfileError, match=r"links must be a table: \[links\]"):
        check_table("waldbote.toml", "links", "seeds", LINKS)


@pytest.mark.parametrize(
    ("key", "value", "read_as"),
    [
        pytest.param("domain", " Waldbote.TEST ", "waldbote.test", id="host in lower case"),
        pytest.param("domain", "báo.test", "xn--bo-mia.test", id="host beyond ASCII"),
        pytest.param("domain", "127.0.0.1", "127.0.0.1", id="address"),
        pytest.param("hosts", "m.waldbote.test", ("m.waldbote.test",), id="one host"),
        pytest.param("hosts", ["A.test", "b.test"], ("a.test", "b.test"), id="hosts"),
        pytest.param("timezone", "Asia/Ho_Chi_Minh", ZoneInfo("Asia/Ho_Chi_Minh"), id="zone"),
        pytest.param("delay", 3, 3.0, id="whole seconds"),
        pytest.param("delay", 0.5, 0.5, id="part of a second"),
        pytest.param("verify_tls", False, False, id="truth"),
    ],
)
def test_a_key_of_the_top_level_is_read(key, value, read_as):
    assert read(TOP, key, value) == read_as


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        pytest.param("domain", "https://waldbote.test/", "is no host name", id="URL for a host"),
        pytest.param("domain", "wald bote.test", "is no host name", id="space in a host"),
        pytest.param("domain", "wald..test", "is no host name", id="empty part of a host"),
        pytest.param("domain", "a" * 70 + ".test", "is no host name", id="part too long"),
        pytest.param("domain", "", "must be a text", id="empty text"),
        pytest.param("domain", 7, "must be a text", id="number for a text"),
        pytest.param("hosts", [7], "must be a text", id="number in a list"),
        pytest.param("timezone", "Asia/Hanoi City", "no time zone 'Asia/Hanoi City'", id="zone"),
        pytest.param("timezone", "../../etc/passwd", "no time zone", id="zone outside"),
        pytest.param("delay", "2", "number of seconds", id="text for seconds"),
        pytest.param("delay", True, "number of seconds", id="truth for seconds"),
        pytest.param("delay", -1, "number of seconds", id="seconds below zero"),
        pytest.param("delay", float("nan"), "number of seconds", id="no number"),
        pytest.param("delay", float("inf"), "number of seconds", id="for ever"),
        pytest.param("verify_tls", "no", "true or false", id="text for a truth"),
    ],
)
def test_a_wrong_value_at_the_top_level_is_refused(key, value, words):
    with pytest.raises(ProfileError, match=words):
        read(TOP, key, value)


@pytest.mark.parametrize(
    ("key", "value", "read_as"),
    [
        pytest.param("seeds", f"{HOME}/", (f"{HOME}/",), id="one seed"),
        pytest.param("sections", [f"{HOME}/a", "nav a"], (f"{HOME}/a", "nav a"), id="sections"),
        pytest.param("feeds", [], (), id="no feeds at all"),
        pytest.param("first_day", date(2012, 5, 31), date(2012, 5, 31), id="day"),
        pytest.param("more", f"{HOME}/m?p={{page}}", (f"{HOME}/m?p={{page}}",), id="load-more"),
        pytest.param("day", f"{HOME}/{{day:%d}}", DayPages(f"{HOME}/{{day:%d}}"), id="day pages"),
        pytest.param(
            "day",
            {"url": f"{HOME}/a", "method": "post", "form": {"ngay": "{day:%d}", "loai": "1"}},
            DayPages(f"{HOME}/a", "POST", {"ngay": "{day:%d}", "loai": "1"}),
            id="day pages behind a form",
        ),
        pytest.param("next", ["a.next", "//a"], ("a.next", "//a"), id="selectors"),
    ],
)
def test_a_key_of_the_links_is_read(key, value, read_as):
    assert read(LINKS, key, value) == read_as


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        pytest.param("seeds", "waldbote.test", "must be a whole URL", id="host for a URL"),
        pytest.param("seeds", "ftp://waldbote.test", "must be a whole URL", id="other scheme"),
        pytest.param("seeds", "https://[waldbote", "Invalid IPv6", id="broken URL"),
        pytest.param("article", r"/(\d+)/", r"has no group \(\?P<key>", id="pattern without key"),
        pytest.param("article", r"/(?P<key>\d+/", "is no regular expression", id="open bracket"),
        pytest.param("deny", "*", "is no regular expression", id="wildcard for a pattern"),
        pytest.param("sections", "nav a[", "is no CSS selector", id="broken selector"),
        pytest.param("related", "heading: »", "names no heading", id="heading without words"),
        pytest.param("first_day", "2012-05-31", "without quotes", id="day in quotes"),
        pytest.param("first_day", datetime(2012, 5, 31), "must be a day", id="instant for a day"),
        pytest.param("more", f"{HOME}/mehr", "has no place for {page}", id="nothing to fill in"),
        pytest.param("more", f"{HOME}/{{seite}}", "can't be filled in", id="unknown place"),
        pytest.param("more", f"{HOME}/{{}}", "can't be filled in", id="nameless place"),
        pytest.param("more", f"{HOME}/{{page", "can't be filled in", id="open brace"),
        pytest.param("more", f"{HOME}/{{page[0]}}", "can't be filled in", id="part of a number"),
        pytest.param("more", 2, "must be a text", id="number for a template"),
        pytest.param("day", "/archiv/{day:%d}", "must be a whole URL", id="path for a URL"),
        pytest.param("day", f"{HOME}/archiv", "has no place for {day}", id="day goes nowhere"),
        pytest.param("day", f"{HOME}/{{day.hour}}", "can't be filled in", id="hour of a day"),
        pytest.param("day", 7, r"must be a URL with \{day", id="number for day pages"),
        pytest.param("day", {"form": {}}, r"must be a URL with \{day", id="form without URL"),
        pytest.param("day", {"url": HOME, "frm": {}}, r"must be a URL with \{day", id="slip"),
        pytest.param("day", {"url": 7}, "must be a text", id="number for the URL of a form"),
        pytest.param("day", {"url": HOME, "method": "PUT"}, "must be GET or POST", id="method"),
        pytest.param("day", {"url": HOME, "form": "d"}, "form must be a table", id="form"),
        pytest.param("day", {"url": HOME, "form": {"d": 1}}, "must be a text", id="field"),
        pytest.param("day", {"url": HOME, "form": {"d": "1"}}, "no place for {day}", id="fields"),
    ],
)
def test_a_wrong_value_among_the_links_is_refused(key, value, words):
    with pytest.raises(ProfileError, match=words):
        read(LINKS, key, value)


def test_a_field_takes_selectors_in_their_order():
    assert read(FIELDS, "headline", ["h1.neu", "h1"]) == ("h1.neu", "h1")


def test_a_field_that_is_no_selector_is_refused():
    with pytest.raises(ProfileError, match="is no XPath"):
        read(FIELDS, "headline", "//h1[")
