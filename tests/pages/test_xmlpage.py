from __future__ import annotations

import pytest

from newsbot.pages.listed import Listed
from newsbot.pages.xmlpage import XmlPage, child_text, local_name


@pytest.fixture
def titles(page, profile):
    """The titles of the items of a document."""

    def titles(markup):
        entries = XmlPage(page(markup), profile).entries("item")
        return [child_text(entry, "title") for entry in entries]

    return titles


def rss(*titles):
    return f"<rss>{''.join(f'<item><title>{title}</title></item>' for title in titles)}</rss>"


def test_the_entries_of_a_sound_document_are_given_in_its_order(titles):
    assert titles(rss("A", "B")) == ["A", "B"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("Rat & Tat", "Rat & Tat", id="ampersand"),
        pytest.param("Rat &amp; Tat", "Rat & Tat", id="ampersand of XML"),
        pytest.param("3 < 4 & 5", "3 < 4 & 5", id="angle"),
        pytest.param("Gr&uuml;n&nbsp;&hellip;", "Grün\xa0…", id="names of HTML"),
        pytest.param("&#252;ber &#x1f333;", "über 🌳", id="numbers"),
        pytest.param("halb &#55555;&#xdc00; ganz", "halb \ufffd\ufffd ganz", id="halves"),
        pytest.param("&nichts; & mehr", "&nichts; & mehr", id="a name of nothing"),
        pytest.param("<![CDATA[a & b <p>]]> & c", "a & b <p> & c", id="CDATA beside"),
    ],
)
def test_signs_are_read_as_they_are_meant(titles, written, read):
    assert titles(rss(written)) == [read]


def test_a_torn_entry_costs_no_other(titles):
    assert titles(rss("A", "B<c><d>", "E"))[::2] == ["A", "E"]


def test_what_is_commented_out_of_a_torn_document_stays_out(titles):
    assert titles(f"<rss><!-- {rss('A')} --><b><c></b>{rss('B')}") == ["B"]


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("", id="nothing"),
        pytest.param("Datenbankfehler", id="words"),
        pytest.param("<", id="an angle"),
        pytest.param("<item" * 1000, id="open tags"),
        pytest.param("<!--" * 1000, id="open comments"),
        pytest.param("<rss>" + "<a>" * 1000, id="depth"),
    ],
)
def test_what_has_no_entries_gives_none(titles, markup):
    assert titles(markup) == []


def test_articles_are_listed_once_if_they_are_the_sites(page, profile):
    home = "https://waldbote.test"
    listed = [Listed(home + place) for place in ("/artikel/8", "/lokales/", "/artikel/8")]

    assert XmlPage(page(""), profile).articles_of(iter(listed)) == (listed[0],)


def test_comments_have_no_name(page, profile):
    (entry,) = XmlPage(page("<rss><item><!-- A --><b/></item></rss>"), profile).entries("item")

    assert [local_name(child) for child in entry] == ["", "b"]


def test_a_child_in_the_namespace_of_its_entry_comes_first(page, profile):
    markup = "<rss xmlns:m='x'><item><m:title>A</m:title><title>B</title></item></rss>"
    (entry,) = XmlPage(page(markup), profile).entries("item")

    assert child_text(entry, "title") == "B"


def test_an_undeclared_prefix_is_part_of_a_name(page, profile):
    document = XmlPage(page("<rss><item><news:day>1</news:day></item></rss>"), profile)

    names = {local_name(child) for entry in document.entries("item") for child in entry}

    assert names == {"news:day"}
