from __future__ import annotations

import pytest

from newsbot.items import Image, RelatedLink
from newsbot.pipelines.normalise import NormalisePipeline


@pytest.fixture
def normalised(make_article):
    def normalise(**changes):
        return NormalisePipeline().process_item(make_article(**changes))

    return normalise


@pytest.mark.parametrize("field", ["headline", "description", "source", "section", "date_raw"])
def test_a_line_becomes_one_line_in_nfc(normalised, field):
    article = normalised(**{field: " Ha\u0300 \u200bNo\u0302\u0323i\n "})

    assert getattr(article, field) == "Hà Nội"


def test_the_body_keeps_its_paragraphs_apart(normalised):
    assert normalised(body="eins\r\n\r\n zwei\xa0drei ").body == "eins\n\nzwei drei"


@pytest.mark.parametrize("field", ["description", "body", "source", "section"])
def test_a_text_without_characters_says_nothing(normalised, field):
    assert getattr(normalised(**{field: " \u200b\n"}), field) is None


@pytest.mark.parametrize("field", ["authors", "keywords"])
def test_a_list_holds_each_text_once_and_none_empty(normalised, field):
    assert getattr(normalised(**{field: ("A  B", "", "A B", "C")}), field) == ("A B", "C")


def test_captions_and_related_headlines_are_texts_too(normalised):
    article = normalised(
        images=(Image(url="https://waldbote.test/a.jpg", caption=" Ein  Bild "),),
        related=(RelatedLink(url="https://waldbote.test/b", headline="Noch\nmehr"),),
    )

    assert article.images[0].caption == "Ein Bild"
    assert article.related[0].headline == "Noch mehr"


def test_words_tones_quotes_and_numbers_stay(normalised):
    text = '“Hoà” và "Hòa": 66.032 tỉ, 4685m2, uỷ/ủy'

    assert normalised(body=text).body == text


def test_the_fingerprint_is_that_of_the_normalised_text(normalised):
    assert normalised(body="a  b").fingerprint == normalised(body="a b").fingerprint
    assert normalised(body="a b").fingerprint != normalised(body="a c").fingerprint
