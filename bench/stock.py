"""The settings of a crawl that keeps nothing but a feed: newsbot's spider in stock Scrapy."""

from newsbot.settings import *

# Scrapy's own `crawl`, queue and filter of requests; no archive, no guard, no state on disk.
ROBOTSTXT_USER_AGENT = "newsbot"
DOWNLOAD_SLOTS = {}
COMMANDS_MODULE = ""
SCHEDULER = "scrapy.core.scheduler.Scheduler"
DUPEFILTER_CLASS = "scrapy.dupefilters.RFPDupeFilter"
DOWNLOADER_MIDDLEWARES = {}
ITEM_PIPELINES = {
    "newsbot.pipelines.ValidatePipeline": 100,
    "newsbot.pipelines.NormalisePipeline": 200,
}
LOG_FORMATTER = "scrapy.logformatter.LogFormatter"
LOG_FILE = "stock.log"
FEEDS = {"articles.jsonl": {"format": "jsonlines"}}
