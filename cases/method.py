"""The county's method, 两告知、一反馈、三见面、一引导: what each case owes its resident beside the law.

The office words it (`[[method]]` in `office.toml`): a step is done by one of its moves, some only with a
certain part. Each case shows what is done and what is still owed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from cases.errors import OfficeInvalid
from cases.moves import MOVES
from cases.parts import PARTS


@dataclass(frozen=True)
class Step:
    """One step, in the office's words. `by`: the moves that do it; `part`: what they must carry, or None."""

    id: str
    zh: str
    bo: str
    by: tuple[str, ...]
    part: tuple[str, str] | None = None


@dataclass(frozen=True)
class Checked:
    """One step of a case. `on`: the day it was first done; `owed`: not done, and the case is not over."""

    step: Step
    on: date | None
    owed: bool


class Done(Protocol):
    """What is asked of a move on record."""

    @property
    def move(self) -> str:
        """Its name."""

    @property
    def on(self) -> date:
        """Its day."""

    @property
    def parts(self) -> Mapping[str, str]:
        """What it carried."""


def read_method(rows: Iterable[Mapping[str, Any]]) -> tuple[Step, ...]:
    """The steps as `office.toml` has them. Raises OfficeInvalid, KeyError."""
    steps = tuple(_step(row) for row in rows)
    names = {move.name for move in MOVES}
    if len({step.id for step in steps}) != len(steps):
        raise OfficeInvalid("[[method]]: two steps have one id")
    for step in steps:
        if not step.by or not set(step.by) <= names:
            raise OfficeInvalid(f"[[method]] {step.id}: `by` names moves of the table")
        if not step.zh or not step.bo:
            raise OfficeInvalid(f"[[method]] {step.id}: it has its words in both languages")
        if step.part and step.part[1] not in PARTS[step.part[0]].choices:
            raise OfficeInvalid(f"[[method]] {step.id}: no such {step.part[0]}")
    return steps


def _step(row: Mapping[str, Any]) -> Step:
    part = row.get("part")
    if part is not None and (len(part) != 2 or part[0] not in PARTS):
        raise OfficeInvalid(f"[[method]] {row['id']}: `part` is a part's name and its value")
    return Step(row["id"], row["zh"], row["bo"], tuple(row["by"]), (part[0], part[1]) if part else None)


def checklist(method: Iterable[Step], record: Iterable[Done], *, over: bool) -> tuple[Checked, ...]:
    """What of the method is done in a case with this record, and what it still owes; `over`: it has ended."""
    done = tuple(record)
    found = []
    for step in method:
        on = next((one.on for one in done if _does(one, step)), None)
        found.append(Checked(step, on, on is None and not over))
    return tuple(found)


def _does(one: Done, step: Step) -> bool:
    if one.move not in step.by:
        return False
    return step.part is None or one.parts.get(step.part[0]) == step.part[1]
