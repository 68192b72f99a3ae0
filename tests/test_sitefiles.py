from __future__ import annotations

import pytest

from newsbot.sitefiles import PACKAGED, SHARED, STATE, is_site, site_files, state_file, state_files


def test_every_profile_of_a_folder_is_a_site(tmp_path):
    (tmp_path / "platforms").mkdir()
    (tmp_path / "platforms/cms.toml").touch()
    (tmp_path / "waldbote.toml").touch()

    assert site_files([tmp_path]) == {"waldbote": tmp_path / "waldbote.toml"}


def test_a_folder_that_is_not_there_holds_no_site(tmp_path):
    assert site_files([tmp_path / "sites"]) == {}


def test_the_file_of_an_earlier_folder_wins(tmp_path):
    (tmp_path / "baothaibinh.toml").touch()

    assert site_files([tmp_path, PACKAGED])["baothaibinh"] == tmp_path / "baothaibinh.toml"


def test_a_site_has_a_state_once_its_file_is_there(tmp_path):
    (tmp_path / STATE).mkdir()
    for name in ("hosts.sqlite", "waldbote.lock"):
        (tmp_path / STATE / name).touch()
    before = state_files(tmp_path)
    state_file(tmp_path, "waldbote").touch()

    assert before == {}
    assert state_files(tmp_path) == {"waldbote": tmp_path / "state/waldbote.sqlite"}


ODD = ["", "..", "../x", "a/b", "a\\b", "a.b", "Waldbote", "báo", "-x", "a b", "a\n", "a\x1b"]


@pytest.mark.parametrize("name", [*ODD, "x" * 41, *sorted(SHARED)], ids=ascii)
def test_no_file_is_named_by_what_is_no_site(name):
    assert not is_site(name)


@pytest.mark.parametrize("name", ["waldbote", "24h", "phuyen-baodaklak", "x" * 40])
def test_a_site_is_named_by_letters_figures_and_hyphens(name):
    assert is_site(name)


def test_every_packaged_file_names_a_site():
    assert all(map(is_site, site_files([PACKAGED])))
