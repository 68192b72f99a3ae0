from __future__ import annotations

from ipaddress import ip_address

import pytest

from newsbot.addresses import (
    host_refusal,
    is_loopback,
    is_public,
    ports_of,
    read_private_hosts,
    url_refusal,
)

PRIVATE_HOSTS = """
    127.0.0.1 127.8.9.10 10.0.0.1 172.16.3.4 192.168.1.1 100.64.0.1 198.18.0.1 0.0.0.0
    255.255.255.255 224.0.0.1 240.0.0.1 192.0.2.7 192.88.99.1
    169.254.169.254 169.254.170.2 100.100.100.200 168.63.129.16 192.0.0.192
    :: ::1 fe80::1 fc00::1 fec0::1 ff02::1 2001:db8::1 100::1 fd00:ec2::254
    ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::1
    2002:7f00:1:: 2002:5db8:d822:: 2001:0:53aa:64c::1 ::7f00:1
    localhost paper.localhost router nas.local router.lan metadata.google.internal
    kubernetes.default.svc printer.home.arpa
"""
DISGUISED_HOSTS = """
    2130706433 0x7f000001 017700000001 0177.0.0.1 0x7f.1 127.1 127.0.1 010.0.0.1 93.184.216
    4294967297 1.2.3.4.5 a.0x7f a.127
    １２７.0.0.1 127。0。0。1 ①②⑦.0.0.1
"""


@pytest.mark.parametrize("host", PRIVATE_HOSTS.split())
def test_what_is_not_on_the_public_internet_is_private(host):
    assert host_refusal(host) == "private address"


@pytest.mark.parametrize("host", DISGUISED_HOSTS.split())
def test_a_number_is_an_address_only_in_its_usual_form(host):
    assert host_refusal(host) == "address in disguise"


@pytest.mark.parametrize(
    "host",
    [
        "waldbote.test",
        "báo-thái-bình.test",
        "tin_tuc.test",
        "localhost.waldbote.test",
        "mylocal.test",
        "93.184.216.34",
        "2606:2800:220:1::1",
        "::ffff:93.184.216.34",
        "64:ff9b::5db8:d822",
    ],
)
def test_what_is_on_the_public_internet_may_be_asked(host):
    assert host_refusal(host) is None


@pytest.mark.parametrize(
    "host", ["", "127.0.0.%31", "a..test", "wald bote.test", "a" * 64 + ".test"]
)
def test_what_no_name_can_be_is_no_address(host):
    assert host_refusal(host) == "no address"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("https://waldbote.test/a", None),
        ("http://waldbote.test:8080/a", None),
        ("http://waldbote.test:4711/a", None),
        ("http://waldbote.test:22/a", "unusual port"),
        ("http://waldbote.test:0/a", "unusual port"),
        ("file:///etc/hostname", "neither http nor https"),
        ("ftp://waldbote.test/a", "neither http nor https"),
        ("data:text/html,a", "neither http nor https"),
        ("javascript:alert(1)", "neither http nor https"),
        ("s3://bucket/a", "neither http nor https"),
        ("http://me@waldbote.test/", "user name in an address"),
        ("http://waldbote.test:80@127.0.0.1/", "user name in an address"),
        ("http://waldbote.test\\@127.0.0.1/", "user name in an address"),
        ("http://[::ffff:169.254.169.254]/", "private address"),
        ("http://127.0.0.1:4711/", "private address"),
        ("http://2130706433/", "address in disguise"),
        ("http://[::1/", "no address"),
        ("http://waldbote.test:99999/", "no address"),
        ("http:///a", "no address"),
    ],
)
def test_only_the_web_is_asked_on_its_ports_and_the_sites_own(url, why):
    assert url_refusal(url, {4711}) == why


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://127.0.0.1:4711/", None),
        ("http://router:4711/", None),
        ("http://waldbote.test:4711/", None),
        ("http://2130706433/", "address in disguise"),
        ("http://me@127.0.0.1/", "user name in an address"),
        ("http://169.254.169.254/", "private address"),
        ("http://[fd00:ec2::254]/", "private address"),
        ("http://168.63.129.16/", "private address"),
        ("file:///etc/hostname", "neither http nor https"),
    ],
)
def test_who_allows_all_private_hosts_opens_their_ports_but_no_clouds_secrets(url, why):
    assert url_refusal(url, private=read_private_hosts("1")) == why


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://10.1.2.3:4711/", None),
        ("http://intranet:4711/", None),
        ("http://10.2.0.1/", "private address"),
        ("http://127.0.0.1/", "private address"),
        ("http://router/", "private address"),
        ("http://waldbote.test:4711/", "unusual port"),
    ],
)
def test_who_names_private_hosts_opens_these_alone(url, why):
    assert url_refusal(url, private=read_private_hosts("10.1.0.0/16, Intranet")) == why


@pytest.mark.parametrize("value", [False, None, 0, "0", "False", "no", "", []])
def test_no_private_host_is_allowed_unless_somebody_says_so(value):
    private = read_private_hosts(value)

    assert not private.all
    assert not private.has(ip_address("127.0.0.1"))


@pytest.mark.parametrize("value", [True, 1, "True", "yes", "on"])
def test_every_private_host_is_allowed_to_who_says_yes(value):
    assert read_private_hosts(value).all


@pytest.mark.parametrize("value", ["10.1.0.0/99", "http://intranet/", "127.1"])
def test_what_is_neither_host_nor_network_is_no_setting(value):
    with pytest.raises(ValueError, match="neither a host name nor a network"):
        read_private_hosts(value)


@pytest.mark.parametrize("text", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_a_server_is_at_a_public_address(text):
    assert is_public(ip_address(text))


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "localhost", "::1"])
def test_this_machine_is_loopback(host):
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["10.0.0.1", "waldbote.test", "169.254.169.254", ""])
def test_any_other_is_not(host):
    assert not is_loopback(host)


def test_the_ports_of_a_site_are_those_of_its_addresses():
    urls = ["http://a.test:81/", "https://a.test/", "http://a.test:82/{day:%d}", "http://a.test:x/"]

    assert ports_of(urls) == {81, 82}
