"""Templates: what the article pages of one site have in common, learnt from some of them.

A line that stands on several articles is of the site, not of the text: a newsletter line, a legal
one, a label, a ticker. How often a line must have been seen depends on its place: where all
articles say the same, once is enough; among paragraphs, of which articles on one matter may share
some, it must stand on most, or on many and always at the edge of the text.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, Self

import orjson

from newsbot.extract.frame import Places, digest_of, frame_of, likeness

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from lxml.html import HtmlElement

    from newsbot.extract.lines import Line

# From here on two frames are of one template.
ALIKE = 0.4
# A place says the same on all articles if so many of its lines stand on others as well.
_FIXED = 0.8
# Anywhere else a line is the site's if it stands on so many articles, and on this share of them;
# the smaller share will do for what is always among the first or last lines of the text.
_MANY, _SHARE, _AT_EDGE = 3, 0.6, 0.25
# What is stated of so large a share of articles is the site's word for any of them.
_DEFAULT = 0.5


class Seen(NamedTuple):
    """How many lines stood at a place of the learnt pages, and how many of them on several."""

    lines: int
    repeated: int


@dataclass(frozen=True, slots=True)
class Template:
    """What articles of one frame have in common.

    *pages* are the digests of the ids of the articles it was learnt from; *lines* and *stated* say
    on how many of them a line stands in its place, or a field has one value; *edges* are the lines
    that always begin or end a text; *outside* are places of text that is never the article's. Of
    what pages say there are digests alone.
    """

    pages: frozenset[str]
    frame: frozenset[str]
    lines: Mapping[str, int]
    edges: frozenset[str]
    places: Mapping[str, Seen]
    outside: frozenset[str]
    stated: Mapping[str, int]

    def value(self) -> dict[str, Any]:
        """Return the template as JSON may hold it."""
        return {
            "pages": sorted(self.pages),
            "frame": sorted(self.frame),
            "lines": self.lines,
            "edges": sorted(self.edges),
            "places": self.places,
            "outside": sorted(self.outside),
            "stated": self.stated,
        }

    @classmethod
    def of_value(cls, value: Mapping[str, Any]) -> Self:
        """Return the template that `value` gave."""
        return cls(
            pages=frozenset(value["pages"]),
            frame=frozenset(value["frame"]),
            lines=value["lines"],
            edges=frozenset(value["edges"]),
            places={place: Seen(*seen) for place, seen in value["places"].items()},
            outside=frozenset(value["outside"]),
            stated=value["stated"],
        )


@dataclass(frozen=True)
class Templates:
    """The templates of a site: two live side by side after a relaunch."""

    listed: Sequence[Template] = ()

    @cached_property
    def json(self) -> bytes:
        """The templates as JSON, the same for the same ones."""
        return orjson.dumps(
            [one.value() for one in self.listed], default=tuple, option=orjson.OPT_SORT_KEYS
        )

    @classmethod
    def of_json(cls, text: bytes | str) -> Self:
        """Return the templates that `json` gave."""
        return cls(tuple(Template.of_value(value) for value in orjson.loads(text)))

    def of(self, tree: HtmlElement, article_id: str) -> Known | None:
        """Return what is known of the page of *article_id*; ``None`` where its frame is not."""
        best = self._of_frame(frame_of(tree)) if self.listed else None
        if best is None:
            return None
        return Known(best, is_learnt=digest_of(article_id) in best.pages)

    def has(self, frame: frozenset[str]) -> bool:
        """Return whether pages of that *frame* are known."""
        return self._of_frame(frame) is not None

    def _of_frame(self, frame: frozenset[str]) -> Template | None:
        best = max(self.listed, key=lambda one: likeness(one.frame, frame), default=None)
        return best if best and likeness(best.frame, frame) >= ALIKE else None


NO_TEMPLATES = Templates()


@dataclass(frozen=True, slots=True)
class Known:
    """A template as it tells of one page; *is_learnt* if it was learnt from that article, too."""

    template: Template
    is_learnt: bool
    _places: Places = field(default_factory=Places)

    def frame(self, lines: Iterable[Line], text: Iterable[Line]) -> set[Line]:
        """Return those of the page's *lines* that are the site's; pictures are none.

        Where most of the *text* stands on a few other pages, it is that of a copy: then only what
        stands on many is the site's.
        """
        others = self._repeated(lines)
        weights = Counter[bool]()
        for line in text:
            weights[0 < others.get(line, 0) < _MANY] += len(line.text)
        least = _MANY if weights[True] > weights[False] else 1
        return {line for line, number in others.items() if number >= least}

    def misleads(self, text: Iterable[Line], frame: Collection[Line]) -> bool:
        """Return whether most of the *text* of a body is the site's, or stands in no text's place.

        Then the body was looked for in the wrong place.
        """
        weights = Counter[bool]()
        for line in text:
            weights[line in frame or self._is_outside(line)] += len(line.text)
        return weights[True] > weights[False]

    def own(self, lines: Iterable[Line], frame: Collection[Line]) -> list[Line]:
        """Return *lines* without text that is the site's; links stay, for they part texts."""
        return [
            line
            for line in lines
            if line.is_link or (line not in frame and not self._is_outside(line))
        ]

    def is_default(self, field: str, value: str) -> bool:
        """Return whether the site states *value* as the *field* of most articles."""
        number = self.template.stated.get(digest_of(field, value), 0) - self.is_learnt
        return number >= max(_MANY, _DEFAULT * (len(self.template.pages) - self.is_learnt))

    def _repeated(self, lines: Iterable[Line]) -> dict[Line, int]:
        """Return those of *lines* that are the site's, with how many others have them."""
        own, whole = self._places.own, self._places.whole
        made = [(line, own(line.block)) for line in lines if line.text]
        digests = {line: digest_of(make, line.text) for line, make in made}
        others = {line: n for line, digest in digests.items() if (n := self._others(digest))}
        # The places of the makes that have none of these do not matter.
        makes = {make for line, make in made if line in others}
        placed = {line: (make, whole(line.block)) for line, make in made if make in makes}
        here = Counter(chain.from_iterable(placed.values()))
        known = Counter(chain.from_iterable(placed[line] for line in others))
        fixed = {place for place in known if self._is_fixed(place, here[place], known[place])}
        return {
            line: number
            for line, number in others.items()
            if not fixed.isdisjoint(placed[line]) or self._is_common(digests[line])
        }

    def _is_outside(self, line: Line) -> bool:
        """Return whether at the place of *line* no text was any article's."""
        outside = self.template.outside
        return bool(outside) and digest_of(self._places.whole(line.block)) in outside

    def _others(self, line: str) -> int:
        return max(0, self.template.lines.get(line, 0) - self.is_learnt)

    def _is_fixed(self, place: str, lines: int, known: int) -> bool:
        """Return whether *place*, where *known* of the page's *lines* are known, varies little."""
        seen = self.template.places.get(digest_of(place), Seen(0, 0))
        return known + seen.repeated >= _FIXED * (lines + seen.lines)

    def _is_common(self, line: str) -> bool:
        """Return whether so many other articles have *line* that it is none's, wherever it is."""
        share = _AT_EDGE if line in self.template.edges else _SHARE
        least = share * (len(self.template.pages) - self.is_learnt)
        return self._others(line) >= max(_MANY, least)
