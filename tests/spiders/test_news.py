"""How the spider turns steps into requests, and pages into articles and steps."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest
from scrapy import Request
from scrapy.exceptions import CannotResolveHostError, DownloadCancelledError, NotConfigured
from scrapy.http import HtmlResponse, Response
from scrapy.spidermiddlewares.httperror import HttpError
from scrapy.utils.test import get_crawler
from twisted.python.failure import Failure

from newsbot.extract.refusal import LARGEST
from newsbot.items import Article
from newsbot.pages.source import NO_PAGE
from newsbot.parts import MOST_PAGES
from newsbot.profile import parse_profile
from newsbot.run import Run
from newsbot.spiderloader import spider_for
from newsbot.spiders.news import NewsSpider, run_of
from newsbot.state import State
from newsbot.step import Step

HOME = "https://waldbote.test"
NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
TOML = rb"""
domain = "waldbote.test"
timezone = "Europe/Berlin"
[links]
article = '/artikel/(?P<key>\d+)'
"""
TEXT = "Der Rat der Stadt hat am Abend lange beraten und dann mit einer Stimme entschieden. " * 3


@pytest.fixture
def spider():
    cls = spider_for(parse_profile("waldbote", TOML, []))
    return cls(run=Run(cls.profile, State(), lambda: NOW))


def response(path, body):
    return HtmlResponse(HOME + path, body=f"<html><body>{body}</body></html>".encode())


def story(number=7, more=""):
    return (
        f"<article><h1>Der Rat entscheidet {number}</h1><p>{TEXT}</p><p>{TEXT}x</p>{more}</article>"
    )


def not_found(url):
    return Failure(HttpError(Response(url, status=404, request=Request(url)), "x"))


def links(*numbers):
    title = "Die Brücke am Markt wird später fertig als gedacht"
    return "".join(f'<li><a href="/artikel/{n}">{title} {n}</a></li>' for n in numbers)


def test_an_article_is_asked_for_under_its_key_and_read_as_one(spider):
    request = spider.request(Step(url=f"{HOME}/artikel/7", channel="seed", key="7"))

    assert (request.method, request.callback) == ("GET", spider.parse_article)


def test_a_form_goes_into_the_body_or_into_the_address(spider):
    step = {"url": f"{HOME}/tag", "channel": "day", "form": {"d": "23"}}

    posted, got = spider.request(Step(**step, method="POST")), spider.request(Step(**step))

    assert (posted.method, posted.body) == ("POST", b"d=23")
    assert (got.method, got.url) == ("GET", f"{HOME}/tag?d=23")


def test_a_listing_yields_requests_for_its_articles(spider):
    page = response("/", '<a href="/artikel/7">a</a><a href="/impressum">b</a>')

    (request,) = spider.parse_listing(page)

    assert request.url == f"{HOME}/artikel/7"


def test_by_what_a_listing_can_be_known_again_is_learnt_when_all_it_leads_to_is_noted(spider):
    page = response("/", '<a href="/artikel/7">a</a><a href="/artikel/8">b</a>')
    page.headers["ETag"] = '"a"'
    validators, address = spider.run.state.validators, f"GET {HOME}/"
    following = spider.parse_listing(page)

    next(following)
    assert validators.of(address) is None
    list(following)
    assert validators.of(address).validator.etag == '"a"'


def test_a_listing_that_has_not_changed_leads_to_nothing_and_shows_what_it_did(spider):
    step = Step(url=f"{HOME}/", channel="seed")
    list(spider.parse_listing(response("/", '<a href="/artikel/7">a</a>'), step))
    spider.run.state.urls.run += 1

    assert list(spider.parse_listing(Response(f"{HOME}/", status=304), step)) == []
    assert spider.run.state.urls.is_listed("7")
    assert spider.run.counts.unchanged == 1


def test_an_article_page_yields_the_article(spider):
    (article,) = spider.parse_article(response("/artikel/7", story()))

    assert (article.id, article.fetched_at) == ("waldbote/7", NOW)


@pytest.mark.parametrize(
    ("body", "reason"),
    [("<div>" * 1001, "malformed"), ("x" * LARGEST, "oversized")],
    ids=["deep", "large"],
)
def test_a_page_that_is_not_read_is_dropped_for_its_fault(spider, body, reason):
    step = Step(url=f"{HOME}/artikel/7", channel="seed", key="7")

    assert list(spider.parse_article(response("/artikel/7", body), step)) == []
    assert spider.run.dropped == {reason: 1}


def test_what_is_no_page_at_all_is_dropped_as_such(spider):
    picture = Response(f"{HOME}/artikel/7", body=b"\x89PNG")

    assert list(spider.parse_article(picture)) == []
    assert spider.run.dropped == {NO_PAGE: 1}


def test_a_listing_that_is_not_read_has_failed(spider):
    assert list(spider.parse_listing(response("/", "<div>" * 1001))) == []
    assert spider.run.troubles.listings == {"malformed": 1}


def test_an_article_that_is_too_large_is_not_asked_for_again(spider):
    step = Step(url=f"{HOME}/artikel/7", channel="seed", key="7")

    assert spider.missed(step, Failure(DownloadCancelledError("more than 8 bytes"))) == []
    assert spider.run.dropped == {"oversized": 1}


def test_a_page_is_read_in_the_encoding_it_is_in_and_unpacked(spider):
    body = f"<meta charset=utf-8>{story()}".replace("Rat", "Räte").encode("latin-1")
    packed = Response(f"{HOME}/artikel/7", body=gzip.compress(body))

    (article,) = spider.parse_article(packed)

    assert article.headline == "Der Räte entscheidet 7"


def test_the_url_asked_for_is_an_alias_of_the_one_that_answered(spider):
    step = Step(url=f"{HOME}/druck/artikel/7", channel="seed", key="7")

    (article,) = spider.parse_article(response("/artikel/7", story()), step)

    assert article.aliases == (f"{HOME}/druck/artikel/7",)


def test_an_article_comes_before_what_its_page_leads_to_when_all_that_is_noted(spider):
    day = "<p><time datetime=2024-10-23>23.10.2024</time></p>"
    related = f"<aside><h3>Mehr zum Thema</h3><ul>{links(8, 9)}</ul></aside>"
    found = spider.parse_article(response("/artikel/7", story(more=day) + related))

    article = next(found)

    assert article.id == "waldbote/7"
    assert spider.run.state.urls.has("9")
    assert [request.cb_kwargs["step"].key for request in found] == ["8", "9"]


def test_an_article_is_kept_where_what_stands_beside_it_can_not_be_read(spider, monkeypatch):
    def broken(page, article):
        raise ZeroDivisionError

    monkeypatch.setattr(spider.walk, "from_article", broken)
    found = spider.parse_article(response("/artikel/7", story()))

    assert next(found).id == "waldbote/7"
    with pytest.raises(ZeroDivisionError):
        next(found)


def test_the_pages_of_an_article_become_one(spider):
    first = response("/artikel/4711", story(more='<a rel="next" href="/artikel/4711?page=2">2</a>'))

    (request,) = spider.parse_article(first)
    second = response("/artikel/4711?page=2", f"<article><p>Zweiter Teil. {TEXT}</p></article>")
    (article,) = request.callback(second, **request.cb_kwargs)

    assert request.dont_filter
    assert isinstance(article, Article)
    assert article.url == f"{HOME}/artikel/4711"
    assert article.body.count("\n\n") == 2
    assert article.body.endswith(f"Zweiter Teil. {TEXT}".strip())


def test_what_stands_beside_an_article_is_followed_from_its_first_page(spider):
    more = f'<a rel="next" href="?page=2">2</a><h3>Mehr zum Thema</h3><ul>{links(4712, 4713)}</ul>'

    first, *beside = spider.parse_article(response("/artikel/4711", story(more=more)))

    assert first.url.endswith("?page=2")
    assert [request.cb_kwargs["step"].key for request in beside] == ["4712", "4713"]


def test_an_author_on_the_last_page_is_the_articles(spider):
    first = response("/artikel/4711", story(more='<a rel="next" href="/artikel/4711?page=2">2</a>'))

    (request,) = spider.parse_article(first)
    last = f'<article><p>Zweiter Teil. {TEXT}</p><p class="author">Von Grete Holm</p></article>'
    (article,) = request.callback(response("/artikel/4711?page=2", last), **request.cb_kwargs)

    assert article.authors == ("Grete Holm",)


def test_an_article_without_end_is_cut(spider):
    endless = response(
        "/artikel/4711", story(more='<a rel="next" href="/artikel/4711?page=2">2</a>')
    )

    found = list(spider.parse_article(endless, number=MOST_PAGES))

    assert isinstance(found[0], Article)


def test_a_packed_sitemap_is_unpacked(spider):
    sitemap = f"<urlset><url><loc>{HOME}/artikel/7</loc></url></urlset>"
    headers = {"Content-Type": "application/gzip"}
    packed = Response(f"{HOME}/s.xml.gz", headers=headers, body=gzip.compress(sitemap.encode()))

    (request,) = spider.parse_listing(packed)

    assert request.url == f"{HOME}/artikel/7"


def test_what_is_no_text_is_passed_over(spider):
    assert list(spider.parse_listing(Response(f"{HOME}/a.pdf", body=b"%PDF"))) == []
    assert list(spider.parse_article(Response(f"{HOME}/a.pdf", body=b"%PDF"))) == []


@pytest.mark.parametrize(
    ("path", "kind"), [("/artikel/7", Article), ("/", Request)], ids=["article", "listing"]
)
def test_any_page_can_be_parsed_without_naming_its_kind(spider, path, kind):
    page = response(path, story(more='<a href="/artikel/8">Mehr</a>'))

    assert isinstance(next(iter(spider.parse(page))), kind)


@pytest.mark.parametrize(
    ("error", "counted"),
    [
        (CannotResolveHostError("x"), {"name not found": 1}),
        (HttpError(Response(HOME, status=503), "x"), {"HTTP 503": 1}),
        (HttpError(Response(HOME, status=304), "x"), {"304 unasked": 1}),
    ],
    ids=["no host", "server error", "not modified"],
)
def test_why_a_page_did_not_come_is_counted(spider, error, counted):
    spider.missed(Step(url=HOME, channel="seed"), Failure(error))

    assert spider.run.troubles.listings == counted


def test_an_article_that_is_not_found_is_doubted(spider):
    step = Step(url=f"{HOME}/artikel/7", channel="seed", key="7")

    spider.missed(step, not_found(step.url))

    assert len(spider.run.state.looks.all()) == 1


def test_one_that_lacks_a_further_page_is_not(spider, make_article):
    step = Step(url=f"{HOME}/artikel/7?page=2", channel="seed", key="7")

    (article,) = spider.missed(step, not_found(step.url), earlier=make_article(), number=2)

    assert article == make_article()
    assert spider.run.state.looks.all() == []


def test_a_crawl_of_nobodys_site_has_no_run():
    crawler = get_crawler()

    with pytest.raises(NotConfigured):
        run_of(crawler)


def test_without_a_run_given_it_has_one_that_leaves_no_trace(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    crawler = get_crawler(spider_for(parse_profile("waldbote", TOML, [])))

    spider = crawler.spidercls.from_crawler(crawler)

    assert isinstance(spider, NewsSpider)
    assert list(tmp_path.iterdir()) == []
