from __future__ import annotations

from dataclasses import FrozenInstanceError, fields

import orjson
import pytest
from itemadapter import ItemAdapter

from newsbot.items import FIELDS, SCHEMA, Image, RelatedLink, Warc
from newsbot.sitefiles import PACKAGED

FILE = PACKAGED.parent / "article.schema.json"

# The record's contract: a change of names or order is another schema number.
RECORD = (
    *("schema", "id", "site", "url", "canonical_url", "aliases"),
    *("headline", "description", "body", "authors", "source", "section", "keywords", "language"),
    *("date", "date_published", "date_modified", "date_precision", "date_raw"),
    *("images", "related", "is_accessible_for_free", "body_status"),
    *("status", "withdrawn_at", "revision", "first_seen", "fetched_at", "channels"),
    *("copy_of", "cluster", "similarity", "evidence", "fingerprint", "warc"),
)


def test_the_fields_of_the_record_stand_in_their_order():
    assert FIELDS == RECORD


@pytest.mark.parametrize(
    ("record", "names"),
    [
        pytest.param(Image, ["url", "caption"], id="image"),
        pytest.param(
            RelatedLink, ["url", "headline", "date", "date_published", "kind"], id="related link"
        ),
        pytest.param(Warc, ["file", "offset", "record_id"], id="WARC"),
    ],
)
def test_the_fields_of_its_parts_stand_in_their_order(record, names):
    assert [field.name for field in fields(record)] == names


def test_an_article_never_changes(make_article):
    with pytest.raises(FrozenInstanceError):
        make_article().headline = "Brücke offen"


@pytest.mark.parametrize("name", ["Headline", "title", "site_id"])
def test_an_article_takes_no_other_field(make_article, name):
    with pytest.raises(TypeError):
        make_article(**{name: "x"})


def test_the_schema_names_the_fields_in_their_order():
    assert tuple(orjson.loads(FILE.read_bytes())["properties"]) == FIELDS


def test_the_schema_bears_the_number_of_the_record():
    assert orjson.loads(FILE.read_bytes())["properties"]["schema"]["const"] == SCHEMA


def test_an_article_reads_as_an_item_of_scrapys(make_article):
    assert tuple(ItemAdapter(make_article()).field_names()) == FIELDS
