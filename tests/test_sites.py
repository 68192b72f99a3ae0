"""The packaged profiles: that all are sound, and what they read from real pages."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from newsbot.profile import read_profile
from newsbot.sitefiles import PACKAGED, site_files
from tests.pages.reading import page_of, profile_of

SITES = sorted(site_files([PACKAGED]))
WITH_TRUTH = {"baocantho-article.html.gz": "baocantho", "baolaocai-article.html.gz": "baolaocai"}
EXCERPTS = {
    "baoangiang": "baoangiang_67d824ac-excerpt.html",
    "baonghean": "baonghean_8b53899e-excerpt.html",
    "baotayninh": "baotayninh_d70cdb05-excerpt.html",
    "phuyen": "phuyen_baodaklak_0f24e558-excerpt.html",
}
# The excerpts don't tell their addresses; these are of each site's form.
ADDRESSES = {
    "baoangiang": "https://baoangiang.com.vn/x-a366666.html",
    "baonghean": "https://baonghean.vn/x-10264116.html",
    "baotayninh": "https://baotayninh.vn/x-88701.html",
    "phuyen": "https://phuyen.baodaklak.vn/95/64112/x/",
}


@pytest.fixture(scope="module")
def folder():
    """The folder of real Vietnamese pages, which belong to their papers and not to newsbot."""
    if "NEWSBOT_PAGES" not in os.environ:
        pytest.skip("set NEWSBOT_PAGES to the folder of the real pages")
    return Path(os.environ["NEWSBOT_PAGES"]) / "vn"


@pytest.fixture(scope="module")
def truths(folder):
    return json.loads((folder / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=sorted(WITH_TRUTH))
def read_and_truth(request, folder, truths):
    html = gzip.decompress((folder / request.param).read_bytes()).decode()
    truth = truths[request.param]
    page = page_of(html, profile_of(WITH_TRUTH[request.param]), truth["url"])
    return page.article, truth


@pytest.fixture(scope="module")
def excerpt(folder):
    def read(site):
        html = (folder / EXCERPTS[site]).read_text(encoding="utf-8")
        return page_of(html, profile_of(site), ADDRESSES[site]).article

    return read


@pytest.mark.parametrize("site", SITES)
def test_every_packaged_profile_is_sound(site):
    assert read_profile(site, [PACKAGED]).timezone is not None


@pytest.mark.parametrize("site", SITES)
def test_every_packaged_profile_says_what_it_was_checked_against(site):
    text = site_files([PACKAGED])[site].read_text(encoding="utf-8")
    assert "Checked against" in text


@pytest.mark.parametrize("field", ["headline", "section", "language"])
def test_a_real_page_gives_the_field(read_and_truth, field):
    article, truth = read_and_truth
    assert getattr(article, field) == truth[field]


def test_a_real_page_gives_its_lead_or_none(read_and_truth):
    article, truth = read_and_truth
    assert article.description == truth.get("description")


def test_a_real_page_gives_its_body_paragraph_by_paragraph(read_and_truth):
    article, truth = read_and_truth
    assert article.body.split("\n\n") == truth["body"]


def test_a_real_page_gives_no_text_that_is_not_the_body(read_and_truth):
    article, truth = read_and_truth
    assert not [text for text in truth["not_in_body"] if text in article.body]


def test_a_real_page_gives_its_authors(read_and_truth):
    article, truth = read_and_truth
    assert list(article.authors) == truth["authors"]


def test_a_real_page_gives_its_instant(read_and_truth):
    article, truth = read_and_truth
    assert article.date_published.isoformat() == truth["date_published"]


def test_a_real_page_gives_its_related_links_in_order(read_and_truth):
    article, truth = read_and_truth
    assert [link.url for link in article.related] == truth["related"]


def test_a_real_page_gives_its_article_key(read_and_truth):
    article, truth = read_and_truth
    assert article.id.partition("/")[2] == truth["article_key"]


def test_tay_ninh_is_dated_by_the_article_and_not_by_the_clock(excerpt):
    article = excerpt("baotayninh")
    instants = (article.date_published, article.date_modified)
    assert [at.isoformat() for at in instants] == ["2021-12-01T11:51:00+07:00"] * 2


def test_tay_ninh_names_the_author_and_the_paper_but_no_login(excerpt):
    article = excerpt("baotayninh")
    assert (article.authors, article.source) == (("Tạ Nguyên",), "Báo Tin tức")


def test_tay_ninh_gives_the_whole_lead(excerpt, folder):
    html = (folder / EXCERPTS["baotayninh"]).read_text(encoding="utf-8")
    whole = html.partition('<p class="sapo">')[2].partition("</p>")[0]
    assert excerpt("baotayninh").description == whole


def test_tay_ninh_relates_one_article_with_its_instant(excerpt):
    related = excerpt("baotayninh").related
    assert [link.date_published.isoformat() for link in related] == ["2026-10-01T14:29:41+07:00"]


def test_phu_yen_is_dated_by_the_article_and_not_by_the_frozen_header(excerpt):
    article = excerpt("phuyen")
    assert article.date_published.isoformat() == "2011-05-15T10:30:00+07:00"


def test_phu_yen_credits_a_source_and_no_placeholder(excerpt):
    article = excerpt("phuyen")
    assert (article.authors, article.source) == ((), "DTO")


def test_phu_yen_takes_the_headline_among_three_first_headings(excerpt, folder):
    html = (folder / EXCERPTS["phuyen"]).read_text(encoding="utf-8")
    stated = html.partition('og:title" content="')[2].partition('"')[0]
    assert excerpt("phuyen").headline == stated


def test_phu_yen_keeps_its_own_host_and_the_declared_one(excerpt):
    article = excerpt("phuyen")
    assert (article.id, article.canonical_url.split("/")[2]) == ("phuyen/64112", "baophuyen.vn")


def test_nghe_an_gives_author_instant_and_section_of_a_header_in_the_body(excerpt):
    article = excerpt("baonghean")
    assert article.authors == ("Thu Phương",)
    assert article.date_published.isoformat() == "2023-11-21T09:28:00+07:00"
    assert article.section == "Sức khỏe"


def test_nghe_an_gives_the_lead_and_not_in_the_body(excerpt, folder):
    html = (folder / EXCERPTS["baonghean"]).read_text(encoding="utf-8")
    lead = " ".join(html.partition("block-sc-sapo'>")[2].partition("</p>")[0].split())
    article = excerpt("baonghean")
    assert (article.description, lead in article.body) == (lead, False)


def test_an_giang_gives_lead_instant_and_section(excerpt, folder):
    html = (folder / EXCERPTS["baoangiang"]).read_text(encoding="utf-8")
    article = excerpt("baoangiang")
    assert article.description == html.partition(' justify">')[2].partition("</p>")[0]
    assert article.date_published.isoformat() == "2023-06-30T14:50:00+07:00"
    assert article.section == "Bác sĩ của bạn"


def test_an_giang_relates_what_is_of_the_section_and_not_what_is_promoted(excerpt):
    keys = [link.url.rpartition("-a")[2] for link in excerpt("baoangiang").related]
    assert keys == ["498621.html"]
