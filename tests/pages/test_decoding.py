from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbot.pages.decoding import decoded

GERMAN = "Die neue Brücke über die Lahn ist länger und größer als die alte."
VIETNAMESE = "Cầu mới nối hai bờ sông, người dân đi chợ không phải chờ đò nữa."
TEXTS = {
    "vi": VIETNAMESE,
    "de": GERMAN,
    "ru": "Новый мост через реку открыли в понедельник, сообщает город.",
    "uk": "Новий міст через річку відкрили в понеділок, повідомляє місто.",
    "pl": "Nowy most nad rzeką będzie otwarty w poniedziałek, mówi wójt z miasta ściany.",
    "cs": "Nový most přes řeku bude otevřen v pondělí, říká starosta, to je štěstí.",
    "ja": "新しい橋が月曜日に開通したと市が発表した。これで川を渡るのが楽になる。",
    "zh": "新的大桥在星期一开通了，这个城市的人们不用再等渡船。",
    "ko": "새로운 다리가 월요일에 개통되었다고 시가 발표했다.",
    "tr": "Yeni köprü pazartesi günü açıldı, dedi belediye başkanı.",
    "el": "Η νέα γέφυρα άνοιξε τη Δευτέρα και είναι πιο μεγάλη.",
}
OLD = [
    *(("vi", "cp1258"), ("de", "cp1252"), ("ru", "cp1251"), ("ru", "koi8-r"), ("uk", "koi8-u")),
    *(("pl", "cp1250"), ("pl", "iso8859-2"), ("cs", "cp1250"), ("ja", "cp932"), ("ja", "euc_jp")),
    *(("ja", "iso2022_jp"), ("zh", "gb18030"), ("ko", "cp949"), ("tr", "cp1254"), ("el", "cp1253")),
]


def encoded(text, encoding):
    """*text* as an editor saves it; windows-1258 has its tones as signs of their own."""
    if encoding != "cp1258":
        return text.encode(encoding)
    parts = unicodedata.normalize("NFD", text)
    for shape in "\u0302\u0306\u031b":
        for letter in "aeouAEOU":
            parts = parts.replace(f"{letter}\u0323{shape}", f"{letter}{shape}\u0323")
            whole = unicodedata.normalize("NFC", letter + shape)
            parts = parts.replace(letter + shape, whole)
    return parts.encode("cp1258")


def page(text, *, lang="", meta=""):
    said = f"<meta charset='{meta}'>" if meta else ""
    return f"<!DOCTYPE html><html lang='{lang}'><head>{said}</head><p>{text}</p></html>"


@pytest.mark.parametrize(("language", "encoding"), OLD)
def test_an_old_encoding_is_known_by_the_language_of_the_page(language, encoding):
    text = page(TEXTS[language], lang=language)

    assert decoded(encoded(text, encoding)) == text


@pytest.mark.parametrize(("language", "encoding"), OLD)
def test_a_page_of_no_language_has_that_of_its_domain(language, encoding):
    country = {"vi": "vn", "uk": "ua", "cs": "cz", "ja": "jp", "zh": "cn", "ko": "kr", "el": "gr"}
    text = page(TEXTS[language], lang="en")

    url = f"https://bote.{country.get(language, language)}/artikel/7"
    assert decoded(encoded(text, encoding), url=url) == text


@pytest.mark.parametrize(
    ("language", "encoding"), [pair for pair in OLD if pair[0] not in {"pl", "cs", "tr"}]
)
def test_without_any_hint_the_signs_of_a_script_tell(language, encoding):
    assert TEXTS[language] in decoded(encoded(page(TEXTS[language]), encoding))


@pytest.mark.parametrize(("language", "encoding"), OLD)
@pytest.mark.parametrize("where", ["HTTP", "meta"])
def test_a_declared_encoding_is_believed(language, encoding, where):
    text = page(TEXTS[language], meta=encoding if where == "meta" else "")

    assert decoded(encoded(text, encoding), encoding if where == "HTTP" else None) == text


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("said", ["iso-8859-1", "windows-1258", "gb2312", "utf-16", "hex", "x"])
def test_utf_8_is_known_whatever_it_is_called(language, said):
    text = page(TEXTS[language], meta=said)

    assert decoded(text.encode(), said) == text


@pytest.mark.parametrize(("language", "encoding"), [pair for pair in OLD if pair[0] != "ja"])
def test_what_is_called_utf_8_and_is_none_is_read_as_it_is(language, encoding):
    text = page(TEXTS[language], lang=language, meta="utf-8")

    assert decoded(encoded(text, encoding), "utf-8") == text


def test_what_http_says_goes_before_what_the_page_says():
    text = page("Łódź", meta="iso-8859-1")

    assert decoded(text.encode("cp1250"), "windows-1250") == text


def test_where_http_is_wrong_the_page_is_believed():
    text = page(VIETNAMESE, meta="windows-1258")

    assert decoded(encoded(text, "cp1258"), "utf-8") == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_goes_before_all_that_is_said(encoding):
    text = page(VIETNAMESE, meta="iso-8859-1")

    assert decoded(text.encode(encoding), "iso-8859-1") == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_zeros(encoding):
    assert decoded(page(GERMAN).encode(encoding)) == page(GERMAN)


@pytest.mark.parametrize("said", [None, "utf-8", "iso-8859-1"])
@pytest.mark.parametrize("place", [0, 61, -1])
def test_one_bad_byte_changes_nothing_but_itself(said, place):
    body = bytearray(page(VIETNAMESE).encode())
    body[place:place] = b"\xff"

    assert decoded(bytes(body), said).replace("\ufffd", "") == page(VIETNAMESE)


def test_a_letter_cut_in_two_at_the_end_costs_no_other():
    assert decoded("<p>Brücke ü".encode()[:-1], "utf-8") == "<p>Brücke \ufffd"


def test_the_marks_of_windows_1258_are_joined_with_their_letters():
    text = decoded(encoded(page(VIETNAMESE), "cp1258"), "windows-1258")

    assert unicodedata.is_normalized("NFC", text)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "gb2312", "utf-16", "base64", "ü"]))
def test_whatever_is_sent_has_a_text(body, said):
    assert isinstance(decoded(body, said, "https://[::"), str)
