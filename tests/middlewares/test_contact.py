from __future__ import annotations

import pytest
from scrapy import Request
from scrapy.utils.test import get_crawler

from newsbot.failures import OutOfReachError
from newsbot.middlewares.contact import ContactMiddleware


def middleware(contact):
    return ContactMiddleware.from_crawler(
        get_crawler(settings_dict={"USER_AGENT": "newsbot/1", "CONTACT": contact})
    )


def asked(contact, url="https://waldbote.test/a", **headers):
    request = Request(url, headers=headers)
    middleware(contact).process_request(request)
    return request.headers.to_unicode_dict()


def test_a_request_says_in_two_headers_who_asks():
    headers = asked("ops@archive.example")

    assert headers == {
        "User-Agent": "newsbot/1 (+ops@archive.example)",
        "From": "ops@archive.example",
    }


def test_a_url_is_no_address_to_write_to():
    assert "From" not in asked("https://archive.example/bot")


def test_what_a_person_puts_on_a_request_stays():
    assert asked("ops@archive.example", From="me@archive.example")["From"] == "me@archive.example"


def test_without_contact_only_this_machine_is_asked():
    assert asked("", "http://127.0.0.1:8000/a") == {"User-Agent": "newsbot/1"}

    with pytest.raises(OutOfReachError, match="export NEWSBOT_CONTACT="):
        asked("")
