from __future__ import annotations

import pytest
from scrapy.settings import Settings

from newsbot import settings
from newsbot.exceptions import SettingError
from newsbot.options import read_options
from newsbot.run import utc_now


def options(**changes):
    project = Settings()
    project.setmodule(settings)
    project.setdict(changes, priority="cmdline")
    return read_options(project)


def test_the_projects_own_settings_can_be_meant():
    sound = options()

    assert sound.limits.first_run_days == settings.FIRST_RUN_DAYS
    assert (sound.clock, sound.keep) == (utc_now, False)


def test_a_setting_given_as_a_text_is_a_number():
    assert options(RUN_MAX_SECONDS="60").run_max_seconds == 60


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("FIRST_RUN_DAYS", "abc", "FIRST_RUN_DAYS='abc' is no whole number"),
        ("FIRST_RUN_DAYS", -5, "FIRST_RUN_DAYS=-5 must lie between 0 and"),
        ("LOOKBACK_DAYS", 99999999, "LOOKBACK_DAYS=99999999 must lie between"),
        ("RUN_MAX_SECONDS", "soon", "RUN_MAX_SECONDS='soon' is no whole number"),
        ("RUN_MAX_SECONDS", 0, "RUN_MAX_SECONDS=0 must lie between 1"),
        ("RUN_MAX_SECONDS", 10**12, "RUN_MAX_SECONDS=1000000000000 must lie between 1"),
        ("RENDER_SECONDS", "often", "RENDER_SECONDS='often' is no whole number"),
        ("DOWNLOAD_TIMEOUT", "soon", "DOWNLOAD_TIMEOUT='soon' is no number of seconds"),
        ("DISK_FLOOR_BYTES", "1GiB", "DISK_FLOOR_BYTES='1GiB' is no whole number"),
        ("CONTACT", "nobody", "CONTACT='nobody' reaches nobody"),
        ("CONTACT", "a@b.example\r\nX: 1", "reaches nobody"),
        ("ALLOW_PRIVATE_HOSTS", "10.0.0.0/99", "'10.0.0.0/99' is neither a host name nor"),
        ("CLOCK", "foo.bar", "CLOCK='foo.bar' is no function"),
    ],
)
def test_a_setting_that_cant_be_meant_is_named(name, value, words):
    with pytest.raises(SettingError, match=words):
        options(**{name: value})
