"""The settings of our own, read once and checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from scrapy.utils.misc import load_object

from newsbot.addresses import PrivateHosts, read_private_hosts
from newsbot.contact import contact_of, user_agent
from newsbot.exceptions import SettingError
from newsbot.limits import Limits
from newsbot.project import data_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from scrapy.settings import BaseSettings

# No newspaper is so old, and no calendar goes so far back.
MOST_DAYS = 100_000
MOST_SECONDS = MOST_DAYS * 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the settings of the same names say."""

    data: Path
    keep: bool
    contact: str
    user_agent: str
    private: PrivateHosts
    clock: Callable[[], datetime]
    limits: Limits
    run_max_seconds: int
    download_timeout: float
    render_pause: timedelta
    archive_max_bytes: int
    disk_floor_bytes: int


def read_options(settings: BaseSettings) -> Options:
    """Return our own settings; raise SettingError, naming it, for one that can't be meant."""
    contact = contact_of(settings)
    return Options(
        data=data_folder(settings),
        keep=settings.getbool("KEEP"),
        contact=contact,
        user_agent=user_agent(str(settings["USER_AGENT"]), contact),
        private=_private_hosts(settings),
        clock=_clock(settings),
        limits=Limits(
            first_run_days=_number(settings, "FIRST_RUN_DAYS", most=MOST_DAYS),
            lookback_days=_number(settings, "LOOKBACK_DAYS", most=MOST_DAYS),
            revisit_budget=_number(settings, "REVISIT_BUDGET"),
        ),
        run_max_seconds=_number(settings, "RUN_MAX_SECONDS", least=1, most=MOST_SECONDS),
        download_timeout=_seconds(settings, "DOWNLOAD_TIMEOUT"),
        render_pause=timedelta(seconds=_number(settings, "RENDER_SECONDS", most=MOST_SECONDS)),
        archive_max_bytes=_number(settings, "ARCHIVE_MAX_BYTES", least=1),
        disk_floor_bytes=_number(settings, "DISK_FLOOR_BYTES"),
    )


def _number(settings: BaseSettings, name: str, least: int = 0, most: int = 1 << 62) -> int:
    value = settings[name]
    try:
        number = int(value)
    except (TypeError, ValueError) as error:
        raise SettingError(f"{name}={value!r} is no whole number") from error
    if not least <= number <= most:
        raise SettingError(f"{name}={number} must lie between {least} and {most}")
    return number


def _seconds(settings: BaseSettings, name: str) -> float:
    try:
        return settings.getfloat(name)
    except (TypeError, ValueError) as error:
        raise SettingError(f"{name}={settings[name]!r} is no number of seconds") from error


def _private_hosts(settings: BaseSettings) -> PrivateHosts:
    try:
        return read_private_hosts(settings["ALLOW_PRIVATE_HOSTS"])
    except ValueError as error:
        raise SettingError(f"ALLOW_PRIVATE_HOSTS: {error}") from error


def _clock(settings: BaseSettings) -> Callable[[], datetime]:
    name = settings["CLOCK"]
    try:
        clock: Callable[[], datetime] = load_object(name)
    except (ValueError, NameError, ImportError, TypeError) as error:
        raise SettingError(f"CLOCK={name!r} is no function that can be imported") from error
    return clock
