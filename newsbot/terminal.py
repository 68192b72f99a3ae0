"""The one door to terminal and pipe: what a page says is shown there, and never obeyed.

A title or a URL may hold the escape sequences by which a terminal is driven: to hide lines, to
paste what nobody typed (CVE-2003-0063 and its like).
"""

from __future__ import annotations

import io
import re
import sys
from contextlib import contextmanager, redirect_stdout
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import ReadableBuffer

# C0 without tab and line end, DEL and C1; Unicode's own line ends; what turns the direction of
# text; lone surrogates, which can't be written at all.
_ODD = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
_UNPAINTED = re.compile(_ODD)
# The colours that our own pages are painted in, and their end.
_PAINTED = re.compile(rf"\x1b\[(?:0|3[1-5])m|{_ODD}")
_START_ANEW = "\r\x1b[K"


def inert(text: str) -> str:
    r"""Return *text* with control and escape characters as ``\u001b``, the way JSON writes them.

    Tabs and line ends stay. JSON remains the same JSON.

    >>> inert("Br\x1b[2Jücke")
    'Br\\u001b[2Jücke'
    """
    return text if text.isprintable() else _UNPAINTED.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    return found[0] if len(found[0]) > 1 else f"\\u{ord(found[0]):04x}"


def say(text: object, *, is_trouble: bool = False, is_painted: bool = False) -> None:
    """Print *text*, made inert, as a line of its own; to stderr where it tells of trouble.

    Of what *is_painted* the colours stay that newsbot itself uses.
    """
    odd = _PAINTED if is_painted else _UNPAINTED
    print(odd.sub(_shown, str(text)), file=sys.stderr if is_trouble else sys.stdout)


def say_anew(text: str = "", stream: TextIO | None = None) -> None:
    """Put *text* in the place of the line on a terminal; by default on stderr, if that is one."""
    if stream is None and not sys.stderr.isatty():
        return
    stream = stream or sys.stderr
    stream.write(f"{_START_ANEW}{inert(text)}")
    stream.flush()


class _InertBytes(io.BytesIO):
    """Hands what is text in the bytes written to it on to *stream*, inert, and spells the rest."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream

    def write(self, data: ReadableBuffer, /) -> int:
        """Print *data*; ends of lines as the web writes them are ends of lines."""
        text = bytes(data).decode(errors="backslashreplace").replace("\r\n", "\n")
        self._stream.write(inert(text))
        return len(bytes(data))


@contextmanager
def inert_stdout() -> Iterator[None]:
    """Make all inert that others print while the block runs, if it is a terminal that shows it.

    A file or a pipe is given it as it came.
    """
    stdout = sys.stdout
    if not stdout.isatty():
        yield
        return
    # Scrapy's own commands write bytes below it, and text to it.
    shown = io.TextIOWrapper(_InertBytes(stdout), "utf-8", "backslashreplace", write_through=True)
    with redirect_stdout(shown):
        yield
