"""What copies of a text are told by: its shingles, and a sketch of them to be looked up by."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from xxhash import xxh3_64_digest, xxh3_64_intdigest

from newsbot.text import fold

# Words in a shingle, and the bytes of a word's hash.
_WORDS, _BYTES = 5, 8
_USUAL = 200_000  # words remembered: some 30 MB
_UNSPACED = (
    ("\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff", 13),  # Thai, Lao, Burmese, Khmer
    ("\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff", 8),
)
_SCRIPTS = [(re.compile(f"[{letters}]"), width) for letters, width in _UNSPACED]
_WHOLE = (1 << 48) - 1


class Shingled(NamedTuple):
    """A text, the 64-bit hashes of its *shingles*, and of the *whole* of it, 0 where it is empty.

    A *sketch* of it takes one hash in *scale*.
    """

    text: str
    shingles: frozenset[int]
    whole: int
    scale: int


class _Words(dict[str, bytes]):
    """The hashes of the folded words of a token between two spaces, remembered."""

    def __missing__(self, token: str) -> bytes:
        hashes = b"".join(map(xxh3_64_digest, _bytes(fold(token)).split()))
        if len(self) >= _USUAL:
            self.clear()
        self[token] = hashes
        return hashes


_words = _Words()


def shingled(text: str) -> Shingled:
    """Return what tells copies of *text*: shingles of five words, of characters without spaces."""
    width = _width(text)
    if width:
        letters = fold(unicodedata.normalize("NFKC", text)).replace(" ", "")
        parts = [letters[at : at + width] for at in range(len(letters) - width + 1)]
        whole = xxh3_64_intdigest(_bytes(letters)) if letters else 0
        hashes = frozenset(xxh3_64_intdigest(_bytes(part)) for part in parts)
        return Shingled(text, hashes, whole & _WHOLE, 5 * width)
    row = b"".join(map(_words.__getitem__, text.split()))
    ends = range(_WORDS * _BYTES, len(row) + 1, _BYTES)
    hashes = frozenset(map(xxh3_64_intdigest, [row[end - _WORDS * _BYTES : end] for end in ends]))
    return Shingled(text, hashes, xxh3_64_intdigest(row) & _WHOLE if row else 0, 24)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _width(text: str) -> int:
    """Return how many characters make a shingle, 0 where words do."""
    if len(_bytes(text)) < 1.5 * len(text):
        return 0
    found = [(len(letters.findall(text)), width) for letters, width in _SCRIPTS]
    return max(found)[1] if sum(count for count, _ in found) > 0.4 * len(text) else 0


def sketch(one: Shingled) -> tuple[int, ...]:
    """Return 28-bit parts of the least of its hashes, ascending: FracMinHash within bounds."""
    limit = (1 << 64) // one.scale
    least = sorted(h for h in one.shingles if h < limit)[:20]
    if len(least) < 8:
        least = sorted(one.shingles)[:8]
    return tuple(sorted({h & ((1 << 28) - 1) for h in least}))
