"""What was fetched, in WARC files: written, sealed, checked, indexed, read back.

It knows no crawler, no clock and no state: the crawl hands over captures, the state keeps the
places and lengths that are committed.
"""
