"""URLs: the normalised form, links resolved as pages mean them, the shape of an article's URL."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

from w3lib.url import canonicalize_url, safe_url_string

# Parameters that say where a reader came from and never which page is meant.
TRACKING = re.compile(
    r"^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_[ce]id|zarsrc|zanpid"
    r"|_ga|ref_src|__twitter_impression|amp_js_v|outputType)$",
    re.IGNORECASE,
)

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

    >>> host_of("https://WWW.Waldbote.test:8443/a")
    'www.waldbote.test'
    """
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def normalise_url(url: str) -> str:
    """Return the one form of *url*: host in lower case, no fragment, no tracking, query sorted.

    Raises nothing: what can't be read as a URL is returned as it is.

    >>> normalise_url("HTTPS://Waldbote.test:443/a b?id=7&utm_source=x#top")
    'https://waldbote.test/a%20b?id=7'
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
    return urlunsplit((parts.scheme, host + port, parts.path or "/", parts.query, ""))


_PORTS = {"http": 80, "https": 443}


def without_tracking(url: str) -> str:
    """Return *url* without its fragment and its tracking parameters, otherwise as it is.

    >>> without_tracking("https://waldbote.test/a?id=7&fbclid=x#top")
    'https://waldbote.test/a?id=7'
    """
    parts = urlsplit(url)
    pairs = parts.query.split("&")
    query = "&".join(pair for pair in pairs if not TRACKING.match(unquote(pair.partition("=")[0])))
    return urlunsplit(parts._replace(query=query, fragment=""))


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
    """Return the http(s) URL that *href* names on a page, without fragment and tracking.

    ``None`` for scripts, mail, empty, broken or endless links and links to the same place.
    """
    href = href.strip()
    if not href or href.startswith("#") or len(href) > LONGEST:
        return None
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
