"""Articles of invented papers, as many as are asked for, of which no two tell the same."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

from bench.newsroom.grammar import Grammar, grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("vi", "de", "ja", "th")
# Phrases of a kind that are made in advance: five words in a row mostly lie in two of them.
_POOL = 5000
_SLOT = re.compile(r"\{(\w+)\}")


def articles(seed: int, count: int, language: str = "vi") -> Iterator[str]:
    """Yield *count* articles, description first, the same ones for the same *seed*.

    They are some 100 to 1,400 words long, half of them 300 to 650; one in CPU time: 0.15 ms.
    """
    writer = Writer(seed, language)
    for _ in range(count):
        yield "\n\n".join(writer.article())


class Writer:
    """Writes the articles of a paper in *language*, of which *seed* decides."""

    def __init__(self, seed: int, language: str) -> None:
        self.random = Random(seed)
        self.grammar = grammar(language)
        slots = dict.fromkeys(_SLOT.findall(" ".join(self.grammar.patterns)))
        pools = {name: _pool(self.grammar, name, self.random) for name in slots}
        self._patterns = [_pattern(text, pools) for text in self.grammar.patterns]
        self._cast = [
            (sign, [self.grammar.fill(name, self.random) for _ in range(_POOL)])
            for sign, name in self.grammar.cast.items()
        ]

    def article(self) -> list[str]:
        """Return the paragraphs of an article, which has its own people and places."""
        random = self.random.random
        length = int(self.grammar.sentences * self.random.lognormvariate(0, 0.5))
        lead = 1 + int(random() * 2)
        body = self.paragraphs(max(5, min(65, length)) - lead)
        text = "\n\n".join([*self.paragraphs(lead, lead), *body])
        for sign, names in self._cast:
            text = text.replace(sign, names[int(random() * _POOL)])
        return text.split("\n\n")

    def paragraphs(self, sentences: int, least: int = 1) -> Iterator[str]:
        """Yield paragraphs of *least* to four sentences, together *sentences*."""
        stop = self.grammar.stop
        while sentences > 0:
            size = min(sentences, least + int(self.random.random() * (5 - least)))
            sentences -= size
            yield stop.join([self.sentence() for _ in range(size)]) + stop.rstrip()

    def sentence(self) -> str:
        """Return a sentence without its full stop."""
        random = self.random.random
        text, pools = self._patterns[int(random() * len(self._patterns))]
        sentence = text % tuple([pool[int(random() * len(pool))] for pool in pools])
        return sentence[0].upper() + sentence[1:]

    def title(self) -> str:
        """Return the headline of some other article."""
        return self.sentence().replace("①", "").replace("②", "").split("; ")[0]


def _pool(words: Grammar, name: str, random: Random) -> list[str]:
    templates = words.lists[name]
    return [words.fill(templates[n % len(templates)], random) for n in range(_POOL)]


def _pattern(text: str, pools: dict[str, list[str]]) -> tuple[str, list[list[str]]]:
    return _SLOT.sub("%s", text.replace("%", "%%")), [pools[name] for name in _SLOT.findall(text)]
