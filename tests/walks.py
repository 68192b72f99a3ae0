"""What tests of a walk need: a site, its run, and listings as pages show them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from newsbot.pages.listed import Listed
from newsbot.profile import parse_profile
from newsbot.run import Run
from newsbot.state import State
from newsbot.step import Step
from newsbot.walk import Walk

if TYPE_CHECKING:
    from datetime import date

    from newsbot.pages.listed import Listing

NOW = datetime(2024, 10, 23, 12, tzinfo=UTC)
LATER = NOW + timedelta(hours=6)
HOME = "https://waldbote.test"
SECOND = f"{HOME}/lokales/?p=2"
PROFILE = rf"""
domain = "waldbote.test"
timezone = "Europe/Berlin"
[links]
article = '/artikel/(?P<key>\d+)'
sections = ["{HOME}/lokales/", "nav"]
day = "{HOME}/archiv/{{day:%Y/%m/%d}}/"
more = "{HOME}/mehr?seite={{page}}"
"""


def new_run(
    state: State | None = None, toml: str = PROFILE, now: datetime = NOW, **arguments: str
) -> Run:
    """Return a run over the site waldbote that begins at *now*."""
    profile = parse_profile("waldbote", toml.encode(), [])
    return Run(profile, state or State(), lambda: now, arguments)


def settled(state: State, now: datetime = NOW) -> State:
    """Return *state* after a run at *now* that left nothing to be found."""
    _, name = state.runs.begin(now)
    state.runs.end(name, now, now.date(), b'{"new": 1}')
    return state


def listing(
    *numbers: int, day: date | None = None, stamp: str | None = None, **changes: Any
) -> Listing:
    """Return a listing that shows the articles *numbers*."""
    shown = tuple(Listed(f"{HOME}/artikel/{n}", day, stamp) for n in numbers)
    blank = {
        "articles": shown,
        "further": (),
        "feeds": (),
        "next": None,
        "days": (),
        "is_cut": False,
    }
    return SimpleNamespace(**blank | changes)


def section(url: str = f"{HOME}/lokales/", **changes: Any) -> Step:
    """Return the step to a section."""
    return Step(url=url, channel="section", **changes)


def take(walk: Walk, step: Step, *numbers: int, **changes: Any) -> list[Step]:
    """Return the steps to listings to which the listing of *step* leads that shows *numbers*."""
    page = listing(*numbers, **changes)
    return [following for following in walk.from_listing(page, step) if following.key is None]


def keep(run: Run, number: int, day: date) -> None:
    """Have the article *number* kept as one of *day*, as a pipeline would."""
    articles = run.state.articles
    articles._db.execute(
        "INSERT OR REPLACE INTO article VALUES (?, 1, ?, ?, NULL, 'live', '', '{}')",
        (f"waldbote/{number}", day.isoformat()[:7], day.isoformat()),
    )
    articles.identify(str(number), f"waldbote/{number}")
    run.settle([str(number)], "kept", None)


def first_run(*numbers: int) -> State:
    """Return the state after a whole run at NOW that found a section with these articles."""
    state = State()
    run = new_run(state)
    take(Walk(run), section(), *numbers)
    for number in numbers:
        keep(run, number, NOW.date())
    return settled(state)


def look_again(
    state: State, *numbers: int, now: datetime = LATER, **changes: Any
) -> tuple[Walk, list[Step]]:
    """Return the walk of a later run, and the steps behind the section's first page."""
    walk = Walk(new_run(state, now=now))
    return walk, take(walk, section(), *numbers, **{"next": SECOND, **changes})
