from __future__ import annotations

from contextlib import closing

from newsbot.archive.archive import Archive
from newsbot.archive.lesson import Lesson, read_lesson, write_lesson
from newsbot.archive.reading import read_records
from newsbot.archive.validate import faults
from tests.extract.papers import learnt, story

LESSON = Lesson("", "2024-10-23T12:00:00+00:00", 8, learnt(story(0)).json)


def test_a_lesson_is_read_back_as_it_was_written(tmp_path):
    with closing(Archive(tmp_path, "waldbote", 1 << 20, {}, tmp_path)) as archive:
        archive.append([write_lesson(LESSON)])
    (path,) = tmp_path.glob("*.open")

    records = list(read_records(path))

    assert [read_lesson(record) for record in records] == [None, LESSON]
    assert records[1].headers["content-type"] == "application/json"
    assert faults(path) == []
