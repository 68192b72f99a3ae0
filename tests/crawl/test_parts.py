"""Articles over several pages, from a paper that also shows all of them on one."""

from __future__ import annotations

import pytest_twisted

from newsbot.demo.paper import PressRequest, PressResponse
from tests.press import TODAY
from tests.press.kabar import PER_ARTICLE_PAGE, new_paper

WHOLE = '<div class="halaman"><a href="?page=all">Tampilkan semua</a> '


def with_whole_view(today):
    """Kabar with a link to all of an article on every page of it."""
    paper = new_paper(today)
    usual = paper.article_page

    def article_page(request: PressRequest, key: str) -> PressResponse:
        if "page=all" in request.target:
            story = paper.story(key)
            text = "".join(f"<p>{paragraph}</p>" for paragraph in story.paragraphs)
            return PressResponse.text(f"<h1>{story.headline}</h1><div>{text}</div>")
        page = usual(request, key)
        return PressResponse.text(page.body.decode().replace('<div class="halaman">', WHOLE))

    paper.article_page = article_page
    return paper


@pytest_twisted.async_yield_fixture
async def newsroom(tmp_path):
    from tests.press.newsroom import Newsroom

    room = Newsroom("kabar", tmp_path, TODAY, with_whole_view)
    yield room
    await room.close()


@pytest_twisted.ensureDeferred
async def test_an_article_is_read_from_the_page_that_shows_all_of_it(newsroom):
    await newsroom.crawl()

    kept = newsroom.records()
    long = {s.key: s for s in newsroom.paper.stories if len(s.paragraphs) > PER_ARTICLE_PAGE}
    read = {key: story for key, story in long.items() if key in kept}
    assert read
    assert newsroom.paper.count("/berita/") == len(kept) + len(read)
    for key, story in read.items():
        assert kept[key]["body"].split("\n\n")[-1] == story.paragraphs[-1]
        assert kept[key]["body"].count(story.paragraphs[0]) == 1
