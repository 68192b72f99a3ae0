from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbot.mojibake import is_garbled, repaired
from tests.extract.test_detection import SENTENCES

ENCODINGS = ("cp1252", "cp1258")
WORDS = sorted({word for text in SENTENCES.values() for word in text.split()})
# The others have no letters beyond ASCII, or only one that is a word, which might be meant.
PROVABLE = [tag for tag in SENTENCES if tag not in {"en", "id", "nl", "sw", "it"}]
CLEAN = {
    "Portuguese capitals": "AMANHÃ: IRMÃ» E IRMÃO, PÃO, AVÓ, “MAÇÔ, NÃO…",
    "French quotes and spaces": "«\xa0Été\xa0» – «\xa0café\xa0», l’été… À\xa0! É\xa0? «\xa0É»",
    "German quotes at umlauts": "»Ä«, „Ö“ und ‚Ü‘: FPÖ» ÖVP» – „SPÖ“, Ä’s",
    "Norwegian capitals": "FOKUS PÅ NORGE – PÅ… «PÅ» ØÆÅ” Å Å",
    "Vietnamese in guillemets": "«Cá», «má»’, “bà»”, má»… và má»—",
    "Spanish questions": "¿Está»? ¡Así! «está», «aquí»… José² Ñ° SEÑORº",
    "currencies and units": "Â 5 €, à 3 £, 20 °C, 5 m², ½ Í, 10 µm, ©®™ É®",
    "Romanian capitals": "„CASĂ” ȘI «MASĂ» Ă…",
    "Icelandic and Turkish": "MEÐ ÞAÐ Ð… İSTANBUL ŞİİR Ğ» ığ»",
    "an article on the fault": "Aus „für“ wird „fÃ¼r“, aus „schön“ wird „schÃ¶n“.",
    "words that are talked about": "It prints “fÃ¼r” and 'MÃ¼ller' instead.",
    "another language beside": "Er sagte: „Đẹp quá“ – «đẹp»",
}


def misread(text, encoding):
    """Return *text* as a program shows it that takes its UTF-8 for *encoding*."""
    signs = (bytes([n]).decode(encoding, "ignore") or chr(n) for n in text.encode())
    return "".join(signs)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("tag", PROVABLE)
def test_a_sentence_is_repaired_in_any_language(tag, encoding):
    assert repaired(misread(SENTENCES[tag], encoding)) == SENTENCES[tag]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("tag", PROVABLE)
def test_a_no_break_space_may_have_become_a_space(tag, encoding):
    text = " ".join(misread(SENTENCES[tag], encoding).replace("\xa0", " ").split(" "))

    assert repaired(text) == SENTENCES[tag]


@pytest.mark.parametrize("tag", PROVABLE)
def test_a_text_misread_twice_is_repaired_twice(tag):
    twice = misread(misread(SENTENCES[tag], "cp1252"), "cp1252")

    assert repaired(twice) == SENTENCES[tag]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("MÃ¼ller siegt", "Müller siegt", id="one word"),
        pytest.param("Nguyá»…n VÄƒn A", "Nguyễn Văn A", id="a name"),
        pytest.param("nhÃ cá»§a bÃ Ã", "nhà của bà à", id="a word that ends in a no-break space"),
        pytest.param("lÃ ng cá»§a hÃ ng", "làng của hàng", id="a word with one within"),
        pytest.param("voilÃ la forÃªt", "voilà la forêt", id="in French it ends a word"),
        pytest.param("â€œYesâ€\x9d, it â€¦ canâ€™t", "“Yes”, it … can’t", id="quotes alone"),
        pytest.param("ï»¿Text", "\ufeffText", id="the byte order mark"),
        pytest.param("Super ðŸ˜€!", "Super 😀!", id="an emoji"),
        pytest.param("eÌ\x81tat", "e\u0301tat", id="an accent of its own"),
        pytest.param("CHÃ\x8dNH PHá»¦", "CHÍNH PHỦ", id="capitals"),
    ],
)
def test_what_is_proven_is_repaired(text, written):
    assert repaired(text) == written


def test_only_the_paragraph_that_is_garbled_is_repaired():
    clean = SENTENCES["vi"]

    assert repaired(f"{clean}\n\n{misread(clean, 'cp1252')}\n\n{clean}") == "\n\n".join([clean] * 3)


def test_a_part_of_a_paragraph_is_repaired_beside_one_that_is_well():
    clean = SENTENCES["de"]

    assert repaired(f"{clean} {misread(SENTENCES['vi'], 'cp1252')} {clean}") == (
        f"{clean} {SENTENCES['vi']} {clean}"
    )


@pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN)
def test_a_clean_text_is_never_touched(text):
    assert repaired(text) == text
    assert repaired(f"{text} {text}\n\n{text}") == f"{text} {text}\n\n{text}"


@pytest.mark.parametrize("tag", SENTENCES)
def test_a_clean_sentence_is_neither_touched_nor_garbled(tag):
    text = f"{SENTENCES[tag]} – “{SENTENCES[tag]}”… «{SENTENCES[tag]}»’ "

    assert repaired(text) == text
    assert not is_garbled(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Der Bürger fÃ¼r Bürger", id="one word among clean ones"),
        pytest.param("má»\ufffdt má»™t ngÃ y, cả nước", id="bytes that are lost"),
    ],
)
def test_what_is_not_proven_is_left_and_told(text):
    assert repaired(text) == text
    assert is_garbled(text)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30), st.sampled_from(ENCODINGS))
def test_a_misread_text_is_repaired_wholly_or_left(words, encoding):
    text = " ".join(words)
    garbled = misread(text, encoding)

    assert repaired(text) == text
    assert repaired(garbled) in {text, garbled}


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    st.text(
        st.one_of(
            st.characters(),
            st.sampled_from("ÃÂÄáâ»º€™¼¡ \xa0\xadabÑÐ°½\ud83d\x81\x8dðŸ˜€ïèæ¥Ă"),
        ),
        max_size=40,
    )
)
def test_any_string_is_repaired_once_and_for_all(text):
    once = repaired(text)

    assert repaired(once) == once
    assert len(once) <= len(text)


def test_a_long_text_takes_time_in_proportion():
    garbled = misread("ü" * 30_000 + " ü一" * 10_000, "cp1252")

    assert len(repaired(f"{garbled} für {garbled}")) <= 2 * len(garbled) + 5
