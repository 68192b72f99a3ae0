"""The house rules that no linter knows."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "newsbot").rglob("*.py"))
CORE = (
    *(
        "addresses",
        "profile",
        "profilekeys",
        "pages",
        "extract",
        "dates",
        "text",
        "mojibake",
        "fontcodes",
        "restoration",
        "urls",
        "fingerprint",
        "versions",
    ),
    *(
        "sitefiles",
        "corpus",
        "window",
        "schedule",
        "rhythm",
        "step",
        "items",
        "exceptions",
        "changes",
        "ledger",
        "copies.shingles",
        "copies.likeness",
        "copies.alignment",
    ),
)
SHELL = ("scrapy", "twisted", *(f"newsbot.{name}" for name in ("spiders", "pipelines", "commands")))
SHELL += tuple(f"newsbot.{name}" for name in ("middlewares", "crew", "frontier", "run", "state"))
SHELL += ("newsbot.demo", "newsbot.walk", "newsbot.report", "newsbot.verdict")
WITHOUT_MIRROR = {"__init__", "settings", "exceptions"}


def name_of(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(path):
    """Return the names of all modules that *path* imports, wherever in it and for whatever."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name for n in nodes if isinstance(n, ast.Import) for alias in n.names}
    return plain | {n.module for n in nodes if isinstance(n, ast.ImportFrom) and n.module}


def inside(module, packages):
    return any(module == package or module.startswith(f"{package}.") for package in packages)


core = [path for path in MODULES if inside(name_of(path), [f"newsbot.{name}" for name in CORE])]
mirrored = [path for path in MODULES if path.stem not in WITHOUT_MIRROR]


@pytest.mark.parametrize("path", core, ids=name_of)
def test_the_core_knows_no_crawler(path):
    assert {module for module in imports(path) if inside(module, SHELL)} == set()


@pytest.mark.parametrize("path", mirrored, ids=name_of)
def test_every_module_has_its_mirror_in_tests(path):
    folder = path.relative_to(ROOT / "newsbot").parent

    assert (ROOT / "tests" / folder / f"test_{path.name}").exists()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_file_is_short_and_hides_nothing_from_the_linters(path):
    text = path.read_text(encoding="utf-8")

    assert len(text.splitlines()) <= 250
    assert not re.search(r"noqa|type: ?ignore|TODO|FIXME", text)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_named_by_what_it_holds(path):
    assert path.stem not in {"utils", "util", "helpers", "common", "base", "manager", "misc"}
