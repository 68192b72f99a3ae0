from __future__ import annotations

from newsbot.extract.template import Templates
from newsbot.replay.recall import is_forgotten, recall_captures
from newsbot.state import State


def test_a_lost_state_has_forgotten_its_archive(kept):
    kept.keep("7")
    kept.archive.commit()

    assert is_forgotten(kept.folder, State().captures)
    assert not is_forgotten(kept.folder, kept.state.captures)


def test_a_new_site_has_nothing_to_forget(tmp_path):
    assert not is_forgotten(tmp_path, State().captures)


def test_sealed_files_are_known_again_as_they_were(kept):
    kept.keep("7")
    kept.keep("8")
    kept.archive.seal()
    fresh = State()
    again = fresh.captures

    recall_captures(kept.folder, again, fresh.templates)

    assert again.files() == kept.state.captures.files()
    assert set(again.places()) == set(kept.state.captures.places())


def test_an_open_file_counts_up_to_its_last_whole_exchange(kept):
    first = kept.keep("7")
    kept.archive.commit()
    length = kept.state.captures.open_files()[first.file]
    kept.keep("8")
    kept.archive.commit()
    path = kept.folder / f"{first.file}.open"
    path.write_bytes(path.read_bytes()[:-5])
    fresh = State()
    again = fresh.captures

    recall_captures(kept.folder, again, fresh.templates)

    assert again.open_files() == {first.file: length}
    assert list(again.places()) == [first]


def test_lessons_are_known_again_in_their_order(kept):
    for number in range(2):
        kept.keep(str(number))
        kept.state.templates.add(Templates(), number, kept.now)
        kept.archive.seal()
    kept.state.templates.recast(Templates(), 9, kept.now)
    kept.keep("7")
    kept.state.templates.add(Templates(), 12, kept.now)
    kept.archive.seal()
    fresh = State()

    recall_captures(kept.folder, fresh.captures, fresh.templates)

    assert fresh.templates.versions() == kept.state.templates.versions()
    assert (fresh.templates.articles(), len(fresh.templates.versions().listed)) == (12, 2)
    assert fresh.templates.unarchived() == []
