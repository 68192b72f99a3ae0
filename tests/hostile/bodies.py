"""What hostile pages are made of: articles, and bodies that are more than they seem."""

from __future__ import annotations

import gzip
import sys
from html import escape
from typing import TYPE_CHECKING

import brotli

from tests.hostile.server import Page

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Iterable

HTML = b"Content-Type: text/html; charset=utf-8"
PARAGRAPHS = (
    "Der Rat der Gemeinde hat am Dienstag den Haushalt für das kommende Jahr beschlossen.",
    "Für die Brücke über die Lahn stehen nun zwei Millionen bereit, dreimal so viel wie bisher.",
    "Begonnen werden soll im Frühjahr, wenn das Wasser wieder niedrig steht, hieß es am Abend.",
)
DAY = "2026-11-20"


def article(site: str, key: str = "9", headline: str = "", extra: str = "") -> bytes:
    """Return a sound article page of *site*; *extra* goes into its head."""
    title = escape(headline or f"Haushalt beschlossen: {site} {key}")
    text = "".join(f"<p>{paragraph} ({site}, {key})</p>" for paragraph in PARAGRAPHS)
    when = f'<meta property="article:published_time" content="{DAY}T08:00:00+01:00">'
    return (
        f"<html><head><meta charset=utf-8><title>{title}</title>{when}{extra}</head>"
        f"<body><article><h1>{title}</h1>{text}</article></body></html>"
    ).encode()


def front(paths: Iterable[str]) -> Page:
    """Return a front page that links to *paths*."""
    links = "".join(
        f'<li><a href="{escape(path)}">Meldung zu {n}</a></li>' for n, path in enumerate(paths)
    )
    return Page(f"<html><body><h1>Heute</h1><ul>{links}</ul></body></html>".encode())


def gzip_bomb() -> bytes:
    """Return a gigabyte of nothing in a megabyte: 64 members of one gzip file."""
    return gzip.compress(bytes(16 << 20)) * 64


def nested_bomb() -> bytes:
    """Return that gigabyte packed twice, in under two kilobytes."""
    return gzip.compress(gzip_bomb())


def brotli_bomb() -> bytes:
    """Return half a gigabyte of nothing by brotli."""
    return brotli.compress(bytes(512 << 20), quality=1)


def zstd_bomb() -> bytes:
    """Return a gigabyte of nothing by zstd, in two frames of 32 KB."""
    return zstd.compress(bytes(64 << 20)) * 16


def stored_often() -> tuple[bytes, bytes]:
    """Return four megabytes wrapped in gzip ten times without being packed, and how they are coded.

    Unpacking them again and again is work; a header has room for two thousand times.
    """
    body = bytes(4 << 20)
    for _ in range(10):
        body = gzip.compress(body, compresslevel=0)
    return body, b", ".join([b"gzip"] * 10)


def coded(body: bytes, coding: bytes) -> Page:
    """Return *body* as an HTML page in *coding*."""
    return Page(body, 200, (HTML, b"Content-Encoding: " + coding))
