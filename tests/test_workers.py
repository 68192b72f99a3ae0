from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys

import pytest

from newsbot.workers import pool

# Holds a lock, has a worker wait for ever, and says so.
HOLDER = """
import fcntl, sys, time
from newsbot.workers import pool

lock = open(sys.argv[1], "w")
fcntl.flock(lock, fcntl.LOCK_EX)
with pool(2) as workers:
    workers.submit(abs, 1).result()
    workers.submit(time.sleep, 600)
    print("at work", flush=True)
"""


def test_work_is_done_by_other_processes():
    with pool(2) as workers:
        assert workers.submit(os.getpid).result() != os.getpid()


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGTERM])
def test_workers_of_a_process_that_is_killed_hold_its_locks_no_longer(tmp_path, blow):
    path = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as holder:
        assert holder.stdout.readline() == b"at work\n"

        holder.send_signal(blow)
        holder.wait()
        # The pipe ends when the last worker that has inherited it does.
        assert holder.stdout.read() == b""

    with path.open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
