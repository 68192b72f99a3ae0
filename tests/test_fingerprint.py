from __future__ import annotations

from dataclasses import replace

import pytest

from newsbot.fingerprint import fingerprint
from newsbot.text import fold


def test_a_fingerprint_is_a_sha256_in_hexadecimal(make_article):
    assert len(bytes.fromhex(fingerprint(make_article()))) == 32


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"headline": "Brücke über die Lahn offen"}, id="headline"),
        pytest.param({"description": None}, id="lead gone"),
        pytest.param({"body": "Seit Mittwoch ist die Brücke zu."}, id="paragraph gone"),
        pytest.param({"body": "seit Mittwoch ist die Brücke zu"}, id="case and full stop"),
    ],
)
def test_another_text_has_another_fingerprint(make_article, changes):
    article = make_article()

    assert fingerprint(replace(article, **changes)) != fingerprint(article)


@pytest.mark.parametrize(
    ("one", "other"),
    [("thủy", "thuỷ"), ("Hiền", "Hiển"), ("2,5", "2.5"), ("đường", "Đường"), ("“a”", '"a"')],
)
def test_what_folds_alike_still_makes_a_revision(make_article, one, other):
    before, after = make_article(body=one), make_article(body=other)

    assert fold(before.body) == fold(after.body)
    assert fingerprint(before) != fingerprint(after)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"date": None}, id="date"),
        pytest.param({"url": "https://m.waldbote.test/artikel/7"}, id="URL"),
        pytest.param({"authors": ()}, id="authors"),
        pytest.param({"related": ()}, id="related block"),
    ],
)
def test_what_is_beside_the_text_makes_no_revision(make_article, changes):
    assert fingerprint(make_article(**changes)) == fingerprint(make_article())


def test_the_parts_of_a_text_are_told_apart(make_article):
    one = make_article(headline="a", description="b", body=None)
    other = make_article(headline="a", description=None, body="b")

    assert fingerprint(one) != fingerprint(other)
