"""Listings asked for only if they have changed: of papers that tell the truth, and that don't."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from signal import SIGKILL

import pytest
import pytest_twisted
from scrapy import Request, Spider
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from newsbot.archive.reading import read_records
from newsbot.middlewares.conditional import ConditionalMiddleware
from newsbot.step import Step
from newsbot.trust import QUESTION, Question
from newsbot.validator import Condition
from tests.faults.survivor import Survivor
from tests.press import TODAY
from tests.press.newsroom import Newsroom
from tests.test_crawl import redirecting

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
HOME = "https://waldbote.test/"
HOUR = timedelta(hours=1)
# The listings of the demo paper that lead to no other one.
ALL = {"/", "/feed/", "/post-sitemap.xml"}
HELD = Question(Condition("If-None-Match", '"caf\xe9"'), "<urn:1>")
TRAP = Question(Condition("If-None-Match", '"newsbot"'), is_trap=True)


class Word:
    """Stands for the trust of a run: has a question for some addresses, and hears of lies."""

    def __init__(self, **questions):
        self.questions = {HOME + path: question for path, question in questions.items()}
        self.distrusted = []

    def question(self, step, url):
        return self.questions.get(url)

    def distrust(self, url, why):
        self.distrusted.append((url, why))


def listing(path="a", **more):
    return Request(HOME + path, cb_kwargs={"step": Step(url=HOME + path, channel="seed")}, **more)


def test_a_condition_goes_out_as_it_came_and_a_304_reaches_the_callback():
    request = listing()
    ConditionalMiddleware(Word(a=HELD)).process_request(request)

    assert request.headers["If-None-Match"] == b'"caf\xe9"'
    assert request.meta["handle_httpstatus_list"] == [304]
    assert request.meta[QUESTION] == HELD


def test_what_a_spider_handles_itself_it_still_does():
    request = listing()
    ConditionalMiddleware(Word(a=HELD), (404,)).process_request(request)

    assert request.meta["handle_httpstatus_list"] == [404, 304]


@pytest.mark.parametrize("request_", [listing("b"), Request(f"{HOME}a")], ids=["other", "no step"])
def test_all_else_goes_out_as_it_is(request_):
    ConditionalMiddleware(Word(a=HELD)).process_request(request_)

    assert not request_.headers
    assert not request_.meta


def test_a_redirect_takes_no_condition_along():
    guard = ConditionalMiddleware(Word(a=HELD))
    request = listing()
    guard.process_request(request)
    following = request.replace(url=f"{HOME}b")
    guard.process_request(following)

    assert "If-None-Match" not in following.headers
    assert following.meta == {"handle_httpstatus_list": []}
    assert request.headers["If-None-Match"]


def test_a_request_tried_again_bears_its_condition_once():
    guard = ConditionalMiddleware(Word(a=HELD))
    request = listing()
    guard.process_request(request)
    again = request.copy()
    guard.process_request(again)

    assert again.headers.getlist("If-None-Match") == [b'"caf\xe9"']
    assert again.meta["handle_httpstatus_list"] == [304]


@pytest.mark.parametrize(("question", "status"), [(HELD, 304), (HELD, 200), (TRAP, 200)])
def test_an_answer_that_can_be_true_is_handed_on(question, status):
    word = Word(a=question)
    guard = ConditionalMiddleware(word)
    request, response = listing(), Response(f"{HOME}a", status=status)
    guard.process_request(request)

    assert guard.process_response(request, response) is response
    assert word.distrusted == []


def test_a_304_to_what_was_never_given_is_a_lie_and_the_listing_is_asked_for_again():
    word = Word(a=TRAP)
    guard = ConditionalMiddleware(word)
    request = listing()
    guard.process_request(request)

    again = guard.process_response(request, Response(f"{HOME}a", status=304))

    assert (again.url, again.dont_filter) == (f"{HOME}a", True)
    assert word.distrusted == [(f"{HOME}a", "answers 304 to an ETag or a date that it never gave")]


def test_it_has_nothing_to_ask_for_a_spider_of_somebody_elses():
    crawler = get_crawler()
    crawler.spider = Spider(name="other")

    with pytest.raises(NotConfigured):
        ConditionalMiddleware.from_crawler(crawler)


class Desk:
    """Gives what a paper answers an ETag, and says which of them holds.

    *log* has for every request where it went, the ETag it bore, and what it was answered.
    """

    def __init__(self, paper):
        self.paper = paper
        self.answer = paper.respond
        self.log = []
        paper.respond = self.respond

    def tag(self, request, response):
        return f'"{sha256(response.body).hexdigest()}"'

    def holds(self, request, asked, tag):
        return asked == tag

    def respond(self, request):
        response = self.answer(request)
        asked = request.headers.get("if-none-match")
        if response.status == 200 and not self.paper.article_key(request):
            tag = self.tag(request, response)
            response = replace(response, headers={**response.headers, "etag": tag})
            if self.holds(request, asked, tag):
                response = replace(response, status=304, body=b"")
        self.log.append((request.target, asked, response.status))
        return response

    @property
    def unchanged(self):
        """The targets that were answered by 304."""
        return {target for target, _, status in self.log if status == 304}

    @property
    def asked(self):
        """The targets that were asked for on a condition."""
        return {target for target, asked, _ in self.log if asked}


class Stale(Desk):
    """Gives each page one ETag for ever, *since* then."""

    def __init__(self, paper, since=None):
        super().__init__(paper)
        self.since = since or paper.today
        self.tags = {}

    def tag(self, request, response):
        tag = super().tag(request, response)
        return self.tags.setdefault(request.target, tag) if self.paper.today >= self.since else tag


class Deaf(Desk):
    """Takes any ETag for that of the page."""

    def holds(self, request, asked, tag):
        return asked is not None


class Odd(Desk):
    """Answers for the feed by 304, asked or not."""

    def holds(self, request, asked, tag):
        return request.path == "/feed/"


class Reader:
    """Reads the demo paper; the hours between two looks grow, as they do where little is new."""

    def __init__(self, room):
        self.room, self.paper, self.desk = room, room.paper, None
        self.pause = HOUR

    async def look(self, **settings):
        """Crawl, with only what is answered this time in the log of the desk."""
        self.desk.log.clear()
        report = await self.room.crawl(settings=settings)
        self.paper.today += self.pause
        self.pause *= 2
        return report

    async def prove(self, desk):
        """Look at the paper, before whose *desk* a story is printed, until it is trusted."""
        self.desk = desk
        await self.look()
        self.print("997")
        await self.look()

    def print(self, key="999"):
        """Print a story."""
        self.paper.publish(self.room.another_story(key))

    def records(self):
        """Return all records of the archive."""
        files = sorted((self.room.folder / "archive" / "demo").glob("*.warc.gz"))
        return [record for path in files for record in read_records(path)]


@pytest_twisted.async_yield_fixture
async def reader(tmp_path):
    room = Newsroom("demo", tmp_path)
    yield Reader(room)
    await room.close()


@pytest_twisted.ensureDeferred
async def test_a_paper_that_tells_the_truth_sends_no_listing_twice(reader):
    await reader.prove(Desk(reader.paper))
    before = reader.room.files()

    report = await reader.look()

    assert reader.desk.unchanged == reader.desk.asked == ALL
    assert reader.room.files() == before
    assert (report.new, report.gone, report.missing, report.trouble) == (0, 0, 0, None)


@pytest_twisted.ensureDeferred
async def test_news_come_in_at_once_where_the_truth_is_told(reader):
    await reader.prove(Desk(reader.paper))
    reader.print()

    report = await reader.look()

    assert (report.new, reader.desk.unchanged) == (1, set())
    assert reader.desk.asked


@pytest_twisted.ensureDeferred
async def test_no_first_look_is_conditional(reader):
    reader.desk = Desk(reader.paper)

    await reader.look()

    assert reader.desk.asked == set()


@pytest_twisted.ensureDeferred
async def test_a_range_is_asked_for_in_full(reader):
    await reader.prove(Desk(reader.paper))
    reader.desk.log.clear()

    await reader.room.crawl(since="first")

    assert reader.desk.unchanged == set()


@pytest_twisted.ensureDeferred
async def test_a_lie_hides_an_article_until_the_next_look_in_full_and_never_again(reader):
    await reader.prove(Stale(reader.paper, since=reader.paper.today + HOUR))
    reader.print("998")
    hidden = await reader.look()
    reader.paper.today += 24 * HOUR

    found = await reader.look()
    reader.print("999")
    reader.paper.today += 24 * HOUR
    at_once = await reader.look()

    assert (hidden.new, found.new, at_once.new) == (0, 1, 1)
    assert reader.desk.asked == set()
    assert {"998", "999"} <= set(reader.room.records())


@pytest_twisted.ensureDeferred
async def test_who_never_changes_an_etag_hides_nothing(reader):
    reader.desk = Stale(reader.paper)
    for _ in range(2):
        await reader.look()
    reader.print()

    report = await reader.look()
    await reader.look()

    assert report.new == 1
    assert reader.desk.asked == set()


@pytest_twisted.ensureDeferred
async def test_who_takes_any_etag_for_true_is_caught_at_the_first_and_read_in_the_same_run(reader):
    reader.desk = Deaf(reader.paper)
    await reader.look()
    reader.print()

    report = await reader.look()

    assert report.new == 1
    assert len(reader.desk.unchanged) == 1
    assert report.troubles == {}


@pytest_twisted.ensureDeferred
async def test_a_304_that_nobody_asked_for_is_a_listing_that_failed(reader):
    reader.desk = Odd(reader.paper)

    report = await reader.look()

    assert report.troubles == {"304 unasked": 1}
    with closing(reader.room.hold_lock()) as state:
        assert state.runs.settled(reader.paper.today.date()) is None


@pytest_twisted.ensureDeferred
async def test_a_condition_goes_to_where_a_listing_has_moved_and_not_to_where_it_was(reader):
    def moved(request):
        return f"{request.path}?moved=1"

    redirecting(reader.paper, "/feed/", moved)
    await reader.prove(Desk(reader.paper))

    await reader.look()

    feed = [(target, bool(asked), status) for target, asked, status in reader.desk.log]
    assert ("/feed/", False, 301) in feed
    assert ("/feed/?moved=1", True, 304) in feed


@pytest_twisted.ensureDeferred
async def test_a_revisit_refers_to_the_page_that_the_304_meant(reader):
    await reader.prove(Desk(reader.paper))
    story = reader.room.another_story("999")
    reader.paper.publish(story)
    await reader.look()
    reader.paper.withdraw("999")
    await reader.look()

    await reader.look()

    feed = [r for r in reader.records() if r.url and r.url.endswith("/feed/")]
    _, meant, other, again, last = [r for r in feed if r.kind in {"response", "revisit"}]
    assert (meant.kind, other.kind, reader.desk.unchanged) == ("response", "response", ALL)
    assert again.headers["warc-refers-to"] == meant.record_id
    assert last.headers["warc-refers-to"] == meant.record_id


@pytest.mark.parametrize("kill_at", [1, 3, 5])
@pytest_twisted.ensureDeferred
async def test_a_run_that_is_killed_hides_nothing_from_the_next(tmp_path, kill_at):
    survivor = Survivor(tmp_path, "demo", TODAY)
    desk = Desk(survivor.paper)
    survivor._answer = desk.respond
    story = survivor.paper.stories[-1]
    for hours in (1, 2):
        await survivor.crawl()
        survivor.now += hours * HOUR
        survivor.paper.publish(replace(story, key=f"99{hours}", published=TODAY))

    codes = [await survivor.crawl(kill_at=kill_at)]
    survivor.now += 4 * HOUR
    codes.append(await survivor.crawl())
    await survivor.close()

    assert codes == [-SIGKILL, 0]
    assert survivor.losses() == []
