from __future__ import annotations

import pytest

from newsbot.extract.language import read_language
from newsbot.extract.metadata import read_metadata
from newsbot.extract.tree import read_tree


@pytest.mark.parametrize(
    ("html", "profiled", "expected"),
    [
        ("<html lang='de'>", "vi", ("vi", "profile")),
        ("<html lang='de-AT'>", None, ("de-AT", "generic")),
        ("<html lang=''><meta property='og:locale' content='id_ID'>", None, ("id-ID", "opengraph")),
        ("<html><meta property='og:locale' content='vn_Vi'>", None, None),
        ("<html>", None, None),
    ],
    ids=["profile", "page", "OpenGraph", "no tag", "nothing"],
)
def test_the_language_is_a_tag(html, profiled, expected):
    tree = read_tree(f"{html}<p>Text</p>")
    metadata = read_metadata(tree, "https://waldbote.test/artikel/7")
    assert read_language(tree, profiled, metadata) == expected
