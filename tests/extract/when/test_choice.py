from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from newsbot.extract.found import Found
from newsbot.extract.metadata import read_metadata
from newsbot.extract.tree import read_tree
from newsbot.extract.when.choice import choose, witnessed
from newsbot.extract.when.dateline import DateReader

NOW = datetime(2026, 11, 22, 14, tzinfo=UTC)
ABROAD = DateReader(None, NOW)
VIETNAM = DateReader(ZoneInfo("Asia/Ho_Chi_Minh"), NOW)


def given(reader, *texts, evidence="json-ld"):
    return [Found(reader.read(text), evidence) for text in texts]


def chosen(reader, *texts, others=()):
    moment = choose(given(reader, *texts), given(reader, *others), reader).value
    return moment.instant.isoformat() if moment.instant else moment.day.isoformat()


def test_of_nothing_nothing_is_chosen():
    assert choose([], [], VIETNAM) is None


def test_a_clock_without_a_zone_is_no_instant():
    assert chosen(ABROAD, "2024-05-03 09:15") == "2024-05-03"


@pytest.mark.parametrize(
    ("rivals", "others"),
    [
        (["2024-05-03T09:15:30+07:00"], []),
        (["2024-05-03T02:15:00Z"], []),
        ([], ["2024-05-03T09:15:38+07:00"]),
    ],
    ids=["offset", "UTC", "change"],
)
def test_the_page_may_prove_the_zone_of_a_clock(rivals, others):
    found = chosen(ABROAD, "2024-05-03 09:15", *rivals, others=others)

    assert found == "2024-05-03T09:15:00+07:00"


def test_a_clock_that_nothing_proves_gives_way_to_an_instant_of_the_same_day():
    assert chosen(ABROAD, "2024-05-03 09:15", "2024-05-03T10:01:00Z") == "2024-05-03T10:01:00+00:00"


def test_a_clock_in_utc_without_a_zone_is_known_by_the_same_instant():
    found = chosen(VIETNAM, "2024-05-03T02:15:00", "2024-05-03T09:15:00+07:00")

    assert found == "2024-05-03T09:15:00+07:00"


def test_a_clock_that_the_page_prints_is_local_whatever_calls_it_utc():
    clocks = given(VIETNAM, "2024-05-03T09:15:20", "2024-05-03T09:15:20Z")
    printed = given(VIETNAM, "03/05/2024 09:15", evidence="generic")

    instant = choose([*clocks, *printed], [], VIETNAM).value.instant

    assert instant.isoformat() == "2024-05-03T09:15:20+07:00"


def test_a_local_clock_that_calls_itself_utc_is_known_by_its_offset():
    found = chosen(ABROAD, "2024-05-03T09:15:00+00:00", "2024-05-03T09:15:00-04:00")

    assert found == "2024-05-03T09:15:00-04:00"


@pytest.mark.parametrize("reader", [ABROAD, VIETNAM], ids=["no zone", "zone"])
def test_a_stated_time_that_is_the_fetch_s_gives_way_to_an_earlier_day(reader):
    found = chosen(reader, "2026-11-22T14:00:03Z", "2024-05-03T09:15:00+07:00")

    assert found == "2024-05-03T09:15:00+07:00"


def test_an_article_of_this_minute_keeps_its_time():
    assert chosen(VIETNAM, "2026-11-22T13:58:03Z") == "2026-11-22T20:58:03+07:00"


PAGE = '<meta property="og:image" content="https://media.dongrang.test/{}/x.jpg">'


@pytest.mark.parametrize(
    ("printed", "rest", "path", "day"),
    [
        ("05/06/2024", [], "7", "2024-06-05"),
        ("05/06/2024", [], "2024/05/06/x", "2024-05-06"),
        ("05/06/2024", [], "kinh-te/202405/x/", "2024-05-06"),
        ("05/06/2024", [], "kinh-te/202406/x/", "2024-06-05"),
        ("05/06/2024", ["2024-05-06T09:15:00+07:00"], "7", "2024-05-06"),
        ("05/06/2024", ["2024-05-06"], "2024/06/05/x", "2024-06-05"),
        ("25/06/2024", ["2024-05-06"], "2024/05/06/x", "2024-06-25"),
    ],
    ids=["none", "day", "month", "other month", "metadata", "both", "plain"],
)
def test_witnesses_tell_june_from_may(printed, rest, path, day):
    first, *others = given(VIETNAM, printed, *rest, evidence="generic")
    metadata = read_metadata(read_tree(""), "")

    found = witnessed(first, [first, *others], metadata, VIETNAM, f"https://dongrang.test/{path}")

    assert (found.value.day.isoformat(), found.evidence) == (day, "generic")


@pytest.mark.parametrize(
    ("folder", "day"), [("20240506", "2024-05-06"), ("20240507", "2024-06-05")]
)
def test_the_picture_s_path_is_a_witness(folder, day):
    (first,) = given(VIETNAM, "05/06/2024")
    metadata = read_metadata(read_tree(PAGE.format(folder)), "")

    assert witnessed(first, [first], metadata, VIETNAM, "").value.day.isoformat() == day


@pytest.mark.parametrize(
    ("evidence", "iso"),
    [("generic", "2024-05-03T09:15:00+07:00"), ("json-ld", None)],
    ids=["printed", "stated"],
)
def test_a_printed_clock_has_the_offset_of_the_page_s_others(evidence, iso):
    printed = given(ABROAD, "03/05/2024 09:15", evidence=evidence)
    changed = given(ABROAD, "2024-05-04T11:00:00+07:00")

    instant = choose(printed, changed, ABROAD).value.instant

    assert (instant and instant.isoformat()) == iso
