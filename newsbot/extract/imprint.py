"""The imprint of a newspaper, which follows its articles: owner, editor, licence, rights."""

from __future__ import annotations

import re
from functools import lru_cache

from newsbot.text import normalise_line

# The Vietnamese press law has every paper print them; a label has its colon.
_MARKS = (
    r"Cơ quan chủ quản\s*:",
    r"(?:Phó |Quyền |Q\. ?)?Tổng biên tập\s*:",
    r"Chịu trách nhiệm nội dung\s*:",
    r"Giấy phép\b.{0,60}\bsố\b.{0,40}\b(?:BTTTT|BVHTTDL|CBC|TTĐT|Thông tin và Truyền thông)\b",
    r"Giấy phép.{0,30}\b(?:báo|trang thông tin)\b.{0,40}\bsố\b",
)
_RESERVED = (
    *("All rights reserved", "Alle Rechte vorbehalten", "Tous droits réservés"),
    *("Todos los derechos reservados", "Todos os direitos reservados"),
    *("Riproduzione riservata", "Prohibida la reproducción", "Reproducción prohibida"),
    *("Все права защищены", "Tüm hakları saklıdır", "Dilarang mengutip", "Cấm sao chép"),
    *("Nghiêm cấm sao chép", "Přetiskování zakázáno", "Передрук заборонено"),
    *("Tutti i diritti riservati", "Alle rechten voorbehouden", "Wszelkie prawa zastrzeżone"),
)
# A notice is shorter than what it may have before, in and behind it.
_LONGEST = 400
# A mark that stands farther behind makes no imprint of a line.
_MARKED = 1000
_mark = re.compile("|".join(_MARKS), re.IGNORECASE)
# One of these is in every mark.
_IN_MARKS = ("chủ quản", "biên tập", "nội dung", "giấy phép")
_notice = re.compile(
    rf"(?:.{{0,150}}\W)?(?:{'|'.join(_RESERVED)})(?:\W.{{0,150}})?"
    r"|(?:©|(?:Copyright|Bản quyền(?: (?:bài viết|tin bài|nội dung|hình ảnh))?|Hak cipta)"
    r"\W*(?:©|\(c\)|thuộc|dilindungi|(?:19|20)\d\d)).{0,150}"
    r"|.{0,60}(?:무단\s*전재|無断転載|版权所有|版權所有|未[经經].{0,8}(?:授[权權]|许可|許可).{0,6}"
    r"(?:不得|禁止|[请請]勿|[严嚴]禁)).{0,60}"
    r"|Impressum(?:\s*:.{0,150})?",
    re.IGNORECASE,
)


def is_imprint(text: str) -> bool:
    """Return whether the line *text* begins as an imprint does, or has two marks of one.

    >>> is_imprint("Tổng biên tập: Lý Văn Đang"), is_imprint("Tổng biên tập dự hội nghị.")
    (True, False)
    """
    if text.isascii():
        return False
    line = normalise_line(text[:_MARKED])
    words = line.lower()
    if not any(word in words for word in _IN_MARKS):
        return False
    starts = [mark.start() for mark in _mark.finditer(line)]
    return starts[:1] == [0] or len(starts) > 1


@lru_cache(maxsize=512)
def is_legal(text: str) -> bool:
    """Return whether the line *text* is of an imprint, or a notice of rights anywhere.

    >>> is_legal("© Waldbote Verlag"), is_legal("Hak cipta dibahas di Rawa.")
    (True, False)
    """
    if is_imprint(text):
        return True
    return len(text) <= _LONGEST and _notice.fullmatch(normalise_line(text)) is not None
