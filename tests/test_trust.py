"""Which listings are asked for only if they have changed, and what makes and ends the trust."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse

from newsbot.archive.file import Place
from newsbot.archive.record import Original
from newsbot.counts import Counts
from newsbot.items import Warc
from newsbot.pages import open_listing
from newsbot.profile import parse_profile
from newsbot.profilekeys import DayPages
from newsbot.run import Run
from newsbot.state import State
from newsbot.state.gaps import Gap
from newsbot.state.listings import Entry
from newsbot.step import Step
from newsbot.trust import MOST_UNCHANGED, QUESTION, Trust
from newsbot.validator import Condition
from newsbot.visit import WARC
from tests.conftest import PROFILE

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
HOME = "https://waldbote.test/"
FRONT = Step(url=HOME, channel="seed")
BEFORE, EARLIER = (f"Wed, 23 Oct 2024 0{hour}:00:00 GMT" for hour in (7, 8))


class Reader:
    """Looks at listings of waldbote, as one run after another does."""

    def __init__(self, profile):
        self.now = NOW
        self.profile = profile
        self.state = State()
        first = self.state.begin_run(NOW)
        self.state.runs.end(first, NOW, NOW.date(), b"{}")
        self.begin()

    def begin(self, **arguments):
        self.run = Run(self.profile, self.state, lambda: self.now, arguments)
        self.trust = Trust(self.run)

    def ask(self, step=FRONT, url=None):
        """Return the condition that would be sent, ``None`` for none and for a trap."""
        question = self.trust.question(step, url or step.url)
        return question.condition if question and not question.is_trap else None

    def look(self, *keys, step=FRONT, url=None, record=None, **headers):
        """Have the listing answer in full with links to the articles *keys*."""
        links = "".join(f'<a href="/artikel/{key}">{key}</a>' for key in keys)
        self.read(links, step, url or step.url, record, **headers)

    def read(self, text, step, url=None, record=None, **headers):
        """Have the listing answer in full by *text*."""
        url = url or step.url
        meta = {QUESTION: self.trust.question(step, url)}
        if record:
            meta[WARC] = Warc(file="x.warc.gz", offset=0, record_id=record)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = Request(url, meta=meta)
        response = HtmlResponse(url, body=text.encode(), headers=named, request=request)
        self.trust.learn(step, open_listing(response, self.profile), response)

    def prove(self, step=FRONT, etag='"a"', **more):
        """Have the listing earn trust: when it changes, so does its ETag."""
        self.look("6", step=step, etag='"0"', **more)
        self.look("7", step=step, etag=etag, **more)

    @property
    def caught(self):
        return self.run.state.validators.is_liar("waldbote.test")


@pytest.fixture
def reader(profile):
    return Reader(profile)


def test_a_listing_met_for_the_first_time_is_asked_for_without_a_condition(reader):
    assert reader.trust.question(FRONT, HOME) is None


def test_a_validator_that_was_just_learnt_is_not_sent_but_a_trap_is(reader):
    reader.look("7", etag='"a"')

    question = reader.trust.question(FRONT, HOME)
    assert (question.is_trap, question.condition.value) == (True, '"newsbot"')


def test_an_etag_that_changes_as_its_listing_does_earns_trust(reader):
    reader.look("7", etag='"a"')
    reader.look("8", "7", etag='"b"')

    assert reader.ask() == Condition("If-None-Match", '"b"')


def test_an_etag_that_stays_as_its_listing_does_earns_none_before_one_has_changed(reader):
    feed = Step(url=f"{HOME}feed/", channel="feed")
    for _ in range(2):
        reader.look("7", step=feed, etag='"f"')
    before = reader.trust.question(feed, feed.url)

    reader.prove()
    assert before is None
    assert reader.ask(feed) == Condition("If-None-Match", '"f"')


def test_an_etag_that_is_another_at_every_look_earns_none(reader):
    reader.prove(step=Step(url=f"{HOME}feed/", channel="feed"))
    for number in range(4):
        reader.look("7", etag=f'"{number}"')

    assert reader.ask() is None
    assert not reader.caught


def test_a_date_of_the_last_change_earns_trust_as_well(reader):
    reader.look("6", last_modified=BEFORE)
    reader.look("7", last_modified=EARLIER)

    assert reader.ask() == Condition("If-Modified-Since", EARLIER)


@pytest.mark.parametrize("named", [{"etag": '"a"'}, {"last_modified": EARLIER}], ids=str)
def test_a_listing_that_changed_under_the_same_validator_is_never_asked_so_again(reader, named):
    feed = Step(url=f"{HOME}feed/", channel="feed")
    reader.prove(step=feed, etag='"f"')
    reader.look("7", **named)
    reader.look("8", "7", **named)

    reader.look("8", "7", etag='"new"')
    assert reader.caught
    assert reader.trust.question(FRONT, HOME) is None
    assert reader.trust.question(feed, feed.url) is None


def test_another_host_of_the_site_is_still_believed(reader):
    other = Step(url="https://www.waldbote.test/", channel="seed")
    reader.prove(step=other)
    reader.look("7", etag='"a"')
    reader.look("8", etag='"a"')
    reader.begin()

    assert reader.trust.question(FRONT, HOME) is None
    assert reader.ask(other)


def test_where_a_lie_is_caught_all_is_asked_for_at_once(reader):
    reader.prove()
    reader.look("8", etag='"a"')

    assert reader.run.alarm


def test_a_weak_etag_stands_for_the_same_page_as_the_strong_one(reader):
    reader.look("7", etag='W/"a"')
    reader.look("8", etag='"a"')

    assert reader.caught


def test_the_same_bytes_are_no_lie_however_they_are_read(reader):
    reader.look("7", etag='"a"', record="<urn:1>")
    reader.look("7", "8", etag='"a"', record="<urn:1>")

    assert not reader.caught


def test_a_profile_that_was_changed_reads_all_anew_and_catches_nobody(reader):
    reader.prove()
    reader.profile = parse_profile("waldbote", PROFILE.replace(b"[links]", b"delay = 3.0\n[links]"))
    reader.begin()

    assert reader.trust.question(FRONT, HOME) is None
    reader.look("7", "8", etag='"a"')
    assert not reader.caught


def test_every_eighth_look_is_in_full(reader):
    reader.prove()
    asked = []
    for _ in range(MOST_UNCHANGED + 1):
        asked.append(reader.ask() is not None)
        if asked[-1]:
            reader.trust.believe(FRONT)

    assert asked == [True] * 7 + [False]
    reader.look("7", etag='"a"')
    assert reader.ask()


@pytest.mark.parametrize("hours", [24, -1], ids=["a day later", "clock put back"])
def test_a_listing_last_seen_in_full_a_day_ago_is_asked_for_in_full(reader, hours):
    reader.prove()
    reader.now += timedelta(hours=hours)

    assert reader.ask() is None


def test_a_run_for_a_range_asks_in_full(reader):
    reader.prove()
    reader.begin(since="2024-10-01")

    assert reader.ask() is None


def test_what_a_run_for_a_range_has_passed_over_is_not_taken_for_known(reader):
    reader.prove()
    reader.begin(since="2024-10-01", until="2024-10-02")
    reader.look("8", "7", etag='"b"')
    reader.begin()

    assert reader.ask() == Condition("If-None-Match", '"a"')


def test_a_run_for_a_range_catches_a_liar_as_well(reader):
    reader.prove()
    reader.begin(since="2024-10-01", until="2024-10-02")
    reader.look("8", "7", etag='"a"')

    assert reader.caught


@pytest.mark.parametrize(("day", "etag"), [(23, '"b"'), (24, '"a"')], ids=["today", "tomorrow"])
def test_an_article_dated_tomorrow_is_not_taken_for_known(reader, day, etag):
    feed = Step(url=f"{HOME}feed/", channel="feed")
    item = "<item><link>/artikel/{}</link><pubDate>2024-10-{}T08:00</pubDate></item>"
    for number, text in enumerate(['"0"', '"a"', '"b"']):
        items = [item.format(7 + n, day if n == 2 else 22) for n in range(number + 1)]
        reader.read(f"<rss>{''.join(items)}</rss>", step=feed, etag=text)

    assert reader.ask(feed) == Condition("If-None-Match", etag)


def test_a_site_that_was_never_crawled_to_an_end_is_asked_in_full(reader):
    reader.prove()
    reader.state._db.execute("UPDATE run SET settled = NULL")
    reader.begin()

    assert reader.ask() is None


def test_while_a_gap_is_open_all_is_asked_in_full(reader):
    reader.prove()
    reader.state.gaps.find(Gap("GET https://waldbote.test/sport/", NOW, NOW), run=2)

    assert reader.ask() is None
    reader.state.gaps.heal("GET https://waldbote.test/sport/", 2)
    assert reader.ask()
    reader.run.alarm = True
    assert reader.ask() is None


def test_a_validator_goes_to_the_address_that_answered_and_to_no_other(reader):
    reader.prove(url=f"{HOME}start")

    assert reader.ask(url=HOME) is None
    assert reader.ask(url=f"{HOME}start")


def test_what_the_archive_has_lost_is_fetched_again(reader):
    place = Place(file="x.warc.gz", offset=0, length=9, record_id="<urn:1>")
    page = Original(record_id="<urn:1>", url=HOME, moment=NOW, payload_digest="sha1:A")
    reader.look("6", etag='"0"', record="<urn:0>")
    reader.look("7", etag='"a"', record="<urn:1>")
    lost = reader.ask()
    reader.state.captures.add(page, place)

    assert lost is None
    assert reader.ask()


def test_an_answer_without_a_validator_makes_the_earlier_one_void(reader):
    reader.prove()
    reader.look("8")

    assert reader.trust.question(FRONT, HOME) is None


def test_an_index_that_is_the_only_way_to_other_sitemaps_is_read_each_time(reader):
    step = Step(url=f"{HOME}sitemap.xml", channel="sitemap")
    index = f"<sitemapindex><sitemap><loc>{HOME}sitemap-1.xml</loc></sitemap></sitemapindex>"
    reader.prove(step=step)
    reader.read(index, step=step, etag='"b"')

    assert reader.trust.question(step, step.url) is None


DAY = date(2024, 10, 22)
days = DayPages(f"{HOME}tag/{{day}}")


@pytest.mark.parametrize(
    "step",
    [
        Step(url=f"{HOME}artikel/7", channel="seed", key="7"),
        Step(url=f"{HOME}robots.txt", channel="sitemap"),
        Step(url=f"{HOME}tag", channel="day", method="POST", form={"d": "1"}),
        Step(url=f"{HOME}tag", channel="day", form={"d": "1"}),
        Step(url=f"{HOME}?seite=2", channel="section", after=("7",), root=FRONT.address),
    ],
    ids=["article", "robots.txt", "POST", "form", "page behind another"],
)
def test_all_but_the_first_pages_of_listings_are_asked_for_in_full(reader, step):
    reader.prove(step=step)

    assert reader.trust.question(step, step.url) is None


def test_the_page_of_a_day_is_asked_about_though_another_day_led_to_it(reader):
    step = Step(url=f"{HOME}tag/{DAY}", channel="day", day=DAY, days=days, after=("7",))
    reader.prove(step=step)

    assert reader.ask(step)


def test_a_listing_that_has_not_changed_counts_as_one_that_answered_and_shows_what_it_did(reader):
    reader.state.listings.replace(FRONT.address, [Entry("8", ""), Entry("7", "")])

    reader.trust.believe(FRONT)

    assert reader.run.counts == Counts(listings=1, unchanged=1, listed=2)
