"""Registrable domains: under which name of a host its owner has all the others."""

from __future__ import annotations

from functools import cache, lru_cache
from ipaddress import ip_address

from tldextract import TLDExtract


@lru_cache(maxsize=1024)
def registrable(host: str) -> str:
    """Return the part of *host* that somebody registered, all of it where there is none such.

    By the Public Suffix List, with the names under which private companies let others register.

    >>> registrable("www.baothaibinh.com.vn"), registrable("dongbao.test"), registrable("127.0.0.1")
    ('baothaibinh.com.vn', 'dongbao.test', '127.0.0.1')
    """
    host = host.lower().strip("[].")
    try:
        return str(ip_address(host))
    except ValueError:
        return _suffixes().extract_str(host).top_domain_under_public_suffix or host


@cache
def _suffixes() -> TLDExtract:
    """Return the list as it came with its package: none is ever fetched or kept on disk."""
    return TLDExtract(cache_dir=None, suffix_list_urls=(), include_psl_private_domains=True)
