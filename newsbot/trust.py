"""Trust: which listings a run asks for only if they have changed, and whose word it takes."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from newsbot import __version__
from newsbot.schedule import has_passed
from newsbot.state.validators import LastAnswer
from newsbot.urls import host_of
from newsbot.validator import digest_of, read_validator
from newsbot.visit import WARC

if TYPE_CHECKING:
    from scrapy.http import Response

    from newsbot.items import Warc
    from newsbot.pages.listed import Listing
    from newsbot.run import Run
    from newsbot.step import Step
    from newsbot.validator import Condition, Validator

logger = logging.getLogger(__name__)

NOT_MODIFIED = 304
UNASKED = f"{NOT_MODIFIED} unasked"
QUESTION = "question"
"""The key in a request's ``meta`` under which the question sent with it stands."""

# So many looks in a row may be answered by 304, for no longer than this; then all of the listing is
# asked for, and what it shows is held against what its site said of it.
MOST_UNCHANGED = 7
LONGEST_UNCHANGED = timedelta(days=1)
# What these lead to is followed from there alone: a 304 would hide that it has changed.
_ONLY_WAY = {"sitemap", "day"}


class Question(NamedTuple):
    """A condition sent with a request: for the page in the record *record_id*, or as a *trap*."""

    condition: Condition
    record_id: str | None = None
    is_trap: bool = False


class Trust:
    """What one run asks of the validators of its site, and what it learns of them.

    A host must first have changed a validator together with what a listing showed, for many never
    do. It must then tell the truth about the listing in question: when that is asked for in full
    again, with a validator that was never given, so that a host which takes any for good is met.
    From then on its 304 is believed, till an answer in full shows something else under the same
    validator: such a host is never asked so again.
    """

    def __init__(self, run: Run) -> None:
        self._run = run
        self._validators = run.state.validators
        # Read by other rules the same page may show more than it did.
        self._reading = f"{__version__} {run.profile.digest}"

    def question(self, step: Step, url: str) -> Question | None:
        """Return what to send with a request that takes *step* to *url*, ``None`` for nothing."""
        last = self._validators.of(step.address) if _is_asked_about(step) else None
        if last is None or last.url != url or last.reading != self._reading:
            return None
        host = host_of(url)
        if not last.is_proven and not self._validators.is_liar(host):
            return Question(last.validator.trap(), is_trap=True)
        if self._validators.is_believed(host) and self._takes(last):
            return Question(last.validator.condition(), last.record_id)
        return None

    def learn(self, step: Step, page: Listing, response: Response) -> None:
        """Hold *page*, which *response* brought as a whole, against what was known of it."""
        if not _is_asked_about(step):
            return
        last, now = self._validators.of(step.address), self._answer(page, response)
        meta = response.request.meta if response.request else {}
        is_proven = now is not None and self._judge(last, now, meta.get(QUESTION))
        if not self._follows_all(page):
            return
        if now is None or any(link.channel in _ONLY_WAY for link in page.further):
            self._validators.forget(step.address)
        else:
            self._validators.keep(step.address, now._replace(is_proven=is_proven))

    def believe(self, step: Step) -> None:
        """Count a listing whose site answered that it has not changed, which was asked."""
        self._validators.unchanged(step.address)
        counts = self._run.counts
        counts.listings += 1
        counts.unchanged += 1
        counts.listed += len(self._run.state.listings.entries(step.address))

    def distrust(self, url: str, why: str) -> None:
        """Never again believe the host of *url*, and say *why*; ask for all now, due or not."""
        host = host_of(url)
        if self._validators.distrust(host, why, self._run.now()):
            self._run.alarm = True
            logger.warning("%s: %s; this host is asked for all in full from now on", url, why)

    def _answer(self, page: Listing, response: Response) -> LastAnswer | None:
        """Return *response*, which brought *page*, ``None`` if it can't be known again."""
        validator = _validator_in(response, self._run)
        warc: Warc | None = response.request.meta.get(WARC) if response.request else None
        return validator and LastAnswer(
            url=response.url,
            validator=validator,
            shown=digest_of(page),
            reading=self._reading,
            record_id=warc.record_id if warc else None,
            looked=self._run.now(),
        )

    def _follows_all(self, page: Listing) -> bool:
        """Return whether the run follows all of *page* that a later one might.

        A run for a range does not, nor one before the day that an article is dated.
        """
        window = self._run.window
        return not window.explicit and all(
            entry.day is None or entry.day <= window.until for entry in page.articles
        )

    def _takes(self, last: LastAnswer) -> bool:
        """Return whether a 304 would do for a listing that brought this *last*.

        Not where a run looks further than what the listing shows: for a range, before a first run
        has come to its end, or into a gap. Nor where the archive has lost what the 304 would mean.
        """
        run = self._run
        is_stale = has_passed(LONGEST_UNCHANGED, last.looked, run.now())
        is_due = is_stale or last.unchanged >= MOST_UNCHANGED
        is_plain = run.trusts_known and not run.alarm and not run.state.gaps.open()
        is_there = last.record_id is None or run.state.captures.place_of(last.record_id)
        return is_plain and not is_due and bool(is_there)

    def _judge(self, last: LastAnswer | None, now: LastAnswer, question: Question | None) -> bool:
        """Hold *now* against *last*; return whether the site has proven to tell the truth.

        It has, once it said of a listing that it is the same, or another, and it was so, in answer
        to a trap. The same bytes show the same, however they are read.
        """
        if last is None or (last.url, last.reading) != (now.url, now.reading):
            return False
        is_same_page = last.record_id is not None and last.record_id == now.record_id
        shows_same = is_same_page or last.shown == now.shown
        says_same = last.validator.agrees(now.validator)
        if not says_same and not shows_same:
            self._validators.vouch(host_of(now.url), now.looked)
        if says_same and not shows_same:
            what = "Last-Modified" if now.validator.etag is None else "ETag"
            self.distrust(now.url, f"shows something else under the same {what}")
        is_trapped = question is not None and question.is_trap
        return last.is_proven or (is_trapped and says_same == shows_same)


def _is_asked_about(step: Step) -> bool:
    """Return whether the listing of *step* may be asked for only if it has changed.

    Not a page behind another, which is asked for because that one has.
    """
    is_first = step.key is None and step.root is None and not step.is_optional
    return is_first and step.method == "GET" and not step.form


def _validator_in(response: Response, run: Run) -> Validator | None:
    """Return what *response* says of its page by which that can be known again."""
    named = {
        name: [value.decode("latin-1") for value in response.headers.getlist(name)]
        for name in ("ETag", "Last-Modified", "Date")
    }
    modified, date = (next(iter(named[name]), None) for name in ("Last-Modified", "Date"))
    return read_validator(named["ETag"], modified, date, run.now())
