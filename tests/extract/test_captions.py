from __future__ import annotations

import pytest

from newsbot.extract.captions import is_caption


@pytest.mark.parametrize(
    "text",
    [
        "Foto: Jan Holm",
        "Ảnh: Lý Văn Đang",
        "Photo credit: Jan Holm / Waldbote",
        "(Symbolbild: Holm)",
        "写真：森の便り",
        "Der See im Herbst. Foto: Jan Holm".replace(". Foto", " – Foto"),
        "The lake in autumn (Image: Jan Holm)",
        "Hồ vào mùa thu (Ảnh: Lý Văn Đang).",
    ],
)
def test_a_credit_makes_a_caption(text):
    assert is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "Fotos zeigen den See im Herbst.",
        "Ảnh hưởng của bão còn kéo dài.",
        "The lake (see the image below) is deep.",
        f"{'Ein langer Satz. ' * 20}(Foto: Holm)",
    ],
)
def test_a_sentence_is_no_caption(text):
    assert not is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Photo by Ida Moor", "Photos courtesy of Waldbote", "(Foto von Jan Holm)"),
        *("Foto oleh Dewi Rawa/Harian Rawa", "湖上的灯会。林小树 摄", "湖上の灯。林小樹撮影"),
    ],
)
def test_a_line_that_names_its_photographer_is_a_caption(text):
    assert is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Photo by photo, the valley changes.", "Photos by children hang in the town hall."),
        *("Die Fotos von Ida Moor hängen im Rathaus.", "他在湖边拍摄。", "这部电影于三月开始拍摄"),
    ],
)
def test_a_sentence_about_pictures_is_no_caption(text):
    assert not is_caption(text)
