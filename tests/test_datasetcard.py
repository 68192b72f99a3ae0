from __future__ import annotations

import re
from dataclasses import fields

import pytest

from newsbot.datasetcard import CARD, keep_card
from newsbot.items import FIELDS, Article


def test_the_card_names_every_field_of_the_record_in_its_place(tmp_path):
    keep_card(tmp_path)

    text = (tmp_path / CARD).read_text(encoding="utf-8")
    assert re.findall(r"^  - name: (\w+)$", text, re.MULTILINE) == list(FIELDS)


def test_what_is_an_instant_in_the_record_is_one_to_the_card(tmp_path):
    keep_card(tmp_path)

    text = (tmp_path / CARD).read_text(encoding="utf-8")
    instants = {field.name for field in fields(Article) if "datetime" in str(field.type)}
    assert (
        set(re.findall(r"^  - name: (\w+)\n    dtype: timestamp", text, re.MULTILINE)) == instants
    )


def test_a_card_that_is_there_is_left_alone(tmp_path):
    keep_card(tmp_path)
    before = (tmp_path / CARD).stat()

    keep_card(tmp_path)

    assert (tmp_path / CARD).stat() == before


@pytest.mark.parametrize("text", ["", "of an earlier version"])
def test_another_card_is_replaced(tmp_path, text):
    keep_card(tmp_path)
    whole = (tmp_path / CARD).read_bytes()
    (tmp_path / CARD).write_text(text)

    keep_card(tmp_path)

    assert (tmp_path / CARD).read_bytes() == whole
    assert [path.name for path in tmp_path.iterdir()] == [CARD]
