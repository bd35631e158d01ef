"""A mistaken move undone (更正): what is kept of a case before each move, and what a correction brings back.

Undone is the last move of an organ or of the clock that is not undone yet; both stay on record. What the
resident has decided since stands: a case taken back or under review has nothing to undo.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from cases.clock import ClockKind
from cases.clocks import Running
from cases.lifecycle import Move, Role, Status

if TYPE_CHECKING:
    from cases.case import Case
    from cases.clockwork import Turned

MOST_KEPT = 8
"""So many moves, one after the other, can be undone."""
UNDONE = "undone"
"""The part of a correction that names the move it undid."""


@dataclass(frozen=True)
class Before:
    """How a case stood before a move: all that the move may have changed."""

    move: str
    status: Status
    unit: str | None
    assisting: tuple[str, ...]
    complex: bool | None
    item: int | None
    waiting_on_resident: bool
    done: tuple[str, ...]
    outcome: str | None
    extended: bool
    path: str | None
    authority: str | None
    owed_fen: int | None
    running: tuple[Running, ...]


KEPT = tuple(name for name in Before.__dataclass_fields__ if name != "move")


def kept_before(case: Case, move: Move, by: Role) -> tuple[Before, ...]:
    """What can be undone once this move is made: it too, where an organ or the clock makes it; nothing
    where the resident decides something."""
    if by is Role.RESIDENT:
        return () if move.enters else case.before
    if move.recounts:
        return case.before
    one = Before(move.name, **{name: getattr(case, name) for name in KEPT})
    return (*case.before, one)[-MOST_KEPT:]


def carried_along(case: Case, move: Move, clocks: Turned) -> tuple[Before, ...]:
    """What is kept, once the resident made a move that stays in the status: to undo an organ's move in the
    same status leaves what they opened, answered and began to use."""
    kept = list(case.before)
    ended = {one.key for one in clocks.stopped}
    for place in range(len(kept) - 1, -1, -1):
        one = kept[place]
        if one.status is not case.status:
            break
        kept[place] = replace(
            one,
            waiting_on_resident=one.waiting_on_resident
            if move.waits_on_resident is None
            else move.waits_on_resident,
            done=(*one.done, move.name) if move.once else one.done,
            running=(*(c for c in one.running if c.key not in ended), *clocks.started),
        )
    return tuple(kept)


def brought_back(case: Case) -> tuple[Case, str]:
    """The case as it stood before its last move that can be undone, and that move's name. Its clocks are
    brought back by `clockwork.turned_back`."""
    last = case.before[-1]
    values = {name: getattr(last, name) for name in KEPT if name != "running"}
    return replace(case, before=case.before[:-1], **values), last.move


class Entry(Protocol):
    """What this asks of an entry of the record."""

    @property
    def move(self) -> str:
        """A move's name, or what else was done."""

    @property
    def parts(self) -> Mapping[str, str]:
        """What it carried."""


E = TypeVar("E", bound=Entry)


def standing(record: Iterable[E]) -> list[E]:
    """The record without what was undone, and without the corrections, oldest first."""
    stands: list[E] = []
    for one in record:
        if one.move != "correct":
            stands.append(one)
            continue
        undone = one.parts.get(UNDONE)
        for place in range(len(stands) - 1, -1, -1):
            if stands[place].move == undone:
                del stands[place]
                break
    return stands


def as_json(before: tuple[Before, ...]) -> list[dict[str, object]]:
    """As it is stored: nothing that anybody wrote, days and names of the tables alone."""
    return [
        {
            **{name: getattr(one, name) for name in Before.__dataclass_fields__ if name != "running"},
            "running": [
                [
                    c.clock,
                    c.kind,
                    c.started_on.isoformat(),
                    c.due_on.isoformat(),
                    c.provisional,
                    c.basis,
                    c.longer,
                ]
                for c in one.running
            ],
        }
        for one in before
    ]


def from_json(kept: Iterable[dict[str, Any]]) -> tuple[Before, ...]:
    """What `as_json` wrote."""
    found = []
    for one in kept:
        values = dict(one)
        values["status"] = Status(str(values["status"]))
        for name in ("assisting", "done"):
            values[name] = tuple(values[name])
        values["running"] = tuple(
            Running(c[0], ClockKind(c[1]), date.fromisoformat(c[2]), date.fromisoformat(c[3]), *c[4:])
            for c in values["running"]
        )
        found.append(Before(**values))
    return tuple(found)
