"""Limits: how far a run goes where nobody says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How far a plain run goes: the settings of the same names."""

    first_run_days: int = 7
    lookback_days: int = 3
    revisit_budget: int = 100

    @property
    def lookback(self) -> timedelta:
        """How late an article may come in."""
        return timedelta(self.lookback_days)


USUAL = Limits()
