from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta

from newsbot import settings
from newsbot.limits import USUAL, Limits


def test_a_setting_stands_for_each_limit():
    told = {name: getattr(settings, name.upper()) for name in asdict(USUAL)}

    assert told == asdict(USUAL)


def test_an_article_may_come_in_as_late_as_a_run_looks_back():
    assert Limits(lookback_days=5).lookback == timedelta(5)
