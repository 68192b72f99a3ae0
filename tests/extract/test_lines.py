from __future__ import annotations

import pytest

from newsbot.extract.lines import kept_text, read_lines
from newsbot.extract.tree import read_tree

LONG = "Dieser Satz ist so lang, dass er allein einen ganzen Absatz der Zeitung füllen könnte."


def lines_of(html):
    return read_lines(read_tree(html))


def texts_of(html):
    return [line.text for line in lines_of(html) if line.text]


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>Eins</p><p>Zwei</p>", ["Eins", "Zwei"]),
        ("<div>Eins<p>Zwei</p>Drei</div>", ["Eins", "Zwei", "Drei"]),
        ("<p>Auf 400 m<sup>2</sup> <b>Wiese</b></p>", ["Auf 400 m2 Wiese"]),
        (
            "<p>Um 17<sup>30</sup> Uhr 10<sup>6</sup> t CO<sub>2</sub></p>",
            ["Um 17³⁰ Uhr 10⁶ t CO2"],
        ),
        ("<p>Eins<br><br>Zwei</p>", ["Eins", "Zwei"]),
        ("<p>Eins<br> <br>\n<br>Zwei</p>", ["Eins", "Zwei"]),
        ("<p>Eins,<br>zwei</p>", ["Eins, zwei"]),
        (f"<div>{LONG}<br>{LONG}</div>", [LONG, LONG]),
        (
            "<p>Ende,<br>endlich.<br>Gelesen: 1.204-mal</p>",
            ["Ende, endlich.", "Gelesen: 1.204-mal"],
        ),
        ("<span>Eins<div>Zwei</div></span>", ["Eins", "Zwei"]),
        ("<p><span style='display:block'>Eins</span><b>Zwei</b></p>", ["Eins", "Zwei"]),
        ("<p>Eins<img style='display:block'> und zwei</p>", ["Eins und zwei"]),
        ("<p>Eins<o:p> und zwei</o:p></p>", ["Eins und zwei"]),
        ("<p>Eins</p><script>alert(1)</script><style>p {}</style>", ["Eins"]),
        ("<div style='DISPLAY : none'><p>Nie</p></div>zu sehen", ["zu sehen"]),
        ("<p hidden>Nie</p><p>Eins</p>", ["Eins"]),
        ("<title>Kopf</title><p> Eins \n zwei&nbsp;drei </p>", ["Eins zwei drei"]),
        ("<table><tr><td>Eins</td><td>Zwei</td></tr></table>", ["Eins", "Zwei"]),
        ("", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_line_ends_where_a_reader_sees_it_end(html, texts):
    assert texts_of(html) == texts


def test_a_line_knows_its_innermost_block():
    line = next(line for line in lines_of("<div><p>Ein <b>Wort</b></p></div>") if line.text)
    assert line.block.tag == "p"


def test_a_line_counts_its_bold_slanted_and_linked_characters():
    (line,) = lines_of("<p><b>fett</b> <i>schräg</i> <a href='/x'>Verweis</a> nichts</p>")
    assert (line.bold, line.italic, line.linked) == (4, 6, 7)


def test_a_line_within_a_link_is_a_link():
    (line,) = lines_of("<a href='/x'><h3>Kühe auf der A 7</h3></a>")
    assert line.is_link


def test_a_picture_stands_where_it_stands():
    lines = lines_of("<p>Eins</p><p><img src='a.jpg'></p><p>Zwei</p>")
    assert [line.text or line.picture.get("src") for line in lines] == ["Eins", "a.jpg", "Zwei"]


def test_a_picture_does_not_part_the_sentence_around_it():
    assert texts_of("<p>Ein <img src='smile.png'> Wort</p>") == ["Ein Wort"]


def test_an_element_apart_stands_on_a_line_of_its_own():
    tree = read_tree("<p>Schluss. <span>Grete Holm</span> Ende</p>")
    lines = read_lines(tree, tree.xpath("//span"))
    assert [line.text for line in lines] == ["Schluss.", "Grete Holm", "Ende"]


def test_a_page_of_any_depth_is_read():
    assert texts_of("<p>vorn</p>" + "<div><b>" * 4000 + "tief")[0] == "vorn"


SILENT = "<p>Drei Freiwillige haben das Rad in ihrer Freizeit neu verzahnt.</p>" * 2


@pytest.mark.parametrize(
    ("html", "number"),
    [
        (f"<h1>Mühle</h1><noscript>{SILENT}</noscript>", 1),
        (f"<h1>Mühle</h1><div><template>{SILENT}</template><p>Anzeige</p></div>", 1),
        (f"<noscript>{SILENT}</noscript>{SILENT}", 0),
        ("<noscript><p>Schalten Sie bitte Javascript ein, um das zu lesen.</p></noscript>", 0),
    ],
    ids=["noscript", "template", "printed", "notice"],
)
def test_text_kept_from_readers_is_the_page_s_where_it_prints_no_other(html, number):
    assert len(kept_text(read_tree(html))) == number


def test_what_is_shown_is_read():
    tree = read_tree(f"<h1>Mühle</h1><noscript>{SILENT}</noscript>")
    assert len(read_lines(tree, shown=kept_text(tree))) == 3


def test_the_picture_of_an_amp_page_is_a_picture():
    (line,) = read_lines(read_tree("<p><amp-img src='a.jpg'></amp-img></p>"))
    assert line.picture.tag == "amp-img"


def test_a_list_of_links_between_line_breaks_is_cut_into_lines():
    html = "<td>Mehr<br>- <a>Kohl wird teurer</a> (3.5.)<br>- <a>Lauch auch</a> (2.5.)</td>"
    lines = read_lines(read_tree(f"<table><tr>{html}</table>"))
    assert [line.text for line in lines] == [
        *("Mehr", "- Kohl wird teurer (3.5.)", "- Lauch auch (2.5.)"),
    ]


@pytest.mark.parametrize("weight", ["bold", "700"])
def test_text_is_bold_by_its_style(weight):
    (line,) = read_lines(read_tree(f"<p><span style='font-weight: {weight}'>Kohl</span></p>"))
    assert line.bold == len("Kohl")


def test_a_link_between_line_breaks_in_a_sentence_stays_in_its_line():
    html = "<p>Das sagt der<br><a>Bericht der Gemeinde</a><br>vom Mai.</p>"
    (line,) = read_lines(read_tree(html))
    assert line.text == "Das sagt der Bericht der Gemeinde vom Mai."
