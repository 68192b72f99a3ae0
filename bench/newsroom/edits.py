"""What editors and their systems do to an article they take over from another paper."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from bench.newsroom.articles import Writer

    Edit = Callable[[Writer, list[str]], list[str]]

_OLD_TONES, _NEW_TONES = "òaóaỏaõaọaòeóeỏeõeọeùyúyủyũyụy", "oàoáoảoãoạoèoéoẻoẽoẹuỳuýuỷuỹuỵ"
_TONES = {_OLD_TONES[at : at + 2]: _NEW_TONES[at : at + 2] for at in range(0, len(_OLD_TONES), 2)}
_TONED = re.compile(f"({'|'.join(_TONES)})\\b")
# What is changed in a language without spaces: two to four signs in a row, for as many others.
_RUN = 3


def change_lead(writer: Writer, article: list[str]) -> list[str]:
    """Return *article* with a description of the editor's own."""
    return [*writer.paragraphs(2, 2), *article[1:]]


def drop(share: float) -> Edit:
    """Return an edit that drops a *share* of the sentences, wherever they stand."""

    def edit(writer: Writer, article: list[str]) -> list[str]:
        sentences = sum(len(_sentences(writer, paragraph)) for paragraph in article)
        gone = set(writer.random.sample(range(sentences), round(sentences * share)))
        numbers = iter(range(sentences))
        kept = [
            [sentence for sentence in _sentences(writer, paragraph) if next(numbers) not in gone]
            for paragraph in article
        ]
        return [_paragraph(writer, paragraph) for paragraph in kept if paragraph]

    return edit


def change_lead_and_drop(writer: Writer, article: list[str]) -> list[str]:
    """Return *article* with another description and without a fifth of its sentences."""
    return change_lead(writer, drop(0.2)(writer, article))


def leave_related(writer: Writer, article: list[str]) -> list[str]:
    """Return *article* with the titles of eight others below, as a careless reader leaves them."""
    titles = [f"{writer.title()} {writer.random.randint(1, 31)}/10" for _ in range(8)]
    return [*article, writer.grammar.fill("{label}", writer.random), *titles]


def leave_related_inside(writer: Writer, article: list[str]) -> list[str]:
    """Return *article* with the titles of three others in the midst of it."""
    middle = len(article) // 2
    return [*article[:middle], *(writer.title() for _ in range(3)), *article[middle:]]


def add_byline(writer: Writer, article: list[str]) -> list[str]:
    """Return *article* with who wrote it below."""
    return [*article, writer.grammar.fill("{byline}", writer.random)]


def open_only(writer: Writer, article: list[str]) -> list[str]:
    """Return the first two fifths of *article*, as a paywall leaves them."""
    text = "\n\n".join(article)
    return [text[: len(text) * 2 // 5]]


def place_tones(writer: Writer, article: list[str]) -> list[str]:
    """Return *article* with tones where the other school of spelling puts them."""
    return [_TONED.sub(lambda tone: _TONES[tone[0]], paragraph) for paragraph in article]


def decompose(writer: Writer, article: list[str]) -> list[str]:
    """Return *article* in NFD."""
    return [unicodedata.normalize("NFD", paragraph) for paragraph in article]


def lose_diacritics(writer: Writer, article: list[str]) -> list[str]:
    """Return *article* in plain letters."""
    text = unicodedata.normalize("NFD", "\n\n".join(article))
    bare = re.sub("[\u0300-\u036f]", "", text).replace("đ", "d").replace("Đ", "D")
    return unicodedata.normalize("NFC", bare).split("\n\n")


def change_words(share: float) -> Edit:
    """Return an edit that puts other words in the place of a *share* of them, evenly."""

    def edit(writer: Writer, article: list[str]) -> list[str]:
        others = writer.paragraphs(20)
        if writer.grammar.space:
            store = " ".join(others).split()
            words = [paragraph.split(" ") for paragraph in article]
            return [" ".join(_replace(writer.random, share, line, store)) for line in words]
        runs = [re.findall(f"(?s).{{1,{_RUN}}}", paragraph) for paragraph in article]
        store = [run for paragraph in others for run in re.findall(f".{{{_RUN}}}", paragraph)]
        return ["".join(_replace(writer.random, share, line, store)) for line in runs]

    return edit


def correct_numbers(writer: Writer, article: list[str]) -> list[str]:
    """Return *article* with two of its numbers set right."""
    text = "\n\n".join(article)
    found = [number.span() for number in re.finditer(r"\d+", text)]
    for start, end in sorted(writer.random.sample(found, min(2, len(found))), reverse=True):
        text = f"{text[:start]}{writer.random.randint(2, 99)}{text[end:]}"
    return text.split("\n\n")


def shout_and_quote(writer: Writer, article: list[str]) -> list[str]:
    """Return *article* with its first paragraph in capitals, and quotes of another kind."""
    return [article[0].upper(), *(p.replace("“", '"').replace("”", '"') for p in article[1:])]


def _replace(random: Random, share: float, words: list[str], store: list[str]) -> list[str]:
    return [random.choice(store) if random.random() < share else word for word in words]


def _sentences(writer: Writer, paragraph: str) -> list[str]:
    return paragraph.removesuffix(writer.grammar.stop.rstrip()).split(writer.grammar.stop)


def _paragraph(writer: Writer, sentences: list[str]) -> str:
    return writer.grammar.stop.join(sentences) + writer.grammar.stop.rstrip()


EDITS: dict[str, Edit] = {
    "headline and lead changed": change_lead,
    "10 % of sentences dropped": drop(0.1),
    "20 % of sentences dropped": drop(0.2),
    "30 % of sentences dropped": drop(0.3),
    "50 % of sentences dropped": drop(0.5),
    "lead changed, 20 % dropped": change_lead_and_drop,
    "related box left in": leave_related,
    "related titles in the midst": leave_related_inside,
    "byline added": add_byline,
    "tone placement": place_tones,
    "NFD": decompose,
    "lost diacritics": lose_diacritics,
    "other quotes and capitals": shout_and_quote,
    "two numbers corrected": correct_numbers,
    "3 % of words changed": change_words(0.03),
    "first 40 % only": open_only,
}
