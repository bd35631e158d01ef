"""Reading what people type: numbers in any digits, sums of money, days, telephone numbers."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from decimal import Decimal

from dialogs.engine.tibetan_numbers import read_tibetan

_DIGITS = {ord(t): str(i) for i, t in enumerate("༠༡༢༣༤༥༦༧༨༩")}
_CHINESE = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}
# Controls but newline, invisible and direction marks, lone surrogates: nothing a reader could see.
_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
PERSONS, YUAN = "人|个|个人|名|户|位|མི", "元|块|块钱|圆|སྒོར|དངུལ"
"""What may stand behind a number of persons, or of yuan; the Tibetan ones, before it too."""
_TIBETAN = re.compile("[\u0f40-\u0fbc]+")
_COUNTED = {"": 1, "千": 1000, "k": 1000, "万": 10_000, "w": 10_000, "亿": 100_000_000}
_NUMBER = re.compile(r"((?:\d{1,16}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,4})?)([千万亿kKwW]?)")
"""3w and 3k as people type them for 三万 and 三千; a comma only where thousands are."""
_SPOKEN = re.compile(r"(\d{1,4})(?:(万)(\d)千?|(千)(\d)百?)")
"""1万5, or 1万5千, is 15000."""
_MONTH = re.compile(
    r"(?:(\d{4})|(今|去|前))年?\s*[-./]?\s*(?:(\d{1,2})月?(?:份|初|中旬?|底)?\s*[-./]?\s*(?:(\d{1,2})[日号]?)?)?"
)
_TIBETAN_DAY = re.compile(r"(\d{4})་?ལོ(?:འི)?་?(?:ཟླ་?(?:བ་)?(\d{1,2})(?:པའི|འི)?་?(?:ཚེས་?(\d{1,2})་?(?:ཉིན)?)?)?")
"""As days are written here: 2026ལོའི་ཟླ་5ཚེས་3ཉིན. Without its year in figures the month may be the moon's."""
_FIGURES = re.compile(r"[零〇一二三四五六七八九十]+(?=[年月日号])")
_AGO = {"今": 0, "去": 1, "前": 2}
_DAYS_AGO = {"今天": 0, "昨天": 1, "前天": 2, "大前天": 3, "དེ་རིང": 0, "ཁ་སང": 1}
_PHONE = re.compile(r"(?:\+?86)?(1[3-9]\d{9}|0\d{9,11}|\d{7,8})")


def clean(text: str) -> str:
    """Text without what nobody can see: controls, direction marks, lone surrogates; NFC, trimmed.

    Emoji that are joined by U+200D come apart; nothing a person typed to be read is lost.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").replace("\u2028", "\n")
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text)).strip()


def plain_digits(text: str) -> str:
    """The same text with full-width and Tibetan digits as 0-9."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text).translate(_DIGITS)


def _chinese_number(text: str) -> int | None:
    """三十二, 一万二千; and as it is spoken: 一万六 is 16000, 三千五 is 3500, but 一千零五 is 1005.

    None of 七八千 and 两三个: they leave open which.
    """
    total = part = figure = 0
    below = 1  # what a figure at the end counts for
    for char in text:
        if char in _CHINESE:
            if figure:
                return None
            figure = _CHINESE[char]
            below = below if figure else 1
        elif char in _STEPS:
            below = _STEPS[char] // 10
            part += (figure or 1) * _STEPS[char]
            figure = 0
        elif char == "万":
            below = 1000
            total, part, figure = total + (part + figure or 1) * 10_000, 0, 0
        else:
            return None
    return total + part + figure * below


def read_number(text: str, units: str = PERSONS) -> Decimal | None:
    """A number from "12", "１２", "༡༢", "1,200.50", "1.5万", "1万5", "三十二", "ཉེར་ལྔ"; by `units` "十二人".

    None for anything else.
    """
    text = plain_digits(text).replace(" ", "")
    before = "|".join(_TIBETAN.findall(units))
    text = re.sub(rf"^(?:¥|约|大概|大约|共|་|{before})+|(?:多|整|左右|།|་|{units})+$", "", text)
    if digits := _NUMBER.fullmatch(text):
        return Decimal(digits[1].replace(",", "")) * _COUNTED[digits[2].lower()]
    if spoken := _SPOKEN.fullmatch(text):
        step = _COUNTED[spoken[2] or spoken[4]]
        return Decimal(int(spoken[1]) * step + int(spoken[3] or spoken[5]) * step // 10)
    found = _chinese_number(text) if text else None
    found = read_tibetan(text) if found is None else found
    return None if found is None else Decimal(found)


def _figures(text: str) -> str:
    """二〇二六 as 2026, 十一 as 11."""
    if "十" in text:
        return str(_chinese_number(text))
    return "".join(str(_CHINESE[char]) for char in text)


def read_day(text: str, today: date) -> tuple[date, str] | None:
    """A day and its precision ("day", "month", "year") from "2026-05-01", "2026年5月", "去年十月", "昨天"."""
    text = plain_digits(text).replace(" ", "").strip("།་。")
    if text in _DAYS_AGO:
        return today - timedelta(days=_DAYS_AGO[text]), "day"
    text = _TIBETAN_DAY.sub(lambda found: "-".join(part for part in found.groups() if part), text)
    text = _FIGURES.sub(lambda found: _figures(found[0]), text)
    short = re.fullmatch(r"(\d{1,2})月(?:(\d{1,2})[日号]?)?", text)
    if short:
        year, month, day = today.year, int(short[1]), short[2]
        if (month, int(day or 1)) > (today.month, today.day):
            year -= 1
    else:
        whole = _MONTH.fullmatch(text)
        if not whole:
            return None
        year = int(whole[1]) if whole[1] else today.year - _AGO[whole[2]]
        if whole[3] is None:
            return (date(year, 1, 1), "year") if 1900 <= year <= today.year else None
        month, day = int(whole[3]), whole[4]
    try:
        return date(year, month, int(day or 1)), "day" if day else "month"
    except ValueError:
        return None


def read_phone(text: str) -> str | None:
    """A telephone number of China as digits, or None."""
    found = _PHONE.fullmatch(re.sub(r"[\s()（）\-—.]", "", plain_digits(text)))
    return found[1] if found else None
