"""Lines of ``name: value``, as the heads of WARC records and of HTTP messages are made of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Fields: TypeAlias = tuple[tuple[bytes, bytes], ...]
"""Names and values in the order of the lines, repeated names repeated."""

_LINE_BREAKERS = bytes.maketrans(b"\r\n\0", b"   ")
_NO_NAME = re.compile(rb"[\0-\x20:\x7f]")
_BLANK = b" \t\r"


def write_fields(fields: Iterable[tuple[bytes, bytes]]) -> bytes:
    r"""Return *fields* as lines, their values verbatim but for CR, LF and NUL: a space each.

    Bytes that no name can hold (RFC 9110, section 5.1) become ``_``.

    >>> write_fields([(b"Server", b"caf\xe9\r\nWARC-Type: x")])
    b'Server: caf\xe9  WARC-Type: x\r\n'
    """
    return b"".join([b"%b: %b\r\n" % (_name(name), one_line(value)) for name, value in fields])


@lru_cache(maxsize=512)
def _name(name: bytes) -> bytes:
    return _NO_NAME.sub(b"_", name) or b"_"


def one_line(data: bytes) -> bytes:
    """Return *data* with a space for every CR, LF and NUL, so that no line begins in it."""
    return data.translate(_LINE_BREAKERS)


def read_fields(lines: bytes) -> Fields:
    r"""Return the fields in *lines*; a folded line is joined to the one before with a space.

    A line without a colon is left out, as servers send such.

    >>> read_fields(b"Vary: a,\r\n  b\r\nnoise\r\nEmpty:\r\n")
    ((b'Vary', b'a, b'), (b'Empty', b''))
    """
    fields: list[tuple[bytes, bytes]] = []
    for line in lines.split(b"\n"):
        name, colon, value = line.partition(b":")
        if line[:1] in {b" ", b"\t"} and fields:
            last, begun = fields[-1]
            fields[-1] = last, b"%b %b" % (begun, line.strip(_BLANK))
        elif colon:
            fields.append((name.strip(_BLANK), value.strip(_BLANK)))
    return tuple(fields)


def encode_fields(fields: Mapping[str, str | tuple[str, ...]]) -> Fields:
    """Return *fields* in UTF-8; a name with several values has as many lines."""
    return tuple(
        (_utf8(name), _utf8(value))
        for name, values in fields.items()
        for value in ((values,) if isinstance(values, str) else values)
    )


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "replace")
