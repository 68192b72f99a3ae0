"""Forms that ask for a day: how day, month and year go into them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsbot.pages.daytemplate import day_template, is_day, literal
from newsbot.profilekeys import DayPages
from newsbot.urls import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.html import HtmlElement

# What the three parts of a day are called in the fields of real forms.
_PARTS = {
    "day": re.compile(r"(ngay|day|tag|hari|tgl|tanggal|jour|dia|giorno|^d)\W*$", re.IGNORECASE),
    "month": re.compile(r"(thang|month|monat|bulan|bln|mois|mes|mese|^m)\W*$", re.IGNORECASE),
    "year": re.compile(r"(nam|year|jahr|tahun|thn|annee|ano|anno|^y)\W*$", re.IGNORECASE),
}
_FORMS = {
    "day": ("{day:%d}", "{day.day}"),
    "month": ("{day:%m}", "{day.month}"),
    "year": ("{day:%Y}", "{day:%Y}"),
}
_MONTH_NAMES = {"jan": "{day:%b}", "feb": "{day:%b}", "january": "{day:%B}", "february": "{day:%B}"}
_WHOLE_DAY = re.compile(r"(ngay|date|datum|tanggal|fecha|data|day)", re.IGNORECASE)
# Scripts fill such a field with words as often as with numbers; words can be read in one way.
_RANGE, _SOME_RANGE = re.compile(r"range", re.IGNORECASE), "{day:%d %B %Y} - {day:%d %B %Y}"
_SOME_DAY = "{day:%d/%m/%Y}"
# Where a field shows how a day is written in it, the first that does.
_SHOWING = ("value", "placeholder", "data-date-format", "data-format", "data-dateformat")
_NUMBER = re.compile(r"\d{1,9}")
# Controls that a browser sends only when somebody touches them (HTML standard, 4.10.22.4).
_BUTTONS = frozenset({"submit", "button", "image", "reset"})
_TYPED = frozenset({"text", "number", "tel"})
_TICKED = frozenset({"checkbox", "radio"})


def day_forms(elements: Iterable[HtmlElement], base: str) -> tuple[DayPages, ...]:
    """Return, for every form in *elements* that asks for a day, the template of its request."""
    forms = (form for element in elements for form in element.iter("form"))
    read = (_day_form(form, base) for form in forms)
    return tuple(form for form in read if form)


def _day_form(form: HtmlElement, base: str) -> DayPages | None:
    """Return the template of one form, ``None`` if it has no field for a day."""
    url = resolve(base, form.get("action") or base)
    controls = [control for control in form.iter("input", "select") if control.get("name")]
    parts = _parts([control for control in controls if _is_sent(control)])
    if not url or not parts:
        return None
    fields = {
        control.get("name", ""): _template(control, parts[control])
        if control in parts
        else literal(_value(control))
        for control in controls
        if _is_sent(control)
    }
    method = "POST" if (form.get("method") or "").upper() == "POST" else "GET"
    # A browser writes the fields of GET over the query of the address, those of POST beside it.
    address = literal(url if method == "POST" else url.partition("?")[0])
    return DayPages(address, method, fields | _default_button(form))


def _parts(controls: Sequence[HtmlElement]) -> dict[HtmlElement, str]:
    """Return which part of a day each control holds, or a whole date; none where they make no day.

    A hidden field counts where nothing else does: the script of a calendar fills it.
    """
    parts = {control: part for control in controls if (part := _part_of(control))}
    if set(parts.values()) >= set(_PARTS):
        return parts
    whole = [control for control in controls if _is_whole_day(control)]
    visible = [control for control in whole if control.get("type", "").lower() != "hidden"]
    return dict.fromkeys(visible or whole, "date")


def _is_sent(control: HtmlElement) -> bool:
    """Return whether a browser sends *control* without a person touching it."""
    kind = control.get("type", "").lower()
    return kind not in _BUTTONS and (kind not in _TICKED or control.get("checked") is not None)


def _part_of(control: HtmlElement) -> str | None:
    """Return which part of a day a field holds by its name: day, month, year, or none."""
    if control.tag == "input" and control.get("type", "text").lower() not in _TYPED:
        return None
    word = control.get("name", "").rstrip("]").rpartition("[")[2]
    return next((part for part, names in _PARTS.items() if names.search(word)), None)


def _is_whole_day(control: HtmlElement) -> bool:
    """Return whether a field holds a whole day, by its type, its name or what it shows."""
    if control.tag == "select":
        return any(map(is_day, map(_option, control.iter("option"))))
    is_named = bool(_WHOLE_DAY.search(control.get("name", "")))
    match control.get("type", "text").lower():
        case "date":
            return True
        case "text":
            return is_named or is_day(control.get("placeholder"))
        case "hidden":
            return is_named and is_day(control.get("value"))
    return False


def _template(control: HtmlElement, part: str) -> str:
    """Return how *part* is written in its field, by what the field itself shows."""
    options = [_option(option) for option in control.iter("option")]
    shown = options or [control.get(name) or "" for name in _SHOWING]
    if part != "date":
        return _number_template(shown, part)
    if control.get("type", "").lower() == "date":
        return "{day:%Y-%m-%d}"
    usual = _SOME_RANGE if _RANGE.search(control.get("name", "")) else _SOME_DAY
    return next(filter(None, map(day_template, shown)), usual)


def _number_template(shown: Sequence[str], part: str) -> str:
    """Return how *part* is written in a field that has the choices or the example *shown*.

    A script fills a field without choices, with numbers as they come.
    """
    names = (_MONTH_NAMES.get(value.lower()) for value in shown)
    if part == "month" and (name := next(filter(None, names), None)):
        return name
    padded, plain = _FORMS[part]
    found = [match for match in map(_NUMBER.search, shown) if match and int(match[0])]
    if not found:
        return plain
    example = found[-1]
    is_padded = any(match[0].startswith("0") for match in found)
    is_short = part == "year" and len(example[0]) == 2
    template = "{day:%y}" if is_short else padded if is_padded else plain
    before, after = example.string[: example.start()], example.string[example.end() :]
    return literal(before) + template + literal(after)


def _option(option: HtmlElement) -> str:
    value: str = option.get("value", option.text or "")
    return value.strip()


def _value(control: HtmlElement) -> str:
    """Return what a field sends when nobody touches it."""
    if control.tag == "select":
        options = list(control.iter("option"))
        chosen = next((option for option in options if option.get("selected") is not None), None)
        first = chosen if chosen is not None else next(iter(options), None)
        return "" if first is None else _option(first)
    return control.get("value") or ""


def _default_button(form: HtmlElement) -> dict[str, str]:
    """Return what the button sends that a person presses (HTML standard, 4.10.21.2): the first."""
    for button in form.iter("input", "button"):
        kind = button.get("type", "submit" if button.tag == "button" else "text").lower()
        if kind == "submit":
            name = button.get("name")
            return {name: literal(button.get("value") or "")} if name else {}
    return {}
