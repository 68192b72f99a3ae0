"""The words beside the names in a byline: who wrote, who did something else, what it is from."""

from __future__ import annotations

import re

from newsbot.dates.words import either

# What stands before the authors' names with a colon, and what does without.
_LABELS = (
    *("Tin, ảnh", "Tin - ảnh", "Tin và ảnh", "Tin ảnh", "Bài, ảnh", "Bài - ảnh", "Bài và ảnh"),
    *("Bài ảnh", "Tin, bài", "Tin, bài, ảnh", "Bài và clip", "Thực hiện", "Tổng hợp", "Ghi chép"),
    *("Tin", "Bài", "Tác giả", "Biên soạn", "Lược dịch", "Người viết", "Bài viết", "Phóng viên"),
    *("Penulis", "Pewarta", "Reporter", "Laporan", "Kontributor", "Author", "Authors", "Text"),
    *("Author of the article", "Words", "Story", "Report", "Text und Fotos", "Text und Foto"),
    *("Text & Foto", "Text/Foto", "Text, Foto", "Bericht", "Interview", "Kommentar", "Auteur"),
    *(
        "Autor",
        "Autorin",
        "Autoren",
        "Texte",
        "Texto",
        "Texto y fotos",
        "Testo",
        "Tekst",
        "Auteurs",
    ),
    *("Auteurs", "Tekst og foto", "Text a foto", "Autoři", "Autorzy", "Rédaction", "Redacción"),
    *("Автор", "Авторы", "Автори", "Текст", "Подготовил", "Подготовила", "Підготував", "Haber"),
    *("Muhabir", "Yazar", "Teksti", "Tekst en foto", "文", "撰文", "作者", "记者", "記者", "文／"),
    *("取材", "取材・文", "글", "취재"),
)
_WORDS = (
    *("Von", "By", "Par", "Por", "Door", "Oleh", "Di", "Av", "Af", "De", "Da", "Autor", "Text"),
    *("Written by", "Reported by", "Posted by", "Published by", "Story by", "Words by", "Text by"),
    *("Report by", "Review by", "Analysis by", "Reporting by", "Recipe by", "Recipes by"),
    *("Column by", "Opinion by", "Commentary by", "Essay by", "Feature by", "Interview by"),
    *("Ein Artikel von", "Geschrieben von", "Ein Rezept von", "Rezept von"),
    *("Verfasst von", "Ein Beitrag von", "Kolumne von", "Kommentar von", "Interview von"),
    *("Ein Kommentar von", "Eine Kolumne von", "Analyse von", "Text von", "Aus dem Englischen von"),
    *("Écrit par", "Publié par", "Rédigé par", "Propos recueillis par", "Texte par", "Escrito por"),
    *("Publicado por", "Redactado por", "Texto de", "Texto por", "Redatto da", "Scritto da"),
    *("A cura di", "Testo di", "Pubblicato da", "Geschreven door", "Tekst av", "Skrevet av"),
    *("Skrevet af", "Skriven av", "Ditulis oleh", "Laporan wartawan", "Bài của", "Viết bởi"),
    *("Đăng bởi", "Opracował", "Opracowała", "Napsal", "Napsala", "Připravil", "Автор"),
)
# These begin names as well ("Di Stefano"): before one word more they are part of it.
IN_NAMES = frozenset({"di", "da", "de", "af", "av"})
# Who took the pictures or edited the text is not its author.
_OTHERS = (
    *("Ảnh", "Ảnh minh họa", "Video", "Clip", "Đồ họa", "Biên tập", "Foto", "Fotos", "Foto [M]"),
    *("Photo", "Photos", "Picture", "Pictures", "Image", "Image credit", "Images", "Photographs"),
    *("Photo by", "Photos by", "Photography by", "Pictures by", "Illustration by", "Video by"),
    *("Editor", "Edited by", "Editing by", "Penyunting", "Redaktur", "Sumber foto", "Fotografie"),
    *("Übersetzung", "Redaktion", "Bild", "Bilder", "Fotograf", "Crédit photo", "Photographie"),
    *("Fotografía", "Imagen", "Fotografia", "Zdjęcia", "Foto's", "Valokuva", "Kuva", "Kuvat"),
    *(
        "Фото",
        "Видео",
        "Редактор",
        "Світлина",
        "写真",
        "摄影",
        "攝影",
        "图",
        "圖",
        "编辑",
        "責任編輯",
    ),
    *("責任編輯", "责任编辑", "사진", "편집", "Fotoğraf", "Erstveröffentlichung", "Faktencheck"),
)
_SOURCES = (
    *("Theo", "Nguồn", "Nguồn tin", "Quelle", "Quellen", "Source", "Sources", "Sumber", "Fuente"),
    *("Fonte", "Źródło", "Zdroj", "Bron", "Kilde", "Källa", "Lähde", "Источник", "Джерело"),
    *("Kaynak", "来源", "來源", "出典", "출처"),
)
LABEL = re.compile(rf"(?:{either(_LABELS + _WORDS)})\s*[:：]\s*", re.IGNORECASE)
WORD = re.compile(rf"({either(_WORDS)})(?:\s+|(?=\s*$))", re.IGNORECASE)
OTHER = re.compile(rf"(?:{either(_OTHERS)})\s*(?:[:：]|(?<=by)\s)", re.IGNORECASE)
SOURCE = re.compile(rf"(?:{either(_SOURCES)})\s*[:：]\s*", re.IGNORECASE)
INNER_LABEL = re.compile(
    rf"(?<!\w)(?:{either(_LABELS + _WORDS + _OTHERS + _SOURCES)})\s*[:：]", re.IGNORECASE
)
UNKNOWN_LABEL = re.compile(r"[^\W\d_][\w ./]{1,24}[:：](?:\s|$)")
