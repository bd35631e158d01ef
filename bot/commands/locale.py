"""The languages a command may be asked for."""

from __future__ import annotations

from enum import StrEnum


class Locale(StrEnum):
    """A language of the residents."""

    zh = "zh"
    bo = "bo"
