from __future__ import annotations

from datetime import UTC, datetime, timedelta

from newsbot.state import State
from newsbot.tdmrep import Rule

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
HOST, URL = "waldbote.test", "https://waldbote.test/artikel/7"
RULES = (Rule("/frei/", False), Rule("/", True, "https://waldbote.test/tdm.json"))


def test_a_host_is_asked_once_a_day():
    reservations = State().reservations
    assert reservations.is_due(HOST, NOW)

    reservations.keep(HOST, (), NOW)

    assert not reservations.is_due(HOST, NOW + timedelta(hours=23))
    assert reservations.is_due(HOST, NOW + timedelta(days=1))


def test_it_is_known_what_holds_of_a_page():
    reservations = State().reservations
    reservations.keep(HOST, (), NOW)
    assert reservations.rule_of(URL) is None

    reservations.keep(HOST, RULES, NOW)

    assert reservations.rule_of(URL) == RULES[1]
    assert reservations.rule_of("https://kurier.test/") is None
