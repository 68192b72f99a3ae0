from __future__ import annotations

import pytest

from newsbot.extract.metadata import read_metadata
from newsbot.extract.sitename import SiteName, names_paper
from newsbot.extract.tree import read_tree
from tests.extract.columns import site_of

URL = "https://baodongrang.test/tin/7"
HEAD = """<meta property="og:site_name" content="Báo Đồng Rạng và Đài Đồng Rạng">
<script type="application/ld+json">{"@type": "WebSite", "name": "Đồng Rạng Online"}</script>"""


@pytest.fixture(scope="module")
def site():
    return SiteName(read_metadata(read_tree(HEAD), URL), "www.baodongrang.test")


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Chợ mới - Báo Đồng Rạng", "Chợ mới"),
        ("Chợ mới | Báo Đồng Rạng điện tử", "Chợ mới"),
        ("Báo Đồng Rạng » Chợ mới", "Chợ mới"),
        ("Chợ mới – Xã hội – BÁO ĐỒNG RẠNG", "Chợ mới – Xã hội"),
        ("Chợ mới - chợ cũ", "Chợ mới - chợ cũ"),
        ("Báo Đồng Rạng", ""),
        ("Báo Đồng Rạng điện tử", ""),
        ("Đồng Rạng được mùa", "Đồng Rạng được mùa"),
    ],
    ids=lambda text: text or "nothing",
)
def test_the_name_of_the_paper_is_taken_off(site, title, bare):
    assert site.taken_off(title) == bare


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Báo Đồng Rạng", True), ("the Baodongrang", True), ("Đồng Rạng", False), ("", False)],
    ids=["name", "article", "place", "nothing"],
)
def test_a_name_is_known_as_one(site, text, expected):
    assert site.is_name(text) is expected


def test_umlauts_in_a_domain_are_written_with_e():
    site = SiteName(read_metadata(read_tree(""), URL), "boersen-bote.test")
    assert site.taken_off("Kurse fallen | Börsen-Bote") == "Kurse fallen"


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Waldbote fragt – Ida Moor", "Waldbote fragt – Ida Moor"),
        ("Fest am See - Waldbote", "Fest am See"),
    ],
    ids=["like the name", "the very name"],
)
def test_of_a_printed_title_only_the_very_name_is_taken_off(title, bare):
    assert site_of().taken_off(title, is_printed=True) == bare


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Báo Đồng Rạng", True),
        ("Báo điện tử Đồng Rạng", True),
        ("Báo Đồng Rạng Online", True),
        ("Cổng thông tin điện tử Đồng Rạng", True),
        ("Báo động lũ trên sông Rạng", False),
        ("Báo Đồng Rạng trao quà cho trò nghèo", False),
        ("Waldbote", False),
    ],
)
def test_the_title_of_a_vietnamese_paper_is_known_as_one(title, expected):
    assert names_paper(title) is expected


def test_an_app_that_is_called_as_its_page_names_no_paper():
    tags = {"og:site_name": "Waldbote", "og:title": "Brücke", "application-name": "Brücke"}
    head = "".join(f'<meta property="{name}" content="{text}">' for name, text in tags.items())
    site = SiteName(read_metadata(read_tree(head), URL), "waldbote.test")

    assert [site.is_name(text) for text in ("Brücke", "Waldbote")] == [False, True]
