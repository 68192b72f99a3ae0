from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from newsbot.extract.others.cards import read_cards, without_date
from newsbot.extract.when.dateline import DateReader
from newsbot.pages.html import HtmlPage
from tests.pages.reading import URL, invented

READER = DateReader(ZoneInfo("Asia/Ho_Chi_Minh"), datetime(2026, 11, 22, 14, tzinfo=UTC))


@pytest.fixture
def cards(page):
    """Read the cards in the element main of a page."""

    def read(html):
        shown = HtmlPage(page(f"<main>{html}</main>", URL), invented())
        blocks = list(shown.tree.iter("main"))
        key_of = shown.profile.article_key
        return list(read_cards(shown.anchors(blocks), blocks, key_of, READER).values())

    return read


@pytest.mark.parametrize(
    ("html", "headline"),
    [
        ("<a href='/artikel/1'>Chợ nổi họp lại</a>", "Chợ nổi họp lại"),
        ("<span>Xã luận</span><a href='/artikel/1'>Chợ nổi họp lại</a>", "Chợ nổi họp lại"),
        ("<a href='/artikel/1'><b>Xã luận</b>Chợ nổi họp lại</a>", "Chợ nổi họp lại"),
        ("<a href='/artikel/1'><i class='label'>Video</i> Chợ nổi</a>", "Chợ nổi"),
        ("<a href='/artikel/1'><b>C</b>hợ nổi họp lại</a>", "Chợ nổi họp lại"),
        ("<h3><b>Xã luận</b><a href='/artikel/1'>Chợ nổi họp lại</a></h3>", "Chợ nổi họp lại"),
        ("<a href='/artikel/1'><h3>Chợ nổi</h3><p>Sáng nay.</p></a>", "Chợ nổi"),
        ("<a href='/artikel/1'><img></a><h3>Chợ nổi họp lại</h3>", "Chợ nổi họp lại"),
        ("<a href='/artikel/1' title='Chợ nổi   '><img></a>", "Chợ nổi"),
        ("<a href='/artikel/1'>Xem</a><a href='/artikel/1'>Chợ nổi họp lại</a>", "Chợ nổi họp lại"),
        ("<a href='/artikel/1'><img alt='Chợ nổi '></a>", "Chợ nổi"),
        ("<a href='/artikel/1'><img alt='Bild'></a><h3>Chợ nổi</h3>", "Chợ nổi"),
        ("<a href='/artikel/1'><img></a>", None),
    ],
    ids=[
        *("link", "label before", "label glued", "label by class", "initial", "label in title"),
        *(
            "title in link",
            "title beside",
            "attribute",
            "two links",
            "picture",
            "title and picture",
            "no title",
        ),
    ],
)
def test_a_card_gives_its_title(cards, html, headline):
    (card,) = cards(f"<div>{html}</div>")
    assert card.headline == headline


@pytest.mark.parametrize(
    ("html", "headline", "iso"),
    [
        ("{} 23.10.2024 | 16:17 PM", "Chợ nổi", "2024-10-23T16:17:00+07:00"),
        ("{} <time rel='1790839781'>14:29</time>", "Chợ nổi", "2026-10-01T14:29:41+07:00"),
        ("{} <b data-time='1790839781'>x</b>", "Chợ nổi", "2026-10-01T14:29:41+07:00"),
        (
            "{}<p>14:29 | 01/10/2026</p><p>Ngày 8-1-2025, dân làng</p>",
            "Chợ nổi",
            "2026-10-01T14:29:00+07:00",
        ),
        ("<span>Xã luận</span>{} (03.02.2024 07:38 AM)", "Chợ nổi", "2024-02-03T07:38:00+07:00"),
    ],
    ids=["behind", "time", "epoch", "line", "with label"],
)
def test_a_card_gives_the_time_beside_its_title(cards, html, headline, iso):
    (card,) = cards(f"<div>{html.format('<a href=/artikel/1>Chợ nổi</a>')}</div>")
    assert (card.headline, card.date_published.isoformat()) == (headline, iso)


@pytest.mark.parametrize(
    ("title", "headline", "day"),
    [
        ("Chợ nổi 23.10.2024 | 16:17 PM", "Chợ nổi", date(2024, 10, 23)),
        ("Chợ nổi (01/10/2026)", "Chợ nổi", date(2026, 10, 1)),
        ("Lịch tàu ngày 1 và 2/10/2026", "Lịch tàu ngày 1 và 2/10/2026", None),
        ("Ngày 2/10/2026 tàu nghỉ", "Ngày 2/10/2026 tàu nghỉ", None),
    ],
    ids=["time", "brackets", "day of the title", "day within"],
)
def test_a_time_that_ends_a_title_is_cut_off(cards, title, headline, day):
    (card,) = cards(f"<div><a href='/artikel/1'>{title}</a></div>")
    assert (card.headline, card.date) == (headline, day)


def test_a_day_without_time_gives_no_instant(cards):
    (card,) = cards("<li><a href='/artikel/1'>Chợ nổi</a> (01/10/2026)</li>")
    assert (card.date, card.date_published) == (date(2026, 10, 1), None)


def test_bare_links_have_the_dates_behind_them(cards):
    html = "<a href='/artikel/1'>Eins</a> 01/10/2026<br><a href='/artikel/2'>Zwei</a> 02/10/2026"
    assert [card.date.day for card in cards(html)] == [1, 2]


def test_an_article_is_listed_once_in_order(cards):
    html = """<article><a href="/artikel/2"><img></a><a href="/artikel/2">Zwei</a></article>
<article><a href="/artikel/1">Eins</a><a href="/ressort/ort">Ort</a></article>
<article><a href="/artikel/2">Noch einmal</a></article>"""
    assert [card.url.rpartition("/")[2] for card in cards(html)] == ["2", "1"]


def test_links_to_no_article_are_no_cards(cards):
    html = "<a href='/ressort/ort'>Ort</a><a href='https://anders.test/artikel/1'>Fremdes</a>"
    assert cards(html) == []


def test_a_deep_card_is_read(cards):
    html = "<div>" * 200 + "<a href='/artikel/1'>Chợ nổi</a>"
    assert [card.headline for card in cards(html)] == ["Chợ nổi"]


def test_scripts_in_a_card_say_nothing(cards):
    (card,) = cards("<div><a href='/artikel/1'>Eins</a><script>01/10/2026</script></div>")
    assert card.date is None


def test_a_text_is_no_title_with_a_date():
    text = "Chợ nổi họp lại " * 30 + "(23.10.2024)"

    assert without_date(text, READER) == (text, None)
