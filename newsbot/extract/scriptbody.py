"""Bodies that a page keeps in its scripts, for one of them to write into an empty element."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from binascii import Error as Base64Error
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import unquote

from newsbot.extract.body import is_running
from newsbot.extract.lines import read_lines
from newsbot.extract.tree import parsed, text_of
from newsbot.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.html import HtmlElement

# A string that a script sets to a name or hands to a function: outputData = "…", html(`…`).
_STRING = r""""(?:[^"\\]++|\\.)*+"|'(?:[^'\\]++|\\.)*+'|`(?:[^`\\]++|\\.)*+`"""
_SET = re.compile(rf"[\w$\])]\s?(?:=|:|\()\s?(?:atob\(\s?)?({_STRING})", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|(\n|.))", re.DOTALL)
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " ", "v": " ", "\n": ""}
_HALVES = re.compile("[\ud800-\udfff]")
# Which element of the page a script speaks of, and what it may be.
_PLACES = ("article", "div", "main", "p", "section", "span", "td")
_TARGET = re.compile(r"""["'`]#([\w-]{1,60})["'`]|ElementById\(\s?["'`]([\w-]{1,60})["'`]""")
_BASE64 = re.compile(r"[A-Za-z0-9+/\s]{200,}={0,2}")
# The state of a page as data: alone in a script, or set to a name that is in nobody's way.
_STATE = re.compile(
    r"(?:^|[\s;.])(?:window|self|globalThis)(?:\.|\[.)__?\w{1,60}(?:.\])?\s?=\s?(?=\{)"
)
# How the state calls the headline and the text of an article.
_HEADLINES = frozenset({"headline", "name", "title"})
_BODIES = (
    *("articleBody", "bodyHtml", "bodyHTML", "body_html", "contentHtml", "contentHTML"),
    *("content_html", "htmlContent", "html_content", "body", "content", "html", "text"),
    *("noi_dung", "noidung", "NoiDung", "Content", "Body", "detail", "fulltext", "isi"),
)
# So many characters are a text; no page keeps so many, or so many values.
_LEAST, _LARGEST, _MOST = 200, 2 << 20, 50_000
# A text whose words are linked for the greater part is a list of other articles.
_LINKED = 0.5


def script_body(tree: HtmlElement, headlines: Collection[str]) -> list[str]:
    """Return the paragraphs of an article that stands in a script of its page, none if it does not.

    A string counts where its script speaks of an element of the page that is empty
    (baoquangngai.vn: ``outputData="…"``, ``$('#content').html(…)``); data count where the text is
    beside one of the *headlines*. What can't be read, because it is enciphered, is no text.
    """
    size, candidates = 0, []
    for script in tree.iter("script"):
        text = script.text or ""
        size += len(text)
        if len(text) >= _LEAST and size <= _LARGEST:
            candidates += [*_written(text, tree), *_stated(text, {*map(fold, headlines)})]
    bodies = (_paragraphs(text) for text in candidates)
    return max(bodies, key=lambda body: sum(map(len, body)), default=[])


def _written(script: str, tree: HtmlElement) -> Iterator[str]:
    """Yield the strings of a *script* that are markup, if it is to write into an empty element."""
    targets = {one or other for one, other in _TARGET.findall(script)}
    elements = tree.iter(*_PLACES) if targets else ()
    if any(element.get("id") in targets and not text_of(element) for element in elements):
        for found in _SET.finditer(script):
            if len(found[1]) >= _LEAST and (text := _markup(_meant(found[1][1:-1]))):
                yield text


def _meant(literal: str) -> str:
    """Return what a string of a script says."""
    text = _ESCAPE.sub(_sign, literal) if "\\" in literal else literal
    return _HALVES.sub("", text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def _sign(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2]
    return chr(int(code, 16)) if code else _SIGNS.get(escape[3], escape[3])


def _markup(text: str) -> str | None:
    """Return *text* if it is markup, undone from the codings that hide its angles."""
    if "%3C" in text or "%3c" in text:
        text = unquote(text)
    if _BASE64.fullmatch(text):
        with suppress(Base64Error, ValueError):
            text = b64decode(text).decode()
    return text if "<p" in text or "<br" in text or "<div" in text else None


def _stated(script: str, headlines: Collection[str]) -> Iterator[str]:
    """Yield the texts that the data in a *script* set beside one of the folded *headlines*."""
    start = _STATE.search(script)
    place = start.end() if start else 0
    if not start and script.lstrip()[:1] not in {"{", "["}:
        return
    with suppress(ValueError, RecursionError):
        value, _ = json.JSONDecoder(strict=False).raw_decode(script[place:].lstrip())
        for entry in _entries(value):
            said = (entry.get(name) for name in _HEADLINES)
            if any(isinstance(text, str) and fold(text) in headlines for text in said):
                yield from (text for name in _BODIES if (text := _joined(entry.get(name))))


def _entries(value: object) -> Iterator[dict[str, object]]:
    """Yield the objects in *value*, without going down step by step."""
    waiting = [value]
    for _ in range(_MOST):
        if not waiting:
            return
        part = waiting.pop()
        if isinstance(part, dict):
            yield part
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part


def _joined(value: object) -> str:
    """Return a text, or those of a list of paragraphs, as markup; empty where there is none."""
    if isinstance(value, str):
        return value
    parts = value if isinstance(value, list) else []
    texts = [_joined_part(part) for part in parts[:1000]]
    return "".join(f"<p>{text}</p>" for text in texts if text)


def _joined_part(part: object) -> str:
    if isinstance(part, dict):
        part = next((part[n] for n in ("html", "text", "content", "value") if n in part), "")
    return part if isinstance(part, str) else ""


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs of *text*, markup or not; none if they are links or too few words."""
    if "<" not in text:
        found = [" ".join(line.split()) for line in text.splitlines()]
        return [line for line in found if line] if len(text) >= _LEAST and " " in text else []
    lines = [line for line in read_lines(parsed(text).tree) if line.text and not line.is_link]
    size = sum(len(line.text) for line in lines)
    is_text = size >= _LEAST and sum(line.linked for line in lines) < _LINKED * size
    return [line.text for line in lines] if is_text and any(map(is_running, lines)) else []
