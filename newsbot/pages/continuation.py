"""Articles over several pages, stitched into one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsbot.extract.found import Found
    from newsbot.items import Article


def continued(earlier: Article, found: Mapping[str, Found[Any] | None]) -> Article:
    """Return *earlier* with the body *found* behind its own, unless that holds it already.

    Authors and source often stand on the last page alone.
    """
    body = found["body"]
    if body and body.value not in (earlier.body or ""):
        text = "\n\n".join(filter(None, (earlier.body, body.value)))
        earlier = replace(earlier, body=text)
    late = {
        name: credit
        for name in ("authors", "source")
        if (credit := found[name]) and not getattr(earlier, name)
    }
    evidence = {**earlier.evidence, **{name: credit.evidence for name, credit in late.items()}}
    return replace(
        earlier, evidence=evidence, **{name: credit.value for name, credit in late.items()}
    )
