from __future__ import annotations

from newsbot.extract.classwords import class_words
from newsbot.extract.tree import read_tree


def test_class_names_and_id_are_read_as_words():
    tree = read_tree("<p class='newsTitle BOX' id='leadText'>Am See</p>")

    assert class_words(next(tree.iter("p"))) == "news-title box lead-text"
