from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from newsbot.extract.metadata import read_metadata
from newsbot.extract.selected import Selected
from newsbot.extract.tree import read_tree
from newsbot.extract.when.dateline import DateReader
from newsbot.extract.when.nearby import printed_dates
from newsbot.extract.when.published import read_dates, traced
from tests.extract.layouts import layout_of

# Sunday, 21:00 in Vietnam.
NOW = datetime(2026, 11, 22, 14, tzinfo=UTC)
READER = DateReader(ZoneInfo("Asia/Ho_Chi_Minh"), NOW)
TEXT = "<p>Một đoạn văn đủ dài để được coi là phần thân của bài báo này.</p>"
PAGE = f"{{}}<h1>Chợ nổi</h1>{{}}<div>{TEXT * 2}</div>{{}}"


def dates_of(html, **selectors):
    tree = read_tree(html)
    layout = layout_of(html, selectors)
    selected = Selected(tree, selectors)
    metadata = read_metadata(tree, "https://dongrang.test/7")
    return read_dates(selected, metadata, printed_dates(layout, READER), READER)


def published(html, **selectors):
    found = dates_of(html, **selectors).published
    return (found.value.instant.isoformat(), found.evidence) if found else None


def stated(**properties):
    listed = ", ".join(f'"{name}": "{value}"' for name, value in properties.items())
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {listed}}}</script>'


@pytest.mark.parametrize(
    ("before", "between", "behind"),
    [
        ("", "<p>03/05/2024 09:15</p>", ""),
        ("<p>03/05/2024 09:15</p>", "", ""),
        ("<p>22/11/2026 20:58</p>", "<p>03/05/2024 09:15</p>", ""),
        ("<p>03/05/2024 09:15</p><p>Chủ nhật, 22/11/2026</p>", "", ""),
        ("<header>21/10/2024 10:00</header><p>03/05/2024 09:15</p>", "", ""),
        ("<p>01/01/2020 10:00</p><p>03/05/2024 09:15</p>", "", ""),
        ("", "<time datetime='2024-05-03T09:15:00+07:00'>gestern</time>", ""),
        ("", "<div class='share'>03/05/2024 09:15</div>", ""),
        ("", "", "<p>03/05/2024 09:15</p>"),
    ],
    ids=[
        *("behind the headline", "before", "clock", "clock without time", "frozen header"),
        *("nearest", "time", "in a share box", "behind the text"),
    ],
)
def test_a_date_is_printed_near_the_headline(before, between, behind):
    html = PAGE.format(before, between, behind)
    assert published(html) == ("2024-05-03T09:15:00+07:00", "generic")


def test_a_date_of_related_news_is_not_the_article_s():
    related = "<h3>Tin liên quan</h3><ul><li><a href='/1'>Bến đò</a> 03/05/2024 09:15</li></ul>"
    assert published(PAGE.format("", "", related)) is None


def test_a_date_within_a_sentence_is_not_the_article_s():
    sentence = "<p>Ngày 03/05/2024, chợ nổi họp lại sau bốn tháng sửa chữa bến bãi.</p>"
    assert published(PAGE.format("", sentence, "")) is None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (stated(datePublished="2024-05-03 09:15:30"), ("2024-05-03T09:15:30+07:00", "json-ld")),
        (stated(datePublished="2024-05-03T02:15:30Z"), ("2024-05-03T09:15:30+07:00", "json-ld")),
        (
            '<meta property="article:published_time" content="2024-05-03T09:15:00+0700">',
            ("2024-05-03T09:15:00+07:00", "opengraph"),
        ),
        (stated(datePublished="2024-05-03"), ("2024-05-03T18:21:00+07:00", "generic")),
        (
            stated(datePublished="2024-05-03T00:00:00+07:00"),
            ("2024-05-03T18:21:00+07:00", "generic"),
        ),
        (stated(datePublished="morgen"), ("2024-05-03T18:21:00+07:00", "generic")),
        (stated(datePublished="2027-05-03T00:00:00Z"), ("2024-05-03T18:21:00+07:00", "generic")),
    ],
    ids=["naive", "UTC", "OpenGraph", "refined", "midnight", "no date", "to come"],
)
def test_a_stated_date_comes_first(head, expected):
    assert published(PAGE.format(head, "<p>03/05/2024 - 18:21</p>", "")) == expected


def test_a_stated_day_is_not_refined_by_another_day():
    head = stated(datePublished="2024-05-02")
    found = dates_of(PAGE.format(head, "<p>03/05/2024 - 18:21</p>", "")).published.value
    assert (found.day.isoformat(), found.precision) == ("2024-05-02", "day")


def test_the_profile_s_date_comes_before_all():
    html = PAGE.format(stated(datePublished="2024-05-03"), "", "<b id='x'>02/05/2024 07:00</b>")
    assert published(html, date_published=["#x"]) == ("2024-05-02T07:00:00+07:00", "profile")


@pytest.mark.parametrize("words", ["Cập nhật:", "Aktualisiert am", "Updated", "Päivitetty"])
def test_the_date_of_a_change_is_no_date_of_publication(words):
    dates = dates_of(PAGE.format("", f"<p>{words} 03/05/2024 09:15</p>", ""))
    assert dates.published is None
    assert dates.modified.value.instant.isoformat() == "2024-05-03T09:15:00+07:00"


@pytest.mark.parametrize("words", ["Cập nhật:", "Cập nhật lúc", "Aktualisiert am"])
def test_but_it_is_where_the_profile_says_so(words):
    html = PAGE.format("", f"<p id='x'>{words} 03/05/2024 09:15</p>", "")

    assert published(html, date_published=["#x"]) == ("2024-05-03T09:15:00+07:00", "profile")


@pytest.mark.parametrize(
    ("changed", "kept"),
    [
        ("2024-05-03T02:15:00Z", True),
        ("2024-05-03T10:00:00+07:00", True),
        ("2024-05-03T09:14:59+07:00", False),
    ],
    ids=["the same instant", "later", "earlier"],
)
def test_a_change_before_the_publication_is_none(changed, kept):
    head = stated(datePublished="2024-05-03 09:15:00", dateModified=changed)
    assert (dates_of(PAGE.format(head, "", "")).modified is not None) is kept


ABROAD = DateReader(None, NOW)


def told(html, reader=READER, path="7"):
    tree, layout, selected = read_tree(html), layout_of(html, {}), Selected(read_tree(html), {})
    address = f"https://dongrang.test/{path}"
    printed = printed_dates(layout, reader)
    dates = read_dates(selected, read_metadata(tree, address), printed, reader, address)
    return traced(dates, tree, address, layout.roles, reader)


def iso(found):
    if found is None:
        return None
    return (found.value.instant or found.value.day).isoformat()


def test_naive_and_utc_times_of_one_page_are_one_instant_by_what_it_prints():
    head = stated(datePublished="2021-12-01 11:51:00", dateModified="2021-12-01T04:51:00.000000Z")
    clock = "<p>Chủ nhật, 22/11/2026 20:58 [(GMT +7)]</p>"
    line = "<p>Thứ 4, 01/12/2021 | 11:51:00 [GMT +7]</p>"

    dates = told(PAGE.format(head + clock, line, ""), ABROAD)

    assert iso(dates.published) == "2021-12-01T11:51:00+07:00"
    assert dates.published.evidence == "json-ld"
    assert dates.modified.value.instant == dates.published.value.instant


def test_a_clock_behind_the_headline_is_not_the_article_s():
    lines = "<p>Chủ nhật, 22/11/2026 20:58</p><p>Thứ 6, 03/05/2024 | 09:15</p>"

    assert iso(told(PAGE.format("", lines, "")).published) == "2024-05-03T09:15:00+07:00"


def test_a_time_without_a_zone_that_nothing_proves_is_a_day():
    assert (
        iso(told(PAGE.format("", "<p>03/05/2024 09:15</p>", ""), ABROAD).published) == "2024-05-03"
    )


@pytest.mark.parametrize(
    ("line", "day"),
    [
        (
            "03/05/2024 - Publicado por: Rita Lobo Sampaio - Categoria: Obras e serviços",
            "2024-05-03",
        ),
        ("Em 03/05/2024 - a Prefeitura abriu a ponte e pediu calma aos motoristas", None),
        ("03/05/2024 foi o dia em que a Prefeitura abriu a ponte nova aos motoristas", None),
    ],
    ids=["credits", "sentence", "sentence that begins so"],
)
def test_a_date_may_lead_a_line_of_credits(line, day):
    assert iso(told(PAGE.format("", f"<p>{line}</p>", "")).published) == day


def test_an_address_is_a_witness_for_a_printed_date():
    page = PAGE.format("", "<p>05/06/2024 09:15</p>", "")

    assert iso(told(page, path="2024/05/06/cho-noi").published) == "2024-05-06T09:15:00+07:00"


def test_an_address_alone_gives_the_day():
    assert iso(told(PAGE.format("", "", ""), path="2024/05/03/cho-noi").published) == "2024-05-03"


def test_a_trace_behind_the_last_change_is_none():
    page = PAGE.format("", "<p>Cập nhật: 02/05/2024 09:15</p>", "")

    assert told(page, path="2024/05/03/cho-noi").published is None


def test_a_page_in_a_language_that_is_not_ours_is_read_by_its_words():
    reader = DateReader(READER.zone, NOW, language="sq")

    found = told(PAGE.format("", "<p>3 qershor 2024, 09:15</p>", ""), reader).published

    assert iso(found) == "2024-06-03T09:15:00+07:00"


def test_a_change_in_utc_is_told_in_the_site_s_offset():
    head = stated(datePublished="2024-05-02T18:30:00Z", dateModified="2024-05-02T19:00:00Z")
    html = PAGE.format(head, "<p>03/05/2024 01:30</p>", "")
    layout, abroad = layout_of(html, {}), DateReader(None, NOW)
    tree = read_tree(html)
    metadata = read_metadata(tree, "https://dongrang.test/7")
    printed = printed_dates(layout, abroad)
    dates = read_dates(Selected(tree, {}), metadata, printed, abroad)

    assert [found.value.instant.isoformat() for found in dates] == [
        "2024-05-03T01:30:00+07:00",
        "2024-05-03T02:00:00+07:00",
    ]
