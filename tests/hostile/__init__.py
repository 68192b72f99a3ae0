"""A hostile web on loopback, and what a crawl through the real settings makes of it.

The cases of bad input by their numbers: bodies too large, too slow or broken (17-20, 30, 31) in
``test_bodies``; addresses (21-25) in ``test_addresses``; headers, lists and texts (26-28, 31, 32)
in ``test_contents``; endless lines (33) in ``test_lines``; pages that say nothing, and the same
again (36, 37) in ``test_versions``; titles and data folders (38-40) in ``test_datafolder``; ports
and connections (42, 43) in ``test_ports``; certificates in ``test_tls``. Elsewhere: calendars
without end (29) in ``tests/crawl/test_traps``, robots.txt and Retry-After (34, 35) in
``tests/middlewares``, takedowns (41) in ``tests/faults/test_takedown`` and ``tests/test_purge``.
"""
