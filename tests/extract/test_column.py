from __future__ import annotations

import pytest

from tests.extract.columns import column_of

PICTURE = "<p><img src='a.jpg'></p>"


def parts_of(html):
    return [(piece.part, piece.line.text) for piece in column_of(html)]


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        ("<p>Ein Satz.</p>", [("text", "Ein Satz.")]),
        ("<p class='sapo'>Ein Satz.</p>", [("lead", "Ein Satz.")]),
        ("<div class='author'>Ida Moor</div>", [("byline", "Ida Moor")]),
        ("<div class='date'>3. Mai</div>", [("date", "3. Mai")]),
        ("<p>Von Ida Moor | 3. Mai 2024</p>", [("date", "Von Ida Moor | 3. Mai 2024")]),
        ("<div class='tags'><p>Honig</p></div>", []),
        ("<p>Teilen</p>", []),
        ("<p>1.204 Aufrufe</p>", []),
        ("<p class='author'>Ida Moor | 1.204 Aufrufe</p>", [("byline", "Ida Moor")]),
        ("<h2>Was hilft</h2><li>Geduld</li>", [("text", "Was hilft"), ("text", "Geduld")]),
        (f"{PICTURE}<p align='center'>See</p>", [("picture", ""), ("caption", "See")]),
        (f"{PICTURE}<p><em>See</em></p>", [("picture", ""), ("caption", "See")]),
        (f"{PICTURE}<p>See. (Foto: Holm)</p>", [("picture", ""), ("caption", "See. (Foto: Holm)")]),
        (f"{PICTURE}<p>Ein Satz.</p>", [("picture", ""), ("text", "Ein Satz.")]),
        ("<figure><img src='a'>See</figure>", [("picture", ""), ("caption", "See")]),
        (f"<div class='author'>{'lang ' * 40}</div>", []),
    ],
    ids=[
        *("text", "lead", "byline", "date", "dateline", "box", "tool", "counter"),
        *("author and counter", "heading and item"),
        *(
            "centred caption",
            "slanted caption",
            "credited caption",
            "no caption",
            "figure",
            "about the author",
        ),
    ],
)
def test_a_line_plays_its_part(html, parts):
    assert parts_of(html) == parts


def test_a_caption_stands_in_the_row_below_its_picture():
    html = "<table><tr><td><img src='a'></td></tr><tr><td>Am See</td></tr></table><p>Ein Satz.</p>"
    assert parts_of(html)[1:] == [("caption", "Am See"), ("text", "Ein Satz.")]


@pytest.mark.parametrize(
    "html",
    [
        "<div><div><img src='a'></div><h4>Am See</h4></div>",
        "<div><img src='a'>Am See</div>",
        "<div><a href='/a.jpg'><img src='a'></a><p>Am See</p></div>",
    ],
    ids=["title", "bare text", "paragraph"],
)
def test_a_text_alone_with_a_picture_is_its_caption(html):
    assert parts_of(f"<p>Ein Satz.</p>{html}<p>Noch einer.</p>")[2] == ("caption", "Am See")


@pytest.mark.parametrize(
    "html",
    [
        "<p><img src='a'>Am See</p>",
        "<main><img src='a'><p>Am See</p></main>",
        f"<div><img src='a'><p>Am See</p><p>{'lang ' * 100}</p></div>",
        "<div class='entry-content'><img src='a'><p>Am See</p></div>",
    ],
    ids=["paragraph", "body", "text", "short text"],
)
def test_a_picture_beside_the_text_makes_it_no_caption(html):
    assert ("text", "Am See") in parts_of(html)


def test_a_table_that_holds_the_page_makes_no_captions():
    text = "Ein Satz. " * 60
    html = f"<table><tr><td><img src='a'></td></tr><tr><td>Anfang<p>{text}</p></td></tr></table>"
    assert ("text", "Anfang") in parts_of(html)


def test_a_date_within_the_text_is_text():
    assert parts_of("<p>Ein Satz.</p><p>Am 3. Mai 2024</p>")[1] == ("text", "Am 3. Mai 2024")


def test_a_picture_outside_the_body_counts_in_a_figure_alone():
    html = "<img src='icon.png'><figure><img src='a.jpg'></figure><main><p>Text</p></main>"
    pictures = [p.line.picture.get("src") for p in column_of(html) if p.part == "picture"]
    assert pictures == ["a.jpg"]


def test_of_what_stands_behind_the_body_only_an_author_counts():
    html = "<main><p>Text</p></main><p>Anderes</p><p class='author'>Ida Moor</p>"
    assert parts_of(html) == [("text", "Text"), ("byline", "Ida Moor")]


def test_a_piece_knows_whether_it_stands_in_the_body():
    html = "<p>Vor dem Text</p><main><p>Text</p></main>"
    assert [piece.inside for piece in column_of(html)] == [False, True]


def test_the_title_of_a_box_of_links_is_no_text():
    links = "<p><a href='/1'>Kühe auf der A 7</a></p><p><a href='/2'>Pilze im Rathaus</a></p>"
    html = f"<p>Ein Satz.</p><div><h4>Aus dem Wald</h4>{links}</div><h4>Was hilft</h4>"
    assert parts_of(html) == [("text", "Ein Satz."), ("text", "Was hilft")]


STORY = f"{PICTURE}<p><em>Drei Freiwillige haben das Rad der Mühle neu verzahnt.</em></p>" * 3


def test_what_stands_under_the_pictures_of_a_story_is_its_text():
    assert [part for part, _ in parts_of(f"<main>{STORY}</main>")].count("text") == 3


@pytest.mark.parametrize(
    "html",
    [
        f"<main>{STORY}<p>{'Ein langer Text. ' * 20}</p></main>",
        STORY.replace("<p>", "<figcaption>"),
    ],
    ids=["beside a text", "figures"],
)
def test_captions_stay_captions(html):
    assert [part for part, _ in parts_of(html)].count("caption") == 3


def test_a_short_text_around_a_picture_is_no_place_of_the_picture():
    text = "<p>Der Chor sang am Abend drei Lieder am See.</p>"
    html = f"<main><div>{text}{PICTURE}<p align='center'>Am See</p>{text}{text}</div></main>"
    assert [part for part, _ in parts_of(html)] == ["text", "picture", "caption", "text", "text"]


def test_the_paragraphs_in_divs_around_a_picture_are_no_captions():
    text = "<div>Der Chor sang am Abend drei Lieder am See.</div>"
    picture = "<div align='center'><img src='a.jpg'><br><i>Am See</i></div>"
    html = f"<main><div>{text}{picture}{text}{text}</div></main>"
    assert [part for part, _ in parts_of(html)] == ["text", "picture", "caption", "text", "text"]


def test_a_picture_before_two_paragraphs_shares_their_place_with_them():
    text = "<p>Der Chor sang am Abend drei Lieder am See.</p>"
    html = f"<main><div>{PICTURE}{text}{text}{text}</div></main>"
    assert [part for part, _ in parts_of(html)] == ["picture", "text", "text", "text"]


def test_a_date_behind_a_byline_is_no_text():
    html = "<p>Von Ida Moor</p><p>3. Mai 2024 um 18:07</p><p>Ein Satz.</p>"
    assert [part for part, _ in parts_of(html)] == ["text", "date", "text"]


def test_a_label_with_authors_under_the_last_picture_is_no_caption():
    html = f"{PICTURE}<p>See. (Foto: Holm)</p><p>Thực hiện: Lê Duy, Bảo Châu</p>"
    assert parts_of(html)[-1] == ("text", "Thực hiện: Lê Duy, Bảo Châu")


def test_a_linked_title_is_no_caption():
    html = "<div><img src='a'> <h4><a href='/b'>Der See ist wieder voll</a></h4></div><p>Text</p>"
    assert [part for part, _ in parts_of(html)] == ["picture", "text"]


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        ("<div class='photo'><img src='a'><p>Am See</p></div>", ["picture", "caption", "text"]),
        ("<div class='photo'><img src='a'></div>", ["text"]),
        ("<div class='photo'><a href='/b'><img src='a'>See</a></div>", ["text"]),
        ("<div><img src='a'></div>", ["text"]),
    ],
    ids=["with a caption", "alone", "linked", "of no name"],
)
def test_a_captioned_picture_above_the_text_is_the_article_s(html, parts):
    column = parts_of(f"{html}<main><p>Der Chor sang am See.</p></main>")
    assert [part for part, _ in column] == parts
