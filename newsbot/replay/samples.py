"""Pages of an archive to learn from, spread over all the time that it covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsbot.workers import pool

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsbot.extract.learning import Sample
    from newsbot.replay.looks import Answer
    from newsbot.replay.reader import Reader

# More of them would teach no more of what most have in common.
MOST = 600
_BUNDLE = 16


def samples_of(answers: Iterable[Answer], reader: Reader, processes: int) -> list[Sample]:
    """Return what pages among *answers* show, read on so many *processes*; one an article."""
    pages = spread(answers)
    if processes < 2 or len(pages) < 2 * _BUNDLE:
        found = map(reader.sample, pages)
        return [sample for sample in found if sample]
    with pool(processes) as workers:
        return [one for one in workers.map(reader.sample, pages, chunksize=_BUNDLE) if one]


def spread(answers: Iterable[Answer], most: int = MOST) -> Sequence[Answer]:
    """Return the last page of each article, the first part of it; of many articles every so many.

    They stand in the order in which they were fetched.
    """
    last = {
        answer.visit.key: answer for answer in answers if answer.is_page and answer.visit.part == 1
    }
    pages = sorted(last.values(), key=lambda answer: (answer.when, answer.url))
    return pages[:: -(-len(pages) // most) or 1]
