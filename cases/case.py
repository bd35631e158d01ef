"""A case, and what a move does to it. Pure: a case and a move in; the new case, its event, its clocks and the
notice owed out. Whoever calls stores all of it in one transaction, or nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from cases.carried import check_carried
from cases.clocks import Running, is_overdue
from cases.clockwork import PROMISE_BASIS as PROMISE_BASIS
from cases.clockwork import Turned, turned, turned_back
from cases.corrections import UNDONE, Before, brought_back, carried_along, kept_before
from cases.errors import MoveNotAllowed, NotTaken, PartInvalid, TooLate
from cases.lifecycle import OPEN, Move, Role, Status, find_move, move_named, notice_of
from cases.matters import Kind, find_matter
from cases.notices import NOTICES, Notice
from cases.office import Office
from cases.part_forms import fen_of
from cases.parts import read_parts

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
    assisting: tuple[str, ...] = ()  # units that assist the one that leads, 第二十四条
    outcome: str | None = None  # how it was last answered or reviewed: an Outcome or an Opinion
    extended: bool = False  # 第三十四条, once
    path: str | None = None  # the procedure it was led to, and to whom
    authority: str | None = None
    owed_fen: int | None = None  # the money it is about, once somebody recorded it
    stopped: tuple[Running, ...] = ()  # clocks that ran before, the last one last
    before: tuple[Before, ...] = ()  # how it stood before each move that can be undone

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
    clocks: Turned
    notice: Notice | None  # owed to the resident

    @property
    def started(self) -> tuple[Running, ...]:
        """The clocks it started."""
        return self.clocks.started

    @property
    def stopped(self) -> tuple[Running, ...]:
        """The clocks it stopped."""
        return self.clocks.stopped


def file_case(
    number: str,
    matter: str,
    *,
    by: Role,
    today: date,
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
    return _make(case, None, move, by, today, office, read_parts(move, case, parts))


def make_move(
    case: Case,
    name: str,
    *,
    by: Role,
    today: date,
    office: Office,
    parts: Mapping[str, str] = _NOTHING,
    by_unit: str | None = None,
    answered_on: date | None = None,
) -> Made:
    """Make one move. `by_unit` is the unit the person works in: whoever acts for a unit, or heads it, moves
    its own cases alone. `answered_on`: when the answer that now stands was given.

    Raises MoveNotAllowed, TooLate, MissingPart, PartInvalid; the case is then unchanged.
    """
    move = find_move(case, by, name, unit=by_unit, own_unit=office.own_unit)
    _check_day(case, move, by, today)
    carried = read_parts(move, case, parts)
    check_carried(carried, case, today, office, answered_on)
    if move.undoes:
        return _undo(case, move, by, today, carried)
    acts = by_unit if move.own_unit_from and by is Role.UNIT else None
    leads = move.leads and carried[move.leads.part] == move.leads.value
    enters = move.leads.enters if move.leads and leads else move.enters
    waits = move.waits_on_resident if enters is None or enters in OPEN else False
    changed = replace(
        case,
        status=enters or case.status,
        unit=None if move.releases else carried.get("unit") or case.unit or acts,
        assisting=()
        if move.releases
        else tuple(carried["assisting"].split())
        if "assisting" in carried
        else case.assisting,
        complex=carried["complexity"] == "complex" if "complexity" in carried else case.complex,
        item=int(carried["item"]) if "item" in carried else case.item,
        waiting_on_resident=case.waiting_on_resident if waits is None else waits,
        done=() if enters else case.done,
        outcome=carried.get("outcome") or carried.get("opinion") or case.outcome,
        extended=case.extended or "days" in carried,
        path=carried.get("path") or case.path,
        authority=carried.get("authority") or case.authority,
        owed_fen=fen_of(carried["amount"]) if "amount" in carried else case.owed_fen,
        before=kept_before(case, move, by),
    )
    if move.once:
        changed = replace(changed, done=(*changed.done, move.name))
    return _make(changed, case, move, by, today, office, carried)


def report_retaliation(
    number: str,
    *,
    told: str,
    today: date,
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
    return _make(case, None, move, Role.RESIDENT, today, office, carried)


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
    before: Case | None,
    move: Move,
    by: Role,
    today: date,
    office: Office,
    carried: dict[str, str],
) -> Made:
    began = date.fromisoformat(carried["signed_on"]) if "signed_on" in carried else today
    clocks = turned(case, before, move, carried, began, office)
    if by is Role.RESIDENT and before is not None and case.status is before.status:
        case = replace(case, before=carried_along(case, move, clocks))
    return _made(case, before, move, by, today, carried, clocks)


def _undo(case: Case, move: Move, by: Role, today: date, carried: dict[str, str]) -> Made:
    was, undone = brought_back(case)
    clocks = turned_back(case.running, case.before[-1].running, undone)
    return _made(was, case, move, by, today, {**carried, UNDONE: undone}, clocks)


def _made(
    case: Case,
    before: Case | None,
    move: Move,
    by: Role,
    today: date,
    carried: dict[str, str],
    clocks: Turned,
) -> Made:
    stood = before.status if before else None
    event = Event(move.name, stood, case.status, today, by, MappingProxyType(carried))
    owed = notice_of(move.name, stood, case.status)
    resumed = {(one.key, one.started_on) for one in clocks.resumed}
    rest = tuple(one for one in case.stopped if (one.key, one.started_on) not in resumed)
    case = replace(case, running=clocks.running, stopped=(*rest, *clocks.stopped, *clocks.halted))
    return Made(case, event, clocks, NOTICES[owed] if owed else None)
