from __future__ import annotations

import subprocess
import sys

import pytest

from newsbot.extract.opinion import is_unsure, second_opinion
from tests.extract.layouts import layout_of

OWN = "Am Samstag hat der Müller das Wehr zum ersten Mal seit dem Hochwasser wieder geöffnet."
REST = [
    f"Absatz {number}: Die Bewohner am Bach standen dabei und sahen zu, wie das Wasser stieg."
    for number in range(14)
]
HEAD = "<h1>Fest am Wehr</h1>"
PAGE = f"""{HEAD}<article><p>{OWN}</p><div class='promo'>
{"".join(f"<p>{text}</p>" for text in REST)}</div></article>"""


def test_much_text_that_none_but_its_name_calls_a_box_makes_unsure():
    assert is_unsure(layout_of(PAGE), [OWN])


@pytest.mark.parametrize(
    "html",
    [
        PAGE.replace("promo", "comments"),
        PAGE.replace("class='promo'", "").replace("<p>Absatz", "<p class='caption'>Absatz"),
        HEAD + "".join(f"<p><a href='/{text[7]}'>{text}</a></p><p>{text}</p>" for text in REST),
        f"{HEAD}<div itemprop='articleBody'></div><div class='promo'><p>{OWN * 3}</p></div>",
    ],
    ids=["comments", "captions", "teasers", "filled by a script"],
)
def test_text_that_is_never_the_article_s_makes_nobody_unsure(html):
    assert not is_unsure(layout_of(html), [OWN])


def test_a_box_beside_a_brief_makes_nobody_unsure():
    assert not is_unsure(layout_of(f"{HEAD}<p>{OWN}</p><div class='promo'>{OWN * 5}</div>"), [OWN])


def test_a_page_read_whole_makes_nobody_unsure():
    assert not is_unsure(layout_of(PAGE), [OWN, *REST])


def opinion_on(html, own, about=()):
    return [line.text for line in second_opinion(layout_of(html), own, about)]


@pytest.fixture
def plain():
    return PAGE.replace("promo", "")


def test_another_reader_is_believed_that_found_much_more(plain):
    assert opinion_on(plain, [OWN]) == [OWN, *REST]


@pytest.mark.parametrize("own", [[OWN, *REST], ["Etwas ganz anderes."]], ids=["no more", "other"])
def test_another_reader_is_not_believed_that_found(plain, own):
    assert opinion_on(plain, own) == []


def test_paragraphs_are_the_page_s_own_wherever_another_reader_cuts_them(plain):
    html = plain.replace("Bewohner am", "<b>Bewohner</b> <a href='/x'>am")
    assert opinion_on(html, [OWN]) == [OWN, *REST]


@pytest.mark.parametrize(("about", "number"), [([OWN], 15), (["Der Rat tagt."], 0), ([], 0)])
def test_where_nothing_was_found_the_page_s_own_word_counts(plain, about, number):
    assert len(opinion_on(plain, [], about)) == number


def test_an_empty_page_has_no_second_opinion():
    assert opinion_on("", [], [OWN]) == []


def test_of_an_endless_page_nobody_else_is_asked(plain):
    assert opinion_on(plain + "<br>" * 30_000, [OWN]) == []


def test_another_reader_leaves_the_tree_as_it_is(plain):
    layout = layout_of(plain)
    second_opinion(layout, [OWN], [])
    assert len(layout.tree.xpath("//p")) == 15


def test_the_other_reader_is_imported_when_it_is_asked():
    code = "import sys, newsbot.pages.article; sys.exit('trafilatura' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
