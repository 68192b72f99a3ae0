"""A paper large enough to be measured: many articles, on pages as heavy as real ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.press.heideblatt import Heideblatt
from tests.press.stories import GERMAN, new_stories

if TYPE_CHECKING:
    from datetime import datetime

    from newsbot.demo.paper import PressRequest, PressResponse, Story

STORIES_A_TEXT = 3
MOST_READ = 20
SERVICES = (
    *("Trauer", "Stellen", "Wetter", "Abo", "Verkehr"),
    *("Termine", "Spiele", "Reisen", "Immobilien", "Vereine"),
)


class LargePaper(Heideblatt):
    """Heideblatt with *size* articles of the last days, ten minutes between two of them.

    Each page is printed once and kept, so that the server takes little of the machine.
    """

    def __init__(self, size: int, today: datetime) -> None:
        super().__init__((_story(number, today) for number in range(size)), today)
        self._printed: dict[str, PressResponse] = {}
        self._head, self._foot = _head(), _foot(self.stories[:MOST_READ])

    def respond(self, request: PressRequest) -> PressResponse:
        """Return the page with all that stands around it on a real one."""
        if request.target in self._printed:
            self.requests.append(request)
        else:
            response = super().respond(request)
            body = response.body.replace(b"</head>", self._head, 1)
            body = body.replace(b"</main>", self._foot, 1)
            self._printed[request.target] = replace(response, body=body)
        return self._printed[request.target]


def _story(number: int, today: datetime) -> Story:
    """Return the story *number*, counted from the newest, as long as a real one."""
    drawn = new_stories(GERMAN, today, seed=number, first_key=0)
    texts = drawn[number % (len(drawn) - STORIES_A_TEXT) :][:STORIES_A_TEXT]
    return replace(
        texts[0],
        key=str(500_000 - number),
        paragraphs=tuple(line for text in texts for line in text.paragraphs),
        published=today.replace(second=0, microsecond=0) - timedelta(minutes=10 * number),
    )


def _head() -> bytes:
    """Return style and script, 13 KB of them."""
    rules = "".join(
        f".k{number}{{margin:{number % 41}px;color:#{number * 40503 % 0xFFFFFF:06x}}}"
        for number in range(180)
    )
    calls = "".join(
        f'zaehler.push({{"feld":"f{number}","wert":{number * 40503 % 65537}}});'
        for number in range(180)
    )
    return f"<style>{rules}</style><script>{calls}</script></head>".encode()


def _foot(most_read: list[Story]) -> bytes:
    """Return what stands behind the text: the most read, and the way to 100 other pages."""
    read = "".join(
        f'<li class="k{place}"><a href="/lokales/{story.slug}-{story.key}.html">'
        f"<span>{place}.</span> {story.headline}</a></li>"
        for place, story in enumerate(most_read, 1)
    )
    pages = "".join(
        f'<li class="k{number}"><a href="/dienste/{place.lower()}/{number}/" title="{place}">'
        f"<i></i><span>{place} von A bis Z</span></a></li>"
        for number in range(10)
        for place in SERVICES
    )
    text = f"""</main><aside class="gelesen"><h4>Am meisten gelesen</h4><ol>{read}</ol></aside>
<div class="dienste"><ul>{pages}</ul></div>"""
    return text.encode("latin-1", "xmlcharrefreplace")
