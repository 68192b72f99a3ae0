"""The page that newsbot began with: Báo Thái Bình's, rebuilt around its text."""

from __future__ import annotations

import os
import re
from datetime import datetime
from html import escape
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.pages.reading import page_of, profile_of

URL = "https://baothaibinh.com.vn/tin-tuc/4/68834/doan-kiem-tra"
LABEL = "Xã luận"
DATE = re.compile(r" (\d\d\.\d\d\.\d{4} \| \d\d:\d\d [AP]M)$")
LEADS = {"class": '<p class="sapo">{}</p>', "bold type": "<p><b>{}</b></p>"}
AUTHORS = {
    "right": '<p style="text-align:right"><strong>{}</strong></p>',
    "plain": "<p>{}</p>",
}


@pytest.fixture(scope="module")
def seed():
    """The lines of the page's text: headline, lead, six paragraphs, author, two blocks."""
    if "NEWSBOT_SEED" not in os.environ:
        pytest.skip("set NEWSBOT_SEED to the folder of bao-thai-binh-article.txt")
    path = Path(os.environ["NEWSBOT_SEED"]) / "bao-thai-binh-article.txt"
    return path.read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module", params=[(lead, by) for lead in LEADS for by in AUTHORS], ids=str)
def article(request, seed):
    lead, author = request.param
    return page_of(html_of(seed, LEADS[lead], AUTHORS[author]), profile_of("baothaibinh"), URL)


def html_of(seed, lead, author):
    paragraphs = "\n".join(f"<p>{escape(text)}</p>" for text in seed[2:8])
    return f"""<html><head><title>Báo Thái Bình</title></head><body><div class="noidung">
<h1>{escape(seed[0])}</h1>
{lead.format(escape(seed[1]))}
{paragraphs}
{author.format(escape(seed[8]))}
<h3>{seed[9]}</h3>
<ul>{"".join(map(related_item, seed[10:20], range(90, 100)))}</ul>
<h3>{seed[20]}</h3>
<form action="/"><select name="ngay"><option>1</option></select></form>
<ul>{"".join(map(titled_item, seed[21:], range(50, 60)))}</ul>
</div></body></html>"""


def related_item(line, number):
    title = DATE.sub("", line.removeprefix("- "))
    label = f"<span>{LABEL}</span>" if title.startswith(LABEL) else ""
    link = f'<a href="/tin-tuc/4/{number}/x">{escape(title.removeprefix(LABEL))}</a>'
    return f"<li>{label}{link} {DATE.search(line)[1]}</li>"


def titled_item(line, number):
    return f'<li><a href="/tin-tuc/4/{number}/x">{escape(line.removeprefix("- "))}</a></li>'


def instant_of(line):
    printed = DATE.search(line)[1].removesuffix("AM").removesuffix("PM").strip()
    local = datetime.strptime(printed, "%d.%m.%Y | %H:%M")
    return local.replace(tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def test_the_headline_is_the_first_line(article, seed):
    assert article.article.headline == seed[0]


def test_the_lead_is_the_second_line(article, seed):
    assert article.article.description == seed[1]


def test_the_body_holds_the_six_paragraphs(article, seed):
    assert article.article.body.split("\n\n") == seed[2:8]


def test_the_figure_of_an_area_is_kept(article):
    assert "4685m2" in article.article.body


def test_the_author_is_the_last_line_of_the_text(article, seed):
    assert article.article.authors == (seed[8],)


def test_the_related_news_are_ten_with_their_instants(article, seed):
    read = [link.date_published for link in article.article.related]
    assert read == [instant_of(line) for line in seed[10:20]]


def test_an_afternoon_hour_with_pm_stays_as_it_is(article):
    first = article.article.related[0].date_published
    assert first.isoformat() == "2024-10-23T16:17:00+07:00"


def test_the_titles_are_without_dates_and_without_the_label(article, seed):
    titles = [DATE.sub("", line.removeprefix("- ")) for line in seed[10:20]]
    read = [link.headline for link in article.article.related]
    assert read == [title.removeprefix(LABEL) for title in titles]


def test_the_titles_of_the_day_are_neither_text_nor_related(article, seed):
    record = article.article
    elsewhere = [record.body, *(link.headline for link in record.related)]
    assert not [title for title in seed[21:] if title.removeprefix("- ") in elsewhere]


def test_the_block_for_days_is_the_form_and_the_list(article):
    assert [element.tag for element in article.day_block] == ["form", "ul"]


def test_the_page_gives_no_date_of_its_own(article):
    assert article.article.date is None
