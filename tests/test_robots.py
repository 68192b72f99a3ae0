"""What answers to the request for a robots.txt allow (RFC 9309)."""

from __future__ import annotations

import time
from urllib.parse import quote

import pytest

from newsbot.robots import MOST_BYTES, MOST_RULES, TOO_MANY, Rules, origin_of, rules_of

HOME = "https://waldbote.test"
ALL, NONE = "User-agent: *\nDisallow:", b"User-agent: *\nDisallow: /"


def allowed(text, *paths):
    """Return those of *paths* that a robots.txt of that *text* allows."""
    body = text if isinstance(text, bytes) else text.encode()
    rules = rules_of(200, body)
    return [path for path in paths if rules.allows(HOME + path)]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 301, 302, 304])
def test_what_is_not_there_allows_all_whatever_its_page_says(status):
    assert rules_of(status, NONE).allows(f"{HOME}/a")


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504, 599, 0, 999])
def test_what_can_not_be_read_now_forbids_all(status):
    rules = rules_of(status, ALL.encode())

    assert not rules.allows(f"{HOME}/a")
    assert rules.fault == f"robots.txt: HTTP {status}"


@pytest.mark.parametrize("body", [b"", b"\n", b"<html>Disallow: all of it</html>", ALL.encode()])
def test_who_says_nothing_allows_all(body):
    assert rules_of(200, body).allows(f"{HOME}/a")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "BOM"])
def test_lines_end_in_any_way_and_a_mark_before_them_is_no_part_of_the_first(end, mark):
    text = mark + end.join(("User-agent: *", "Disallow: /a", "Allow: /a/b", ""))

    assert allowed(text, "/a", "/a/b", "/c") == ["/a/b", "/c"]


BREAKS = ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("sign", BREAKS, ids=ascii)
def test_nothing_else_ends_a_line(sign):
    text = f"User-agent: *\nDisallow: /a # all{sign}Allow: /a\n#{sign}Disallow: /b"

    assert allowed(text, "/a", "/b") == ["/b"]


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"], ids=ascii)
def test_what_ends_a_line_elsewhere_may_stand_in_a_path(sign):
    text = f"User-agent: *\nDisallow: /a{sign}b"

    assert allowed(text, "/a", "/a" + quote(sign) + "b") == ["/a"]


@pytest.mark.parametrize("sign", ["\0", "\x01", "\x7f", *BREAKS], ids=ascii)
@pytest.mark.parametrize(
    "text",
    [
        "User-agent: *{}\nDisallow: /a",
        "User-agent: {}*\nDisallow: /a",
        "{}User-agent{}: newsbot{}\n{}Disallow: /a{}{}\r\n",
    ],
)
def test_a_strange_character_beside_a_word_takes_no_rule_away(sign, text):
    assert allowed(text.replace("{}", sign), "/a", "/b") == ["/b"]


@pytest.mark.parametrize("code", ["utf-16", "utf-16-le", "utf-16-be"])
def test_what_an_editor_wrote_in_two_bytes_a_letter_is_read_too(code):
    text = (
        "User-agent: *\nDisallow: /a" if code == "utf-16" else "\ufeffUser-agent: *\nDisallow: /a"
    )

    assert allowed(text.encode(code), "/a", "/b") == ["/b"]


def test_the_group_of_newsbot_counts_alone_and_all_of_its_kind_together():
    text = """User-agent: *
Disallow: /
User-agent: other
User-agent: NewsBot/1.0
Disallow: /a
User-agent: newsbot
Disallow: /b"""

    assert allowed(text, "/a", "/b", "/c") == ["/c"]


@pytest.mark.parametrize("name", ["news", "bot", "newsbot-image", "mynewsbot", "news*", "*bot"])
def test_the_group_of_another_product_does_not_count(name):
    text = f"User-agent: {name}\nDisallow: /\n\nUser-agent: *\nDisallow: /a"

    assert allowed(text, "/a", "/b") == ["/b"]


def test_the_longest_rule_wins_and_of_two_as_long_the_one_that_allows():
    text = "User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /c\nAllow: /c\nDisallow: /*.pdf$"

    assert allowed(text, "/a/x", "/a/b", "/c", "/d.pdf", "/d.pdf?x") == ["/a/b", "/c", "/d.pdf?x"]


def test_robots_txt_itself_may_always_be_asked_for():
    assert allowed(NONE, "/robots.txt") == ["/robots.txt"]


def test_what_stands_behind_the_first_512_kib_does_not_count():
    filler = "# nothing\n" * (MOST_BYTES // 10)
    text = f"User-agent: *\nDisallow: /a\n{filler}Disallow: /b\n"

    assert allowed(text, "/a", "/b") == ["/b"]


@pytest.mark.parametrize("end", ["\n", "\r"])
def test_a_rule_that_is_cut_there_does_not_count_as_a_shorter_one(end):
    text = f"User-agent: *{end}".ljust(MOST_BYTES - 11, "#") + f"{end}Disallow: /a/b{end}"

    assert allowed(text, "/", "/a") == ["/", "/a"]


def test_more_rules_than_any_site_has_forbid_all():
    few, many = (
        "User-agent: *\n" + "Disallow: /*a*b*c\n" * number
        for number in (MOST_RULES, MOST_RULES + 1)
    )

    assert allowed(few, "/d") == ["/d"]
    assert allowed(many, "/d") == []
    assert rules_of(200, many.encode()).fault == TOO_MANY


@pytest.mark.parametrize(
    "text",
    [
        "User-agent: *\n" + "".join(f"Disallow: /*a{n}*b*c*d$\n" for n in range(MOST_RULES)),
        "".join(f"User-agent: {'a' * (n % 97)}\n" for n in range(30_000)) + "Disallow: /x\n" * 4999,
        "user-agent" + " " * 500_000,
        "User-agent: *\nDisallow: " + "/*a" * 160_000,
        "dis" * 170_000,
        "\r" * 500_000,
    ],
    ids=["rules", "products", "blanks", "wildcards", "letters", "line ends"],
)
def test_no_robots_txt_holds_up_a_crawl(text):
    begun = time.process_time()

    rules_of(200, text.encode()).allows(HOME + "/" + "aaaaaaaaab" * 100)

    assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    ("line", "delay"),
    [
        ("Crawl-delay: 10", 10),
        ("crawl-delay: 0.5", 0.5),
        ("Crawl-delay: -1", 0),
        ("Crawl-delay: nan", 0),
        ("Crawl-delay: soon", 0),
        ("", 0),
    ],
)
def test_the_crawl_delay_is_that_of_the_group_that_counts(line, delay):
    text = f"User-agent: other\nCrawl-delay: 99\n\nUser-agent: *\n{line}\nDisallow: /a"

    assert Rules(text).crawl_delay == delay


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("http://waldbote.test/a?b", "http://waldbote.test"),
        ("https://waldbote.test:443/", "https://waldbote.test"),
        ("http://waldbote.test:443/", "http://waldbote.test:443"),
        ("http://u:p@WALDBOTE.test:8080", "http://waldbote.test:8080"),
        ("http://[::1]:80/", "http://[::1]"),
        ("ftp://waldbote.test/", None),
        ("http://waldbote.test:x/", None),
        ("data:,a", None),
        ("http:///a", None),
    ],
)
def test_scheme_host_and_port_have_one_robots_txt(url, origin):
    assert origin_of(url) == origin
