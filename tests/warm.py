"""Imports what a crawl needs, but no reactor: a process forked after it need not."""

from __future__ import annotations

from importlib import import_module

from scrapy.settings import Settings
from scrapy.utils.misc import load_object, walk_modules_iter

PACKAGES = ("newsbot", "scrapy.commands")
MODULES = (
    "scrapy.core.downloader.handlers.http11",
    "scrapy.robotstxt",
    "scrapy.statscollectors",
    "tests.press.resolver",
)
TABLES = ("EXTENSIONS_BASE", "DOWNLOADER_MIDDLEWARES_BASE", "SPIDER_MIDDLEWARES_BASE")

for package in PACKAGES:
    list(walk_modules_iter(package))
for module in MODULES:
    import_module(module)
for table in TABLES:
    for name in Settings()[table]:
        load_object(name)
