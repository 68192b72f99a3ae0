from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbot.urls import (
    LONGEST,
    base_of,
    host_of,
    looks_like_article,
    normalise_url,
    path_and_query,
    place_of,
    quote_key,
    resolve,
    respelt_key,
    without_tracking,
)

HOME = "https://waldbote.test"
PAGE = f"{HOME}/lokales/seite"
ANY_URL = st.one_of(
    st.text(max_size=30),
    st.builds(
        "{}://{}{}/{}?{}#{}".format,
        st.sampled_from(["http", "HTTPS", "ftp", "javascript", ""]),
        st.sampled_from(["waldbote.test", "WWW.Báo.test.", "[::1]", "[::", "u:p@a.test", "a..b"]),
        st.sampled_from(["", ":80", ":443", ":8000", ":99999", ":x", ":"]),
        st.text(max_size=12),
        st.text("abx=&;+%4đ ?", max_size=15),
        st.text(max_size=4),
    ),
)
total = settings(derandomize=True, deadline=None, max_examples=60)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        pytest.param("https://Waldbote.TEST:8443/a", "waldbote.test", id="case and port"),
        pytest.param("https://waldbote.test./a", "waldbote.test", id="a dot at the end"),
        pytest.param("https://leser:geheim@waldbote.test/", "waldbote.test", id="a user"),
        pytest.param("http://[::1]:8080/", "::1", id="IPv6"),
        pytest.param("http://[bad/", "", id="broken"),
        pytest.param("https://Báo.test/", "xn--bo-mia.test", id="beyond ASCII"),
        pytest.param("https://XN--BO-MIA.test/", "xn--bo-mia.test", id="beyond ASCII, as IDNA"),
        pytest.param(f"https://{'đ' * 70}.test/", "", id="a name that can't be"),
        pytest.param("/lokales/", "", id="no host"),
        pytest.param("mailto:a@waldbote.test", "", id="mail"),
    ],
)
def test_the_host_of_a_url(url, host):
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("url", "form"),
    [
        pytest.param("HTTPS://Waldbote.TEST/A", f"{HOME}/A", id="case of scheme and host only"),
        pytest.param("https://waldbote.test:443/a", f"{HOME}/a", id="the scheme's own port"),
        pytest.param("http://waldbote.test:443/", "http://waldbote.test:443/", id="another port"),
        pytest.param("https://waldbote.test./a", f"{HOME}/a", id="a dot behind the host"),
        pytest.param("https://u:p@waldbote.test/a", f"{HOME}/a", id="user and password"),
        pytest.param(f"{HOME}", f"{HOME}/", id="no path"),
        pytest.param(f"{HOME}/a#kommentare", f"{HOME}/a", id="fragment"),
        pytest.param(f"{HOME}/a#!/b", f"{HOME}/a", id="fragment of a script"),
        pytest.param(f"{HOME}/a?b=2&a=1", f"{HOME}/a?a=1&b=2", id="order of the query"),
        pytest.param(f"{HOME}/a?", f"{HOME}/a", id="empty query"),
        pytest.param(f"{HOME}/a?id=7&id=6", f"{HOME}/a?id=6&id=7", id="a repeated parameter"),
        pytest.param(f"{HOME}/v.aspx?mabb=7", f"{HOME}/v.aspx?mabb=7", id="a number in the query"),
        pytest.param(f"{HOME}/a?12345", f"{HOME}/a?12345=", id="a bare number in the query"),
        pytest.param(f"{HOME}/a?q=%c4%91", f"{HOME}/a?q=%C4%91", id="an escape in the query"),
        pytest.param(f"{HOME}/a;jsessionid=1F?id=7", f"{HOME}/a?id=7", id="a session in the path"),
        pytest.param(f"{HOME}/a?PHPSESSID=1f&id=7", f"{HOME}/a?id=7", id="a session in the query"),
        pytest.param(f"{HOME}/(S({'ab' * 12}))/7.aspx", f"{HOME}/7.aspx", id="ASP.NET's session"),
        pytest.param(f"{HOME}//a///b/", f"{HOME}/a/b/", id="too many slashes"),
        pytest.param(f"{HOME}/w/https://b.test/", f"{HOME}/w/https://b.test/", id="a URL in it"),
        pytest.param(f"{HOME}/a/./b/../c", f"{HOME}/a/c", id="steps"),
        pytest.param(f"{HOME}/a/b/..", f"{HOME}/a/", id="a step at the end"),
        pytest.param(f"{HOME}/../../a", f"{HOME}/a", id="steps too far"),
        pytest.param(f"{HOME}/a/%2E%2E/b", f"{HOME}/b", id="an escaped step"),
        pytest.param(f"{HOME}/a/.b/..c", f"{HOME}/a/.b/..c", id="dots in a name"),
        pytest.param(f"{HOME}/a?id=7&UTM_Source=x", f"{HOME}/a?id=7", id="tracking"),
        pytest.param(f"{HOME}/đê", f"{HOME}/%C4%91%C3%AA", id="letters beyond ASCII"),
        pytest.param(f"{HOME}/%c4%91", f"{HOME}/%C4%91", id="case of an escape"),
        pytest.param(f"{HOME}/%7Ea", f"{HOME}/~a", id="a needless escape"),
        pytest.param(f"{HOME}/a%2Fb", f"{HOME}/a%2Fb", id="an escaped slash is no slash"),
        pytest.param(f"  {HOME}/a\n", f"{HOME}/a", id="space around it"),
        pytest.param("https://báo.test/", "https://xn--bo-mia.test/", id="a host beyond ASCII"),
        pytest.param("http://[::1]:8080/a", "http://[::1]:8080/a", id="IPv6"),
        pytest.param("http://[bad/", "http://[bad/", id="broken: as it is"),
        pytest.param("https://a.test:99999/", "https://a.test:99999/", id="no port: as it is"),
    ],
)
def test_a_url_has_one_form(url, form):
    assert normalise_url(url) == form


@pytest.mark.parametrize(
    "url",
    [
        f"{HOME}/lokales/17-rat-stimmt-zu.html",
        f"{HOME}/viewer.aspx?mabb=7&macm=39",
        f"{HOME}/a/b/?ref=7&source=dpa",
        f"{HOME}/a?12345=",
        f"{HOME}/%C4%91%E1%BA%B9p/",
        f"{HOME}/a%2Fb,c;d=1",
        "http://xn--bo-mia.test:8080/tin-tuc/4/51234/",
    ],
)
def test_a_normal_form_stays_what_it_has_always_been(url):
    assert normalise_url(url) == url


@total
@given(ANY_URL)
def test_normalising_a_url_twice_changes_nothing_more(url):
    once = normalise_url(url)

    assert normalise_url(once) == once


@total
@given(
    st.lists(st.sampled_from(["mabb=7", "id=1", "id=2", "trang=3", "b"]), max_size=4),
    st.lists(st.sampled_from(["utm_source=a", "fbclid=b", "zarsrc=9"]), max_size=3),
    st.randoms(use_true_random=False),
)
def test_neither_order_nor_tracking_makes_another_page(named, tracking, random):
    mixed = [*named, *tracking]
    random.shuffle(mixed)

    assert normalise_url(f"{PAGE}?{'&'.join(mixed)}") == normalise_url(f"{PAGE}?{'&'.join(named)}")


@pytest.mark.parametrize(
    "url",
    [
        f"{HOME}/lokales/rat-stimmt-zu?id=7",
        "http://m.waldbote.test:8080/lokales/rat-stimmt-zu?id=7",
        f"{HOME}/lokales/rat-stimmt-zu/amp?id=7",
        f"{HOME}/amp/lokales/rat-stimmt-zu?id=7&utm_source=x",
        f"{HOME}/lokales//rat-stimmt-zu;jsessionid=1F?amp=1&id=7#top",
    ],
)
def test_the_place_of_a_page_is_one_in_all_its_forms(url):
    assert place_of(url) == "/lokales/rat-stimmt-zu?id=7"


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        pytest.param("utm_source=a&utm_campaign=b", "", id="nothing else"),
        pytest.param("id=7&fbclid=x&trang=2", "id=7&trang=2", id="in the middle"),
        pytest.param("12345", "12345", id="a bare number stays bare"),
        pytest.param("b=2&a=1", "b=2&a=1", id="the order stays"),
        pytest.param("titel=M%FCller", "titel=M%FCller", id="escapes of Latin-1 stay"),
        pytest.param("q=a+b;c", "q=a+b;c", id="plus and semicolon stay"),
        pytest.param("utm%5Fsource=a", "", id="an escaped name"),
        pytest.param("butm_source=a", "butm_source=a", id="a name that only ends like one"),
    ],
)
def test_tracking_goes_and_the_rest_of_the_query_stays_as_it_is(query, kept):
    assert without_tracking(f"{HOME}/a?{query}#top") == f"{HOME}/a" + (f"?{kept}" if kept else "")


@pytest.mark.parametrize(
    ("url", "place"),
    [
        pytest.param(f"{HOME}/a/b?c=1#d", "/a/b?c=1", id="both"),
        pytest.param(HOME, "/", id="neither"),
        pytest.param(f"{HOME}?id=7", "/?id=7", id="query alone"),
    ],
)
def test_path_and_query_are_where_patterns_look(url, place):
    assert path_and_query(url) == place


@pytest.mark.parametrize(
    ("key", "quoted"),
    [
        pytest.param("đẹp", "%C4%91%E1%BA%B9p", id="letters beyond ASCII"),
        pytest.param("%c4%91", "%C4%91", id="an escape once more, in capitals"),
        pytest.param("tin-tuc/7?id=8", "tin-tuc/7?id=8", id="plain characters"),
        pytest.param("a b|c", "a%20b%7Cc", id="unsafe characters"),
    ],
)
def test_a_key_is_percent_encoded(key, quoted):
    assert quote_key(key) == quoted


@total
@given(
    st.lists(st.text("ab-7.", min_size=1, max_size=6), min_size=1, max_size=3).map("/".join),
    st.lists(st.sampled_from(["id=7", "b", "q=đ+x", "utm_source=1", "s=2"]), max_size=3),
)
def test_a_key_of_today_is_not_respelt(path, query):
    key = quote_key(place_of(f"{HOME}/{path}?{'&'.join(query)}").lstrip("/"))

    assert respelt_key(key) == key


@pytest.mark.parametrize(
    ("href", "base"),
    [
        pytest.param(None, PAGE, id="none"),
        pytest.param("", PAGE, id="empty"),
        pytest.param(" https://cdn.test/neu/ ", "https://cdn.test/neu/", id="another host"),
        pytest.param("/artikel/", f"{HOME}/artikel/", id="relative to the page"),
        pytest.param("/static/templates/version1/", PAGE, id="a folder of templates"),
        pytest.param(f"{HOME}/Themes/blau/", PAGE, id="a theme, whatever the case"),
        pytest.param("file:///C:/inetpub/wwwroot/", PAGE, id="the disk of the one who wrote it"),
        pytest.param("javascript:void(0)", PAGE, id="a script"),
        pytest.param("http://[", PAGE, id="broken"),
    ],
)
def test_a_base_href_is_obeyed_where_links_can_be_meant(href, base):
    assert base_of(PAGE, href) == base


@pytest.mark.parametrize(
    ("href", "url"),
    [
        pytest.param("artikel/7", f"{HOME}/lokales/artikel/7", id="relative"),
        pytest.param("../artikel/7", f"{HOME}/artikel/7", id="upwards"),
        pytest.param("//m.waldbote.test/7", "https://m.waldbote.test/7", id="without scheme"),
        pytest.param("?trang=2", f"{PAGE}?trang=2", id="query alone"),
        pytest.param(" \n/artikel/7\t", f"{HOME}/artikel/7", id="space around it"),
        pytest.param("/đẹp lắm", f"{HOME}/%C4%91%E1%BA%B9p%20l%E1%BA%AFm", id="unsafe characters"),
        pytest.param("/%C4%91", f"{HOME}/%C4%91", id="what is escaped is not escaped again"),
        pytest.param("/a?utm_source=x&id=7#oben", f"{HOME}/a?id=7", id="tracking and fragment"),
        pytest.param("https://báo.test/a", "https://xn--bo-mia.test/a", id="a host beyond ASCII"),
        pytest.param("/a;jsessionid=1F3A?id=7", f"{HOME}/a?id=7", id="a session"),
        pytest.param("\\tin\\7.asp?a=\\b", f"{HOME}/tin/7.asp?a=%5Cb", id="backslashes"),
        pytest.param("https:\\/\\/waldbote.test\\/7", f"{HOME}/7", id="slashes as in JSON"),
        pytest.param(f"{HOME}\\@anzeiger.test/", f"{HOME}/@anzeiger.test/", id="a host to mislead"),
        pytest.param("", None, id="empty"),
        pytest.param("#kommentare", None, id="the same place"),
        pytest.param("javascript:teilen()", None, id="script"),
        pytest.param("mailto:redaktion@waldbote.test", None, id="mail"),
        pytest.param("data:image/png;base64,AAAA", None, id="picture"),
        pytest.param("ftp://waldbote.test/a", None, id="neither http nor https"),
        pytest.param("http://", None, id="no host"),
        pytest.param("http://[::1", None, id="broken host"),
        pytest.param("https://a.test:99999/", None, id="broken port"),
        pytest.param("/\ud800", None, id="half of a surrogate pair"),
        pytest.param("/" + "a" * LONGEST, None, id="endless"),
    ],
)
def test_a_link_is_resolved_as_the_page_means_it(href, url):
    assert resolve(PAGE, href) == url


@total
@given(ANY_URL)
def test_a_link_leads_to_the_web_or_nowhere(href):
    url = resolve(PAGE, href)

    assert url is None or url.startswith(("http://", "https://"))


@pytest.mark.parametrize(
    ("place", "verdict"),
    [
        pytest.param("/lokales/rat-stimmt-fuer-buecherei", True, id="slug of four words"),
        pytest.param("/2024/10/rat-stimmt-fuer-buecherei/", True, id="slash behind the slug"),
        pytest.param("/rat-stimmt-fuer-buecherei.html", True, id="slug with an ending"),
        pytest.param("/h%E1%BB%99i-l%C3%A0ng-m%E1%BB%9F-l%E1%BA%A1i", True, id="escaped slug"),
        pytest.param("/राज्य-में-नई-सड़क", True, id="slug in Devanagari"),
        pytest.param("/tin-tuc/51234.aspx", True, id="number with an ending"),
        pytest.param("/lokales/bruecke,1234", True, id="number behind a comma"),
        pytest.param("/lokales/", False, id="section"),
        pytest.param("/lokales/rat-und-tat", False, id="slug of three words"),
        pytest.param("/seite-123", False, id="number of three digits"),
        pytest.param("/tag/rat-stimmt-fuer-buecherei", False, id="tag"),
        pytest.param("/Author/grete-holm-aus-weilburg", False, id="author, whatever the case"),
        pytest.param("/archiv/2024", False, id="archive"),
        pytest.param("/suche?q=rat-stimmt-fuer-buecherei", False, id="the query doesn't count"),
        pytest.param("/", False, id="home"),
        pytest.param("", False, id="empty"),
    ],
)
def test_the_shape_of_an_articles_address(place, verdict):
    assert looks_like_article(place) is verdict


@pytest.mark.parametrize("part", ["a", "a-", "1", "-a_", "a-b-c-d/", "-", "/", "1234/"])
def test_a_huge_path_is_judged_at_once(part):
    assert looks_like_article(f"/{part * 50_000}/x") is False
