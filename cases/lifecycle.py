"""The life of a case: who may make which move now, asked of the table in `moves` (design 4.2).

A status is what somebody decided, and is stored. Overdue is no status: it is asked of a date (see `clocks`).
Screens never test a status themselves: they show `moves_open_to`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from cases.errors import MoveNotAllowed, TableInvalid
from cases.moves import MOVES, OPEN, WITH_OFFICE, Heads, Lead, Move, Role, Status

__all__ = [
    "MOVES",
    "OPEN",
    "WITH_OFFICE",
    "Heads",
    "Lead",
    "Move",
    "Role",
    "Status",
    "check_moves",
    "end_statuses",
    "find_move",
    "move_named",
    "moves_open_to",
    "notice_of",
]


class Ticking(Protocol):
    """What the table of moves asks of a clock that runs."""

    @property
    def clock(self) -> str:
        """Its name."""

    @property
    def provisional(self) -> bool:
        """Whether its day rests on a calendar not announced yet."""


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

    @property
    def running(self) -> Sequence[Ticking]:
        """The clocks that run in it."""

    @property
    def outcome(self) -> str | None:
        """How it was last answered."""

    @property
    def before(self) -> Sequence[object]:
        """How it stood before each move that may be undone."""


def moves_open_to(
    case: Standing, role: Role, *, unit: str | None = None, own_unit: str | None = None
) -> tuple[Move, ...]:
    """Every move this role may make now: every button a screen may show.

    `unit` is the unit the person works in: whoever acts for a unit, or heads it, moves its own cases alone.
    `own_unit` is the office's own unit (`Office.own_unit`); only its people may take a case that no unit has.
    """
    return tuple(move for move in MOVES if _is_open(move, case, role, unit, own_unit))


def _is_open(move: Move, case: Standing, role: Role, unit: str | None, own_unit: str | None) -> bool:
    if case.status not in move.leaves or role not in move.by or move.name in case.done:
        return False
    wanted = (move.within,) if move.within else move.past
    if wanted and not any(one.clock in wanted for one in case.running):
        return False
    if move.recounts and not any(one.provisional for one in case.running):
        return False
    if (move.outcome and case.outcome != move.outcome) or (move.undoes and not case.before):
        return False
    if role is Role.HEAD:
        return _heads(move, case, unit, own_unit)
    if role is not Role.UNIT:
        return True
    if case.unit is None:  # with the office still: a unit's person has no part in it
        return unit is not None and unit == own_unit and case.status in move.own_unit_from
    return unit == case.unit


def _heads(move: Move, case: Standing, unit: str | None, own_unit: str | None) -> bool:
    has = case.unit or own_unit
    if unit is None:
        return False
    match move.heads:
        case Heads.HANDLING:
            return unit == has
        case Heads.OFFICE_TOO:
            return unit in (has, own_unit)
        case Heads.ANOTHER:  # of the office's own answers the office records what was decided above
            return unit == own_unit or unit != has


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


def notice_of(name: str, before: str | None, after: str | None) -> str | None:
    """The notice a move owed that led from one status to another; None where it owed none, and for what is
    no move. A move that leads on only by what it carries owes its notice only then."""
    move = _BY_NAME.get(name)
    if move is None or (move.leads and before == after):
        return None
    return move.notice


def end_statuses(moves: Iterable[Move]) -> frozenset[Status]:
    """The statuses nothing leads out of; a notice may still be received there."""
    left = {status for move in moves if move.reaches for status in move.leaves}
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
        if move.leads and move.leads.part not in move.needs:
            raise TableInvalid(f"{move.name} leads on by a part it need not carry")
        if not set(move.own_unit_from) <= set(move.leaves):
            raise TableInvalid(f"{move.name} never leaves {move.own_unit_from}")
    reached: set[Status] = set()
    while True:
        more = {
            status for m in moves if not m.leaves or reached & set(m.leaves) for status in m.reaches
        } - reached
        if not more:
            break
        reached |= more
    if lost := set(Status) - reached:
        raise TableInvalid(f"no move leads to {', '.join(sorted(lost))}")


check_moves(MOVES)
_BY_NAME = {move.name: move for move in MOVES}
