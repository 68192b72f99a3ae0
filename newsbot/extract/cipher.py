"""Text that a script is to decipher before anybody can read it."""

from __future__ import annotations

import re

_CIPHER = re.compile(r"[A-Za-z0-9+/=]{100}")


def is_cipher(text: str) -> bool:
    """Return whether *text* is no writing, but data for a script."""
    return bool(_CIPHER.search(text))
