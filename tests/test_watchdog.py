"""Each in a process of its own, which the watchdog may end."""

from __future__ import annotations

import subprocess
import sys

import pytest

SCRIPT = """
import re, time
from newsbot import watchdog
from newsbot.watchdog import Watchdog

watchdog.GRACE = {grace}
dog = Watchdog()
{body}
print("came to its end")
"""
# Python's regular expressions let no other thread run, and no signal handler.
HANG = r're.match("(a+)+$", "a" * 60 + "b")'


def run(body, grace="0.1"):
    script = SCRIPT.format(body=body, grace=grace)
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize(
    "body",
    [
        f'dog.watch("waldbote", 0); {HANG}',
        f'dog.watch("waldbote", 0); dog.watch("kurier", 900); {HANG}',
        f'dog.watch("waldbote", 0); dog.watch("kurier", 900); dog.release("kurier"); {HANG}',
    ],
    ids=["one site", "the earliest of two", "the one that is left"],
)
def test_a_process_that_hangs_is_ended_and_says_where(body):
    done = run(body)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Timeout (")
    assert "in match" in done.stderr


@pytest.mark.parametrize(
    "body",
    [
        'dog.watch("waldbote", 0); dog.release("waldbote"); time.sleep(0.3)',
        'dog.watch("waldbote", 0.2); dog.watch("waldbote", 900); time.sleep(0.5)',
        'dog.watch("waldbote", 0)\nwith dog.unwatched(): time.sleep(0.3)',
    ],
    ids=["released", "another deadline", "unwatched for a while"],
)
def test_a_process_that_need_not_be_done_is_let_be(body):
    done = run(body)

    assert (done.returncode, done.stdout, done.stderr) == (0, "came to its end\n", "")


def test_what_came_to_its_end_unwatched_has_the_time_of_grace_again():
    done = run('dog.watch("a", 0.1)\nwith dog.unwatched(): time.sleep(0.5)\ntime.sleep(0.3)', "0.9")

    assert (done.returncode, done.stdout) == (0, "came to its end\n")
