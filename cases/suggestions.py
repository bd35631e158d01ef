"""The three suggestions of a petition office to a unit, 《信访工作条例》第四十条.

The unit gives written feedback on whether they are taken up (有关机关、单位应当书面反馈采纳情况).
"""

from __future__ import annotations

from enum import StrEnum


class SuggestionKind(StrEnum):
    """What is suggested."""

    IMPROVE_WORK = "improve_work"  # 改进工作
    COMPLETE_POLICY = "complete_policy"  # 完善政策
    HOLD_TO_ACCOUNT = "hold_to_account"  # 追究责任


class Adopted(StrEnum):
    """What the unit made of it."""

    WHOLE = "whole"  # 采纳
    PART = "part"  # 部分采纳
    NOT = "not"  # 未采纳


TAKEN_UP = (Adopted.WHOLE, Adopted.PART)
"""What counts as adopted in the figures of 第四十一条第三项."""
MOST_CHARS = 4000
"""Of a suggestion, and of its feedback."""
