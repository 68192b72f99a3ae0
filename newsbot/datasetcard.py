"""The card beside the corpus, by which readers of data sets know the type of every field."""

from __future__ import annotations

import os
from pathlib import Path

CARD = "README.md"
_TEXT = Path(__file__).with_name("articles.md")


def keep_card(folder: Path) -> None:
    """Have the card of the corpus lie in *folder*, which holds the folders of its sites.

    Runs of several sites may do so at once: each writes a draft of its own. Raises OSError where
    the disk is full or can't be written.
    """
    path, text = folder / CARD, _TEXT.read_bytes()
    if path.exists() and path.read_bytes() == text:
        return
    draft = folder / f"{CARD}.{os.getpid()}.tmp"
    draft.write_bytes(text)
    draft.replace(path)
