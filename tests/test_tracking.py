from __future__ import annotations

import pytest

from newsbot.tracking import plain_path, plain_query, without_amp

HEX = "0123456789abcdef" * 2
TICKET = "lit3py55t21z5v55vlm25s55"


@pytest.mark.parametrize(
    "name",
    [
        *("utm_source", "UTM_Campaign", "utm%5Fid", "fbclid", "gclid", "gad_source", "msclkid"),
        *("yclid", "ttclid", "igshid", "srsltid", "gidzl", "zarsrc", "mc_cid", "mc_eid", "mkt_tok"),
        *("_ga", "_gl", "_hsenc", "__hstc", "ref_src", "xtor", "at_medium", "wt.mc_id", "spm"),
        *("pk_campaign", "mtm_source", "itm_source", "ns_mchannel", "vn_source", "fb_action_ids"),
        *("__cf_chl_tk", "__twitter_impression", "outputType", "amp_js_v", "usqp"),
        *("jsessionid", "PHPSESSID", "ASPSESSIONIDQQBCTTRA", "CFID", "CFTOKEN"),
    ],
)
def test_a_parameter_that_says_whence_goes(name):
    assert plain_query(f"mabb=7&{name}=x1&trang=2") == "mabb=7&trang=2"


@pytest.mark.parametrize(
    "query",
    [
        "",
        "id=7",
        "mabb=222823&macm=39",
        "12345",
        "id=1&id=2",
        "a=&b",
        "ref=7&source=dpa&from=2&cid=9&pk_id=3&at=4&ns=5&cx=6&amp_id=7",
        "butm_source=a&gclids=b",
        "q=a+b;c&titel=M%FCller",
        "sid=7&s=tin&session=12",
        f"sid={HEX}",
        "ASPSESSIONID=kurz",
    ],
)
def test_what_may_name_the_page_stays_as_it_is(query):
    assert plain_query(query) == query


@pytest.mark.parametrize("name", ["sid", "s", "SessionId", "session_id", "sess"])
def test_a_session_by_a_name_that_may_mean_anything_goes_beside_what_names_the_page(name):
    assert plain_query(f"{name}={HEX}&id=7") == "id=7"


@pytest.mark.parametrize(
    ("path", "plain"),
    [
        pytest.param("/tin/7.jsp;jsessionid=1F3A.node2", "/tin/7.jsp", id="Java"),
        pytest.param("/tin/7;JSESSIONID=1F3A!-12/anh", "/tin/7/anh", id="inside"),
        pytest.param(f"/7.php;PHPSESSID={HEX}", "/7.php", id="PHP"),
        pytest.param("/bruecke;saniert,1234", "/bruecke;saniert,1234", id="a semicolon"),
        pytest.param(f"/(S({TICKET}))/7.aspx", "/7.aspx", id="ASP.NET"),
        pytest.param(f"/tin/(S({TICKET}))/7.aspx", "/tin/7.aspx", id="ASP.NET in a folder"),
        pytest.param(f"/(X(1)F(a-b_c)S({TICKET}))/7", "/7", id="ASP.NET with a ticket"),
        pytest.param(f"/({TICKET})/7.aspx", "/7.aspx", id="ASP.NET 1"),
        pytest.param("/(kommentar)/7", "/(kommentar)/7", id="a word in brackets"),
        pytest.param("/rat-(S)-7", "/rat-(S)-7", id="a letter in brackets"),
    ],
)
def test_a_session_in_the_path_goes(path, plain):
    assert plain_path(path) == plain


@pytest.mark.parametrize(
    ("place", "plain"),
    [
        pytest.param("/lokales/17-rat/amp", "/lokales/17-rat", id="at the end"),
        pytest.param("/lokales/17-rat/amp/", "/lokales/17-rat/", id="behind a folder"),
        pytest.param("/17-rat.html/AMP", "/17-rat.html", id="behind a file"),
        pytest.param("/17-rat.html/amp/", "/17-rat.html", id="behind a file, with a slash"),
        pytest.param("/amp/lokales/17-rat", "/lokales/17-rat", id="in front"),
        pytest.param("/17-rat.amp", "/17-rat", id="as an ending"),
        pytest.param("/17-rat.amp.html", "/17-rat.html", id="before the ending"),
        pytest.param("/17-rat?amp", "/17-rat", id="a bare parameter"),
        pytest.param("/17-rat?amp=1&id=7", "/17-rat?id=7", id="a parameter"),
        pytest.param("/17-rat?amp=", "/17-rat", id="an empty parameter"),
        pytest.param("/amp", "/amp", id="nothing else"),
        pytest.param("/amp/", "/amp/", id="nothing else, with a slash"),
        pytest.param("/lokales/amphibien", "/lokales/amphibien", id="part of a word"),
        pytest.param("/volt/amp/watt", "/volt/amp/watt", id="in the middle"),
        pytest.param("/17-amp", "/17-amp", id="the last word"),
        pytest.param("/a?amp=220&x=1", "/a?amp=220&x=1", id="an amount"),
        pytest.param("/a?champ=1", "/a?champ=1", id="part of a name"),
    ],
)
def test_what_asks_for_the_form_for_telephones_goes(place, plain):
    assert without_amp(place) == plain
