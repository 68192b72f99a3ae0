from __future__ import annotations

import io
import json
import shutil
from contextlib import closing

import pytest

from newsbot.commands.show import printout
from newsbot.printout import Printout
from newsbot.state import State
from tests.commands.project import Project


@pytest.fixture
def show(project):
    """Type the command, and return what it printed and its exit code."""
    return lambda *words: project.scrapy("show", *words, "-s", "DATA_DIR=demo-data")


@pytest.fixture(scope="module")
def edited(project):
    """The record of the article that the paper has edited."""
    return next(record for record in records(project) if record["revision"] == 2)


def lines(project):
    paths = sorted((project.folder / "demo-data/articles/demo").glob("*.jsonl"))
    return [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def records(project):
    return [json.loads(line) for line in lines(project)]


def test_an_article_is_shown_whole_without_a_terminal_each_paragraph_in_one_line(show, edited):
    done = show(edited["id"])

    printed = done.stdout.splitlines()
    assert (done.returncode, done.stderr, printed[0]) == (0, "", edited["headline"])
    assert {edited["description"], *edited["body"].split("\n\n")} <= set(printed)
    assert "revision    2 of 2" in printed
    assert printed[-1] == f"revision 2 fetched {edited['fetched_at']}"


def test_an_address_leads_to_its_article(show, edited):
    done = show(edited["url"], "--json")

    assert json.loads(done.stdout)["id"] == edited["id"]


def test_its_line_is_that_of_its_file(show, project, edited):
    assert show(edited["id"], "--json").stdout.rstrip("\n") in lines(project)


def test_an_earlier_revision_is_shown(show, edited):
    done = show(edited["id"], "--revision", "1", "--json")

    assert (json.loads(done.stdout)["revision"], done.returncode) == (1, 0)


def test_what_changed_is_shown_by_words(show, edited):
    done = show(edited["id"], "--diff")

    assert (done.returncode, done.stderr) == (0, "")
    assert "  body, paragraph 1\n" in done.stdout
    assert "phiên đầu tiên có [-38-]{+42+} gian hàng" in done.stdout


def test_what_changed_can_be_read_by_a_machine(show, edited):
    told = json.loads(show(edited["id"], "--diff", "--json").stdout)

    (step,) = told["revisions"]
    (change,) = step["changes"]
    assert (told["id"], step["revision"]) == (edited["id"], 2)
    assert step["fetched_at"] == edited["fetched_at"]
    assert (change["field"], change["paragraph"]) == ("body", 1)
    assert change["after"] == change["before"].replace("38", "42")


def test_a_withdrawn_article_is_shown_as_such(show, project):
    gone = next(record for record in records(project) if record["status"] == "withdrawn")

    done = show(gone["id"])

    assert f"status      withdrawn since {gone['withdrawn_at']}\n" in done.stdout


def test_it_is_shown_while_a_run_is_at_work(show, project, edited):
    with closing(State(project.folder / "demo-data/state/demo.sqlite")):
        done = show(edited["id"])

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["demo/10120"], "demo: no article 'demo/10120' is kept. Did you", id="id"),
        pytest.param(["demo/x"], "demo: no article 'demo/x' is kept. Ids: jq .id ", id="far off"),
        pytest.param(["dmo/1012"], "'dmo' has never been crawled. Did you mean 'demo'?", id="site"),
        pytest.param(["1012"], "'1012' is no id: ", id="no id"),
        pytest.param(["http://heir.test/1"], "no site that was ever crawled owns ", id="stranger"),
        pytest.param(["http://127.0.0.1/"], "demo: http://127.0.0.1/ is not the ", id="front page"),
        pytest.param(["demo/1012", "--revision", "3"], "demo: there is no revision 3", id="number"),
    ],
)
def test_what_is_not_kept_is_told_in_one_line(show, words, said):
    done = show(*words)

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith(said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param([], "name one article", id="nothing"),
        pytest.param(["demo/1", "demo/2"], "name one article", id="two"),
        pytest.param(["demo/1", "--patch"], "no option --patch", id="an option unknown"),
        pytest.param(["demo/1", "--diff", "--revision", "1"], "not allowed with", id="both"),
    ],
)
def test_what_can_not_be_meant_is_told(show, words, said):
    done = show(*words)

    assert done.returncode == 2
    assert said in done.stderr


def test_of_a_site_never_crawled_no_trace_is_made(tmp_path):
    project = Project(tmp_path)

    done = project.scrapy("show", "demo/1012")

    assert (done.returncode, project.traces()) == (2, [])


def test_what_was_taken_down_is_not_shown(project, tmp_path, edited):
    data = shutil.copytree(project.folder / "demo-data", tmp_path / "data")
    where = ("-s", f"DATA_DIR={data}")
    project.scrapy("purge", "--id", edited["id"], "--reason", "asked to", *where)

    told = [project.scrapy("show", name, *where) for name in (edited["id"], edited["url"])]

    assert [done.returncode for done in told] == [2, 2]
    assert [done.stderr for done in told] == [
        f"demo: {name} was taken down\n" for name in (edited["id"], edited["url"])
    ]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


@pytest.mark.parametrize(("no_color", "is_coloured"), [("", True), ("1", False)])
def test_a_terminal_has_a_width_and_colours_unless_they_are_not_wanted(
    monkeypatch, no_color, is_coloured
):
    monkeypatch.setattr("sys.stdout", Terminal())
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.setenv("NO_COLOR", no_color)

    assert vars(printout()) == vars(Printout(30, is_coloured=is_coloured))


def test_a_pipe_has_neither(monkeypatch):
    monkeypatch.setattr("sys.stdout", io.StringIO())

    assert vars(printout()) == vars(Printout())


def test_where_the_ids_are_is_told_by_the_folder_that_they_lie_in(show, project):
    done = show("demo/x")

    corpus = project.folder / "demo-data" / "articles" / "demo"
    assert done.stderr.endswith(f" Ids: jq .id {corpus}/*.jsonl\n")
