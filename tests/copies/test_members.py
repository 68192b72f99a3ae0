from __future__ import annotations

import pytest

from newsbot.copies.members import Member, groups, similarity
from newsbot.copies.records import Records
from newsbot.copies.shingles import shingled
from newsbot.copies.sketches import PLACES
from newsbot.copies.texts import Texts
from tests.copies.sites import OTHER, REPORT, TEXT

HALF = "\n\n".join(REPORT[:3])


@pytest.fixture
def texts(tmp_path):
    """Articles 1 and 2 say the same, 3 the half of it, 4 something else, 5 can't be read."""
    with Records(tmp_path, {}) as records:
        texts = Texts(records)
        for number, text in enumerate((TEXT, TEXT, HALF, OTHER), 1):
            texts.tell(f"elbe/{number}", shingled(text))
        yield texts


def member(number, **changes):
    whole = {1: 7, 2: 7}.get(number, 10 + number)
    sound = Member(number, f"elbe/{number}", 1, 0, whole, 9, None, None)
    return sound._replace(**changes)


def test_an_article_is_in_the_file_of_its_month():
    number = (2024 * 12 + 9 << PLACES) + 5

    assert member(number, id="elbe/5").file == ("elbe", "2024-10")
    assert member(number, id="elbe/5", day=None).file == ("elbe", "undated")


def test_copies_are_in_one_group(texts):
    found = groups([member(1), member(4), member(3), member(2)], texts)

    assert [[one.number for one in group] for group in found] == [[1, 3, 2], [4]]


def test_one_that_can_not_be_read_goes_with_the_first(texts):
    found = groups([member(4), member(1), member(5)], texts)

    assert [[one.number for one in group] for group in found] == [[4, 5], [1]]


def test_the_first_is_all_like_itself_and_so_is_one_with_the_same_text(texts):
    assert similarity(member(1), member(1), texts) == 1.0
    assert similarity(member(2), member(1), texts) == 1.0


def test_a_copy_is_as_like_the_first_as_they_share_shingles(texts):
    assert 0.5 < similarity(member(3), member(1), texts) < 0.7


def test_what_can_not_be_read_is_as_like_as_it_was(texts):
    assert similarity(member(5, similarity=0.8), member(1), texts) == 0.8
