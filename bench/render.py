"""How many articles a minute are rendered: the state of a paper becomes its JSON Lines, all anew.

``python -m bench.render [ARTICLES]`` makes up a paper of so many, spread over a year, half of them
under two addresses, a tenth copies, each with ten related links, and exits with 1
where less than 100,000 a minute are rendered, by the clock.
"""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from bench.newsroom.articles import Writer
from newsbot.corpus import Link
from newsbot.items import Article, Image, RelatedLink, Warc
from newsbot.rendering import Rendering
from newsbot.state import State

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLES, LEAST = 50_000, 100_000
RELATED = 10
BEGUN = datetime(2025, 1, 1, 6, tzinfo=UTC)
ZONE = timezone(timedelta(hours=7))
HOME = "https://thangbao.test"


def articles(count: int) -> Iterator[Article]:
    """Yield *count* articles as pages of a year give them, every field of the record filled in."""
    writer = Writer(7, "vi")
    titles = [writer.title() for _ in range(500)]
    step = timedelta(days=365) / count
    for number in range(count):
        lead, *paragraphs = writer.article()
        moment = (BEGUN + number * step).astimezone(ZONE).replace(microsecond=0)
        related = (number * 7 + place for place in range(RELATED))
        yield Article(
            id=f"thangbao/{number}",
            site="thangbao",
            url=_url(number),
            canonical_url=_url(number),
            headline=titles[number % len(titles)],
            description=lead,
            body="\n\n".join(paragraphs),
            authors=("Nguyễn Thị Lan",),
            source="TTXVN" if number % 3 else None,
            section="Xã hội",
            keywords=("Hạ Giang", "bến sông", "mùa mưa"),
            language="vi",
            date=moment.date(),
            date_published=moment,
            date_precision="minute",
            date_raw=f"{moment:%d/%m/%Y - %H:%M}",
            images=(Image(url=f"{HOME}/anh/{number}.jpg", caption="Bến sông sáng nay"),),
            related=tuple(
                RelatedLink(
                    url=_url(other),
                    headline=titles[other % len(titles)],
                    date=moment.date(),
                    date_published=moment,
                    kind="same-section",
                )
                for other in related
            ),
            first_seen=moment,
            fetched_at=moment + timedelta(minutes=20),
            channels=("related", "section"),
            evidence=dict.fromkeys(("headline", "body", "description", "date"), "profile"),
            fingerprint=f"{number:064x}",
            warc=Warc(
                file="thangbao-20250101060000-00000.warc.gz",
                offset=number * 9000,
                record_id=f"urn:{number}",
            ),
        )


def _url(number: int) -> str:
    return f"{HOME}/xa-hoi/hoi-lang-mo-lai-ben-bo-song-{number}.html"


def fill(state: State, count: int) -> None:
    """Have *state* keep *count* articles, and all addresses at which they were seen."""
    for number, article in enumerate(articles(count)):
        state.articles.keep(article)
        state.articles.identify(str(number), article.id)
        state.urls.show(str(number), article.url, "section", article.fetched_at)
        if number % 2:
            state.urls.add_alias(str(number), f"{HOME}/0/hoi-lang-{number}.html")
    state.commit()


class Linked:
    """Stands in for the clusters of all sites, which say of every tenth article that it is a copy.

    What finding copies costs is measured apart.
    """

    def __init__(self, count: int) -> None:
        self._links = {
            f"thangbao/{number}": Link(f"anzeiger/{number}", f"anzeiger/{number}", 0.93)
            for number in range(0, count, 10)
        }

    def take_in(self) -> None:
        """Find no further copies."""

    def links(self) -> dict[str, Link]:
        """Return by its id what is said of each article that is a copy."""
        return self._links


def main(count: int = ARTICLES) -> None:
    """Print the rate, and exit with 1 where it is less than promised."""
    with TemporaryDirectory() as name, closing(State(Path(name, "state.sqlite"))) as state:
        fill(state, count)
        folder = Path(name, "articles")
        rendering = Rendering(
            folder, state, Path(name, "quarantine"), timedelta(hours=1), Linked(count)
        )
        begun, cpu = perf_counter(), process_time()
        rendering.render_stale()
        took, used = perf_counter() - begun, process_time() - cpu
        files = list(folder.iterdir())
        size = sum(path.stat().st_size for path in files)
    rate = round(60 * count / took)
    print(
        f"rendered: {rate:,} articles a minute ({count:,} in {len(files)} files of together "
        f"{size / 1e6:.0f} MB in {took:.1f} s, {1e6 * used / count:.0f} µs of CPU time each)"
    )
    if rate < LEAST:
        sys.exit(f"less than {LEAST:,}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
