from __future__ import annotations

import pytest

from newsbot.changes import Piece, changes, pieces

DAM = "Der Damm hält dem Wasser stand."
MILL = "Die alte Mühle wird im Mai verkauft."
FAIR = "Auf dem Markt standen achtzig Buden."


def body(*paragraphs):
    return {"body": "\n\n".join(paragraphs)}


def told(before, after):
    """Return what changed as rows of field, paragraph, before and after."""
    return [(one.field, one.paragraph, one.before, one.after) for one in changes(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        pytest.param({"headline": "Alt"}, {"headline": "Alt"}, [], id="nothing"),
        pytest.param(
            {"headline": "Alt"}, {"headline": "Neu"}, [("headline", None, "Alt", "Neu")], id="text"
        ),
        pytest.param(
            {"description": None},
            {"description": "Neu"},
            [("description", None, None, "Neu")],
            id="a text that was not there",
        ),
        pytest.param(
            {"authors": ["A", "B"]},
            {"authors": ["B"]},
            [("authors", None, ["A", "B"], ["B"])],
            id="authors",
        ),
        pytest.param({"url": "http://a.test/1"}, {"url": "http://a.test/2"}, [], id="its address"),
        pytest.param(
            {"section": "Kreis", "headline": "Alt"},
            {"section": "Land", "headline": "Neu"},
            [("headline", None, "Alt", "Neu"), ("section", None, "Kreis", "Land")],
            id="two, in their order",
        ),
    ],
)
def test_fields_are_compared_one_by_one(before, after, rows):
    assert told(before, after) == rows


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        pytest.param([DAM, MILL], [DAM, MILL], [], id="nothing"),
        pytest.param(
            [DAM, MILL],
            [DAM, MILL.replace("Mai", "Juni")],
            [(2, MILL, MILL.replace("Mai", "Juni"))],
            id="one rewritten",
        ),
        pytest.param([DAM], [MILL, DAM], [(1, None, MILL)], id="one new"),
        pytest.param([DAM, MILL, FAIR], [DAM, FAIR], [(2, MILL, None)], id="one gone"),
        pytest.param([DAM], [FAIR], [(1, DAM, None), (1, None, FAIR)], id="one for another"),
        pytest.param(
            [DAM, MILL],
            [f"{DAM} Noch.", FAIR, MILL.replace("Mai", "Juni")],
            [
                (1, DAM, f"{DAM} Noch."),
                (2, None, FAIR),
                (3, MILL, MILL.replace("Mai", "Juni")),
            ],
            id="one new between two rewritten",
        ),
        pytest.param(
            [DAM, MILL, FAIR],
            [MILL.replace("Mai", "Juni"), f"{FAIR} Mehr."],
            [
                (1, DAM, None),
                (1, MILL, MILL.replace("Mai", "Juni")),
                (2, FAIR, f"{FAIR} Mehr."),
            ],
            id="one gone before two rewritten",
        ),
    ],
)
def test_a_body_is_compared_by_paragraphs(before, after, rows):
    assert told(body(*before), body(*after)) == [("body", *row) for row in rows]


@pytest.mark.parametrize(
    ("before", "after", "row"),
    [
        pytest.param(None, DAM, (1, None, DAM), id="come"),
        pytest.param(DAM, None, (1, DAM, None), id="gone"),
    ],
)
def test_a_body_may_be_missing(before, after, row):
    assert told({"body": before}, {"body": after}) == [("body", *row)]


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        pytest.param("ba mươi tám", "ba mươi chín", [("tám", "chín")], id="the last word"),
        pytest.param("Chợ họp", "Chợ nổi họp", [("", "nổi ")], id="one more"),
        pytest.param("Chợ nổi họp", "Chợ họp", [("nổi ", "")], id="one less"),
        pytest.param("", "Chợ họp", [("", "Chợ họp")], id="all new"),
        pytest.param("Chợ họp", "Chợ\nhọp", [], id="only a space"),
    ],
)
def test_texts_are_compared_by_words(before, after, changed):
    assert [tuple(piece) for piece in pieces(before, after) if not piece.is_same] == changed


def test_the_pieces_give_both_texts_back():
    before, after = f"{DAM} {MILL}", f"{MILL}\n{FAIR}"

    found = pieces(before, after)

    assert "".join(piece.old for piece in found) == before
    assert "".join(piece.new for piece in found) == after


def test_where_no_space_parts_words_each_character_is_one():
    assert pieces("橋が閉鎖", "橋は閉鎖")[1] == Piece("が", "は")


def test_authors_are_compared_as_one_text():
    (change,) = changes({"authors": ["Grete Holm"]}, {"authors": ["Grete Holm", "Jo Aue"]})

    assert [piece.new for piece in change.pieces] == ["Grete Holm ", "· Jo Aue"]


def test_a_long_body_rewritten_throughout_is_compared_in_no_time():
    old = [f"Absatz {number} über das Wasser und den Damm." for number in range(150)]
    new = [f"Text {number} von einer Mühle am Fluss im Mai." for number in range(150)]

    assert len(changes(body(*old), body(*new))) == 300
