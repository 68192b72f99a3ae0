from __future__ import annotations

import json

import pytest

from tests.commands.project import PROFILE, Project

CONTACT = {"NEWSBOT_CONTACT": "tests@newsbot.test"}


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


def test_a_site_that_cannot_be_reached_exits_75_with_one_line(project):
    done = project.crawl("baothaibinh", **CONTACT)

    assert done.returncode == 75
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "baothaibinh: cannot reach baothaibinh.com.vn: name not found (1). Offline? Try: scrapy demo"
    ]


def test_without_contact_a_crawl_exits_2_and_says_how_to_set_it(project):
    done = project.crawl("baothaibinh")

    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "export NEWSBOT_CONTACT=" in done.stderr
    assert project.traces() == []


def test_a_mistyped_site_gets_a_suggestion_and_no_traceback(project):
    done = project.crawl("baothaibin", **CONTACT)

    assert done.returncode == 2
    assert done.stderr == "baothaibin: no site named 'baothaibin'. Did you mean 'baothaibinh'?\n"


def test_a_mistyped_argument_gets_a_suggestion(project):
    done = project.crawl("baothaibinh", "-a", "sinc=2024-10-01", **CONTACT)

    assert done.returncode == 2
    assert "no argument 'sinc'. Did you mean 'since'?" in done.stderr


def test_one_broken_profile_never_stops_another_site(project):
    project.add_site("broken", 'domain = "broken.test"\nlinsk = 1\n')
    project.add_site("down", PROFILE.format(domain="paper.down.test", port=80))

    done = project.crawl("broken", "down", **CONTACT)

    assert done.returncode == 2
    assert sorted(line.partition(":")[0] for line in done.stderr.splitlines()) == ["broken", "down"]


def test_a_refused_connection_does_not_look_like_success(project):
    project.add_site("refused", PROFILE.format(domain="paper.test", port=1))

    done = project.crawl("refused", "--json", **CONTACT)

    assert done.returncode == 75
    assert json.loads(done.stdout)["troubles"] == {"connection refused": 1}


def test_the_users_own_profile_wins_also_from_a_folder_below(project):
    project.add_site("baothaibinh", PROFILE.format(domain="own.down.test", port=80))
    below = project.folder / "notes"
    below.mkdir()
    project.folder = below

    done = project.crawl("baothaibinh", **CONTACT)

    assert "cannot reach own.down.test" in done.stderr


@pytest.mark.parametrize("command", [("list",), ("fetch", "--nolog"), ("parse", "--nolog")])
def test_commands_that_only_look_leave_no_trace(project, command):
    address = () if command == ("list",) else ("http://baothaibinh.com.vn/",)
    project.scrapy(
        *command, *address, "-s", "TWISTED_DNS_RESOLVER=tests.press.resolver.PressResolver"
    )

    assert project.traces() == []
