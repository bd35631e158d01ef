"""A case, and what a move does to it. Pure: a case and a move in; the new case, its event, its clocks and the
notice owed out. Whoever calls stores all of it in one transaction, or nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from cases.calendar import Calendar
from cases.clocks import CLOCKS, Clock, ClockKind, Running, due_on, is_overdue
from cases.errors import MoveNotAllowed, NotTaken, PartInvalid, TooLate
from cases.lifecycle import Move, Role, Status, find_move, move_named
from cases.matters import Kind, find_matter
from cases.notices import NOTICES, Notice
from cases.office import Office
from cases.parts import read_parts

PROMISE_BASIS = "office"
RETALIATION = "petition_staff"
"""The matter a report of retaliation is filed under: its official name says 打击报复."""
_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Case:
    """Where a case stands. What the resident wrote is not here; it is stored sealed beside it."""

    number: str
    matter: str  # an id of MATTERS
    status: Status
    filed_on: date
    unit: str | None = None  # an id of the office's units; None while the office alone has it
    complex: bool | None = None  # None until somebody said
    item: int | None = (
        None  # of 《信访工作条例》第三十一条, 1 to 6; None before acceptance and for other kinds
    )
    waiting_on_resident: bool = False  # something was asked; the clocks go on
    running: tuple[Running, ...] = ()
    done: tuple[str, ...] = ()  # once-only moves already made in this status
    restricted: bool = False  # seen by its unit alone

    @property
    def kind(self) -> Kind:
        """The kind of its matter."""
        return find_matter(self.matter).kind


@dataclass(frozen=True)
class Event:
    """One move as it is kept on record. `parts` may hold what people wrote, so it is stored sealed."""

    move: str
    before: Status | None  # None: it made the case
    after: Status
    on: date
    by: Role
    parts: Mapping[str, str] = field(default_factory=lambda: _NOTHING)


@dataclass(frozen=True)
class Made:
    """What a move made."""

    case: Case
    event: Event
    started: tuple[Running, ...]
    stopped: tuple[Running, ...]
    notice: Notice | None  # owed to the resident


def file_case(
    number: str,
    matter: str,
    *,
    by: Role,
    today: date,
    calendar: Calendar,
    office: Office,
    parts: Mapping[str, str] = _NOTHING,
) -> Made:
    """File a new case. `today` is the day in the office's time zone.

    Raises UnknownMatter, MoveNotAllowed, PartInvalid, and NotTaken for a sealed matter while the office has
    no discipline keys.
    """
    move = move_named("file")
    if by not in move.by:
        raise MoveNotAllowed(move.name, None, by)
    if find_matter(matter).sealed and not office.discipline_keys:
        raise NotTaken(matter)
    assert move.enters is not None
    case = Case(number, matter, move.enters, filed_on=today)
    return _make(case, None, move, by, today, calendar, office, read_parts(move, case, parts))


def make_move(
    case: Case,
    name: str,
    *,
    by: Role,
    today: date,
    calendar: Calendar,
    office: Office,
    parts: Mapping[str, str] = _NOTHING,
    by_unit: str | None = None,
) -> Made:
    """Make one move. `by_unit` is the unit the person works in: whoever acts for a unit moves its own
    cases alone.

    Raises MoveNotAllowed, TooLate, MissingPart, PartInvalid; the case is then unchanged.
    """
    move = find_move(case, by, name, unit=by_unit, own_unit=office.own_unit)
    _check_day(case, move, by, today)
    carried = read_parts(move, case, parts)
    if "unit" in carried and not office.takes(carried["unit"]):
        raise PartInvalid("unit", "not_a_choice")
    changed = replace(
        case,
        status=move.enters or case.status,
        unit=carried.get("unit") or case.unit or (by_unit if move.own_unit_from else None),
        complex=carried["complexity"] == "complex" if "complexity" in carried else case.complex,
        item=int(carried["item"]) if "item" in carried else case.item,
        waiting_on_resident=case.waiting_on_resident
        if move.waits_on_resident is None
        else move.waits_on_resident,
        done=() if move.enters else case.done,
    )
    if move.once:
        changed = replace(changed, done=(*changed.done, move.name))
    return _make(changed, case.status, move, by, today, calendar, office, carried)


def report_retaliation(
    number: str,
    *,
    told: str,
    today: date,
    calendar: Calendar,
    office: Office,
    parts: Mapping[str, str] = _NOTHING,
) -> Made:
    """A report of retaliation (打击报复) as a case of its own, with the unit `told` from its first day; no
    other unit sees it, nor does the office. Raises PartInvalid where nobody of that unit reads reports here.
    """
    if told not in office.review.readers:
        raise PartInvalid("unit", "not_a_choice")
    move = move_named("retaliation")
    assert move.enters is not None
    case = Case(number, RETALIATION, move.enters, filed_on=today, unit=told, restricted=move.restricts)
    carried = read_parts(move, case, {**parts, "unit": told})
    return _make(case, None, move, Role.RESIDENT, today, calendar, office, carried)


def _check_day(case: Case, move: Move, by: Role, today: date) -> None:
    """A window is used until its last day; a case is closed only after it."""
    for one in case.running:
        over = is_overdue(one.due_on, today)
        if one.clock == move.within and over:
            raise TooLate(move.name, case.status, by, one.due_on)
        if one.clock in move.past and not over:
            raise MoveNotAllowed(move.name, case.status, by)


def _make(
    case: Case,
    before: Status | None,
    move: Move,
    by: Role,
    today: date,
    calendar: Calendar,
    office: Office,
    carried: dict[str, str],
) -> Made:
    stopped = tuple(one for one in case.running if move.name in one.row.stops)
    started = tuple(
        _start(clock, today, calendar, office)
        for clock in CLOCKS
        if clock.starts == move.name and _applies(clock, case)
    )
    running = (*(one for one in case.running if one not in stopped), *started)
    event = Event(move.name, before, case.status, today, by, MappingProxyType(carried))
    notice = NOTICES[move.notice] if move.notice else None
    return Made(replace(case, running=running), event, started, stopped, notice)


def _applies(clock: Clock, case: Case) -> bool:
    if clock.items is not None and case.item not in clock.items:
        return False
    return clock.complex is None or clock.complex is case.complex


def _start(clock: Clock, today: date, calendar: Calendar, office: Office) -> Running:
    promise = clock.kind is ClockKind.PROMISE
    due = due_on(clock, today, calendar, days=office.promises[clock.name] if promise else None)
    basis = PROMISE_BASIS if clock.basis is None else str(clock.basis)
    return Running(clock.name, clock.kind, today, due.on, due.provisional, basis)
