from __future__ import annotations

import unicodedata
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsbot.text import composed, fold, normalise_line, normalise_text

ANY_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Mn", "Mc", "Zs", "Cc", "Cf", "Cs"]),
        st.sampled_from("aeoưक đĐİß\n\r\t\xa0\u2028\u200b\u200c\u200d\u0301\ufffc"),
    ),
    max_size=40,
)
total = settings(derandomize=True, deadline=None, max_examples=60)


@pytest.mark.parametrize(
    ("raw", "form"),
    [
        pytest.param("Tie\u0302\u0301ng", "Tiếng", id="decomposed letters"),
        pytest.param("Ti\u00ea\u0301ng", "Tiếng", id="half-decomposed letters of windows-1258"),
        pytest.param("cà\xa0phê", "cà phê", id="no-break space"),
        pytest.param("a \t\u3000 b", "a b", id="a run of spaces"),
        pytest.param("Bun\u00addes\u200btag", "Bundestag", id="soft hyphen and zero-width space"),
        pytest.param("\ufeffAnfang", "Anfang", id="byte order mark"),
        pytest.param("a\u202eb\u202c\u061c", "ab", id="direction marks"),
        pytest.param("Text\ufffc Text\u034f", "Text Text", id="what an editor leaves"),
        pytest.param(
            "Bun\u200cdes\u200d\u200ctag", "Bundestag", id="Latin is spelt without joiners"
        ),
        pytest.param("thủ\u200cđô", "thủđô", id="so is Vietnamese"),
        pytest.param("e\u200c\u0301", "é", id="a joiner between a letter and its accent"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="Persian is spelt with a non-joiner"),
        pytest.param("ക്\u200dഷ", "ക്\u200dഷ", id="Malayalam is spelt with a joiner"),
        pytest.param("क्\u0301\u200cष", "क्\u0301\u200cष", id="with an accent on it, too"),
        pytest.param("เขา\u200cมา", "เขามา", id="Thai is not"),
        pytest.param("a\r\nb\rc", "a\nb\nc", id="line ends of Windows and old Macs"),
        pytest.param("a\u2028b\u2029c\x85d", "a\nb\nc\nd", id="line ends of Unicode"),
        pytest.param("a\n\n\n \n\nb", "a\n\nb", id="many empty lines are one break"),
        pytest.param("a \n b", "a\nb", id="no space at a line end"),
        pytest.param("\n\n a \n\n", "a", id="nothing at the edges"),
        pytest.param("a\x00b\x07c\x9b", "abc", id="control characters"),
        pytest.param("a\ud83db", "ab", id="half of a surrogate pair"),
        pytest.param("a\ufffe\ufdd0\U0001ffff", "a", id="what is no character"),
        pytest.param("", "", id="empty"),
        pytest.param(" \u200b\n", "", id="nothing to see"),
    ],
)
def test_text_has_one_form(raw, form):
    assert normalise_text(raw) == form


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("thủy hoà thuý", id="both ways to place a tone"),
        pytest.param("“Nein”, sagte sie – ‚ja‘", id="quotes and dashes"),
        pytest.param("1.234,5 kg", id="numbers"),
        pytest.param("CHÍNH THỨC", id="case"),
        pytest.param("ﬁ ½ m²", id="compatibility characters"),
        pytest.param("👩\u200d🌾", id="an emoji joined of two"),
    ],
)
def test_words_are_never_changed(text):
    assert normalise_text(text) == text


@total
@given(ANY_TEXT)
@example("e\u00ad\u0301")
@example("a \n\x00\n b")
def test_normalising_a_text_twice_changes_nothing_more(text):
    once = normalise_text(text)

    assert normalise_text(once) == once


# Marks of several scripts and canonical classes, joiners, and letters with and without them.
JOINED_TEXT = st.text(
    st.one_of(
        st.sampled_from("\u200c\u200d"),
        st.sampled_from(
            "\u0301\u0315\u0323\u0327\u031b\u0338\u0345\u05b4\u064b\u0651\u093c\u094d\u0951\u0d4d\u0e38\u17d2\u3099"
        ),
        st.sampled_from("aeơ1 =\n\u2190\u0387क\u0928ക\u0dd9\u0dcfمק🌾\ufe0fか각\u1100\u1161\u11a8"),
        st.characters(categories=["Mn", "Mc"]),
    ),
    max_size=24,
)


@settings(total, max_examples=400)
@given(JOINED_TEXT)
@example("\u0301\u094d\u200ca")
@example("क\u0301\u094d\u200cx")
@example("\u031b\u17d2\u200d1")
@example("x\u0315\u200c\u0327\u0951\u200c\u0327\u0951\u200cx")
def test_joiners_among_marks_are_normalised_for_good(text):
    once, line = normalise_text(text), normalise_line(text)

    assert (normalise_text(once), normalise_line(line)) == (once, line)
    assert unicodedata.is_normalized("NFC", once)


def test_joiners_among_thousands_of_marks_take_no_time():
    text = "x\u0315" + "\u200c\u0327\u0951" * 100_000 + "\u200cx" + "\u0301\u200c" * 100_000
    start = process_time()

    normalise_text(text)

    assert process_time() - start < 5


@total
@given(st.text(st.characters(categories=["L", "N", "P", "S"], exclude_characters="\ufffc")))
def test_of_letters_digits_and_signs_none_is_lost(text):
    assert normalise_text(text) == unicodedata.normalize("NFC", text)


@total
@given(ANY_TEXT)
def test_a_normalised_line_has_no_line_end(text):
    assert len(normalise_line(text).splitlines()) <= 1


@total
@given(st.text(st.sampled_from("aeụ\u0301\u0323\u0344\u05b4\u0651…\u20d0ก\u0e38 "), max_size=120))
def test_text_is_composed_as_the_standard_says(text):
    assert composed(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("work", [composed, normalise_text, fold, normalise_line])
def test_a_letter_with_thousands_of_marks_takes_no_time(work):
    text = "a" + "\u0301\u0323" * 100_000
    start = process_time()

    work(text)

    assert process_time() - start < 5


def test_a_line_joins_what_a_template_broke():
    assert normalise_line("Phú Yên\n\n   online ") == "Phú Yên online"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Đắk Lắk", "dak lak", id="Vietnamese"),
        pytest.param("ƯỚC MƠ", "uoc mo", id="horned letters"),
        pytest.param("Straße ÄÖÜ", "strasse aou", id="German"),
        pytest.param("Ёлка Йод", "елка иод", id="Cyrillic"),
        pytest.param("क्षि में", "क्षि में", id="the vowel signs of Hindi are letters"),
        pytest.param("ที่ดิน", "ที่ดิน", id="the vowel signs of Thai are letters"),
        pytest.param("„Nein“ -- sagte_sie!", "nein sagte sie", id="punctuation"),
        pytest.param("2.500 m²", "2 500 m²", id="numbers"),
        pytest.param("!?…", "", id="nothing but punctuation"),
    ],
)
def test_a_fold_keeps_the_letters_alone(text, folded):
    assert fold(text) == folded


def test_a_fold_is_the_same_for_capitals_of_either_turkish_i():
    assert fold("IĞDIR İLİ") == fold("Iğdır ili")


def test_a_fold_is_the_same_for_composed_and_decomposed_text():
    assert fold("Tie\u0302\u0301ng Vie\u0323\u0302t") == fold("Tiếng Việt")


@total
@given(ANY_TEXT)
def test_every_text_folds_to_words_parted_by_one_space(text):
    assert fold(text).split() == fold(text).split(" ") or fold(text) == ""


@total
@given(ANY_TEXT)
@example("ῼ ᾳ\u0345")
@example("İ ı Σς")
def test_folding_a_text_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@total
@given(ANY_TEXT)
@example("ΟΔΟΣ ΟΔΟΣ")
@example("か \u3099き")
def test_a_fold_is_that_of_each_word_whatever_stands_beside_it(text):
    """So that a text can be folded word by word, each word once."""
    words = [folded for word in text.split() if (folded := fold(word))]

    assert fold(text) == " ".join(words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("hoà thuý uỷ", "hòa thúy ủy", id="both ways to place a tone"),
        pytest.param("Hiền", "Hiển", id="another tone"),
        pytest.param("1,5 triệu", "1.5 triệu", id="either decimal mark"),
        pytest.param("“Đường”", "'Duong'", id="quotes, and a text without its diacritics"),
        pytest.param("NGHỊ QUYẾT", "nghị quyết", id="case"),
    ],
)
def test_a_fold_is_the_same_for_what_is_written_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("năm", "mười"), ("1,5", "15"), ("nhà ở", "nhàở"), ("ก่อน", "กอน")]
)
def test_a_fold_tells_other_words_apart(one, other):
    assert fold(one) != fold(other)
