"""The words of dates in the languages of the papers, as data; all in lower case and NFC.

The names of months, weekdays and units follow the Unicode CLDR. A row holds one form of one
language, in calendar order; an underscore stands for a space.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def either(words: Iterable[str]) -> str:
    """Return a regular expression that matches any of *words*, the longest first."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first)


def _listed(words: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in words.split())


def _numbered(*rows: str, first: int) -> dict[str, int]:
    """Give each word, with and without its diacritics, its place in its row."""
    numbers: dict[str, int] = {}
    for row in rows:
        for number, word in enumerate(_listed(row), first):
            numbers[word] = numbers[_bare(word)] = number
    return numbers


def _bare(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


# A Vietnamese month keeps its "tháng": "năm" alone is "year", "ba" is "three".
MONTHS = _numbered(
    "tháng_một tháng_hai tháng_ba tháng_tư tháng_năm tháng_sáu"
    " tháng_bảy tháng_tám tháng_chín tháng_mười tháng_mười_một tháng_mười_hai",
    "tháng_giêng tháng_hai tháng_ba tháng_bốn tháng_năm tháng_sáu"
    " tháng_bẩy tháng_tám tháng_chín tháng_mười tháng_mười_một tháng_chạp",
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "jan feb mar apr may june july aug sept oct nov dec",
    "januari februari maret april mei juni juli agustus september oktober november desember",
    "jan feb mar apr mei jun jul agu sep okt nov des",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jänner feber maerz apr mai jun jul agt sept okt nov dez",
    "jan feb mär apr mai jun jul ags sep okt nov dez",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janv févr mars avr mai juin juil août sept oct nov déc",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ene feb mar abr may jun jul ago setiembre oct nov dic",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "jan fev mar abr mai jun jul ago set out nov dez",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "gen feb mar apr mag giu lug ago set ott nov dic",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar marts april maj juni juli august september oktober november december",
    "stycznia lutego marca kwietnia maja czerwca"
    " lipca sierpnia września października listopada grudnia",
    "styczeń luty marzec kwiecień maj czerwiec"
    " lipiec sierpień wrzesień październik listopad grudzień",
    "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "ledna února března dubna května června července srpna září října listopadu prosince",
    "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "янв фев мар апр май июн июл авг сен окт ноя дек",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "січень лютий березень квітень травень червень"
    " липень серпень вересень жовтень листопад грудень",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "oca şub mar nis mayis haz tem ağu eyl eki kasim aralik",
    first=1,
)

# Monday is 0, as in datetime.
WEEKDAYS = _numbered(
    "thứ_hai thứ_ba thứ_tư thứ_năm thứ_sáu thứ_bảy chủ_nhật",
    "thứ_2 thứ_3 thứ_4 thứ_5 thứ_6 thứ_7 chúa_nhật",
    "t2 t3 t4 t5 t6 t7",
    "monday tuesday wednesday thursday friday saturday sunday",
    "senin selasa rabu kamis jumat sabtu minggu",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miércoles jueves viernes sábado domingo",
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "måndag tisdag onsdag torsdag fredag lördag söndag",
    "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "pondělí úterý středa čtvrtek pátek sobota neděle",
    "понедельник вторник среда четверг пятница суббота воскресенье",
    "понеділок вівторок середа четвер п'ятниця субота неділя",
    "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
    "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日",
    "星期一 星期二 星期三 星期四 星期五 星期六 星期日",
    "周一 周二 周三 周四 周五 周六 周日",
    "월요일 화요일 수요일 목요일 금요일 토요일 일요일",
    first=0,
)
WEEKDAYS |= {"thứ bẩy": 5, "sonnabend": 5, "jum'at": 4, "п’ятниця": 4}

# Short enough to be other words too ("so", "do", "sun"): they count only before a comma or a
# full stop, or in brackets.
SHORT_WEEKDAYS = _numbered(
    "mon tue wed thu fri sat sun",
    "mo di mi do fr sa so",
    "lun mar mer jeu ven sam dim",
    "lun mar mié jue vie sáb dom",
    "seg ter qua qui sex sáb dom",
    "lun mar mer gio ven sab dom",
    "пн вт ср чт пт сб вс",
    "月 火 水 木 金 土 日",
    "월 화 수 목 금 토 일",
    first=0,
)
SHORT_WEEKDAYS |= {"cn": 6}

# The hour of the day with which the twelve hours begin that the word speaks of.
HALF_DAYS = {
    "am": 0,
    "pm": 12,
    "sáng": 0,
    "trưa": 10,
    "chiều": 12,
    "tối": 13,
    "đêm": 18,
    "pagi": 0,
    "siang": 10,
    "sore": 12,
    "malam": 18,
}
HALF_DAYS_BEFORE = {"上午": 0, "下午": 12, "午前": 0, "午後": 12, "오전": 0, "오후": 12}

# Minutes east of Greenwich. No name that several countries use (IST, BST, AST).
ZONES = {
    "z": 0,
    "gmt": 0,
    "utc": 0,
    "wib": 420,
    "ict": 420,
    "wita": 480,
    "wit": 540,
    "cet": 60,
    "cest": 120,
    "mez": 60,
    "mesz": 120,
    "eet": 120,
    "eest": 180,
    "msk": 180,
    "est": -300,
    "edt": -240,
    "cst": -360,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
}

BEFORE_CLOCK = _listed(
    "lúc vào_lúc hồi at pukul jam um à às a_las alle alle_ore ore om kl klo godz saat o v ve в о об"
)
BEFORE_DAY = _listed("ngày tanggal on den dem am le el il dia")

UNITS = dict.fromkeys(
    _listed(
        "phút minute minutes min mins menit minuten minuto minutos minuti minutę minuty minut"
        " minutami минуту минуты минут хвилину хвилини хвилин dakika 分钟 分鐘 分 분"
    ),
    timedelta(minutes=1),
)
UNITS |= dict.fromkeys(
    _listed(
        "h giờ tiếng hour hours hr hrs jam stunde stunden std heure heures hora horas ora ore uur"
        " godzinę godziny godzin hodinou hodinami час часа часов годину години годин saat"
        " 小时 小時 時間 시간"
    ),
    timedelta(hours=1),
)
UNITS |= dict.fromkeys(
    _listed(
        "ngày day days hari tag tagen jour jours día días dia dias giorno giorni dag dagen"
        " dzień dni dnem dny день дня дней дні днів gün 天 日 일"
    ),
    timedelta(days=1),
)
UNITS |= dict.fromkeys(
    _listed("giây second seconds sec secs detik sekunde sekunden secondes segundos secondi 秒 초"),
    timedelta(seconds=1),
)
ONE = _listed("một a an einer einem une un una um uma een satu")
AGO_BEFORE = _listed("cách_đây vor il_y_a hace há před")
AGO_AFTER = _listed("trước ago lalu yang_lalu fa geleden temu назад тому önce 前 전")

TODAY = _listed(
    "hôm_nay today hari_ini heute aujourd'hui hoy hoje oggi vandaag dzisiaj dziś dnes"
    " сегодня сьогодні bugün 今天 今日 오늘"
)
YESTERDAY = _listed(
    "hôm_qua yesterday kemarin gestern hier ayer ontem ieri gisteren wczoraj včera"
    " вчера вчора dün 昨天 昨日 어제"
)
DAYS_BACK = dict.fromkeys(TODAY, 0) | dict.fromkeys(YESTERDAY, 1) | {"hôm kia": 2, "vorgestern": 2}
