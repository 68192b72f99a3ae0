"""Papers whose states lie in one folder, to have their articles linked."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from newsbot.copies.linking import Linking
from newsbot.items import Article
from newsbot.rendering import Rendering
from newsbot.state import State

if TYPE_CHECKING:
    from pathlib import Path

    from newsbot.corpus import Link

NOON = datetime(2024, 10, 23, 12, tzinfo=UTC)
# Sentences of one report; a paper takes the first ones, or all.
REPORT = [
    f"Am {name} wurde das Wehr bei {place} geöffnet, damit der Fluss das Wasser aus {region} fasst."
    for name, place, region in (
        ("Morgen", "Altbrück", "den Bergen"),
        ("Mittag", "Neusaal", "dem Tiefland"),
        ("Abend", "Kornau", "der Heide"),
        ("nächsten Tag", "Lindach", "den Teichen"),
        ("Freitag", "Rohrbeck", "der Börde"),
    )
]
TEXT = "\n\n".join(REPORT)
OTHER = (
    "Die Bäckerei Holm zieht um: Nach vierzig Jahren verlässt sie den Marktplatz und backt von "
    "Ostern an in der alten Schmiede, wo auch ein Café entsteht."
)


class Sites:
    """The states of sites in *folder*; nothing of them is open between two calls."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(
        self, article_id: str, body: str | None = TEXT, hours: float = 0, **changes: Any
    ) -> None:
        """Have the site keep an article with *body*, out so many *hours* after noon."""
        site, _, key = article_id.partition("/")
        out = NOON + timedelta(hours=hours)
        with closing(State(self.folder / f"{site}.sqlite")) as state:
            kept = state.articles.kept(article_id)
            sound: dict[str, Any] = {
                "id": article_id,
                "site": site,
                "url": f"https://{site}.test/{key}",
                "headline": f"{site} meldet {key}",
                "body": body,
                "date": out.date(),
                "date_published": out,
                "first_seen": out,
                "fetched_at": out,
                "revision": kept.revision + 1 if kept else 1,
                "fingerprint": f"{body}",
            }
            state.articles.keep(Article(**sound | changes))
            state.commit()

    def remove(self, article_id: str) -> None:
        with closing(self.state(article_id.partition("/")[0])) as state:
            state.articles.remove(article_id)
            state.commit()

    def state(self, site: str) -> State:
        return State(self.folder / f"{site}.sqlite")

    def link(self, *sites: str) -> None:
        """Link what the *sites* have kept, one after the other, as the end of a run does."""
        for site in sites:
            with (
                closing(self.state(site)) as state,
                closing(Linking(self.folder, site, state)) as linking,
            ):
                linking.take_in()

    def render(self, site: str) -> None:
        """Render the stale months of *site*, as the end of a run does."""
        data = self.folder.parent
        with closing(self.state(site)) as state:
            linking = Linking(self.folder, site, state)
            rendering = Rendering(
                data / "articles" / site, state, data / "aside", timedelta(), linking
            )
            with closing(rendering):
                rendering.render_stale()

    def links(self, *sites: str) -> dict[str, Link]:
        """Return what the clusters say of the articles of *sites*."""
        links: dict[str, Link] = {}
        for site in sites:
            with (
                closing(self.state(site)) as state,
                closing(Linking(self.folder, site, state)) as linking,
            ):
                links |= linking.links()
        return links

    def stale(self, site: str) -> list[str]:
        """Return the months that the state of *site* would render, and forget that."""
        with closing(self.state(site)) as state:
            months = state.articles.stale_months()
            for month in months:
                state.articles.rendered(month, 1)
            state.commit()
        return months


def copies(links: dict[str, Link]) -> dict[str, str | None]:
    """Return by id of which article each is a copy."""
    return {article_id: link.copy_of for article_id, link in sorted(links.items())}


def day(text: str) -> dict[str, Any]:
    """Return the fields of an article of which only the day is known."""
    return {"date": date.fromisoformat(text), "date_published": None}
