from __future__ import annotations

from newsbot.replay.looks import answers_in, archive_files, looks
from tests.replay.archives import HOME


def looks_of(kept):
    kept.archive.commit()
    return list(looks(answers_in(kept.folder, kept.state.captures)))


def test_a_look_is_an_article_asked_for_and_what_came(kept):
    warc = kept.keep("7")

    (look,) = looks_of(kept)

    assert (look.key, look.first.url, look.first.warc) == ("7", f"{HOME}/artikel/7", warc)
    assert look.first.is_page


def test_what_is_no_article_is_passed_over(kept):
    kept.keep(None, path="/")

    assert looks_of(kept) == []


def test_the_pages_of_an_article_are_one_look_in_their_order(kept):
    kept.keep("7")
    kept.keep("8")
    kept.keep("7", path="/artikel/7?page=2", part=2)

    assert [(look.key, len(look.pages)) for look in looks_of(kept)] == [("8", 1), ("7", 2)]


def test_a_page_that_was_given_up_is_none_whatever_was_answered(kept):
    kept.keep("7")
    kept.keep("7", path="/artikel/7?page=2", part=2)
    kept.give_up("7", path="/artikel/7?page=2", part=2)

    (look,) = looks_of(kept)

    assert [answer.is_page for answer in look.pages] == [True, False]
    assert look.is_broken_off


def test_the_answer_after_redirects_and_failures_counts(kept):
    kept.keep("7", "busy", status=503)
    kept.keep("7", "moved", status=301)
    kept.keep("7", path="/artikel/7?neu")

    (look,) = looks_of(kept)

    assert (look.first.status, look.first.url) == (200, f"{HOME}/artikel/7?neu")


def test_each_run_looks_for_itself(kept):
    kept.keep("7", run="1")
    kept.keep("7", run="2")

    assert [look.first.visit.run for look in looks_of(kept)] == ["1", "2"]


def test_a_page_that_came_again_lies_where_it_came_first(kept):
    first = kept.keep("7", run="1")
    kept.keep("7", run="2")

    assert {look.first.warc for look in looks_of(kept)} == {first}


def test_a_page_that_came_again_is_not_there_where_the_file_is_gone_that_holds_it(kept):
    first = kept.keep("7", run="1")
    kept.archive.seal()
    kept.keep("7", run="2")
    kept.keep("8", run="2")
    kept.archive.commit()
    (kept.folder / first.file).unlink()

    assert [look.key for look in looks_of(kept)] == ["8"]


def test_imported_pages_stand_for_themselves(kept):
    kept.keep("7", imported_from="a.warc")
    kept.keep("7", "<p>anders</p>", imported_from="a.warc")

    assert len(looks_of(kept)) == 2


def test_what_was_not_committed_is_not_there(kept):
    kept.keep("7")
    kept.archive.commit()
    before = kept.state.captures.open_files()
    kept.keep("8")
    kept.archive.commit()
    kept.state.captures.extend(before)

    found = looks(answers_in(kept.folder, kept.state.captures))
    assert [look.key for look in found] == ["7"]


def test_files_are_read_in_the_order_in_which_they_were_begun(tmp_path):
    names = ["a-20990101000000-00000.warc.gz", "a-20200101000000-00001.warc.gz"]
    for name in names:
        (tmp_path / name).touch()
    (tmp_path / "a-20100101000000-00002.warc.gz.open").touch()

    assert archive_files(tmp_path) == [*names, "a-20100101000000-00002.warc.gz"]
