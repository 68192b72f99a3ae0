from __future__ import annotations

import pytest
from scrapy.http import HtmlResponse, Response, TextResponse

from newsbot.answer import source_of

URL = "https://waldbote.test/artikel/7"


def test_an_answer_says_what_its_text_says():
    headers = {"Content-Type": "text/html; charset=windows-1258"}

    source = source_of(HtmlResponse(URL, headers=headers, body=b"<p>\xd0\xf5"))

    assert source
    assert (source.url, source.text) == (URL, "<p>Đơ")


@pytest.mark.parametrize("kind", [Response, TextResponse])
def test_what_begins_as_a_page_is_one_whatever_it_is_called(kind):
    assert source_of(kind(URL, body=b"<html><p>a"))


def test_a_picture_says_nothing():
    assert source_of(Response(URL, body=b"\x89PNG")) is None
