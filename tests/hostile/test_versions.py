"""Cases 36 and 37: what answers well and says nothing, and what says the same again."""

from __future__ import annotations

import pytest

from tests.hostile.bodies import PARAGRAPHS, article, front
from tests.hostile.crawl import crawl
from tests.hostile.server import Page
from tests.hostile.sites import LATER, profile

KEYS = [str(number) for number in range(100, 108)]
WHAT = {
    "consent": b"<title>Zustimmung</title><h1>Cookies</h1><p>Bitte stimmen Sie zu.",
    "empty": b"",
    "relaunch": b"<html><body><div id=app></div></body></html>",
}
# A look back at all articles is due when they are a week old.
DAYS = 8


class Turning:
    """Serves sound articles, until they are *turned* into another page."""

    def __init__(self, site):
        self.site = site
        self.turned = False

    def __call__(self, path):
        key = path.rpartition("/")[2]
        sound = article(self.site, key, f"Meldung {key}")
        return Page(WHAT[self.site] if self.turned else sound)


@pytest.fixture(scope="module")
def done(server, tmp_path_factory):
    """What a first crawl kept, and a second one, by which the sites have turned."""
    folder = tmp_path_factory.mktemp("versions")
    paths = [f"/artikel/{key}" for key in KEYS]
    turning = [Turning(site) for site in WHAT]
    sites = {f"{one.site}.test": {"/": front(paths), "/artikel/*": one} for one in turning}
    ways = ["/artikel/5", "/artikel/5/kommentare", "/a/artikel/5?utm_source=x"]
    same = Page(article("copies", "5", "Derselbe Artikel"))
    copies = {"/": front([*ways, "/artikel/6"]), **dict.fromkeys(ways, same)}
    copies["/artikel/6"] = Page(article("copies", "6", "Der andere"))
    server.begin({**sites, "copies.test": copies})
    profiles = {site: profile(site, server.port) for site in [*WHAT, "copies"]}
    first = crawl(folder, profiles, {})
    before = {site: first.articles(site) for site in profiles}
    for one in turning:
        one.turned = True
    edited = copies["/artikel/6"].body.replace(PARAGRAPHS[1].encode(), b"Anders.")
    copies["/artikel/6"] = Page(edited)
    (folder / LATER).write_text(str(DAYS))
    return before, crawl(folder, profiles, {})


def texts(articles):
    """Return what each of *articles* says, apart from what others say of it."""
    told = ("revision", "status", "fingerprint", "body", "fetched_at")
    return {key: [article[name] for name in told] for key, article in articles.items()}


@pytest.mark.parametrize("site", WHAT)
def test_a_page_that_says_nothing_leaves_the_good_version_as_it_is(done, site):
    before, after = done

    assert texts(after.articles(site)) == texts(before[site])
    assert len(before[site]) == len(KEYS)


@pytest.mark.parametrize("site", WHAT)
def test_a_site_of_which_nothing_can_be_kept_any_more_needs_a_person(done, site):
    code, dropped, _ = done[1].outcome(site)

    assert code == 3
    assert sum(dropped.values()) == len(KEYS)


def test_an_article_at_several_addresses_is_one(done):
    article = done[0]["copies"]["5"]

    assert {url.partition(".test")[2].partition("/")[2] for url in article["aliases"]} == {
        "artikel/5/kommentare",
        "a/artikel/5",
    }


def test_the_same_page_again_is_a_revisit_and_no_revision(done):
    kinds = [r.kind for r in done[1].records("copies") if (r.url or "").endswith("/artikel/5")]

    assert [kind for kind in kinds if kind != "request"] == [
        *("response", "metadata"),
        *("revisit", "metadata"),
    ]
    assert texts(done[1].articles("copies"))["5"] == texts(done[0]["copies"])["5"]


def test_an_edited_article_is_a_revision(done):
    before, after = done[0]["copies"]["6"], done[1].articles("copies")["6"]

    assert (before["revision"], after["revision"]) == (1, 2)
    assert "Anders." in after["body"]
