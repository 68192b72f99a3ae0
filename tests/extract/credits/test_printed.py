from __future__ import annotations

import pytest

from newsbot.extract.credits.bylines import find_bylines
from newsbot.extract.credits.printed import read_printed
from tests.extract.columns import column_of, site_of

TEXT = f"<p>{'Ein Absatz, der lang genug ist. ' * 5}</p><p>{'Noch ein langer. ' * 8}</p>"


def printed(html):
    column = column_of(f"<main>{html}</main>")
    return read_printed(find_bylines(column), column, site_of())


def test_the_author_over_the_text_comes_before_names_inside_and_behind_it():
    html = f"<p class='author'>Ida Moor</p>{TEXT}<p class='author'>Max Orth</p>"
    assert printed(html).authors == ("Ida Moor",)


def test_authors_are_marked_by_the_link_for_them():
    link = "<p class='author'><a rel='author'>Ida Moor</a></p>"
    bare = "<p class='author'>Max Orth</p>"
    pages = (link + TEXT, link + bare + TEXT, TEXT + link)
    assert [printed(html).is_marked for html in pages] == [True, False, False]


def test_the_author_behind_the_text_comes_before_names_inside_it():
    html = TEXT.replace("</p><p>", "</p><p class='author'>Max Orth</p><p>")
    assert printed(f"{html}<p>Von Ida Moor</p>").authors == ("Ida Moor",)


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("<a>Ida Moor</a><span>Redakteurin</span>", ("Ida Moor",)),
        ("<a>Ida Moor</a><a>Twitter</a>", ("Ida Moor",)),
        ("<i>by</i><a>Ida Moor</a>", ("Ida Moor",)),
        ("<i>Ida</i> <b>Moor</b>", ("Ida Moor",)),
        ("<b>Ida Moor</b> <span>Ida Moor</span>", ("Ida Moor",)),
        ("View author archive", ()),
        ("Drei neue Beiträge im Monat", ()),
        ("Reporter", ()),
        ("Moor", ("Moor",)),
        ("林小樹", ("林小樹",)),
        ("Ida Moor 3. Mai 2024 2 Kommentare Garten, Hunde", ("Ida Moor",)),
    ],
)
def test_only_names_of_a_marked_line_are_authors(byline, authors):
    assert printed(f"<p class='author'>{byline}</p>{TEXT}").authors == authors


@pytest.mark.parametrize(
    ("first", "source"),
    [
        ("Bad Tann (dpa) - ", "dpa"),
        ("TANNHILL, 3 May (Reuters) – ", "Reuters"),
        ("(TTXVN) - ", "TTXVN"),
        ("Der Wirt (72) - ", None),
        ("Die Feuerwehr (Tann) - ", None),
    ],
)
def test_an_agency_in_the_first_words_is_the_source(first, source):
    assert printed(TEXT.replace("<p>", f"<p>{first}", 1)).source == source


def test_an_agency_in_brackets_behind_the_text_is_the_source():
    assert printed(TEXT.replace("langer. </p>", "langer. (dpa)</p>")).source == "dpa"


def test_initials_at_the_end_are_kept_apart():
    assert printed(f"{TEXT}<p>imo, dan; Foto [M]: Tann; Erstveröffentlichung: 4.4.18</p>")[4] == (
        "imo",
        "dan",
    )


def test_who_took_the_pictures_is_told_apart():
    assert printed(f"{TEXT}<p>Editor: Max Orth</p>").others == ("Max Orth",)
