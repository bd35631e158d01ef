"""What people type is read as they meant it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.values import DAYS
from dialogs.engine.reading import YUAN, clean, read_day, read_number, read_phone
from dialogs.engine.view import Day

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("１２", 12),
        ("༡༢", 12),
        ("1,633,500", 1633500),
        ("1.5万", 15000),
        ("十二人", 12),
        ("一万二千", 12000),
        ("两百五十", 250),
        ("十", 10),
        ("0", 0),
        ("一百二", 120),
        ("一万六", 16000),
        ("一千零五", 1005),
        ("ལྔ", 5),
        ("མི་ལྔ་", 5),
        ("བཅོ་ལྔ", 15),
        ("ཉེར་ལྔ", 25),
        ("ཉི་ཤུ་རྩ་ལྔ།", 25),
        ("སུམ་ཅུ་སོ་གཉིས", 32),
        ("བརྒྱ་དང་ལྔ", 105),
        ("ལྔ་བརྒྱ་ཐམ་པ", 500),
        ("ཉིས་སྟོང་ལྔ་བརྒྱ", 2500),
        ("སྟོང་ཕྲག་ལྔ", 5000),
        ("ཁྲི་གསུམ་དང་ལྔ་སྟོང", 35000),
    ],
)
def test_numbers_are_read_in_any_digits(text: str, number: int) -> None:
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("大概3000元", 3000),
        ("三千块", 3000),
        ("三千五", 3500),
        ("两万三千块钱", 23000),
        ("46.34万元", 463400),
        ("1万5", 15000),
        ("1万5千块", 15000),
        ("3千8", 3800),
        ("3w", 30000),
        ("2.5k", 2500),
    ],
)
def test_sums_are_read_with_their_yuan(text: str, number: int) -> None:
    assert read_number(text, YUAN) == Decimal(number)


def test_three_things_are_no_sum_and_three_yuan_no_persons() -> None:
    assert read_number("三个", YUAN) is None
    assert read_number("三块") is None


@pytest.mark.parametrize("text", ["两三个", "七八千", "一二十", "三五个人", "5,00", "1,2"])
def test_what_leaves_open_which_number_is_asked_again(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize("text", ["", "much", "三个半", "1.2.3", "--5", "1e5", "一一a"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("2026-05-01", date(2026, 5, 1), "day"),
        ("2026年5月", date(2026, 5, 1), "month"),
        ("去年10月", date(2025, 10, 1), "month"),
        ("去年十月", date(2025, 10, 1), "month"),
        ("去年10月份", date(2025, 10, 1), "month"),
        ("二〇二六年五月三日", date(2026, 5, 3), "day"),
        ("十月五号", date(2026, 10, 5), "day"),
        ("2026ལོའི་ཟླ་5", date(2026, 5, 1), "month"),
        ("前年", date(2024, 1, 1), "year"),
        ("5月3日", date(2026, 5, 3), "day"),
        ("12月3日", date(2025, 12, 3), "day"),
        ("２０２６．５．１", date(2026, 5, 1), "day"),
        ("༢༠༢༥", date(2025, 1, 1), "year"),
    ],
)
def test_days_are_read_as_they_are_said(text: str, day: date, precision: str) -> None:
    assert read_day(text, TODAY) == (day, precision)


@pytest.mark.parametrize(
    ("text", "ago"), [("今天", 0), ("昨天", 1), ("前天", 2), ("དེ་རིང་།", 0), ("ཁ་སང་", 1)]
)
def test_a_day_just_past_is_told_by_its_name(text: str, ago: int) -> None:
    assert read_day(text, TODAY) == (TODAY - timedelta(days=ago), "day")


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-01", "2月30日", "挖虫草的时候", "3026"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_day(text, TODAY) is None


@pytest.mark.parametrize(
    "text", ["138 0013 8000", "+8613800138000", "１３８００１３８０００", "138-0013-8000"]
)
def test_a_mobile_number_is_read(text: str) -> None:
    assert read_phone(text) == "13800138000"


@pytest.mark.parametrize("text", ["123", "", "23800138000", "138001380001", "abc"])
def test_what_is_no_telephone_is_none(text: str) -> None:
    assert read_phone(text) is None


def test_what_nobody_can_see_is_taken_out() -> None:
    assert clean("\u202eA\u200bB\x00\ud800\r\nC\u2066 ") == "AB\nC"


@given(st.text())
def test_clean_text_can_be_stored_anywhere(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert "\x00" not in cleaned
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize("text", ["སྟོང་ལྔ", "བརྒྱ་ལྔ", "ཁྲི་ལྔ་སྟོང", "གཉིས་གསུམ", "ལྔ་བརྒྱ་སྟོང", "མང་པོ", "དང", "ཕྲག་ལྔ"])
def test_tibetan_words_of_two_meanings_are_no_number(text: str) -> None:
    assert read_number(text) is None


def test_what_is_written_here_is_read_here() -> None:
    for text, language in (("2026年5月3日", "zh"), ("2026ལོའི་ཟླ་5ཚེས་3ཉིན", "bo")):
        assert DAYS[language].written(Day(date(2026, 5, 3))) == text
        assert read_day(text, TODAY) == (date(2026, 5, 3), "day")
    assert read_number("སྒོར་ 30,000", YUAN) == read_number("30,000元", YUAN) == 30000


def test_a_tibetan_month_without_its_year_in_figures_may_be_the_moons() -> None:
    assert read_day("ཟླ་བ་ལྔ་པ", TODAY) is None
