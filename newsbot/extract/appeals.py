"""What a paper says for itself among the paragraphs: follow us, subscribe, give, send a tip.

Also how a text came about: who helped with it, and where it was published before.
"""

from __future__ import annotations

import re

from newsbot.dates.words import either
from newsbot.text import fold

# Where one follows a paper.
_CHANNELS = (
    *("newsletter", "newsletters", "rundbrief", "infolettre", "boletín", "boletines", "boletim"),
    *("nieuwsbrief", "nyhedsbrev", "nyhedsbreve", "nyhetsbrev", "newsletterze", "bản tin"),
    *("рассылку", "рассылка", "розсилку", "bülten", "bültenimize", "buletin"),
    *("whatsapp", "telegram", "телеграм", "zalo", "viber", "google news", "google новости"),
    *("google haberler", "google actualités", "google noticias", "google berita", "facebook"),
    *("fanpage", "instagram", "twitter", "tiktok", "youtube", "linkedin", "threads", "bluesky"),
    *("mastodon", "flipboard", "дзен", "вконтакте", "toute l'actualité", "toute l'actu"),
    *(
        "toda la actualidad",
        "todas as notícias",
        "tutte le notizie",
        "latest news",
        "breaking news",
    ),
    *("berita terbaru", "berita terkini", "tin tức mới nhất"),
)
# What others have as well: it counts where the paper speaks of itself.
_OWN_CHANNELS = (
    *("app", "apps", "aplikasi", "aplicación", "aplicativo", "applicazione", "applikation"),
    *("ứng dụng", "aplikację", "aplikaci", "приложение", "uygulama", "podcast", "podcasts"),
    *("inbox", "postfach", "e-mail", "email", "channel", "kanal", "kanál", "kanał", "канал"),
    *("saluran", "canal", "canale", "kanaal", "chaîne", "kênh"),
)
# What the reader is to do; a request begins with it.
_REQUESTS = (
    *("sign up", "subscribe", "follow", "join", "download", "register", "like us", "get"),
    *("don't miss", "find us", "reach", "bookmark", "listen to", "click", "stay"),
    *("melden Sie sich", "abonnieren", "abonniere", "folgen", "folge", "jetzt", "laden Sie"),
    *("erhalten Sie", "bleiben Sie", "verpassen Sie", "registrieren"),
    *("abonnez", "inscrivez", "suivez", "rejoignez", "téléchargez", "recevez", "retrouvez"),
    *("suscríbete", "suscríbase", "síguenos", "siga", "sigue", "únete", "descarga", "recibe"),
    *("assine", "inscreva-se", "acompanhe", "baixe", "receba", "clique", "participe", "entre"),
    *("iscriviti", "iscrivetevi", "seguici", "segui", "scarica", "ricevi", "clicca", "resta"),
    *("volg", "schrijf je", "schrijf u", "abonneer", "meld je", "ontvang", "blijf"),
    *("zapisz się", "obserwuj", "śledź", "dołącz", "pobierz", "subskrybuj", "polub"),
    *("sledujte", "přihlaste", "odebírejte", "stáhněte"),
    *("подписывайтесь", "подпишитесь", "присоединяйтесь", "читайте", "следите", "скачайте"),
    *("підписуйтесь", "підпишіться", "приєднуйтесь", "стежте"),
    *("følg", "abonner", "meld deg", "meld dig", "tilmeld", "følj", "följ", "prenumerera"),
    *("takip edin", "abone olun", "indirin", "katılın"),
    *("ikuti", "ikutilah", "gabung", "bergabung", "unduh", "dapatkan", "cek", "langganan"),
    *("theo dõi", "đăng ký", "tải", "tham gia", "mời bạn"),
)
_OURS = (
    *("our", "us", "unser", "unseren", "unserem", "unserer", "unsere", "uns", "notre", "nos"),
    *("nuestro", "nuestra", "nuestros", "nosso", "nossa", "nossos", "nostro", "nostra", "nostri"),
    *("ons", "onze", "nasz", "nasza", "naszą", "naszego", "naszej", "náš", "naše", "naší"),
    *("наш", "наша", "нашу", "наше", "вас", "vår", "vårt", "vores", "vår", "bizi", "kami"),
    "chúng tôi",
)
_GIFTS = (
    *("donate", "donation", "donations", "support us", "support our", "spende", "spenden"),
    *(
        "unterstützen Sie uns",
        "faire un don",
        "faites un don",
        "soutenez",
        "donar",
        "donativo",
        "apoie",
        "apoya",
    ),
    *("sostieni", "sostienici", "doneer", "wesprzyj", "podpořte", "поддержите", "підтримайте"),
    *("støtt", "støt", "stöd", "bağış", "donasi", "ủng hộ"),
)
# The words about how a text came about, at its end or its beginning.
_CREDIT = (
    r"(?:with |additional )*(?:reporting|writing|editing) (?:by|from) .*",
    r"with files from .*",
    r"(?:first|originally) published .*",
    r"(?:zuerst|ursprünglich|erstmals) (?:erschienen|veröffentlicht) .*",
    r"(?:this|dieser|cet|este|questo|dit|ten) \w+ .{0,40}(?:first|originally|ursprünglich|zuerst"
    r"|im original|initialement|originalmente|originariamente|eerder|pierwotnie) .{0,20}"
    r"(?:published|appeared|veröffentlicht|erschien|publi|pubblicat|gepubliceerd|verschenen|ukazał)"
    r".*",
)
# Where readers of a Vietnamese paper send what they know or think; not where they send help.
_TO_US = re.compile(
    r"moi (?:thong tin|y kien|thac mac|phan anh|bai viet|tin bai|gop y)\b.{0,60}"
    r"\b(?:gui|lien he|goi)\b.{0,30}\b(?:bao|toa soan|ban bien tap|chuyen muc|dia chi e ?mail"
    r"|hop thu|duong day nong)\b.*"
)
_HELP = re.compile(r"\b(?:ung ho|giup do|ho tro|hao tam|tai khoan|cong an)\b")
# These languages part no words.
_UNPARTED = re.compile(r"(?:フォロー|登録|友だち追加|订阅|訂閱|关注|關注|加入|구독|팔로우)")
_UNPARTED_CHANNEL = re.compile(r"(?:LINE|Google|メルマガ|ニュースレター|微信|公众号|채널|카카오톡)")
_SENTENCE_END = re.compile(r"[.!?:…]+\s+|\s+[-–—|•]\s+")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w|e-?mail", re.IGNORECASE)
_QUOTED = re.compile('["“”„«»]')
# Longer lines are text.
_LONGEST = 300
_SHORT = 80


def _words(phrases: tuple[str, ...]) -> str:
    return either(map(fold, phrases))


_channel = re.compile(rf"(?<!\w)(?:{_words(_CHANNELS)})(?!\w)")
_any_channel = re.compile(rf"(?<!\w)(?:{_words(_CHANNELS + _OWN_CHANNELS)})(?!\w)")
_asks = re.compile(rf"(?:please |bitte |also |und )?(?:{_words(_REQUESTS)})(?!\w)")
_request = re.compile(rf"(?<!\w)(?:{_words(_REQUESTS)})(?!\w)")
_ours = re.compile(rf"(?<!\w)(?:{_words(_OURS)})(?!\w)")
_gift = re.compile(rf"(?<!\w)(?:{_words(_GIFTS)})(?!\w)")
_credit = re.compile("|".join(_CREDIT).replace("ü", "u").replace("ö", "o").replace("ł", "l"))


def is_appeal(text: str) -> bool:
    """Return whether the line *text* asks the reader to follow, subscribe, give or send a tip.

    >>> is_appeal("Follow the Waldbote on WhatsApp"), is_appeal("Folgen Sie dem Weg zum Wald.")
    (True, False)
    """
    if len(text) > _LONGEST or _QUOTED.search(text):
        return False
    words = fold(text)
    if _UNPARTED.search(text):
        channel = _UNPARTED_CHANNEL.search(text) or _channel.search(words)
        return len(text) <= _SHORT and channel is not None
    if _TO_US.fullmatch(words) and not _HELP.search(words):
        return True
    return ("?" in text and _ADDRESS.search(text) is not None) or (
        _is_for_us(words) or any(map(_is_request, _SENTENCE_END.split(text)))
    )


def _is_for_us(words: str) -> bool:
    """Return whether folded *words* ask for something that the paper calls its own."""
    return bool(_ours.search(words)) and bool(
        _gift.search(words) or (_request.search(words) and _any_channel.search(words))
    )


def _is_request(sentence: str) -> bool:
    words = fold(sentence)
    return bool(_asks.match(words) and _channel.search(words))


def is_credit(text: str) -> bool:
    """Return whether the line *text* says who helped with an article, or where it first stood.

    >>> is_credit("(Reporting by Ida Moor; editing by Jan Holm)"), is_credit("Reporting by law")
    (True, True)
    """
    return len(text) <= _LONGEST and _credit.fullmatch(fold(text)) is not None
