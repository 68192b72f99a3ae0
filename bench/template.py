"""What a site's template brings: pages read without it, and learnt from the others of their paper.

``python -m bench.template`` takes the papers with several pages among those that NEWSBOT_PAGES
names. Each page is read without any template, with what its paper's other pages teach, and with
what all of them do, itself included; printed are the scores of each field, mean over the pages of
a paper. It exits with 1 where a template made any field of any page worse.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bench.reading import reading_of
from bench.realpages import real_pages
from bench.scores import Score, average, score
from newsbot.extract.learning import learn
from newsbot.extract.template import NO_TEMPLATES, Templates
from newsbot.pages.article import ArticlePage
from newsbot.pages.source import as_source
from newsbot.profile import parse_profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bench.realpages import RealPage

FIELDS = ("body", "headline", "day", "instant", "authors")


def read(page: RealPage, templates: Templates = NO_TEMPLATES) -> ArticlePage:
    """Return *page* as newsbot reads it, with no more of a profile than its host."""
    profile = parse_profile("paper", f'domain = "{urlsplit(page.url).hostname}"'.encode())
    source = as_source(page.url, page.body)
    assert source
    return ArticlePage(source, profile, page.fetched, templates=templates)


def papers(pages: Iterable[RealPage]) -> dict[str, list[RealPage]]:
    """Return the pages of each paper that has several, by its name or else its host."""
    found: dict[str, list[RealPage]] = defaultdict(list)
    for page in pages:
        host = urlsplit(page.url).hostname or ""
        found[page.publisher or host.removeprefix("www.")].append(page)
    return {name: ours for name, ours in sorted(found.items()) if len(ours) > 1}


def scores_of(pages: Sequence[RealPage]) -> list[list[Score]]:
    """Return the scores of *pages*: without a template, learnt from the others, from all."""
    samples = [read(page).sample for page in pages]
    every = learn(samples)
    others = [learn(samples[:n] + samples[n + 1 :]) for n in range(len(pages))]
    tries = [[NO_TEMPLATES] * len(pages), others, [every] * len(pages)]
    return [[_score(p, one) for p, one in zip(pages, each, strict=True)] for each in tries]


def _score(page: RealPage, templates: Templates) -> Score:
    article = read(page, templates).article
    return score(reading_of(article), page.truth)


def _marks(score: Score) -> list[float | None]:
    """Return the marks of one page, in the order of the fields."""
    marks = [score.body.f1 if score.body else None]
    marks += [getattr(score, field) for field in FIELDS[1:]]
    return [None if mark is None else float(mark) for mark in marks]


def _told(scores: Iterable[Score]) -> str:
    """Return the scores of a paper's pages in one way, as a part of a row."""
    means = (average(column) for column in zip(*map(_marks, scores), strict=True))
    return " ".join("    -" if mean is None else f"{mean:.3f}" for mean in means)


def main() -> None:
    """Print the scores of all papers with several pages, and exit with 1 if any got worse."""
    worse = []
    every: list[list[Score]] = [[], [], []]
    print(f"fields: {' '.join(FIELDS)}\npaper, pages | without | from the others | from all")
    for name, pages in papers(real_pages()).items():
        ways = scores_of(pages)
        every = [[*all_pages, *way] for all_pages, way in zip(every, ways, strict=True)]
        print(f"{name}, {len(pages)} | {' | '.join(map(_told, ways))}")
        for page, (before, *after) in zip(pages, zip(*ways, strict=True), strict=True):
            pairs = chain(*(zip(_marks(before), _marks(one), strict=True) for one in after))
            if any(a is not None and b is not None and b < a for a, b in pairs):
                worse.append(page.name)
    print(f"all, {len(every[0])} | {' | '.join(map(_told, every))}")
    print(f"pages with a field that got worse: {', '.join(worse) or 'none'}")
    sys.exit(bool(worse))


if __name__ == "__main__":
    main()
