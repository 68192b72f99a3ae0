"""What SECURITY.md says is done is there to be done."""

from __future__ import annotations

import re

import pytest

from tests.test_house import ROOT

TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
_, _, TABLE = TEXT.partition("\n| attack |")
ROWS = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", TABLE.partition("\n\n")[0], re.MULTILINE)


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`(tests/[\w/.]+)`", TEXT))))
def test_the_tests_that_it_names_are_there(path):
    assert (ROOT / path).exists()


def test_every_kind_of_attack_is_shown_by_a_test():
    assert len(ROWS) > 10
    assert all("`tests/" in shown for _, _, shown in ROWS)


def test_the_make_targets_that_it_names_are_there():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    targets = re.findall(r"`make (\w+)`", TEXT)

    assert targets
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)


def test_the_readme_leads_to_it():
    assert "](SECURITY.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
