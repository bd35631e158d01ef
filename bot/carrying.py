"""Carries out what a resident's turn asks of the world, inside the turn's own transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from dialogs.outcomes import Effect, Outcome
from storage.conversations import Kept


@dataclass(frozen=True)
class Asking:
    """Who asks, and when: the turn's transaction, the conversation it locked, the language it is had in."""

    connection: Connection
    kept: Kept
    language: str
    now: datetime


Carry = Callable[[Asking, Any], Outcome]


class Carrying:
    """Every effect's way into the world, by its type; each part of `bot` brings its own."""

    def __init__(self, *parts: Mapping[type, Carry]) -> None:
        """Raises ValueError where two carry out one effect."""
        self._carries: dict[type, Carry] = {}
        for part in parts:
            if doubled := self._carries.keys() & part.keys():
                raise ValueError(f"carried out twice: {doubled}")
            self._carries |= part

    def carries(self, effect: type) -> bool:
        """Whether anybody carries out effects of this type."""
        return effect in self._carries

    def carry_out(self, asking: Asking, effect: Effect) -> Outcome:
        """Do it, and say what came of it. Raises KeyError for an effect nobody carries out."""
        return self._carries[type(effect)](asking, effect)
