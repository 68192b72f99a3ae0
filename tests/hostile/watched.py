"""``scrapy`` as a user starts it, watched from before its first import to its exit."""

from __future__ import annotations

import sys

from tests.hostile.tape import watch, write_tape

events = watch()
try:
    from scrapy import cmdline

    cmdline.execute(["scrapy", *sys.argv[1:]])
finally:
    write_tape(events)
