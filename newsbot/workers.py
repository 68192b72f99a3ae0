"""Processes that share out work over the cores, and end with the one that began them."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import parent_process
from threading import Thread


def pool(processes: int) -> ProcessPoolExecutor:
    """Return so many processes for a ``with`` statement.

    They have inherited every lock of this one; if it is killed, they must not hold them on.
    """
    return ProcessPoolExecutor(processes, initializer=_end_with_parent)


def _end_with_parent() -> None:
    Thread(target=_wait, daemon=True).start()


def _wait() -> None:
    parent = parent_process()
    assert parent
    parent.join()
    os._exit(1)
