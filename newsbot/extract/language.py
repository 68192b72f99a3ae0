"""The language of an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsbot.extract.detection import SAMPLE, detected
from newsbot.extract.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.detection import Detected
    from newsbot.extract.metadata import Metadata

# A BCP 47 tag of language, script and region.
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-\d{3})?")
# Languages that a text hardly tells apart, or that have several names: what is stated stands.
_ALIKE = """
    bs cnr hr sh sr, bg mk, cs sk, da nb nn no, fil tl, gl pt, bho hi mai mr ne, id ms, nr ss xh zu,
    nso st tn, fa prs, ckb ku
"""
_GROUPS = [frozenset(group.split()) for group in _ALIKE.split(",")]
# Those with a script of their own, of which a few words are enough.
_OF_OWN_SCRIPT = "am bo el gu he hy ja ka km kn ko lo ml my or pa si ta te th"
_ALONE = frozenset(_OF_OWN_SCRIPT.split())
# So many letters are needed: against what profile or page state, and where neither does; for a
# script that is one language's, or that says as much in fewer signs; for what the page says
# against the profile. So much of the text must be in that language.
_AGAINST_PROFILE, _AGAINST_PAGE, _UNSTATED = 150, 60, 20
_OWN_SCRIPT, _HAN, _WITNESSED = 12, 40, 40
_ALL, _MOST = 0.9, 0.7


def stated_language(
    tree: HtmlElement, profiled: str | None, metadata: Metadata
) -> Found[str] | None:
    """Return the language as a BCP 47 tag that is stated: the profile's, else the page's."""
    return next(iter(_stated(tree, profiled, metadata)), None)


def read_language(
    tree: HtmlElement, profiled: str | None, metadata: Metadata, texts: Iterable[str]
) -> Found[str] | None:
    """Return the language of an article's *texts* as a BCP 47 tag.

    It is what is stated, in its form with script and region, unless the texts are plainly in
    another: in that of a paper's foreign edition, or where a template says lang="en" of all pages.
    Short texts are in the language stated.
    """
    stated = _stated(tree, profiled, metadata)
    told = detected(_sample(texts))
    first = stated[0] if stated else None
    if told is None or (first and _agree(first.value, told.tag)):
        return first
    witness = next((tag for tag, _ in stated[1:] if _agree(tag, told.tag)), None)
    if not _is_plain(told, first, witness):
        return first
    return Found(witness or told.tag, "detected")


def _stated(tree: HtmlElement, profiled: str | None, metadata: Metadata) -> Sequence[Found[str]]:
    """Return the languages that profile and page state, the weightiest first."""
    said = (Found(tree.get("lang", ""), "generic"), *metadata.said("language"))
    tags = [Found(text.strip().replace("_", "-"), evidence) for text, evidence in said]
    stated = [found for found in tags if _TAG.fullmatch(found.value)]
    return [Found(profiled, "profile"), *stated] if profiled else stated


def _sample(texts: Iterable[str]) -> str:
    sample = ""
    for text in texts:
        if len(sample) < SAMPLE:
            sample += f"{text[:SAMPLE]}\n"
    return sample


def _agree(stated: str, tag: str) -> bool:
    """Return whether the language *stated* is that of *tag*, or one that is hardly told from it."""
    both = {stated.partition("-")[0], tag.partition("-")[0]}
    return len(both) == 1 or any(both <= group for group in _GROUPS)


def _is_plain(told: Detected, first: Found[str] | None, witness: str | None) -> bool:
    """Return whether what the texts have *told* is believed against what was stated *first*."""
    if witness and told.letters >= _WITNESSED and told.share >= _MOST:
        return True
    if first is None:
        needed = _UNSTATED
    else:
        needed = _AGAINST_PROFILE if first.evidence == "profile" else _AGAINST_PAGE
    if told.tag in _ALONE:
        needed = _OWN_SCRIPT
    elif told.tag.startswith("zh"):
        needed = min(needed, _HAN)
    return told.letters >= needed and told.share >= _ALL
