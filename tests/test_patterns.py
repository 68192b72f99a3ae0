from __future__ import annotations

import pytest

from newsbot.patterns import path_of, pattern_of, turns_in_circles

HOME = "https://waldbote.test"


@pytest.mark.parametrize(
    ("url", "pattern"),
    [
        ("", "/"),
        ("/", "/"),
        ("/thoi-su/", "/thoi-su/"),
        ("/archiv/2031/04/07", "/archiv/{n}/{n}/{n}"),
        ("/xem-ngay/7-4-2031", "/xem-ngay/{n}-{n}-{n}"),
        ("/lokales/rat-stimmt-zu-4711.html", "/lokales/{slug}"),
        ("/a/s9f8e7d6c5b4a3f2e1d0/", "/a/{id}/"),
        ("/a/0b0f1a2c-1111-4222-8333-abcdefabcdef", "/a/{id}"),
        ("/liste?b=2&a=1&b=3", "/liste?a&b"),
        ("/liste?f[12]=x&", "/liste?f[{n}]"),
        ("/liste#top", "/liste"),
    ],
)
def test_numbers_ids_and_slugs_make_no_pattern_of_their_own(url, pattern):
    assert pattern_of(HOME + url) == pattern


def test_patterns_of_one_path_share_it_whatever_their_queries():
    assert path_of("/liste?a&b") == path_of("/liste") == "/liste"


@pytest.mark.parametrize(
    "url",
    ["/a/b/a/b/a/b/", "/css/css/css/", "/x" * 21, "/l?" + "&".join(f"f{n}=1" for n in range(13))],
)
def test_what_repeats_itself_or_only_grows_turns_in_circles(url):
    assert turns_in_circles(HOME + url)


@pytest.mark.parametrize(
    "url", ["/archiv/11/11/11/", "/tin/tin/7", "/kultur/buch/a-b-c-d-7.html?page=2&sort=day"]
)
def test_what_a_paper_has_does_not(url):
    assert not turns_in_circles(HOME + url)
