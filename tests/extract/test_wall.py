from __future__ import annotations

import pytest

from newsbot.extract.wall import asks_consent, read_wall
from tests.extract.layouts import layout_of

BANNER = "We and our partners use cookies. Accept all or manage preferences."


def wall(html, names=("",), body=""):
    layout = layout_of(html)
    return read_wall(layout.tree, layout.lines, names, body)


def test_consent_is_asked_for_in_several_of_its_words():
    assert asks_consent("accept all reject all manage cookies")
    assert not asks_consent("accept all reject all")


def test_a_page_without_a_body_asks_for_consent_with_all_it_says():
    assert wall(f"<p>{BANNER}</p>") == "a consent page"


def test_one_whose_body_is_about_something_else_asks_for_nothing():
    assert wall(f"<p>{BANNER}</p>", body="The bridge is closed.") is None


ASKED = "<p>We respect your privacy.</p><p>Cookies measure our ads.</p>"


@pytest.mark.parametrize(
    "button",
    ["<button>Accept</button>", "<p>Accept all</p>", "<input type=submit value='I agree'>"],
)
def test_a_request_with_a_choice_asks_for_consent(button):
    assert wall(ASKED + button, body="We respect your privacy. Cookies.") == "a consent page"
    assert wall(ASKED + button) == "a consent page"


@pytest.mark.parametrize(
    "said",
    ["214 partners", "876 unserer Partner", "214社のパートナー", "214 đối tác", "214家合作伙伴"],
)
def test_those_who_read_along_are_told_in_numbers(said):
    assert wall("<button>OK</button><a>Accept all</a>", body=f"{said} cookie") == "a consent page"


def test_a_request_without_a_choice_is_a_statement():
    assert wall(f"{ASKED}<button>Subscribe</button><p>They accept it.</p>") is None


def test_what_says_more_than_a_wall_is_none():
    assert wall(f"<p>{BANNER}</p><p>{'The bridge is closed. ' * 400}</p>") is None


@pytest.mark.parametrize(
    ("names", "found"),
    [(("Access denied",), "a bot check"), (("The river",), None)],
    ids=["its name", "another"],
)
def test_one_word_of_a_check_is_told_by_the_name_and_the_markup(names, found):
    challenge = '<script src="https://captcha.test/v1.js"></script><p>Ray.</p>'

    assert wall(challenge, names) == found
    assert wall("<p>Ray.</p>", names) is None


@pytest.mark.parametrize(
    ("kind", "name", "found"),
    [
        ("password", "Sign in to the Herald", "a login page"),
        ("password", "Login - Herald", "a login page"),
        ("email", "Login", "a login page"),
        ("email", "Sign in to the Herald", None),
        ("password", "Entrar na água fria", None),
        ("text", "Login", None),
    ],
)
def test_a_login_has_a_name_and_a_form(kind, name, found):
    assert wall(f"<form><input type={kind}></form>", ("", name)) == found
