from __future__ import annotations

import json

import pytest

from newsbot.tdmrep import Rule, hints, read_rules

HOME = "https://waldbote.test"


def file(*rules):
    return json.dumps(rules).encode()


def test_rules_are_read_in_their_order():
    body = file(
        {"location": "/frei/", "tdm-reservation": 0},
        {"location": "/", "tdm-reservation": 1, "tdm-policy": f"{HOME}/tdm.json"},
    )

    rules = read_rules(body)

    assert rules == (Rule("/frei/", False), Rule("/", True, f"{HOME}/tdm.json"))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"[" * 5000,
        b"[1, null, []]",
        file({"location": 7, "tdm-reservation": 1}),
        file({"location": "/", "tdm-reservation": 2}),
        file({"location": "x" * 501, "tdm-reservation": 1}),
        b" " * 70_000 + file({"location": "/", "tdm-reservation": 1}),
    ],
    ids=lambda body: body[:20],
)
def test_what_is_no_such_file_holds_no_rules(body):
    assert read_rules(body) == ()


def test_a_policy_is_a_url():
    (rule,) = read_rules(file({"location": "/", "tdm-reservation": "1", "tdm-policy": "data:x"}))

    assert rule == Rule("/", True)


@pytest.mark.parametrize("name", ["CCBot", "Google-Extended", "# tdm-reservation: see tdmrep"])
def test_who_names_the_miners_minds_being_mined(name):
    assert hints(f"User-agent: {name}\nDisallow: /".encode())
