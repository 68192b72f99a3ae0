from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsbot.fontcodes import converted, is_coded
from tests.extract.test_detection import SENTENCES

# Invented texts; in TCVN3 and in VNI as the editors of the nineties typed them.
TYPED = {
    "Mưa lớn làm nước sông dâng cao, nhiều hộ dân ven đê phải sơ tán": (
        "M­a lín lµm n­íc s«ng d©ng cao, nhiÒu hé d©n ven ®ª ph¶i s¬ t¸n",
        "Möa lôùn laøm nöôùc soâng daâng cao, nhieàu hoä daân ven ñeâ phaûi sô taùn",
    ),
    "Đắk Lắk: vì thế mới có từ ngữ uyển chuyển, huỳnh huỵch, quả quýt, kỹ nghệ": (
        "§¾k L¾k: v× thÕ míi cã tõ ng÷ uyÓn chuyÓn, huúnh huþch, qu¶ quýt, kü nghÖ",
        "Ñaék Laék: vì theá môùi coù töø ngöõ uyeån chuyeån, huyønh huîch, quaû quyùt, kyõ ngheä",
    ),
    "Thủ tướng Nguyễn Văn An gặp IMF và World Bank tại Hà Nội": (
        "Thñ t­íng NguyÔn V¨n An gÆp IMF vµ World Bank t¹i Hµ Néi",
        "Thuû töôùng Nguyeãn Vaên An gaëp IMF vaø World Bank taïi Haø Noäi",
    ),
    "Ăn uống, Âu Lạc, Ước mơ, Ông bà, Ở đâu, Ưu tiên, Êm ả": (
        "¡n uèng, ¢u L¹c, ¦íc m¬, ¤ng bµ, ë ®©u, ¦u tiªn, £m ¶",
        "AÊn uoáng, AÂu Laïc, Öôùc mô, OÂng baø, ÔÛ ñaâu, Öu tieân, EÂm aû",
    ),
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": (
        "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM",
        "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM",
    ),
    "Việt Nam thắng Thái Lan": ("ViÖt Nam th¾ng Th¸i Lan", "Vieät Nam thaéng Thaùi Lan"),
    "Đường về quê ẩm ướt, ngõ nhỏ, lũ trẻ ngủ kỹ, ý tứ, bẩy, bẫy, ỷ lại": (
        "§­êng vÒ quª Èm ­ít, ngâ nhá, lò trÎ ngñ kü, ý tø, bÈy, bÉy, û l¹i",
        "Ñöôøng veà queâ aåm öôùt, ngoõ nhoû, luõ treû nguû kyõ, yù töù, baåy, baãy, yû laïi",
    ),
}
# TCVN3 has capitals with a tone only in fonts of capitals; editors began such sentences small.
NO_CAPITAL = ("Ở đâu", "ở đâu")
CLEAN = {
    "Vietnamese without its rarer letters": "Xã Xuân Ái, Nông dân làm giàu, Báo Phú Yên Online",
    "a short one": "Theo dõi Báo Lào Cai trên",
    "tones of hook above alone": "Xã Ngũ Chỉ Sơn, Mỏ Vàng",
    "French": "Où étaient les frères ? Noël, l'août, le goût, la poêle, haïr, Zoé, Loïc, là-bas, ç",
    "French in guillemets": "«été» «où» «là» »déjà« «né» ®été",
    "Portuguese": "Não são só três: avós, pães, irmãs, opiniões, à mãe, às nações, você é, há",
    "German": "Für Bäuerinnen und Räuber in Köln: größere Säue, ÄÖÜ, STRAßE, äußerst",
    "Swedish": "På ön går två små båtar på ån; åå, öå, då, så, nå",
    "Norwegian": "Nå må de få gå på ski; så på to år, én, ål, bøen, aå",
    "Spanish": "Él sí quería: ¿qué? ¡así! tú, mí, té, sé, dé, más allá, no sólo, añil",
    "Italian": "È così, più là, né giù, perché no; può, già, città, lunedì",
    "units and marks": "5µm×3µm, 20°C, Foo® Bar®, ©2024, ±5, 3×4, ½ l, a·b",
    "Russian": "«Ёлка» — это «да», м², ×2",
}


def in_windows_1258(text):
    """Return what is made of the bytes of *text* where windows-1258 is supposed."""
    return unicodedata.normalize("NFC", text.encode("cp1252").decode("cp1258"))


@pytest.mark.parametrize(("written", "typed"), TYPED.items(), ids=range(len(TYPED)))
def test_text_in_tcvn3_is_converted(written, typed):
    assert converted(typed[0]) == written.replace(*NO_CAPITAL)


@pytest.mark.parametrize(("written", "typed"), TYPED.items(), ids=range(len(TYPED)))
def test_text_in_vni_is_converted(written, typed):
    assert converted(typed[1]) == written


@pytest.mark.parametrize("typed", [one for both in TYPED.values() for one in both])
def test_it_is_converted_where_windows_1258_was_supposed(typed):
    assert converted(in_windows_1258(typed)) == converted(typed)


def test_a_word_with_one_letter_besides_is_written_as_its_neighbours():
    assert converted("ñy ban tØnh Hµ Nam häp t¹i Hµ Néi").count("Hà") == 2
    assert converted("TØNH Hµ NAM HäP T¹I Hµ NéI") == "TỈNH HÀ NAM HỌP TẠI HÀ NỘI"


def test_paragraphs_in_unicode_stay_beside_those_that_are_converted():
    typed = next(iter(TYPED.values()))
    text = "\n\n".join((SENTENCES["vi"], typed[0], "Hà Nội", SENTENCES["vi"]))

    assert converted(text) == text.replace(typed[0], next(iter(TYPED)))


@pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN)
def test_a_clean_text_is_never_touched(text):
    for clean in (text, text.upper(), f"{text}. {text}\n\n{text}", *text.split(", ")):
        assert converted(clean) == clean
        assert not is_coded(clean)


@pytest.mark.parametrize("tag", SENTENCES)
def test_a_sentence_of_another_language_is_never_touched(tag):
    assert converted(SENTENCES[tag]) == SENTENCES[tag]
    assert not is_coded(SENTENCES[tag])


def test_one_word_alone_is_not_certain():
    assert converted("th¾ng") == "th¾ng"


def test_what_is_half_in_such_signs_is_left_and_told():
    text = "Größer als früher: nh©n d©n c¶ n­íc ®ång lßng"

    assert converted(text) == text
    assert is_coded(text)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    st.text(
        st.one_of(
            st.characters(), st.sampled_from("nhtcaeouAN \u00ad®µ¸©ª«¬éíùøûõïâäñöô\u0300\ud83d\n")
        ),
        max_size=40,
    )
)
@example("nh©n d©n c¶ n­íc\nnh©n")
def test_any_string_is_converted_once_and_for_all(text):
    once = converted(text)

    assert converted(once) == once
