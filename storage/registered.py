"""What is counted of a case and stands in the clear beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cases.part_forms import fen_of
from storage.sealing import DataKey


@dataclass(frozen=True)
class Registered:
    """What is counted of a case. `came_by`: `service` (this one), or as a clerk registered it: letter, visit,
    online, suggestion, mailbox, call. `persons` counts the people of a joint matter; `repeated` is what
    was stated, never matched; `owed_fen` the money it is about, in fen, as stated or as a clerk recorded it;
    `national_number` the number of the same case in the national system (`cases.national`)."""

    came_by: str = "service"
    persons: int = 1
    repeated: bool = False
    owed_fen: int | None = None
    national_number: str | None = None


AS_TOLD = Registered()


def as_told(answers: Mapping[str, Any]) -> Registered:
    """What a resident stated of it, by question id: how many people, how much money, whether it was told
    before."""
    people, amount = answers.get("people"), answers.get("amount")
    return Registered(
        persons=people if isinstance(people, int) else 1,
        repeated=answers.get("told_before") == "yes",
        owed_fen=fen_of(amount) if isinstance(amount, str) else None,
    )


@dataclass(frozen=True)
class OwnKey:
    """The key of a case that no conversation told, and how the case came (`channel`)."""

    key_id: str
    key: DataKey
    channel: str
    id: None = None
