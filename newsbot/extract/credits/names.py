"""Names of people and desks: where one ends, and what beside them is a role or nobody."""

from __future__ import annotations

import re

from newsbot.extract.credits.agencies import is_agency
from newsbot.extract.credits.offices import is_office
from newsbot.text import fold

# What people are, as it stands before or behind their names; its first word begins a role.
_ROLES = """
    phóng_viên pv ctv cộng_tác_viên nhà_báo biên_tập_viên btv nhóm_pv nhóm_phóng_viên
    wartawan jurnalis reporter editor kontributor
    writer writers correspondent correspondents journalist journalists columnist contributor
    producer freelance freelancer critic publisher
    redakteur redakteurin redaktor redaktorin redakteure reporterin journalistin korrespondent
    korrespondentin volontär volontärin autorin autor chefredakteur chefredakteurin
    ressortleiter ressortleiterin kolumnist kolumnistin praktikant praktikantin chefkorrespondent
    chefkorrespondentin chefreporter chefreporterin politikredakteur politikredakteurin
    journaliste rédacteur rédactrice correspondant correspondante envoyé envoyée
    periodista redactor redactora corresponsal jornalista repórter redator redatora correspondente
    giornalista redattore redattrice corrispondente inviato inviata
    dziennikarz dziennikarka redaktorka reporterka redaktorka novinář novinářka verslaggever
    correspondente redacteur journalisten journalist kommentator politisk korrespondenten
    корреспондент журналист обозреватель редактор кореспондент журналістка muhabir muhabiri
    editörü yazar yazarı toimittaja
"""
# English roles begin earlier ("Senior Political Editor"); these are no part of a name.
_BEFORE_ROLES = """
    staff senior chief deputy news political politics sports sport business lifestyle entertainment
    health science crime education environment technology showbiz royal royals features special
    national local world assistant associate managing executive digital audience content
    parliamentary city general
"""
_DESKS = """
    redaktion redaktionen redaction redacción redação redazione rédaction redakcja redakce redaksi
    redactie redaksjonen redaktionens redakciya toimitus newsroom newsdesk desk staff team bureau
    ban_biên_tập tòa_soạn tòa_soạn_báo nhóm_phóng_viên редакция редакція 編集部 編輯部 编辑部 편집국
    editorial
"""
_NOBODY = (
    *("Bút danh", "Tác giả", "Author", "Author of the article", "Autor", "Autorin", "Authors"),
    *("Admin", "Administrator", "Editor", "Webmaster", "Root", "User", "Guest", "Anonymous"),
    *("Quản trị", "Quản trị viên", "Ban quản trị", "Penulis", "Unknown", "None", "null", "N/A"),
    *("Twitter", "X", "Facebook", "Instagram", "LinkedIn", "Email", "E-Mail", "Mail", "RSS"),
    *("Share", "Print", "Follow", "Follow us", "Folgen", "Save", "Bookmark", "Comment", "News"),
    *("View author archive", "Email the author", "Get author RSS feed", "View profile", "Bio"),
    *("Leave a comment", "Comments", "Mehr Infos", "Read more", "View all posts", "Home"),
    *("Copy Link", "Link copied", "Show more sharing options", "Updated", "Published", "Posted"),
    *("PV", "CTV", "BTV", "Phóng viên", "Cộng tác viên", "PV Báo", "PV - CTV"),
    *("Author archive", "More from this author", "Alle Artikel", "Zum Profil", "Voir plus"),
)
# What begins a part that says who an author is.
_ABOUT = re.compile(
    r"(?:about|über|sobre|à propos d|acerca de|tentang|về tác giả|chi è|more (?:from|by))\b",
    re.IGNORECASE,
)
_PARTICLES = """
    von van vom zu zum zur de da di do du del della dos das des la le las los den der ten ter
    het bin binti al el ibn av af und y e i op 't d' dal dalla degli san
"""
_LONGEST = 60
# An address, figures or signs are nobody's name; "BR24" and "9News" are names with a figure.
_NO_NAME = re.compile(r"\W*[a-z0-9._-]+\W*|.*(?:https?:|www\.|[@_]|\d{3}).*|[\W\d_]*")
_DOMAIN = re.compile(r"[a-z0-9-]\.[a-z]{2,6}\b(?!\.)|\w\.(?i:com|net|org|info)\b")
_FIGURE = re.compile(r"(?<!\w)\d+(?!\w)")
_DEGREES = re.compile(r"(?:M\.?[ADS]\.?|R\.?[DN]\.?|Ph\.?\s?D\.?|MBA|MPH|LL\.?M\.?|Esq\.?)")
_INITIALS = re.compile(r"[^\W\d_]{2,4}|(?:[^\W\d_]{1,2}\.){1,4}[^\W\d_]{0,2}")
_CASELESS = re.compile(
    r"[\u0590-\u08ff\u0900-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_TITLE_BEFORE = re.compile(
    r"^(?:(?:本报|本報|本社)?(?:记者|記者|通讯员|通訊員|特派員|编辑|作者|撰文|文)|기자명)[:：／/\s]*"
)
_CJK_NAMES = re.compile(
    r"[\u3400-\u9fff]{2,4}(?:[\s、·,]+[\u3400-\u9fff]{2,4})*|[\uac00-\ud7af]{2,4}(?:[\s·,]+[\uac00-\ud7af]{2,4})*"
)
_TITLE_BEHIND = re.compile(
    r"\s*(?:(?:인턴|선임|전문|수습|객원)?기자|특파원|논설위원|記者|记者|特派員|特派员|編集委員|通讯员|通訊員)$"
)


def _words(listed: str) -> str:
    words = sorted({word.replace("_", " ") for word in listed.split()}, key=len, reverse=True)
    return "|".join(map(re.escape, words))


_role = re.compile(
    rf"(?<![\w-])(?:(?:{_words(_BEFORE_ROLES)})\s+(?:\w+\s+){{0,3}}?)?(?:{_words(_ROLES)})(?!\w)",
    re.IGNORECASE,
)
_desk = re.compile(rf"(?<!\w)(?:{_words(_DESKS)})(?!\w)", re.IGNORECASE)
_particles = frozenset(_PARTICLES.split())
_nobody = frozenset(map(fold, _NOBODY))


def is_nobody(name: str) -> bool:
    """Return whether *name* is none: a login, an address, a label, a tool of the page.

    >>> is_nobody("ida.moor"), is_nobody("Bút danh"), is_nobody("BR24 Redaktion"), is_nobody("P.Y")
    (True, True, False, False)
    """
    return (
        not 1 < len(name) <= _LONGEST
        or bool(_NO_NAME.fullmatch(name) or _FIGURE.search(name) or _ABOUT.match(name))
        or sum(word[0].islower() and word not in _particles for word in name.split()) > 1
        or (bool(_DOMAIN.search(name)) and not _INITIALS.fullmatch(name))
        or fold(name) in _nobody
        or is_office(name)
    )


def is_role(part: str) -> bool:
    """Return whether *part*, beside a name, says what its bearer is.

    >>> is_role("Staff Writer"), is_role("AP Auto Writer"), is_role("PhD"), is_role("Max Orth")
    (True, True, True, False)
    """
    return bool(_role.search(part) or _DEGREES.fullmatch(part))


def is_desk(name: str) -> bool:
    """Return whether *name* is that of a desk or a newsroom.

    >>> is_desk("Redaktion Lokales"), is_desk("WB-Redaktion"), is_desk("Staff Writer")
    (True, True, False)
    """
    desk, role = _desk.search(name), _role.search(name)
    is_part = desk and role and role.start() <= desk.start() and desk.end() < role.end()
    return bool(desk) and not is_part


def is_initials(name: str) -> bool:
    """Return whether *name* is as short as the initials that German and other papers print."""
    return bool(_INITIALS.fullmatch(name))


def without_role(name: str) -> str:
    """Return *name* without the role before or behind it.

    >>> without_role("Ida Moor Senior Political Editor"), without_role("PV Lý Văn Đang")
    ('Ida Moor', 'Lý Văn Đang')
    >>> without_role("홍길동 기자"), without_role("Gear Team")
    ('홍길동', 'Gear Team')
    """
    name = without_title(name)
    role = _role.search(name)
    if not role or is_desk(name):
        return name
    before, behind = name[: role.start()].strip(" ,-–"), name[role.end() :].strip(" ,-–")
    if looks_like_person(before):
        return before
    return behind if not before and looks_like_person(behind) else name


def without_title(name: str) -> str:
    """Return *name* without what Chinese, Japanese and Korean papers set at it.

    >>> without_title("本报记者 林小树"), without_title("홍길순 기자")
    ('林小树', '홍길순')
    """
    return _TITLE_BEHIND.sub("", _TITLE_BEFORE.sub("", name)) or name


def is_titled(text: str) -> bool:
    """Return whether *text* is no more than Chinese, Japanese or Korean names with their title.

    >>> is_titled("홍길순 기자"), is_titled("記者　林小樹"), is_titled("记者走进村庄")
    (True, True, False)
    """
    title, bare = _TITLE_BEFORE.match(text), without_title(text)
    is_apart = not title or text[title.end() - 1] in ":：／/ \u3000"
    return bare != text and is_apart and bool(_CJK_NAMES.fullmatch(bare))


def looks_like_person(text: str) -> bool:
    """Return whether *text* is two to six words with capitals and no figures.

    >>> looks_like_person("Ida von Moor"), looks_like_person("Ein Anfang ist")
    (True, False)
    """
    words = text.split()
    return (
        2 <= len(words) <= 6
        and words[0][0].isupper()
        and all(_is_part(word) for word in words)
        and not re.search(r"[\d_?!:]|\w{2}\.$", text)
    )


def looks_like_name(text: str) -> bool:
    """Return whether *text* is an agency, a desk in a few words, or looks like a person."""
    return is_agency(text) or looks_like_person(text) or looks_like_desk(text)


def looks_like_desk(text: str) -> bool:
    """Return whether *text* is the name of a desk and no more."""
    return (
        len(text.split()) <= 4 and text[:1].isupper() and text[-1:] not in ".:?!" and is_desk(text)
    )


def is_caseless(text: str) -> bool:
    """Return whether *text* is written in letters that know no capitals."""
    return bool(_CASELESS.search(text))


def _is_part(word: str) -> bool:
    return word[0].isupper() or word in _particles or word.partition("'")[0] in {"d", "l", "o"}
