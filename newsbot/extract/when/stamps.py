"""Lines of an article that say nothing but a time: the page's clock, or when it came out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.extract.counters import cut_counters
from newsbot.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from newsbot.extract.column import Piece
    from newsbot.extract.when.dateline import DateReader
    from newsbot.extract.when.published import Dates

# Before a date alone, these speak of the article or of the present, whenever that is.
LABELS = (
    *("Cập nhật", "Cập nhật lúc", "Cập nhật ngày", "Cập nhật lần cuối", "Lần cập nhật cuối"),
    *("Đăng", "Đăng lúc", "Đăng ngày", "Ngày đăng", "Thời gian đăng", "Xuất bản", "Xuất bản lúc"),
    *("Hôm nay", "Hôm nay là", "Hôm nay là ngày", "Bây giờ là", "Thời gian hiện tại"),
    *("Diperbarui", "Diperbarui pada", "Terakhir diperbarui", "Terbit", "Diterbitkan", "Hari ini"),
    *("Aktualisiert", "Aktualisiert am", "Aktualisiert um", "Zuletzt aktualisiert", "Heute ist"),
    *("Zuletzt aktualisiert am", "Zuletzt geändert", "Geändert am", "Veröffentlicht"),
    *("Veröffentlicht am", "Erschienen am", "Erstellt am", "Artikel vom", "Update vom"),
    *("Updated", "Updated on", "Updated at", "Last updated", "Last updated on", "Last modified"),
    *("Published", "Published on", "Published at", "Posted", "Posted on", "Posted at", "Today is"),
    *("Mis à jour", "Mis à jour le", "Publié", "Publié le", "Modifié le", "Nous sommes le"),
    *("Actualizado", "Actualizado el", "Actualizada", "Publicado", "Publicado el", "Hoy es"),
    *("Atualizado", "Atualizado em", "Publicado em", "Hoje é", "Aggiornato", "Aggiornato il"),
    *("Pubblicato", "Pubblicato il", "Oggi è", "Bijgewerkt", "Bijgewerkt op", "Gepubliceerd"),
    *("Gepubliceerd op", "Geplaatst op", "Aktualizacja", "Opublikowano", "Data publikacji"),
    *("Aktualizováno", "Publikováno", "Zveřejněno", "Uppdaterad", "Publicerad", "Oppdatert"),
    *("Publisert", "Opdateret", "Publiceret", "Güncelleme", "Son güncelleme", "Yayınlanma"),
    *("Giriş", "Обновлено", "Опубликовано", "Сегодня", "Оновлено", "Опубліковано"),
    *("更新", "公開", "更新日時", "公開日時", "更新时间", "发布时间", "更新時間"),
    *("發布時間", "입력", "수정"),
)
_labels = frozenset(map(fold, LABELS))


def find_stamps(column: Sequence[Piece], dates: Dates, reader: DateReader) -> list[Piece]:
    """Return the pieces of a *column* whose text is a time and no more, told by *dates* already.

    A time without a label counts if it is that of the fetch or of a day on which the article came
    out or was changed: another may be that of an event. The day alone may head a part of a text.
    """
    days = [found.value.day for found in dates if found]
    return [
        piece
        for piece in column
        if piece.part in {"lead", "text"} and _is_stamp(piece.line.text, days, reader)
    ]


def _is_stamp(text: str, days: Collection[date], reader: DateReader) -> bool:
    moments, rest = reader.cut(text)
    if not moments:
        return False
    words = {cut_counters(said) for said in (rest, *(before for _, before in moments))} - {""}
    if not words <= _labels:
        return False
    return bool(words) or all(
        reader.is_of_now(moment)
        or ((moment.instant or moment.wall) and (not days or moment.day in days))
        for moment, _ in moments
    )
