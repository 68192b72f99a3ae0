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


def numbered(*rows: str, first: int) -> dict[str, int]:
    """Give each word, with and without its diacritics, its place in its row."""
    numbers: dict[str, int] = {}
    for row in rows:
        for number, word in enumerate(_listed(row), first):
            numbers[word] = numbers[_bare(word)] = number
    return numbers


def _bare(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


# Monday is 0, as in datetime.
WEEKDAYS = numbered(
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
    "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai",
    "luni marți miercuri joi vineri sâmbătă duminică",
    "hétfő kedd szerda csütörtök péntek szombat vasárnap",
    "pondelok utorok streda štvrtok piatok sobota nedeľa",
    "dilluns dimarts dimecres dijous divendres dissabte diumenge",
    "isnin selasa rabu khamis jumaat sabtu ahad",
    "понеделник вторник сряда четвъртък петък събота неделя",
    "poniedziałek wtorek środę czwartek piątek sobotę niedzielę",
    "pondělí úterý středu čtvrtek pátek sobotu neděli",
    "понедельник вторник среду четверг пятницу субботу воскресенье",
    "понеділок вівторок середу четвер п'ятницю суботу неділю",
    "ponedjeljak utorak srijeda četvrtak petak subota nedjelja",
    "ponedeljek torek sreda četrtek petek sobota nedelja",
    "понедељак уторак среда четвртак петак субота недеља",
    "esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev",
    "maandag dinsdag woensdag donderdag vrydag saterdag sondag",
    "mánudagur þriðjudagur miðvikudagur fimmtudagur föstudagur laugardagur sunnudagur",
    "δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή",
    first=0,
)
WEEKDAYS |= {"thứ bẩy": 5, "sonnabend": 5, "jum'at": 4, "п’ятниця": 4}

# Short enough to be other words too ("so", "do", "sun"): they count only before a comma or a
# full stop, or in brackets.
SHORT_WEEKDAYS = numbered(
    "mon tue wed thu fri sat sun",
    "mo di mi do fr sa so",
    "lun mar mer jeu ven sam dim",
    "lun mar mié jue vie sáb dom",
    "seg ter qua qui sex sáb dom",
    "segunda terça quarta quinta sexta sáb dom",
    "lun mar mer gio ven sab dom",
    "пн вт ср чт пт сб вс",
    "月 火 水 木 金 土 日",
    "월 화 수 목 금 토 일",
    first=0,
)
SHORT_WEEKDAYS |= {"cn": 6}

BEFORE_CLOCK = _listed(
    "lúc vào_lúc hồi at pukul jam um à às a_las a_la alle alle_ore ore ora om kl klo godz o_godz"
    " saat h ob u o v ve w в во об о у เวลา ώρα στις"
)
BEFORE_DAY = _listed("ngày tanggal on den dem am le el del il dia vom de dnia den")

UNITS = dict.fromkeys(
    _listed(
        "phút minute minutes min mins menit minuten minuto minutos minuti minutę minuty minut"
        " minutami minuter minutter минуту минуты минут хвилину хвилини хвилин dakika"
        " 分钟 分鐘 分 분"
    ),
    timedelta(minutes=1),
)
UNITS |= dict.fromkeys(
    _listed(
        "h giờ tiếng hour hours hr hrs jam stunde stunden std heure heures hora horas ora ore uur"
        " timmar timme timer time tuntia godzinę godziny godzin hodinou hodinami"
        " час часа часов годину години годин saat 小时 小時 時間 시간"
    ),
    timedelta(hours=1),
)
UNITS |= dict.fromkeys(
    _listed(
        "ngày day days hari tag tagen jour jours día días dia dias giorno giorni dag dagen"
        " dagar dager päivää dzień dni dnem dny день дня дней дні днів gün 天 日 일"
    ),
    timedelta(days=1),
)
UNITS |= dict.fromkeys(
    _listed("giây second seconds sec secs detik sekunde sekunden secondes segundos secondi 秒 초"),
    timedelta(seconds=1),
)
ONE = _listed("một a an einer einem une un una um uma een satu")
AGO_BEFORE = _listed("cách_đây vor il_y_a hace há před pred acum")
AGO_AFTER = _listed(
    "trước ago lalu yang_lalu fa geleden temu назад тому önce 前 전 atrás sedan siden sitten"
)

TODAY = _listed(
    "hôm_nay today hari_ini heute aujourd'hui aujourd’hui hoy hoje oggi vandaag dzisiaj dziś"
    " dnes сегодня сьогодні bugün 今天 今日 오늘 idag i_dag tänään astăzi днес avui"
)
YESTERDAY = _listed(
    "hôm_qua yesterday kemarin gestern hier ayer ontem ieri gisteren wczoraj včera"
    " вчера вчора учора dün 昨天 昨日 어제 igår i_går eilen tegnap ahir"
)
DAYS_BACK = dict.fromkeys(TODAY, 0) | dict.fromkeys(YESTERDAY, 1) | {"hôm kia": 2, "vorgestern": 2}
