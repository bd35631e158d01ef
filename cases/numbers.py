"""Case numbers and query codes: made, and read back however they were typed.

A number is `嘉信20261123-00482913`: the office's prefix, the day, two digits of the station (00 the office),
six random. It tells no count and no order. A query code is 20 decimal digits (66 bits) in five groups of
four.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date

Randbelow = Callable[[int], int]
"""A random source: `secrets.randbelow` in earnest, a seeded one in tests."""

_CODE_DIGITS = 20
_NUMBER = re.compile(r"(\d{4})(\d{2})(\d{2})-?(\d{2})(\d{6})")
_HYPHENS = dict.fromkeys(map(ord, "‐‑‒–—―−－﹣ー一_~～་·."), "-")


def new_serial(randbelow: Randbelow) -> str:
    """Six random digits. Unique only once stored: on a clash, draw again."""
    return f"{randbelow(10**6):06d}"


def case_number(prefix: str, day: date, station: str, serial: str) -> str:
    """The number of a case filed on `day` in the office's time zone. Raises ValueError on a malformed station
    (two digits) or serial (six)."""
    if not (re.fullmatch("[0-9]{2}", station) and re.fullmatch("[0-9]{6}", serial)):
        raise ValueError("a station has two digits and a serial six")
    return f"{prefix}{day:%Y%m%d}-{station}{serial}"


def _plain(text: str) -> str:
    """Digits of any script as 0-9, hyphens of any kind as one, no spaces and nothing invisible."""
    written = ""
    for char in unicodedata.normalize("NFKC", text).translate(_HYPHENS):
        digit = unicodedata.digit(char, None)
        if digit is not None:
            written += str(digit)
        elif not char.isspace() and unicodedata.category(char) not in ("Cf", "Cc", "Cs"):
            written += char
    return written


def parse_case_number(text: str, prefix: str) -> str | None:
    """The canonical number, or None. Spaces, hyphens of any kind or none, full-width and Tibetan digits and a
    missing prefix are all read."""
    plain = _plain(text).strip("-").removeprefix(_plain(prefix)).strip("-")
    found = _NUMBER.fullmatch(plain)
    if found is None:
        return None
    year, month, day, station, serial = found.groups()
    try:
        filed_on = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return case_number(prefix, filed_on, station, serial)


def new_code(randbelow: Randbelow) -> str:
    """A new query code as it is shown and written down: `0482 9137 5521 0093 7714`."""
    return _grouped(f"{randbelow(10**_CODE_DIGITS):0{_CODE_DIGITS}d}")


def read_code(text: str) -> str | None:
    """The canonical code, grouped as `new_code` writes it, or None."""
    digits = _plain(text).replace("-", "")
    return _grouped(digits) if re.fullmatch(f"[0-9]{{{_CODE_DIGITS}}}", digits) else None


def _grouped(digits: str) -> str:
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))
