from __future__ import annotations

import pytest
from scrapy.settings import Settings

from newsbot.contact import address_in, check_contact, contact_of, is_contact, user_agent
from newsbot.exceptions import SettingError


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


def test_the_contact_is_what_the_setting_says():
    assert contact_of(Settings({"CONTACT": " ops@archive.example "})) == "ops@archive.example"


def test_a_contact_that_reaches_nobody_is_told():
    with pytest.raises(SettingError, match="CONTACT='nobody' reaches nobody"):
        contact_of(Settings({"CONTACT": "nobody"}))


@pytest.mark.parametrize("host", ["waldbote.test", "10.0.0.1", "localhost.test"])
def test_without_contact_another_machine_is_not_asked(host):
    with pytest.raises(SettingError, match="export NEWSBOT_CONTACT="):
        check_contact("", host)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_this_machine_need_not_be_told_who_asks(host):
    check_contact("", host)


def test_with_contact_any_host_may_be_asked():
    check_contact("ops@archive.example", "waldbote.test")
