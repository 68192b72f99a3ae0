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


@pytest.mark.parametrize("field", ["headline", "description", "body", "source", "section"])
def test_letters_that_were_read_wrongly_are_repaired_and_the_evidence_says_so(normalised, field):
    evidence = {field: "json-ld", "date": "generic"}

    article = normalised(**{field: "BÃ¼rger fÃ¼r BÃ¼rger"}, evidence=evidence)

    assert getattr(article, field) == "Bürger für Bürger"
    assert article.evidence == {field: "json-ld, repaired", "date": "generic"}


def test_a_text_that_may_be_wrong_is_kept_and_the_evidence_says_so(normalised):
    text = "Der B\ufffdrger, fÃ¼r Bürger"

    article = normalised(body=text, evidence={"body": "generic"})

    assert (article.body, article.evidence) == (text, {"body": "generic, garbled"})


def test_what_is_proven_of_the_body_is_believed_of_the_names(normalised):
    article = normalised(
        body="Ngµy h«m nay, nh©n d©n c¶ n­íc", authors=("Hµ",), keywords=("Héi chî", "Xã Xuân")
    )

    assert article.body == "Ngày hôm nay, nhân dân cả nước"
    assert article.authors == ("Hà",)
    assert article.keywords == ("Hội chợ", "Xã Xuân")


def test_captions_and_related_headlines_are_repaired_too(normalised):
    article = normalised(
        images=(Image(url="https://waldbote.test/a.jpg", caption="BÃ¼rger"),),
        related=(RelatedLink(url="https://waldbote.test/b", headline="fÃ¼r"),),
        evidence={"images": "generic", "related": "profile"},
    )

    assert (article.images[0].caption, article.related[0].headline) == ("Bürger", "für")
    assert article.evidence == {"images": "generic, repaired", "related": "profile, repaired"}


def test_an_article_normalised_twice_stays_as_it_is(normalised):
    once = normalised(body="BÃ¼rger  fÃ¼r BÃ¼rger", evidence={"body": "generic"})

    assert NormalisePipeline().process_item(once) == once


def test_the_fingerprint_is_that_of_the_normalised_text(normalised):
    assert normalised(body="a  b").fingerprint == normalised(body="a b").fingerprint
    assert normalised(body="a b").fingerprint != normalised(body="a c").fingerprint
