from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsbot.extract.detection import detected

# One sentence of a paper in each language, invented.
SENTENCES = {
    "vi": "Mưa lớn làm nước sông dâng cao, nhiều hộ dân ven đê phải sơ tán trong đêm.",
    "en": "Heavy rain swelled the river overnight and many families had to leave their homes.",
    "de": "Nach dem starken Regen trat der Fluss über die Ufer, viele Familien verließen ihr Haus.",
    "fr": "Après les fortes pluies, la rivière est sortie de son lit et des familles sont parties.",
    "es": "Tras las fuertes lluvias el río se desbordó y muchas familias dejaron sus casas.",
    "pt": "Depois das fortes chuvas o rio transbordou e muitas famílias deixaram as suas casas.",
    "it": "Dopo le forti piogge il fiume è uscito dagli argini e molte famiglie sono andate via.",
    "nl": "Na de zware regen trad de rivier buiten de oevers en vele gezinnen verlieten hun huis.",
    "sv": "Efter det kraftiga regnet svämmade ån över och många familjer fick lämna sina hem.",
    "pl": "Po ulewnym deszczu rzeka wystąpiła z brzegów, a wiele rodzin musiało opuścić domy.",
    "cs": "Po vydatném dešti se řeka vylila z břehů a mnoho rodin muselo opustit své domovy.",
    "hu": "A heves esőzés után a folyó kilépett a medréből, sok család elhagyta az otthonát.",
    "fi": "Rankkasateen jälkeen joki tulvi yli äyräiden ja monet perheet jättivät kotinsa.",
    "tr": "Şiddetli yağmurun ardından nehir taştı ve birçok aile evini terk etmek zorunda kaldı.",
    "id": "Setelah hujan deras sungai meluap dan banyak keluarga harus meninggalkan rumah mereka.",
    "sw": "Baada ya mvua kubwa mto ulifurika na familia nyingi zililazimika kuacha nyumba zao.",
    "ru": "После сильного дождя река вышла из берегов, и многие семьи покинули свои дома.",
    "uk": "Після сильного дощу річка вийшла з берегів, і багато родин залишили свої домівки.",
    "el": "Μετά την έντονη βροχή το ποτάμι ξεχείλισε και πολλές οικογένειες έφυγαν.",
    "he": "אחרי הגשם הכבד הנהר עלה על גדותיו ומשפחות רבות עזבו את בתיהן.",
    "ar": "بعد الأمطار الغزيرة فاض النهر واضطرت عائلات كثيرة إلى مغادرة منازلها.",
    "fa": "پس از باران شدید رودخانه طغیان کرد و خانواده‌های بسیاری خانه‌های خود را ترک کردند.",
    "hi": "भारी बारिश के बाद नदी उफान पर आ गई और कई परिवारों को अपना घर छोड़ना पड़ा।",
    "th": "หลังฝนตกหนัก แม่น้ำเอ่อล้นตลิ่ง และหลายครอบครัวต้องออกจากบ้าน",
    "km": "ក្រោយភ្លៀងធ្លាក់ខ្លាំង ទឹកទន្លេបានឡើងខ្ពស់ ហើយគ្រួសារជាច្រើនត្រូវចាកចេញពីផ្ទះ។",
    "lo": "ຫຼັງຈາກຝົນຕົກໜັກ ນ້ຳໃນແມ່ນ້ຳໄດ້ລົ້ນຝັ່ງ ແລະ ຫຼາຍຄອບຄົວຕ້ອງອອກຈາກເຮືອນ.",
    "ko": "폭우로 강물이 넘쳐 많은 가족이 집을 떠나야 했다.",
    "ja": "大雨で川があふれ、多くの家族が家を離れなければならなかった。",
    "zh": "大雨过后河水漫过堤岸，许多家庭不得不离开自己的家园。",
}


@pytest.mark.parametrize(("tag", "sentence"), SENTENCES.items(), ids=SENTENCES)
def test_a_sentence_tells_its_language(tag, sentence):
    found = detected(sentence)

    assert found is not None
    assert (found.tag, found.share > 0.9) == (tag, True)


def test_vietnamese_is_told_however_its_letters_are_composed():
    half_composed = SENTENCES["vi"].replace("ớ", "ơ\u0301").replace("ề", "ê\u0300")

    assert detected(half_composed) == detected(SENTENCES["vi"])


@pytest.mark.parametrize("text", ["", "2:1 (1:0)", "+++ 14.30 +++", "\ufffd\ufffd"])
def test_what_is_no_text_has_no_language(text):
    assert detected(text) is None


def test_only_letters_count():
    found = detected(f"{SENTENCES['de']} 12.345 67:89")

    assert found is not None
    assert found.letters == sum(map(str.isalpha, SENTENCES["de"]))


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.text(st.characters(), max_size=60))
@example("Wort \ud83d \x00\x07 \ufdd0\U0001ffff Wort")
def test_any_string_has_a_language_or_none(text):
    found = detected(text)

    assert found is None or 0 <= found.share <= 1
