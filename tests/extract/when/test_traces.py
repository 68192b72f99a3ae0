from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from newsbot.extract.tree import read_tree
from newsbot.extract.when.dateline import DateReader
from newsbot.extract.when.traces import find_trace

READER = DateReader(ZoneInfo("Asia/Ho_Chi_Minh"), datetime(2026, 11, 22, 14, tzinfo=UTC))


def trace(html, path="7"):
    found = find_trace(
        read_tree(html), f"https://dongrang.test/{path}", READER, lambda e: e.get("id") == "aside"
    )
    return found and found.value


@pytest.mark.parametrize(
    "html",
    [
        "<time datetime='2024-05-03T09:15:00+07:00'></time>",
        "<span data-time='1714702500'></span>",
        "<time id='aside' datetime='2020-01-01'></time><time datetime='2024-05-03 09:15'></time>",
        '<script>dataLayer = [{"publishDate": "2024-05-03T09:15:00+07:00"}]</script>',
        '<script>window.x = {"published_at":1714702500,"id":7}</script>',
        r'<script>push("{\"datePublished\":\"2024-05-03 09:15\"}")</script>',
        '<script type="application/ld+json">{"datePublished": "2024-05-03 09:15",,}</script>',
    ],
    ids=["time", "epoch", "aside", "data layer", "number", "escaped", "broken JSON-LD"],
)
def test_a_page_gives_its_date_to_scripts(html):
    assert trace(html).instant.isoformat() == "2024-05-03T09:15:00+07:00"


def test_scripts_that_name_several_days_give_none():
    assert trace('<script>[{"pubDate":"2024-05-03"},{"pubDate":"2024-05-01"}]</script>') is None


@pytest.mark.parametrize(
    "node",
    [
        '{"@type": "ItemList", "itemListElement": [{"datePublished": "2024-05-03"}]}',
        '{"@type": "NewsArticle", "datePublished": "2024-05-03"}',
        '{"itemListElement": [{"datePublished": "2024-05-03"},,]}',
    ],
    ids=["list", "read already", "broken list"],
)
def test_json_ld_leaves_no_trace_of_other_articles(node):
    assert trace(f'<script type="application/ld+json">{node}</script>') is None


def test_a_time_that_a_script_fills_in_another_article_s_card_is_no_trace():
    title = "<a href='/van-hoa/ghe-ngo-ve-ben-4711.html'>Ghe ngo về bến mùa nước nổi</a>"
    card = f"<div><h3>{title}</h3><p><time datetime='2024-05-03'></time></p></div>"

    assert trace(f"<h1>Chợ nổi</h1>{card}") is None


def test_an_address_gives_the_day():
    assert trace("", "2024/05/03/cho-noi").day == date(2024, 5, 3)


@pytest.mark.parametrize("path", ["2099/05/03/cho-noi", "cho-noi-7"])
def test_an_address_of_no_day_or_one_to_come_gives_none(path):
    assert trace("<p>3 May</p>", path) is None
