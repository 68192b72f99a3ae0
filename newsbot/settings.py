"""What differs from Scrapy's defaults, and why; then the settings of our own."""

import os

from newsbot import __version__, limits

BOT_NAME = "newsbot"
SPIDER_MODULES = ["newsbot.spiders"]
SPIDER_LOADER_CLASS = "newsbot.spiderloader.ProfileSpiderLoader"
COMMANDS_MODULE = "newsbot.commands"

# One owner of what is seen and due: the state, asked by the frontier. No JOBDIR, no dupe filter.
SCHEDULER = "newsbot.frontier.Frontier"
DUPEFILTER_CLASS = "scrapy.dupefilters.BaseDupeFilter"

ITEM_PIPELINES = {
    "newsbot.pipelines.ValidatePipeline": 100,
    "newsbot.pipelines.WithholdPipeline": 150,
    "newsbot.pipelines.NormalisePipeline": 200,
    "newsbot.pipelines.DeduplicatePipeline": 300,
    "newsbot.pipelines.StorePipeline": 400,
}

# A good guest: robots.txt, one request at a time, and time between two of them, for which the
# politeness middleware sees: Scrapy's own slot of all requests knows no delay. Retries are few, for
# the next run comes soon.
ROBOTSTXT_OBEY = True
USER_AGENT = f"newsbot/{__version__}"
CONCURRENT_REQUESTS = 1
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 2
DOWNLOAD_SLOTS = {"newsbot": {"concurrency": 16, "delay": 0, "jitter": 0}}
RETRY_TIMES = 2

# Nothing from outside is trusted: only the web, with certificates checked, within limits of size
# and time; the URL guard goes before every other middleware that could act on a URL, and right
# behind it what was taken down is refused, then whatever would be asked by nobody, then what
# robots.txt forbids. Scrapy's own guard against leaving the site lets pass what was tried again,
# and says nothing of what it drops; its reader of robots.txt takes error pages for rules and
# outages for consent. Conditions are set late, for the address that is asked. What answers are
# guarded against is no matter for a retry or for unpacking. The archiver only listens; behind it
# each request waits for its turn, and nothing stands between that and the wire.
DOWNLOADER_MIDDLEWARES = {
    "newsbot.middlewares.GuardMiddleware": 40,
    "newsbot.middlewares.PurgedMiddleware": 50,
    "newsbot.middlewares.ContactMiddleware": 60,
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "newsbot.middlewares.RobotsMiddleware": 100,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "newsbot.middlewares.AnswerGuardMiddleware": 940,
    "newsbot.middlewares.ConditionalMiddleware": 950,
    "newsbot.middlewares.ArchiverMiddleware": 1000,
    "newsbot.middlewares.PolitenessMiddleware": 1010,
}
TWISTED_DNS_RESOLVER = "newsbot.resolver.GuardResolver"
DOWNLOAD_HANDLERS = {
    "http": "newsbot.wire.WebHandler",
    "https": "newsbot.wire.WebHandler",
    **dict.fromkeys(("file", "data", "ftp", "s3")),
}
DOWNLOAD_VERIFY_CERTIFICATES = True
DOWNLOAD_MAXSIZE = 8 << 20
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_TIMEOUT = 30
# Of headers nothing but the time bounds how many are kept. What hosts say of being mined is asked
# for when all else is done.
EXTENSIONS = {
    "newsbot.headwatch.HeadWatch": 0,
    "newsbot.reservationwatch.ReservationWatch": 0,
}
REDIRECT_MAX_TIMES = 5
METAREFRESH_ENABLED = False

# What a news crawl has no use for: code execution over a port, state between requests, and
# headers that tell a site where we came from.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
COOKIES_ENABLED = False
HTTPPROXY_ENABLED = False
REFERER_ENABLED = False
# Reads the source of a callback at each response, for a mistake that mypy finds.
WARN_ON_GENERATOR_RETURN_VALUE = False
# The depth of a page, the length of its address, which request was the first, and whether we copy
# what is for Scrapy alone: nobody asks, and each costs every response a layer of generators.
SPIDER_MIDDLEWARES = {
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,
    "scrapy.spidermiddlewares.start.StartSpiderMiddleware": None,
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,
}
# So many tasks are begun at each response, though no pipeline of ours ever waits for anything; and
# twice as much of what a page leads to is taken up at once.
CONCURRENT_ITEMS = 8

# The log of a run is read by people: what happened, without the articles themselves.
LOG_LEVEL = "INFO"
LOG_FORMATTER = "newsbot.logformat.ShortLogFormatter"

# Settings of our own. The README says what each means.
DATA_DIR = "data"
CONTACT = os.environ.get("NEWSBOT_CONTACT", "")
ALLOW_PRIVATE_HOSTS = False
KEEP = False
RUN_MAX_SECONDS = 1500
FIRST_RUN_DAYS = limits.USUAL.first_run_days
LOOKBACK_DAYS = limits.USUAL.lookback_days
REVISIT_BUDGET = limits.USUAL.revisit_budget
RENDER_SECONDS = 60
ARCHIVE_MAX_BYTES = 1 << 30
DISK_FLOOR_BYTES = 1 << 30
CLOCK = "newsbot.run.utc_now"
