"""The verdict on a run: its exit code, and what is wrong in one line with what to type."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

from newsbot.addresses import MOVED
from newsbot.extract.wall import WALLS
from newsbot.numerals import amount
from newsbot.reasons import answers, is_elsewhere, remedy, will_pass
from newsbot.robots import ABOUT_ROBOTS
from newsbot.sitemapbounds import CUTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsbot.run import Run

FINE, PARTLY, MISTYPED, PERSON, DISK, LATER = 0, 1, 2, 3, 74, 75
# Over several sites the worst wins, and what a person must mend is worse than what will pass.
_ORDER = (MISTYPED, DISK, PERSON, PARTLY, LATER, FINE)
# So many articles without one that can be kept are no accident.
MANY = 5
TIME_UP, SPENT = "closespider_timeout", "closespider_pagecount"
OWN_ERROR = "an error of newsbot's own; the log of the run says which"


def worst(codes: Iterable[int]) -> int:
    """Return the exit code of several sites together."""
    return min(codes, key=_ORDER.index, default=FINE)


def verdict(
    run: Run, reason: str, suspects: Mapping[str, Sequence[str]] = MappingProxyType({})
) -> tuple[int, str | None]:
    """Return the exit code of *run* and its trouble in words.

    *reason* is why the crawl ended, as Scrapy says it; *suspects* are the ids of its new articles
    that are suspicious, by what makes them so. Zero articles never look like success.
    """
    counts = run.counts
    if early := _ended(run):
        return early
    if reason not in {"finished", TIME_UP, SPENT}:
        what = OWN_ERROR if counts.errors else f"interrupted ({reason}); {_onwards(run)}"
        return PARTLY, what
    if not counts.listings and (counts.listings_failed or not counts.not_due):
        return (PARTLY, OWN_ERROR) if counts.errors else _unreached(run)
    # A run that goes on with an earlier one may find nothing but the quiet end of its walk.
    # A listing of one day, or one whose fellows are not due, may be empty.
    is_partial = counts.not_due or run.goes_on
    if not counts.listed and not (is_partial and run.state.articles.count()):
        hint = f"did the layout change? Look: scrapy shell {run.profile.links.seeds[0]}"
        return PERSON, f"no article found on {amount(counts.listings, 'listing page')}; {hint}"
    kept = counts.new + counts.changed + counts.same
    if lack := _lack(run, kept) or _doubtful(run, suspects):
        return PERSON, lack
    short = _short(run, reason, kept + run.state.urls.count_passed_over())
    return (PARTLY, short) if short else (FINE, run.doubts.trouble)


def _lack(run: Run, kept: int) -> str | None:
    """Return what keeps a run, which brought or met so many sound articles, from the rest.

    A site at fault may mend itself; if it does not, a person must see why.
    """
    lost = run.dropped + Counter({"not found": run.counts.missing})
    walls = Counter({what: number for what, number in lost.items() if what in WALLS})
    is_many = lost.total() >= MANY or (lost.total() and not run.state.articles.count())
    if not kept and is_many and not run.doubts.trouble:
        hint = "try one of them: scrapy parse URL"
        return f"{amount(lost.total(), 'article')} found, none kept: {_most(lost)}; {hint}"
    if walls.total() >= MANY and walls.total() > kept:
        return f"{walls.total()} articles not to be seen: {_most(walls)}; the next runs try again"
    return run.doubts.trouble if run.doubts.days > 1 else None


def _ended(run: Run) -> tuple[int, str] | None:
    """Return what to say of a *run* that had to end before all was asked, ``None`` of another."""
    if run.shortage:
        return DISK, run.shortage
    if run.guest and run.guest.busy:
        return LATER, run.guest.busy
    return None


def _doubtful(run: Run, suspects: Mapping[str, Sequence[str]]) -> str | None:
    """Return what makes most of the new articles of *run* doubtful; ``None`` where few are."""
    reasons = Counter({why: len(ids) for why, ids in suspects.items()})
    number, new = reasons.total(), run.counts.new
    if number < MANY or 2 * number < new:
        return None
    first = next(chain.from_iterable(suspects.values()))
    hint = f"did the layout change? Look at one: scrapy show {first}"
    return f"{number} of {new} new articles are suspicious: {_most(reasons)}; {hint}"


def _short(run: Run, reason: str, good: int) -> str | None:
    """Return in what a run fell short that brought or met *good* articles."""
    if reason in {TIME_UP, SPENT} and (run.leaves_something or run.counts.failed):
        what = "time was up" if reason == TIME_UP else "all pages allowed were fetched"
        return f"{what}; {_onwards(run)}"
    if errors := run.counts.errors:
        return f"{OWN_ERROR} ({errors})"
    if (failed := run.counts.failed) > good:
        why = _most(run.troubles.articles)
        return f"articles not fetched: {failed}, for {why}; the next run tries again"
    if cuts := Counter({what: n for what, n in run.troubles.listings.items() if what in CUTS}):
        return f"its listings are read in part: {_most(cuts)}; a profile may name better ones"
    return None


def _unreached(run: Run) -> tuple[int, str]:
    """Return what to say where no listing answered: it may pass, or the site is not there."""
    reasons = run.troubles.listings
    why = _most(reasons)
    domain = run.profile.domain
    if any(map(will_pass, reasons)):
        if all(map(is_elsewhere, reasons)):
            return LATER, f"{domain} does not tell what may be asked for: {why}; try again later"
        if all(map(answers, reasons)):
            return LATER, f"{domain} shows no listing: {why}; {_later(reasons)}"
        is_offline = not any(answers(reason.removeprefix(ABOUT_ROBOTS)) for reason in reasons)
        is_first = not run.state.articles.count()
        hint = ". Offline? Try: scrapy demo" if is_offline and is_first else "; try again later"
        return LATER, f"cannot reach {domain}: {why}{hint}"
    hint = _moved(run) or remedy(reasons, run.site)
    return PERSON, f"{domain} shows no listing: {why or 'no answer can be read'}; {hint}"


def _onwards(run: Run) -> str:
    """Return how a *run* that was cut short goes on: a range only when it is asked for again."""
    return "ask for the range again to go on" if run.window.explicit else "the next run goes on"


def _moved(run: Run) -> str | None:
    """Return what to do about a site whose listings mostly lead to another host, if they do."""
    usual = [reason for reason, _ in run.troubles.listings.most_common(1)]
    led_to = next((host for host, _ in run.tally.led_to.most_common(1)), None)
    if not led_to or usual != [MOVED]:
        return None
    return (
        f"they lead to {led_to}: if the paper has moved there, make that its domain in "
        f"sites/{run.site}.toml and the old one of its hosts"
    )


def _later(reasons: Iterable[str]) -> str:
    """Return what to do about *reasons* that may pass; where a host refuses, they may not."""
    ask = "; if that lasts, ask the paper whether it lets you" if "HTTP 403" in reasons else ""
    return f"try again later{ask}"


def _most(reasons: Counter[str]) -> str:
    """Return the three commonest reasons with their numbers."""
    return ", ".join(f"{why} ({number})" for why, number in reasons.most_common(3))
