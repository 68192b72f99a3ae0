from __future__ import annotations

from newsbot.extract.frame import Places, digest_of, frame_of, likeness
from newsbot.extract.tree import read_tree


def block_of(html):
    return read_tree(html).find(".//p")


def names(*texts):
    return set(map(digest_of, texts))


def test_a_frame_is_the_class_names_of_a_page():
    assert frame_of(read_tree("<div class='story wide'><p class='lead'>")) == names(
        "story", "wide", "lead"
    )


def test_the_class_of_one_article_is_not_of_the_frame():
    assert frame_of(read_tree("<div class='post post-20417'>")) == names("post")


def test_frames_are_as_alike_as_what_they_share():
    assert likeness(frozenset("abc"), frozenset("bcd")) == 0.5


def test_a_page_without_class_names_has_its_elements_for_a_frame():
    assert frame_of(read_tree("<table><td>")) == names("html", "body", "table", "td")


def test_frames_without_names_are_not_alike():
    assert likeness(frozenset(), frozenset()) == 0


def test_a_place_is_told_by_tags_and_class_names_in_any_order():
    one = block_of("<div class='text wide post-10422'><p>")
    other = block_of("<div class='wide text post-10423'><p>")

    assert Places().whole(one) == Places().whole(other)


def test_a_block_is_of_its_own_make_wherever_it_stands():
    one, other = block_of("<div class='text'><p>"), block_of("<div class='box'><p>")

    assert Places().own(one) == Places().own(other)
    assert Places().whole(one) != Places().whole(other)


def test_a_digest_keeps_texts_apart():
    assert digest_of("ab", "c") != digest_of("a", "bc")
