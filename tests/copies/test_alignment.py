from __future__ import annotations

import pytest

from newsbot.copies.alignment import NAME, NUMBER, PLAIN, Alignment, Swap, align, units

NOTICE = "trụ sở {} mở cửa từ {} giờ sáng do {} phụ trách và đón khách tham quan miễn phí"
NOTHING = Swap(0, 0, 0)
JAPANESE = "市役所は{}日、駅前の古い{}を三年かけて建て直すと発表し、住民に理解を求めた。"


@pytest.mark.parametrize(
    ("text", "words", "kinds"),
    [
        pytest.param(
            "Ông Nam đến. Bà về “Huế” ngày 1,5",
            ("ong", "nam", "den", "ba", "ve", "hue", "ngay", "1", "5"),
            [PLAIN, NAME, PLAIN, PLAIN, PLAIN, NAME, PLAIN, NUMBER, NUMBER],
            id="a capital at a sentence's start makes no name",
        ),
        pytest.param(
            "am 3. Mai",
            ("am", "3", "mai"),
            [PLAIN, NUMBER, NAME],
            id="a German day ends no sentence",
        ),
        pytest.param("… Nam", ("nam",), [PLAIN], id="a sentence starts at its first word"),
        pytest.param(
            "12日、町は雨。",
            ("12", "日", "町", "は", "雨"),
            [NUMBER, PLAIN, PLAIN, PLAIN, PLAIN],
            id="signs without spaces, the digits of a number in one",
        ),
    ],
)
def test_a_text_is_read_as_words_of_three_kinds(text, words, kinds):
    assert units(text)[:2] == (words, bytes(kinds))


def test_what_stands_between_equal_words_is_swapped():
    one = NOTICE.format("Hòa Bình", 8, "ông Lâm")
    other = NOTICE.format("An Khê", 9, "bà Nguyệt")

    found = align(one, other)

    assert found == Alignment(0, 0, Swap(0, 2, 0), (Swap(1, 0, 0), Swap(0, 1, 1)), True)


def test_what_both_have_at_one_place_is_kept():
    text = NOTICE.format("Hòa Bình", 8, "ông Lâm")

    assert align(text, text) == Alignment(1, 3, NOTHING, (), True)


def test_an_added_sentence_is_not_swapped():
    one = NOTICE.format("Hòa Bình", 8, "ông Lâm")
    other = one.replace("từ 8", "cho bà con trong xã và khách thập phương đến từ 8")

    assert align(one, other).swaps == align(other, one).swaps == ()


def test_what_stands_before_the_first_and_after_the_last_equal_words_is_kept_apart():
    one = f"Hà Nội, 12/3 {NOTICE} Lê Lâm 12"
    other = f"Sài Gòn, 13/4 {NOTICE} Vũ Nga 15"

    assert align(one, other)[2:4] == (Swap(2, 1, 1), ())


def test_signs_are_swapped_in_texts_without_spaces():
    found = align(JAPANESE.format(12, "市場"), JAPANESE.format(15, "体育館"))

    assert found == Alignment(0, 0, NOTHING, (Swap(1, 0, 0), Swap(0, 0, 2)), False)


@pytest.mark.parametrize("other", ["", "ngày", "không có gì giống", "là là là là là là là là"])
def test_texts_without_equal_words_have_nothing_in_each_others_place(other):
    assert align(NOTICE, other)[:4] == (0, 0, NOTHING, ())


def test_a_phrase_that_two_leads_share_by_chance_divides_neither():
    one = f"hôm qua nhiều hộ dân trong thôn đi họp từ sáng sớm, có 12 người phát biểu {NOTICE}"
    other = f"sau nhiều năm chờ đợi, cụ Tư cùng 15 người hàng xóm đi họp từ chiều tối {NOTICE}"

    assert align(one, other).swaps == ()


def test_moved_paragraphs_leave_the_longer_part_in_its_place():
    first = " ".join(f"trước{number}" for number in range(20))
    second = " ".join(f"sau{number}" for number in range(30))

    found = align(f"{first} {second}", f"{second} {first}")

    assert (found.numbers, found.swaps) == (30, ())
