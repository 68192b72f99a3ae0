from __future__ import annotations

import pytest
from scrapy import Request
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoaderProtocol, get_spider_loader

from newsbot.exceptions import ProfileError
from newsbot.sitefiles import PACKAGED
from newsbot.spiderloader import ProfileSpiderLoader
from newsbot.spiders.news import NewsSpider
from tests.commands.project import Project


@pytest.fixture
def loader(tmp_path):
    (tmp_path / "waldbote.toml").write_text('domain = "waldbote.test"\ndelay = 5\n')
    (tmp_path / "broken.toml").write_text("domain =")
    return ProfileSpiderLoader([tmp_path])


def test_it_is_what_scrapy_asks_for():
    found = get_spider_loader(Settings({"SPIDER_LOADER_CLASS": ProfileSpiderLoader}))

    assert isinstance(found, ProfileSpiderLoader)
    assert {name for name in vars(SpiderLoaderProtocol) if name[0] != "_"} <= set(dir(found))


def test_a_site_is_listed_by_its_file_sound_or_not(loader):
    assert loader.list() == ["broken", "waldbote"]


def test_a_spider_bears_its_sites_name_and_profile(loader):
    spider = loader.load("waldbote")

    assert issubclass(spider, NewsSpider)
    assert (spider.name, spider.profile.domain) == ("waldbote", "waldbote.test")


def test_a_broken_profile_is_told_when_its_site_is_wanted(loader):
    with pytest.raises(ProfileError, match=r"broken\.toml: not TOML"):
        loader.load("broken")


def test_a_url_finds_its_site_whatever_else_is_broken(loader):
    assert loader.find_by_request(Request("https://www.waldbote.test/a")) == ["waldbote"]
    assert loader.find_by_request(Request("https://kurier.test/a")) == []


def test_the_profiles_settings_become_its_spiders(loader):
    settings = Settings()

    loader.load("waldbote").update_settings(settings)

    assert settings.getfloat("DOWNLOAD_DELAY") == 5
    assert settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES") is True


@pytest.mark.parametrize("site", ProfileSpiderLoader([PACKAGED]).list())
def test_every_packaged_site_loads(site):
    assert ProfileSpiderLoader([PACKAGED]).load(site).profile.links.seeds


def test_a_list_of_the_sites_loads_nothing_that_a_crawl_needs(tmp_path):
    run = Project(tmp_path).start("list", PYTHONPROFILEIMPORTTIME="1")

    _, told = run.communicate(timeout=60)

    loaded = {line.rpartition("|")[2].strip() for line in told.splitlines()}
    assert "newsbot.sitefiles" in loaded
    needless = {"newsbot.profile", "newsbot.run", "trafilatura", "dateparser", "pycld2"}
    assert loaded.isdisjoint(needless)


def test_a_profile_that_lies_with_the_data_is_known_where_that_is_kept(tmp_path):
    folder = tmp_path / "sites"
    folder.mkdir()
    (folder / "waldbote.toml").write_text('domain = "waldbote.test"\n')

    found = ProfileSpiderLoader.from_settings(Settings({"DATA_DIR": str(tmp_path)}))

    assert found.load("waldbote").profile.domain == "waldbote.test"
