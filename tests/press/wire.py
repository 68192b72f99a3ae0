"""The wire: made-up agencies whose reports several papers print, each in its own way."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING

from newsbot.demo.paper import Story
from tests.press import PAPERS
from tests.press.dispatches import (
    BRIDGE,
    FERRY,
    FIRE,
    LIBRARY,
    MARKET,
    MUSEUM,
    RICE,
    SCHOOL,
    SERIES,
    STORM,
    bulletin,
)
from tests.press.stories import VIETNAMESE, draw_story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.press.dispatches import Dispatch
    from tests.press.paper import WatchedPaper

# The clock of the papers: early in a month, so that reports of the week stand in two.
TODAY = datetime(2026, 12, 3, 11, 38, tzinfo=UTC)
NEXT_DAY = timedelta(days=1, hours=1)
OWN_STORIES = 6
FIRST_KEY = 910_001

# By language: the agency, how a report ends that names it, what a paper adds to one, and under
# which headlines and leads papers print it.
_AGENCIES = {"vi": "Thông tấn Sông Lau", "de": "Heidedienst", "id": "Kantor Berita Muara"}
_CREDITS = {"vi": "(Theo {agency})", "de": "({agency})", "id": "(Sumber: {agency})"}
_ADDED = {
    "vi": "Tòa soạn đã cử phóng viên tới nơi; bài ghi nhận riêng sẽ được đăng trên số báo cuối"
    " tuần, kèm ảnh và ý kiến bạn đọc.",
    "de": "Unsere Redaktion war vor Ort; eine eigene Reportage folgt in der Ausgabe am Wochenende.",
    "id": "Wartawan kami sudah berada di lokasi; laporan khusus dimuat pada edisi akhir pekan.",
}
_STYLES = {
    "vi": (
        ("{gist}", "Theo nguồn tin mà báo nhận được, {gist}."),
        (
            "Chuyện {topic}: những điều cần biết",
            "Độc giả nhiều nơi đã gọi điện hỏi về {topic}; dưới đây là những gì chúng tôi nắm được"
            " cho đến giờ lên trang.",
        ),
        ("Đáng chú ý trong ngày: {topic}", "Cộng tác viên của chúng tôi vừa gửi về tin {gist}."),
        ("Nghe kể về {topic}", "Phóng viên ghi lại đôi điều quanh {topic} để gửi tới bạn đọc xa."),
    ),
    "de": (
        ("{topic}: was bisher bekannt ist", "Die Nachbarschaft rätselt: {gist}."),
        ("{topic} beschäftigt den Ort", "Viele haben angerufen und gefragt, was geschehen ist."),
    ),
    "id": (
        ("Kabar gembira: {gist}", "Menurut keterangan yang kami terima, {gist}."),
        ("Cerita {topic} yang dinanti warga", "Pembaca di banyak desa menanyakan {topic}."),
    ),
}
_TONES = "\N{COMBINING GRAVE ACCENT}\N{COMBINING ACUTE ACCENT}\N{COMBINING TILDE}" + (
    "\N{COMBINING HOOK ABOVE}\N{COMBINING DOT BELOW}"
)
_OLD_PLACE = re.compile(
    rf"(o)([{_TONES}])([ae])(?!\w)|(?<!q)(u)([{_TONES}])(y)(?!\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What a paper makes of a report: it prints the first *share*, *but* for some sentences.

    It may name the agency in the text, add a paragraph of its own, and type in its own way.
    """

    share: float = 1.0
    but: tuple[int, ...] = ()
    is_credited: bool = False
    is_extended: bool = False
    typed: Callable[[str], str] = str


def decomposed(text: str) -> str:
    """Return *text* with every mark as a combining character: NFD."""
    return unicodedata.normalize("NFD", text)


def new_placed(text: str) -> str:
    """Return *text* with tones placed as schools teach it now.

    >>> new_placed("hòa, thủy, quý, của")
    'hoà, thuỷ, quý, của'
    """
    moved = _OLD_PLACE.sub(
        lambda m: "".join((m[1], m[3], m[2]) if m[1] else (m[4], m[6], m[5])), decomposed(text)
    )
    return unicodedata.normalize("NFC", moved)


class Wire:
    """The papers of the press with what they print of the wire, and the truth about it.

    *late*, *corrected*, *rewritten* and *withdrawn* are the ids of articles to which that has
    happened since the first day; *bulletins* are those of all articles of a series.
    """

    def __init__(self, today: datetime = TODAY) -> None:
        self.today = today
        self.papers = {name: _thin(name, today) for name in PAPERS}
        self.late = self.corrected = self.withdrawn = ""
        self.rewritten: set[str] = set()
        self.bulletins: set[str] = set()
        self._first: dict[str, list[tuple[datetime, str]]] = {}
        self._keys = dict.fromkeys(PAPERS, FIRST_KEY)
        self._report()
        for day in range(4):
            self._bulletins(today.date() - timedelta(days=day))

    def truth(self) -> dict[str, str | None]:
        """Return of which article each that is printed more than once is a copy, by their ids.

        All others are copies of none and in no cluster.
        """
        return {
            article_id: None if (out, article_id) == min(printed) else min(printed)[1]
            for printed in self._first.values()
            if len(printed) > 1
            for out, article_id in printed
        }

    def groups(self) -> set[frozenset[str]]:
        """Return the ids of articles that are in one cluster each."""
        return {
            frozenset(article_id for _, article_id in printed)
            for printed in self._first.values()
            if len(printed) > 1
        }

    def pass_on(self) -> None:
        """Let a day pass: reports come in late, are corrected, written anew and withdrawn."""
        self.today += NEXT_DAY
        for paper in self.papers.values():
            paper.today = self.today
        self._bulletins(self.today.date())
        self.late = self._print(RICE, "dongbao", self._at(3, 7, 15))
        self._print(MARKET, "tinhnha", self._at(4, 11, 2))
        self._print(MARKET, "thoibao", self._at(4, 9, 40), Making(share=0.6, is_credited=True))
        self._correct(self._id(BRIDGE, "demo"))
        for number, article_id in enumerate(
            (self._id(BRIDGE, "thoibao"), self._id(FERRY, "tinhnha"))
        ):
            self._rewrite(article_id, number)
        self.withdrawn = self._id(BRIDGE, "tinhnha")
        site, key = self.withdrawn.split("/")
        self.papers[site].withdraw(key)

    def _report(self) -> None:
        """Have the reports of the week printed, here and there before where most have them from."""
        at, put = self._at, self._print
        put(BRIDGE, "dongbao", at(-3, 16, 35), Making(share=0.7))
        put(BRIDGE, "thoibao", at(-3, 16, 5))
        put(BRIDGE, "demo", at(-3, 17, 10), Making(typed=decomposed))
        put(BRIDGE, "tinhnha", at(-3, 18, 20), Making(but=(1, 6), is_extended=True))
        put(FERRY, "thoibao", at(-3, 15, 30))
        put(FERRY, "thoibao", at(-3, 17, 0))
        put(FERRY, "tinhnha", at(-3, 15, 50), Making(is_credited=True))
        put(MUSEUM, "demo", at(1, 8, 0))
        put(MUSEUM, "demo", at(2, 8, 0))
        put(STORM, "tinhnha", at(0, 23, 40))
        put(STORM, "dongbao", at(1, 0, 25), Making(but=(2, 5, 8)))
        put(STORM, "thoibao", at(1, 1, 10), Making(is_extended=True))
        put(STORM, "demo", at(1, 6, 0), Making(share=0.4))
        put(SCHOOL, "demo", at(1, 15, 0), Making(but=(3, 7), typed=new_placed))
        put(SCHOOL, "thoibao", at(1, 14, 20), Making(typed=decomposed))
        put(SCHOOL, "dongbao", at(1, 14, 0), Making(typed=new_placed))
        put(SCHOOL, "tinhnha", at(1, 19, 45), Making(is_credited=True, is_extended=True))
        put(RICE, "thoibao", at(3, 9, 0))
        put(RICE, "demo", at(3, 10, 30), Making(but=(1, 4, 8)))
        put(FIRE, "heideblatt", at(1, 12, 0), Making(but=(4,), is_credited=True))
        put(FIRE, "heideblatt", at(1, 9, 0))
        put(LIBRARY, "kabar", at(2, 8, 0))
        put(LIBRARY, "kabar", at(2, 13, 30), Making(but=(2,), is_extended=True))

    def _bulletins(self, day: date) -> None:
        """Have the bulletins of a *day* printed, each by two papers, one a little shorter."""
        papers = ("dongbao", "tinhnha", "thoibao", "demo")
        for number, series in enumerate(SERIES):
            dispatch = bulletin(series, day)
            out = datetime.combine(day, time(6, 10 * number), self.papers["demo"].zone)
            item = f"{series} {day}"
            making = Making(but=(len(dispatch.sentences) - 1,))
            then = out + timedelta(minutes=number % 2 * 45 - 15)
            self.bulletins |= {
                self._print(dispatch, papers[number], out, item=item),
                self._print(dispatch, papers[(number + 1) % 4], then, making, item=item),
            }

    def _print(
        self,
        dispatch: Dispatch,
        name: str,
        out: datetime,
        making: Making | None = None,
        item: str = "",
    ) -> str:
        """Have the paper *name* print *dispatch* at that time; return the id of the article."""
        key = str(self._keys[name])
        self._keys[name] += 1
        printed = self._first.setdefault(item or dispatch.topic, [])
        story = _story(
            dispatch, self.papers[name], out, making or Making(), key=key, number=len(printed)
        )
        self.papers[name].publish(story)
        printed.append((out, f"{name}/{key}"))
        return f"{name}/{key}"

    def _correct(self, article_id: str) -> None:
        """Have a word put right and a sentence added at the end of the article."""
        self.corrected = article_id
        site, key = article_id.split("/")
        *others, last = self.papers[site].story(key).paragraphs
        texts = (*others, f"{last} Bản trước của bài ghi sai tên một nhịp cầu.")
        self.papers[site].edit(key, paragraphs=texts)

    def _rewrite(self, article_id: str, number: int) -> None:
        """Have another text in the place of that of the article."""
        self.rewritten.add(article_id)
        site, key = article_id.split("/")
        story = self.papers[site].story(key)
        other = draw_story(VIETNAMESE, Random(number), number, key=key, published=story.published)
        self.papers[site].edit(key, lead=other.lead, paragraphs=other.paragraphs)
        for printed in self._first.values():
            printed[:] = [one for one in printed if one[1] != article_id]

    def _id(self, dispatch: Dispatch, name: str) -> str:
        printed = (article_id for _, article_id in self._first[dispatch.topic])
        return next(one for one in printed if one.startswith(f"{name}/"))

    def _at(self, day: int, hour: int, minute: int) -> datetime:
        """Return a time of that day of December, counted on from the last of November as 0."""
        zone = self.papers["demo"].zone
        noon = datetime(2026, 11, 30, hour, minute, tzinfo=zone)
        return noon + timedelta(days=day)


def _thin(name: str, today: datetime) -> WatchedPaper:
    """Return the paper *name* with the newest of its own stories alone."""
    paper = PAPERS[name](today)
    return type(paper)(paper.stories[:OWN_STORIES], today)


def _story(
    dispatch: Dispatch, paper: WatchedPaper, out: datetime, making: Making, *, key: str, number: int
) -> Story:
    """Return what *paper* makes of *dispatch*, printed the *number*-th time, in its own words."""
    language = {"heideblatt": "de", "kabar": "id"}.get(paper.hosts[0].partition(".")[0], "vi")
    styles = _STYLES[language]
    headline, lead = (
        style.format(topic=dispatch.topic, gist=dispatch.gist)
        for style in styles[number % len(styles)]
    )
    sections = sorted({story.section for story in paper.stories})
    is_bare = paper.name.startswith("Thời báo")
    agency = _AGENCIES[language]
    return Story(
        key=key,
        headline=making.typed(headline[0].upper() + headline[1:]),
        lead=making.typed(lead),
        paragraphs=tuple(map(making.typed, _paragraphs(dispatch, making, language, key))),
        authors=() if is_bare else (agency,),
        source=agency if is_bare else None,
        section=sections[int(key) % len(sections)],
        published=out,
    )


def _paragraphs(dispatch: Dispatch, making: Making, language: str, key: str) -> Iterator[str]:
    """Yield the paragraphs in which a paper prints what it takes of *dispatch*."""
    kept = dispatch.sentences[: round(len(dispatch.sentences) * making.share)]
    sentences = [text for number, text in enumerate(kept) if number not in making.but]
    yield from _cut(sentences, Random(key))
    if making.is_extended:
        yield _ADDED[language]
    if making.is_credited:
        yield _CREDITS[language].format(agency=_AGENCIES[language])


def _cut(sentences: Sequence[str], draw: Random) -> Iterator[str]:
    """Yield *sentences* in paragraphs of one to three."""
    at = 0
    while at < len(sentences):
        size = draw.randint(1, 3)
        yield " ".join(sentences[at : at + size])
        at += size
