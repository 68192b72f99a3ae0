"""The grammar of a language's invented papers: word lists, and what is made of them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_SLOT = re.compile(r"\{([^{}]+)\}")
_RANGE = re.compile(r"(\d+)\.\.(\d+)")


@dataclass(frozen=True)
class Grammar:
    """Lists of words by name, each word with slots for others, and how sentences are joined."""

    language: str
    lists: dict[str, list[str]]
    patterns: list[str]
    cast: dict[str, str]
    space: str
    stop: str
    sentences: int

    def fill(self, template: str, random: Random) -> str:
        """Return *template* with words for its slots: ``{list}``, or a number for ``{2..90}``."""
        while "{" in template:
            template = _SLOT.sub(lambda slot: self._word(slot[1], random), template)
        return template

    def _word(self, name: str, random: Random) -> str:
        bounds = _RANGE.fullmatch(name)
        if bounds:
            return str(random.randint(int(bounds[1]), int(bounds[2])))
        words = self.lists[name]
        return words[int(random.random() * len(words))]


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of *language*: ``vi``, ``de``, ``ja`` or ``th``."""
    path = Path(__file__).with_name(f"{language}.toml")
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    return Grammar(
        language,
        said["phrases"] | said["words"] | said["edits"],
        said["patterns"],
        said["cast"],
        said["space"],
        said["stop"],
        said["sentences"][0],
    )
