"""Báo Quê Mẫu, the bundled paper: a well-made site as WordPress prints it, on 127.0.0.1."""

from __future__ import annotations

from email.utils import format_datetime
from functools import partial
from html import escape
from math import ceil
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from newsbot.demo.markup import each, json_ld, nth_page, paragraphs, picture, slug
from newsbot.demo.paper import NoPageError, Page, Paper, PressRequest, PressResponse, Story
from newsbot.demo.stories import first_stories, next_issue

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

ON_FRONT_PAGE = 8
IN_FEED = 10
PER_SECTION_PAGE = 2
RELATED = 3

xml = partial(PressResponse.text, content_type="application/xml; charset=utf-8")


def new_paper(today: datetime) -> DemoPaper:
    """Return the paper with its stories of the six days before *today*."""
    return DemoPaper(first_stories(today.astimezone(DemoPaper.zone)), today)


class DemoPaper(Paper):
    """A paper with JSON-LD, OpenGraph, a feed, sitemaps and paged sections."""

    hosts = ("127.0.0.1", "localhost")
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    name = "Báo Quê Mẫu"

    def routes(self) -> Mapping[str, Page]:
        """Return the pages: front, sections, articles, feed, sitemaps and robots.txt."""
        return {
            r"/": self.front_page,
            r"/chuyen-muc/(?P<section>[^/]+)/(page/(?P<number>\d+)/)?": self.section_page,
            r"/\d{4}/\d\d/[^/]+-(?P<key>\d+)/": self.article_page,
            r"/feed/": self.feed,
            r"/sitemap\.xml": self.sitemap_index,
            r"/post-sitemap\.xml": self.sitemap,
            r"/robots\.txt": self.robots,
        }

    def print_next_issue(self) -> None:
        """Edit one story, publish a new one and withdraw one, all at the paper's present time."""
        issue = next_issue(self.today)
        texts = self.story(issue.edited).paragraphs
        self.edit(issue.edited, paragraphs=tuple(p.replace(issue.old, issue.new) for p in texts))
        self.publish(issue.published)
        self.withdraw(issue.withdrawn)

    def front_page(self, request: PressRequest) -> PressResponse:
        """Return the newest stories and the way into the sections."""
        return self._frame(request, self.name, each(_teaser, self.stories[:ON_FRONT_PAGE]))

    def section_page(
        self, request: PressRequest, section: str, number: str | None
    ) -> PressResponse:
        """Return one page of a section's stories; 404 past its last."""
        label = next((s.section for s in self.stories if slug(s.section) == section), None)
        stories = self.stories_of(section=label) if label else []
        page, pages = int(number or 1), ceil(len(stories) / PER_SECTION_PAGE)
        if not 1 <= page <= pages:
            raise NoPageError(404)
        teasers = each(_teaser, nth_page(stories, page, PER_SECTION_PAGE))
        head = paging = ""
        if page < pages:
            following = f"/chuyen-muc/{section}/page/{page + 1}/"
            head = f'<link rel="next" href="{request.origin}{following}">'
            paging = f'<nav class="paging"><a rel="next" href="{following}">Trang sau</a></nav>'
        return self._frame(request, f"{label} - {self.name}", f"{teasers}\n{paging}", head)

    def article_page(self, request: PressRequest, key: str) -> PressResponse:
        """Return the article page of the story *key*."""
        story = self.story(key)
        others = self.stories_of(section=story.section, but=story)[:RELATED]
        main = f"""<article>
<header><h1>{escape(story.headline)}</h1>
<p class="meta">{_time(story)}</p>
<p class="author">{escape(", ".join(story.authors))}</p></header>
<p class="excerpt"><strong>{escape(story.lead or "")}</strong></p>
<div class="entry-content">
{picture(story, "/wp-content/uploads/")}
{paragraphs(story)}
</div>
</article>
<section class="related"><h3>Tin liên quan</h3>
<ul>
{each(_related_item, others)}
</ul></section>"""
        head = self._metadata(story, request.origin + _path(story), request.origin)
        return self._frame(request, f"{story.headline} - {self.name}", main, head)

    def feed(self, request: PressRequest) -> PressResponse:
        """Return the newest stories as RSS 2.0."""
        items = each(partial(_feed_item, request.origin), self.stories[:IN_FEED])
        return PressResponse.text(
            f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel>
<title>{self.name}</title>
<link>{request.origin}/</link>
<description>Tin tức tỉnh Quê Mẫu</description>
<language>vi</language>
{items}
</channel></rss>""",
            "application/rss+xml; charset=utf-8",
        )

    def sitemap_index(self, request: PressRequest) -> PressResponse:
        """Return the sitemap of sitemaps: the one that lists the stories."""
        newest = max(story.changed for story in self.stories)
        return xml(
            f"""<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>{request.origin}/post-sitemap.xml</loc>
<lastmod>{newest.isoformat()}</lastmod></sitemap>
</sitemapindex>"""
        )

    def sitemap(self, request: PressRequest) -> PressResponse:
        """Return every story's address and the time of its last change."""
        return xml(
            f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{each(partial(_sitemap_entry, request.origin), self.stories)}
</urlset>"""
        )

    def robots(self, request: PressRequest) -> PressResponse:
        """Return what crawlers may ask for, and where the sitemap lies."""
        return PressResponse.text(
            f"User-agent: *\nDisallow: /wp-admin/\n\nSitemap: {request.origin}/sitemap.xml\n",
            "text/plain; charset=utf-8",
        )

    def _metadata(self, story: Story, url: str, origin: str) -> str:
        """Return what the head of an article page tells machines."""
        record = {
            "@type": "NewsArticle",
            "headline": story.headline,
            "description": story.lead,
            "datePublished": story.published.isoformat(),
            "dateModified": story.modified and story.modified.isoformat(),
            "author": [{"@type": "Person", "name": name} for name in story.authors],
            "articleSection": story.section,
            "keywords": list(story.keywords),
            "inLanguage": "vi",
            "mainEntityOfPage": url,
        }
        stated = {name: value for name, value in record.items() if value}
        site = {"@type": "WebSite", "name": self.name, "url": f"{origin}/"}
        return f"""<link rel="canonical" href="{url}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="{self.name}">
<meta property="og:title" content="{escape(story.headline)}">
<meta property="og:description" content="{escape(story.lead or "")}">
<meta property="og:url" content="{url}">
{json_ld({"@context": "https://schema.org", "@graph": [stated, site]})}"""

    def _frame(self, request: PressRequest, title: str, main: str, head: str = "") -> PressResponse:
        """Return a page with the paper's head, menu and foot around *main*."""
        sections = dict.fromkeys(story.section for story in self.stories)
        menu = "\n".join(
            f'<li><a href="/chuyen-muc/{slug(section)}/">{section}</a></li>' for section in sections
        )
        return PressResponse.text(f"""<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>{escape(title)}</title>
<link rel="alternate" type="application/rss+xml" title="{self.name}" href="{request.origin}/feed/">
{head}
</head>
<body>
<header class="site"><a href="/">{self.name}</a></header>
<nav class="menu"><ul>
{menu}
</ul></nav>
<main>
{main}
</main>
<footer>© {self.today.year} {self.name}. Tờ báo mẫu, mọi tin đều là hư cấu.</footer>
</body>
</html>
""")


def _path(story: Story) -> str:
    return f"{story.published:/%Y/%m}/{story.slug}-{story.key}/"


def _time(story: Story) -> str:
    return f'<time datetime="{story.published.isoformat()}">{story.published:%d/%m/%Y %H:%M}</time>'


def _link(story: Story) -> str:
    return f'<a href="{_path(story)}">{escape(story.headline)}</a>'


def _teaser(story: Story) -> str:
    return f"""<article class="teaser"><h2>{_link(story)}</h2>
<p class="meta">{_time(story)}</p>
<p>{escape(story.lead or "")}</p></article>"""


def _related_item(story: Story) -> str:
    return f"<li>{_link(story)} {_time(story)}</li>"


def _feed_item(origin: str, story: Story) -> str:
    return f"""<item>
<title>{escape(story.headline)}</title>
<link>{origin}{_path(story)}</link>
<pubDate>{format_datetime(story.published)}</pubDate>
<category>{story.section}</category>
<guid isPermaLink="false">{origin}/?p={story.key}</guid>
</item>"""


def _sitemap_entry(origin: str, story: Story) -> str:
    changed = story.changed.isoformat()
    return f"<url><loc>{origin}{_path(story)}</loc><lastmod>{changed}</lastmod></url>"
