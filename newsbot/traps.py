"""Which steps of a run its budgets hold back, as they seem to lead into a trap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.budgets import ARTICLES, LISTINGS, Budgets
from newsbot.doubts import asked_for

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable

    from newsbot.items import Article
    from newsbot.pages.listed import Listed
    from newsbot.profile import Profile
    from newsbot.state import State
    from newsbot.step import Step


class Traps:
    """The budgets of one run for listings and for articles.

    What a person has named, in the profile (by its address, or by a block on a page whose address
    it has) or as a range of days, is not held back, nor is what has other bounds (sitemaps), a
    listing that is known from earlier runs, or an article that is kept.
    """

    def __init__(self, profile: Profile, state: State) -> None:
        self._profile = profile
        self._state = state
        self._listings = Budgets(LISTINGS, state.traps.spent("listing"), state.traps.places())
        self._articles = Budgets(ARTICLES, state.traps.spent("article"))

    @property
    def left_out(self) -> Counter[str]:
        """How many addresses were not asked for, by their patterns."""
        return self._listings.left_out + self._articles.left_out

    def admit(self, step: Step) -> bool:
        """Return whether *step* may be taken; one that is not is counted."""
        if step.key:
            return self._state.urls.is_fetched(step.key) or self._articles.admit(step.url)
        if self._is_trusted(step):
            return True
        if step.root or self._is_known(step):
            return self._listings.admit(step.url, is_first=step.root is None)
        return self._listings.admit_in_turn(step.url)

    def read(self, step: Step, shown: Iterable[Listed]) -> bool:
        """Note which articles the listing of *step* has *shown*; of spent patterns none counts.

        They are told apart by their keys: a session may give one a new address in every listing.
        Returns whether it is one to be remembered.
        """
        if self._is_trusted(step):
            return True
        urls = (entry.url for entry in shown if self._articles.is_open(entry.url))
        articles = (self._profile.article_key(url) or url for url in urls)
        is_worth = self._listings.read(step.url, articles, is_first=step.root is None)
        if is_worth and step.via:
            self._listings.credit(step.via)
        return is_worth

    def met(self, article: Article) -> None:
        """Note that a page gave *article*; with a text that others had before, it is no other."""
        self._articles.read(asked_for(article), filter(None, [article.fingerprint]))

    def wasted(self, url: str) -> None:
        """Note that the page at *url* gave no article."""
        self._articles.read(url, ())

    def finish(self) -> None:
        """Note for the runs to come which patterns are spent, and which pages had their turn."""
        for kind, budgets in (("listing", self._listings), ("article", self._articles)):
            for pattern, is_spent in budgets.spent().items():
                self._state.traps.note(kind, pattern, is_spent=is_spent)
        for pattern, place in self._listings.places().items():
            self._state.traps.set_place(pattern, place)

    def _is_trusted(self, step: Step) -> bool:
        if step.is_named or step.days or step.filler or step.channel == "sitemap":
            return True
        return self._is_known(step) and not self._listings.was_spent(step.url)

    def _is_known(self, step: Step) -> bool:
        return self._state.rhythms.of(step.address) is not None
