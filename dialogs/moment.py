"""What a turn is given beside its event, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dialogs.engine.view import View
from dialogs.outcomes import Effect
from dialogs.state import State


@dataclass(frozen=True)
class Moment:
    """Now, and a fresh id should a draft begin."""

    now: datetime
    fresh: str


@dataclass(frozen=True)
class Heard:
    """`secret`: what the resident wrote is not to be kept anywhere.

    `in_chinese`: this once, what was told last is to be shown in Chinese, or the notice of this token.
    `first` goes before the view, in a bubble of its own.
    """

    state: State
    view: View
    effects: tuple[Effect, ...] = ()
    secret: bool = False
    in_chinese: str | None = None
    first: View | None = None
