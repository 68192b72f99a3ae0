"""The keywords that an article was given."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from newsbot.extract.found import Found
from newsbot.extract.tagrows import tag_row
from newsbot.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from newsbot.extract.found import Evidence
    from newsbot.extract.layout import Layout
    from newsbot.extract.metadata import Metadata
    from newsbot.extract.selected import Selected
    from newsbot.extract.sitename import SiteName

_COMMAS = re.compile(r"\s*[,;،、，；]\s*")
# What only the CMS reads: its ids, its own fields ("Category: News"), switches with underscores,
# addresses, what begins with a sign.
_MACHINES = re.compile(
    r"[@/{<&$].*|[\w-]*_[\w-]*|[\da-f]{8}-[\da-f-]{20,}|[\da-f]{24,}|\S+\.(?:com|org|net|html?)|https?:.*"
    r"|(?:\w+ )*(?:category|entity tokens|section|source|channel|tagname|type|author)\s?:.*"
    r"|(?:null|undefined|none|nan|true|false|article|newsarticle)",
    re.IGNORECASE,
)
# So many keywords, none of which is in the text, are the same on all pages of the paper.
_MANY = 3
# No article has more.
_MOST = 1000


def read_keywords(
    selected: Selected,
    metadata: Metadata,
    site: SiteName,
    body: Found[str] | None,
    layout: Layout | None = None,
) -> Found[tuple[str, ...]] | None:
    """Return the keywords, each once, in their order; one with commas is a list of them.

    Neither the paper's names nor words of its CMS are any; nor is a list in meta tags of which
    nothing is in the *body*: it belongs to the paper (jaraguadosul.com.br). Where nothing else
    says any, a row behind the text does, as the *layout* has it.
    """
    by_evidence: dict[Evidence, dict[str, str]] = {}
    for word, evidence in islice(_said(selected, metadata), _MOST):
        if evidence == "profile" or not (_MACHINES.fullmatch(word) or site.is_name(word)):
            by_evidence.setdefault(evidence, {}).setdefault(word.casefold(), word)
    for evidence, words in by_evidence.items():
        if evidence not in {"meta", "opengraph"} or not _is_default(words.values(), body):
            return Found(tuple(words.values()), evidence)
    row = tag_row(layout.lines, layout.body_place.stop) if layout else []
    printed = {word.casefold(): word for word in reversed(row) if not site.is_name(word)}
    return Found(tuple(reversed(printed.values())), "generic") if printed else None


def _said(selected: Selected, metadata: Metadata) -> Iterator[Found[str]]:
    """Yield every keyword that is said, the most trusted first."""
    stated = (Found(text, "profile") for text in selected.texts("keywords"))
    for text, evidence in (*stated, *metadata.said("keywords")):
        yield from (Found(word, evidence) for word in _COMMAS.split(text, _MOST) if word)


def _is_default(words: Collection[str], body: Found[str] | None) -> bool:
    """Return whether *words* are many, and none of them has a part in the *body*."""
    if len(words) < _MANY or body is None:
        return False
    text = fold(body.value)
    return not any(fold(word) in text for word in words)
