"""The life of a case: statuses, roles and the table of moves (design 4.2).

A status is what somebody decided, and is stored. Overdue is no status: it is asked of a date (see `clocks`).
Screens never test a status themselves: they show `moves_open_to`. Another move of the design is another row
here, its part in `parts`, its notice in `notices`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from cases.errors import MoveNotAllowed, TableInvalid


class Status(StrEnum):
    """Where a case stands."""

    FILED = "filed"  # 登记: with the office
    FORWARDED = "forwarded"  # 转送/交办: with the unit, not yet accepted
    ACCEPTED = "accepted"  # 受理: being worked on
    ANSWERED = "answered"  # 答复: an answer waits to be opened, or has been
    WITHDRAWN = "withdrawn"  # 撤回: the resident took it back


class Role(StrEnum):
    """Who makes a move. One person of the staff may hold several."""

    RESIDENT = "resident"
    CLERK = "clerk"  # of the petition office
    UNIT = "unit"  # of the unit that handles the case
    HEAD = "head"
    SUPERVISOR = "supervisor"
    DISCIPLINE = "discipline"
    OUTREACH = "outreach"
    TRANSLATOR = "translator"
    ADMIN = "admin"
    CLOCK = "clock"  # time itself


@dataclass(frozen=True)
class Move:
    """One thing people decide about a case."""

    name: str  # what a button says and an event records
    zh: str  # its official name
    leaves: tuple[Status, ...]  # empty: it makes the case
    enters: Status | None  # None: the status stays
    by: tuple[Role, ...]
    needs: tuple[str, ...] = ()  # parts it must carry (see `parts`)
    fills: tuple[str, ...] = ()  # parts it must carry where the case does not hold them yet
    may: tuple[str, ...] = ()  # parts it may carry
    one_of: tuple[str, ...] = ()  # at least one of these parts must be carried
    notice: str | None = None  # the notice owed to the resident (see `notices`)
    waits_on_resident: bool | None = None  # True: starts a wait; False: ends it; None: leaves it as it is
    once: bool = False  # once in a status, such as receiving an answer
    own_unit_from: tuple[Status, ...] = ()  # from these only where the office is itself the unit


S, R = Status, Role
OPEN = (S.FILED, S.FORWARDED, S.ACCEPTED)

MOVES: tuple[Move, ...] = (
    Move("file", "登记", (), S.FILED, (R.RESIDENT, R.CLERK), may=("channel",), notice="receipt"),
    Move(
        "forward",
        "转送/交办",
        (S.FILED,),
        S.FORWARDED,
        (R.CLERK,),
        needs=("unit", "complexity"),
        may=("reason",),
        notice="forwarded",
    ),
    Move(
        "accept",
        "受理",
        (S.FILED, S.FORWARDED),
        S.ACCEPTED,
        (R.UNIT,),
        needs=("item",),
        fills=("complexity",),
        notice="accepted",
        own_unit_from=(S.FILED,),
    ),
    Move(
        "ask", "补充", OPEN, None, (R.CLERK, R.UNIT), needs=("text",), notice="asked", waits_on_resident=True
    ),
    Move("add", "补充材料", OPEN, None, (R.RESIDENT,), one_of=("text", "files"), waits_on_resident=False),
    Move(
        "answer",
        "答复",
        (S.ACCEPTED,),
        S.ANSWERED,
        (R.UNIT,),
        needs=("outcome", "text"),
        notice="answered",
        waits_on_resident=False,
    ),
    Move("receive", "送达", (S.ANSWERED,), None, (R.RESIDENT, R.CLERK), once=True),
    Move(
        "withdraw",
        "撤回",
        OPEN,
        S.WITHDRAWN,
        (R.RESIDENT,),
        may=("reason",),
        notice="withdrawn",
        waits_on_resident=False,
    ),
)


class Standing(Protocol):
    """What the table of moves asks of a case."""

    @property
    def status(self) -> Status:
        """Where it stands."""

    @property
    def unit(self) -> str | None:
        """The unit that has it."""

    @property
    def done(self) -> tuple[str, ...]:
        """The once-only moves already made in this status."""


def moves_open_to(
    case: Standing, role: Role, *, unit: str | None = None, own_unit: str | None = None
) -> tuple[Move, ...]:
    """Every move this role may make now: every button a screen may show.

    `unit` is the unit the person works in: whoever acts for a unit moves its own cases alone. `own_unit` is
    the office's own unit (`Office.own_unit`); only its people may take a case that was never forwarded.
    """
    return tuple(move for move in MOVES if _is_open(move, case, role, unit, own_unit))


def _is_open(move: Move, case: Standing, role: Role, unit: str | None, own_unit: str | None) -> bool:
    if case.status not in move.leaves or role not in move.by or move.name in case.done:
        return False
    if role is not Role.UNIT:
        return True
    if case.unit is None:  # with the office still: a unit's person has no part in it
        return unit is not None and unit == own_unit and case.status in move.own_unit_from
    return unit == case.unit


def find_move(
    case: Standing, role: Role, name: str, *, unit: str | None = None, own_unit: str | None = None
) -> Move:
    """The move of this name, open to this role. Raises MoveNotAllowed."""
    for move in moves_open_to(case, role, unit=unit, own_unit=own_unit):
        if move.name == name:
            return move
    raise MoveNotAllowed(name, case.status, role)


def move_named(name: str) -> Move:
    """The row of this name, whoever may make it. Raises KeyError."""
    return _BY_NAME[name]


def end_statuses(moves: Iterable[Move]) -> frozenset[Status]:
    """The statuses nothing leads out of and in which nothing more is done."""
    left = {status for move in moves for status in move.leaves}
    return frozenset(Status) - left


def check_moves(moves: tuple[Move, ...]) -> None:
    """Refuse a table that cannot be right. Raises TableInvalid."""
    names = [move.name for move in moves]
    if len(set(names)) != len(names):
        raise TableInvalid("two moves have one name")
    for move in moves:
        if not move.by:
            raise TableInvalid(f"nobody may {move.name}")
        if not move.leaves and move.enters is None:
            raise TableInvalid(f"{move.name} leads from nowhere to nowhere")
        if not set(move.own_unit_from) <= set(move.leaves):
            raise TableInvalid(f"{move.name} never leaves {move.own_unit_from}")
    reached: set[Status] = set()
    while True:
        more = {m.enters for m in moves if m.enters and (not m.leaves or reached & set(m.leaves))} - reached
        if not more:
            break
        reached |= more
    if lost := set(Status) - reached:
        raise TableInvalid(f"no move leads to {', '.join(sorted(lost))}")


check_moves(MOVES)
_BY_NAME = {move.name: move for move in MOVES}
