"""What links carry that says who came, and whence, and never which page is meant."""

from __future__ import annotations

import re
from urllib.parse import unquote

# Names that only ever say where a reader came from. Words such as ref, source, from or cid are
# none: somewhere they name the page.
_WHENCE = re.compile(
    r"""
      (?:utm|mtm|matomo|hsa|fb_action|guce)_.* | __(?:hs|cft__|cf_chl_).*
    # Clicks, by advertiser.
    | fbclid | gclid | gclsrc | dclid | gbraid | wbraid | gad_source | gad_campaignid | srsltid
    | msclkid | yclid | ymclid | ysclid | ttclid | twclid | igshid | igsh | mibextid | li_fat_id
    | epik | rdt_cid | rb_clickid | wickedid | tblci | dicbo | oborigurl | zanpid | gidzl
    | nb_klid | vgo_ee | sccid
    # Mails and shares.
    | mc_[ce]id | mkt_tok | _hsenc | _hsmi | hsctatracking | _ke | oly_(?:enc|anon)_id
    | vero_(?:id|conv) | _branch_match_id | __tn__ | __twitter_impression | ref_(?:src|url)
    | fb_(?:ref|source) | soc_(?:src|trk) | zarsrc | spm
    # Counters: Google, Yandex, AT Internet, Webtrends, Matomo, Comscore, Cxense, VnExpress.
    | _ga | _gl | _openstat | xtor | at_(?:medium|campaign|format|creation) | wt_mc | wt\.mc_id
    | s_cid | itm_(?:source|medium|campaign|content|term) | guccounter
    | (?:pk|piwik)_(?:campaign|cid|kwd|keyword|source|medium|content)
    | ns_(?:source|mchannel|campaign|linkname|fee)
    | cx_(?:testid|testvariant|artpos|tag|experienceid)
    | vn_(?:source|medium|campaign|term|zone|thumb|aid)
    # The same page for telephones.
    | outputtype | usqp | aoh | amp_(?:js_v|gsa|ct|tf|r|lite)
    # A session, on whatever server.
    | jsessionid | phpsessid | aspsessionid[a-z]{8} | cfid | cftoken
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
# What these names hold may say which page is meant, unless it looks like a session.
_UNSURE = re.compile(r"(?:s|sid|sess|sessid|session|session_?id)=[0-9a-f]{32}", re.IGNORECASE)
_IN_PATH = re.compile(r";(?:jsessionid|phpsessid|sid)=[^;/?]*", re.IGNORECASE)
# ASP.NET without cookies writes session, ticket and features before the path: /(S(…)F(…))/.
ASP_NET = (r"\((?:[a-z]\([0-9a-z]{24}\))+\)", r"\([0-9a-z]{24}\)")
_ASP_NET = re.compile(rf"/(?:\((?:[a-z]\([\w-]*\))+\)|{ASP_NET[1]})(?=/)", re.IGNORECASE)
_AMP = re.compile(r"amp(?:=(?:1|true|amp)?)?", re.IGNORECASE)
# Behind a folder the slash at the end stays, which its plain address has, too.
_AMP_PATH = re.compile(
    r"^/amp(?=/[^/])|(?<=\.html)/amp/?$|(?<=[^/])/amp(?=/?$)|\.amp(?=\.html?$|$)", re.IGNORECASE
)


def plain_query(query: str) -> str:
    """Return *query* without tracking parameters and sessions, the rest as it is.

    A session by a name that may mean anything (``sid``) goes only if something else is left to
    say which page is meant.

    >>> plain_query("mabb=7&utm_source=x&sid=0123456789abcdef0123456789abcdef")
    'mabb=7'
    """
    if not query:
        return ""
    pairs = [pair for pair in query.split("&") if not _says_whence(pair)]
    sure = [pair for pair in pairs if not _UNSURE.fullmatch(pair)]
    return "&".join(sure if any(sure) else pairs)


def plain_path(path: str) -> str:
    """Return *path* without the sessions that servers write into it for readers without cookies.

    >>> plain_path("/(S(lit3py55t21z5v55vlm25s55))/tin/7.aspx;jsessionid=1F3A.node2")
    '/tin/7.aspx'
    """
    if ";" in path:
        path = _IN_PATH.sub("", path)
    return _ASP_NET.sub("", path) if "/(" in path else path


def without_amp(place: str) -> str:
    """Return a path and query without what asks for the page in its form for telephones.

    That is a folder ``amp`` at one of its ends, an ending ``.amp``, or a parameter ``amp``.

    >>> without_amp("/lokales/17-rat.html/amp?amp=1&id=7")
    '/lokales/17-rat.html?id=7'
    """
    if "amp" not in place.lower():
        return place
    path, mark, query = place.partition("?")
    path = _AMP_PATH.sub("", path)
    query = "&".join(pair for pair in query.split("&") if not _AMP.fullmatch(pair))
    return path + (mark if query else "") + query


def _says_whence(pair: str) -> bool:
    return _WHENCE.fullmatch(unquote(pair.partition("=")[0])) is not None
