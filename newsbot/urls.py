"""URLs: the normalised form, links resolved as pages mean them, the shape of an article's URL."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

from w3lib.url import canonicalize_url, safe_url_string

from newsbot.tracking import plain_path, plain_query, without_amp

# A <base href> to one of these is meant for pictures and styles, not for the links of the page
# (baocantho.com.vn: /static/templates/version1/homepage/).
ASSETS = re.compile(
    r"/(static|templates?|themes?|assets|skins?|layouts?|css|js|images?)/", re.IGNORECASE
)

# Folders of listings, whose last part may well look like an article's.
LISTING = re.compile(r"/(tags?|topics?|author|category|search|page|trang|archive|archiv)/")
NUMBERED = re.compile(r"\d{4,}(\.[a-z]{3,5})?$")
SLUG_WORDS = 4
# No server takes a longer address; such a link is a picture or a program written into the page.
LONGEST = 8000
# Most addresses on a page are written as they are meant: nothing is to be escaped, sorted or cut.
_PLAIN_PATH = re.compile(r"(?:/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)+/?|/")
_PLAIN = re.compile(rf"(https?://[a-z0-9]+(?:[.-][a-z0-9]+)+)(?:{_PLAIN_PATH.pattern})")


def host_of(url: str) -> str:
    """Return the host of *url* in lower case without port, empty if it has none.

    Letters beyond ASCII are as in the name that is asked for: IDNA (RFC 3490).

    >>> host_of("https://WWW.Waldbote.test:8443/a")
    'www.waldbote.test'
    """
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
        return host if host.isascii() else host.encode("idna").decode()
    except ValueError:
        return ""


def normalise_url(url: str) -> str:
    """Return the one form of *url*: host in lower case, no fragment, no tracking, query sorted.

    Repeated parameters all stay; escapes are as RFC 3986 (section 6.2.2) has them; no session, no
    empty or dotted part is in the path. A fragment goes also where a script reads it (``#!``), for
    no server sees it. Raises nothing: what can't be read as a URL is returned as it is.

    >>> normalise_url("HTTPS://Waldbote.test:443/./a b//c;jsessionid=1F?id=7&utm_source=x#top")
    'https://waldbote.test/a%20b/c?id=7'
    """
    if _PLAIN.fullmatch(url):
        return url
    try:
        parts = urlsplit(canonicalize_url(without_tracking(url.strip())))
        port = f":{parts.port}" if parts.port and parts.port != _PORTS.get(parts.scheme) else ""
    except ValueError:
        return url
    host = (parts.hostname or "").rstrip(".")
    if ":" in host:
        host = f"[{host}]"
    path = _without_steps(plain_path(parts.path)) if host else parts.path
    return urlunsplit((parts.scheme, host + port, path or "/", parts.query, ""))


_PORTS = {"http": 80, "https": 443}
_BEFORE_QUERY = re.compile(r"^[^?#]*")
# An address may stand within another's path: /web/2020/https://waldbote.test/.
_SLASHES = re.compile(r"(?<!:)/{2,}")


def _without_steps(path: str) -> str:
    """Return *path* without empty parts and steps up or in place (RFC 3986, section 5.2.4)."""
    if "//" in path:
        path = _SLASHES.sub("/", path)
    if "/." not in path:
        return path
    kept: list[str] = []
    *parts, last = path.split("/")[1:]
    for part in [*parts, last]:
        if part == "..":
            del kept[-1:]
        elif part != ".":
            kept.append(part)
    return "/" + "/".join([*kept, ""] if last in {".", ".."} and kept else kept)


def without_tracking(url: str) -> str:
    """Return *url* without fragment, tracking parameters and sessions, otherwise as it is.

    >>> without_tracking("https://waldbote.test/a?id=7&fbclid=x#top")
    'https://waldbote.test/a?id=7'
    """
    parts = urlsplit(url)
    path, query = plain_path(parts.path), plain_query(parts.query)
    return urlunsplit(parts._replace(path=path, query=query, fragment=""))


def place_of(url: str) -> str:
    """Return what tells the page at *url* from others of its site, whatever its form is.

    >>> place_of("http://m.waldbote.test/lokales/rat-stimmt-zu/amp?fbclid=x")
    '/lokales/rat-stimmt-zu'
    """
    return without_amp(path_and_query(normalise_url(url)))


def path_and_query(url: str) -> str:
    """Return path and query of *url*, the part in which article patterns are looked for.

    >>> path_and_query("https://dongbao.test/viewer.aspx?mabb=7")
    '/viewer.aspx?mabb=7'
    """
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def quote_key(key: str) -> str:
    """Return an article key with everything but plain URL characters percent-encoded.

    >>> quote_key("tin-%C4%91-7")
    'tin-%C4%91-7'
    """
    return quote(unquote(key), safe="/?=&~-._:,;@+!$")


def respelt_key(key: str) -> str:
    """Return *key*, an address that an earlier version took for a key, as it is one today.

    >>> respelt_key("lokales/rat-stimmt-zu/amp?id=7&gclid=x")
    'lokales/rat-stimmt-zu?id=7'
    """
    path, _, query = key.partition("?")
    path, query = _without_steps(plain_path(f"/{path}")), plain_query(query)
    return without_amp(path + (f"?{query}" if query else "")).lstrip("/")


def base_of(page_url: str, base_href: str | None) -> str:
    """Return the URL against which the links of a page are meant.

    A ``<base href>`` is obeyed as HTML says (section 4.2.3), unless it names no host or points
    into a folder of templates: then the page's links are relative to the page.
    """
    if not base_href:
        return page_url
    try:
        base = urljoin(page_url, base_href.strip())
    except ValueError:
        return page_url
    is_usable = host_of(base) and not ASSETS.search(urlsplit(base).path)
    return base if is_usable else page_url


def resolve(base: str, href: str) -> str | None:
    r"""Return the http(s) URL that *href* names on a page, without fragment and tracking.

    ``None`` for scripts, mail, empty, broken or endless links and links to the same place.
    Backslashes are slashes, as old pages write them and browsers read them (WHATWG URL, 4.4); an
    address may be as it stands in JSON, ``https:\/\/``.
    """
    href = href.strip()
    if not href or href.startswith("#") or len(href) > LONGEST:
        return None
    if "\\" in href:
        href = _BEFORE_QUERY.sub(_with_slashes, href, count=1)
    if _PLAIN.fullmatch(href):
        return href
    if _PLAIN_PATH.fullmatch(href) and (plain := _PLAIN.match(base)):
        return plain[1] + href
    try:
        url = urljoin(base, href)
        if urlsplit(url).scheme not in _PORTS or not host_of(url):
            return None
        return without_tracking(safe_url_string(url))
    except ValueError:
        return None


def _with_slashes(found: re.Match[str]) -> str:
    return found[0].replace("\\/", "/").replace("\\", "/")


def looks_like_article(place: str) -> bool:
    """Return whether a path and query has the shape of an article's address.

    Used only where a profile has no ``article`` pattern: the last part of the path is a slug of
    four words or more or ends in a number of four digits or more, and no folder is one of
    tags, authors or archives.

    >>> looks_like_article("/lokales/rat-stimmt-fuer-die-buecherei.html")
    True
    """
    path = unquote(urlsplit(place).path).lower().rstrip("/")
    last = path.rpartition("/")[2]
    is_slug = len([word for word in last.split("-") if word]) >= SLUG_WORDS
    return (is_slug or bool(NUMBERED.search(last[-20:]))) and not LISTING.search(path)
