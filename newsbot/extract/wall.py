"""Walls: pages that a site shows in front of its articles, to all readers or to programs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, get_args

from newsbot.extract.consentwords import CHOICES, PARTNERS, REQUESTS, TOPICS
from newsbot.extract.size import size_of
from newsbot.extract.tree import text_of
from newsbot.extract.wallwords import BOT, CONSENT, LOGIN, PAUSE
from newsbot.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.lines import Line

Wall = Literal["a consent page", "a bot check", "a login page", "a maintenance page"]
MAINTENANCE: Wall = "a maintenance page"
WALLS: frozenset[str] = frozenset(get_args(Wall))

# A page in front of an article has no more to say, in characters: those on consent say most.
_LONGEST, _SHORT, _SHORTEST = 6000, 1500, 800
_SENTENCES = re.compile(r"[.!?…:;\n|。！？：；]")
_PARTNERS = re.compile(rf"\b\d{{2,4}}(?: \w{{1,20}})? ?(?:{'|'.join(PARTNERS)})")
# What is longer stands on no button.
_LABEL = 60
# So many of the words of consent are said together by nobody who reports on it; so many of them
# are in its running text, for others stand on buttons.
_SAID, _IN_TEXT = 3, 2
# The name of a page on which readers log in has not many words beside that.
_NAME = 40
_PARTS = re.compile(r"\s[-–—·•»]\s|\s*[|:]\s*")
# What names a challenge in a page's markup; many sites have scripts of such names on all pages.
_CHALLENGE = re.compile(
    r"captcha|turnstile|challenge|_incapsula_|datadome|px-block|ddos-guard|cf-browser",
    re.IGNORECASE,
)
_MARKUP = ("div", "form", "iframe", "input", "script")
_TOLD = ("id", "class", "src", "action")


def read_wall(
    tree: HtmlElement, lines: Sequence[Line], names: Sequence[str], body: str
) -> Wall | None:
    """Return which wall a page is that calls itself no article, ``None`` if it is none.

    *names* are its headline and its title, *body* is what was read as its running text. One word
    proves nothing: each kind is told by several, or by its name and by the markup, on a page that
    says little else.
    """
    text = _text(lines)
    if _begs(tree, lines, names, body) or (text is not None and _is_consent(text, body)):
        return "a consent page"
    if text is None or len(text) > _SHORT:
        return None
    called = [fold(name) for name in names]
    if _is_check(tree, text, called):
        return "a bot check"
    if _is_login(tree, names):
        return "a login page"
    is_pause = len(text) <= _SHORTEST and any(_count(PAUSE, name) for name in called)
    return MAINTENANCE if is_pause else None


def asks_consent(text: str, most: int = _SAID) -> bool:
    """Return whether the folded *text* asks readers for their consent, in so many of its words."""
    return _count(CONSENT, text) >= most


def _is_consent(text: str, body: str) -> bool:
    """Return whether both the folded *text* of a page and its *body* ask for consent."""
    return asks_consent(fold(body), _IN_TEXT if body else 0) and asks_consent(text)


def _begs(tree: HtmlElement, lines: Sequence[Line], names: Sequence[str], body: str) -> bool:
    """Return whether a page speaks to its reader of consent, and lets choose.

    It does so in its running text or by its name, and says little else; what a banner says above
    or below an article is no part of either.
    """
    said = body or "\n".join(line.text for line in lines)
    if size_of(said) > _SHORT:
        return False
    said = "\n".join([*names, said])
    text = fold(said)
    if not _count(TOPICS, text):
        return False
    sentences = map(fold, _SENTENCES.split(said))
    is_asked = any(sentence.startswith(REQUESTS) for sentence in sentences)
    return (is_asked or bool(_PARTNERS.search(text))) and _lets_choose(tree, lines)


def _lets_choose(tree: HtmlElement, lines: Iterable[Line]) -> bool:
    """Return whether a button of a page, or a line that may be one, is a choice of consent."""
    shown = [line.text for line in lines]
    shown += [text_of(element) for element in tree.iter("a", "button")]
    shown += [field.get("value", "") for field in tree.iter("input")]
    labels = {fold(text) for text in shown if len(text) <= _LABEL}
    several = [f" {choice} " for choice in CHOICES if " " in choice or not choice.isascii()]
    return any(label in CHOICES or _count(several, f" {label} ") for label in labels)


def _text(lines: Sequence[Line]) -> str | None:
    """Return what *lines* say, folded, ``None`` where that is more than a wall says."""
    size = 0
    for line in lines:
        size += len(line.text)
        if size > _LONGEST:
            return None
    return fold("\n".join(line.text for line in lines))


def _count(phrases: Iterable[str], text: str) -> int:
    """Return how many of *phrases* stand in *text*."""
    return sum(phrase in text for phrase in phrases)


def _is_check(tree: HtmlElement, text: str, called: Sequence[str]) -> bool:
    """Return whether a page with that folded *text* checks who reads it."""
    is_called = any(_count(BOT, name) for name in called)
    return _count(BOT, " ".join([text, *called])) > 1 or (is_called and _is_challenge(tree))


def _is_challenge(tree: HtmlElement) -> bool:
    told = (element.get(name) for element in tree.iter(*_MARKUP) for name in _TOLD)
    return any(value and _CHALLENGE.search(value) for value in told)


def _is_login(tree: HtmlElement, names: Iterable[str]) -> bool:
    """Return whether a page of these *names* has a form to log in by.

    A newsletter asks for an address, too. One word may begin news; of several it is the name.
    """
    kinds = {field.get("type", "").lower() for field in tree.iter("input")}
    parts = [part for name in names for part in map(fold, _PARTS.split(name))]
    if kinds & {"email", "password"} and any(part in LOGIN for part in parts):
        return True
    several = [f"{words} " for words in LOGIN if " " in words]
    return "password" in kinds and any(
        len(part) <= _NAME and part.startswith(words) for part in parts for words in several
    )
