from __future__ import annotations

import pytest

from newsbot.extract.selected import Selected
from newsbot.extract.tree import read_tree


@pytest.fixture(scope="module")
def selected():
    tree = read_tree("<h1> Fest\nam See </h1><h1></h1><meta name='x' content=' a  b '>")
    return Selected(tree, {"headline": ["h1"], "source": ["//meta/@content"]})


def test_elements_are_found_in_their_order(selected):
    assert [element.tag for element in selected.elements("headline")] == ["h1", "h1"]


def test_texts_are_one_line_and_not_empty(selected):
    assert (selected.texts("headline"), selected.texts("source")) == (["Fest am See"], ["a b"])


def test_a_text_is_no_element(selected):
    assert selected.elements("source") == []


def test_a_field_without_selectors_has_nothing(selected):
    assert (selected.elements("body"), selected.texts("body")) == ([], [])


def test_an_element_of_a_field_beside_the_text_plays_its_part():
    tree = read_tree("<p>Ida Moor</p><div>Text</div>")
    selected = Selected(tree, {"authors": ["p"], "body": ["div"]})

    assert [(element.tag, kind) for element, kind in selected.played.items()] == [("p", "byline")]
