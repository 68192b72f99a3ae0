from __future__ import annotations

import json
from base64 import b64encode
from urllib.parse import quote

import pytest

from newsbot.extract.scriptbody import script_body
from newsbot.extract.tree import read_tree

HEADLINE = "Fest am See"
TEXTS = [
    "Drei Tage lang wird am Wasser gefeiert, mit „Musik“ und Tanz bis spät in die Nacht hinein.",
    "Am Samstag fahren die Boote um die Wette, und wer mag, darf am Sonntag selbst hinausrudern.",
    "Zum Schluss gibt es über dem See ein Feuerwerk, das man bis hinüber in das Dorf sehen kann.",
]
BODY = "".join(f"<p>{text}</p>" for text in TEXTS)
LINKS = "".join(f"<p><a href=/artikel/{n}>{text}</a></p>" for n, text in enumerate(TEXTS))


def body_in(script, place="<div id=content></div>", kind=""):
    tree = read_tree(f"<h1>{HEADLINE}</h1>{place}<script {kind}>{script}</script>")
    return script_body(tree, [HEADLINE])


def string(text):
    """*text* as a script writes it, in quotation marks."""
    return json.dumps(text).replace("/", "\\/")


@pytest.mark.parametrize(
    "script",
    [
        f"var outputData={string(BODY)}; $('#content').html(outputData)",
        f"$('#content').html(`{BODY}`);",
        f"document.getElementById('content').innerHTML = '{BODY}';",
        f"$('#content').html(decodeURIComponent({string(quote(BODY))}))",
        f"$('#content').html(atob({string(b64encode(BODY.encode()).decode())}))".replace(
            "\\/", "/"
        ),
    ],
    ids=["a name", "a template", "an element", "percents", "base64"],
)
def test_a_string_that_is_written_into_an_empty_element_is_the_body(script):
    assert body_in(script) == TEXTS


@pytest.mark.parametrize(
    ("script", "place"),
    [
        (f"$('#content').html(`{BODY}`)", "<div id=content>Mehr dazu</div>"),
        (f"$('#content').html(`{BODY}`)", ""),
        (f"var a = `{BODY}`", "<div id=content></div>"),
        (f"$('#content').html(`{LINKS}`)", "<div id=content></div>"),
        ("$('#content').html(`<p>Gleich geht es los.</p>`)", "<div id=content></div>"),
        (f"$('#content').html(open('{'U2VocmxhbmdlclRleHQ' * 20}'))", "<div id=content></div>"),
        (f"$('#content').html('{BODY}", "<div id=content></div>"),
    ],
    ids=["full", "absent", "unnamed", "links", "short", "enciphered", "cut off"],
)
def test_any_other_string_is_not(script, place):
    assert body_in(script, place) == []


@pytest.mark.parametrize(
    "entry",
    [
        {"headline": HEADLINE, "articleBody": BODY},
        {"title": f" {HEADLINE.upper()} ", "content": "\n".join(TEXTS)},
        {"title": HEADLINE, "body": [{"type": "p", "text": text} for text in TEXTS]},
    ],
    ids=["markup", "lines", "blocks"],
)
@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("{}", "id=__NEXT_DATA__ type=application/json"),
        ("window.__INITIAL_STATE__ = {};", ""),
        ("var a = 1; window['__STATE__']={};window.b=2", ""),
    ],
    ids=["data", "state", "among others"],
)
def test_data_that_set_a_text_beside_the_headline_are_the_body(entry, form, kind):
    script = form.replace("{}", json.dumps({"props": {"page": [entry]}}))

    assert body_in(script, kind=kind) == TEXTS


@pytest.mark.parametrize(
    "entry",
    [
        {"headline": "Noch ein Fest", "articleBody": BODY},
        {"headline": HEADLINE, "related": BODY},
        {"headline": HEADLINE, "content": LINKS},
        {"headline": HEADLINE, "content": ["kurz", 7, None]},
        {"headline": HEADLINE, "content": "U2VocmxhbmdlclRleHQ" * 20},
    ],
    ids=["another", "beside", "links", "short", "enciphered"],
)
def test_other_data_are_not(entry):
    assert body_in(json.dumps(entry), kind="type=application/json") == []


@pytest.mark.parametrize(
    "script",
    ["a='" * 9999, "=" * 99_999, "a=`\\" * 9999, "[" * 99_999, "window.__A={" * 9999],
    ids=["marks", "signs", "strokes", "brackets", "names"],
)
def test_a_script_of_any_kind_is_borne(script):
    assert body_in(f"$('#content').html({script}", kind="type=application/json") == []
