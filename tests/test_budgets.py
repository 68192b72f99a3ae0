from __future__ import annotations

import pytest

from newsbot.budgets import CIRCLE, Allowance, Budgets

HOME = "https://waldbote.test"
ALLOWANCE = Allowance(pattern=3, path=5, every=9)


@pytest.fixture
def budgets():
    return Budgets(ALLOWANCE)


def walk(budgets, urls, shown=lambda number: ()):
    """Read the pages at *urls* as long as that is admitted; return how many were read."""
    for number, url in enumerate(urls):
        if not budgets.admit(HOME + url):
            return number
        budgets.read(HOME + url, shown(number))
    return len(urls)


def test_pages_of_a_pattern_that_bring_nothing_are_soon_left(budgets):
    assert walk(budgets, [f"/lich/{month}" for month in range(100)]) == 3
    assert budgets.left_out == {"/lich/{n}": 1}


def test_pages_that_show_what_others_of_their_pattern_showed_bring_nothing(budgets):
    assert walk(budgets, [f"/lich/{month}" for month in range(100)], lambda _: ["a", "b"]) == 5


def test_pages_that_bring_something_are_never_left(budgets):
    urls = [f"/thoi-su/trang-{number}" for number in range(100)]

    assert walk(budgets, urls, lambda number: [str(number)]) == 100


def test_who_has_brought_much_may_fail_as_often_again(budgets):
    urls = [f"/thoi-su/trang-{number}" for number in range(100)]

    assert walk(budgets, urls, lambda number: [str(number)] if number < 10 else []) == 10 + 13


def test_two_patterns_do_not_speak_for_each_other(budgets):
    walk(budgets, [f"/lich/{month}" for month in range(100)])

    assert budgets.admit(f"{HOME}/thoi-su/trang-2")


def test_queries_that_grow_are_bounded_by_their_path(budgets):
    urls = ["/loc?" + "&".join(f"{name}=1" for name in "abcdefgh"[:n]) for n in range(1, 9)]

    assert walk(budgets, urls) == 5


def test_names_made_up_without_end_are_bounded_all_together(budgets):
    urls = [f"/{name}/x" for name in "abcdefghijklmnop"]

    assert walk(budgets, urls) == 9
    assert budgets.left_out == {"/j/x": 1}


def test_a_path_that_has_brought_much_is_no_trap_though_others_showed_all_of_it(budgets):
    walk(budgets, [f"/a/trang-{n}" for n in range(30)], lambda number: [str(number)])

    assert walk(budgets, [f"/b/trang-{n}" for n in range(30)], lambda number: [str(number)]) == 30


def test_an_index_is_worth_what_the_pages_bring_that_it_leads_to(budgets):
    for year in range(20):
        budgets.read(f"{HOME}/archiv/{year}", ())
        budgets.credit(f"{HOME}/archiv/{year}")

    assert budgets.admit(f"{HOME}/archiv/21")


def test_an_address_that_repeats_itself_is_not_asked_for_once(budgets):
    assert not budgets.admit(f"{HOME}/a/b/a/b/a/b/")
    assert budgets.left_out == {CIRCLE: 1}


def test_to_wonder_whether_an_address_is_open_counts_nothing(budgets):
    assert budgets.is_open(f"{HOME}/lich/1")
    assert not budgets.is_open(f"{HOME}/a/b/a/b/a/b/")
    assert not budgets.left_out


def test_what_an_earlier_run_has_spent_is_tried_again_by_a_quarter():
    budgets = Budgets(Allowance(12, 24, 40), ["/lich/{n}"])

    assert walk(budgets, [f"/lich/{month}" for month in range(100)]) == 3
    assert budgets.spent() == {"/lich/{n}": True}


def test_what_brings_something_again_is_no_longer_spent():
    budgets = Budgets(ALLOWANCE, ["/lich/{n}"])

    budgets.read(f"{HOME}/lich/1", ["a"])

    assert budgets.spent()["/lich/{n}"] is False


def test_of_what_was_not_asked_for_nothing_is_learnt():
    budgets = Budgets(ALLOWANCE, ["/lich/{n}"])

    budgets.admit(f"{HOME}/lich/1")

    assert budgets.spent() == {}


def test_what_held_back_pages_of_all_kinds_is_known_to_the_runs_to_come():
    first = Budgets(ALLOWANCE)
    walk(first, [f"/{name}/x" for name in "abcdefghijklmnop"])
    first.read(f"{HOME}/thoi-su/", ["a"])
    spent = [name for name, is_spent in first.spent().items() if is_spent]

    later = Budgets(ALLOWANCE, spent)

    assert walk(later, [f"/{name}/x" for name in "abcdefghijklmnop"]) == 2


def test_a_page_behind_another_is_not_held_back_for_all_others(budgets):
    walk(budgets, [f"/{name}/x" for name in "abcdefghijklmnop"])

    assert budgets.admit(f"{HOME}/thoi-su/trang-2", is_first=False)
    assert not budgets.admit(f"{HOME}/thoi-su/")


def in_turn(urls, allowance=ALLOWANCE, runs=1, shown=lambda number: ()):
    """Return which of *urls* each of so many *runs* asks for, by their numbers."""
    asked, spent, places = [], (), {}
    for _ in range(runs):
        budgets = Budgets(allowance, spent, places)
        asked.append(
            [
                n
                for n, url in enumerate(urls)
                if budgets.admit_in_turn(HOME + url)
                and budgets.read(HOME + url, shown(n)) in {True, False}
            ]
        )
        spent = [name for name, is_spent in budgets.spent().items() if is_spent]
        places = budgets.places()
    return asked


def test_what_is_left_out_has_its_turn_in_the_runs_to_come_and_then_all_again():
    urls = [f"/huyen/{number}" for number in range(8)]

    assert in_turn(urls, Allowance(4, 8, 99), 6) == [[0, 1, 2, 3], [4], [5], [6], [7], [0]]


def test_where_a_turn_brings_something_it_goes_on():
    urls = [f"/huyen/{number}" for number in range(9)]

    first, second = in_turn(urls, runs=2, shown=lambda n: [str(n)] if n > 2 else [])

    assert (first, second) == ([0, 1, 2], [3, 4, 5, 6, 7, 8])


def test_pages_of_all_kinds_have_their_turns_too():
    urls = [f"/{name}/" for name in "abcdef"]

    assert in_turn(urls, Allowance(9, 9, 4), 4) == [[0, 1, 2, 3], [4], [5], [0]]
