"""Whole crawls of every simulated paper, judged by what the paper knows of itself."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import jsonschema
import orjson
import pytest
import pytest_twisted

from newsbot.demo.paper import PressResponse
from newsbot.sitefiles import PACKAGED
from tests.press import PAPERS
from tests.press.newsroom import Newsroom

SCHEMA = orjson.loads((PACKAGED.parent / "article.schema.json").read_bytes())

every_paper = pytest.mark.parametrize("newsroom", sorted(PAPERS), indirect=True)
demo_paper = pytest.mark.parametrize("newsroom", ["demo"], indirect=True)
heideblatt = pytest.mark.parametrize("newsroom", ["heideblatt"], indirect=True)
kabar = pytest.mark.parametrize("newsroom", ["kabar"], indirect=True)
thoibao = pytest.mark.parametrize("newsroom", ["thoibao"], indirect=True)


@pytest_twisted.async_yield_fixture
async def newsroom(request, tmp_path):
    room = Newsroom(request.param, tmp_path)
    yield room
    await room.close()


def told(record):
    """Return what a record says of its story, in the terms of the truth."""
    return {
        "headline": record["headline"],
        "lead": record["description"],
        "body": record["body"],
        "authors": tuple(record["authors"]),
        "source": record["source"],
        "section": record["section"],
        "published": record["date_published"],
        "status": "teaser" if record["body_status"] == "teaser" else "full",
    }


def truth(story):
    return {
        "headline": story.headline,
        "lead": story.lead,
        "body": story.body,
        "authors": story.authors,
        "source": story.source,
        "section": story.section,
        "published": story.published.isoformat(timespec="seconds"),
        "status": "full" if story.free else "teaser",
    }


@every_paper
@pytest_twisted.ensureDeferred
async def test_a_whole_crawl_keeps_every_story_once_and_as_printed(newsroom):
    report = await newsroom.crawl(since="first")

    assert report.trouble is None
    assert {key: told(record) for key, record in newsroom.records().items()} == {
        key: truth(story) for key, story in newsroom.paper.truth().items()
    }


@every_paper
@pytest_twisted.ensureDeferred
async def test_a_second_crawl_with_nothing_new_changes_no_byte_and_fetches_no_article(newsroom):
    await newsroom.crawl()
    before = newsroom.files()

    report = await newsroom.crawl()

    assert newsroom.files() == before
    assert newsroom.paper.article_requests() == []
    assert (report.new, report.changed, report.gone, report.exit_code) == (0, 0, 0, 0)


@every_paper
@pytest_twisted.ensureDeferred
async def test_new_edited_and_withdrawn_articles_come_out_as_such(newsroom):
    await newsroom.crawl()
    paper = newsroom.paper
    edited, withdrawn, older = (story.key for story in paper.stories[:3])
    paper.today += timedelta(days=7)
    paper.edit(
        edited, paragraphs=("Một đoạn đã được sửa lại trong ngày.", *paper.story(edited).paragraphs)
    )
    paper.withdraw(withdrawn)
    paper.publish(newsroom.another_story("999"))

    report = await newsroom.crawl()

    records = newsroom.records()
    assert (report.new, report.changed, report.gone) == (1, 1, 1)
    assert records["999"]["revision"] == 1
    assert records[edited]["revision"] == 2
    assert told(records[edited]) == truth(paper.story(edited))
    assert (records[withdrawn]["status"], records[older]["status"]) == ("withdrawn", "live")


@every_paper
@pytest_twisted.ensureDeferred
async def test_every_line_is_as_the_schema_says(newsroom):
    await newsroom.crawl()

    validator = jsonschema.Draft202012Validator(SCHEMA)
    records = newsroom.records().values()
    assert [error.message for record in records for error in validator.iter_errors(record)] == []
    assert {tuple(record) for record in records} == {tuple(SCHEMA["properties"])}


@every_paper
@pytest_twisted.ensureDeferred
async def test_a_host_is_never_asked_twice_at_a_time_nor_an_article_twice_in_a_run(newsroom):
    await newsroom.crawl()

    paper = newsroom.paper
    asked = Counter(paper.article_key(r) for r in paper.article_requests() if "page" not in r.query)
    assert set(newsroom.server.peak.values()) == {1}
    assert asked.most_common(1)[0][1] == 1


@every_paper
@pytest_twisted.ensureDeferred
async def test_the_first_run_brings_in_the_stories_of_seven_days(newsroom):
    await newsroom.crawl()

    since = newsroom.paper.today.date() - timedelta(days=7)
    recent = {s.key for s in newsroom.paper.stories if s.published.date() >= since}
    assert recent <= set(newsroom.records())


@heideblatt
@pytest_twisted.ensureDeferred
async def test_the_first_run_asks_for_no_day_before_its_window(newsroom):
    await newsroom.crawl()

    days = [request.path for request in newsroom.paper.requests if "/archiv/" in request.path]
    assert (len(days), days[-1]) == (8, "/archiv/2026/11/13/")


@every_paper
@pytest_twisted.ensureDeferred
async def test_a_range_of_days_brings_in_the_stories_of_these_days(newsroom):
    until = newsroom.paper.today.date() - timedelta(days=3)
    since = until - timedelta(days=2)

    await newsroom.crawl(since=since.isoformat(), until=until.isoformat())

    asked = {s.key for s in newsroom.paper.stories if since <= s.published.date() <= until}
    assert asked
    assert asked <= set(newsroom.records())


@thoibao
@pytest_twisted.ensureDeferred
async def test_an_article_under_several_urls_is_one_line_with_aliases(newsroom):
    with_print_links = newsroom.profile().replace("heading:Xem tin theo ngày", "p.congcu")

    await newsroom.crawl(toml=with_print_links)

    records = newsroom.records().values()
    aliases = [url for record in records for url in record["aliases"]]
    assert any("/print/" in url for url in aliases)
    assert any("//www." in url for url in aliases)
    assert any("/tin-tuc/0/" in url for url in [*aliases, *(r["url"] for r in records)])
    assert not any("utm_" in url for url in aliases)
    assert not any(record["url"] in record["aliases"] for record in records)


@demo_paper
@pytest_twisted.ensureDeferred
async def test_a_page_that_is_not_found_is_withdrawn_only_after_two_days_of_it(newsroom):
    await newsroom.crawl()
    key = newsroom.paper.stories[2].key
    newsroom.paper.withdraw(key, status=404)

    first = await newsroom.crawl()
    status = newsroom.records()[key]["status"]
    newsroom.paper.today += timedelta(hours=25)
    second = await newsroom.crawl()

    assert (first.gone, status) == (0, "live")
    assert (second.gone, newsroom.records()[key]["status"]) == (1, "withdrawn")


@demo_paper
@pytest_twisted.ensureDeferred
async def test_a_withdrawn_article_keeps_its_text_and_is_live_again_when_it_returns(newsroom):
    await newsroom.crawl()
    story = newsroom.paper.stories[2]
    newsroom.paper.withdraw(story.key)
    await newsroom.crawl()
    gone = newsroom.records()[story.key]
    newsroom.paper.publish(story)

    await newsroom.crawl()

    back = newsroom.records()[story.key]
    assert (gone["status"], gone["body"]) == ("withdrawn", story.body)
    assert (back["status"], back["withdrawn_at"], back["revision"]) == ("live", None, 1)


@demo_paper
@pytest_twisted.ensureDeferred
async def test_an_article_that_fails_is_fetched_by_a_later_run(newsroom):
    key = newsroom.paper.stories[1].key
    path = newsroom.path_of(key)
    newsroom.paper.fail(path, status=500)
    first = await newsroom.crawl()
    missing = key not in newsroom.records()
    newsroom.paper.fail(path, times=0)
    newsroom.paper.today += timedelta(hours=2)

    second = await newsroom.crawl()

    assert (first.failed, missing, first.exit_code) == (1, True, 0)
    assert second.new == 1
    assert key in newsroom.records()


@demo_paper
@pytest_twisted.ensureDeferred
async def test_a_broken_page_never_takes_the_place_of_a_good_version(newsroom):
    await newsroom.crawl()
    key = newsroom.paper.stories[0].key
    before = newsroom.records()[key]
    newsroom.paper.today += timedelta(hours=25)
    newsroom.paper.edit(key, paragraphs=())

    report = await newsroom.crawl()

    assert newsroom.records()[key] == before
    assert report.dropped == {"less than the version kept": 1}


@demo_paper
@pytest_twisted.ensureDeferred
async def test_a_server_that_only_fails_is_to_be_tried_later(newsroom):
    newsroom.paper.fail("/", status=500)

    report = await newsroom.crawl()

    assert report.exit_code == 75
    assert report.line.startswith("demo: cannot reach 127.0.0.1: robots.txt: HTTP 500")


@kabar
@pytest_twisted.ensureDeferred
async def test_why_articles_were_not_fetched_is_told_without_what_listings_met(newsroom):
    newsroom.paper.fail("/indeks", 404)
    newsroom.paper.fail("/berita/", 500)

    report = await newsroom.crawl()

    told = f"articles not fetched: {report.failed}, for HTTP 500 ({report.failed});"
    assert report.trouble.startswith(told)
    assert report.troubles.keys() == {"HTTP 500", "HTTP 404"}


@demo_paper
@pytest_twisted.ensureDeferred
async def test_listings_without_an_article_need_a_person(newsroom):
    profile = newsroom.profile().replace("(?P<key>", "(?P<key>x")

    report = await newsroom.crawl(toml=profile)

    assert report.exit_code == 3
    assert "no article found on" in report.line


@demo_paper
@pytest_twisted.ensureDeferred
async def test_articles_found_but_none_kept_need_a_person(newsroom):
    newsroom.paper.fail("/2026/", status=200)

    report = await newsroom.crawl()

    assert report.exit_code == 3
    assert "none kept: no body" in report.line


@demo_paper
@pytest_twisted.ensureDeferred
async def test_a_site_whose_lock_is_held_is_busy(newsroom):
    held = newsroom.hold_lock()

    report = await newsroom.crawl()

    held.close()
    assert report.exit_code == 75
    assert "another run" in report.line


@demo_paper
@pytest_twisted.ensureDeferred
async def test_a_paper_on_this_machine_is_refused_unless_allowed(newsroom):
    report = await newsroom.crawl(settings={"ALLOW_PRIVATE_HOSTS": False})

    assert newsroom.paper.requests == []
    assert report.exit_code == 3
    assert "private address" in report.line


@demo_paper
@pytest_twisted.ensureDeferred
async def test_an_unsound_range_is_refused(newsroom):
    report = await newsroom.crawl(since="2018-13-01")

    assert (report.exit_code, newsroom.paper.requests) == (2, [])
    assert "since=2018-13-01 is no day" in report.line


@demo_paper
@pytest_twisted.ensureDeferred
async def test_two_stories_with_one_text_are_both_kept_and_linked(newsroom):
    first = newsroom.paper.stories[-1]
    newsroom.paper.publish(newsroom.another_story("999", paragraphs=first.paragraphs))

    await newsroom.crawl()

    records = newsroom.records()
    assert records["999"]["copy_of"] == records[first.key]["id"]
    assert (records[first.key]["copy_of"], records[first.key]["similarity"]) == (None, 1.0)


@demo_paper
@pytest_twisted.ensureDeferred
async def test_a_number_used_again_for_another_story_is_kept_apart(newsroom):
    await newsroom.crawl()
    key = newsroom.paper.stories[0].key
    newsroom.paper.today += timedelta(hours=25)
    other = newsroom.another_story(key)
    newsroom.paper.publish(other)

    report = await newsroom.crawl()

    assert {key, f"{key}~2"} <= set(newsroom.records())
    assert newsroom.records()[f"{key}~2"]["headline"] == other.headline
    told = {"count": 1, "ids": [f"{newsroom.name}/{key}~2"]}
    assert report.suspicious == {"same key as another": told}


@demo_paper
@pytest_twisted.ensureDeferred
async def test_the_days_of_a_file_are_those_of_its_month_in_order(newsroom):
    await newsroom.crawl()

    for name, text in newsroom.files().items():
        days = [orjson.loads(line)["date"] for line in text.splitlines()]
        assert days == sorted(days)
        assert {date.fromisoformat(day).strftime("%Y-%m.jsonl") for day in days} == {name}


def redirecting(paper, prefix, target, status=301):
    """Have *paper* answer paths that begin with *prefix* by a redirect to what *target* makes."""
    answer = paper.respond

    def respond(request):
        response = answer(request)
        if request.path.startswith(prefix) and "moved" not in request.query:
            return PressResponse(status=status, headers={"location": target(request)})
        return response

    paper.respond = respond


@thoibao
@pytest_twisted.ensureDeferred
async def test_an_article_is_followed_to_where_it_moved(newsroom):
    redirecting(newsroom.paper, "/tin-tuc/", lambda request: f"{request.path}?moved=1")

    await newsroom.crawl(since="first")

    records = newsroom.records()
    assert records.keys() == newsroom.paper.truth().keys()
    assert all(record["url"].endswith("?moved=1") for record in records.values())
    assert all(record["aliases"] for record in records.values())


@demo_paper
@pytest_twisted.ensureDeferred
async def test_a_listing_that_moved_is_followed(newsroom):
    redirecting(newsroom.paper, "/chuyen-muc/", lambda request: f"{request.path}?moved=1")

    report = await newsroom.crawl(since="first")

    assert (report.new, report.exit_code) == (12, 0)


@demo_paper
@pytest_twisted.ensureDeferred
async def test_articles_that_all_lead_home_need_a_person(newsroom):
    redirecting(newsroom.paper, "/2026/", lambda _: "/?moved=1", status=302)

    report = await newsroom.crawl()

    assert report.exit_code == 3
    assert "none kept: redirected to no article" in report.line


@demo_paper
@pytest_twisted.ensureDeferred
async def test_articles_that_are_all_not_found_need_a_person(newsroom):
    newsroom.paper.fail("/2026/", status=404)

    report = await newsroom.crawl()

    assert (report.exit_code, report.missing) == (3, 12)
    assert "12 articles found, none kept: not found (12)" in report.line


@demo_paper
@pytest_twisted.ensureDeferred
async def test_a_page_shown_in_place_of_a_lost_article_never_takes_its_place(newsroom):
    await newsroom.crawl()
    before = newsroom.records()
    path = newsroom.path_of(newsroom.paper.stories[0].key)
    answer = newsroom.paper.respond
    lost = PressResponse.text(
        "<h1>Trang không tồn tại</h1><p>Mời bạn đọc quay lại trang chủ.</p>" * 3
    )
    newsroom.paper.respond = lambda request: lost if request.path == path else answer(request)
    newsroom.paper.today += timedelta(hours=25)

    report = await newsroom.crawl()

    assert (report.new, report.changed) == (0, 0)
    assert newsroom.records() == before


@demo_paper
@pytest_twisted.ensureDeferred
async def test_one_failing_article_does_not_make_a_quiet_run_fail(newsroom):
    key = newsroom.paper.stories[1].key
    newsroom.paper.fail(newsroom.path_of(key), status=500)
    await newsroom.crawl()
    newsroom.paper.today += timedelta(hours=2)

    report = await newsroom.crawl()

    assert (report.failed, report.exit_code) == (1, 0)


@thoibao
@pytest_twisted.ensureDeferred
async def test_a_day_form_that_stands_on_articles_only_is_remembered(newsroom):
    await newsroom.crawl()
    until = newsroom.paper.today.date() - timedelta(days=14)

    await newsroom.crawl(since=(until - timedelta(days=2)).isoformat(), until=until.isoformat())

    days = {
        request.query["ngay"][0] for request in newsroom.paper.requests if "ngay" in request.query
    }
    assert len(days) == 3


@demo_paper
@pytest_twisted.ensureDeferred
async def test_an_article_without_a_clock_time_is_not_looked_at_for_ever(newsroom):
    no_zone = newsroom.profile().replace('timezone = "Asia/Ho_Chi_Minh"', "")
    await newsroom.crawl(toml=no_zone)
    newsroom.paper.today += timedelta(days=40)
    await newsroom.crawl(toml=no_zone)
    newsroom.paper.today += timedelta(hours=25)

    await newsroom.crawl(toml=no_zone)

    assert newsroom.paper.article_requests() == []


@kabar
@pytest_twisted.ensureDeferred
async def test_a_range_that_was_cut_short_goes_on_where_it_was(newsroom):
    cut = await newsroom.crawl(since="first", settings={"CLOSESPIDER_PAGECOUNT": 70})
    first = newsroom.index_days()

    report = await newsroom.crawl(since="first")

    assert (cut.exit_code, report.exit_code) == (1, 0)
    assert len(first) > 20
    assert len(first & newsroom.index_days()) <= 1
    assert newsroom.records().keys() == newsroom.paper.truth().keys()


@kabar
@pytest_twisted.ensureDeferred
async def test_a_range_that_was_walked_to_its_end_begins_anew(newsroom):
    await newsroom.crawl(since="first")
    days = newsroom.index_days()

    await newsroom.crawl(since="first")

    assert newsroom.index_days() == days


@kabar
@pytest_twisted.ensureDeferred
async def test_a_plain_run_looks_at_what_is_new_besides_what_was_left(newsroom):
    await newsroom.crawl(settings={"CLOSESPIDER_PAGECOUNT": 4})

    report = await newsroom.crawl()

    since = newsroom.paper.today.date() - timedelta(days=7)
    recent = {s.key for s in newsroom.paper.stories if s.published.date() >= since}
    assert report.exit_code == 0
    assert recent <= set(newsroom.records())


@every_paper
@pytest_twisted.ensureDeferred
async def test_a_report_tells_what_each_channel_cost_and_brought(newsroom):
    report = await newsroom.crawl()

    channels = report.channels
    assert sum(channel["requests"] for channel in channels.values()) <= report.requests
    assert max(channel["new"] for channel in channels.values()) <= report.new
    assert {name for a in newsroom.records().values() for name in a["channels"]} <= set(channels)
    assert report.requests_per_new == round(report.requests / report.new, 2)
    assert 0 <= report.latency["median"] <= report.latency["p95"]
