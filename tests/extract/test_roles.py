from __future__ import annotations

import pytest

from newsbot.extract.roles import Roles, is_never_article, is_text
from newsbot.extract.tree import read_tree

LEADS = """
    tomtat tom-tat perex sommario occhiello linha-fina olho spot ozet ingress manchet deck
    standfirst chapo bajada copete zajawka anons podzagolovok lid untertitel subTitle
"""
CAPTIONS = "img-note photo-desc image_description noteImage pie-de-foto bildunterschrift didascalia"
COMMENTS = """
    binhluan box-binh-luan box-y-kien commentaires comentarios kommentare kommentarer komentarze
    commenti reacties yorumlar
"""


def innermost(html):
    element = read_tree(html).xpath("//body")[0]
    while len(element):
        element = element[-1]
    return element


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<p>", None),
        ("<p class='intro-text'>", "lead"),
        ("<p class='sapo'>", "lead"),
        *((f"<p class='{name}'>", "lead") for name in LEADS.split()),
        *((f"<div class='{name}'>", "caption") for name in CAPTIONS.split()),
        *((f"<div class='{name}'>", "box") for name in COMMENTS.split()),
        ("<div class='spot-im-frame'>", None),
        ("<div class='articleAuthor'>", "byline"),
        ("<div id='tac-gia'>", "byline"),
        ("<span class='pubdate 128'>", "date"),
        ("<p class='wp-caption-text'>", "caption"),
        ("<figure><p>", "caption"),
        ("<div class='share-buttons'><p>", "box"),
        ("<div class='relatedNews'><p>", "box"),
        ("<div class='doc-nhieu'><p>", "box"),
        ("<span class='luotxem'>", "box"),
        ("<div class='post-views'>", "box"),
        ("<div class='view view-content'>", None),
        ("<span id='dongho'>", "date"),
        ("<h2 class='visually-hidden'>", "box"),
        ("<span class='article-text sr-only'>", "box"),
        ("<div class='overflow-hidden'>", None),
        ("<form><p>", "box"),
        ("<h3 id='nav-und-menu'>", None),
        ("<p class='paywall'>", None),
        ("<div class='paywall-banner'>", "box"),
        ("<div class='social-buttons'>", "box"),
        ("<div class='social-media-embed'>", None),
        ("<div class='factbox'>", "box"),
        ("<div class='js-tooltip-content'>", "box"),
        ("<aside><p>", "aside"),
        ("<nav><p class='lead'>", "aside"),
        ("<div class='ads'><p class='author'>", "box"),
        ("<div class='meta'><span class='author'>", "byline"),
        ("<div class='article-body paywall'>", None),
        ("<p class='has-normal-font-size is-style-lead no-comments'>", None),
        ("<div class='shareholders metadatum datel'>", None),
    ],
    ids=str,
)
def test_an_element_plays_the_part_its_names_say(html, kind):
    element = innermost(html)
    assert Roles([element.getroottree().getroot()]).kind(element) == kind


def test_what_is_around_the_article_plays_no_part():
    element = innermost("<div class='post tag-honig has-sidebar'><p>")
    assert Roles([element.getparent()]).kind(element) is None


def test_the_profile_has_the_last_word():
    element = innermost("<div class='share'><b>")
    assert Roles([], {element: "byline"}).kind(element) == "byline"


def test_a_role_names_its_player():
    element = innermost("<div class='sapo'><p>")
    assert Roles([]).of(element) == ("lead", element.getparent())


@pytest.mark.parametrize(
    ("html", "never"),
    [("<div id='comments'>", True), ("<div class='entry tag-x'>", False)],
    ids=["comments", "tags"],
)
def test_a_list_of_comments_is_never_an_article(html, never):
    assert is_never_article(innermost(html)) is never


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<td><span id='lblBrief'>Ein Satz.</span></td>", "lead"),
        ("<td>Ein <span id='lblBrief'>Satz.</span></td>", None),
        ("<td><span id='lblBrief'>Ein Satz</span>.</td>", None),
        ("<td><span id='lblBrief'><p>Ein Satz.</p></span></td>", None),
        ("<td><span class='tags'>Ein Satz.</span></td>", None),
    ],
    ids=["all of it", "text before", "text behind", "a block", "a box"],
)
def test_a_cell_plays_the_part_of_the_label_that_fills_it(html, kind):
    cell = next(read_tree(f"<table><tr>{html}</table>").iter("td"))
    assert Roles([]).kind(cell) == kind


@pytest.mark.parametrize(
    ("name", "says_so"), [("entry-content", True), ("articleBody", True), ("teaser", False)]
)
def test_an_element_may_say_that_it_holds_the_text(name, says_so):
    assert is_text(read_tree(f"<div class='{name}'>Ein Satz.</div>").find(".//div")) is says_so
