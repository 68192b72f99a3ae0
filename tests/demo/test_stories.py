from __future__ import annotations

import unicodedata
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from newsbot.demo.stories import TEXTS, first_stories, next_issue

TODAY = datetime(2026, 11, 20, 18, 38, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def test_twelve_stories_lie_in_the_six_days_before():
    ages = [TODAY - story.published for story in first_stories(TODAY)]

    assert len(ages) == 12
    assert timedelta(hours=1) < min(ages)
    assert max(ages) < timedelta(days=6)


def test_stories_appear_at_whole_minutes():
    assert {story.published.second for story in first_stories(TODAY)} == {0}


def test_every_story_has_three_to_five_paragraphs():
    assert {len(story.paragraphs) for story in first_stories(TODAY)} <= {3, 4, 5}


def test_the_texts_are_composed_unicode():
    assert unicodedata.is_normalized("NFC", TEXTS.read_text(encoding="utf-8"))


def test_the_edit_of_the_next_issue_finds_its_words():
    issue = next_issue(TODAY)
    bodies = {story.key: story.body for story in first_stories(TODAY)}

    assert bodies[issue.edited].count(issue.old) == 1


def test_the_next_issue_withdraws_another_story_than_it_edits():
    issue = next_issue(TODAY)

    assert issue.withdrawn in {story.key for story in first_stories(TODAY)} - {issue.edited}
