from __future__ import annotations

import pytest

from newsbot.reasons import remedy, will_pass


@pytest.mark.parametrize(
    ("reason", "passes"),
    [
        ("HTTP 503", True),
        ("HTTP 500", True),
        ("HTTP 429", True),
        ("HTTP 403", True),
        ("HTTP 404", False),
        ("HTTP 410", False),
        ("HTTP 451", False),
        ("timed out", True),
        ("name not found", True),
        ("forbidden by robots.txt", False),
        ("oversized", False),
        ("malformed", False),
        ("private address", False),
        ("address in disguise", False),
        ("redirected off site", False),
        ("certificate not trusted", False),
        ("robots.txt: oversized", False),
        ("robots.txt: redirected, private address", False),
        ("robots.txt: redirected, timed out", True),
        ("robots.txt: timed out", True),
        ("robots.txt: HTTP 500", True),
    ],
)
def test_it_is_known_what_may_pass(reason, passes):
    assert will_pass(reason) is passes


@pytest.mark.parametrize(
    ("reasons", "hint"),
    [
        ({"private address", "certificate not trusted"}, "-s ALLOW_PRIVATE_HOSTS=1"),
        ({"certificate not trusted"}, "verify_tls = false in sites/waldbote.toml"),
        ({"robots.txt: oversized"}, "tell the paper"),
        ({"HTTP 404"}, "check its seeds in sites/waldbote.toml"),
    ],
)
def test_what_lasts_can_be_remedied(reasons, hint):
    assert hint in remedy(reasons, "waldbote")


@pytest.mark.parametrize(
    ("wall", "passes"), [("a consent page", False), ("a maintenance page", True)]
)
def test_of_walls_maintenance_passes_by_itself(wall, passes):
    assert will_pass(wall) is passes


def test_what_to_do_about_a_wall_is_to_ask_the_paper():
    assert "ask the paper" in remedy(["timed out", "a consent page"], "waldbote")
