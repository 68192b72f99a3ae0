"""The names of settings: one that is mistyped would be taken for some other program's."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from scrapy.exceptions import UsageError
from scrapy.settings import SETTINGS_PRIORITIES, default_settings

from newsbot import settings as our_settings

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

# An extension may bring names of its own, which are rarely so near to one that is known.
_NEAR = 0.8


def check_names(settings: BaseSettings) -> None:
    """Raise UsageError for a setting of the command line that is a slip of another's name."""
    known = {*dir(default_settings), *dir(our_settings)}
    for name in settings:
        if name in known or settings.getpriority(name) != SETTINGS_PRIORITIES["cmdline"]:
            continue
        if near := get_close_matches(str(name).upper(), known, n=1, cutoff=_NEAR):
            raise UsageError(f"no setting {name!r}. Did you mean {near[0]!r}?", print_help=False)
