"""Promises about case numbers and query codes."""

from __future__ import annotations

import math
import random
import secrets
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.numbers import case_number, new_code, new_serial, parse_case_number, read_code

NUMBER = "嘉信20261123-00482913"
CODE = "0482 9137 5521 0093 7714"


def test_a_number_is_prefix_day_station_and_six_digits() -> None:
    assert case_number("嘉信", date(2026, 11, 23), "00", "482913") == NUMBER


@settings(deadline=None)
@given(st.dates(date(2020, 1, 1), date(2099, 12, 31)), st.integers(0, 99), st.integers(0, 999_999))
def test_every_number_is_read_back(day: date, station: int, serial: int) -> None:
    number = case_number("嘉信", day, f"{station:02d}", f"{serial:06d}")
    assert parse_case_number(number, "嘉信") == number


@pytest.mark.parametrize(
    "typed",
    [
        NUMBER,
        "20261123-00482913",
        "2026112300482913",
        "嘉信 2026 1123 — 0048 2913",
        "嘉信２０２６１１２３－００４８２９１３",
        "嘉信༢༠༢༦༡༡༢༣-༠༠༤༨༢༩༡༣",
        "\u200e嘉信20261123\u2011 00482913\n",
        "嘉信-20261123-00482913",
    ],
)
def test_a_number_is_read_however_it_is_typed(typed: str) -> None:
    assert parse_case_number(typed, "嘉信") == NUMBER


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "嘉信",
        "那信20261123-00482913",
        "20261123-0048291",
        "20261123-004829133",
        "20261323-00482913",
        "00000000-00000000",
        "你好",
        "\ud800",
        "9" * 100_000,
    ],
)
def test_what_is_no_number_is_not_read_as_one(typed: str) -> None:
    assert parse_case_number(typed, "嘉信") is None


@pytest.mark.parametrize(
    ("station", "serial"), [("0", "482913"), ("00", "48291"), ("٠٠", "482913"), ("00", "")]
)
def test_a_malformed_number_is_never_made(station: str, serial: str) -> None:
    with pytest.raises(ValueError):
        case_number("嘉信", date(2026, 11, 23), station, serial)


def test_a_code_has_at_least_64_bits_in_groups_easily_written_down() -> None:
    drawn: list[int] = []

    def draw(below: int) -> int:
        drawn.append(below)
        return 0

    code = new_code(draw)
    assert math.log2(drawn[0]) >= 64
    assert code == "0000 0000 0000 0000 0000"


def test_serials_and_codes_keep_their_leading_zeros() -> None:
    assert new_serial(lambda _: 7) == "000007"
    assert new_code(lambda _: 7) == "0000 0000 0000 0000 0007"


def test_codes_and_serials_drawn_are_read_back() -> None:
    for draw in (secrets.randbelow, random.Random(1).randrange):
        code = new_code(draw)
        assert read_code(code) == code
        assert len(new_serial(draw)) == 6


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        "04829137552100937714",
        "0482-9137-5521-0093-7714",
        "༠༤༨༢ ༩༡༣༧ ༥༥༢༡ ༠༠༩༣ ༧༧༡༤",
        "０４８２　９１３７552100937714",
    ],
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert read_code(typed) == CODE


@pytest.mark.parametrize(
    "typed", ["", "0482 9137 5521 0093 771", CODE + "0", "O482 9137 5521 0093 7714", "你好"]
)
def test_what_is_no_code_is_not_read_as_one(typed: str) -> None:
    assert read_code(typed) is None
