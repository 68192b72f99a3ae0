"""Forms that ask for a day: how day, month and year go into them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsbot.profilekeys import DayPages
from newsbot.urls import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

# What the three parts of a day are called in the fields of real forms.
_PARTS = {
    "day": re.compile(r"(ngay|day|tag|hari|tgl|tanggal|jour|dia|giorno|^d)\W*$", re.IGNORECASE),
    "month": re.compile(r"(thang|month|monat|bulan|bln|mois|mes|mese|^m)\W*$", re.IGNORECASE),
    "year": re.compile(r"(nam|year|jahr|tahun|thn|annee|ano|anno|^y)\W*$", re.IGNORECASE),
}
_FORMS = {"day": ("{day:%d}", "{day.day}"), "month": ("{day:%m}", "{day.month}")}
_WHOLE_DAY = re.compile(r"(ngay|date|datum|tanggal|fecha|data|day)", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"\s*(\d{4}|[yj])", re.IGNORECASE)
_PATTERN = re.compile(
    r"\s*(?:(?:dd|tt|jj)[-/.]mm[-/.](?:yyyy|jjjj|aaaa)|(?:yyyy|jjjj)[-/.]mm[-/.](?:dd|tt))\s*",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[-/.]")
# Controls that a browser sends only when somebody touches them (HTML standard, 4.10.22.4).
_BUTTONS = frozenset({"submit", "button", "image", "reset"})
_TICKED = frozenset({"checkbox", "radio"})


def day_forms(elements: Iterable[HtmlElement], base: str) -> tuple[DayPages, ...]:
    """Return, for every form in *elements* that asks for a day, the template of its request."""
    forms = (form for element in elements for form in element.iter("form"))
    read = (_day_form(form, base) for form in forms)
    return tuple(form for form in read if form)


def _day_form(form: HtmlElement, base: str) -> DayPages | None:
    """Return the template of one form, ``None`` if it has no field for a day."""
    url = resolve(base, form.get("action") or base)
    fields: dict[str, str] = {}
    found: set[str] = set()
    for control in form.iter("input", "select"):
        name = control.get("name")
        if not name or not _is_sent(control):
            continue
        part = _part_of(control, name)
        fields[name] = _template(control, part) if part else _literal(_value(control))
        found.add(part or "")
    whole = "date" in found or found >= set(_PARTS)
    if not url or not whole:
        return None
    method = "POST" if (form.get("method") or "").upper() == "POST" else "GET"
    # A browser writes the fields of GET over the query of the address, those of POST beside it.
    return DayPages(_literal(url if method == "POST" else url.partition("?")[0]), method, fields)


def _is_sent(control: HtmlElement) -> bool:
    """Return whether a browser sends *control* without a person touching it."""
    kind = control.get("type", "").lower()
    return kind not in _BUTTONS and (kind not in _TICKED or control.get("checked") is not None)


def _part_of(control: HtmlElement, name: str) -> str | None:
    """Return which part of a day a field holds: day, month, year, a whole date, or none."""
    if control.tag == "select":
        word = name.rstrip("]").rpartition("[")[2]
        return next((part for part, names in _PARTS.items() if names.search(word)), None)
    kind = control.get("type", "text").lower()
    is_asked = _WHOLE_DAY.search(name) or _PATTERN.fullmatch(control.get("placeholder", ""))
    return "date" if kind == "date" or (kind == "text" and is_asked) else None


def _template(control: HtmlElement, part: str) -> str:
    """Return how *part* is written in its field, by what the field itself shows."""
    if part == "year":
        return "{day:%Y}"
    if part in _FORMS:
        values = [option.get("value", option.text or "") for option in control.iter("option")]
        padded, plain = _FORMS[part]
        return padded if any(value.strip().startswith("0") for value in values) else plain
    if control.get("type", "").lower() == "date":
        return "{day:%Y-%m-%d}"
    shown = control.get("value") or control.get("placeholder") or ""
    separator = match[0] if (match := _SEPARATOR.search(shown)) else "/"
    order = ("%Y", "%m", "%d") if _YEAR_FIRST.match(shown) else ("%d", "%m", "%Y")
    return f"{{day:{separator.join(order)}}}"


def _literal(text: str) -> str:
    """Return *text* as a template that gives just *text*."""
    return text.replace("{", "{{").replace("}", "}}")


def _value(control: HtmlElement) -> str:
    """Return what a field sends when nobody touches it."""
    if control.tag == "select":
        options = list(control.iter("option"))
        chosen = next((option for option in options if option.get("selected") is not None), None)
        first = chosen if chosen is not None else next(iter(options), None)
        return "" if first is None else first.get("value", first.text or "")
    return control.get("value") or ""
