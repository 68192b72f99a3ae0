from __future__ import annotations

from itertools import permutations

from newsbot.extract.learning import learn
from newsbot.extract.template import Templates
from tests.extract.papers import learnt, paragraph, read, story

NEWS = "<div class='letter'>Jeden Morgen neu: unser Brief aus der Region</div>"


def test_the_order_of_pages_does_not_matter():
    samples = [read(story(n, NEWS), n).sample for n in range(4)]

    assert len({learn(order).json for order in permutations(samples)}) == 1


def test_the_pages_of_a_relaunch_are_of_another_template():
    new = "page bar article title content summary bottom grid card tools side narrow"
    templates = learnt(story(0), story(1), story(2, names=new), story(3, names=new))

    assert [len(one.pages) for one in templates.listed] == [2, 2]


def test_a_copy_of_an_article_teaches_nothing():
    assert learnt(story(0), story(0)) == learnt(story(0))


def test_two_captures_of_one_article_count_once():
    first, second = read(story(0), 7).sample, read(story(1), 7).sample

    assert [len(one.pages) for one in learn([first, second]).listed] == [1]


def test_nothing_that_stands_on_one_page_alone_is_kept_of_many():
    few, many = learnt(*map(story, range(3))), learnt(*map(story, range(6)))

    assert len(few.listed[0].lines) > len(many.listed[0].lines)


def test_what_is_learnt_holds_no_text_of_an_article():
    told = learnt(*(story(n).replace("<p>", "<p class='tag-fichtenau'>") for n in range(3))).json

    assert paragraph(0, 0).encode() not in told
    assert b"fichtenau" not in told


def test_no_page_teaches_nothing():
    assert learn([]) == Templates(())
