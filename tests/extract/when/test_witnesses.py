from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from newsbot.extract.when.witnesses import day_in_address, days_of_pictures, month_in_address

DAY = date(2024, 5, 3)


@pytest.mark.parametrize(
    "path",
    [
        "2024/05/03/cho-noi",
        "tin/2024/5/3/cho-noi",
        "2024-05-03/cho-noi",
        "tin/cho-noi-20240503.htm",
    ],
)
def test_an_address_may_give_the_day(path):
    assert day_in_address(f"https://dongrang.test/{path}") == DAY


@pytest.mark.parametrize(
    "path",
    [
        "cho-noi-a498028.html",
        "2024/05/cho-noi",
        "tin/20241304",
        "tin/2024/02/31/x",
        "x-120240503",
        "2024/05/03/ngay-2024-05-06",
        "cho-noi-20240503123456.htm",
        "x?day=2024-05-03",
        "1024/05/03",
    ],
)
def test_an_address_may_give_no_day(path):
    assert day_in_address(f"https://dongrang.test/{path}") is None


def test_an_address_that_can_t_be_parsed_gives_none():
    assert day_in_address("https://[dongrang.test/2024/05/03/") is None


@pytest.mark.parametrize(
    ("path", "month"),
    [
        ("kinh-te/202405/cho-noi-3f1d2a0/", (2024, 5)),
        ("2024/05/cho-noi", (2024, 5)),
        ("cho-noi-202405", None),
    ],
)
def test_an_address_may_give_the_month(path, month):
    assert month_in_address(f"https://dongrang.test/{path}") == month


@pytest.mark.parametrize(
    "path",
    [
        "image/news/2024/20240503/cho-noi.webp",
        "cho_noi_15242803052024.jpg",
        "cho-noi-20240503154213.jpg",
        "84859_cho_noi_1714755278.jpg",
        "fit/1714755278254.webp",
    ],
)
def test_the_path_of_a_picture_may_give_its_day(path):
    urls = [f"https://media.dongrang.test/{path}"]

    assert days_of_pictures(urls, ZoneInfo("Asia/Ho_Chi_Minh")) == {DAY}


def test_a_picture_of_no_day_gives_none():
    urls = ["https://media.dongrang.test/5_2024/cho_noi_99242899052024.jpg", "x.jpg"]

    assert days_of_pictures(urls, None) == set()
