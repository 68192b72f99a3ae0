"""What newsbot never does with what comes from outside, read from its own source."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.test_house import MODULES, imports, name_of

# Each makes code of data, or trusts data to be what it says it is.
UNSAFE = {"pickle", "cPickle", "_pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib"}
UNSAFE |= {"yaml", "ruamel", "code", "codeop", "runpy", "imp", "ctypes", "jsonpickle", "dbm"}
STARTS_PROGRAMS = {"subprocess", "pty", "commands", "popen2"}
CODE = {"eval", "exec", "compile", "__import__", "execfile", "input"}
SHELL = {"system", "popen", "execv", "execve", "execvp", "spawnl", "spawnv", "startfile"}
# The demo's paper is served as pages of its own; no other module writes a form that a program of
# another's would run: no page, no table for a spreadsheet.
WRITES = {"csv", "jinja2", "xlsxwriter", "openpyxl", "mako"}


def calls(path):
    """Return the names of all functions that *path* calls, those of modules without these."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    called = [node.func for node in nodes if isinstance(node, ast.Call)]
    plain = {call.id for call in called if isinstance(call, ast.Name)}
    return plain, {call.attr for call in called if isinstance(call, ast.Attribute)}


def roots(path):
    return {module.partition(".")[0] for module in imports(path)}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_is_unpickled_and_no_yaml_is_loaded(path):
    assert roots(path) & UNSAFE == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_text_becomes_code_and_no_program_is_started(path):
    plain, of_modules = calls(path)

    assert plain & CODE == set()
    assert of_modules & (SHELL) == set()
    assert roots(path) & STARTS_PROGRAMS == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_one_door_leads_to_the_terminal(path):
    plain, _ = calls(path)

    assert ("print" in plain) == (name_of(path) == "newsbot.terminal")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_writes_a_table_for_a_spreadsheet_or_a_page_for_a_browser(path):
    texts = {
        node.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }

    assert roots(path) & WRITES == set()
    assert not any(text.endswith((".csv", ".tsv", ".xlsx")) for text in texts)
    if not name_of(path).startswith("newsbot.demo"):
        assert not any(text.lstrip().lower().startswith("<!doctype") for text in texts)


def test_the_test_sees_what_it_looks_for(tmp_path):
    path = Path(tmp_path / "one.py")
    path.write_text("import pickle\nimport os\nos.system(eval(input()))\n")

    assert roots(path) & UNSAFE == {"pickle"}
    assert calls(path) == ({"eval", "input"}, {"system"})
