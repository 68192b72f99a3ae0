"""Who wrote an article, and which agency or paper it was taken from."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from newsbot.extract.credits.byline import read_byline
from newsbot.extract.credits.names import looks_like_person
from newsbot.extract.credits.printed import read_printed
from newsbot.extract.credits.stated import stated_authors
from newsbot.extract.found import Found
from newsbot.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsbot.extract.column import Piece
    from newsbot.extract.credits.byline import Byline
    from newsbot.extract.credits.printed import Printed
    from newsbot.extract.credits.stated import Statement
    from newsbot.extract.found import Evidence
    from newsbot.extract.metadata import Metadata
    from newsbot.extract.selected import Selected
    from newsbot.extract.sitename import SiteName


class Credits(NamedTuple):
    """The authors and the source of an article, each ``None`` where the page names none."""

    authors: Found[tuple[str, ...]] | None
    source: Found[str] | None


def stated_names(metadata: Metadata, site: SiteName) -> frozenset[str]:
    """Return the names that *metadata* give, folded."""
    said = chain.from_iterable(stated_authors(metadata))
    read = (read_byline(statement.text, site) for statement in said)
    return frozenset(fold(name) for byline in read for name in byline.authors)


def read_credits(
    bylines: Sequence[Piece],
    column: Sequence[Piece],
    selected: Selected,
    metadata: Metadata,
    site: SiteName,
) -> Credits:
    """Return the authors by the profile, else as stated, else as printed; likewise the source.

    The paper itself is the author only where a page calls it so, and credits nobody else.
    What is printed has the better of a statement that leaves out one of the authors whom the page
    links as such, or that names somebody whom the page does not print, as a CMS does with whoever
    put the article in.
    """
    chosen = [read_byline(text, site) for text in selected.texts("authors")]
    printed = read_printed(bylines, column, site)
    claims = [_claim(group, column, printed, site) for group in stated_authors(metadata)]
    names = tuple(dict.fromkeys(name for byline in chosen for name in byline.authors))
    authors = Found(names, "profile") if names else _authors(claims, printed, column)
    source = _source(chosen, claims, printed, selected, site)
    authors = authors or _agencies(claims) or (None if source else _paper(claims, printed))
    return Credits(authors, source)


class _Claim(NamedTuple):
    """The authors, the source and the paper's own names that a group of statements gives.

    *named* are the authors with the agencies that are stated beside them.
    """

    authors: tuple[str, ...]
    source: str | None
    papers: tuple[str, ...]
    evidence: Evidence
    named: tuple[str, ...]


def _claim(
    group: Sequence[Statement], column: Sequence[Piece], printed: Printed, site: SiteName
) -> _Claim | None:
    """Return what *group* says; what is not sure counts only where the page prints it."""
    read = [(said, read_byline(said.text, site)) for said in group]
    sure = [(said, b) for said, b in read if said.is_sure or _is_printed(said, b, column, printed)]
    if not sure:
        return None
    return _Claim(
        tuple(dict.fromkeys(name for _, byline in sure for name in byline.authors)),
        next((byline.source for _, byline in sure if byline.source), None),
        tuple(
            name for said, byline in sure if said.evidence == "json-ld" for name in byline.papers
        ),
        sure[0][0].evidence,
        tuple(dict.fromkeys(name for _, byline in sure for name in byline.named)),
    )


def _authors(
    claims: Iterable[_Claim | None], printed: Printed, column: Sequence[Piece]
) -> Found[tuple[str, ...]] | None:
    named = [claim for claim in claims if claim and claim.authors]
    if printed.authors:
        others = set(map(fold, printed.others)) - set(map(fold, printed.authors))
        named = [claim for claim in named if not others.issuperset(map(fold, claim.authors))]
    if named and not _is_beaten(named[0].authors, printed, column):
        spelt = [*printed.authors, *(name for claim in named for name in claim.authors)]
        return Found(_in_mixed_case(named[0].named, spelt), named[0].evidence)
    names = printed.authors or printed.initials
    return Found(names, "generic") if names else None


def _agencies(claims: Iterable[_Claim | None]) -> Found[tuple[str, ...]] | None:
    """Return the agencies that are stated as the authors where no people are."""
    stated = (claim for claim in claims if claim and claim.named and not claim.authors)
    return next((Found(claim.named, claim.evidence) for claim in stated), None)


def _paper(claims: Iterable[_Claim | None], printed: Printed) -> Found[tuple[str, ...]] | None:
    """Return the paper itself where a page names it, and nobody else, as the author."""
    for claim in filter(None, claims):
        if claim.papers:
            return Found(tuple(dict.fromkeys(claim.papers)), claim.evidence)
    return Found(printed.papers, "generic") if printed.papers else None


def _is_beaten(stated: Sequence[str], printed: Printed, column: Sequence[Piece]) -> bool:
    """Return whether the authors *printed* are more than those *stated*, or quite other people."""
    said, shown = set(map(fold, stated)), set(map(fold, printed.authors))
    if said < shown:
        return printed.is_marked
    if not shown or said & shown or not printed.is_labelled:
        return False
    return not any(name in piece.line.text for piece in column for name in stated)


def _is_printed(said: Statement, byline: Byline, column: Sequence[Piece], printed: Printed) -> bool:
    """Return whether the page prints what is *said*: a whole name anywhere, one word as author."""
    shown = set(map(fold, printed.authors))
    if any(fold(name) in shown for name in byline.authors):
        return True
    is_whole = any(map(looks_like_person, byline.authors)) or byline.source is not None
    return is_whole and any(said.text in piece.line.text for piece in column)


def _in_mixed_case(names: Sequence[str], spelt: Iterable[str]) -> tuple[str, ...]:
    """Return *names*, those in capitals as they are *spelt* elsewhere."""
    mixed = {fold(name): name for name in spelt if not name.isupper()}
    return tuple(mixed.get(fold(name), name) if name.isupper() else name for name in names)


def _source(
    chosen: Sequence[Byline],
    claims: Sequence[_Claim | None],
    printed: Printed,
    selected: Selected,
    site: SiteName,
) -> Found[str] | None:
    for text in selected.texts("source")[:1]:
        return Found(read_byline(text, site).source or text, "profile")
    for byline in chosen:
        if byline.source:
            return Found(byline.source, "profile")
    for claim in filter(None, claims):
        if claim.source:
            return Found(claim.source, claim.evidence)
    return Found(printed.source, "generic") if printed.source else None
