"""The forms a part of a move may have, what may be chosen, and how each is checked and written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cases.errors import PartInvalid
from cases.matters import Kind


class Form(StrEnum):
    """How a part is given."""

    TEXT = "text"  # free, up to `max_chars`; one of `choices` where there are any
    UNIT = "unit"
    UNITS = "units"  # several, between spaces
    AUTHORITY = "authority"
    NUMBER = "number"  # a whole number from 1 to `most`
    DAY = "day"  # YYYY-MM-DD
    MONEY = "money"  # yuan, with at most two decimals
    RECORDING = "recording"  # the id of a file that is kept: said aloud


class Outcome(StrEnum):
    """How a request was answered, 《信访工作条例》第三十二条."""

    SUPPORTED = "supported"  # 予以支持
    EXPLAINED = "explained"  # 合理但缺乏法律依据, 解释说明
    NOT_SUPPORTED = "not_supported"  # 不予支持


class Opinion(StrEnum):
    """What a review came to, 《信访工作条例》第三十五、三十六条."""

    UPHELD = "upheld"  # 维持
    CHANGED = "changed"  # 变更或者撤销


class Ground(StrEnum):
    """The only grounds on which a matter is not taken on."""

    IN_HAND = "in_hand"  # 第十九条第三款: already accepted or in hand below
    CONCLUDED = "concluded"  # 第三十六条第三款: concluded, the same facts and reasons


class Procedure(StrEnum):
    """The procedures a matter is led to, 第三十一条第一至四项, 第二十二条第二款."""

    LITIGATION = "litigation"  # 诉讼
    RECONSIDERATION = "reconsideration"  # 行政复议
    ARBITRATION = "arbitration"  # 仲裁
    PROCURATORATE = "procuratorate"  # 检察机关刑事立案、法律监督
    POLICE = "police"  # 公安机关法律程序
    DISCIPLINE = "discipline"  # 纪检监察
    PARTY = "party"  # 党员申诉、申请复审
    ADMINISTRATIVE = "administrative"  # 行政裁决、确认、许可、处罚


class Led(StrEnum):
    """How it is led there, 第二十二条第二款."""

    SENT = "sent"  # 转送: in writing, to the 政法 organ; reports to the organs of discipline
    GUIDED = "guided"  # 引导: the resident is told where to go


class Meeting(StrEnum):
    """The three meetings (三见面)."""

    FIRST = "first"
    MIDWAY = "midway"
    ANSWER = "answer"


class Means(StrEnum):
    """How a case is supervised (督办)."""

    CALL = "call"  # 电话督办
    LETTER = "letter"  # 发函督办
    VISIT = "visit"  # 实地督办
    LISTING = "listing"  # 挂牌督办
    CIRCULAR = "circular"  # 通报


class Danger(StrEnum):
    """Danger to people's safety, the only thing that is reported upward (第二十五条)."""

    LIFE = "life"  # somebody's life or health, by themselves or by others
    FIRE = "fire"  # fire or explosion
    DISASTER = "disaster"  # flood, slide, avalanche, earthquake, collapse
    DISEASE = "disease"  # disease, poisoning
    OTHER = "other"


@dataclass(frozen=True)
class Part:
    """One thing a move carries, always a string. `choices`: one of these; `most` of a number."""

    name: str
    choices: tuple[str, ...] = ()
    max_chars: int = 64
    kinds: tuple[Kind, ...] = tuple(Kind)  # carried only in matters of these kinds
    form: Form = Form.TEXT
    most: int = 0


_MONEY = re.compile(r"([0-9]{1,15})(?:\.([0-9]{1,2}))?")
MOST_FEN = 10**14
"""So much money, or more, is a slip of the finger."""
_NUMBER = re.compile(r"[0-9]{1,6}")
_RECORDING = re.compile("[0-9a-f]{16}")


def read_form(part: Part, text: str) -> str:
    """The part in its one written form: a number without zeros before it, a day as YYYY-MM-DD, money as
    yuan with two decimals, units once each between single spaces.

    Raises PartInvalid: not_a_choice, too_long, not_a_number, not_a_day, not_money.
    """
    if part.choices and text not in part.choices:
        raise PartInvalid(part.name, "not_a_choice")
    if len(text) > part.max_chars:
        raise PartInvalid(part.name, "too_long")
    match part.form:
        case Form.NUMBER:
            if not _NUMBER.fullmatch(text) or not 1 <= int(text) <= part.most:
                raise PartInvalid(part.name, "not_a_number")
            return str(int(text))
        case Form.DAY:
            try:
                return date.fromisoformat(text).isoformat()
            except ValueError:
                raise PartInvalid(part.name, "not_a_day") from None
        case Form.MONEY:
            fen = fen_of(text)
            if fen is None or fen >= MOST_FEN:
                raise PartInvalid(part.name, "not_money")
            return f"{fen // 100}.{fen % 100:02}"
        case Form.RECORDING:
            if not _RECORDING.fullmatch(text):
                raise PartInvalid(part.name, "not_a_choice")
            return text
        case Form.UNITS:
            return " ".join(dict.fromkeys(text.split()))
        case _:
            return text


def fen_of(yuan: str) -> int | None:
    """The fen of an amount of yuan as somebody types it, with at most two decimals; None of what is none."""
    found = _MONEY.fullmatch(re.sub(r"[,，\s]", "", yuan))
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")) if found else None
