from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from newsbot.dates import read_date

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

TO_THE_MINUTE = {
    "dots-and-meaningless-pm": "23.10.2024 | 16:17 PM",
    "numbered-weekday": "Thứ 4, 23/10/2024 | 16:17 [GMT +7]",
    "page-clock-double-brackets": "Thứ 4, 23/10/2024 16:17 [(GMT +7)]",
    "weekday-in-words": "Thứ tư, 23/10/2024, 16:17 (GMT+7)",
    "short-weekday": "T4, 23/10/2024 16:17",
    "clock-bar-date": "16:17 | 23/10/2024",
    "clock-comma-date": "16:17, 23/10/2024",
    "clock-space-date": "16:17 23/10/2024",
    "clock-quote-dash-date": "16:17' - 23/10/2024",
    "clock-glued-by-a-dash": "16:17-23/10/2024",
    "clock-weekday-date": "16:17 | Thứ Tư, ngày 23/10/2024",
    "date-dash-clock": "23/10/2024 - 16:17",
    "date-space-clock": "23/10/2024 16:17",
    "hyphens": "23-10-2024 16:17",
    "luc": "23/10/2024 lúc 16:17",
    "utc-suffix": "23/10/2024 16:17 UTC+7",
    "updated": "Cập nhật: 16:17 | 23/10/2024",
    "afternoon-word": "23/10/2024 04:17 chiều",
    "twelve-hour-pm": "23/10/2024 4:17 PM",
    "h-clock": "16h17 ngày 23/10/2024",
    "gio-clock": "16 giờ 17 phút, ngày 23 tháng 10 năm 2024",
    "short-month-word": "23 thg 10, 2024 16:17",
    "two-digit-year": "23/10/24 16:17",
    "year-first-slashes": "2024/10/23 16:17",
    "bracketed-clock": "23/10/2024 (16:17)",
    "bracketed-clock-and-zone": "23/10/2024 (16:17 GMT+7)",
    "indonesian-dot-clock": "23 Oktober 2024 | 16.17 WIB",
    "indonesian-pukul": "Rabu, 23 Oktober 2024 pukul 16.17",
    "indonesian-afternoon": "23 Oktober 2024, 04:17 sore",
    "indonesian-central-time": "23 Oktober 2024 17:17 WITA",
    "indonesian-eastern-time": "23 Oktober 2024 18:17 WIT",
    "english-day-first": "Wednesday, 23 October 2024 at 4:17 pm",
    "english-month-first": "Oct. 23, 2024 4:17 p.m.",
    "english-ordinal": "October 23rd, 2024, 16:17",
    "british-dot-clock": "Wed 23 Oct 2024 09.17 GMT",
    "german": "Mittwoch, den 23. Oktober 2024, um 16:17 Uhr",
    "german-numbers": "Mittwoch, 23.10.2024 - 16.17 Uhr",
    "german-clock-first": "um 16:17 Uhr am 23.10.2024",
    "french": "Publié le mercredi 23 octobre 2024 à 16h17",
    "french-spaced-h": "le 23 octobre 2024 à 16 h 17",
    "spanish": "Miércoles, 23 de octubre de 2024, 4:17 p. m.",
    "portuguese": "quarta-feira, 23 de outubro de 2024 às 16h17",
    "italian": "mercoledì 23 ottobre 2024 - 16:17",
    "polish": "23 października 2024 r., godz. 16:17",
    "czech": "23. října 2024 v 16:17",
    "czech-spaced-numbers": "23. 10. 2024 16:17",
    "dutch": "woensdag 23 oktober 2024 om 16:17 uur",
    "swedish": "onsdag 23 oktober 2024 kl. 16.17",
    "russian": "23 октября 2024 г. в 16:17",
    "ukrainian": "23 жовтня 2024, 16:17",
    "turkish": "23 Ekim 2024 Çarşamba, 16:17",
    "turkish-capitals": "ÇARŞAMBA, 23 EKİM 2024 - 16:17",
    "chinese": "2024年10月23日 16:17",
    "chinese-weekday": "2024年10月23日星期三 16:17",
    "japanese": "2024年10月23日（水）午後4時17分",
    "fullwidth-digits": "２０２４年１０月２３日 16時17分",
    "korean": "2024년 10월 23일 오후 4:17",
    "korean-dots": "2024. 10. 23. 16:17",
    "no-break-spaces": "Thứ\N{NO-BREAK SPACE}4,\N{NO-BREAK SPACE}23/10/2024\N{NO-BREAK SPACE}16:17",
    "narrow-space-before-pm": "10/23/2024 4:17\N{NARROW NO-BREAK SPACE}PM",
    "half-decomposed": "Thư\N{COMBINING ACUTE ACCENT} tư, 23/10/2024 16:17",
    "zero-width-space": "23/10/\N{ZERO WIDTH SPACE}2024 16:17",
    "iso-without-seconds": "2024-10-23T16:17+07:00",
    "iso-other-offset": "2024-10-23T05:17-04:00",
}

TO_THE_SECOND = {
    "iso-offset-without-colon": "2024-10-23T16:17:02+0700",
    "iso-offset-with-colon": "2024-10-23T16:17:02+07:00",
    "iso-hours-only-offset": "2024-10-23 16:17:02+07",
    "iso-zulu-microseconds": "2024-10-23T09:17:02.000000Z",
    "iso-small-letters": "2024-10-23t09:17:02z",
    "iso-basic": "20241023T091702Z",
    "iso-fraction-with-comma": "2024-10-23T16:17:02,5+07:00",
    "naive-is-local": "2024-10-23 16:17:02",
    "naive-with-t": "2024-10-23T16:17:02",
    "rfc822-offset": "Wed, 23 Oct 2024 16:17:02 +0700",
    "rfc822-gmt": "Wed, 23 Oct 2024 09:17:02 GMT",
    "rfc822-est": "Wed, 23 Oct 2024 04:17:02 EST",
    "rfc822-two-digit-year": "Wed, 23 Oct 24 16:17:02 +0700",
    "javascript": "Wed Oct 23 2024 16:17:02 GMT+0700 (Indochina Time)",
    "vietnamese-with-offset": "Thứ Tư, 23/10/2024 16:17:02 +07:00",
}

ONLY_A_DAY = {
    "iso": "2024-10-23",
    "iso-basic": "20241023",
    "header": "Thứ 4 ngày 23/10/2024",
    "vietnamese": "23 tháng 10, 2024",
    "vietnamese-long": "Ngày 23 tháng 10 năm 2024",
    "vietnamese-month-word": "23 Tháng Mười, 2024",
    "vietnamese-month-first": "Tháng Mười 23, 2024",
    "sunday-abbreviated": "CN, 23/10/2024",
    "month-name-and-short-year": "23 OCT 24",
    "hyphened-name": "23-Oct-2024",
    "proved-month-first": "10/23/2024",
    "weekday-in-brackets": "23/10/2024 (Thứ 4)",
    "in-brackets": "Các tin khác (23/10/2024)",
    "price-after-it": "23.10.2024 - 12.50 euro",
    "hours-after-it": "23.10.2024 - 3 giờ đàm phán",
    "length-of-a-video": "23.10.2024 02:45 min",
    "age-after-it": "23/10/2024 - 2 giờ trước",
    "next-line's-weekday": "23.10.2024 Sunday market opens",
    "end-of-a-list": "1 và 23/10/2024",
}


@pytest.mark.parametrize("text", TO_THE_MINUTE.values(), ids=TO_THE_MINUTE)
def test_a_printed_clock_gives_the_minute(text):
    moment = read_date(text, zone=VIETNAM)

    assert (moment.instant, moment.precision) == (
        datetime(2024, 10, 23, 16, 17, tzinfo=VIETNAM),
        "minute",
    )


@pytest.mark.parametrize("text", TO_THE_SECOND.values(), ids=TO_THE_SECOND)
def test_printed_seconds_give_the_second(text):
    moment = read_date(text, zone=VIETNAM)

    assert (moment.instant, moment.precision) == (
        datetime(2024, 10, 23, 16, 17, 2, tzinfo=VIETNAM),
        "second",
    )


@pytest.mark.parametrize("text", ONLY_A_DAY.values(), ids=ONLY_A_DAY)
def test_a_date_without_a_clock_gets_no_midnight(text):
    moment = read_date(text, zone=VIETNAM)

    assert (moment.day, moment.instant, moment.precision) == (date(2024, 10, 23), None, "day")
