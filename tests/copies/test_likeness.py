from __future__ import annotations

import pytest

from newsbot.copies.likeness import is_candidate, likeness
from newsbot.copies.shingles import shingled

STORY = " ".join(f"chuyện{number}" for number in range(100))
OTHER = " ".join(f"khác{number}" for number in range(100))


def alike(one, other):
    return likeness(shingled(one), shingled(other))


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        pytest.param(STORY, STORY.upper(), 1.0, id="the same but for case"),
        pytest.param("Bản tin trưa", "Bản tin trưa.", 1.0, id="less than a shingle"),
        pytest.param(STORY, " ".join(STORY.split()[:40]), 0.375, id="an opening"),
        pytest.param(STORY, f"{STORY} {OTHER[:300]}", 0.68, id="with titles of others below"),
        pytest.param(STORY, OTHER, None, id="another story"),
        pytest.param(STORY, "", None, id="nothing"),
        pytest.param("", "", None, id="nothing twice"),
        pytest.param(STORY[:100] + OTHER, OTHER[:100] + STORY, None, id="a tenth of each other"),
    ],
)
def test_a_copy_has_the_share_of_shingles_that_both_have(one, other, share):
    assert alike(one, other) == pytest.approx(share, abs=0.01)
    assert alike(other, one) == alike(one, other)


@pytest.mark.parametrize(
    ("shared", "sizes", "is_worth"),
    [(0, (20, 20), False), (1, (20, 20), False), (2, (20, 20), True), (1, (1, 20), True)],
)
def test_two_entries_are_worth_a_look(shared, sizes, is_worth):
    assert is_candidate(shared, *sizes) is is_worth
