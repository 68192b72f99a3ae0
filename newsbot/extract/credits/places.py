"""Places where a name may stand: before a date in a letter, before an agency in a report."""

from __future__ import annotations

import re

from newsbot.text import fold

# Cities whose names look like those of people: two words with capitals.
_CITIES = (
    *("Hà Nội", "Đà Nẵng", "Hải Phòng", "Cần Thơ", "Hồ Chí Minh", "Nha Trang", "Đà Lạt"),
    *("Sài Gòn", "Vũng Tàu", "Buôn Ma Thuột", "Quy Nhơn", "Quảng Ninh", "Quảng Nam"),
    *("Quảng Ngãi", "Quảng Trị", "Quảng Bình", "Thừa Thiên Huế", "Tây Ninh", "Đắk Lắk"),
    *("Kuala Lumpur", "Phnom Penh", "Hong Kong", "New Delhi", "Tel Aviv", "Abu Dhabi", "Sri Lanka"),
    *("New York", "Los Angeles", "San Francisco", "San Diego", "Las Vegas", "New Orleans"),
    *("St. Louis", "San Antonio", "Salt Lake City", "New Jersey", "New Mexico", "Cape Town"),
    *("Buenos Aires", "Rio de Janeiro", "São Paulo", "Santiago de Chile", "San José", "San Juan"),
    *("Santo Domingo", "San Salvador", "La Paz", "Ciudad de México", "Mexico City", "Porto Alegre"),
    *("Belo Horizonte", "Le Havre", "La Haye", "Den Haag", "The Hague", "Bad Homburg"),
    *("Las Palmas", "San Sebastián", "Santiago de Compostela", "La Coruña", "A Coruña"),
    *("Bielsko-Biała", "Zielona Góra", "Gorzów Wielkopolski", "Hradec Králové", "České Budějovice"),
    *("Karlovy Vary", "Нижний Новгород", "Великий Новгород", "Кривий Ріг", "Addis Abeba"),
)
_cities = frozenset(map(fold, _CITIES))
# "Hà Nội, ngày 12 tháng 10", "An Lộc, tháng 10/2025", "Tann, den 3. Mai 2024"
_PLACE_AND_DATE = re.compile(
    r"[^\W\d_][^,:|\d]{1,40},\s*"
    r"(?:(?:ngày|tháng|năm|mùa|xuân|hè|thu|đông|den|im|le|dnia|v)\s[^,|]*|[^\W\d_]{3,10}\s)?"
    r"\d[^|:]{0,30}",
    re.IGNORECASE,
)
_LONGEST = 70


def is_city(name: str) -> bool:
    """Return whether *name* is that of a city which looks like a person's."""
    return fold(name) in _cities


def is_place_and_date(text: str) -> bool:
    """Return whether *text* is a place and a day, as at the end of a letter, and no more.

    >>> is_place_and_date("Hà Nội, ngày 12 tháng 10 năm 2025"), is_place_and_date("Tann, 3.5.2024")
    (True, True)
    >>> is_place_and_date("Lý Văn Đang, Hà My"), is_place_and_date("Tin, ảnh: Q.T")
    (False, False)
    """
    return len(text) <= _LONGEST and bool(_PLACE_AND_DATE.fullmatch(text.strip("() .")))
