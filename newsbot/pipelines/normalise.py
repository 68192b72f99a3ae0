"""Gives every text of an article one form, and the article its fingerprint."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsbot.fingerprint import fingerprint
from newsbot.restoration import restored
from newsbot.text import normalise_line, normalise_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsbot.items import Article


class NormalisePipeline:
    """Changes the form of the texts, and letters that are proven to be wrong; never their words."""

    def process_item(self, article: Article) -> Article:
        """Return *article* with every text normalised; a text without characters is ``None``."""
        texts = _Texts()
        formed = texts.of(article)
        if texts.wrong:
            texts = _Texts(beside=max(texts.wrong, key=len))
            formed = texts.of(article)
        evidence = {
            field: f"{source}, {texts.notes[field]}" if field in texts.notes else source
            for field, source in article.evidence.items()
        }
        return replace(formed, evidence=evidence, fingerprint=fingerprint(formed))


class _Texts:
    """The texts of one article in their form.

    *notes* says of a field that it needed repair, *wrong* are the texts that did; what is proven of
    one that stands *beside* them is believed of all.
    """

    def __init__(self, beside: str = "") -> None:
        self.notes: dict[str, str] = {}
        self.wrong: list[str] = []
        self._beside = beside

    def of(self, article: Article) -> Article:
        """Return *article* with its texts in their form."""
        return replace(
            article,
            headline=self.line("headline", article.headline),
            description=self.line("description", article.description),
            body=self.text("body", article.body),
            authors=self.lines("authors", article.authors),
            source=self.line("source", article.source),
            section=self.line("section", article.section),
            keywords=self.lines("keywords", article.keywords),
            date_raw=normalise_line(article.date_raw or "") or None,
            images=tuple(
                replace(image, caption=self.line("images", image.caption))
                for image in article.images
            ),
            related=tuple(
                replace(link, headline=self.line("related", link.headline))
                for link in article.related
            ),
        )

    def line(self, field: str, text: str | None) -> str | None:
        """Return the *text* of *field* on one line."""
        return self._formed(field, text, normalise_line)

    def text(self, field: str, text: str | None) -> str | None:
        """Return the *text* of *field* with its paragraphs apart."""
        return self._formed(field, text, normalise_text)

    def lines(self, field: str, texts: Iterable[str]) -> tuple[str, ...]:
        """Return the *texts* of *field*, each once."""
        lines = (self.line(field, text) for text in texts)
        return tuple(dict.fromkeys(line for line in lines if line))

    def _formed(self, field: str, text: str | None, form: Callable[[str], str]) -> str | None:
        found = restored(text or "", form, self._beside)
        if found.is_repaired:
            self.wrong.append(text or "")
        if found.is_doubtful:
            self.notes[field] = "garbled"
        elif found.is_repaired:
            self.notes.setdefault(field, "repaired")
        return found.text or None
