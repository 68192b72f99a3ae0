"""Each in a process of its own, for a reactor runs only once."""

from __future__ import annotations

import subprocess
import sys

import pytest

SCRIPT = """
import asyncio
from scrapy.crawler import AsyncCrawlerProcess
from newsbot.process import run_to_end

async def work():
    await asyncio.sleep(0)
    {last}

print(run_to_end(AsyncCrawlerProcess({{"LOG_ENABLED": False}}), work()))
"""


def run(last):
    script = SCRIPT.format(last=last)
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False
    )


def test_the_result_of_the_work_is_returned_when_it_is_done():
    done = run("return 'done'")

    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", "")


def test_an_error_of_the_work_is_raised():
    done = run("raise LookupError('lost')")

    assert done.stderr.endswith("LookupError: lost\n")


@pytest.mark.parametrize("signal", ["SIGINT", "SIGTERM"])
def test_a_signal_ends_work_that_would_go_on_for_ever(signal):
    last = f"import os, signal; os.kill(os.getpid(), signal.{signal}); await asyncio.Future()"

    done = run(last)

    assert (done.returncode, done.stdout) == (0, "None\n")
