from __future__ import annotations

import pytest

from newsbot.pages.feed import FeedPage, JsonFeedPage
from newsbot.pages.listed import Listing
from newsbot.pages.listing import ListingPage
from newsbot.pages.more import MorePage
from newsbot.pages.sitemap import AddressList, RobotsPage, SitemapPage

KINDS = (*(AddressList, FeedPage, JsonFeedPage, ListingPage, MorePage, RobotsPage, SitemapPage),)
QUESTIONS = [name for name, value in vars(Listing).items() if isinstance(value, property)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_kind_of_listing_answers_each_question_even_when_empty(page, profile, kind, question):
    assert not getattr(kind(page(""), profile), question)
