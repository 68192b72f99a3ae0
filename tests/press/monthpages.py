"""The pages of Tháng Báo: what its template makes of stories."""

from __future__ import annotations

from dataclasses import replace
from email.utils import format_datetime
from functools import lru_cache, partial
from html import escape
from typing import TYPE_CHECKING

from newsbot.demo.markup import each, json_ld, picture, slug
from tests.press.days import weekday

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from newsbot.demo.paper import PressResponse, Story

SLUG_WORDS = 6
NAME = "Tháng Báo"
CLOCK = "<!-- clock -->"
XML = '<?xml version="1.0" encoding="UTF-8"?>'
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def with_clock(response: PressResponse, now: datetime) -> PressResponse:
    """Return *response* with the paper's clock wherever its pages print it."""
    clock = f"{weekday(now)}, {now:%d/%m/%Y | %H:%M:%S}"
    return replace(response, body=response.body.replace(CLOCK.encode(), clock.encode()))


def listing(
    title: str,
    stories: Iterable[Story],
    following: str | None,
    sections: Mapping[str, str],
    *,
    dated: bool,
    has_feed: bool,
) -> str:
    """Return a page of teasers, *dated* or not, with the way to the page after it."""
    feed = '<link rel="alternate" type="application/rss+xml" href="/tin-moi.rss">'
    paging = f'<p class="trang"><a rel="next" href="{following}">Trang sau</a></p>'
    main = f"""<h1>{escape(title)}</h1>
<div class="ds">
{each(partial(_teaser, dated=dated), stories)}
</div>
{paging if following else ""}"""
    return _frame(title, main, sections, feed if has_feed else "")


def article(
    story: Story,
    origin: str,
    sections: Mapping[str, str],
    *,
    related: Sequence[Story],
    most_read: Sequence[Story],
    looks: int,
    within: bool,
) -> str:
    """Return an article page; the most read stand behind its text or *within* it.

    Then so do the clock and what readers think of it.
    """
    texts = [f"<p>{escape(text)}</p>" for text in story.paragraphs]
    place = len(texts) // 2 if within else len(texts)
    texts.insert(place, _most_read(most_read))
    if within:
        texts.insert(1, f"<p>{CLOCK}</p>")
        texts.append(f"<p>{_thousands(20 * looks)} lượt thích, {looks} bình luận</p>")
    text = "\n".join(texts)
    main = f"""<article>
<h1>{escape(story.headline)}</h1>
<div class="meta"><span class="ngay">{story.published:%H:%M %d/%m/%Y}</span>
<span class="luot-xem">{_thousands(1_000 + 37 * looks)} lượt xem</span></div>
<p class="sapo">{escape(story.lead or "")}</p>
<div class="noi-dung">
{picture(story, "/anh/")}
{text}
</div>
<p class="tac-gia">{escape(", ".join(story.authors))}</p>
</article>
<div class="lien-quan"><h3>Tin liên quan</h3>
<ul>
{each(_item, related)}
</ul></div>"""
    return _frame(story.headline, main, sections, _metadata(story, origin))


def not_found(sections: Mapping[str, str]) -> str:
    """Return the page that stands where there is none."""
    main = """<h1>Không tìm thấy trang</h1>
<p>Bài viết bạn tìm không tồn tại hoặc đã bị gỡ bỏ.</p>
<p><a href="/">Về trang chủ</a></p>"""
    return _frame("Không tìm thấy trang", main, sections)


def feed(origin: str, stories: Iterable[Story]) -> str:
    """Return an RSS feed of *stories*."""
    return f"""{XML}
<rss version="2.0"><channel>
<title>{NAME}</title>
<link>{origin}/</link>
<description>Tin mới nhất</description>
{each(partial(_feed_item, origin), stories)}
</channel></rss>"""


def sitemap_index(origin: str, changes: Mapping[str, datetime], *, dated: bool = True) -> str:
    """Return the index of the months' sitemaps, if *dated* with the last change in each."""
    sitemaps = "\n".join(
        f"<sitemap><loc>{origin}/sitemap-{month}.xml</loc>"
        f"{_lastmod(changed) if dated else ''}</sitemap>"
        for month, changed in changes.items()
    )
    return f'{XML}\n<sitemapindex xmlns="{SITEMAPS}">\n{sitemaps}\n</sitemapindex>'


def sitemap(origin: str, stories: Iterable[Story], *, dated: bool = True) -> str:
    """Return a sitemap of *stories*, if *dated* with the last change of each."""
    urls = "\n".join(
        f"<url><loc>{origin}{path_of(story)}</loc>{_lastmod(story.changed) if dated else ''}</url>"
        for story in stories
    )
    return f'{XML}\n<urlset xmlns="{SITEMAPS}">\n{urls}\n</urlset>'


def path_of(story: Story) -> str:
    """Return the path of the article page of *story*, with the first words of its headline.

    Whatever stands before the key, the paper answers.
    """
    return f"/{_slug(story.section)}/{_slug(story.headline)}-{story.key}.html"


def _lastmod(changed: datetime) -> str:
    return f"<lastmod>{changed.isoformat()}</lastmod>"


@lru_cache(maxsize=4096)
def _slug(text: str) -> str:
    return "-".join(slug(text).split("-")[:SLUG_WORDS])


def _frame(title: str, main: str, sections: Mapping[str, str], head: str = "") -> str:
    """Return a page with the paper's name, its clock and its sections above *main*."""
    menu = " ".join(f'<a href="/{name}/">{label}</a>' for name, label in sections.items())
    return f"""<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>{escape(title)} - {NAME}</title>
{head}
</head>
<body>
<header><a href="/">{NAME}</a> <span class="dong-ho">{CLOCK}</span></header>
<nav class="menu">{menu}</nav>
<main>
{main}
</main>
<footer>Tòa soạn: số 3 phố Trăng Non. Giấy phép số 00/GP.</footer>
</body>
</html>
"""


def _metadata(story: Story, origin: str) -> str:
    url = origin + path_of(story)
    record = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.headline,
        "description": story.lead,
        "datePublished": story.published.isoformat(),
        "dateModified": story.changed.isoformat(),
        "author": [{"@type": "Person", "name": name} for name in story.authors],
        "articleSection": story.section,
    }
    return f'<link rel="canonical" href="{url}">\n{json_ld(record)}'


def _teaser(story: Story, *, dated: bool) -> str:
    time = f'<span class="ngay">{story.published:%H:%M %d/%m/%Y}</span>' if dated else ""
    return f"""<article><h2>{_link(story)}</h2>{time}
<p>{escape(story.lead or "")}</p></article>"""


def _item(story: Story) -> str:
    return f"<li>{_link(story)} <span>{story.published:%d/%m/%Y %H:%M}</span></li>"


def _link(story: Story) -> str:
    return f'<a href="{path_of(story)}">{escape(story.headline)}</a>'


def _most_read(stories: Sequence[Story]) -> str:
    items = "\n".join(f"<li>{_link(story)}</li>" for story in stories)
    return f'<div class="doc-nhieu"><h4>Đọc nhiều</h4>\n<ul>\n{items}\n</ul></div>'


def _feed_item(origin: str, story: Story) -> str:
    return f"""<item>
<title>{escape(story.headline)}</title>
<link>{origin}{path_of(story)}</link>
<pubDate>{format_datetime(story.published)}</pubDate>
</item>"""


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")
