from __future__ import annotations

import pytest

from newsbot.extract.credits.authors import read_credits, stated_names
from newsbot.extract.credits.bylines import find_bylines
from newsbot.extract.metadata import read_metadata
from newsbot.extract.selected import Selected
from newsbot.extract.tree import read_tree
from tests.extract.columns import URL, column_of, site_of

TEXT = "<p>Ein Absatz, der lang genug ist.</p><p>Und noch einer, der länger ist.</p>"


def credits_of(html, head="", **selectors):
    tree = read_tree(head + html)
    column = column_of(head + html)
    selected = Selected(tree, selectors)
    return read_credits(
        find_bylines(column), column, selected, read_metadata(tree, URL), site_of(head)
    )


def stated(*names):
    people = ", ".join(f'{{"@type": "Person", "name": "{name}"}}' for name in names)
    node = f'{{"@type": "NewsArticle", "author": [{people}]}}'
    return f'<script type="application/ld+json">{node}</script>'


def test_author_and_source_may_stand_on_two_lines():
    named = credits_of(f"{TEXT}<p>Lý Văn Đang</p><p>Theo TTXVN</p>")
    assert (named.authors.value, named.source.value) == (("Lý Văn Đang",), "TTXVN")


def test_what_is_stated_comes_before_what_is_printed():
    named = credits_of(f"{TEXT}<p>Ida Moor</p>", stated("Max Orth", "Ida Moor"))
    assert named.authors == (("Max Orth", "Ida Moor"), "json-ld")


def test_a_login_or_an_empty_name_gives_way_to_the_printed_author():
    named = credits_of(f"{TEXT}<p>Ida Moor</p>", stated("vuonnhatv", ""))
    assert named.authors == (("Ida Moor",), "generic")


def test_the_profile_has_the_first_word():
    html = f"{TEXT}<p class='x'>Trần Kha/Báo Đồng Rạng</p>"
    named = credits_of(html, stated("Max Orth"), authors=[".x"])
    assert named == ((("Trần Kha",), "profile"), ("Báo Đồng Rạng", "profile"))


def test_a_source_of_the_profile_loses_its_label():
    named = credits_of(f"<p class='x'>Nguồn: Đồng Rạng</p>{TEXT}", source=[".x"])
    assert named.source == ("Đồng Rạng", "profile")


def test_a_meta_tag_counts_if_the_column_prints_the_name():
    head = '<meta name="author" content="Ida Moor">'
    assert credits_of(f"<p>Unterwegs mit Ida Moor</p>{TEXT}", head).authors.evidence == "meta"


def test_a_vendor_in_a_meta_tag_is_nobody():
    assert credits_of(TEXT, '<meta name="author" content="MEDIAWERK">') == (None, None)


LONG = f"<p>{'Ein Absatz, der lang genug ist. ' * 5}</p>"


def test_bylines_with_the_link_for_authors_win_where_they_name_more():
    both = "<p class='author'><a rel='author'>Ida Moor</a>, <a rel='author'>Max Orth</a></p>"
    assert credits_of(both + LONG, stated("Max Orth")).authors.value == ("Ida Moor", "Max Orth")


def test_other_names_do_not_add_to_the_stated_author():
    html = f"<p class='author'>Ida Moor, Max Orth</p>{LONG}"
    assert credits_of(html, stated("Max Orth")).authors == (("Max Orth",), "json-ld")


def test_the_labelled_author_wins_over_one_whom_the_page_never_prints():
    named = credits_of(f"<p>Von Ida Moor</p>{LONG}", stated("Max Orth"))
    assert named.authors == (("Ida Moor",), "generic")


def test_a_stated_author_whom_the_page_prints_stays():
    named = credits_of(f"<p>Von Ida Moor</p>{LONG}<p>Es fragte Max Orth.</p>", stated("Max Orth"))
    assert named.authors == (("Max Orth",), "json-ld")


def test_an_editor_is_not_the_author():
    html = f"<p class='author'>Ida Moor</p>{LONG}<p>Editor: Max Orth</p>"
    assert credits_of(html, stated("Max Orth")).authors == (("Ida Moor",), "generic")


def test_capitals_give_way_to_the_same_name_as_it_is_printed():
    named = credits_of(f"<p class='author'>Ida Moor</p>{LONG}", stated("IDA MOOR"))
    assert named.authors == (("Ida Moor",), "json-ld")


def test_the_paper_is_the_author_where_the_page_says_so_and_names_nobody_else():
    assert credits_of(LONG, stated("Waldbote")).authors == (("Waldbote",), "json-ld")
    assert credits_of(f"<p class='author'>Von Waldbote</p>{LONG}").authors == (
        ("Waldbote",),
        "generic",
    )


def test_the_paper_gives_way_to_an_author_and_to_a_source():
    assert credits_of(f"{LONG}<p>Ida Moor</p>", stated("Waldbote")).authors.value == ("Ida Moor",)
    assert credits_of(f"{LONG}<p>Theo TTXVN</p>", stated("Waldbote")).authors is None


def test_an_agency_that_is_stated_as_author_is_author_and_source():
    named = credits_of(LONG, stated("Ida Moor", "AP"))
    assert named == ((("Ida Moor", "AP"), "json-ld"), ("AP", "json-ld"))
    assert credits_of(LONG, stated("AP")).authors == (("AP",), "json-ld")


def test_initials_are_the_authors_where_nobody_else_is():
    line = "<p>imo, dan; Foto: Tann</p>"
    assert credits_of(f"{LONG}{line}").authors == (("imo", "dan"), "generic")
    assert credits_of(f"{LONG}{line}", stated("Ida Moor")).authors.value == ("Ida Moor",)


@pytest.mark.parametrize(
    ("tag", "authors"),
    [
        ('<meta property="article:author" content="https://www.facebook.com/waldbote">', None),
        ('<meta name="parsely-author" content="ida-moor">', None),
        ('<meta name="sailthru.author" content="Ida Moor">', ("Ida Moor",)),
        ('<meta name="author" content="Nachrichten">', None),
        ('<meta name="author" content="i.moor@waldbote.test">', None),
    ],
)
def test_meta_tags_name_people_or_nobody(tag, authors):
    named = credits_of(f"<p class='meta'>3. Mai 2024 in Nachrichten</p>{LONG}", tag).authors
    assert (named and named.value) == authors


def test_names_that_metadata_give_are_folded():
    metadata = read_metadata(read_tree(stated("Ida Moor", "dpa")), URL)
    assert stated_names(metadata, site_of()) == {"ida moor"}


def test_an_office_under_a_letter_is_nobody():
    html = f"{LONG}<p align='right'>CHỦ TỊCH</p><p align='right'>Lý Văn Đang</p>"
    assert credits_of(html).authors == (("Lý Văn Đang",), "generic")


def test_pairs_of_initials_are_authors():
    assert credits_of(f"{LONG}<p align='right'>T.T - H.N</p>").authors.value == ("T.T", "H.N")


def test_a_person_and_an_agency_at_the_head_are_author_and_source():
    named = credits_of(f"<div>Ana Mar / EFE</div>{LONG}")
    assert (named.authors.value, named.source.value) == (("Ana Mar",), "EFE")
