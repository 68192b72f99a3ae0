from __future__ import annotations

import pytest
from scrapy import Request
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.utils.test import get_crawler

from newsbot.middlewares.guards import GuardMiddleware, is_loopback, is_private


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.8.9.10",
        "localhost",
        "paper.localhost",
        "10.0.0.1",
        "172.16.3.4",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "127.1",
        "::1",
        "fe80::1",
        "fc00::1",
        "::ffff:127.0.0.1",
        "router.lan",
        "nas.local",
        "metadata.google.internal",
    ],
)
def test_what_is_not_on_the_public_internet_is_private(host):
    assert is_private(host)


@pytest.mark.parametrize(
    "host",
    ["waldbote.test", "93.184.216.34", "2606:2800:220:1::1", "localhost.waldbote.test", "mylocal"],
)
def test_what_is_on_the_public_internet_is_not(host):
    assert not is_private(host)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "localhost", "::1"])
def test_this_machine_is_loopback(host):
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["10.0.0.1", "waldbote.test", "169.254.169.254", ""])
def test_any_other_is_not(host):
    assert not is_loopback(host)


def test_a_request_to_a_private_address_is_refused():
    guard = GuardMiddleware.from_crawler(get_crawler())

    with pytest.raises(IgnoreRequest, match=r"169\.254\.169\.254 is a private address"):
        guard.process_request(Request("http://169.254.169.254/latest/meta-data/"))


def test_a_request_to_a_paper_passes():
    guard = GuardMiddleware.from_crawler(get_crawler())

    assert guard.process_request(Request("https://waldbote.test/")) is None


def test_the_guard_can_be_switched_off():
    with pytest.raises(NotConfigured):
        GuardMiddleware.from_crawler(get_crawler(settings_dict={"ALLOW_PRIVATE_HOSTS": True}))
