"""Captions and credits of pictures, known by what they say."""

from __future__ import annotations

import re

from newsbot.dates.words import either

# What names whom a picture is from.
_LABELS = (
    *("photo", "photos", "photograph", "photographs", "picture", "pictures", "image", "images"),
    *("pic", "credit", "photo credit", "image credit", "photo by", "video", "foto", "fotos"),
    *("bild", "bilder", "symbolbild", "symbolfoto", "archivbild", "archivfoto", "grafik"),
    *("foto credit", "crédit", "crédits", "crédit photo", "photo d'archives", "foto archivio"),
    *("imagen", "imagem", "gambar", "dok", "zdjęcie", "fot", "fot.", "zdroj foto", "fotografija"),
    *("фото", "фотография", "світлина", "kuva", "foto ilustrasi", "fotoğraf", "görsel"),
    *(
        "ảnh",
        "ảnh minh họa",
        "hình",
        "写真",
        "画像",
        "写真提供",
        "사진",
        "图",
        "图片",
        "摄影",
        "圖",
    ),
)
_SIGNS = r"\s*[:：=＝/©]\s*"
_CREDIT = 120
_CAPTION = 300

# These words need no sign before a name.
_FROM = (
    r"(?:photos?|photographs?|photography|pictures?|images?|illustration|foto|fotos|bild|grafik)"
)
_BY = r"(?:by|courtesy of|credit|von|par|oleh|door|av|af)"
_NAME = r"[^\W\d_a-z][\w.’'-]*"
_is_from = re.compile(
    rf"[(\[]?(?i:{_FROM} {_BY}) {_NAME}(?:(?: |, |/| / | & ){_NAME}){{0,5}}[)\]]?"
)
_is_taken = re.compile(r".*[。\s（(/]\S{2,6}(?:\s\S{1,4})?\s*[摄攝影][)）]?")


_is_credit = re.compile(rf"[(\[]?(?:{either(_LABELS)}){_SIGNS}\S.*", re.IGNORECASE)
_ends = re.compile(
    rf".*[(\[|–—-]\s*(?:{either(_LABELS)}){_SIGNS}[^()]{{2,80}}[)\]]?\.?", re.IGNORECASE
)


def is_caption(text: str) -> bool:
    """Return whether the line *text* is the credit of a picture, or ends with one.

    >>> is_caption("Foto: Jan Holm"), is_caption("Der See im Herbst (Foto: Holm)")
    (True, True)
    """
    if len(text) <= _CREDIT and any(
        credit.fullmatch(text) for credit in (_is_credit, _is_from, _is_taken)
    ):
        return True
    return len(text) <= _CAPTION and _ends.fullmatch(text) is not None
