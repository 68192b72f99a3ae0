"""The README says what the code does: its tables are compared with the code's own."""

from __future__ import annotations

import dataclasses
import pkgutil
import re
import tomllib
from pathlib import Path

import pytest
from scrapy.settings import default_settings

from newsbot import commands, report, settings, verdict
from newsbot.items import FIELDS as RECORD
from newsbot.profile import parse_profile
from newsbot.profilekeys import FIELDS, LINKS, TOP
from newsbot.sitefiles import PACKAGED, site_files

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def table(head):
    """Return the first column of the table that begins with the column *head*."""
    _, _, rest = README.partition(f"\n| {head} |")
    rows = rest.split("\n\n")[0].splitlines()[2:]
    return [re.split(r"(?<!\\)\|", row)[1].strip().strip("`") for row in rows]


def defaults(head):
    """Return the second column of that table by the first."""
    _, _, rest = README.partition(f"\n| {head} |")
    rows = (row.split("|") for row in rest.split("\n\n")[0].splitlines()[2:])
    return {row[1].strip(" `"): row[2].strip(" `") for row in rows}


def own_settings():
    names = {name for name in vars(settings) if name.isupper()}
    return {name: getattr(settings, name) for name in names - set(vars(default_settings))}


def test_every_field_of_the_record_stands_in_its_place():
    assert table("field") == list(RECORD)


def test_every_key_of_a_profile_is_told():
    links = [f"links.{key}" for key in LINKS]
    assert table("key") == [*TOP, *links, *(f"fields.{key}" for key in FIELDS)]


def test_every_command_is_told():
    modules = {module.name for module in pkgutil.iter_modules(commands.__path__)}
    assert {words.split()[0] for words in table("command")} == modules


def test_every_exit_code_is_told():
    codes = {value for name, value in vars(verdict).items() if name in CODES}
    assert {int(code) for code in table("code")} == codes


CODES = {"FINE", "PARTLY", "MISTYPED", "PERSON", "DISK", "LATER"}


def test_every_setting_of_our_own_is_told_with_its_default():
    told = {name: value for name, value in defaults("setting").items() if name != "CONTACT"}
    own = {name: str(value) for name, value in own_settings().items() if name != "CONTACT"}
    assert told == own


def test_every_packaged_site_is_shown():
    shown = README.partition("$ .venv/bin/scrapy list\n")[2].partition("$")[0]
    assert shown.split() == sorted(site_files([PACKAGED]))


def test_every_field_of_a_report_is_told():
    told = {name for cell in table("in the report") for name in re.findall(r"\w+", cell)}
    assert told == {field.name for field in dataclasses.fields(report.Report)}


def test_the_profile_that_the_readme_shows_is_sound():
    (toml,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)

    profile = parse_profile("waldbote", toml.encode(), [])

    assert profile.article_key("https://waldbote.example/lokales/markt-7.html") == "7"


@pytest.mark.parametrize("target", re.findall(r"^\$ make (\w+)$", README, re.MULTILINE))
def test_every_make_command_shown_is_a_target(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE)


def test_the_version_is_the_same_in_both_places():
    from newsbot import __version__

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert project["project"]["version"] == __version__
