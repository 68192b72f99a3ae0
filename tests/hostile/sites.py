"""The hostile sites: for each its profile and what it answers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tests.hostile import bodies, server
from tests.hostile.bodies import HTML, article, coded, front
from tests.hostile.server import CLOSE, INSIDE, Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.hostile.server import Answer

START = datetime(2026, 11, 20, 11, tzinfo=UTC)
LATER = "later"


def clock() -> datetime:
    """Return the instant of every crawl; a file LATER in its folder says how many days after."""
    file = Path(LATER)
    return START + timedelta(days=int(file.read_text()) if file.exists() else 0)


def profile(site: str, port: int, links: str = "", top: str = "", scheme: str = "http") -> str:
    """Return the TOML of *site* on *port*."""
    domain = INSIDE if site == "itself" else f"{site}.test"
    return (
        f'domain = "{domain}"\n{top}\n[links]\nseeds = ["{scheme}://{domain}:{port}/"]\n'
        f"article = '/artikel/(?P<key>\\d+)'\n{links}\n"
    )


def paper(site: str, evil: Mapping[str, Answer]) -> dict[str, Answer]:
    """Return the pages of a site that lists *evil* articles by their keys, and a sound one, 9."""
    keys = [*evil, "9"]
    pages: dict[str, Answer] = {f"/artikel/{key}": answer for key, answer in evil.items()}
    pages["/artikel/9"] = Page(article(site))
    return {"/": front(f"/artikel/{key}" for key in keys), **pages}


def moved(to: str, *headers: bytes, status: int = 302) -> Page:
    """Return a redirect to the address *to*."""
    return Page(b"", status, (b"Location: " + to.encode(), *headers))


@cache
def heavy() -> dict[str, dict[str, Answer]]:
    """Return the sites whose bodies are too much: to unpack, to hold, to parse, to wait for."""
    often, coding = bodies.stored_often()
    nested = b"<div>" * 100_000 + article("deep") + b"</div>" * 100_000
    line = b"<html><body><p>" + b"wort " * (10 << 20)
    return {
        "bombs": paper(
            "bombs",
            {
                "1": coded(bodies.gzip_bomb(), b"gzip"),
                "2": coded(bodies.nested_bomb(), b"gzip, gzip"),
                "3": coded(bodies.brotli_bomb(), b"br"),
                "4": coded(bodies.zstd_bomb(), b"zstd"),
                "5": coded(often, coding),
                "6": coded(bodies.nested_bomb(), b"gzip"),
            },
        ),
        "endless": paper(
            "endless",
            {
                "1": server.endless_body,
                "2": server.endless_chunks,
                "3": server.endless_length,
                "4": Page(line),
            },
        ),
        "deep": paper("deep", {"1": Page(nested)}),
    }


SLOW: dict[str, dict[str, Answer]] = {
    "drip": paper("drip", {"1": server.drip_body}),
    "slow": paper("slow", {"1": server.drip_headers}),
    "hang": paper("hang", {"1": server.hang}),
}
FLOOD: dict[str, Answer] = paper("flood", {"1": server.flood_headers})
BROKEN: dict[str, dict[str, Answer]] = {
    "broken": paper("broken", {"1": server.reset, "2": server.cut_short}),
}


def undisturbed() -> dict[str, Answer]:
    """Return the pages of an honest paper of thirty articles."""
    keys = [str(number) for number in range(100, 130)]
    pages: dict[str, Answer] = {
        f"/artikel/{key}": Page(article("honest", key, f"Meldung {key} aus der Gemeinde"))
        for key in keys
    }
    return {"/": front(pages), **pages}


def redirecting(port: int) -> dict[str, dict[str, Answer]]:
    """Return the sites that lead round in circles, inwards, elsewhere and out of the web."""
    inward = [
        f"http://{INSIDE}:{port}/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        f"http://localhost:{port}/",
        f"http://[::ffff:127.0.0.2]:{port}/",
        "http://[64:ff9b::a9fe:a9fe]/",
        f"http://2130706434:{port}/",
        f"http://0x7f000002:{port}/",
        f"http://0177.0.0.2:{port}/",
        f"http://127.2:{port}/",
    ]
    schemes = ["file:///etc/hostname", "ftp://schemes.test/a", "data:text/html,a", "javascript:1"]
    chain = {str(n): moved(f"/artikel/{n + 1}") for n in range(20, 25)}
    return {
        "inward": paper("inward", {str(100 + n): moved(to) for n, to in enumerate(inward)}),
        "schemes": {
            **paper("schemes", {str(100 + n): moved(to) for n, to in enumerate(schemes)}),
            "/": front([*schemes, *(f"/artikel/{100 + n}" for n in range(4)), "/artikel/9"]),
        },
        "loop": {
            **paper("loop", {"1": moved("/artikel/1"), "20": moved("/artikel/21")}),
            **{f"/artikel/{key}": page for key, page in chain.items()},
            "/artikel/25": Page(article("loop", "25")),
            "/endless*": moved("/endless/a"),
        },
        "away": paper(
            "away",
            {
                "1": moved(f"http://elsewhere.test:{port}/", b"Set-Cookie: id=1; Domain=test"),
                "2": Once(Page(b"", 500), moved(f"http://elsewhere.test:{port}/again")),
                "3": moved(f"http://away.test:{port + 1}/artikel/3"),
                "4": moved(f"http://me:secret@away.test:{port}/artikel/4"),
            },
        ),
        "inside": paper("inside", {}),
        "rebinding": {
            path: Page(page.body, headers=(HTML, CLOSE))
            for path, page in {**paper("rebinding", {}), "/robots.txt": Page(b"")}.items()
            if isinstance(page, Page)
        },
        "itself": {},
    }


class Once:
    """Answers the first request so, and all later ones otherwise."""

    def __init__(self, first: Page, then: Page) -> None:
        self.first = first
        self.then = then
        self.asked = 0

    def __call__(self, path: str) -> Page:
        """Return the answer to the next request."""
        self.asked += 1
        return self.first if self.asked == 1 else self.then
