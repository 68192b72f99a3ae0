from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsbot.restoration import restored
from newsbot.text import normalise_line, normalise_text
from tests.extract.test_detection import SENTENCES
from tests.test_fontcodes import CLEAN as CLEAN_OF_CODES
from tests.test_fontcodes import NO_CAPITAL, TYPED
from tests.test_mojibake import CLEAN, PROVABLE, misread

ANY_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Mn", "Zs", "Cc", "Cf", "Cs"]),
        st.sampled_from("ÃáºĂ»¼™ ab\u200b\u200c\xad\xa0®©«nhù\n\r\x81\ud83d"),
    ),
    max_size=40,
)


@pytest.mark.parametrize("tag", PROVABLE)
def test_letters_are_repaired_before_their_bytes_are_taken_for_spaces(tag):
    found = restored(f" {misread(SENTENCES[tag], 'cp1252')}  ")

    assert found == (normalise_text(SENTENCES[tag]), True, False)


@pytest.mark.parametrize("typed", TYPED)
def test_letters_of_fonts_are_converted_before_a_soft_hyphen_is_dropped(typed):
    assert restored(TYPED[typed][0]) == (typed.replace(*NO_CAPITAL), True, False)
    assert restored(TYPED[typed][1]) == (typed, True, False)


@pytest.mark.parametrize("text", [*SENTENCES.values(), *CLEAN.values(), *CLEAN_OF_CODES.values()])
def test_a_clean_text_changes_its_form_alone(text):
    found = restored(text)

    assert (found.text, found.is_repaired) == (normalise_text(text), False)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Der Bürger fÃ¼r Bürger", id="a word among clean ones"),
        pytest.param("Der B\ufffdrger", id="a letter that is lost"),
        pytest.param("Größer als früher: nh©n d©n c¶ n­íc ®ång lßng", id="half in signs"),
    ],
)
def test_what_may_be_wrong_and_can_not_be_proven_is_doubtful(text):
    found = restored(text)

    assert (found.is_repaired, found.is_doubtful) == (False, True)


def test_what_is_proven_of_a_text_is_believed_of_the_one_beside():
    garbled, typed = misread(SENTENCES["vi"], "cp1252"), "Hµ Néi, ngµy h«m nay, nh©n d©n"

    assert restored("LÃª", normalise_line, garbled).text == "Lê"
    assert restored("Hµ", normalise_line, typed).text == "Hà"


@pytest.mark.parametrize("text", ["Lê Hà", "Xã Xuân Ái", "Đặng Thị Ý", "Müller", "", "«Là»"])
def test_a_clean_text_beside_a_wrong_one_is_not_touched(text):
    for beside in (misread(SENTENCES["vi"], "cp1252"), TYPED["Việt Nam thắng Thái Lan"][0]):
        assert restored(text, normalise_line, beside) == (text, False, False)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(ANY_TEXT)
@example("M\u200bÃ\u200b¼ller siegt")
@example("nh©n d©n c¶ n\u200b­íc")
def test_restoring_a_text_twice_changes_nothing_more(text):
    once = restored(text)

    assert restored(once.text) == (once.text, False, once.is_doubtful)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(ANY_TEXT, ANY_TEXT)
def test_any_string_is_restored_beside_any_other(text, beside):
    assert len(restored(text, normalise_line, beside).text.splitlines()) <= 1
