from __future__ import annotations

import pytest

from newsbot.extract.credits.byline import is_byline, is_label, is_signature, read_byline
from tests.extract.columns import site_of


@pytest.mark.parametrize(
    ("text", "authors", "source"),
    [
        ("Lý Văn Đang", ("Lý Văn Đang",), None),
        ("Tin, ảnh: Q.T", ("Q.T",), None),
        ("Bài, ảnh: An Nhiên - Hà My", ("An Nhiên", "Hà My"), None),
        ("Bài: An Nhiên; Ảnh: Hà My", ("An Nhiên",), None),
        ("Bài: An Nhiên - Ảnh: Hà My", ("An Nhiên",), None),
        ("Penulis: Dewi Lestari", ("Dewi Lestari",), None),
        ("Penulis: Dewi Lestari | Editor: Budi", ("Dewi Lestari",), None),
        ("Von Ida Moor und Max Orth", ("Ida Moor", "Max Orth"), None),
        ("Von Ida Moor | 3. Mai 2024, 9:15 Uhr", ("Ida Moor",), None),
        ("Trần Kha/Báo Đồng Rạng", ("Trần Kha",), "Báo Đồng Rạng"),
        ("Ida Moor, dpa", ("Ida Moor",), "dpa"),
        ("An Nhiên (TTXVN)", ("An Nhiên",), "TTXVN"),
        ("An Nhiên (tổng hợp)", ("An Nhiên",), None),
        ("Theo TTXVN", (), "TTXVN"),
        ("Theo Đồng Rạng", (), "Đồng Rạng"),
        ("Nguồn: Đồng Rạng", (), "Đồng Rạng"),
        ("Theo Müller", ("Theo Müller",), None),
        ("Redaktion Lokales", ("Redaktion Lokales",), None),
        ("Bút danh", (), None),
        ("vuonnhatv", (), None),
        ("ida.moor@waldbote.test", (), None),
        ("https://waldbote.test/autor/7", (), None),
        ("Waldbote", (), None),
        ("Von", (), None),
        ("", (), None),
        ("Ba\u0300i: An Nhie\u0302n", ("An Nhiên",), None),
        ("PV Lý Văn Đang", ("Lý Văn Đang",), None),
        ("Phóng viên: Q.T - H.M", ("Q.T", "H.M"), None),
        ("Tin, bài, ảnh: An Nhiên và Hà My", ("An Nhiên", "Hà My"), None),
        ("Bài: An Nhiên. Ảnh: Hà My", ("An Nhiên",), None),
        ("Thực hiện: An Nhiên, Hà My; Đồ họa: Tú", ("An Nhiên", "Hà My"), None),
        ("An Nhiên (theo TTXVN)", ("An Nhiên",), "TTXVN"),
        ("Von Ida Moor, Tann", ("Ida Moor",), None),
        ("Von Ida Moor und Max Orth, Tann", ("Ida Moor", "Max Orth"), None),
        ("Ida Moor und Max Orth, Tann", ("Ida Moor", "Max Orth"), None),
        ("Von Ida Moor, Max Orth und Eva Lenz", ("Ida Moor", "Max Orth", "Eva Lenz"), None),
        ("Von Ida Moor, Redakteurin", ("Ida Moor",), None),
        ("Von Ida Moor, Chefkorrespondentin Politik", ("Ida Moor",), None),
        ("Ida Moor Redakteurin", ("Ida Moor",), None),
        ("Von Ida Moor mit dpa", ("Ida Moor",), "dpa"),
        ("Von dpa", (), "dpa"),
        ("dpa/lsw", (), "dpa"),
        ("Ida Moor/dpa", ("Ida Moor",), "dpa"),
        ("Reuters, Tannhausen", (), "Reuters"),
        ("Von Dr. Ida Moor", ("Dr. Ida Moor",), None),
        ("Ein Kommentar von Ida Moor", ("Ida Moor",), None),
        ("Text: Ida Moor, Fotos: Max Orth", ("Ida Moor",), None),
        ("Text: Ida Moor Foto: Max Orth", ("Ida Moor",), None),
        ("Ida Moor-Lenz", ("Ida Moor-Lenz",), None),
        ("BR7 Redaktion", ("BR7 Redaktion",), None),
        ("Von unserer Redaktion", ("unserer Redaktion",), None),
        ("Über Ida Moor", (), None),
        ("By Ida Moor, Senior Political Editor", ("Ida Moor",), None),
        ("IDA MOOR, AP Auto Writer", ("IDA MOOR",), None),
        (
            "By Ida Moor and Max Orth, Associated Press",
            ("Ida Moor", "Max Orth"),
            "Associated Press",
        ),
        ("Ida Moor Associated Press", ("Ida Moor",), "Associated Press"),
        ("Ida Moor and AP", ("Ida Moor",), "AP"),
        ("The Associated Press", (), "The Associated Press"),
        ("By Ida Moor @idamoor 3 May 2024", ("Ida Moor",), None),
        ("by Ida Moor Monday, May 6, 2024", ("Ida Moor",), None),
        ("Written by Ida Moor, MS, RD on May 6, 2024", ("Ida Moor",), None),
        ("May 6, 2024 Ida Moor", ("Ida Moor",), None),
        ("By Ida Moor / Tannhill Post Staff Writers", ("Ida Moor",), None),
        ("Ida Moor | Tann Media for Waldbote.test", ("Ida Moor",), None),
        ("6 May 2024 - Published by: Ida Moor - Category: Roads", ("Ida Moor",), None),
        ("Par Ida Moor et Max Orth, à Tann", ("Ida Moor", "Max Orth"), None),
        ("Par Ida Moor avec AFP", ("Ida Moor",), "AFP"),
        ("Por Ana de la Vega y Luis Mar", ("Ana de la Vega", "Luis Mar"), None),
        ("Ana Costa e Silva", ("Ana Costa e Silva",), None),
        ("Ana Costa e Rui Mar", ("Ana Costa", "Rui Mar"), None),
        ("di Ida Mora", ("Ida Mora",), None),
        ("Di Mora", ("Di Mora",), None),
        ("a cura di Ida Mora", ("Ida Mora",), None),
        ("Jan Mora i Ewa Lis", ("Jan Mora", "Ewa Lis"), None),
        ("Tekst og foto: Ida Moor", ("Ida Moor",), None),
        ("Skrevet av Ida Moor og Max Orth", ("Ida Moor", "Max Orth"), None),
        ("Siti binti Ahmad", ("Siti binti Ahmad",), None),
        ("Текст: Ида Мур·3 мая 2024", ("Ида Мур",), None),
        ("Автор: Ида Мур, корреспондент", ("Ида Мур",), None),
        ("홍길순 기자", ("홍길순",), None),
        ("홍길순·김한별 기자 hong@waldbote.test", ("홍길순", "김한별"), None),
        ("記者林小樹／台北報導", ("林小樹",), None),
        ("本报记者 林小树 王小河", ("林小树", "王小河"), None),
        ("来源：新华社 作者：林小树", ("林小树",), "新华社"),
        ("林小樹、森川 花子", ("林小樹", "森川 花子"), None),
        ("(imo)", (), None),
        ("Von Ida Moor | Veröffentlicht am 3. Mai 2024", ("Ida Moor",), None),
        ("Por Ana Mar | Publicado el 3 de mayo de 2024", ("Ana Mar",), None),
        ("Ida Moor Published 3 May 2024", ("Ida Moor",), None),
        ("Tác giả: An Nhiên | Đăng lúc 03/05/2024", ("An Nhiên",), None),
        ("IDA MOOR 3 May 2024", ("IDA MOOR",), None),
        ("Lý Văn Đăng 03/05/2024", ("Lý Văn Đăng",), None),
        ("Theo Minh An (Vietnam+)", ("Minh An",), "Vietnam+"),
        ("(Tổng hợp từ Đồng Rạng, Nhân Dân)", (), "Đồng Rạng, Nhân Dân"),
        ("PV (tổng hợp, theo Đồng Rạng)", (), "Đồng Rạng"),
        ("Theo dongrang.test", (), "dongrang.test"),
        ("Tin, ảnh: PV", (), None),
        ("作者：王小河 李明", ("王小河", "李明"), None),
        ("기자명 홍길순 기자", ("홍길순",), None),
        ("Von unserem Redakteur Max Orth", ("Max Orth",), None),
        ("Door onze verslaggever Jan Mol", ("Jan Mol",), None),
        ("By Ida Moor in Tann", ("Ida Moor",), None),
        ("By Ida Moor in Tann and Max Orth in Bad Ems", ("Ida Moor", "Max Orth"), None),
        ("Recipe by Ida Moor", ("Ida Moor",), None),
        ("Ana Mar / EFE", ("Ana Mar",), "EFE"),
    ],
)
def test_a_byline_names_authors_and_a_source(text, authors, source):
    assert read_byline(text, site_of())[:2] == (authors, source)


@pytest.mark.parametrize(
    "text",
    [
        "Tin, ảnh: Q.T",
        "Von Ida Moor",
        "By Ida Moor | 3 May",
        "Theo TTXVN",
        "Foto: Max Orth",
        "Text: Moor",
        "Theo Minh An (Vietnam+)",
        "홍길순 기자 hong@waldbote.test",
        "Von unserem Redakteur Max Orth",
        "By Ida Moor in Tann",
    ],
)
def test_a_byline_is_known(text):
    assert is_byline(text)


@pytest.mark.parametrize(
    "text",
    [
        "Von wegen ruhiger Sommer!",
        "Theo ban quản lý, chợ sẽ mở cửa lúc năm giờ sáng.",
        "Theo kế hoạch, cầu xong trước Tết",
        "Theo lời kể của bà Lý",
        "记者走进村庄",
        "By the time it rained, all had gone home.",
        "Lý Văn Đang",
        "Kommentar: Warum die Brücke fehlt",
        "Im Vorjahr kamen viele. Bild: Ida Moor",
        "Er sagte im Interview: Das reicht.",
    ],
)
def test_a_sentence_is_no_byline(text):
    assert not is_byline(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(imo)", True),
        ("(dpa/lsw)", True),
        ("sda/imo", True),
        ("AFP, TANN", True),
        ("imo", False),
        ("Ende", False),
        ("Die AFP meldet Schnee.", False),
    ],
)
def test_agencies_and_initials_alone_sign_a_text(text, expected):
    assert is_signature(text) is expected


def test_a_label_alone_is_told_from_a_byline():
    assert [is_label(text) for text in ("By", "Author:", "Von Ida Moor")] == [True, True, False]


def test_who_took_the_pictures_is_told_from_the_author():
    byline = read_byline("Bài: An Nhiên; Ảnh: Hà My", site_of())
    assert (byline.authors, byline.others) == (("An Nhiên",), ("Hà My",))


def test_the_papers_own_name_is_kept_apart():
    byline = read_byline("Ida Moor, Waldbote", site_of())
    assert (byline.authors, byline.papers) == (("Ida Moor",), ("Waldbote",))
