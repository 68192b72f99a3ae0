from __future__ import annotations

import pytest

from newsbot.replay.looks import answers_in
from newsbot.replay.samples import samples_of, spread
from tests.replay.archives import story


def answers(kept):
    kept.archive.commit()
    return answers_in(kept.folder, kept.state.captures)


def keys(found):
    return [answer.visit.key for answer in found]


def test_the_last_page_of_each_article_is_taken(kept):
    for run, key in enumerate("789"):
        kept.keep(key, run=str(run))
    kept.keep("7", story("7", more="<p>Ein Nachtrag zum Beschluss des Rates.</p>"), run="9")
    kept.keep("8", status=404, run="9")

    assert keys(spread(answers(kept))) == ["8", "9", "7"]


def test_of_many_articles_some_are_taken_over_all_the_time(kept):
    for number in range(10):
        kept.keep(str(number))

    assert keys(spread(answers(kept), most=4)) == ["0", "3", "6", "9"]


def test_no_article_gives_no_page():
    assert not spread([])


@pytest.mark.parametrize("processes", [1, 2])
def test_samples_are_read_on_any_number_of_processes(kept, reader, processes):
    for number in range(40):
        kept.keep(str(number))

    found = samples_of(answers(kept), reader, processes)

    assert {sample.article_id for sample in found} == {f"waldbote/{n}" for n in range(40)}
