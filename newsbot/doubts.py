"""Doubts: what the looks of a run say against articles, and what of it is to be believed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import orjson

from newsbot.balance import Balance, Place
from newsbot.errorpage import is_error_page, leads_nowhere
from newsbot.schedule import EARLY_LOOK, FIRST_RETRY, LAST_LOOK, next_try
from newsbot.state.looks import NEW, WELL, Look, Witness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from newsbot.counts import Counts
    from newsbot.items import Article
    from newsbot.profile import Profile
    from newsbot.state import State
    from newsbot.state.articles import Kept

NOT_FOUND, GONE, REPLACED = "not found", "gone", "replaced"
MISSING = {404: NOT_FOUND, 410: GONE}
"""What it means that an article is answered by such a status."""

# So many articles a run looks at only to hear whether the site answers well.
MOST_WITNESSES = 5
# The last try of so many comes after ten days; a site that is then at fault has moved.
MOST_TRIES = 8


class Doubts:
    """The looks of one run at articles; nothing is concluded from them before it has ended.

    An article is gone where the site says so by a 410, or where its page was not found, replaced
    by an error page, or led to the front page on two days. But a site at fault says as much of
    all its articles: so it is believed of no more than as many others speak for it that a run
    finds as they were, and a run that has found too few asks for some.
    """

    def __init__(
        self,
        profile: Profile,
        state: State,
        counts: Counts,
        day_of: Callable[[datetime], date],
    ) -> None:
        self.unbelieved: list[str] = []
        self.days = 0
        self._known = 0
        self._profile = profile
        self._state = state
        self._counts = counts
        self._day_of = day_of
        self._asked: list[str] = []

    @property
    def trouble(self) -> str | None:
        """What makes the site's word doubtful, in words for a person."""
        if len(self.unbelieved) < 2:
            return None
        text = (
            f"{len(self.unbelieved)} of {self._known} known articles not found at once: "
            "taken for a fault of the site, none of them withdrawn"
        )
        url = self._state.urls.url_of(self.unbelieved[0])
        again = f"; so on {self.days} days now, have its addresses changed? Try: scrapy fetch {url}"
        return text + again if self.days > 1 else text

    def well(self, article_id: str, url: str, when: datetime) -> None:
        """Note that an article, before it is kept, answered well at *url* at the instant *when*.

        Of new articles one will do.
        """
        is_known = self._state.articles.kept(article_id) is not None
        name, met = (article_id, WELL) if is_known else (NEW, NEW)
        self._state.looks.note(Look(name, "", url, met, when))

    def missing(self, key: str, url: str, status: int, when: datetime) -> bool:
        """Return whether *status* means that there is nothing at *url*, and note that of *key*."""
        if met := MISSING.get(status):
            self._doubt(key, url, met, when)
        return met is not None

    def replaced(self, article: Article, keys: Sequence[str]) -> bool:
        """Return whether what was read as *article* says that there is none, and note that.

        *keys* are those that led to it.
        """
        kept = next((kept for key in keys if (kept := self._kept(key))), None)
        if self._profile.article_key(article.url) is None:
            is_gone = leads_nowhere(article.url, self._profile.links.seeds)
        else:
            is_gone = is_error_page(article, orjson.loads(kept.line) if kept else None)
        for key in keys if is_gone else ():
            self._doubt(key, asked_for(article), REPLACED, article.fetched_at)
        return is_gone

    def witness(self, now: datetime) -> str | None:
        """Return the key of an article to be asked for, to hear whether the site answers well.

        ``None`` where that is not needed, where the site has none like those doubted, or where one
        asked for did not answer well.
        """
        looks = self._state.looks.all()
        answered = {look.id for look in looks if look.met == WELL}
        balance = Balance(looks, self._places(looks))
        is_asked = len(self._asked) >= MOST_WITNESSES or not answered.issuperset(self._asked)
        if is_asked or not balance.doubted:
            return None
        others = self._state.looks.witnesses(self._state.urls.run, now)
        wanted = balance.wanted(self._places(others))
        if wanted:
            self._asked.append(wanted)
        return next((other.key for other in others if other.id == wanted), None)

    def dismiss(self) -> None:
        """Forget the looks that are not weighed yet."""
        self._state.looks.clear()

    def weigh(self) -> None:
        """Conclude from the looks at articles what they tell, now that all of a run are known."""
        looks = self._state.looks.all()
        self.dismiss()
        self._asked.clear()
        balance = Balance(looks, self._places(looks))
        # Of a site with a single article no other can tell.
        is_lone = len(balance.places) == 1 and self._state.articles.count() == 1
        unbelieved = []
        for look in balance.doubted:
            self._counts.missing += look.met != REPLACED
            if is_lone or balance.is_believed(look):
                self._believe(look)
            else:
                unbelieved += [look] if look.id in balance.places else []
                self._put_off(look, is_known=look.id in balance.places)
        self._judge(unbelieved, balance)

    def _doubt(self, key: str, url: str, met: str, when: datetime) -> None:
        """Note what is said against the article *key*, unless it is known to be gone."""
        kept = self._kept(key)
        if kept and kept.status == "withdrawn":
            self._state.urls.settle(key, GONE, when, None)
            return
        article_id = self._state.articles.id_of(key) if kept else None
        name = article_id or f"{self._profile.site}/{key}"
        self._state.looks.note(Look(name, key, url, met, when))
        # Not twice in one run.
        self._state.urls.make_due([key], when + FIRST_RETRY)

    def _believe(self, look: Look) -> None:
        """Take *look* as evidence that its article is gone; on a second day, or by 410, it is.

        One that was kept is looked at once more after a week, should it be back.
        """
        urls, day = self._state.urls, self._day_of(look.seen)
        first = urls.miss(look.key, day, look.seen + EARLY_LOOK)
        if look.met != GONE and first >= day:
            return
        is_known = self._state.articles.withdraw(look.id, look.seen)
        urls.settle(look.key, GONE, look.seen, look.seen + LAST_LOOK if is_known else None)
        if is_known:
            self._counts.gone += 1
            self._counts.missing -= look.met != REPLACED

    def _put_off(self, look: Look, *, is_known: bool) -> None:
        """Have the article of *look* asked for again before long; one known, not for ever."""
        failures = self._state.urls.failures(look.key) + 1
        if is_known and failures >= MOST_TRIES:
            self._state.urls.settle(look.key, "kept", look.seen, None)
        else:
            self._state.urls.fail(look.key, next_try(failures, look.seen))

    def _judge(self, unbelieved: list[Look], balance: Balance) -> None:
        """Note whether the site is at fault, as far as known articles tell."""
        self._known += len(balance.places)
        self.unbelieved += [look.key for look in unbelieved]
        if len(unbelieved) > 1:
            self.days = self._state.looks.add_fault(self._day_of(unbelieved[-1].seen))
        elif balance.places and not unbelieved:
            self._state.looks.end_faults()

    def _places(self, looks: Iterable[Look | Witness]) -> dict[str, Place]:
        """Return where those articles in *looks* that are kept stand, by their ids."""
        places = {}
        for look in looks:
            if kept := self._state.articles.kept(look.id):
                record = orjson.loads(kept.line)
                since = datetime.fromisoformat(record["first_seen"] or record["fetched_at"])
                places[look.id] = Place(record["section"], look.url, since)
        return places

    def _kept(self, key: str) -> Kept | None:
        article_id = self._state.articles.id_of(key)
        return self._state.articles.kept(article_id) if article_id else None


def asked_for(article: Article) -> str:
    """Return the address that was followed to *article*, before redirects."""
    return next(iter(article.aliases), article.url)
