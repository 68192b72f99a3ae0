from __future__ import annotations

from datetime import date

import pytest

from newsbot.profilekeys import DayPages
from newsbot.state import State
from newsbot.step import Step

HOME = "https://waldbote.test/"
DAYS = DayPages(f"{HOME}tag", "POST", {"d": "{day:%d}"})


@pytest.fixture
def steps():
    return State().steps


@pytest.mark.parametrize(
    "step",
    [
        Step(url=HOME, channel="seed"),
        Step(url=HOME, channel="section", priority=20, after=("7", "8")),
        Step(
            url=HOME,
            channel="day",
            method="POST",
            form={"d": "23"},
            after=(),
            days=DAYS,
            day=date(2024, 10, 23),
            quiet=2,
        ),
        Step(url=HOME, channel="more", more=f"{HOME}?p={{page}}", number=3),
    ],
    ids=["seed", "next page", "day", "more"],
)
def test_a_step_comes_back_as_it_went_in(steps, step):
    steps.add("", step)

    assert list(steps.left("")) == [step]


def test_what_is_done_is_not_left(steps):
    for path in ("a", "b", "c"):
        steps.add("", Step(url=HOME + path, channel="seed"))
    steps.done("", Step(url=f"{HOME}b", channel="day"))

    assert [step.url for step in steps.left("")] == [f"{HOME}a", f"{HOME}c"]


def test_a_run_goes_on_only_with_what_one_asked_the_same_has_left(steps):
    steps.add("since=first", Step(url=HOME, channel="seed"))

    assert list(steps.left("")) == []
    assert len(list(steps.left("since=first"))) == 1


def test_the_same_address_is_one_step(steps):
    steps.add("", Step(url=HOME, channel="seed"))
    steps.add("", Step(url=HOME, channel="day"))

    assert [step.channel for step in steps.left("")] == ["seed"]


def test_an_article_that_is_forgotten_leads_to_no_step_and_stands_in_none(steps):
    steps.add("", Step(url=f"{HOME}artikel/7", channel="section"))
    steps.add("", Step(url=f"{HOME}2", channel="section", after=("7", "8"), via=f"{HOME}artikel/7"))
    steps.add("", Step(url=f"{HOME}3", channel="day", via=HOME))

    steps.forget({"7"}, lambda url: url.endswith("/artikel/7"))

    assert list(steps.left("")) == [
        Step(url=f"{HOME}2", channel="section", after=("8",)),
        Step(url=f"{HOME}3", channel="day", via=HOME),
    ]
