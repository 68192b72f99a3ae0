from __future__ import annotations

import pytest
from scrapy.settings import Settings

from newsbot.contact import address_in, introduce, is_contact, user_agent


@pytest.mark.parametrize(
    ("contact", "address"),
    [
        ("ops@archive.example", "ops@archive.example"),
        ("mailto:ops@archive.example", "ops@archive.example"),
        ("https://archive.example/bot; ops@archive.example", "ops@archive.example"),
        ("Archive <ops@archive.example>", "ops@archive.example"),
        ("https://archive.example/bot", None),
        ("https://social.example/@ops", None),
        ("https://user@archive.example/", None),
    ],
)
def test_an_address_is_found_where_there_is_one(contact, address):
    assert is_contact(contact)
    assert address_in(contact) == address


@pytest.mark.parametrize(
    "contact",
    [
        "",
        "nobody",
        "a@b.example\r\nX: 1",
        "a@b.example) (",
        "a@b.example\x00",
        "a@b\\.example",
        "ô@b.example",
        "a@b.example" + " " * 200,
    ],
    ids=ascii,
)
def test_what_reaches_nobody_or_would_break_a_header_is_none(contact):
    assert not is_contact(contact)


def test_without_contact_the_crawler_is_named_alone():
    assert user_agent("newsbot/1", "") == "newsbot/1"


def test_a_spider_says_in_two_headers_who_crawls():
    settings = Settings({"USER_AGENT": "newsbot/1", "CONTACT": "ops@archive.example"})

    introduce(settings)

    assert settings["USER_AGENT"] == "newsbot/1 (+ops@archive.example)"
    assert settings["DEFAULT_REQUEST_HEADERS"]["From"] == "ops@archive.example"
    assert "Accept" in settings["DEFAULT_REQUEST_HEADERS"]


def test_a_url_is_no_address_to_write_to():
    settings = Settings({"CONTACT": "https://archive.example/bot"})

    introduce(settings)

    assert "From" not in settings["DEFAULT_REQUEST_HEADERS"]
