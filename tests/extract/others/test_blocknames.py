from __future__ import annotations

import pytest

from newsbot.extract.others.blocknames import is_elsewhere, kind_by_name, names_a_block
from newsbot.extract.tree import read_tree


def element(name, tag="div", attribute="class"):
    return next(read_tree(f"<main><{tag} {attribute}='{name}'></{tag}></main>").iter(tag))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        *(("box-lienquan", "editor"), ("tin-lien-quan", "editor"), ("relatedContent", "editor")),
        *(("td_module_related_posts", "editor"), ("article__related", "editor")),
        *(("cung-chuyen-muc", "same-section"), ("moreInSection", "same-section")),
        *(("recent-posts", "chronological"), ("tin-moi-nhat", "chronological")),
        *(("most-read", "popular"), ("docnhieu", "popular"), ("recommended", "popular")),
        *(("more-stories", None), ("read-next", None)),
    ],
)
def test_a_name_says_what_a_block_lists(name, kind):
    block = element(name)

    assert (names_a_block(block), kind_by_name(block)) == (True, kind)


def test_an_id_says_it_as_well():
    assert kind_by_name(element("lienquan", attribute="id")) == "editor"


@pytest.mark.parametrize("name", ["article-body", "correlation", "unrelated", "col-8", ""])
def test_other_names_say_nothing(name):
    assert not names_a_block(element(name))


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("site-menu", "div"),
        ("footer-links", "div"),
        ("taboola", "div"),
        ("", "nav"),
    ],
)
def test_menus_footers_comments_and_advertisements_are_elsewhere(name, tag):
    assert is_elsewhere(element(name, tag))


@pytest.mark.parametrize("name", ["article-footer", "entry__footer", "related-links", "widget"])
def test_the_foot_of_an_article_is_not(name):
    assert not is_elsewhere(element(name))
