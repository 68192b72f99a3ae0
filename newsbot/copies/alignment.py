"""Two texts laid side by side: what stands in both, and what stands in the place of what."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsbot.copies.shingles import LONGEST, folded, letters_of, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    Block = tuple[int, int, int]
    Marks = dict[tuple[str, ...], int]

PLAIN, NAME, NUMBER = range(3)
# How many words in a row mark a place, if they stand once in either text; of signs, half of those
# that make a shingle.
_WORDS = 3
_USUAL = 50_000
_UNITS = re.compile(r"\d+|\D")
_OPENING = "\"'“„‘«([–-"
_SENTENCE_END = re.compile(r"[^\d\W][\"'”“’»)]?[.!?:…][\"'”“’»)]?$")


class Units(NamedTuple):
    """The folded *words* of a text, or its signs if *width* of them make a shingle; their kinds."""

    words: tuple[str, ...]
    kinds: bytes
    width: int

    @property
    def numbers(self) -> set[str]:
        """Return the different numbers."""
        return {word for word, kind in zip(self.words, self.kinds, strict=True) if kind == NUMBER}


class Swap(NamedTuple):
    """What two texts have in each other's place between words of both: how many of each kind."""

    numbers: int
    names: int
    plain: int


_NOTHING = Swap(0, 0, 0)


class Alignment(NamedTuple):
    """How many numbers and names stand in both texts at one place, and what is swapped between.

    The *opening* is what stands before the first words of both.
    """

    numbers: int
    names: int
    opening: Swap
    swaps: tuple[Swap, ...]
    is_spaced: bool


def align(one: str, other: str) -> Alignment:
    """Return *one* laid beside *other*, marked by runs of words that stand once in each.

    Between two such marks the texts differ: words of one text alone were added or dropped there;
    where both have words of their own, these are swapped. What lies before the first mark is kept
    apart, after the last one left out: leads, datelines and bylines are every paper's own.
    """
    first, second = units(one), units(other)
    size = first.width // 2 or _WORDS
    marks = _chain(_marks(one), _marks(other))
    swaps = []
    numbers = names = at = there = 0
    for here, beside, length in _after_lead(_blocks(marks, size), 2 * size):
        swaps.append(_swap(first, slice(at, here), second, slice(there, beside)))
        kept = first.kinds[max(at, here) : here + length]
        numbers += kept.count(NUMBER)
        names += kept.count(NAME)
        at, there = max(at, here + length), max(there, beside + length)
    opening, *others = swaps or [_NOTHING]
    return Alignment(numbers, names, opening, tuple(filter(any, others)), not first.width)


@lru_cache(maxsize=64)
def units(text: str) -> Units:
    """Return the words of *text*; a name is what has a capital, but not at a sentence's start."""
    width = width_of(text)
    if width:
        signs = tuple(_UNITS.findall(letters_of(text)))
        return Units(signs, bytes(NUMBER * sign.isdigit() for sign in signs), width)
    words: list[str] = []
    kinds = bytearray()
    is_start = True
    for token in text.split():
        here = _tokens[token]
        words += here.words
        kinds += here.first if is_start else here.kinds
        is_start = here.ends or (is_start and not here.words)
    return Units(tuple(words), bytes(kinds), 0)


class _Token(NamedTuple):
    """The folded words of a token between two spaces, and their kinds, also as a sentence's first.

    It *ends* a sentence, or not.
    """

    words: tuple[str, ...]
    kinds: bytes
    first: bytes
    ends: bool


class _Tokens(dict[str, _Token]):
    """What the tokens of texts are, remembered."""

    def __missing__(self, token: str) -> _Token:
        initial = unicodedata.normalize("NFC", token.lstrip(_OPENING))[:1]
        words = tuple(folded(token).split())
        numbers = bytes(NUMBER * (word[0].isdigit() or word[-1].isdigit()) for word in words)
        named = numbers.replace(bytes([PLAIN]), bytes([NAME])) if initial.isupper() else numbers
        found = _Token(words, named, numbers, bool(_SENTENCE_END.search(token)))
        if len(token) <= LONGEST:
            if len(self) >= _USUAL:
                self.clear()
            self[token] = found
        return found


_tokens = _Tokens()


def _blocks(marks: list[tuple[int, int]], size: int) -> list[Block]:
    """Return where in either text what both have begins, and how long it is."""
    gaps = [
        number
        for number, ((at, place), (here, beside)) in enumerate(pairwise(marks), 1)
        if here - at != 1 or beside - place != 1
    ]
    bounds = pairwise((0, *gaps, len(marks)))
    return [(*marks[first], end - first + size - 1) for first, end in bounds if end]


def _chain(one: Marks, other: Marks) -> list[tuple[int, int]]:
    """Return the places of the longest row of marks that follow each other in both texts."""
    marks = [(at, other[row]) for row, at in one.items() if row in other]
    if all(place < later for (_, place), (_, later) in pairwise(marks)):
        return marks
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(marks):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [number]
    chain = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(marks[number])
        number = before[number]
    return chain[::-1]


def _after_lead(blocks: list[Block], firm: int) -> list[Block]:
    """Return *blocks* from the first *firm* one on, where less than a fifth is in others.

    Two leads have a phrase in common by chance; two bulletins have most of theirs.
    """
    if not blocks:
        return blocks
    first = next((at for at, block in enumerate(blocks) if block[2] >= firm), 0)
    before = sum(length for _, _, length in blocks[:first])
    return blocks if 5 * before >= min(blocks[first][:2]) else blocks[first:]


@lru_cache(maxsize=64)
def _marks(text: str) -> Marks:
    """Return the place of each row of words that stands once in *text*, in their order."""
    words, _, width = units(text)
    rows = list(zip(*(words[start:] for start in range(width // 2 or _WORDS)), strict=False))
    places = dict(zip(rows, range(len(rows)), strict=True))
    if len(places) == len(rows):
        return places
    counts = Counter(rows)
    return {row: at for row, at in places.items() if counts[row] == 1}


def _swap(one: Units, span: slice, other: Units, beside: slice) -> Swap:
    """Return what of these two spans stands in one alone, as far as the other has some, too."""
    mine, theirs = one.words[span], other.words[beside]
    if not mine or not theirs:
        return _NOTHING
    left = Counter(zip(mine, one.kinds[span], strict=True))
    right = Counter(zip(theirs, other.kinds[beside], strict=True))
    counts = [_kinds(left - right), _kinds(right - left)]
    numbers, names = (min(count[kind] for count in counts) for kind in (NUMBER, NAME))
    plain = min(map(Counter.total, counts)) - numbers - names
    if one.width:
        plain = _swapped_signs(mine, theirs) - numbers
    return Swap(numbers, names, max(0, plain))


def _swapped_signs(mine: Sequence[str], theirs: Sequence[str]) -> int:
    """Return how many signs are swapped, by pairs: any two phrases have most single signs."""
    left, right = (Counter(pairwise(("", *signs, ""))) for signs in (mine, theirs))
    return max(0, min((left - right).total(), (right - left).total()) - 1)


def _kinds(words: Counter[tuple[str, int]]) -> Counter[int]:
    kinds = Counter[int]()
    for (_, kind), count in words.items():
        kinds[kind] += count
    return kinds
