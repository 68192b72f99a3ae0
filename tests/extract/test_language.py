from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from newsbot.extract.language import read_language, stated_language
from newsbot.extract.metadata import read_metadata
from newsbot.extract.tree import read_tree
from tests.extract.test_detection import SENTENCES


@pytest.fixture
def language_of():
    """Return what a page with *head* says of the language of *texts*."""

    def read(texts, profiled=None, head="<html>"):
        tree = read_tree(f"{head}<p>Text</p>")
        metadata = read_metadata(tree, "https://waldbote.test/artikel/7")
        return read_language(tree, profiled, metadata, texts)

    return read


@pytest.mark.parametrize(
    ("html", "profiled", "expected"),
    [
        ("<html lang='de'>", "vi", ("vi", "profile")),
        ("<html lang='de-AT'>", None, ("de-AT", "generic")),
        ("<html lang=''><meta property='og:locale' content='id_ID'>", None, ("id-ID", "opengraph")),
        ("<html><meta property='og:locale' content='vn_Vi'>", None, None),
        ("<html>", None, None),
    ],
    ids=["profile", "page", "OpenGraph", "no tag", "nothing"],
)
def test_the_language_stated_is_a_tag(html, profiled, expected):
    tree = read_tree(f"{html}<p>Text</p>")
    metadata = read_metadata(tree, "https://waldbote.test/artikel/7")

    assert stated_language(tree, profiled, metadata) == expected


@pytest.mark.parametrize(
    ("tag", "own"),
    [("km", "vi"), ("en", "vi"), ("zh", "vi"), ("lo", "vi"), ("tr", "de"), ("ru", "uk")],
)
def test_an_article_of_a_foreign_edition_is_in_its_own_language(language_of, tag, own):
    assert language_of([SENTENCES[tag] * 3], profiled=own) == (tag, "detected")


@pytest.mark.parametrize("tag", SENTENCES)
def test_a_text_keeps_the_region_that_is_stated_of_its_language(language_of, tag):
    assert language_of([SENTENCES[tag] * 3], profiled=f"{tag}-ZZ") == (f"{tag}-ZZ", "profile")


@pytest.mark.parametrize("tag", SENTENCES)
def test_without_a_word_from_profile_or_page_the_text_says_it(language_of, tag):
    assert language_of([SENTENCES[tag]]) == (tag, "detected")


def test_a_template_that_calls_every_page_english_is_not_believed(language_of):
    head = "<html lang='en'><meta property='og:locale' content='vi_VN'>"

    assert language_of([SENTENCES["vi"] * 2], head="<html lang='en'>") == ("vi", "detected")
    assert language_of([SENTENCES["vi"] * 2], head=head) == ("vi-VN", "detected")
    assert language_of([SENTENCES["vi"]], profiled="vi", head=head) == ("vi", "profile")


@pytest.mark.parametrize(
    "text", ["Real Madrid 2:1", "Top 10 smartphone", "Live: Chelsea – Arsenal"]
)
def test_a_short_text_is_in_the_language_of_its_site(language_of, text):
    assert language_of([text], profiled="vi") == ("vi", "profile")
    assert language_of([text], head="<html lang='vi'>") == ("vi", "generic")


def test_a_script_that_is_one_languages_says_it_in_a_few_words(language_of):
    assert language_of(["ស្ថានភាពទឹកជំនន់នៅខេត្ត"], profiled="vi") == ("km", "detected")


def test_a_short_text_may_be_in_another_language_if_its_page_says_so(language_of):
    text = SENTENCES["en"]

    assert language_of([text], profiled="vi") == ("vi", "profile")
    assert language_of([text], profiled="vi", head="<html lang='en-GB'>") == ("en-GB", "detected")


def test_a_foreign_quotation_changes_nothing(language_of):
    text = f"{SENTENCES['vi'] * 2} {SENTENCES['en'] * 2} {SENTENCES['vi']}"

    assert language_of([text], profiled="vi") == ("vi", "profile")


@pytest.mark.parametrize(
    ("text", "stated"), [("Flommen har gjort store skader i bygda, sier ordføreren.", "nn")]
)
def test_what_a_text_hardly_tells_apart_is_as_it_is_stated(language_of, text, stated):
    assert language_of([text * 5], profiled=stated) == (stated, "profile")


def test_the_body_speaks_first_and_the_rest_where_it_is_short(language_of):
    body, lead = SENTENCES["vi"] * 20, SENTENCES["en"] * 20

    assert language_of([body, lead]) == ("vi", "detected")
    assert language_of(["", lead], profiled="vi") == ("en", "detected")


def test_real_pages_are_in_the_language_that_their_readers_say():
    if "NEWSBOT_PAGES" not in os.environ:
        pytest.skip("set NEWSBOT_PAGES to the folder of the real pages")
    folder = Path(os.environ["NEWSBOT_PAGES"]) / "real"
    truths = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    found = [
        (said, (tag.value if tag else "").partition("-")[0])
        for name, truth in truths.items()
        if (said := truth.get("language"))
        for tag in [language_of_page(gzip.decompress((folder / name).read_bytes()), truth)]
    ]

    # Of one in English the truth says that it is in Malay, as its paper's other pages are.
    wrong = [(said, tag) for said, tag in found if tag != said and {said, tag} != {"no", "nb"}]
    assert len(found) > 100
    assert len(wrong) <= 2, wrong


def language_of_page(body, truth):
    """Return the language by what a page states and by its true text."""
    tree = read_tree(body.decode("utf-8", "replace"))
    texts = ["\n\n".join(truth.get("body") or []), truth.get("headline") or ""]
    return read_language(tree, None, read_metadata(tree, truth["url"]), texts)
