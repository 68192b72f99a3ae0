"""How much of its text a page gives, and what it keeps back for those who pay."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from newsbot.extract.alike import is_cut
from newsbot.extract.cipher import is_cipher
from newsbot.extract.size import size_of
from newsbot.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.column import Piece
    from newsbot.extract.found import Found
    from newsbot.extract.lines import Line
    from newsbot.extract.metadata import Metadata
    from newsbot.items import BodyStatus

# What stands where a text is cut, folded, as patterns.
_NOTICES = (
    *("subscribe to (continue|read|unlock)", "to continue reading", "to keep reading"),
    *(
        "subscribe to continue",
        "please (log|sign) in",
        "sign in to (read|continue)",
        "log in to (read|continue)",
        "register to (read|continue)",
    ),
    *("for subscribers only", "is for subscribers", "exclusive to subscribers", "subscriber only"),
    *("already a subscriber", "unlock this article", "read the full (story|article)"),
    *(
        "weiterlesen mit",
        "jetzt weiterlesen",
        "um weiterzulesen",
        "weiterlesen und",
        "weiter lesen",
    ),
    *("nur fur abonnenten", "exklusiv fur abonnenten", "fur abonnenten reserviert"),
    *("bereits (ein )?abo", "sie sind bereits abonnent", "artikel freischalten"),
    *("den ganzen artikel lesen", "diesen artikel lesen sie mit", "mit .{2,20} abo lesen"),
    *("reserve aux abonnes", "deja abonne", "pour lire la suite", "il vous reste .{1,10} de cet"),
    *("abonnez vous pour", "la suite est reservee"),
    *("solo para suscriptores", "exclusivo para suscriptores", "ya eres suscriptor"),
    *("para seguir leyendo", "suscribete para", "contenido exclusivo para"),
    *("exclusivo para assinantes", "so para assinantes", "ja e assinante", "assine para"),
    *("para continuar (a ler|lendo)", "conteudo exclusivo"),
    *("riservato agli abbonati", "sei gia abbonato", "abbonati per", "per continuare a leggere"),
    *("alleen voor abonnees", "om verder te lezen", "al abonnee", "lees verder met"),
    *("tylko dla prenumeratorow", "pozostało .{1,10} tekstu", "aby czytac dalej"),
    *("czytaj dalej z", "dostep do (tego )?artykułu", "dla subskrybentow"),
    *("pouze pro predplatitele", "jen pro predplatitele", "chcete cist dal", "pro pokracovani"),
    *("endast for prenumeranter", "for att lasa vidare", "las vidare med", "redan prenumerant"),
    *("kun for abonnenter", "allerede abonnent", "les videre med", "for at læse videre"),
    *("for a lese videre", "vain tilaajille", "jatka lukemista"),
    *(
        "(dang nhap|dang ky|tra phi) de (doc|xem) (tiep|toan bo|them|day du)",
        "danh cho (thue bao|hoi vien)",
    ),
    *("de doc toan bo bai", "berlangganan untuk", "khusus pelanggan", "masuk untuk membaca"),
    *("untuk melanjutkan membaca", "только для подписчиков", "чтобы (продолжить чтение|читать)"),
    *("оформите подписку", "доступно по подписке", "лише для передплатник", "щоб читати далі"),
    *("abonelere ozel", "devamini okumak icin", "zaten abone"),
    *("有料記事", "有料会員", "会員限定", "続きを読むには", "残り ?\\d+ ?文字", "続きは"),
    *(
        "付费阅读",
        "付費閱讀",
        "订阅后",
        "訂閱後",
        "登录后阅读",
        "剩余 ?\\d+",
        "會員專屬",
        "会员专享",
    ),
    *("구독자 전용", "유료 회원", "로그인 후 이용", "이어서 보려면", "구독하고"),
)
# Chinese, Japanese and Korean words stand close to others.
_notice = re.compile(rf"(?<![^\W\u3040-\u9fff\uac00-\ud7af])(?:{'|'.join(_NOTICES)})")
_WALL = re.compile(r"pay-?(?:wall|gate)|reg-?wall|abo-?schranke", re.IGNORECASE)
# How many lines behind the text say that it is cut, how long such a line is at most, and one that
# says nothing else.
_BEHIND = 15
_LINE = 400
_SIGN = 100
# A text as long as the first is no teaser if nothing but its metadata says that it costs; one as
# long as the second is none beside the notice that others see, too. In characters, those of
# Chinese and Japanese twice.
_SHORT, _LONG = 1000, 3000
# So much text in what the page sells is given.
_GIVEN = 200
_PLAIN_SELECTOR = re.compile(r"(?:^|,)\s*[a-z]*([.#][\w-]+)\s*(?=,|$)")


def is_notice(text: str) -> bool:
    """Return whether the line *text* tells readers to pay or to log in before they read on.

    >>> is_notice("Vui lòng đăng nhập để đọc toàn bộ bài viết"), is_notice("Người dân đăng nhập.")
    (True, False)
    """
    return len(text) <= _SIGN and _notice.search(fold(text)) is not None


def body_status(
    body: Found[str] | None,
    access: Found[bool] | None,
    metadata: Metadata,
    column: Sequence[Piece],
    lines: Sequence[Line],
) -> BodyStatus:
    """Return how much of its text a page gives; a listing lacks none.

    Pages that sell their articles often give the whole text, too, and hide it by a script: so
    what is stated counts only with a sign of it, and neither does against the text that the page
    names as sold (schema.org's hasPart).
    """
    is_free = access and access.value
    if body is None:
        return "teaser" if is_free is False else _without_text(metadata, lines)
    text = body.value
    size = size_of(text)
    if is_free or (size >= _LONG and not is_cut(text)):
        return "full"
    behind = _behind(column, lines)
    says = any(_notice.search(fold(line.text)) for line in behind)
    if is_free is None:
        return "teaser" if says and size < _SHORT else "full"
    if _gives_sold(metadata, column):
        return "full"
    stops = says or is_cut(text) or any(map(_is_wall, behind))
    return "teaser" if stops or size < _SHORT else "full"


def _without_text(metadata: Metadata, lines: Sequence[Line]) -> BodyStatus:
    """Return what a page without a text is: an article that keeps its own back, or a listing."""
    is_kept_back = metadata.is_article or any(is_cipher(line.text) for line in lines)
    return "unavailable" if is_kept_back else "full"


def _behind(column: Sequence[Piece], lines: Sequence[Line]) -> list[Line]:
    """Return the lines with text directly behind that of the article."""
    last = next((piece.line.block for piece in reversed(column) if _is_text(piece)), None)
    ends = (n for n in range(len(lines) - 1, -1, -1) if lines[n].block is last)
    behind = (line for line in lines[next(ends, 0) + 1 :] if 0 < len(line.text) <= _LINE)
    return list(islice(behind, _BEHIND))


def _is_text(piece: Piece) -> bool:
    return piece.inside and piece.part == "text"


def _is_wall(line: Line) -> bool:
    """Return whether *line* stands in what calls itself a paywall."""
    around = (line.block, *islice(line.block.iterancestors(), 3))
    return any(_WALL.search(_names(element)) for element in around)


def _gives_sold(metadata: Metadata, column: Sequence[Piece]) -> bool:
    """Return whether the column has text in what the page sells, behind text outside of it.

    What is sold may also be the whole article with its beginning: that tells nothing.
    """
    names = set(_sold(metadata))
    texts = [piece.line for piece in column if piece.inside]
    inside = [bool(names) and _is_in(line.block, names) for line in texts]
    given = sum(len(line.text) for line, sold in zip(texts, inside, strict=True) if sold)
    return given >= _GIVEN and not inside[0]


def _sold(metadata: Metadata) -> Iterator[str]:
    """Yield the class names and ids, with ``.`` or ``#``, of the parts that aren't free."""
    for node in metadata.articles or metadata.pages:
        parts = node.get("hasPart")
        for part in parts if isinstance(parts, list) else [parts]:
            if isinstance(part, dict) and _is_sold(part):
                selectors = part.get("cssSelector")
                for selector in selectors if isinstance(selectors, list) else [selectors]:
                    yield from _PLAIN_SELECTOR.findall(str(selector))


def _is_sold(part: Mapping[str, Any]) -> bool:
    return str(part.get("isAccessibleForFree")).rpartition("/")[2].lower() == "false"


def _is_in(block: HtmlElement, names: set[str]) -> bool:
    return any(names & _selectors(element) for element in (block, *block.iterancestors()))


def _selectors(element: HtmlElement) -> set[str]:
    return {f".{name}" for name in element.get("class", "").split()} | {f"#{element.get('id')}"}


def _names(element: HtmlElement) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}"
