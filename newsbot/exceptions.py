"""Everything newsbot raises on purpose.

NewsbotError
├── ProfileError     a site's profile can't be read or says something wrong
├── SettingError     a setting or an argument of our own is missing or wrong
├── ArchiveError     a file of the archive is damaged or can no longer be relied on
│   └── OversizedError   a body in it unpacks to more than is read of any
├── DiskFloorError   too little of the disk is free
├── PurgedError      the site was taken down
├── NoArticleError   no article is kept under that id or address
├── NoStateError     the site has never been crawled
├── StateBusyError   another run holds the site's lock
└── StateError       the site's state is damaged or of another version
    └── UnsoundStateError  it is damaged: a copy is to be restored, or it is made anew

An article that is not kept is no error: a pipeline drops it with Scrapy's ``DropItem``. Nor is a
request that is not made, of which Scrapy hears by its ``IgnoreRequest`` (``failures.py``).
"""


class NewsbotError(Exception):
    """Raised for whatever a person can mend; its text says what is wrong and what to type."""


class ProfileError(NewsbotError):
    """Raised when a profile is missing, not TOML, or has a wrong key or value, from profile.py."""


class SettingError(NewsbotError):
    """Raised when a setting or an argument of our own is missing or wrong."""


class ArchiveError(NewsbotError):
    """Raised when a WARC file is damaged or its disk has failed, from archive/."""


class OversizedError(ArchiveError):
    """Raised when a body is larger than its reader takes, from archive/decoding.py."""


class DiskFloorError(NewsbotError):
    """Raised when too little of the disk is free to begin a run, from start.py."""


class PurgedError(NewsbotError):
    """Raised when a site is to be worked on that was taken down, from purge.py."""


class NoArticleError(NewsbotError):
    """Raised when an id or URL is that of no article, from lookup.py."""


class NoStateError(NewsbotError):
    """Raised when a site is asked about of which there is no state, from lookup.py and state/."""


class StateBusyError(NewsbotError):
    """Raised when another run holds the site's lock, from state/."""


class StateError(NewsbotError):
    """Raised when a state is damaged, lost, of another version, or no plain file."""


class UnsoundStateError(StateError):
    """Raised when the state of *site* is damaged, as *what* tells, from state/ and start.py."""

    def __init__(self, site: str, what: str) -> None:
        super().__init__(
            f"{what}; restore a copy, or move it away and make it anew from the archive: "
            f"scrapy reextract {site} --apply"
        )
