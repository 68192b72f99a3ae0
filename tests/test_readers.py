"""The corpus as its readers read it, by the lines that the README shows.

DuckDB is read with wherever the tests are; `make readers` installs the others.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from importlib.util import find_spec
from pathlib import Path

import pytest

from newsbot.corpus import line_of, read_month, write_lines
from newsbot.datasetcard import keep_card
from newsbot.items import FIELDS, Image, RelatedLink, Warc

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv-readers"
README = (ROOT / "README.md").read_text(encoding="utf-8")
(SHOWN,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
IMPORTS, SETTING, *LINES = filter(None, SHOWN.splitlines())
# By what name the README calls each, and how it gives its rows as plain Python.
NAMES = {"duckdb": "duckdb", "pandas": "pd", "polars": "pl", "datasets": "datasets"}
ROWS = {
    "duckdb": "[dict(zip(read.columns, row)) for row in read.fetchall()]",
    "pandas": "read.to_dict('records')",
    "polars": "read.to_dicts()",
    "datasets": "list(read)",
}
MOMENT = datetime(2024, 10, 23, 16, 17, tzinfo=timezone(timedelta(hours=7)))
# All that may stand in a line; most lines have only nulls and empty lists there.
FULL = {
    "canonical_url": "https://waldbote.test/artikel/7",
    "aliases": ("https://m.waldbote.test/7",),
    "source": "TTXVN",
    "section": "Lokales",
    "keywords": ("Brücke", "Lahn"),
    "language": "de",
    "date_published": MOMENT,
    "date_modified": MOMENT,
    "date_raw": "2024-10-23T16:17:00+07:00",
    "images": (Image(url="https://waldbote.test/a.jpg", caption="Die Brücke"), Image(url="b.jpg")),
    "related": (
        RelatedLink(url="https://waldbote.test/artikel/8"),
        RelatedLink(
            url="https://waldbote.test/artikel/9",
            headline="Rat\u2028stimmt zu",
            date=date(2024, 10, 22),
            date_published=MOMENT,
            kind="editor",
        ),
    ),
    "is_accessible_for_free": False,
    "status": "withdrawn",
    "withdrawn_at": MOMENT,
    "first_seen": MOMENT,
    "channels": ("day", "related"),
    "copy_of": "anzeiger/1",
    "cluster": "anzeiger/1",
    "similarity": 0.93,
    "evidence": {"body": "script", "section": "profile"},
    "warc": Warc(file="waldbote-0.warc.gz", offset=1234, record_id="urn:uuid:7"),
}
EMPTY = dict.fromkeys(("headline", "description", "body", "date", "date_published", "fingerprint"))
EMPTY |= {"date_precision": None, "authors": (), "evidence": {"headline": "generic"}}


@pytest.fixture(scope="module")
def data(tmp_path_factory, make_article):
    """A data folder of forty sites, more than any reader guesses types from.

    Only the last line of the last site has something in every field.
    """
    folder = tmp_path_factory.mktemp("home") / "data"
    for number in range(40):
        site = f"site{number:02}"
        lines = [
            line_of(make_article(id=f"{site}/{key}", site=site, **EMPTY)) for key in range(200)
        ]
        write_lines(folder / "articles" / site / "undated.jsonl", lines)
        lines = [line_of(make_article(id=f"{site}/a{key}", site=site)) for key in range(3)]
        full = [line_of(make_article(id=f"{site}/full", site=site, **FULL))] if number == 39 else []
        write_lines(folder / "articles" / site / "2024-10.jsonl", lines + full)
    keep_card(folder / "articles")
    return folder


def python_with(module):
    """Return the Python that can import *module*; skip where none can."""
    if find_spec(module):
        return sys.executable
    if not (VENV / "runs").exists():
        pytest.skip(f"{module} is not installed; make readers does it")
    return VENV / "bin/python"


def read_by(module, data):
    """Return what the README's line for *module* reads of *data*, as that prints it."""
    name = NAMES[module]
    (line,) = (line for line in LINES if line.startswith(f"{name}."))
    code = (
        f"import glob, json, {module} as {name}\n{SETTING}\nread = {line}\n"
        f"print(json.dumps({ROWS[module]}, default=str))"
    )
    plain = {"PATH": os.environ["PATH"], "HOME": str(data.parent), "TZ": "UTC"}
    offline = {"HF_HUB_OFFLINE": "1", "HF_DATASETS_DISABLE_PROGRESS_BARS": "1"}
    told = subprocess.run(
        [python_with(module), "-W", "error::UserWarning", "-c", code],
        cwd=data.parent,
        env=plain | offline,
        capture_output=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr.decode()
    return {row["id"]: row for row in json.loads(told.stdout, parse_constant=lambda _: None)}


def bare(value):
    """Return *value* with instants in UTC, without the fields that say nothing.

    Some readers add such fields to structures; pandas has them as no number.
    """
    if isinstance(value, dict):
        return {name: bare(one) for name, one in value.items() if one is not None}
    if isinstance(value, list):
        return [bare(one) for one in value]
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d[T ][\d:+.]+", value):
        return datetime.fromisoformat(value).astimezone(UTC).isoformat()
    return value


def test_the_readme_shows_one_line_for_each_reader():
    assert sorted(line.partition(".")[0] for line in LINES) == sorted(NAMES.values())
    assert all(module in IMPORTS for module in NAMES)


@pytest.mark.parametrize("module", ROWS)
def test_a_reader_reads_every_line_as_it_is(module, data):
    files = (data / "articles").glob("*/*.jsonl")
    truth = {record["id"]: record for path in files for record in read_month(path)}

    read = read_by(module, data)

    assert read.keys() == truth.keys()
    assert list(read["site39/full"]) == list(FIELDS) or module == "polars"
    assert bare(read["site39/full"]) == bare(truth["site39/full"])
    assert {key for key in truth if bare(read[key]) != bare(truth[key])} == set()
