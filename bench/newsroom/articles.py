"""Articles of invented papers, as many as are asked for, of which no two tell the same."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

from bench.newsroom.grammar import grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("vi", "de", "ja", "th")
# Names that are made in advance, and sentences without their words.
_NAMES, _SENTENCES = 5000, 4000
# Lists whose words are names made of others: they are drawn ready.
_MADE = ("person", "place", "company", "name", "street", "surname", "spot")
_SLOT = re.compile(r"\{([^{}]+)\}")


def articles(seed: int, count: int, language: str = "vi") -> Iterator[str]:
    """Yield *count* articles, description first, the same ones for the same *seed*.

    They are some 100 to 1,400 words long, half of them 300 to 650. Ten thousand take a second.
    """
    writer = Writer(seed, language)
    for _ in range(count):
        yield "\n\n".join(writer.article())


class Writer:
    """Writes the articles of a paper in *language*, of which *seed* decides."""

    def __init__(self, seed: int, language: str) -> None:
        self.random = Random(seed)
        self.grammar = grammar(language)
        self._pools: dict[str, list[str]] = {}
        self._sentences = [
            self._frame(self.grammar.patterns[number % len(self.grammar.patterns)])
            for number in range(_SENTENCES)
        ]
        self._cast = [(sign, self._pool(name[1:-1])) for sign, name in self.grammar.cast.items()]

    def article(self) -> list[str]:
        """Return the paragraphs of an article, which has its own people and places."""
        random = self.random.random
        length = int(self.grammar.sentences * self.random.lognormvariate(0, 0.5))
        lead = 1 + int(random() * 2)
        body = self.paragraphs(max(5, min(65, length)) - lead)
        text = "\n\n".join([*self.paragraphs(lead, lead), *body])
        for sign, names in self._cast:
            text = text.replace(sign, names[int(random() * len(names))])
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
        text, pools = self._sentences[int(random() * _SENTENCES)]
        sentence = text % tuple([pool[int(random() * len(pool))] for pool in pools])
        return sentence[0].upper() + sentence[1:]

    def title(self) -> str:
        """Return the headline of some other article."""
        return self.sentence().replace("①", "").replace("②", "").split("; ")[0]

    def _frame(self, text: str) -> tuple[str, list[list[str]]]:
        """Return a sentence with ``%s`` for its words, and the words to choose from."""
        pools = []
        while slot := _SLOT.search(text):
            pool = self._pool(slot[1])
            if slot[1] not in _MADE and any("{" in word for word in pool):
                word = self.random.choice(pool)
            else:
                word = f"\0{len(pools)}\0"
                pools.append(pool)
            text = f"{text[: slot.start()]}{word}{text[slot.end() :]}"
        order = re.findall("\0(\\d+)\0", text)
        return re.sub("\0\\d+\0", "%s", text.replace("%", "%%")), [pools[int(n)] for n in order]

    def _pool(self, name: str) -> list[str]:
        if name not in self._pools:
            bounds = name.split("..")
            if len(bounds) > 1:
                pool = [str(number) for number in range(int(bounds[0]), int(bounds[1]) + 1)]
            elif name in _MADE:
                pool = [self.grammar.fill(f"{{{name}}}", self.random) for _ in range(_NAMES)]
            else:
                pool = self.grammar.lists[name]
            self._pools[name] = pool
        return self._pools[name]
