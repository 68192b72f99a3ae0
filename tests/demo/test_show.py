from __future__ import annotations

import pytest

from newsbot.demo.show import MARKER, demo_spider, empty, keep_profile
from newsbot.exceptions import SettingError
from newsbot.profile import read_profile


def test_a_folder_that_is_not_there_is_made_and_marked(tmp_path):
    empty(tmp_path / "demo-data").close()

    assert [path.name for path in (tmp_path / "demo-data").iterdir()] == [MARKER]


def test_a_folder_of_an_earlier_demo_is_emptied(tmp_path):
    (tmp_path / MARKER).touch()
    (tmp_path / "articles").mkdir()

    empty(tmp_path).close()

    assert [path.name for path in tmp_path.iterdir()] == [MARKER]


def test_a_folder_of_somebody_elses_is_refused(tmp_path):
    (tmp_path / "thesis.txt").touch()

    with pytest.raises(SettingError, match="was not made by the demo"):
        empty(tmp_path)
    assert (tmp_path / "thesis.txt").exists()


def test_the_bundled_paper_is_crawled_on_the_port_it_is_served_on():
    profile = demo_spider(8080).profile

    assert profile.links.seeds == ("http://127.0.0.1:8080/",)
    assert profile.article_key("http://127.0.0.1:8080/2026/11/cho-phien-7/") == "7"


def test_its_profile_lies_with_what_is_kept_of_it(tmp_path):
    keep_profile(tmp_path, 8080)

    profile = read_profile("demo", [tmp_path / "sites"])
    assert profile == demo_spider(8080).profile


def test_a_folder_that_another_demo_works_in_is_left_alone(tmp_path):
    folder = tmp_path / "demo-data"

    with empty(folder), pytest.raises(SettingError, match="another demo is at work"):
        empty(folder)
