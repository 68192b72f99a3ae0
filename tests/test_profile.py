from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from newsbot.exceptions import ProfileError
from newsbot.profile import parse_profile, read_profile
from newsbot.sitefiles import PACKAGED, site_files

HOME = "https://waldbote.test"
DOMAIN = 'domain = "waldbote.test"\n'


def profile_of(*lines, folders=()):
    return parse_profile("waldbote", "\n".join([DOMAIN, *lines]).encode(), folders)


def write(folder, name, text=DOMAIN):
    path = folder / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_domain_is_enough_for_a_profile():
    profile = profile_of()

    assert (profile.site, profile.domain, profile.links.seeds) == (
        "waldbote",
        "waldbote.test",
        (f"{HOME}/",),
    )


def test_a_profile_says_where_a_site_keeps_what():
    profile = profile_of(
        'timezone = "Asia/Ho_Chi_Minh"',
        "[links]",
        'related = "heading:Tin cùng chuyên mục"',
        "first_day = 2012-05-31",
        "[fields]",
        'headline = "h1"',
    )

    assert profile.timezone == ZoneInfo("Asia/Ho_Chi_Minh")
    assert profile.links.related == ("heading:Tin cùng chuyên mục",)
    assert profile.links.first_day == date(2012, 5, 31)
    assert profile.fields == {"headline": ("h1",)}


def test_named_seeds_take_the_place_of_the_home_page():
    assert profile_of("[links]", f'seeds = "{HOME}/moi"').links.seeds == (f"{HOME}/moi",)


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        pytest.param(b'site = "x"', "waldbote.toml: no key 'site'", id="unknown key"),
        pytest.param(b"", "waldbote.toml: domain is missing; add: domain = ", id="empty"),
        pytest.param(b"domain = waldbote.test", "waldbote.toml: not TOML", id="no quotes"),
        pytest.param(
            b'[links]\narticle = "/\\d+"', "write patterns between single quotes", id="a backslash"
        ),
        pytest.param(b'domain = "\xe4.test"', "waldbote.toml: not TOML", id="not UTF-8"),
        pytest.param(b"[felds]", "no key 'felds'. Did you mean 'fields'?", id="misspelt table"),
        pytest.param(b'domain = "a.test"\nlinks = 7', "links must be a table", id="no table"),
    ],
)
def test_an_unsound_profile_says_what_is_wrong(toml, words):
    with pytest.raises(ProfileError) as caught:
        parse_profile("waldbote", toml, [])

    assert words in str(caught.value)


def test_a_file_from_windows_reads_the_same():
    toml = b'\xef\xbb\xbfdomain = "waldbote.test"\r\nlanguage = "de"\r\n'

    assert parse_profile("waldbote", toml, []).language == "de"


@pytest.mark.parametrize(
    "url",
    [
        pytest.param(f"{HOME}/a", id="the domain"),
        pytest.param("http://www.waldbote.test:8080/a", id="www, another scheme and port"),
        pytest.param("https://lokal.waldbote.test/a", id="a further host"),
        pytest.param("https://www.lokal.waldbote.test/a", id="a further host with www"),
        pytest.param("https://m.waldbote.test/a", id="the host for telephones"),
        pytest.param("https://amp.waldbote.test/a", id="the host of AMP"),
        pytest.param("https://m.lokal.waldbote.test/a", id="a further host's for telephones"),
        pytest.param("https://WALDBOTE.test./a", id="case and a dot at the end"),
    ],
)
def test_a_site_owns_its_hosts(url):
    assert profile_of('hosts = ["lokal.waldbote.test"]').owns(url)


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://archiv.waldbote.test/a", id="a host not named"),
        pytest.param("https://nichtwaldbote.test/a", id="a host that only ends alike"),
        pytest.param("https://waldbote.test@boese.test/a", id="a host that only looks alike"),
        pytest.param("/artikel/7", id="no host"),
        pytest.param("http://[waldbote.test/", id="broken"),
    ],
)
def test_a_site_owns_no_other_host(url):
    assert not profile_of().owns(url)


def test_a_domain_with_www_owns_the_bare_one():
    profile = parse_profile("waldbote", b'domain = "www.waldbote.test"', [])

    assert profile.owns(f"{HOME}/a")


def test_a_domain_for_telephones_owns_the_plain_one():
    profile = parse_profile("waldbote", b'domain = "m.waldbote.test"', [])

    assert profile.owns(f"{HOME}/a")
    assert profile.owns("https://amp.waldbote.test/a")
    assert profile.owns("https://www.m.waldbote.test/a")


def test_a_host_beyond_ascii_is_owned_as_urls_write_it():
    profile = parse_profile("bao", 'domain = "báo.test"'.encode(), [])

    assert profile.owns("https://xn--bo-mia.test/a")
    assert profile.owns("https://BÁO.test/a")


PATTERNS = r"""
[links]
article = ['/tin-tuc/\d+/(?P<key>\d+)', '[?&]mabb=(?P<key>\d+)', '/(?P<key>đ[^/]*|%C4%91[^/]*)$']
deny = ['/anh/', 'print=1']
"""


@pytest.mark.parametrize(
    ("place", "key"),
    [
        pytest.param("/tin-tuc/4/51234/le-hoi", "51234", id="in the path"),
        pytest.param("/viewer.aspx?a=1&mabb=9", "9", id="in the query"),
        pytest.param("/viewer.aspx?utm_source=x&mabb=9#top", "9", id="beside tracking"),
        pytest.param("/đẹp", "%C4%91%E1%BA%B9p", id="beyond ASCII"),
        pytest.param("/%C4%91%E1%BA%B9p", "%C4%91%E1%BA%B9p", id="percent-encoded"),
        pytest.param("/%c4%91%e1%ba%b9p", "%C4%91%E1%BA%B9p", id="in small letters"),
        pytest.param("/tin-tuc/4/", None, id="section"),
        pytest.param("/anh/tin-tuc/4/51234/", None, id="denied"),
        pytest.param("/tin-tuc/4/51234/?print=1", None, id="denied by the query"),
    ],
)
def test_the_article_key_is_what_the_pattern_marks(place, key):
    assert profile_of(PATTERNS).article_key(HOME + place) == key


FORMS = [
    "https://{host}{path}",
    "http://www.{host}:80{path}",
    "https://m.{host}{path}?utm_source=trang-chu&fbclid=IwAR0",
    "https://amp.{host}{path}/amp#top",
    "https://{host}{path}?amp=1",
    "https://{host}{path};jsessionid=0A1B2C.node3?outputType=amp",
    "https://{host}/amp{path}",
    "HTTPS://{host}./{path}?PHPSESSID=3f5b0c",
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("site", "path", "key"),
    [
        ("baoangiang", "/le-hoi-ben-song-a196670.html", "196670"),
        ("baocantho", "/-podcast-ben-song--a498028.html", "498028"),
        ("baolaocai", "/le-hoi-ben-song-post404649.html", "404649"),
        ("baonghean", "/le-hoi-ben-song-10282349.html", "10282349"),
        ("baotayninh", "/le-hoi-ben-song-88701.html", "88701"),
        ("baothaibinh", "/tin-tuc/4/68834/le-hoi-ben-song", "68834"),
        ("baothaibinh", "/tin-tuc/0/68834/le-hoi-ben-song", "68834"),
        ("phuyen", "/82/201105/le-hoi-ben-song-3f5b0c1/", "3f5b0c1"),
        ("phuyen", "/82/201105/le-hoi-ben-song-3f5b0c1", "3f5b0c1"),
        ("phuyen", "/95/64112/le-hoi-ben-song.html", "64112"),
    ],
)
def test_one_article_has_one_key_whatever_the_form_of_its_address(site, path, key, form):
    profile = read_profile(site, [PACKAGED])

    assert profile.article_key(form.format(host=profile.domain, path=path)) == key


@pytest.mark.parametrize("form", FORMS)
def test_without_a_pattern_too_the_form_of_an_address_says_nothing(form):
    url = form.format(host="waldbote.test", path="/lokales/rat-stimmt-der-buecherei-zu.html")

    assert profile_of().article_key(url) == "lokales/rat-stimmt-der-buecherei-zu.html"


def test_a_pattern_may_ask_for_the_form_for_telephones():
    profile = profile_of("[links]", r"article = '^/amp/(?P<key>\d+)'")

    assert profile.article_key(f"{HOME}/amp/51234") == "51234"


def test_a_merged_papers_address_is_another_sites():
    profile = read_profile("phuyen", [PACKAGED])

    assert profile.article_key("https://baophuyen.vn/95/64112/le-hoi.html") is None


@pytest.mark.parametrize(
    ("key", "today"),
    [
        ("lokales/rat-stimmt-der-buecherei-zu", "lokales/rat-stimmt-der-buecherei-zu"),
        ("lokales/rat-stimmt-der-buecherei-zu?gclid=7", "lokales/rat-stimmt-der-buecherei-zu"),
        ("lokales/rat-stimmt-der-buecherei-zu/amp", "lokales/rat-stimmt-der-buecherei-zu"),
        ("lokales//9876?b=2&jsessionid=1F", "lokales/9876?b=2"),
        ("lokales/9876?a=1&b=2", "lokales/9876?a=1&b=2"),
        ("video/kurz", "video/kurz"),
    ],
)
def test_a_key_of_an_earlier_version_is_respelt_where_it_is_an_address(key, today):
    assert profile_of().respelt(key) == today


def test_a_key_that_a_pattern_marks_stays_as_it_is():
    assert profile_of(PATTERNS).respelt("51234?gclid=7") == "51234?gclid=7"


def test_an_article_of_another_site_has_no_key():
    assert profile_of(PATTERNS).article_key("https://anzeiger.test/tin-tuc/4/51234/") is None


def test_a_pattern_that_marks_nothing_gives_way_to_the_next():
    profile = profile_of("[links]", r"article = ['/a(?P<key>\d*)', '/ab(?P<key>\w+)']")

    assert profile.article_key(f"{HOME}/abc") == "c"


def test_without_a_pattern_the_key_is_path_and_query():
    assert profile_of().article_key(f"{HOME}/lokales/9876?b=2&a=1") == "lokales/9876?a=1&b=2"


def test_without_a_pattern_a_section_has_no_key():
    assert profile_of().article_key(f"{HOME}/lokales/") is None


def test_the_users_own_profile_wins_over_a_packaged_one(tmp_path):
    write(tmp_path / "own", "waldbote", 'domain = "neu.test"')
    write(tmp_path / "packaged", "waldbote")

    profile = read_profile("waldbote", [tmp_path / "own", tmp_path / "packaged"])

    assert profile.domain == "neu.test"


def test_a_misspelt_site_is_answered_by_the_nearest(tmp_path):
    write(tmp_path, "waldbote")

    with pytest.raises(ProfileError, match=r"no site named 'waldbot'\. Did you mean 'waldbote'\?"):
        read_profile("waldbot", [tmp_path])


def test_a_site_can_not_be_read_from_outside_the_folders(tmp_path):
    write(tmp_path, "waldbote")

    with pytest.raises(ProfileError, match="no site named"):
        read_profile("../waldbote", [tmp_path / "sites"])


def test_an_unsound_file_is_named(tmp_path):
    write(tmp_path, "waldbote", "domain = 7")

    with pytest.raises(ProfileError, match=r"^waldbote\.toml: domain: must be a text"):
        read_profile("waldbote", [tmp_path])


@pytest.fixture
def platforms(tmp_path):
    """A folder with a platform whose papers share two keys."""
    write(tmp_path, "platforms/baocms", 'language = "vi"\n[links]\nrelated = "ul"\nnext = "a.n"')
    return [tmp_path]


def test_a_site_takes_over_what_its_platform_says(platforms):
    profile = profile_of('platform = "baocms"', folders=platforms)

    assert (profile.language, profile.links.related) == ("vi", ("ul",))


def test_a_sites_own_key_wins_over_its_platforms(platforms):
    profile = profile_of('platform = "baocms"', "[links]", 'related = "ol"', folders=platforms)

    assert (profile.links.related, profile.links.next) == (("ol",), ("a.n",))


def test_a_misspelt_platform_is_answered_by_the_nearest(platforms):
    with pytest.raises(ProfileError, match="platform: none named 'baocm'"):
        profile_of('platform = "baocm"', folders=platforms)


def test_an_unsound_platform_is_named(tmp_path):
    write(tmp_path, "platforms/baocms", "delay = '2'")

    with pytest.raises(ProfileError, match=r"^platforms/baocms\.toml: delay: must be a number"):
        profile_of('platform = "baocms"', folders=[tmp_path])


@pytest.mark.parametrize("site", sorted(site_files([PACKAGED])))
def test_every_packaged_profile_is_sound(site):
    assert read_profile(site, [PACKAGED]).site == site


def test_a_seed_on_a_foreign_host_is_refused_with_a_way_out():
    toml = b'domain = "waldbote.test"\n[links]\nseeds = ["https://kurier.test/"]\n'

    with pytest.raises(
        ProfileError, match=r"none of the site's hosts; add: hosts = \['kurier\.test'\]"
    ):
        parse_profile("waldbote", toml)


def test_a_profile_that_cant_be_read_is_an_error_of_its_own(tmp_path):
    (tmp_path / "waldbote.toml").mkdir()

    with pytest.raises(ProfileError, match=r"waldbote\.toml: can't be read"):
        read_profile("waldbote", [tmp_path])


def test_a_language_that_is_no_tag_is_refused():
    with pytest.raises(ProfileError, match="'vietnamese!!' is no language tag"):
        parse_profile("waldbote", b'domain = "waldbote.test"\nlanguage = "vietnamese!!"')


def test_a_day_is_told_in_the_sites_own_zone():
    profile = parse_profile("thoibao", b'domain = "thoibao.test"\ntimezone = "Asia/Ho_Chi_Minh"')

    assert profile.day_of("2024-10-22T20:30:00Z") == date(2024, 10, 23)
    assert (profile.day_of("no date"), profile.day_of(None)) == (None, None)


def test_its_digest_changes_with_the_profile_and_with_its_platform(platforms):
    before = profile_of('platform = "baocms"', folders=platforms)
    other = profile_of('platform = "baocms"', "delay = 3", folders=platforms)
    write(platforms[0], "platforms/baocms", 'language = "de"')
    after = profile_of('platform = "baocms"', folders=platforms)

    assert len({before.digest, other.digest, after.digest}) == 3


@pytest.mark.parametrize("site", ["../../x", "Waldbote", "hosts", "a\x1b[2J"], ids=ascii)
def test_a_site_whose_name_can_name_no_file_is_refused(site):
    with pytest.raises(ProfileError, match="can be no site's id") as raised:
        parse_profile(site, b'domain = "waldbote.test"')

    assert str(raised.value).isprintable()
