from __future__ import annotations

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
    again = State().captures

    recall_captures(kept.folder, again)

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
    again = State().captures

    recall_captures(kept.folder, again)

    assert again.open_files() == {first.file: length}
    assert list(again.places()) == [first]
