"""What copies of a text are told by: its shingles, and a sketch of them to be looked up by."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from struct import unpack
from typing import NamedTuple

from xxhash import xxh3_64_digest, xxh3_64_intdigest

from newsbot.text import fold

_WORDS = 5  # in a shingle
_USUAL, LONGEST = 200_000, 64  # words remembered, some 30 MB; what has more letters is none
# A word or sign is a hash of 32 bits in a lane of 64, the hash of a shingle the sum of its words',
# each weighed by its place: with an odd number of 28 bits, so that the sum stays in its lane, and
# its lower half is as evenly spread as theirs. Read as one long number, a text is summed at once.
_LANE, _HASH = 8, 4
_WEIGHTS = [xxh3_64_intdigest(bytes([place])) >> 36 | 1 for place in range(13)]
# How the UTF-8 of letters begins whose scripts have no spaces, and how many make a shingle: about
# as many as five words have. Thai and Lao, Burmese, Khmer; then Kana and Han.
_UNSPACED = (
    ((b"\xe0\xb8", b"\xe0\xb9", b"\xe0\xba", b"\xe0\xbb", b"\xe1\x80", b"\xe1\x81"), 13),
    ((b"\xe1\x9e", b"\xe1\x9f"), 13),
    (tuple(bytes([lead]) for lead in range(0xE3, 0xEA)), 8),
)
_UNSPACED_SHARE = 0.4
_WIDE = re.compile("[\uff01-\uffdc]+")
_OWN_DIGITS = re.compile(r"[^\D0-9]")
_WHOLE, _ENTRY = (1 << 48) - 1, (1 << 27) - 1
_LEAST, _MOST = 14, 20
# A sketch takes the hashes whose upper byte is less than this, by the signs of a shingle, 0 where
# it is of words: an article has two to three times as many shingles of signs.
_BOUNDS = {0: 8, 8: 6, 13: 4}
# Where these are too few, the least of those below four times as much, or of all.
_BELOW = {
    bound: [re.compile(rb"[\x00-\x%02x]" % most) for most in (bound - 1, 4 * bound - 1, 255)]
    for bound in _BOUNDS.values()
}


class Shingled(NamedTuple):
    """A text, the hashes of its shingles *packed*, and of the *whole* of it, 0 where it is empty.

    A sketch of it takes hashes whose upper byte is less than *bound*.
    """

    text: str
    packed: bytes
    whole: int
    bound: int

    @property
    def size(self) -> int:
        """Return how many shingles it has, those that stand in it twice counted twice."""
        return len(self.packed) // _LANE

    @property
    def hashes(self) -> tuple[int, ...]:
        """Return the 64-bit hashes of the shingles, in their order."""
        return _hashes(self.packed)

    @property
    def shingles(self) -> frozenset[int]:
        """Return the 64-bit hashes of the different shingles."""
        return _shingles(self.packed)


class _Words(dict[str, bytes]):
    """The hashes of the folded words of a token between two spaces, remembered."""

    def __missing__(self, token: str) -> bytes:
        row = b"".join(map(_lane, folded(token).split()))
        if len(token) <= LONGEST:
            if len(self) >= _USUAL:
                self.clear()
            self[token] = row
        return row


class _Signs(dict[str, bytes]):
    """The hashes of signs, remembered."""

    def __missing__(self, sign: str) -> bytes:
        if len(self) >= _USUAL:
            self.clear()
        self[sign] = _lane(sign)
        return self[sign]


_words, _signs = _Words(), _Signs()


def shingled(text: str) -> Shingled:
    """Return what tells copies of *text*: shingles of five words, of characters without spaces.

    A script has no spaces if two fifths of the characters are Thai, Lao, Burmese, Khmer, Kana or
    Han. It takes 0.1 ms for 3 KB with spaces, 0.2 ms without.
    """
    if width := width_of(text):
        row = b"".join(map(_signs.__getitem__, letters_of(text)))
    else:
        row = b"".join(map(_words.__getitem__, text.split()))
    whole = xxh3_64_intdigest(row) & _WHOLE if row else 0
    return Shingled(text, _pack(row, width or _WORDS), whole, _BOUNDS[width])


def _lane(word: str) -> bytes:
    return xxh3_64_digest(_bytes(word))[:_HASH] + bytes(_LANE - _HASH)


def _pack(row: bytes, width: int) -> bytes:
    """Return the hashes of all *width* lanes of *row* in a row.

    Written from the right and read from the left, the evenly spread half of each is the upper one.
    """
    if len(row) < _LANE * width:
        return b""
    lanes = int.from_bytes(row, "little")
    weights = enumerate(_WEIGHTS[:width])
    sums = sum(weight * (lanes >> 8 * _LANE * place) for place, weight in weights)
    return sums.to_bytes(len(row), "big")[_LANE * (width - 1) :]


@lru_cache(maxsize=64)
def _shingles(packed: bytes) -> frozenset[int]:
    return frozenset(_hashes(packed))


def _hashes(packed: bytes) -> tuple[int, ...]:
    return unpack(f"<{len(packed) // _LANE}Q", packed)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def letters_of(text: str) -> str:
    """Return *text* folded and without spaces; in Japan a digit is printed in two widths."""
    return folded(_WIDE.sub(lambda wide: unicodedata.normalize("NFKC", wide[0]), text)).replace(
        " ", ""
    )


def folded(text: str) -> str:
    """Return *text* folded, with 0 to 9 for the digits of Thai, Hindi, Arabic or any script."""
    return _OWN_DIGITS.sub(lambda digit: str(unicodedata.decimal(digit[0])), fold(text))


def width_of(text: str) -> int:
    """Return how many characters make a shingle, 0 where words do."""
    row = _bytes(text)
    if len(row) < 1.5 * len(text):
        return 0
    found = [(sum(map(row.count, leads)), width) for leads, width in _UNSPACED]
    return max(found)[1] if sum(c for c, _ in found) > _UNSPACED_SHARE * len(text) else 0


def sketch(one: Shingled) -> tuple[int, ...]:
    """Return 27-bit parts of the least of its hashes, ascending, 16 of them on average.

    FracMinHash: what two texts share of their shingles, their sketches share, too. Bounds let a
    brief have enough, and a long read not too many; so all but one of 200 openings of two fifths
    have two entries of the whole article's.
    """
    upper = one.packed[_LANE - 1 :: _LANE]
    enough = _MOST
    for pattern in _BELOW[one.bound]:
        starts = [_LANE * found.start() for found in pattern.finditer(upper)]
        least = {int.from_bytes(one.packed[at : at + _LANE], "little") for at in starts}
        if len(least) >= _LEAST:
            break
        enough = _LEAST
    return tuple(sorted({each >> 32 & _ENTRY for each in sorted(least)[:enough]}))
