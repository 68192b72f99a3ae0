from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from newsbot.demo.paper import Paper, PressRequest, PressResponse, Story

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)


class Leaflet(Paper):
    hosts = ("leaflet.test",)
    zone = ZoneInfo("Asia/Ho_Chi_Minh")

    def routes(self):
        return {r"/": self.front_page, r"/a/(?P<key>\d+)": self.article_page}

    def front_page(self, request):
        return PressResponse.text(" ".join(story.key for story in self.stories))

    def article_page(self, request, key):
        return PressResponse.text(self.story(key).body)


def make_story(key="1", **changes):
    fields = {
        "headline": f"Tin số {key}",
        "paragraphs": ("Một.", "Hai."),
        "section": "Kinh tế",
        "published": NOON - timedelta(hours=1),
    }
    return Story(key=key, **fields | changes)


def ask(paper, target, **how):
    return paper.respond(PressRequest.to(f"http://leaflet.test:8080{target}", **how))


@pytest.fixture
def paper():
    older = make_story("1", published=NOON - timedelta(days=1), section="Văn hóa")
    return Leaflet([older, make_story("2")], NOON)


def test_a_body_is_its_paragraphs_split_by_an_empty_line():
    assert make_story().body == "Một.\n\nHai."


def test_the_clock_runs_in_the_zone_of_the_paper(paper):
    assert paper.today.isoformat() == "2026-11-20T12:00:00+07:00"


def test_a_story_is_printed_in_the_time_of_the_paper(paper):
    assert paper.story("2").published.isoformat() == "2026-11-20T11:00:00+07:00"


def test_stories_stand_newest_first(paper):
    assert ask(paper, "/").body == b"2 1"


def test_stories_are_told_apart_by_section_and_by_day(paper):
    assert [story.key for story in paper.stories_of(section="Văn hóa")] == ["1"]
    assert [story.key for story in paper.stories_of(day=date(2026, 11, 20))] == ["2"]


def test_a_published_story_stands_on_the_pages_at_once(paper):
    paper.publish(make_story("3"))

    assert ask(paper, "/").body == b"3 2 1"


def test_a_story_of_tomorrow_is_missing_until_the_clock_gets_there(paper):
    paper.publish(make_story("3", published=NOON + timedelta(days=1)))

    assert ask(paper, "/a/3").status == 404
    paper.today += timedelta(days=1)
    assert ask(paper, "/a/3").status == 200


def test_an_edit_changes_the_page_and_the_time_of_change(paper):
    paper.edit("2", paragraphs=("Ba.",))

    assert ask(paper, "/a/2").body == b"Ba."
    assert paper.story("2").modified == NOON


def test_an_edit_may_name_its_own_time(paper):
    paper.edit("2", headline="Sửa", modified=None)

    assert paper.story("2").modified is None


@pytest.mark.parametrize("status", [404, 410])
def test_a_withdrawn_story_leaves_the_listings_and_answers_so(paper, status):
    paper.withdraw("2", status)

    assert ask(paper, "/a/2").status == status
    assert ask(paper, "/").body == b"1"


def test_a_withdrawn_story_comes_back_when_published_again(paper):
    paper.withdraw("2")
    paper.publish(make_story("2"))

    assert ask(paper, "/a/2").status == 200


def test_an_unknown_path_is_missing(paper):
    assert ask(paper, "/b").status == 404


def test_a_request_takes_its_parts_from_the_url():
    request = PressRequest.to("http://x.test:81/a%20b?n=7&n=8", form={"m": ["9"]})

    assert (request.host, request.path, request.origin) == ("x.test", "/a b", "http://x.test:81")
    assert (request.number("n"), request.number("m"), request.number("p", 3)) == (7, 9, 3)
