"""One spider per profile, so that Scrapy's own list, crawl, parse and shell work by site."""

from __future__ import annotations

import logging
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Self

from newsbot.exceptions import ProfileError
from newsbot.project import data_folder, profile_folders
from newsbot.sitefiles import site_files

if TYPE_CHECKING:
    from pathlib import Path

    from scrapy import Request
    from scrapy.settings import BaseSettings

    from newsbot.profile import Profile
    from newsbot.spiders.news import NewsSpider

logger = logging.getLogger(__name__)


class ProfileSpiderLoader:
    """Scrapy's SPIDER_LOADER_CLASS over the profiles in *folders*, the first of them first."""

    def __init__(self, folders: list[Path]) -> None:
        self.folders = folders

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        """Return the loader of the project's own profiles and the packaged ones.

        Those that lie with the data come last: the demo's, whose paper is at home nowhere else.
        """
        return cls([*profile_folders(), data_folder(settings) / "sites"])

    def load(self, spider_name: str) -> type[NewsSpider]:
        """Return the spider of the site *spider_name*; no other profile is read.

        Raises ProfileError where there is no such site or its profile is unsound.
        """
        from newsbot.profile import read_profile

        return spider_for(read_profile(spider_name, self.folders))

    def find_by_request(self, request: Request) -> list[str]:
        """Return the sites that the URL of *request* belongs to; unsound profiles have none."""
        return [site for site in self.list() if self._owns(site, request.url)]

    def _owns(self, site: str, url: str) -> bool:
        from newsbot.profile import read_profile

        try:
            return read_profile(site, self.folders).owns(url)
        except ProfileError as error:
            logger.warning("%s", error)
            return False

    # Last, for its name hides Python's own list from the annotations after it.
    def list(self) -> list[str]:
        """Return the ids of all sites, sound or not."""
        return sorted(site_files(self.folders))


def spider_for(profile: Profile) -> type[NewsSpider]:
    """Return the spider of *profile*: of the odd site's own module, or else the shared one."""
    from newsbot.spiders.news import NewsSpider

    module = f"newsbot.spiders.{profile.site}"
    base = NewsSpider
    if profile.site.isidentifier() and profile.site != "news" and find_spec(module):
        base = next(
            value
            for value in vars(import_module(module)).values()
            if isinstance(value, type) and issubclass(value, NewsSpider) and value is not NewsSpider
        )
    return type(f"{profile.site}Spider", (base,), {"name": profile.site, "profile": profile})
