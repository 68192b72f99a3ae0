from __future__ import annotations

import pytest

from newsbot.extract.ownership import Ownership
from newsbot.extract.tree import read_tree

HOME = "https://waldbote.test"
HERE = f"{HOME}/artikel/2"
PAGE = read_tree(
    f"""<h1>Pilze am Hang</h1><div>Der erste Frost</div>
<h2><a href="{HOME}/artikel/1">Das Dorf feiert</a></h2>"""
)
NAMELESS = {"headline": "Das Dorf feiert"}


def own(*nodes, addresses=(HERE,), titles=("Pilze am Hang | Waldbote",)):
    return list(Ownership(addresses, titles, PAGE).own(nodes))


def named(url, headline="Das Dorf feiert"):
    return {"headline": headline, "url": url}


def test_of_several_articles_it_is_the_one_of_this_address():
    here = {"mainEntityOfPage": {"@id": f"{HERE}/#a"}}
    assert own(named(f"{HOME}/artikel/1"), here) == [here]


def test_without_an_address_it_is_the_first():
    assert own(NAMELESS, {"name": "b"}) == [NAMELESS]


@pytest.mark.parametrize(
    "url",
    [f"{HOME}/artikel/1", "/artikel/1", f"{HOME}/artikel/1#article", "https://other.test/1"],
    ids=["absolute", "relative", "with a fragment", "another host"],
)
def test_a_node_of_another_page_whose_headline_is_not_here_is_not_the_page_s(url):
    assert own(named(url)) == []


def test_the_first_node_that_may_be_the_page_s_is():
    assert own(named(f"{HOME}/artikel/1"), NAMELESS) == [NAMELESS]


@pytest.mark.parametrize(
    "headline",
    ["Pilze am Hang", "Der erste Frost"],
    ids=["of the title", "printed"],
)
def test_a_node_under_an_old_address_is_the_page_s_by_its_headline(headline):
    node = named(f"{HOME}/alt/2.html", headline)
    assert own(node) == [node]


@pytest.mark.parametrize(
    "url",
    [
        HOME,
        f"{HOME}/#article",
        "#article",
        f"{HERE}?von=start",
        "https://www.waldbote.test/artikel/2",
    ],
    ids=["front page", "fragment", "fragment alone", "query", "another host"],
)
def test_an_address_of_no_other_article_makes_no_stranger(url):
    node = named(url)
    assert own(node) == [node]


def test_the_canonical_address_is_the_page_s():
    node = named("https://wald.test/7")
    assert own(node, addresses=(HERE, "https://wald.test/7")) == [node]


def test_a_broken_address_is_none():
    node = named("//[")
    assert own(node) == [node]


@pytest.mark.parametrize(
    ("headline", "is_card"),
    [
        (f"<a href='{HOME}/artikel/1'><h2 itemprop='headline'>Das Dorf feiert</h2></a>", True),
        ("<h2 itemprop='headline'><a href='/artikel/1'>Das Dorf feiert</a></h2>", True),
        ("<h2 itemprop='headline'><a href='/artikel/2'>Das Dorf feiert</a></h2>", False),
        ("<h2 itemprop='headline'><a href='/alt/2'>Pilze am Hang</a></h2>", False),
        ("<h2 itemprop='headline'>Das Dorf feiert</h2>", False),
        ("<p>Das Dorf feiert</p>", False),
    ],
    ids=["linked", "link inside", "to this page", "this page's", "no link", "no headline"],
)
def test_a_card_has_the_linked_headline_of_another_page(headline, is_card):
    article = read_tree(f"<article>{headline}</article>").find(".//article")

    assert Ownership([HERE], ["Pilze am Hang"], PAGE).is_card(article) is is_card
