"""What is read from the made-up papers, against what their stories say."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from newsbot.demo.paper import PressRequest
from newsbot.pages.article import ArticlePage
from newsbot.pages.listing import ListingPage
from newsbot.pipelines.normalise import NormalisePipeline
from newsbot.profile import parse_profile
from tests.press import PAPERS, TODAY, profile_text

PLACES = {
    "thoibao": "/tin-tuc/4/{}/x",
    "tinhnha": "/x-{}.html",
    "dongbao": "/viewer.aspx?macm=1&mabb={}",
    "heideblatt": "/lokales/x-{}.html",
    "kabar": "/berita/{}/x",
}
FIELDS = (
    *("headline", "description", "body", "authors", "source", "section", "keywords"),
    *("date_published", "body_status"),
)


@pytest.fixture(scope="module", params=PLACES)
def name(request):
    return request.param


@pytest.fixture(scope="module")
def paper(name):
    return PAPERS[name](TODAY)


@pytest.fixture(scope="module")
def read(name, paper):
    """Read the article of a story, page after page, as a crawl does."""
    profile = parse_profile(name, profile_text(name, 80).encode())

    def page_at(url, earlier=None):
        body = paper.respond(PressRequest.to(url)).body
        charset = "latin-1" if b"iso-8859-1" in body else "utf-8"
        source = SimpleNamespace(url=url, text=body.decode(charset))
        page = ArticlePage(source, profile, paper.today, earlier)
        return page_at(page.next_parts[0], page.article) if page.next_parts else page.article

    def article_of(story):
        article = page_at(f"http://{paper.hosts[0]}{PLACES[name].format(story.key)}")
        return NormalisePipeline().process_item(article)

    return article_of


def told(article):
    record = {field: getattr(article, field) for field in FIELDS}
    captions = [image.caption for image in article.images]
    return record | {"caption": captions[0] if captions else None}


def truth(story):
    return {
        "headline": story.headline,
        "description": story.lead,
        "body": story.body,
        "authors": story.authors,
        "source": story.source,
        "section": story.section,
        "keywords": story.keywords,
        "date_published": story.published,
        "body_status": "full" if story.free else "teaser",
        "caption": story.caption,
    }


def test_every_story_is_read_as_it_was_written(paper, read):
    told_by_pages = {story.key: told(read(story)) for story in paper.stories}
    assert told_by_pages == {story.key: truth(story) for story in paper.stories}


def test_no_page_relates_its_own_article(paper, read):
    articles = [read(story) for story in paper.stories[:5]]
    assert not [a for a in articles if a.url in {link.url for link in a.related}]


def test_related_articles_have_their_titles_and_days(paper, read):
    stories = {s.headline: s.published.date() for s in paper.stories}
    related = read(paper.stories[0]).related
    assert related
    assert {link.headline: link.date for link in related}.items() <= stories.items()


@pytest.fixture(scope="module")
def listings(name, paper):
    """The front page and the pages that it links to, if they are no articles."""
    profile = parse_profile(name, profile_text(name, 80).encode())

    def listing(url):
        body = paper.respond(PressRequest.to(url)).body
        charset = "latin-1" if b"iso-8859-1" in body else "utf-8"
        return ListingPage(SimpleNamespace(url=url, text=body.decode(charset)), profile)

    front = listing(f"http://{paper.hosts[0]}/")
    links = dict.fromkeys(anchor.url for anchor in front.anchors([front.tree]))
    others = [url for url in links if profile.owns(url) and not profile.article_key(url)]
    return [front, *map(listing, others)]


def test_no_listing_gives_an_article_another_day_than_its_own(paper, listings):
    days = {s.key: s.published.date() for s in paper.stories}
    listed = [(entry, page.profile) for page in listings for entry in page.articles]

    dated = {(profile.article_key(e.url), e.day) for e, profile in listed if e.day}

    assert listed
    assert dated <= days.items()


@pytest.mark.parametrize("name", ["tinhnha", "dongbao", "kabar"], indirect=True)
def test_a_paper_that_prints_days_beside_its_articles_has_them_read(listings):
    entries = [entry for page in listings for entry in page.articles]

    assert sum(entry.day is not None for entry in entries) > len(entries) / 2
