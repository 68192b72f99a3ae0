"""``scrapy`` as a user starts it, watched from before its first import to its exit."""

from __future__ import annotations

import sys

from tests.hostile.tape import watch, write_tape


def main() -> None:
    """Run the command whose words are this one's, and leave what it did on the network."""
    events = watch()
    try:
        from scrapy import cmdline

        cmdline.execute(["scrapy", *sys.argv[1:]])
    finally:
        write_tape(events)


if __name__ == "__main__":
    main()
