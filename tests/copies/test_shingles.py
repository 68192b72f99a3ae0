from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbot.copies.shingles import _words, shingled, sketch
from newsbot.text import fold

VIETNAMESE = (
    "Sáng 12/3, Ủy ban nhân dân huyện Hòa Bình khai trương tuyến đường mới dài 12,5 km, "
    "nối thị trấn với các xã phía tây, người dân nhờ đó đi lại dễ dàng hơn trong mùa mưa."
)
JAPANESE = "市役所は十二日、駅前の古い市場を三年かけて建て直すと発表し、住民に理解を求めた。"
THAI = "เทศบาลประกาศซ่อมสะพานข้ามแม่น้ำสายหลักเป็นเวลาสามเดือน ขอให้ประชาชนใช้เส้นทางเลี่ยง"
HINDI = " ".join(
    ["नगर पालिका ने पुराने पुल की मरम्मत के लिए सड़क को तीन महीने तक बंद रखने का फैसला किया है और लोगों से"] * 2
)
words = st.text(st.sampled_from("aàbđĐ \n.,“”1ß\u0301\u0e01"), max_size=60)
total = settings(derandomize=True, deadline=None, max_examples=60)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        pytest.param(VIETNAMESE, unicodedata.normalize("NFD", VIETNAMESE), id="decomposed"),
        pytest.param(VIETNAMESE, fold(VIETNAMESE), id="no diacritics, case and punctuation"),
        pytest.param(VIETNAMESE, VIETNAMESE.replace("Hòa", "Hoà"), id="the tone placed elsewhere"),
        pytest.param(VIETNAMESE, VIETNAMESE.replace(", ", ",\n\n"), id="other paragraphs"),
        pytest.param(JAPANESE, JAPANESE.replace("、", "、\n"), id="Japanese in other lines"),
        pytest.param(JAPANESE + "3年", JAPANESE + "３年", id="digits as wide as a sign"),
        pytest.param(f"{THAI} 2567", f"{THAI} ๒๕๖๗", id="digits of the Thai"),
        pytest.param(f"{HINDI} 15,5", f"{HINDI} १५,५", id="digits of the Hindi"),
        pytest.param(THAI, THAI.replace("เป็น", "\u200bเป็น"), id="Thai with zero-width spaces"),
    ],
)
def test_texts_that_only_look_different_have_the_same_shingles(text, other):
    one, two = shingled(text), shingled(other)

    assert len(one.shingles) > 20
    assert (one.shingles, one.whole, sketch(one)) == (two.shingles, two.whole, sketch(two))


def test_a_changed_word_changes_five_shingles():
    one = shingled("a b c d e f g h i k l m")
    other = shingled("a b c d e f x h i k l m")

    assert (len(one.shingles), len(one.shingles - other.shingles)) == (8, 5)


def test_words_in_another_order_are_another_shingle():
    assert shingled("a b c d e").shingles.isdisjoint(shingled("b a c d e").shingles)


def test_no_two_shingles_have_one_hash():
    words = [str(number) for number in range(20_000)]

    assert len(shingled(" ".join(words)).shingles) == len(words) - 4


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        pytest.param(" ".join(map(str, range(50_000))), 8, id="words"),
        pytest.param("".join(map(chr, range(0x4E00, 0x9FA0))), 6, id="Han"),
    ],
)
def test_hashes_are_spread_evenly(text, bound):
    hashes = shingled(text).shingles

    sampled = sum(each >> 56 < bound for each in hashes)

    assert sampled / len(hashes) == pytest.approx(bound / 256, rel=0.1)


def test_a_text_of_less_than_a_shingle_is_told_by_the_whole_of_it():
    one, other = shingled("Bản tin trưa"), shingled("Bản tin tối")

    assert (one.shingles, sketch(one)) == (frozenset(), ())
    assert one.whole != other.whole


@pytest.mark.parametrize("text", ["", " \n", "…!?"])
def test_a_text_without_letters_has_nothing_to_be_told_by(text):
    assert (shingled(text).shingles, shingled(text).whole) == (frozenset(), 0)


def test_a_text_with_a_few_signs_of_a_script_without_spaces_is_read_by_words():
    text = VIETNAMESE + " " + JAPANESE[:20]

    assert shingled(text).shingles > shingled(VIETNAMESE).shingles


def test_what_is_too_long_for_a_word_is_not_remembered():
    row = "ལྷོ་" * 20

    assert shingled(row) == shingled(row)
    assert shingled(row).size == 16
    assert row not in _words


@total
@given(words)
def test_shingles_are_those_of_the_folded_text(text):
    one, folded = shingled(text), shingled(fold(text))

    assert (one.shingles, one.whole) == (folded.shingles, folded.whole)


@total
@given(st.text(max_size=40))
def test_any_text_has_shingles(text):
    assert 0 <= shingled(text).whole < 2**48


def test_a_sketch_is_bounded_and_fits_27_bits():
    long = shingled(" ".join(map(str, range(20_000))))

    entries = sketch(long)

    assert list(entries) == sorted(set(entries))
    assert 8 <= len(entries) <= 24
    assert all(0 <= entry < 2**27 for entry in entries)


def test_an_opening_shares_entries_with_the_whole_text():
    words = [f"w{number}" for number in range(500)]
    whole, opening = shingled(" ".join(words)), shingled(" ".join(words[:200]))

    assert len(set(sketch(whole)) & set(sketch(opening))) >= 2
