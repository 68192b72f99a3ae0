from __future__ import annotations

import pytest

from newsbot.extract.metadata import read_metadata
from newsbot.extract.paragraphs import read_paragraphs
from newsbot.extract.tree import read_tree
from tests.extract.layouts import layout_of

ONE = "Ein Absatz, der lang genug ist, um als laufender Text zu gelten."
TWO = "Noch ein Absatz, der ebenso lang ist, damit beide zusammen genügen."
PAGE = f"<h1>Fest</h1><div id='a'><p>{ONE}</p><p>{TWO}</p></div>"


def body_of(html, fields=None, told=()):
    layout = layout_of(html, fields)
    elsewhere = [piece for piece in layout.column if piece.line.text in told]
    metadata = read_metadata(read_tree(html), "https://waldbote.test/artikel/7")
    return read_paragraphs(layout, metadata, elsewhere)


def stated(text):
    node = f'{{"@type": "NewsArticle", "articleBody": "{text}"}}'
    return f'<script type="application/ld+json">{node}</script>'


def test_paragraphs_are_parted_by_an_empty_line():
    assert body_of(PAGE) == (f"{ONE}\n\n{TWO}", "generic")


def test_what_is_told_elsewhere_is_left_out():
    assert body_of(PAGE, told=[ONE]).value == TWO


@pytest.mark.parametrize(
    "text",
    [f"{ONE}\\n{TWO}\\nKurz.", f"<p>{ONE}</p><p>{TWO}</p><p>Kurz.</p>"],
    ids=["text", "HTML"],
)
def test_a_stated_body_counts_where_more_of_it_is_printed_than_found(text):
    html = PAGE.replace(f"<p>{ONE}", f"<p class='promo'>{ONE}")
    assert body_of(stated(text) + html) == (f"{ONE}\n\n{TWO}\n\nKurz.", "json-ld")


def test_a_body_that_is_found_keeps_its_headings_whatever_is_stated():
    html = PAGE.replace(f"<p>{TWO}", f"<h2>Am Abend</h2><p>{TWO}")
    assert body_of(stated(f"{ONE}\\n{TWO}") + html).value == f"{ONE}\n\nAm Abend\n\n{TWO}"


@pytest.mark.parametrize(
    "text",
    [f"{ONE} {TWO}", f"{ONE}\\n{TWO[:-1]} und mehr, das die Seite niemandem zeigt.", ONE],
    ids=["one paragraph", "text of subscribers", "part"],
)
def test_a_stated_body_that_the_page_does_not_print_is_none(text):
    assert body_of(stated(text) + PAGE).evidence == "generic"


def test_the_profile_s_body_comes_before_the_stated():
    html = stated(f"{ONE}\\n{TWO}") + PAGE
    assert body_of(html, {"body": ["#a"]}).evidence == "profile"


def test_what_stands_apart_behind_the_last_paragraph_is_no_text():
    html = f"<h1>Fest</h1><div>{PAGE[13:]}<div><b>Wetterkarte</b></div></div>"
    assert body_of(html).value == f"{ONE}\n\n{TWO}"


def test_no_text_ends_with_a_heading():
    html = PAGE.replace("</div>", "<h3>Mehr aus dem Wald</h3></div>")
    assert body_of(html).value == f"{ONE}\n\n{TWO}"


def test_a_short_last_paragraph_is_text():
    assert body_of(PAGE.replace("</div>", "<p>Ende.</p></div>")).value.endswith("\n\nEnde.")


def test_a_body_without_text_is_none():
    assert body_of(f"{PAGE}<div id='leer'></div>", {"body": ["#leer"]}) is None


def test_another_reader_s_text_is_told_as_such_and_without_what_is_no_paragraph():
    boxes = [
        f"<div class='{name}'><p>{TWO} So steht es im {name}, {'und mehr noch, ' * 15}</p></div>"
        for name in ("promo", "share", "vote", "print")
    ]
    caption = "<p class='caption'>Das Fest am See im vergangenen Sommer, vom Turm gesehen.</p>"
    html = f"<h1>Fest</h1><article><p>{ONE}</p>{caption}{''.join(boxes)}</article>"
    body = body_of(html)
    assert body.evidence == "trafilatura"
    assert body.value.startswith(f"{ONE}\n\n{TWO} So steht es im promo")


def test_a_paragraph_set_apart_above_the_body_is_its_first():
    html = f"<h1>Fest</h1><section><p>{TWO}</p></section><div><p>{ONE}</p><p>{ONE * 9}</p></div>"
    assert body_of(html).value.startswith(f"{TWO}\n\n{ONE}")


def test_without_a_body_what_stands_under_the_headline_is_no_text():
    assert body_of(f"<h1>Fest</h1><p>{ONE}</p><div itemprop='articleBody'></div>") is None


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("<td>Adorf</td><td>1.200</td>", "Adorf | 1.200"),
        (f"<td>{ONE}</td><td>{TWO}</td>", f"{ONE}\n\n{TWO}"),
        ("<td><p>Am Bach</p><p>die Mühle</p></td>", "Am Bach\n\ndie Mühle"),
    ],
    ids=["cells", "paragraphs", "verses"],
)
def test_the_cells_in_a_row_of_a_table_are_one_line(row, text):
    table = f"<table><tr>{row}</tr></table>"
    assert text in body_of(PAGE.replace("<p>", f"{table}<p>", 1)).value


ITEMS = "<ul><li>Lina Moor</li><li>Jan Holm</li></ul>"
ROWS = "<table><tr><td>Kohl</td><td>2 Euro</td></tr><tr><td>Lauch</td><td>3 Euro</td></tr></table>"


@pytest.mark.parametrize(
    ("end", "texts"),
    [
        (f"<p>Gewonnen haben:</p>{ITEMS}", ["Gewonnen haben:", "Lina Moor", "Jan Holm"]),
        (f"<h2>Die Sieger</h2>{ITEMS}", ["Die Sieger", "Lina Moor", "Jan Holm"]),
        (ITEMS, ["Lina Moor", "Jan Holm"]),
        (ROWS, ["Kohl | 2 Euro", "Lauch | 3 Euro"]),
        (
            f"<h2>Die Sieger</h2>{ITEMS}<h2>Die Preise</h2>{ROWS}",
            [
                *("Die Sieger", "Lina Moor", "Jan Holm", "Die Preise"),
                *("Kohl | 2 Euro", "Lauch | 3 Euro"),
            ],
        ),
    ],
    ids=["behind a colon", "behind a sub-heading", "behind a paragraph", "table", "two"],
)
def test_a_closing_list_where_the_paragraphs_stand_is_text(end, texts):
    html = PAGE.replace("</div>", f"{end}</div>")
    assert body_of(html).value.split("\n\n")[2:] == texts


@pytest.mark.parametrize(
    "end",
    [
        "</div><ul><li>Lina Moor</li><li>Jan Holm</li></ul><div>",
        "<ul><li>Lina Moor</li><li>Jan Holm <a href='/h'>mehr</a></li></ul>",
    ],
    ids=["elsewhere", "with a link"],
)
def test_a_closing_list_elsewhere_or_with_links_is_none(end):
    html = PAGE.replace("</div>", f"{end}</div>")
    assert body_of(html).value == f"{ONE}\n\n{TWO}"
