from __future__ import annotations

import pytest
from scrapy.exceptions import UsageError
from scrapy.utils.project import get_project_settings

from newsbot.settingnames import check_names


@pytest.fixture
def settings():
    return get_project_settings()


@pytest.mark.parametrize(
    ("name", "meant"),
    [("DATADIR", "DATA_DIR"), ("data_dir", "DATA_DIR"), ("LOG_LEVL", "LOG_LEVEL")],
    ids=["ours", "small letters", "Scrapy's"],
)
def test_a_slip_of_a_name_on_the_command_line_is_told(settings, name, meant):
    settings.set(name, "x", priority="cmdline")

    with pytest.raises(UsageError, match=f"no setting '{name}'. Did you mean '{meant}'"):
        check_names(settings)


@pytest.mark.parametrize("name", ["DATA_DIR", "LOG_LEVEL", "ELASTIC_HOST"])
def test_a_known_name_and_one_of_an_extension_pass(settings, name):
    settings.set(name, "x", priority="cmdline")

    assert check_names(settings) is None


def test_a_settings_module_may_name_what_it_likes(settings):
    settings.set("DATADIR", "x", priority="project")

    assert check_names(settings) is None
