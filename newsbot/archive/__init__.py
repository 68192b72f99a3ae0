"""What was fetched, in WARC files: written, sealed, checked, indexed, read back.

It knows no crawler, no clock and no state: the crawl hands over captures, the state keeps the
places and lengths that are committed.
"""

from newsbot.archive.archive import Archive
from newsbot.archive.capture import Capture
from newsbot.archive.cdxj import write_index
from newsbot.archive.decoding import decoded_body
from newsbot.archive.file import Place, Sealed, path_of, sha256_of
from newsbot.archive.reading import ReadRecord, read_records, record_at
from newsbot.archive.record import Original, Record, exchange
from newsbot.archive.tombstone import entomb
from newsbot.archive.validate import faults
from newsbot.exceptions import ArchiveError

__all__ = [
    "Archive",
    "ArchiveError",
    "Capture",
    "Original",
    "Place",
    "ReadRecord",
    "Record",
    "Sealed",
    "decoded_body",
    "entomb",
    "exchange",
    "faults",
    "path_of",
    "read_records",
    "record_at",
    "sha256_of",
    "write_index",
]
