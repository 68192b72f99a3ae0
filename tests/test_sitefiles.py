from __future__ import annotations

from newsbot.sitefiles import PACKAGED, site_files


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
