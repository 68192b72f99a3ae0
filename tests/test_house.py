"""The house rules that no linter knows."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "newsbot").rglob("*.py"))
_CORE = """
    addresses archive budgets changes copies.alignment copies.frames copies.likeness counts
    copies.shingles corpus dates errorpage exceptions extract fingerprint fontcodes items ledger
    limits metas mojibake pace pages patience patterns profile profilekeys reasons restoration
    rhythm robots schedule sitefiles sitemapbounds step suspicion tally tdmrep text tracking urls
    validator versions visit window wishes
"""
CORE = tuple(_CORE.split())
SHELL = ("scrapy", "twisted", *(f"newsbot.{name}" for name in ("spiders", "pipelines", "commands")))
SHELL += tuple(f"newsbot.{name}" for name in ("middlewares", "crew", "frontier", "run", "state"))
SHELL += ("newsbot.demo", "newsbot.walk", "newsbot.report", "newsbot.verdict")
CLOCK = re.compile(
    r"\b(?:datetime\.(?:now|utcnow)|date(?:time)?\.today|time\.(?:time|monotonic)|perf_counter)\("
)
WITHOUT_MIRROR = {"__init__", "settings", "exceptions"}


def name_of(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(path):
    """Return the names of all modules that *path* imports, wherever in it and for whatever."""
    return names_in(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


@cache
def at_start(path):
    """Return the names of the modules, ours and others, that are imported when *path* is."""
    return names_in(ast.parse(path.read_text(encoding="utf-8")).body)


def names_in(nodes):
    nodes = list(nodes)
    plain = {alias.name for n in nodes if isinstance(n, ast.Import) for alias in n.names}
    return plain | {n.module for n in nodes if isinstance(n, ast.ImportFrom) and n.module}


def inside(module, packages):
    return any(module == package or module.startswith(f"{package}.") for package in packages)


PATHS = {name_of(path): path for path in MODULES}
core = [path for path in MODULES if inside(name_of(path), [f"newsbot.{name}" for name in CORE])]
mirrored = [path for path in MODULES if path.stem not in WITHOUT_MIRROR]


@pytest.mark.parametrize("path", core, ids=name_of)
def test_the_core_knows_no_crawler(path):
    assert {module for module in imports(path) if inside(module, SHELL)} == set()


@pytest.mark.parametrize("path", core, ids=name_of)
def test_nor_does_what_the_core_imports(path):
    known, found = set(), at_start(path)
    while found - known:
        known |= found
        found = {name for one in found if one in PATHS for name in at_start(PATHS[one])}

    assert {module for module in known if inside(module, SHELL)} == set()


@pytest.mark.parametrize("path", core, ids=name_of)
def test_the_core_knows_no_clock(path):
    assert not CLOCK.search(path.read_text(encoding="utf-8"))


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
