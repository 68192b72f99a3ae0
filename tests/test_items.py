from __future__ import annotations

from dataclasses import FrozenInstanceError

import orjson
import pytest
from itemadapter import ItemAdapter

from newsbot.items import FIELDS, SCHEMA
from newsbot.profile import PACKAGED

FILE = PACKAGED.parent / "article.schema.json"


def test_an_article_never_changes(make_article):
    with pytest.raises(FrozenInstanceError):
        make_article().headline = "other"


def test_the_schema_names_the_fields_in_their_order():
    assert tuple(orjson.loads(FILE.read_bytes())["properties"]) == FIELDS


def test_the_schema_bears_the_number_of_the_record():
    assert orjson.loads(FILE.read_bytes())["properties"]["schema"]["const"] == SCHEMA


def test_an_article_reads_as_an_item_of_scrapys(make_article):
    assert tuple(ItemAdapter(make_article()).field_names()) == FIELDS
