from __future__ import annotations

from dataclasses import asdict

from newsbot import settings
from newsbot.limits import USUAL


def test_the_limits_are_by_default_what_the_settings_say():
    told = {name: getattr(settings, name.upper()) for name in asdict(USUAL)}

    assert told == asdict(USUAL)
