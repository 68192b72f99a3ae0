from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from newsbot.state import State
from newsbot.tdmrep import Rule

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
HOST = "waldbote.test"
RULES = (Rule("/frei/", False), Rule("/", True, "https://waldbote.test/tdm.json"))


def test_a_host_is_asked_once_a_day():
    reservations = State().reservations
    assert reservations.is_due(HOST, NOW)

    reservations.keep(HOST, (), NOW)

    assert not reservations.is_due(HOST, NOW + timedelta(hours=23))
    assert reservations.is_due(HOST, NOW + timedelta(days=1))


def test_what_a_host_says_now_takes_the_place_of_what_it_said():
    state = State()
    state.reservations.keep(HOST, (), NOW)

    state.reservations.keep(HOST, RULES, NOW)

    ((rules,),) = state._db.execute("SELECT rules FROM reservation")
    assert [Rule(*rule) for rule in json.loads(rules)] == list(RULES)
