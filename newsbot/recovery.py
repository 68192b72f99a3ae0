"""What is done where less is left of an archive than the state has committed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from newsbot.archive.disk import put_aside
from newsbot.archive.file import path_of
from newsbot.archive.reading import read_records
from newsbot.exceptions import ArchiveError

if TYPE_CHECKING:
    from pathlib import Path

    from newsbot.run import Run


def give_up(run: Run, folder: Path, file: str, quarantine: Path) -> int:
    """Forget what the archive in *folder* has lost of *file*; return how many pages that is.

    They are due again, and the articles read from them have no page until then. As much as is
    whole counts as committed, so that the next run cuts off the rest and goes on. A file without
    anything whole goes to the folder *quarantine*.
    """
    path = path_of(folder, file)
    whole = whole_length(path)
    lost = run.state.captures.lose(file, whole)
    articles = run.state.articles.lose_pages({record_id for record_id, _ in lost})
    keys = {run.profile.article_key(url) for _, url in lost}
    keys.update(key for article_id in articles for key in run.state.articles.keys(article_id))
    run.state.urls.lose(key for key in keys if key is not None)
    if not whole and path.exists():
        put_aside(path, quarantine)
    return len(lost)


def whole_length(path: Path) -> int:
    """Return where the last whole exchange in a WARC file of ours ends; 0 if there is none.

    The metadata is the last record of an exchange.
    """
    whole = 0
    with suppress(ArchiveError, FileNotFoundError):
        for record in read_records(path):
            if record.kind == "metadata" and record.length is not None:
                whole = record.offset + record.length
    return whole
