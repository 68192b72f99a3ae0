from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from newsbot.profile import parse_profile
from tests.pages.reading import URL, invented, page_of, profile_of, read

PAGES = sorted(Path(__file__).parent.glob("*/*.html"))
STORY = """<title>Fest am See</title><h1>Fest am See</h1>
<p>Das Seefest beginnt am Freitag mit einem Umzug durch die Stadt.</p>
<p>Am Samstag spielen vier Kapellen, am Sonntag wird gerudert.</p>"""

LINK = "<p><a href='/1'>Pilze im Rathaus</a></p>"


def as_json(article):
    return json.loads(json.dumps(asdict(article), default=lambda day: day.isoformat()))


def name_of(path):
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_is_read_as_its_json_says(path):
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    html = path.read_text(encoding="utf-8")
    article = as_json(read(html, profile_of(path.parent.name), expected["url"]))
    assert {name: article[name] for name in expected} == expected


def test_an_id_is_made_of_site_and_article_key():
    assert read(STORY).id == "waldbote/7"


def test_an_address_without_key_takes_that_of_the_canonical_url():
    html = f'<link rel="canonical" href="{URL}">{STORY}'
    assert read(html, url="https://waldbote.test/druck?nr=7").id == "waldbote/7"


def test_a_canonical_url_on_a_foreign_host_never_makes_an_id():
    html = f'<link rel="canonical" href="https://anderswo.test/artikel/9">{STORY}'
    article = read(html, url="https://waldbote.test/druck?nr=7")
    assert (article.id, article.canonical_url) == (
        "waldbote/druck?nr=7",
        "https://anderswo.test/artikel/9",
    )


def test_a_date_is_read_in_the_words_of_the_page_s_language():
    html = f'<html lang="sq">{STORY.replace("</h1>", "</h1><p>3 qershor 2024, 09:15</p>")}'
    profile = parse_profile("gazeta", b'domain = "gazeta.test"')

    article = read(html, profile, "https://gazeta.test/lajme/7")

    assert (article.date.isoformat(), article.date_published) == ("2024-06-03", None)


def test_every_field_names_its_evidence():
    article = read(STORY, invented(more='[fields]\nheadline = "h1"'))
    assert article.evidence == {"headline": "profile", "body": "generic", "language": "profile"}


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("", "full"),
        ('<meta property="og:type" content="website">', "full"),
        ('<meta property="og:type" content="article">', "unavailable"),
        ('<script type="application/ld+json">{"@type": "NewsArticle"}</script>', "unavailable"),
        ('<meta property="article:content_tier" content="locked">', "teaser"),
    ],
    ids=["nothing", "a website", "OpenGraph", "JSON-LD", "paywall"],
)
def test_a_text_is_missing_only_where_the_page_calls_itself_an_article(head, status):
    article = read(f"{head}<h1>Fest am See</h1><p>3. Mai 2024</p>")
    assert (article.body, article.body_status) == (None, status)


def test_a_site_without_zone_gives_the_day_but_no_instant(profile):
    html = STORY.replace("</h1>", "</h1><p>3. Mai 2024, 09:15 Uhr</p>")
    from dataclasses import replace

    article = read(html, replace(invented(), timezone=None))
    assert (article.date.isoformat(), article.date_published, article.date_precision) == (
        "2024-05-03",
        None,
        "day",
    )


def test_a_block_for_days_is_that_of_the_profile():
    html = f"{STORY}<h3>Nach Tagen</h3><ul><li><a href='/tag/1'>1.</a></li></ul>"
    page = page_of(html, invented(more='day_block = "heading:Nach Tagen"'))
    assert [element.tag for element in page.day_block] == ["ul"]


def test_a_page_without_a_block_for_days_has_none():
    assert page_of(STORY).day_block == []


def test_an_article_on_one_page_has_no_next_part():
    assert page_of(STORY).next_parts == ()


def test_numbers_of_pages_lead_to_the_next_part():
    html = f"{STORY}<div><b>1</b> <a href='?page=2'>2</a> <a href='?page=3'>3</a></div>"
    assert page_of(html).next_parts[0] == f"{URL}?page=2"


PAGING = "<p><a href='?page=2'>2</a> <a href='?page=all'>Auf einer Seite lesen</a></p>"


def test_a_page_that_shows_all_parts_is_the_next_of_the_first():
    assert page_of(f"{STORY}{PAGING}").next_parts[0] == f"{URL}?page=all"


def test_without_parts_a_page_that_shows_all_is_not_looked_for():
    html = f"{STORY}<a href='?view=all'>Show all</a>"
    assert page_of(html).next_parts == ()


def test_a_page_that_shows_all_parts_is_the_last():
    first = read(f"{STORY}{PAGING}")
    html = f"{STORY}<p>Zum Schluss gibt es über dem See ein Feuerwerk.</p>{PAGING}"
    whole = page_of(html, url=f"{URL}?page=all", earlier=first)
    assert whole.next_parts == ()
    assert whole.article.body == f"{first.body}\n\nZum Schluss gibt es über dem See ein Feuerwerk."


def test_of_a_further_part_the_page_that_shows_all_is_not_asked_for():
    first = read(STORY)
    html = (
        f"<h1>Fest am See</h1><p>Zum Schluss gibt es ein Feuerwerk.</p>{PAGING.replace('2', '3')}"
    )
    assert page_of(html, url=f"{URL}?page=2", earlier=first).next_parts[0] == f"{URL}?page=3"


def test_a_further_part_puts_its_text_behind_what_came_before():
    first = read(f"{STORY}<a rel='next' href='?page=2'>weiter</a>")
    html = "<h1>Fest am See</h1><div><p>Zum Schluss gibt es über dem See ein Feuerwerk.</p></div>"
    second = page_of(html, url=f"{URL}?page=2", earlier=first).article
    assert second.body == f"{first.body}\n\nZum Schluss gibt es über dem See ein Feuerwerk."


def test_a_further_part_changes_nothing_but_the_body():
    first = read(STORY)
    html = "<h1>Anderes</h1><div><p>Zum Schluss gibt es über dem See ein Feuerwerk.</p></div>"
    second = page_of(html, url=f"{URL}?page=2", earlier=first).article
    assert {**as_json(second), "body": ""} == {**as_json(first), "body": ""}


def test_a_lead_repeated_on_a_further_part_is_not_repeated_in_the_body():
    lead = "<p class='lead'>Drei Tage lang wird am Wasser gefeiert.</p>"
    first = read(STORY.replace("</h1>", f"</h1>{lead}"))
    html = f"<h1>Fest am See</h1>{lead}<p>Zum Schluss gibt es über dem See ein Feuerwerk.</p>"
    second = page_of(html, url=f"{URL}?page=2", earlier=first).article
    assert second.body.count("Drei Tage") == 0


def test_a_part_that_comes_twice_is_taken_once():
    first = read(STORY)
    assert page_of(STORY, url=f"{URL}?page=2", earlier=first).article == first


@pytest.mark.parametrize(
    "html",
    ["", "<", "Hallo", "<p>" * 500, "<div>" * 3000 + "x", "<script type='application/ld+json'>["],
    ids=["empty", "bracket", "text", "paragraphs", "depth", "script"],
)
def test_no_page_is_too_odd_to_be_read(html):
    assert read(html).body is None


@pytest.mark.parametrize(
    "noise",
    [
        "<p>Sonntag, 22. November 2026, 15:00 Uhr</p>",
        "<p>1.204 Aufrufe | 3 Kommentare</p>",
        "<p>Aktualisiert: 22.11.2026, 14:58 | Gelesen: 1.204-mal</p>",
        f"<div><h4>Aus dem Wald</h4>{LINK * 2}</div>",
        f"<div><b>Meistgelesen</b>{LINK}<p>vor 3 Stunden</p></div>",
        f"<div><b>Meistgelesen</b>{LINK}<p>Im Rathaus wachsen im Keller seit Mai Pilze.</p></div>",
    ],
    ids=["clock", "counters", "change and counter", "box", "popular articles", "teaser"],
)
@pytest.mark.parametrize("place", [1, 2, 3])
def test_what_changes_from_look_to_look_is_no_text(noise, place):
    lines = STORY.splitlines()
    html = "\n".join((*lines[:place], noise, *lines[place:]))
    assert read(html).body == read(STORY).body
