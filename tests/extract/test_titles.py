from __future__ import annotations

import pytest

from newsbot.extract.found import Found
from newsbot.extract.titles import best_title, printed_title, squeezed, stated_titles

LONG = "Gemeinderat beschließt nach fünf Stunden den Bau der neuen Turnhalle am Bahnhof im Tal"


def best(printed=None, **stated):
    """Return the best of what is stated by the sources og, ld, title, and of what is printed."""
    names = {"og": "opengraph", "ld": "json-ld", "twitter": "meta", "title": "generic"}
    titles = stated_titles([Found(text, names[source]) for source, text in stated.items()])
    title = best_title(titles, printed_title(printed) if printed else None)
    return title and (title.text, title.evidence)


@pytest.mark.parametrize(
    ("sources", "title"),
    [
        ({"og": "Fest am See", "ld": "Das Fest"}, ("Fest am See", "opengraph")),
        (
            {"og": "Fest am See", "ld": "Das Fest", "printed": "Das Fest"},
            ("Das Fest", "json-ld"),
        ),
        ({"og": "Fest", "ld": "Ausflug: Das Fest", "printed": "Fest"}, ("Fest", "opengraph")),
        (
            {"og": "Im Ort: Das Fest", "ld": "Im Ort: Das Fest", "printed": "Das Fest"},
            ("Im Ort: Das Fest", "json-ld"),
        ),
        (
            {"og": "Zeitung für den Wald", "title": "Das Fest", "printed": "Das Fest"},
            ("Das Fest", "generic"),
        ),
        (
            {
                "og": "Das Fest am See",
                "ld": "Ausflug: Das Fest am See",
                "printed": "AusflugDas Fest am See",
            },
            ("Das Fest am See", "opengraph"),
        ),
        ({"og": "Das Fest | Ort", "printed": "Das Fest"}, ("Das Fest", "generic")),
        ({"og": "Ausflug | Das Fest", "printed": "Das Fest"}, ("Das Fest", "generic")),
        ({"og": "Das Fest - Ort", "printed": "Das Fest"}, ("Das Fest - Ort", "opengraph")),
        (
            {"og": "Das Fest - Ort", "title": "Das Fest", "printed": "Das Fest"},
            ("Das Fest", "generic"),
        ),
        ({"og": LONG[:50] + "...", "printed": LONG}, (LONG, "generic")),
        ({"og": "Ida sagt", "printed": 'Ida sagt "nein"'}, ('Ida sagt "nein"', "generic")),
        (
            {"og": "Und dann …", "title": "Und dann … - Ort", "printed": "Und dann …"},
            ("Und dann …", "opengraph"),
        ),
        ({"og": "DAS FEST", "printed": "Das Fest"}, ("Das Fest", "generic")),
        (
            {"og": "Das \u201eFest\u201c", "printed": 'Das "Fest"'},
            ("Das \u201eFest\u201c", "opengraph"),
        ),
    ],
    ids=[
        *("OpenGraph before JSON-LD", "printed and stated", "kicker stated alone"),
        *("kicker stated by two", "slogan", "kicker glued", "section behind", "section ahead"),
        *("no section", "section by another's word", "cut off", "cut by its own quotation mark"),
        *("dots of its own", "capitals", "quotation marks"),
    ],
)
def test_the_best_title_is_what_most_sources_mean(sources, title):
    assert best(**sources) == title


def test_a_heading_that_no_one_agrees_with_is_weaker_than_what_is_stated():
    stated = stated_titles([Found("Das Fest", "json-ld")])
    assert best_title(stated, printed_title("Lokales", agrees=False)).text == "Das Fest"


def test_a_further_word_of_a_source_weighs_little():
    stated = stated_titles(
        [Found(text, "json-ld") for text in ("Das Fest", "Der Wald", "Der Wald")]
    )
    assert best_title(stated).text == "Das Fest"


def test_no_sources_give_no_title():
    assert best_title([]) is None


def test_spaces_and_signs_do_not_tell_spellings_apart():
    assert squeezed("Phú Yên: “Hòa”") == squeezed("phú-yên hòa")
