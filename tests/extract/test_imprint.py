from __future__ import annotations

import pytest

from newsbot.extract.imprint import is_imprint, is_legal


@pytest.mark.parametrize(
    "text",
    [
        "Cơ quan chủ quản: Hội Nhà vườn Đồng Rạng",
        "Phó Tổng Biên tập: Lý Văn Đang",
        "Giấy phép số 12/GP-BTTTT cấp ngày 3/5/2024",
        "Giấy phép hoạt động báo chí điện tử số: 7",
        "BÁO ĐỒNG RẠNG Cơ quan chủ quản: Hội Nhà vườn. Tổng biên tập: Lý Văn Đang",
    ],
    ids=["owner", "editor in chief", "licence", "licence of a paper", "in one line"],
)
def test_an_imprint_is_known(text):
    assert is_imprint(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bản quyền © Báo Đồng Rạng",
        "Impressum",
        "Impressum: Waldbote Verlag, Am Markt 3",
        "Waldbote Verlag, alle Rechte vorbehalten.",
        "© Waldbote Verlag 2026",
        "(c) 2026 Waldbote. All rights reserved",
        "Hak Cipta Dilindungi Undang-Undang",
    ],
)
def test_a_notice_of_rights_is_legal_but_ends_no_text(text):
    assert (is_legal(text), is_imprint(text)) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "Tổng biên tập Lý Văn Đang phát biểu khai mạc hội thao.",
        "Giấy phép số 5 của quán đã bị thu hồi từ tháng trước.",
        "Ông hỏi Tổng biên tập: bao giờ báo ra số mới?",
        "Impressum und Datenschutz beschäftigen den Verein.",
        "Hak cipta dibahas para penulis di Rawa.",
        "Copyright war das Thema des Abends.",
    ],
)
def test_a_sentence_is_not_legal(text):
    assert not is_legal(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Bản quyền bài viết thuộc Báo Rừng Xanh", "저작권자 숲신문 무단전재 및 재배포 금지"),
        *("版权所有 林报社", "未经本报书面授权，不得转载。", "掲載記事の無断転載を禁じます"),
        *("Все права защищены.", "Prohibida la reproducción total o parcial"),
    ],
)
def test_a_notice_of_rights_is_legal_in_any_language(text):
    assert is_legal(text)


@pytest.mark.parametrize("text", ["未经授权的渡船昨日停航。", "Bản quyền bài hát gây tranh cãi."])
def test_a_sentence_about_rights_is_text(text):
    assert not is_legal(text)
