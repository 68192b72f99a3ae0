"""Cases 21 to 25: addresses that lead in circles, inwards, or away."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tests.hostile.crawl import crawl
from tests.hostile.server import HERE
from tests.hostile.sites import profile, redirecting


@pytest.fixture(scope="module")
def done(server, tmp_path_factory):
    sites = redirecting(server.port)
    server.begin({f"{site}.test": pages for site, pages in sites.items()})
    profiles = {site: profile(site, server.port) for site in sites}
    settings = {"RETRY_TIMES": "2"}
    return crawl(tmp_path_factory.mktemp("addresses"), profiles, settings, jobs=len(sites))


def requests(server, site):
    return [path for path in server.paths(f"{site}.test") if path != "/robots.txt"]


def outcomes(done, site):
    """Return what the state says of the articles of *site*, by their keys."""
    with closing(sqlite3.connect(done.folder / "data" / "state" / f"{site}.sqlite")) as db:
        return dict(db.execute("SELECT key, outcome FROM url"))


def test_five_redirects_are_followed_and_no_more(done, server):
    asked = requests(server, "loop")

    assert asked.count("/artikel/1") == 6
    assert [path for path in asked if path.startswith("/artikel/2")] == [
        f"/artikel/{number}" for number in range(20, 26)
    ]
    assert done.outcome("loop")[2] == {"max redirections reached": 1}
    assert sorted(done.articles("loop")) == ["25", "9"]


def test_a_redirect_inwards_is_refused_in_whatever_form(done):
    told = {"private address": 6, "address in disguise": 4}

    assert done.outcome("inward") == (0, told, told)
    assert list(done.articles("inward")) == ["9"]


@pytest.mark.parametrize("site", ["inside", "itself"])
def test_a_site_that_is_inside_itself_needs_a_person(done, site):
    report = done.reports[site]

    assert report["exit_code"] == 3
    assert "private address" in report["trouble"]
    assert "ALLOW_PRIVATE_HOSTS" in report["trouble"]
    assert list(done.records(site)) == []


def test_a_name_that_is_inside_is_looked_up_once(done):
    assert done.lookups.count("inside.test") == 1


def test_a_name_that_moves_inside_is_refused_when_it_is_connected_to_again(done, server):
    report = done.reports["rebinding"]

    assert done.lookups.count("rebinding.test") == 2
    assert server.paths("rebinding.test") == ["/robots.txt"]
    assert (report["exit_code"], set(report["troubles"])) == (3, {"private address"})


def test_nothing_was_connected_to_but_where_the_sites_are(done, server):
    assert {where for name, where in done.events if name == "socket.connect"} == {HERE}
    assert server.trapped == 0
    assert set(server.hosts()) <= {f"{site}.test" for site in done.reports}


def test_a_refusal_leaves_no_traceback(done):
    assert "Traceback" not in done.output + "".join(map(done.log, done.reports))


def test_only_the_web_is_followed(done, server):
    asked = requests(server, "schemes")

    assert asked == ["/", *(f"/artikel/{n}" for n in range(100, 104)), "/artikel/9"]
    told = {"neither http nor https": 4}
    assert done.outcome("schemes") == (0, told, told)
    assert outcomes(done, "schemes")["100"] == "neither http nor https"
    assert list(done.articles("schemes")) == ["9"]


def test_a_redirect_off_the_site_is_archived_and_not_followed(done, server):
    moved = [dict(r.http_headers) for r in done.records("away") if r.http_status == 302]

    troubles = {"redirected off site": 2, "unusual port": 1, "user name in an address": 1}
    assert done.outcome("away") == (0, troubles, troubles)
    assert f"http://elsewhere.test:{server.port}/".encode() in [h[b"Location"] for h in moved]
    assert len(moved) == 4
    assert outcomes(done, "away")["1"] == "redirected off site"


def test_no_request_bears_what_a_server_gave_or_a_login(done, server):
    borne = {name for asked in server.asked for name in asked.headers}

    assert borne.isdisjoint({"cookie", "authorization", "referer", "proxy-authorization"})
