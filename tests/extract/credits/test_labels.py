from __future__ import annotations

import pytest

from newsbot.extract.credits.labels import INNER_LABEL, LABEL, OTHER, SOURCE, UNKNOWN_LABEL, WORD


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (LABEL, "Tin, bài, ảnh: Q.T"),
        (LABEL, "Author of the article:"),
        (LABEL, "Текст: Ида Мур"),
        (LABEL, "作者：林小树"),
        (WORD, "Ein Kommentar von Ida Moor"),
        (WORD, "di Ida Mora"),
        (OTHER, "Foto [M]: Ida Moor"),
        (OTHER, "Editing by Max Orth"),
        (SOURCE, "Nguồn: Đồng Rạng"),
        (OTHER, "Photo by Max Orth"),
        (UNKNOWN_LABEL, "Category: Roads"),
    ],
)
def test_a_label_is_known_at_the_beginning(pattern, text):
    assert pattern.match(text)


def test_the_longest_label_counts():
    assert LABEL.match("Tin, ảnh: Q.T")[0] == "Tin, ảnh: "


def test_a_label_inside_a_word_is_none():
    assert not INNER_LABEL.search("Kontext: viel Schnee")
