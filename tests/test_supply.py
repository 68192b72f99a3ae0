"""What is installed: nothing but what is pinned, and nothing with a weakness that is known."""

from __future__ import annotations

import json
import re
import sys

import pytest

from bench.audit import ask, judge
from tests.test_house import MODULES, ROOT, imports

LOCKED = sorted(ROOT.glob("requirements*.txt"))
# The first version without an advisory that a crawler must fear.
FLOORS = {
    "scrapy": (2, 17),  # GHSA-cwxj-rr6w-m6w7 (2.14.2), GHSA-76g3-c3x4-crvx (2.17.0)
    "twisted": (26, 4),  # CVE-2026-42304
    "lxml": (6, 1),  # XML entities by default in iterparse
    "brotli": (1, 2),  # bombs: without it Scrapy can't stop a decoder (CVE-2025-6176)
}


def name_of(path):
    return path.stem


def pins(path):
    """Return the blocks of the file at *path* by the names of their packages."""
    text = re.sub(r"^#.*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    blocks = re.split(r"\n(?=\S)", text.strip())
    return {re.match(r"[\w.-]+", block)[0].lower(): block for block in blocks}


def version_of(block):
    return tuple(map(int, re.search(r"==(\d+(?:\.\d+)*)", block)[1].split(".")))


@pytest.mark.parametrize("path", LOCKED, ids=name_of)
def test_every_version_is_pinned_with_the_hashes_of_its_files(path):
    assert pins(path)
    for block in pins(path).values():
        assert re.match(r"[\w.\[\],-]+==[^\s;]+", block), block
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", block), block


@pytest.mark.parametrize("path", LOCKED, ids=name_of)
def test_no_version_lies_below_the_floor_that_is_safe(path):
    found = {name: version_of(block) for name, block in pins(path).items() if name in FLOORS}

    assert all(version >= FLOORS[name] for name, version in found.items())


def test_a_crawl_stands_on_all_of_them():
    assert FLOORS.keys() <= pins(ROOT / "requirements.txt").keys()


def required(path):
    """Return the names of the packages that the file at *path* asks for."""
    return re.findall(r"^[a-z][\w.-]*", path.read_text(encoding="utf-8"), re.MULTILINE)


def test_whatever_is_imported_is_asked_for():
    names = {name.partition(".")[0] for path in MODULES for name in imports(path)}
    foreign = names - sys.stdlib_module_names - {"newsbot", "compression", "_typeshed"}

    assert foreign
    assert foreign <= {name.partition(".")[0] for name in required(ROOT / "requirements.in")}


@pytest.mark.parametrize("path", sorted(ROOT.glob("requirements*.in")), ids=name_of)
def test_every_part_has_its_reason(path):
    table = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("## The parts")[2]
    parts = {
        part for row in re.findall(r"^\| (.+?) \|", table, re.MULTILINE) for part in row.split(", ")
    }

    assert required(path)
    assert set(required(path)) <= parts


@pytest.mark.parametrize("path", LOCKED, ids=name_of)
def test_a_file_names_no_other_source_of_packages(path):
    text = path.read_text(encoding="utf-8")

    assert not re.search(r"^--|index-url|find-links|://| @ ", text, re.MULTILINE)


def answer(*advisories):
    package = {"name": "lxml", "version": "4.6.1", "vulns": list(advisories)}
    return json.dumps({"dependencies": [package], "fixes": []})


ADVISORY = {"id": "GHSA-0", "fix_versions": ["4.6.2"]}


@pytest.mark.parametrize(
    ("answers", "code", "told"),
    [
        pytest.param([answer()], 0, "1 packages, 0 advisories", id="none known"),
        pytest.param([answer(ADVISORY)], 1, "lxml 4.6.1: GHSA-0, fixed in 4.6.2", id="one known"),
        pytest.param([""], 75, "not audited, for the database could not", id="no network"),
        pytest.param(["", answer(ADVISORY)], 1, "GHSA-0", id="the worst wins"),
        pytest.param(["", answer()], 75, "not audited", id="a share is not all"),
    ],
)
def test_an_audit_that_could_not_ask_is_no_good_news(capsys, answers, code, told):
    assert judge({f"requirements-{n}.txt": one for n, one in enumerate(answers)}) == code
    assert told in capsys.readouterr().out


def test_without_the_program_that_asks_nothing_is_known(tmp_path, capsys):
    told = ask(ROOT / "requirements.txt", tmp_path / "pip-audit")

    assert judge({"requirements.txt": told}) == 75
    assert "run make audit" in capsys.readouterr().err
