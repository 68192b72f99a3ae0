"""The asyncio reactor, which Scrapy's crawls need: installed before anything takes another."""

from scrapy.utils.reactor import install_reactor
from twisted.internet.task import react

__all__ = ["react"]

install_reactor("twisted.internet.asyncioreactor.AsyncioSelectorReactor")
