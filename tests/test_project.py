from __future__ import annotations

from scrapy.settings import Settings

from newsbot.project import data_folder, profile_folders, project_folder
from newsbot.sitefiles import PACKAGED


def test_the_project_is_the_folder_of_the_nearest_scrapy_cfg(tmp_path, monkeypatch):
    (tmp_path / "scrapy.cfg").touch()
    below = tmp_path / "notes" / "2024"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)

    assert project_folder() == tmp_path


def test_without_a_scrapy_cfg_the_working_folder_is_the_project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("newsbot.project.closest_scrapy_cfg", lambda: "")

    assert project_folder() == tmp_path


def test_the_users_own_profiles_come_before_the_packaged_ones(tmp_path, monkeypatch):
    (tmp_path / "scrapy.cfg").touch()
    monkeypatch.chdir(tmp_path)

    assert profile_folders() == [tmp_path / "sites", PACKAGED]


def test_the_data_folder_is_seen_from_the_project(tmp_path, monkeypatch):
    (tmp_path / "scrapy.cfg").touch()
    monkeypatch.chdir(tmp_path)

    assert data_folder(Settings({"DATA_DIR": "data"})) == tmp_path / "data"
    assert data_folder(Settings({"DATA_DIR": "/srv/news"})).as_posix() == "/srv/news"
