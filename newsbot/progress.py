"""One line on a terminal that tells how far the sites at work have come."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, TextIO

from newsbot.numerals import amount
from newsbot.terminal import say_anew

if TYPE_CHECKING:
    from newsbot.crew import Crew


async def show_progress(crew: Crew, stream: TextIO = sys.stderr, pause: float = 1.0) -> None:
    """Rewrite the line on *stream* every *pause* seconds, until cancelled."""
    try:
        while True:
            say_anew(progress_line(crew)[:WIDTH], stream)
            await asyncio.sleep(pause)
    finally:
        say_anew(stream=stream)


WIDTH = 100


def progress_line(crew: Crew) -> str:
    """Return the sites at work, with what each has met so far and waits for."""
    return "   ".join(
        f"{site}: {amount(run.counts.listings, 'listing')}, {run.counts.new} new"
        + (f", {run.guest.waits}" if run.guest and run.guest.waits else "")
        for site, (run, _) in crew.at_work.items()
    )
