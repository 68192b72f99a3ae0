from __future__ import annotations

from typing import get_args

import orjson

from newsbot.extract.found import Evidence
from newsbot.pages.continuation import INCOMPLETE
from newsbot.sitefiles import PACKAGED

SCHEMA = orjson.loads((PACKAGED.parent / "article.schema.json").read_bytes())


def test_the_schema_knows_every_kind_of_evidence():
    kinds = SCHEMA["properties"]["evidence"]["additionalProperties"]["pattern"]

    own = "|".join(get_args(Evidence))
    assert kinds == f"^({own})(, {INCOMPLETE})?(, (repaired|garbled))?$"
