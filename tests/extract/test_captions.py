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
