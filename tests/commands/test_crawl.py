from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from signal import SIGINT

import pytest
import pytest_twisted
from twisted.internet.threads import deferToThread

from newsbot.demo.server import PressServer
from tests.commands.project import CONTACT, PROFILE, QUICKLY, Project
from tests.press import PAPERS, profile_text


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


def test_a_site_that_cannot_be_reached_exits_75_with_one_line(project):
    done = project.crawl("baothaibinh", **CONTACT)

    assert done.returncode == 75
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("baothaibinh: cannot reach baothaibinh.com.vn: name not found")


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


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-s", "FIRST_RUN_DAYS=abc", "baothaibinh"), "FIRST_RUN_DAYS='abc' is no whole number"),
        (("-s", "DATADIR=x", "--all"), "no setting 'DATADIR'. Did you mean 'DATA_DIR'?"),
        (("--all", "baothaibinh"), "give sites or --all, not both"),
        (("-j", "0", "baothaibinh"), "-j takes a number of 1 or more"),
        ((), "name a site, or give --all"),
        (("demo", "--since", "2024-10-01"), "no option --since; give it as -a since=…"),
        (("demo", "--since=2024-10-01"), "give it as -a since=2024-10-01"),
        (("demo", "until=2024-10-01"), "no site until=2024-10-01; give it as -a until=2024-10-01"),
        (("demo", "--fast"), "no option --fast; see scrapy crawl -h"),
    ],
)
def test_a_mistyped_command_exits_2_and_says_why(project, words, said):
    done = project.crawl(*words, **CONTACT)

    assert done.returncode == 2
    assert said in done.stderr


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


@pytest.mark.parametrize(
    ("command", "words"),
    [("fetch", ()), ("parse", ()), ("shell", ("-c", "response.text"))],
    ids=["fetch", "parse", "shell"],
)
@pytest_twisted.ensureDeferred
async def test_commands_that_only_look_leave_no_trace(project, command, words):
    paper = PAPERS["heideblatt"](datetime.now(UTC))
    server = PressServer([paper])
    port = server.listen()
    project.add_site("heideblatt", profile_text("heideblatt", port))
    story = paper.stories[0]
    url = f"http://heideblatt.test:{port}/lokales/{story.slug}-{story.key}.html"

    done = await deferToThread(project.scrapy, command, url, *words, "--nolog", *QUICKLY, **CONTACT)
    await server.stop()

    assert story.key in done.stdout
    assert project.traces() == []


@pytest_twisted.ensureDeferred
async def test_an_interrupted_run_keeps_what_it_had_and_exits_1(project, monkeypatch):
    paper = PAPERS["heideblatt"](datetime.now(UTC))
    server = PressServer([paper])
    project.add_site("heideblatt", profile_text("heideblatt", server.listen()))
    run = project.start("crawl", "heideblatt", *QUICKLY, **CONTACT)
    answer = paper.respond

    def interrupt_in_the_middle(request):
        if len(paper.requests) == 24:
            run.send_signal(SIGINT)
        return answer(request)

    monkeypatch.setattr(paper, "respond", interrupt_in_the_middle)
    stdout, stderr = await deferToThread(run.communicate, timeout=60)
    await server.stop()

    assert (run.returncode, stdout) == (1, "")
    assert stderr == "heideblatt: interrupted (shutdown); the next run goes on\n"
    assert list((project.folder / "data/articles/heideblatt").glob("*.jsonl"))


@pytest_twisted.ensureDeferred
async def test_a_good_run_without_a_terminal_prints_nothing(project):
    server = PressServer([PAPERS["heideblatt"](datetime.now(UTC))])
    project.add_site("heideblatt", profile_text("heideblatt", server.listen()))

    done = await deferToThread(project.crawl, "heideblatt", **CONTACT)
    await server.stop()

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest_twisted.ensureDeferred
async def test_who_looks_is_told_what_a_run_brought_that_was_cut_short(project):
    server = PressServer([PAPERS["heideblatt"](datetime.now(UTC))])
    project.add_site("heideblatt", profile_text("heideblatt", server.listen()))
    short = ("-v", "-s", "CLOSESPIDER_PAGECOUNT=20", *QUICKLY)

    done = await deferToThread(project.scrapy, "crawl", "heideblatt", *short, **CONTACT)
    await server.stop()

    assert (done.returncode, done.stderr) == (
        1,
        "heideblatt: all pages allowed were fetched; the next run goes on\n",
    )
    assert re.match(r"heideblatt: [1-9]\d* new · ", done.stdout)
