"""Reads and checks one site's profile: the TOML file that says where a site keeps what.

A profile says where, never how. Its keys, with their defaults, are in the README; a key that is
not known, or a value that can't be meant, is an error that names file, key and a way out.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache, partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from newsbot.dates import read_date
from newsbot.exceptions import ProfileError
from newsbot.profilekeys import FIELDS, LINKS, TOP, DayPages, check_table, closest
from newsbot.sitefiles import PACKAGED, is_site, site_files
from newsbot.tracking import without_amp
from newsbot.urls import (
    host_of,
    looks_like_article,
    normalise_url,
    path_and_query,
    quote_key,
    respelt_key,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path
    from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Where a site links to its articles; ``None`` or empty means the default of the key."""

    seeds: tuple[str, ...] = ()
    article: tuple[re.Pattern[str], ...] = ()
    deny: tuple[re.Pattern[str], ...] = ()
    sections: tuple[str, ...] = ()
    feeds: tuple[str, ...] | None = None
    sitemaps: tuple[str, ...] | None = None
    day: DayPages | None = None
    day_block: tuple[str, ...] = ()
    first_day: date | None = None
    more: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    next: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One site: its hosts, language and zone, and where its pages keep links and fields.

    *digest* is the SHA-256 of the TOML, its platform's included.
    """

    site: str
    domain: str
    hosts: frozenset[str]
    language: str | None = None
    timezone: ZoneInfo | None = None
    platform: str | None = None
    delay: float | None = None
    verify_tls: bool = True
    honour_noarchive: bool = True
    links: Links = Links()
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    digest: str = ""

    def owns(self, url: str) -> bool:
        """Return whether *url* lies on one of the site's hosts."""
        return host_of(url) in self.hosts

    def day_of(self, text: str | None) -> date | None:
        """Return the site's calendar day in the first date of *text*."""
        moment = read_date(text, zone=self.timezone) if text else None
        return moment.day if moment else None

    def article_key(self, url: str) -> str | None:
        """Return the article key in *url*, ``None`` if it is no article of this site.

        The key is the ``key`` group of the first ``article`` pattern found in the path and query
        of the normalised URL, best without what asks for a telephone's form of the page (AMP);
        without patterns it is that path and query, where they look like an article's.
        """
        if not self.owns(url) or self.denies(url):
            return None
        plain, whole = _places(url)
        if not self.links.article:
            return quote_key(plain.lstrip("/")) if looks_like_article(plain) else None
        for place in dict.fromkeys((plain, whole)):
            for pattern in self.links.article:
                if (match := pattern.search(place)) and (key := match["key"]):
                    return quote_key(key)
        return None

    def respelt(self, key: str) -> str:
        """Return the article key *key*, made by an earlier version, as it is made today.

        Without ``article`` patterns a key is an address, and an address may get a better form.
        """
        return key if self.links.article else respelt_key(key)

    def denies(self, url: str) -> bool:
        """Return whether one of the ``deny`` patterns is found in *url*."""
        return any(pattern.search(_places(url)[1]) for pattern in self.links.deny)


@lru_cache(maxsize=8192)
def _places(url: str) -> tuple[str, str]:
    """Return where patterns are looked for; a run asks about each URL some ten times."""
    whole = path_and_query(normalise_url(url))
    return without_amp(whole), whole


def read_profile(site: str, folders: Sequence[Path]) -> Profile:
    """Return the profile of *site* from the first of *folders* that has it.

    Raises ProfileError if there is none, or if the file is no sound profile.
    """
    files = site_files(folders)
    if site not in files:
        raise ProfileError(f"no site named {site!r}.{closest(site, files)}")
    return parse_profile(site, _read(files[site]), folders, file=files[site].name)


def parse_profile(
    site: str, toml: bytes, folders: Sequence[Path] = (PACKAGED,), *, file: str | None = None
) -> Profile:
    """Return the profile that *toml* describes, laid over the file of its ``platform``.

    *folders* are searched for ``platforms/<platform>.toml``. Raises ProfileError, its text
    beginning with *file*, where a key or a value is wrong.
    """
    file = file or f"{site}.toml"
    if not is_site(site):
        hint = "name it by small letters, figures and hyphens, 40 at most"
        raise ProfileError(f"{file!r}: {site!r} can be no site's id; {hint}")
    tables = _tables(file, toml)
    digest = sha256(toml)
    platform = tables[""].get("platform")
    if platform is not None:
        shared = _platform(file, platform, folders)
        digest.update(shared)
        tables = _over(_shared_tables(f"platforms/{platform}.toml", shared), tables)
    top = tables[""]
    if "domain" not in top:
        raise ProfileError(f'{file}: domain is missing; add: domain = "newspaper.example"')
    links = Links(**tables["links"])
    if not links.seeds:
        links = Links(**tables["links"] | {"seeds": (f"https://{top['domain']}/",)})
    profile = Profile(
        site=site,
        **top | {"hosts": _hosts(top["domain"], top.get("hosts", ()))},
        links=links,
        fields=tables["fields"],
        digest=digest.hexdigest(),
    )
    for seed in links.seeds:
        if not profile.owns(seed):
            hint = f"it is on none of the site's hosts; add: hosts = [{host_of(seed)!r}]"
            raise ProfileError(f"{file}: links.seeds: {seed}: {hint}")
    return profile


def _tables(file: str, toml: bytes) -> dict[str, dict[str, Any]]:
    """Return the checked tables of one file: the top level as ``""``, links and fields."""
    try:
        raw = tomllib.loads(toml.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        hint = "; write patterns between single quotes" if "Unescaped" in str(error) else ""
        raise ProfileError(f"{file}: not TOML: {error}{hint}") from error
    tables = {
        "links": partial(check_table, file, "links", readers=LINKS),
        "fields": partial(check_table, file, "fields", readers=FIELDS),
    }
    top = check_table(file, "", raw, {**TOP, **tables})
    return {name: top.pop(name, {}) for name in tables} | {"": top}


def _platform(file: str, platform: str, folders: Sequence[Path]) -> bytes:
    """Return the TOML that the papers of one *platform* share."""
    files = site_files([folder / "platforms" for folder in folders])
    if platform not in files:
        raise ProfileError(f"{file}: platform: none named {platform!r}.{closest(platform, files)}")
    return _read(files[platform])


def _shared_tables(file: str, toml: bytes) -> dict[str, dict[str, Any]]:
    tables = _tables(file, toml)
    if "platform" in tables[""]:
        raise ProfileError(f"{file}: platform: a platform has none of its own")
    return tables


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ProfileError(f"{path.name}: can't be read: {error.strerror}") from error


def _over(
    shared: dict[str, dict[str, Any]], own: dict[str, dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    """Return the tables of a platform with the site's own keys laid over them."""
    return {name: shared[name] | own[name] for name in own}


# Under these a paper shows the same pages for telephones.
_MOBILE = ("m.", "amp.")


def _hosts(domain: str, further: Sequence[str]) -> frozenset[str]:
    """Return the site's hosts: those named, each with and without ``www.``, ``m.``, ``amp.``."""
    plain = {host.removeprefix("www.") for host in (domain, *further)}
    bare = {_bare(host) for host in plain}
    mobile = {alias + host for host in bare for alias in _MOBILE}
    return frozenset({domain, *further} | bare | mobile | {f"www.{h}" for h in plain | bare})


def _bare(host: str) -> str:
    return next((host.removeprefix(alias) for alias in _MOBILE if host.startswith(alias)), host)
