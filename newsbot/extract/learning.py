"""How templates are learnt: from what article pages show, whatever order they come in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from newsbot.extract.body import is_running
from newsbot.extract.frame import Places, digest_of, frame_of, likeness
from newsbot.extract.metadata import MAY_BE_DEFAULT
from newsbot.extract.template import ALIKE, Seen, Template, Templates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.layout import Layout
    from newsbot.extract.metadata import Metadata

# A page that gives a body of so many lines of text, and characters, was read with certainty.
_SURE_LINES, _SURE_LENGTH = 3, 400
# So many lines end a text.
_LAST = 2
# Two pages that share so much of their text are of one article.
_COPY = 0.5
# From so many pages on, what stands on one alone is forgotten.
_ENOUGH = 4


class Placed(NamedTuple):
    """A line: its place, the digest of block and text, and whether it is text, of the body.

    The place is told by the block alone, and with what is around it.
    """

    place: tuple[str, str]
    digest: str
    is_text: bool
    is_inside: bool


@dataclass(frozen=True, slots=True)
class Sample:
    """What one page shows of its template, read without any."""

    article_id: str
    frame: frozenset[str]
    lines: Sequence[Placed]
    stated: frozenset[str]
    is_sure: bool

    @property
    def text(self) -> frozenset[str]:
        """The digests of the lines of the body."""
        return frozenset(line.digest for line in self.lines if line.is_inside and line.is_text)


def sample_of(article_id: str, tree: HtmlElement, layout: Layout, metadata: Metadata) -> Sample:
    """Return what the page of *article_id* shows of its template."""
    inside = {element for part in layout.body for element in part.iter()}
    places = Places()
    lines = []
    length = 0
    for line in layout.lines:
        if line.text:
            make = places.own(line.block)
            place = digest_of(make), digest_of(places.whole(line.block))
            placed = Placed(
                place, digest_of(make, line.text), is_running(line), line.block in inside
            )
            length += len(line.text) if placed.is_text and placed.is_inside else 0
            lines.append(placed)
    number = sum(line.is_text and line.is_inside for line in lines)
    return Sample(
        article_id=article_id,
        frame=frame_of(tree),
        lines=lines,
        stated=frozenset(
            digest_of(field, found.value)
            for field in MAY_BE_DEFAULT
            for found in metadata.said(field)
        ),
        is_sure=number >= _SURE_LINES and length >= _SURE_LENGTH,
    )


def learn(samples: Iterable[Sample]) -> Templates:
    """Return the templates of the site whose pages gave *samples*.

    The order of these does not matter. Of pages with the same text one counts: a copy, or an
    earlier revision, repeats more than the site does.
    """
    ordered = sorted(samples, key=lambda one: (one.article_id, sorted(one.text)))
    groups: list[list[Sample]] = []
    for sample in _distinct(ordered):
        best = max(groups, key=lambda group: likeness(group[0].frame, sample.frame), default=None)
        if best is None or likeness(best[0].frame, sample.frame) < ALIKE:
            groups.append([sample])
        else:
            best.append(sample)
    return Templates(tuple(map(_template, groups)))


def _distinct(samples: Iterable[Sample]) -> Iterator[Sample]:
    """Yield *samples* but for those that share most of their text with one before."""
    holders: dict[str, list[int]] = {}
    known: set[str] = set()
    for number, sample in enumerate(samples):
        shared = Counter(chain.from_iterable(holders.get(line, ()) for line in sample.text))
        most = max(shared.values(), default=0)
        if sample.article_id not in known and most <= _COPY * len(sample.text):
            yield sample
            known.add(sample.article_id)
            for line in sample.text:
                holders.setdefault(line, []).append(number)


def _template(pages: Sequence[Sample]) -> Template:
    """Return what *pages* have in common."""
    frame = Counter(chain.from_iterable(page.frame for page in pages))
    count = Counter(chain.from_iterable({line.digest for line in page.lines} for page in pages))
    every = [line for page in pages for line in page.lines]
    lines = Counter(chain.from_iterable(line.place for line in every))
    repeated = Counter(chain.from_iterable(line.place for line in every if count[line.digest] > 1))
    stated = Counter(chain.from_iterable(page.stated for page in pages))
    at_edge = Counter(chain.from_iterable(map(_edges, pages)))
    least = 1 if len(pages) < _ENOUGH else 2
    return Template(
        pages=frozenset(digest_of(page.article_id) for page in pages),
        frame=frozenset(name for name, number in frame.items() if number >= len(pages) / 2),
        lines={line: number for line, number in count.items() if number >= least},
        edges=frozenset(line for line, number in at_edge.items() if 1 < number == count[line]),
        # One page alone does not tell what changes from page to page.
        places={place: Seen(number, repeated[place]) for place, number in lines.items()}
        if len(pages) > 1
        else {},
        outside=_outside([page for page in pages if page.is_sure]),
        stated={value: number for value, number in stated.items() if number >= least},
    )


def _edges(page: Sample) -> set[str]:
    """Return the first line of the text of *page*, and the last ones."""
    text = [line.digest for line in page.lines if line.is_inside and line.is_text]
    return {*text[:1], *text[-_LAST:]}


def _outside(pages: Sequence[Sample]) -> frozenset[str]:
    """Return the places where on several *pages* text stood, never that of an article."""
    inside = {line.place[1] for page in pages for line in page.lines if line.is_inside}
    around = Counter(
        chain.from_iterable(
            {line.place[1] for line in page.lines if line.is_text and not line.is_inside}
            for page in pages
        )
    )
    return frozenset(p for p, number in around.items() if number > 1 and p not in inside)
