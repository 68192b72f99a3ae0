from __future__ import annotations

from contextlib import closing
from datetime import timedelta

import pytest

from newsbot.lesson import learn_anew
from newsbot.pages.article import ArticlePage
from newsbot.run import Run
from tests.extract.papers import story
from tests.replay.archives import NOON, Kept

NEW = "page bar article title content summary bottom grid card tools side narrow"


class Site:
    """A site with articles in its archive, and runs that learn from them."""

    def __init__(self, folder, profile, make_article):
        self.kept = Kept(folder)
        self.profile = profile
        self.now = NOON
        self._make_article = make_article

    @property
    def versions(self):
        return self.kept.state.templates.versions().listed

    def keep(self, *numbers, names=""):
        """Keep the articles of these *numbers*, with their pages."""
        for number in numbers:
            page = story(number, names=names) if names else story(number)
            warc = self.kept.keep(str(number), page)
            url, article_id = f"https://waldbote.test/artikel/{number}", f"waldbote/{number}"
            now = self.kept.now
            when = {"fetched_at": now, "date": now.date(), "date_published": now}
            article = self._make_article(id=article_id, url=url, warc=warc, **when)
            self.kept.state.articles.keep(article)

    def learn(self, article_page=ArticlePage):
        """End a run, a day after the last."""
        self.now += timedelta(days=1)
        run = Run(self.profile, self.kept.state, lambda: self.now)
        return learn_anew(run, article_page, self.kept.folder)


@pytest.fixture
def site(tmp_path, profile, make_article):
    site = Site(tmp_path, profile, make_article)
    with closing(site.kept):
        yield site


def test_a_first_lesson_is_learnt_from_two_articles(site):
    site.keep(1)
    site.learn()
    assert site.versions == []

    site.keep(2)
    site.learn()

    assert [len(one.pages) for one in site.versions[0].templates.listed] == [2]


def test_from_how_many_pages_is_told_of_the_first_lesson_alone(site):
    site.keep(1, 2)
    first = site.learn()
    site.keep(3, 4)
    second = site.learn()

    assert (first, second) == (2, 0)


def test_another_is_learnt_when_there_are_twice_as_many(site):
    site.keep(1, 2)
    site.learn()
    site.keep(3)
    site.learn()
    assert len(site.versions) == 1

    site.keep(4)
    site.learn()

    assert len(site.versions) == 2


def test_pages_of_an_unknown_frame_are_a_reason_to_learn(site):
    site.keep(*range(20))
    site.learn()
    site.keep(*range(20, 36), names=NEW)
    site.learn()

    assert [len(one.templates.listed) for one in site.versions] == [1, 2]


def test_more_pages_of_a_known_frame_are_none(site):
    site.keep(*range(20))
    site.learn()
    site.keep(*range(20, 36))
    site.learn()

    assert len(site.versions) == 1


def test_a_page_that_our_own_code_fails_on_teaches_nothing(site):
    class OddPage(ArticlePage):
        @property
        def sample(self):
            if self.url.endswith("/1"):
                raise ValueError("odd")
            return super().sample

    site.keep(1, 2)
    site.learn(OddPage)

    assert [len(one.pages) for one in site.versions[0].templates.listed] == [1]


def test_an_article_whose_page_is_lost_teaches_nothing(site, make_article):
    site.keep(1, 2)
    article = make_article(id="waldbote/3", fetched_at=NOON, warc=None)
    site.kept.state.articles.keep(article)

    site.learn()

    assert [len(one.pages) for one in site.versions[0].templates.listed] == [2]
