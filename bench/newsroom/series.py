"""Series of bulletins: a form of words that comes again with other figures and names."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from bench.newsroom.grammar import Grammar, grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

_PRICE = re.compile(r"\{@(\d+)\}")
_ROWS = re.compile(r"\{(\d+)\.\.(\d+)\*(\w+)\}")
# How often a price stays as it was.
_STILL = 0.3


class Series(NamedTuple):
    """A series of *name* in *language*; *is_held* out of what the rule was made by."""

    name: str
    language: str
    is_held: bool
    text: str
    words: Grammar

    def bulletins(self, seed: int, count: int) -> Iterator[str]:
        """Yield *count* bulletins, one after the other, the same ones for the same *seed*."""
        random = Random(seed)
        prices = [float(price) for price in _PRICE.findall(self.text)]
        for _ in range(count):
            for place, price in enumerate(prices):
                if random.random() > _STILL:
                    prices[place] = price * random.uniform(0.98, 1.02)
            yield self._bulletin(random, iter(prices))

    def _bulletin(self, random: Random, prices: Iterator[float]) -> str:
        text = _PRICE.sub(lambda _: f"{round(next(prices)):,}".replace(",", "."), self.text)
        text = _ROWS.sub(
            lambda rows: f"{{{rows[3]}}}" * random.randint(int(rows[1]), int(rows[2])), text
        )
        return self.words.fill(text, random)


@cache
def all_series() -> tuple[Series, ...]:
    """Return the series of all languages."""
    path = Path(__file__).with_name("series.toml")
    return tuple(
        _series(said) for said in tomllib.loads(path.read_text(encoding="utf-8"))["series"]
    )


def _series(said: dict[str, str | list[str]]) -> Series:
    words = grammar(str(said.get("words", said["language"])))
    own = {name: value for name, value in said.items() if isinstance(value, list)}
    words = replace(words, lists=words.lists | own)
    name, language, text = (str(said[key]) for key in ("name", "language", "text"))
    return Series(name, language, bool(said.get("held")), text, words)
