from __future__ import annotations

import pytest

from newsbot.archive.chunks import join_chunks


@pytest.mark.parametrize(
    ("body", "joined"),
    [
        pytest.param(b"4\r\nWald\r\n3\r\nbot\r\n0\r\n\r\n", b"Waldbot", id="chunked"),
        pytest.param(b"4;a=b\r\nWald\r\n0\r\nX: y\r\n\r\n", b"Wald", id="extension and trailer"),
        pytest.param(b"0004 \r\nWald\r\n0\r\n\r\n", b"Wald", id="zeros and a space"),
        pytest.param(b"a\r\n0123456789\r\nA\r\n0123456789\r\n", b"0123456789" * 2, id="no end"),
        pytest.param(b"0\r\n\r\n", b"", id="an empty body"),
        pytest.param(b"", b"", id="nothing at all"),
        pytest.param(b"4\r\nWald\r\n9\r\nbo", b"Waldbo", id="cut in a chunk"),
        pytest.param(b"4\r\nWald\r\n1", b"Wald", id="cut in a size"),
        pytest.param(b"<h1>Wald</h1>", b"<h1>Wald</h1>", id="joined already"),
        pytest.param(b"12\nmonkeys", b"monkeys", id="shorter than it says"),
        pytest.param(b"2\nmonkeys", b"2\nmonkeys", id="a number by chance"),
        pytest.param(b"fffffffff\r\nWald", b"fffffffff\r\nWald", id="an absurd size"),
    ],
)
def test_chunks_are_joined(body, joined):
    assert join_chunks(body) == joined
