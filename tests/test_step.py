from __future__ import annotations

import pytest

from newsbot.step import ARTICLE, LISTING, LOST, NEXT_PAGE, Step

HOME = "https://waldbote.test/"


@pytest.mark.parametrize(
    "other",
    [
        Step(url=f"{HOME}a", channel="day"),
        Step(url=HOME, channel="day", method="POST"),
        Step(url=HOME, channel="day", form={"d": "23"}),
    ],
    ids=["url", "method", "form"],
)
def test_steps_differ_by_url_method_and_form(other):
    assert other.address != Step(url=HOME, channel="day").address


def test_steps_to_one_page_are_one_whatever_led_there():
    one, other = Step(url=HOME, channel="seed"), Step(url=HOME, channel="day", quiet=3)

    assert one.address == other.address


@pytest.mark.parametrize(
    ("url", "optional"), [(f"{HOME}robots.txt", True), (f"{HOME}sitemap.xml", False)]
)
def test_only_robots_txt_may_be_missing(url, optional):
    assert Step(url=url, channel="sitemap").is_optional is optional


def test_listings_come_before_articles_and_these_before_the_pages_behind():
    assert LISTING > ARTICLE > NEXT_PAGE > LOST


def test_a_trial_and_a_robots_txt_may_be_missing():
    steps = [
        Step(url=f"{HOME}robots.txt", channel="sitemap"),
        Step(url=HOME, channel="day", trial=True),
        Step(url=HOME, channel="day"),
    ]

    assert [(step.is_optional, step.is_robots) for step in steps] == [
        (True, True),
        (True, False),
        (False, False),
    ]


@pytest.mark.parametrize(
    ("channel", "reason", "told"),
    [
        ("sitemap", "oversized", "listing too long"),
        ("sitemap", "HTTP 404", "HTTP 404"),
        ("section", "oversized", "oversized"),
    ],
)
def test_a_sitemap_that_is_too_large_is_told_as_cut(channel, reason, told):
    assert Step(url=HOME, channel=channel).trouble(reason) == told


@pytest.mark.parametrize(
    ("changes", "is_named"),
    [
        ({}, True),
        ({"via": HOME}, False),
        ({"standing": True}, False),
        ({"via": HOME, "chosen": True}, True),
    ],
)
def test_the_profile_names_a_step_by_its_address_or_by_a_block(changes, is_named):
    assert Step(url=f"{HOME}/huyen/7", channel="section", **changes).is_named is is_named
