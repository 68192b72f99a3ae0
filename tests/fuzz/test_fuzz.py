"""A share of what ``make fuzz`` does for ten minutes, always the same pages."""

from __future__ import annotations

import pytest

from tests.fuzz.reads import damaged, read, read_number
from tests.fuzz.seeds import LISTINGS, seeds

BATCH = 20


@pytest.mark.parametrize("first", range(0, 6 * BATCH, BATCH))
def test_a_page_may_be_damaged_in_any_way(first):
    for number in range(first, first + BATCH):
        read_number(number)


@pytest.mark.parametrize("listing", range(len(LISTINGS)))
def test_a_listing_may_be_damaged_in_any_way(listing):
    for number in range(BATCH):
        read(*damaged(number, [LISTINGS[listing].encode()]))


def test_the_same_page_is_damaged_in_the_same_way():
    assert damaged(7, seeds()) == damaged(7, seeds())
