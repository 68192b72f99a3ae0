"""What a site reserves in ``/.well-known/tdmrep.json``: text and data mining, by path.

TDM Reservation Protocol of a W3C community group, final report of 10 May 2024, section 6.1.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import orjson

PLACE = "/.well-known/tdmrep.json"
# A file of rules for folders is small; more is meant to keep us reading.
_LARGEST, _MOST_RULES, _LONGEST = 1 << 16, 500, 500
# Who minds being mined names the miners in robots.txt, most of them those of language models.
_MINERS = re.compile(
    rb"\btdm\b|tdm-?rep|gptbot|ccbot|google-extended|claudebot|anthropic-ai|perplexitybot|bytespider"
    rb"|applebot-extended|meta-externalagent|content-signal",
    re.IGNORECASE,
)


class Rule(NamedTuple):
    """What holds of all paths that begin as *location* says: reserved or not, and on what terms.

    It says so as a line of robots.txt does, and the first rule that holds of a path counts.
    """

    location: str
    is_reserved: bool
    policy: str | None = None


def hints(robots_txt: bytes) -> bool:
    """Return whether a *robots_txt* is that of a site which minds being mined.

    >>> hints(b"User-agent: GPTBot"), hints(b"User-agent: *")
    (True, False)
    """
    return _MINERS.search(robots_txt[:_LARGEST]) is not None


def read_rules(body: bytes) -> tuple[Rule, ...]:
    """Return the rules in the file *body*, in their order; none where it is no such file."""
    try:
        found = orjson.loads(body) if len(body) <= _LARGEST else []
    except orjson.JSONDecodeError:
        return ()
    entries = found if isinstance(found, list) else [found]
    rules = (_rule(entry) for entry in entries[:_MOST_RULES] if isinstance(entry, dict))
    return tuple(rule for rule in rules if rule)


def _rule(entry: dict[str, object]) -> Rule | None:
    location, reserved = entry.get("location"), str(entry.get("tdm-reservation"))
    policy = entry.get("tdm-policy")
    if not isinstance(location, str) or len(location) > _LONGEST or reserved not in {"0", "1"}:
        return None
    is_url = isinstance(policy, str) and policy.startswith(("https://", "http://"))
    return Rule(location, reserved == "1", str(policy)[:_LONGEST] if is_url else None)
