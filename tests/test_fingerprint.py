from __future__ import annotations

import pytest

from newsbot.fingerprint import fingerprint, fold_digest


@pytest.mark.parametrize("field", ["headline", "description", "body"])
def test_a_changed_tone_mark_is_another_text(make_article, field):
    one, other = make_article(**{field: "Thu Hiền"}), make_article(**{field: "Thu Hiển"})

    assert fingerprint(one) != fingerprint(other)


def test_a_text_moved_from_one_field_to_the_next_is_another(make_article):
    one = make_article(headline="a", description="b c", body=None)
    other = make_article(headline="a b", description="c", body=None)

    assert fingerprint(one) != fingerprint(other)


@pytest.mark.parametrize("field", ["url", "section", "authors", "channels"])
def test_what_is_no_text_does_not_count(make_article, field):
    assert fingerprint(make_article()) == fingerprint(make_article(**{field: "other"}))


def test_it_is_a_sha_256_in_hexadecimal(make_article):
    assert len(bytes.fromhex(fingerprint(make_article()))) == 32


def test_the_fold_of_a_body_is_the_same_whatever_case_accents_and_headline(make_article):
    one = make_article(body="Đà Nẵng: “Hoà”!")
    other = make_article(body="da nang hoa", headline="Another")

    assert fold_digest(one) == fold_digest(other) != ""


@pytest.mark.parametrize("body", [None, "", "…"], ids=["none", "empty", "no words"])
def test_without_words_there_is_no_fold(make_article, body):
    assert fold_digest(make_article(body=body)) == ""
