from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from newsbot.profile import parse_profile
from tests.pages.reading import read

LABELS = json.loads(Path(__file__).with_name("relatedlabels.json").read_text(encoding="utf-8"))

TEXT = "<h1>Rat stimmt für Brücke</h1>" + "<p>Der Rat stimmte am Abend für die neue Brücke.</p>" * 4
PLAIN = parse_profile("waldbote", b'domain = "waldbote.test"\nlanguage = "de"\n')


def links(*numbers):
    return "".join(f"<li><a href='/artikel/{n}'>Ein anderer Artikel {n}</a></li>" for n in numbers)


def block(heading, *numbers):
    return f"<div><h3>{heading}</h3><ul>{links(*numbers)}</ul></div>"


def related(html, profile=None):
    return [
        (link.kind, link.url.rpartition("/")[2]) for link in read(f"{TEXT}{html}", profile).related
    ]


def test_all_blocks_are_given_in_the_order_of_the_page():
    html = block("Meistgelesen", 1, 2) + block("Mehr zum Thema", 3)

    assert related(html) == [("popular", "1"), ("popular", "2"), ("editor", "3")]


def test_an_article_in_several_blocks_is_given_once_and_its_kind_is_what_says_most():
    html = block("Meistgelesen", 1, 2) + block("Lesen Sie auch", 2)

    assert related(html) == [("popular", "1"), ("editor", "2")]


def test_the_article_itself_is_not_related():
    assert related(block("Mehr zum Thema", 7, 8)) == [("editor", "8")]


def test_what_links_to_more_articles_than_a_block_has_is_none():
    assert related(block("Mehr zum Thema", *range(10, 60))) == []


@pytest.mark.parametrize(
    "href", ["https://werbung.test/artikel/9", "/thema/ein-anderer-artikel", "/", "#kommentare", ""]
)
def test_links_to_elsewhere_and_to_what_is_no_article_are_left_out(href):
    link = f"<a href='{href}'>Ein Titel, wie er im Buche steht</a>"
    html = f"<h3>Mehr zum Thema</h3><ul><li><a href='/bruecke-1234'>Brücke</a><li>{link}</ul>"

    assert related(html, PLAIN) == [("editor", "bruecke-1234")]


UNLIKE = "<h3>Mehr zum Thema</h3><div><a href='/bruecke'>Warum die Brücke so lange dauert</a></div>"


def test_in_a_block_a_title_tells_an_article_where_its_address_does_not():
    assert related(UNLIKE, PLAIN) == [("editor", "bruecke")]


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("/news/2/118/bruecke", "/news/3/97/kuehe"),
        ("/view.aspx?id=118", "/view.aspx?id=97"),
        ("/2026/11/bruecke", "/2026/10/kuehe"),
    ],
)
def test_under_a_heading_a_short_title_with_an_address_like_the_pages_tells_an_article(own, other):
    card = f"<a href='{other}'>Kühe auf der A 7</a> <a href='/politik'>Politik und Kultur</a>"
    html = f"{TEXT}<h3>Mehr zum Thema</h3><ul><li>{card}</li></ul>"

    found = read(html, PLAIN, f"https://waldbote.test{own}").related

    assert [link.url for link in found] == [f"https://waldbote.test{other}"]


def test_under_a_heading_short_titles_tell_articles_where_nothing_else_does():
    html = "<h3>Mehr zum Thema</h3><ul><li><a href='/c/kuehe'>Kühe auf der A 7</a></ul>"

    assert related(html, PLAIN) == [("editor", "kuehe")]


def test_a_short_link_beside_articles_is_none():
    html = block("Mehr zum Thema", 4711) + "<p><a href='/p'>Politik und Kultur</a></p>"

    assert related(
        html.replace("</ul>", "<li><a href='/p'>Politik und Kultur</a></ul>"), PLAIN
    ) == [("editor", "4711")]


def test_another_part_of_the_page_is_no_article_like_it():
    html = f"{TEXT}<h3>Mehr zum Thema</h3><ul><li><a href='?id=7&p=2'>Kühe auf der A 7</a></ul>"

    assert read(html, PLAIN, "https://waldbote.test/view?id=7").related == ()


def test_where_a_pattern_tells_articles_a_title_does_not():
    assert related(UNLIKE) == []


def test_a_block_that_is_named_but_short_is_none():
    assert related(f"<div class=more-stories>{links(1, 2)}</div>") == []


def test_links_out_of_comments_are_none():
    html = f"<h3>Mehr zum Thema</h3><ul>{links(1)}<!-- {links(2)} --></ul>"

    assert related(html) == [("editor", "1")]


@pytest.fixture(scope="module")
def real_pages():
    """Return the folder of the real pages."""
    if "NEWSBOT_PAGES" not in os.environ:
        pytest.skip("set NEWSBOT_PAGES to the folder of the real pages")
    return Path(os.environ["NEWSBOT_PAGES"])


def counts(folder, name):
    """Return how many related links that are not popular the page *name* gives."""
    pages = folder / Path(name).parent
    url = json.loads((pages / "truth.json").read_text(encoding="utf-8"))[Path(name).name]["url"]
    html = gzip.decompress((folder / name).read_bytes()).decode("utf-8", "replace")
    plain = parse_profile("real", f'domain = "{urlsplit(url).hostname}"\n'.encode())
    return sum(link.kind != "popular" for link in read(html, plain, url).related)


@pytest.mark.parametrize(
    ("half", "found", "counted"),
    [("developed", 29, 29), ("held", 28, 26)],
    ids=["developed", "held"],
)
def test_blocks_of_real_pages_are_found_or_rightly_absent(real_pages, half, found, counted):
    labels = {
        name: sum(block["links"] for block in blocks if block["kind"] != "popular")
        for name, blocks in LABELS[half].items()
    }

    read = {name: counts(real_pages, name) for name in labels}

    right = [name for name in labels if bool(read[name]) == bool(labels[name])]
    near = [n for n in right if abs(read[n] - labels[n]) <= max(1, labels[n] / 4)]
    assert (len(right) >= found, len(near) >= counted) == (True, True), (len(right), len(near))
