from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbot.archive.surt import surt

SESSION = "0123456789abcdef" * 2


@pytest.mark.parametrize(
    ("url", "key"),
    [
        pytest.param("https://waldbote.test", "test,waldbote)/", id="no path"),
        pytest.param("HTTP://WWW.Waldbote.Test/A", "test,waldbote)/a", id="case"),
        pytest.param("https://www2.waldbote.test/", "test,waldbote)/", id="www2"),
        pytest.param("https://www.www.test/", "test,www)/", id="www once"),
        pytest.param("https://m.waldbote.test/", "test,waldbote,m)/", id="a mobile host"),
        pytest.param("https://waldbote.test:443/", "test,waldbote)/", id="the scheme's port"),
        pytest.param("http://waldbote.test:443/", "test,waldbote:443)/", id="another port"),
        pytest.param("http://waldbote.test:/", "test,waldbote)/", id="no port"),
        pytest.param("https://u:p@waldbote.test/", "test,waldbote)/", id="a user"),
        pytest.param("https://waldbote..test./", "test,waldbote)/", id="too many dots"),
        pytest.param("https://báo.test/", "test,xn--bo-mia)/", id="an international name"),
        pytest.param("https://b%C3%A1o.test/", "test,xn--bo-mia)/", id="the same, quoted"),
        pytest.param("https://a.test/b/", "test,a)/b", id="a slash at the end"),
        pytest.param("https://a.test//b///c", "test,a)/b/c", id="too many slashes"),
        pytest.param("https://a.test/b/../c/./d", "test,a)/c/d", id="steps"),
        pytest.param("https://a.test/../c", "test,a)/../c", id="a step too far"),
        pytest.param("https://a.test/đ", "test,a)/%c4%91", id="not quoted"),
        pytest.param("https://a.test/%C4%91", "test,a)/%c4%91", id="quoted"),
        pytest.param("https://a.test/%25C4%2591", "test,a)/%c4%91", id="quoted twice"),
        pytest.param("https://a.test/a%20b c", "test,a)/a%20b%20c", id="spaces"),
        pytest.param(" https://a.test/b\n\tc ", "test,a)/bc", id="white space"),
        pytest.param("https://a.test/b#c", "test,a)/b", id="a fragment"),
        pytest.param("https://a.test/b?", "test,a)/b", id="an empty query"),
        pytest.param("https://a.test?b=1", "test,a)/?b=1", id="a query without a path"),
        pytest.param("https://a.test/?b=2&A=Z&b=1", "test,a)/?a=z&b=1&b=2", id="a query sorted"),
        pytest.param("https://a.test/?ab=1&a=2&a", "test,a)/?a&a=2&ab=1", id="by name, then value"),
        pytest.param(f"https://a.test/?jsessionid={SESSION}&b=1", "test,a)/?b=1", id="a session"),
        pytest.param(
            f"https://a.test/?PHPSESSID={SESSION}", "test,a)/", id="nothing but a session"
        ),
        pytest.param(
            f"https://a.test/?b=1&sid={SESSION}", "test,a)/?&b=1", id="a session at the end"
        ),
        pytest.param(
            "https://a.test/?ASPSESSIONIDABCDEFGH=abcdefghijklmnopqrstuvwx&b=1",
            "test,a)/?b=1",
            id="a session of ASP's",
        ),
        pytest.param("https://a.test/?CFID=1&CFTOKEN=2&b=1", "test,a)/?b=1", id="of ColdFusion's"),
        pytest.param(
            "https://a.test/tin/(S(lit3py55t21z5v55vlm25s55))/7.aspx?b=1",
            "test,a)/tin/7.aspx?b=1",
            id="a session of ASP.NET's in the path",
        ),
        pytest.param(
            "https://a.test/(lit3py55t21z5v55vlm25s55)/7.aspx",
            "test,a)/7.aspx",
            id="of ASP.NET 1's",
        ),
        pytest.param(
            "https://a.test/(lit3py55t21z5v55vlm25s55)/7",
            "test,a)/(lit3py55t21z5v55vlm25s55)/7",
            id="nothing of ASP.NET's",
        ),
        pytest.param("https://1.2.3.4/", "4,3,2,1)/", id="a number for a host"),
        pytest.param("https://a.test/?sid=7", "test,a)/?sid=7", id="no session"),
        pytest.param("URN:Waldbote:7", "urn:waldbote:7", id="not of the web"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_the_sort_key_of_a_url(url, key):
    assert surt(url) == key


WORDS = st.lists(st.text("ab7-", min_size=1, max_size=5), max_size=4).map("/".join)
total = settings(derandomize=True, deadline=None, max_examples=60)


@total
@given(WORDS, st.sampled_from(["http://", "HTTPS://", "http://www.", "https://www2.", "http://u@"]))
def test_every_spelling_of_an_address_has_one_key(path, before):
    assert surt(f"{before}waldbote.test/{path.upper()}/#x") == surt(f"https://waldbote.test/{path}")


@total
@given(st.text(max_size=40))
def test_any_text_has_a_key_of_plain_ascii(text):
    assert surt(text).isascii()
    assert surt(f"http://{text}").isascii()
