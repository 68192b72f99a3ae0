from __future__ import annotations

from newsbot.state import State


def test_a_pattern_stays_spent_till_it_brings_something():
    traps = State().traps
    for _ in range(2):
        traps.note("listing", "/lich/{n}", is_spent=True)
    traps.note("article", "/a/{n}", is_spent=True)
    assert traps.spent("listing") == {"/lich/{n}"}

    traps.note("listing", "/lich/{n}", is_spent=False)

    assert traps.spent("listing") == set()
    assert traps.spent("article") == {"/a/{n}"}


def test_how_many_had_their_turn_is_known_till_all_had():
    traps = State().traps
    traps.set_place("/huyen/{n}", 20)
    traps.set_place("/huyen/{n}", 25)
    traps.set_place("/xa/{n}", 5)
    assert traps.places() == {"/huyen/{n}": 25, "/xa/{n}": 5}

    traps.set_place("/huyen/{n}", 0)

    assert traps.places() == {"/xa/{n}": 5}
