"""What a reextraction found, in words: what would change, field by field, with an example each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from newsbot.numerals import amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsbot.replay.difference import Change
    from newsbot.replay.reextraction import Outcome

_WIDTH = 60


class Account:
    """Keeps one example of every kind of change, as they come."""

    def __init__(self, site: str) -> None:
        self._site = site
        self._examples: dict[str, str] = {}

    def note(self, change: Change) -> None:
        """Take *change* for an example where there is none of its kind yet."""
        if change.kind != "changed":
            self._examples.setdefault(change.kind, change.id)
            return
        for name, (before, after) in change.fields.items():
            if name not in self._examples:
                values = f"{_short(before, after)} → {_short(after, before)}"
                self._examples[name] = f"{change.id}: {values}"

    def lines(self, outcome: Outcome, *, is_applied: bool) -> Iterator[str]:
        """Yield the report of a site."""
        counts = " · ".join(f"{number} {kind}" for kind, number in outcome.changes.items())
        pages = amount(outcome.imported, "page")
        what = "brought in" if is_applied else "to bring in"
        brought = f" · {pages} {what}" if outcome.imported else ""
        yield (
            f"{self._site}: {amount(outcome.looks, 'look')} read again · "
            f"{amount(outcome.articles, 'article')}{brought} · {counts or 'nothing changed'}"
        )
        for name, number in outcome.fields.most_common():
            yield f"  {name:<14} {number:>6}   {self._examples[name]}"
        for kind in ("new", "gone"):
            if kind in outcome.changes:
                yield f"  {kind:<14} {outcome.changes[kind]:>6}   {self._examples[kind]}"
        for reason, number in (outcome.dropped + outcome.unread).most_common():
            yield f"  no article     {number:>6}   {reason}"
        if outcome.kept:
            yield f"  left as it is  {outcome.kept:>6}   its page is not in the archive"
        if (outcome.changes or outcome.imported) and not is_applied:
            options = " --relearn" * outcome.is_relearnt + " --from …" * bool(outcome.imported)
            yield f"nothing is written yet: scrapy reextract {self._site}{options} --apply"


def _short(value: Any, other: Any) -> str:
    """Return *value* in one short line, from where it begins to differ from *other*."""
    text, against = (_text(one) for one in (value, other))
    pairs = enumerate(zip(text, against, strict=False))
    begin = max(0, next((at for at, (one, two) in pairs if one != two), 0) - _WIDTH // 4)
    cut = text[begin : begin + _WIDTH]
    return f"{'…' if begin else ''}{cut}{'…' if begin + _WIDTH < len(text) else ''}"


def _text(value: Any) -> str:
    """Return *value* as JSON without control characters; a terminal might obey these."""
    text = orjson.dumps(value).decode()
    return "".join(sign if sign.isprintable() else " " for sign in text)
