"""What a crawler holds of a simulated month and what it paid, and how good that is."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from newsbot.demo.paper import Story
    from tests.press.month import Month

DAY, SEVEN_DAYS = timedelta(days=1), timedelta(days=7)


class Text(NamedTuple):
    """What decides whether an article was changed."""

    headline: str
    lead: str | None
    body: str


@dataclass(slots=True)
class Holdings:
    """The texts held of every article with the instants they came, what is known gone, requests.

    *requests* counts listings, articles and robots. *revisits* counts by article how often it was
    asked for again on purpose.
    """

    texts: dict[str, list[tuple[datetime, Text]]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    requests: Counter[str] = field(default_factory=Counter)
    revisits: Counter[str] = field(default_factory=Counter)

    def take(self, key: str, now: datetime, text: Text) -> None:
        """Hold *text* of the article *key*, unless it is what is held already."""
        held = self.texts.setdefault(key, [])
        if not held or held[-1][1] != text:
            held.append((now, text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How good *holdings* are; shares are of 1, latency is in hours.

    *requests_per_new* leaves out revisits and robots.txt; *revisits_per_changed* is of the articles
    whose text was changed, or that were withdrawn, in their first seven days. *day7* is the share
    of the changed articles held that end with the text they had at seven days.
    """

    recall: float
    requests_per_new: float
    median: float
    p95: float
    day7: float
    withdrawn: float
    revisits_per_changed: float | None
    false_revisions: float
    false_withdrawals: int


def story_text(story: Story) -> Text:
    """Return what the paper meant to say."""
    return Text(story.headline, story.lead, story.body)


def reachable(
    month: Month, since: datetime, until: datetime, looks: Sequence[datetime]
) -> list[str]:
    """Return the stories that came out in that time, but those gone within a day.

    Nor does one count that was gone again before the first of *looks* after it came out.
    """

    def stays(key: str) -> bool:
        out, gone = month.out(key), month.withdrawn.get(key)
        place = bisect_left(looks, out)
        return place < len(looks) and (gone is None or gone > max(looks[place], out + DAY))

    return [key for key in month.keys if since < month.out(key) <= until and stays(key)]


def recall(holdings: Holdings, keys: Collection[str], by: datetime) -> float:
    """Return which share of the stories *keys* was held at an instant."""
    held = (holdings.texts.get(key) for key in keys)
    return _share([texts is not None and texts[0][0] <= by for texts in held])


def score(month: Month, holdings: Holdings, keys: Sequence[str]) -> Score:
    """Return how good *holdings* are for the stories *keys*, once these are old enough."""
    held = [key for key in keys if key in holdings.texts]
    gone = [key for key in held if key in month.withdrawn]
    changed = [key for key in held if month.changed_within(key) and key not in gone]
    touched = [key for key in keys if month.changed_within(key) or key in month.withdrawn]
    delays = [holdings.texts[key][0][0] - month.out(key) for key in held]
    hours = sorted(delay / timedelta(hours=1) for delay in delays)
    revisits = sum(holdings.revisits[key] for key in keys)
    paid = holdings.requests["listings"] + holdings.requests["articles"]
    return Score(
        recall=recall(holdings, keys, by=month.paper.today),
        requests_per_new=paid / len(holdings.texts),
        median=_rank(hours, 0.5),
        p95=_rank(hours, 0.95),
        day7=_share([_ends_well(month, holdings, key) for key in changed]),
        withdrawn=_share([key in holdings.gone for key in gone]),
        revisits_per_changed=revisits / len(touched) if revisits else None,
        false_revisions=_share([_is_invented(month, holdings, key) for key in held]),
        false_withdrawals=len(holdings.gone - set(month.withdrawn)),
    )


def _ends_well(month: Month, holdings: Holdings, key: str) -> bool:
    meant = month.version(key, month.out(key) + SEVEN_DAYS)
    return holdings.texts[key][-1][1] == story_text(meant)


def _is_invented(month: Month, holdings: Holdings, key: str) -> bool:
    """Return whether some text after the first one held of *key* was never the story's."""
    meant = {story_text(story) for story in month.versions(key)}
    return any(text not in meant for _, text in holdings.texts[key][1:])


def _share(truths: Sequence[bool]) -> float:
    return sum(truths) / len(truths) if truths else 1.0


def _rank(ordered: Sequence[float], share: float) -> float:
    """Return the value that *share* of the *ordered* ones do not exceed (nearest rank)."""
    return ordered[max(0, ceil(share * len(ordered)) - 1)] if ordered else float("nan")
