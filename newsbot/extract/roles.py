"""The part an element plays on a page, by its tag and by the words in its class and id."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from newsbot.extract.classwords import parted
from newsbot.extract.tree import HEADINGS, INLINE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.html import HtmlElement

# An aside lies beside the article; a box lies in it, as its share buttons and tags do.
Kind = Literal["aside", "box", "caption", "byline", "date", "lead"]

_TAGS: Mapping[str, Kind] = {
    **dict.fromkeys(("aside", "dialog", "footer", "header", "menu", "nav"), "aside"),
    **dict.fromkeys(("audio", "button", "form", "object", "video"), "box"),
    **dict.fromkeys(("figure", "figcaption", "caption"), "caption"),
}
# Words of class names and ids as the world's CMSs write them; the first kind that fits counts.
_WORDS: Mapping[Kind, str] = {
    "box": """
        ads? advert(s|isement)? banner binh-?luan breadcrumbs? comentarios? comments? commentaires?
        commenti consent cookies? copyright diskuse diskussion disqus doc-?nhieu download fact-?box
        fb-like feedback follow font-?size footer google-?news info-?box keywords?
        komentar(e|ji|ze)? kommentar(e|er)? latest-?(news|posts) like-?(box|button|count) login
        luot-?(doc|xem)
        meist-?gelesen menu modal more-?(news|stories) most-?(popular|read|viewed) nav navbar
        navigation newsletter outbrain page-?views pagination pager paging paywall popup post-?views
        print promo promotion rating reacties reactions? read-?(also|more|next|time) reading-?time
        recommend(ed|ations?)? relates? related rennab share sharing sidebar
        social(?!-?media-?embed|-?embed) sponsor(ed)? subscribe subscription suggest(ed|ions?)?
        taboola tags? terpopuler tin-?lien-?quan tin-?moi-?nhat toolbar tooltip topics trending
        view-?counts? vote widget xem-?nhieu y-?kien yorum(lar)? zalo""",
    "caption": """
        bild-?text bildunterschrift bijschrift captions? chu-?thich credit didascalia
        (image|img|photo|pic|picture)[-_]?(desc|description|note) imgcaption
        keterangan-?foto legende? note[-_]?(image|img|photo) pie-?(de-?)?foto""",
    "byline": "authors? autor(en|in)? bylines? penulis pseudonym signature tac-?gia writer",
    "date": """
        clock date datetime dateline dong-?ho meta metadata ngay-?dang posted pub-?date published
        tanggal time timestamp updated""",
    "lead": """
        abstract anons anotace anriss bajada brief catenaccio chapeau chapo copete deck dek
        entradilla excerpt inleiding ingress intro lead lede lid linha-?fina manchet mo-?ta
        occhiello olho ozet perex podnadpis podtytul podzagolovok ringkasan sapo sommario
        sottotitolo spot(?!-?im) standfirst sub-?(headline|titel|title) subtitulo summary teaser
        tom-?tat underrubrik untertitel vorspann vrez wstep zajawka""",
}
_KINDS = {
    kind: re.compile(rf"(?<![a-z])(?:{'|'.join(words.split())})(?![a-z])")
    for kind, words in _WORDS.items()
}
# What browsers hide, or read aloud alone.
_UNSEEN = re.compile(
    r"(?<![a-z:-])(?:sr-only|screen-reader(?:-text|-only)?|(?:visually|accessibly)-?hidden"
    r"|hidden-?visually|assistive-text)(?![a-z])"
)
# Whatever else is in the names of these ("article-body paywall"), they hold the text.
_TEXT = re.compile(r"(?:article|content|entry|post|story)-?(?:body|content|text|wrapper)")
# What lists other articles, or what readers say of this one, however much of a page it fills.
_NEVER = re.compile(
    r"(?<![a-z])(?:binh-?luan|comentarios?|comments?|doc-?nhieu|footer|komentarze|kommentare"
    r"|meist-?gelesen|most-?(?:popular|read)|recommend(?:ed|ations?)?|related?|sidebar|terpopuler|xem-?nhieu)(?![a-z])"
)
# What an element has, lacks or looks like is not what it is ("has-normal-font-size").
_STATES = re.compile(r"(?<![\w-])(?:has|hide|is|no|not|show|with|without)-[\w-]+")
# What stands behind a paywall says so as well (wired.com: ``p.paywall``).
_PARAGRAPHS = HEADINGS | {"blockquote", "ol", "p", "ul"}
# What a label in a cell may make of it.
_LABELLED = frozenset(("byline", "caption", "date", "lead"))
_CELLS = frozenset(("div", "p", "td"))
_LABELS = frozenset(("b", "em", "font", "i", "span", "strong"))


class Role(NamedTuple):
    """A part, and the element that plays it."""

    kind: Kind
    element: HtmlElement


class Roles:
    """The roles of a page's elements: those *played* by the profile's word, others by their own.

    The elements *outside*, those around the article, play none.
    """

    def __init__(
        self, outside: Iterable[HtmlElement], played: Mapping[HtmlElement, Kind] | None = None
    ) -> None:
        self._known: dict[HtmlElement, Role | None] = dict.fromkeys(outside)
        for element, kind in (played or {}).items():
            self._known[element] = Role(kind, element)

    def of(self, element: HtmlElement) -> Role | None:
        """Return the role of the innermost element around that has one; asides stay asides."""
        unknown = []
        around: HtmlElement | None = element
        while around is not None and around not in self._known:
            unknown.append(around)
            around = around.getparent()
        role = None if around is None else self._known[around]
        for inner in reversed(unknown):
            if role is None or role.kind not in {"aside", "box"}:
                kind = _own_kind(inner)
                role = Role(kind, inner) if kind else role
            self._known[inner] = role
        return role

    def kind(self, element: HtmlElement) -> Kind | None:
        """Return the kind of the role that `of` gives."""
        role = self.of(element)
        return role.kind if role else None


def is_never_article(element: HtmlElement) -> bool:
    """Return whether *element* says that it lists other articles, or what readers say."""
    return bool(_NEVER.search(_without_states(_names(element))))


def is_text(element: HtmlElement) -> bool:
    """Return whether *element* says that it holds the text of an article."""
    return bool(_TEXT.search(_without_states(_names(element))))


def _own_kind(element: HtmlElement) -> Kind | None:
    """Return what *element* itself says it is."""
    if element.tag in _TAGS:
        return _TAGS[element.tag]
    names = _names(element)
    if names:
        return _kind_by(names, element.tag in _PARAGRAPHS)
    if element.tag not in _CELLS or len(element) != 1:
        return None
    label = _label_in(element)
    kind = _kind_by(label, True) if label else None
    return kind if kind in _LABELLED else None


def _label_in(element: HtmlElement) -> str:
    """Return the names of the only child of *element* if it is inline and holds all the text.

    Old table layouts name no cell, but the label in it: ``<td><span id="lblBrief">``.
    """
    (inner,) = element
    if inner.tag not in _LABELS or (element.text or "").strip() or (inner.tail or "").strip():
        return ""
    return _names(inner) if all(child.tag in INLINE for child in inner) else ""


@lru_cache(maxsize=8192)
def _kind_by(names: str, is_paragraph: bool) -> Kind | None:
    """Return the kind that *names* are of; the pages of a site have few of them."""
    names = _without_states(names)
    if _UNSEEN.search(names):
        return "box"
    if is_paragraph:
        names = names.replace("paywall", "")
    if _TEXT.search(names):
        return None
    return next((kind for kind, words in _KINDS.items() if words.search(names)), None)


def _names(element: HtmlElement) -> str:
    """Return class names and id as they stand.

    The id of a heading is its text, for links to it (heise.de: ``nav_phishing_masche``).
    """
    mark = "" if element.tag in HEADINGS else element.get("id", "")
    return f"{element.get('class', '')} {mark}".strip()


def _without_states(names: str) -> str:
    """Return *names* in lower case, their words parted, without what they say of a state."""
    return _STATES.sub("", parted(names))
