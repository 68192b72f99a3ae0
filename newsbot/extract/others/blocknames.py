"""What the class names and ids of elements say of the blocks of other articles in them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsbot.extract.classwords import parted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

    from newsbot.items import RelatedKind

# As the world's CMSs write them; the first kind that fits counts.
_WORDS: Mapping[RelatedKind | None, str] = {
    "popular": """
        doc-?nhieu xem-?nhieu meist-?gelesen most-?(?:commented|popular|read|shared|viewed)
        popular(?:-?(?:articles?|list|news|posts?|stories))? trending terpopuler populer ranking
        recommend(?:ed|ations?|er)? recommande suggest(?:ed|ions?)? top-?(?:news|stories)
        ban-?quan-?tam may-?like might-?like you-?may mas-?(?:leid[oa]s?|vist[oa]s?) mais-?lidas
        plus-?lus piu-?lett[ie] nejctenejsi najczesciej-?czytane populyarnoe popularnoe
        editors?-?picks?""",
    "same-section": """
        cung-?(?:chuyen-?muc|muc) same-?(?:cate|category|section) top-?by-?channel
        (?:category|section|ressort)-?(?:news|more|articles|stories) more-?ressort ressort-?more
        more-?(?:from|in)-?(?:category|section)""",
    "chronological": """
        breaking-?news latest(?:-?(?:articles?|list|news|posts?|stories))? newest neueste
        recent-?(?:articles?|news|posts?|stories) tin-?(?:cu|moi)(?:-?(?:hon|nhat))?
        (?:older|newer)-?(?:news|posts?) terbaru terkini ultim[aeio]s?-?(?:noticias|notizie)""",
    "editor": """
        relate relates related?(?:-?[a-z]+)? [a-z]+-related lien-?quan(?:-?[a-z]+)?
        [a-z]+-?lien-?quan read-?(?:also|more) lire-?aussi a-?lire leggi-?anche
        lea-?tambien leia-?(?:mais|tambem) veja-?tambem ver-?tambien more-?on more-?topics?
        similar(?:s|-?(?:articles?|news|posts?|stories|links?))? aehnlich(?:e-?[a-z]+)? verwandt
        (?:mehr-?)?zum-?thema terkait baca-?juga yarpp crp powiazane souvisejici
        correlat[ei] relacionad[ao]s? ilgili(?:-?haberler)? benzer kanren kanrenkiji
        chitaite-?takzhe po-?teme lees-?ook les-?ogsa las-?ocksa""",
    None: """
        more-?(?:articles?|news|posts?|stories) other-?(?:articles?|news|posts?|stories)
        further-?(?:articles?|reading) read-?next next-?(?:articles|stories) up-?next tin-?khac
        cac-?tin weitere(?:-?artikel)? end-?of-?article""",
}
_KINDS = {
    kind: re.compile(rf"(?<![a-z])(?:{'|'.join(words.split())})(?![a-z])")
    for kind, words in _WORDS.items()
}
# What is no list of articles, whatever else it is called, and what lists those of others.
_ELSEWHERE = re.compile(
    r"(?<![a-z-])footer|(?<![a-z])(?:ads?|advert(?:s|isement)?|author-?(?:bio|box|info)"
    r"|breadcrumbs?|comments?|cookies?|disqus|site-?footer|keywords?|mega-?menu|menu|modal|nav|navbar|navigation|newsletter"
    r"|outbrain|pagination|pager|paywall|popup|promo|rennab|share|social|sponsor(?:ed)?|subscribe"
    r"|taboola|tags?|(?:related-)?topics?-?list|toolbar)(?![a-z])"
)
_AROUND = frozenset({"dialog", "menu", "nav"})


@lru_cache(maxsize=8192)
def _read(classes: str | None, identity: str | None) -> tuple[bool, bool, RelatedKind | None]:
    """Return whether names are of something elsewhere or of a block, and the kind of the block."""
    names = f"{classes or ''} {identity or ''}".strip()
    if not names:
        return False, False, None
    names = parted(names).replace("_", "-")
    kinds = [kind for kind, words in _KINDS.items() if words.search(names)]
    return bool(_ELSEWHERE.search(names)), bool(kinds), kinds[0] if kinds else None


def names_a_block(element: HtmlElement) -> bool:
    """Return whether *element* says that it lists other articles."""
    return _read(element.get("class"), element.get("id"))[1]


def kind_by_name(element: HtmlElement) -> RelatedKind | None:
    """Return what *element* says of the articles that it lists, ``None`` where it doesn't say."""
    return _read(element.get("class"), element.get("id"))[2]


def is_elsewhere(element: HtmlElement) -> bool:
    """Return whether *element* is a menu, a footer, an advertisement: no list of articles."""
    return element.tag in _AROUND or _read(element.get("class"), element.get("id"))[0]
