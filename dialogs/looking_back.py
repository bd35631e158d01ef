"""What was: one's own cases, what was promised of a case and kept, its notices once more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from dialogs.engine.view import Day, Say, Unit, Value, say
from dialogs.moment import Moment
from dialogs.notice_values import notice_values
from dialogs.of_case import asks
from dialogs.outcomes import ClockShown, Effect, OfCase, Outcome
from dialogs.papers import button_of
from dialogs.replies import OPENED, clock_lines, open_button, paper_row, show_button
from dialogs.room import Room, Rows
from dialogs.state import State

if TYPE_CHECKING:
    from dialogs.reception import Reception

Said = tuple[tuple[Say, ...], Rows]


@dataclass(frozen=True)
class ReadMine(Effect):
    """Tell which cases were filed from here."""


class ReadKept(OfCase):
    """Tell what was promised of a case, and whether it was kept."""


class ReadNotices(OfCase):
    """Show the notices of a case once more."""


@dataclass(frozen=True)
class MineRow:
    """One's own case in a line; `unit` None: the office has it."""

    number: str
    matter: str
    status: str
    unit: str | None


@dataclass(frozen=True)
class Mine(Outcome):
    """The cases filed from here, the newest first."""

    rows: tuple[MineRow, ...]


@dataclass(frozen=True)
class KeptRow:
    """One clock of staff that ran in a case. `late` are the days over its last, 0 where it was met; `done_on`
    None: it runs still."""

    name: str
    kind: str
    due_on: date
    done_on: date | None
    late: int


@dataclass(frozen=True)
class Kept(Outcome):
    """Every duty a case has had, oldest first."""

    number: str
    rows: tuple[KeptRow, ...]
    apart = True


@dataclass(frozen=True)
class NoticeAgain:
    """A notice as the record has it."""

    id: str
    on: date
    unit: str
    clocks: tuple[ClockShown, ...]
    parts: Mapping[str, str] = field(default_factory=dict)  # of its move


@dataclass(frozen=True)
class Notices(Outcome):
    """Every notice of a case, oldest first."""

    number: str
    notices: tuple[NoticeAgain, ...]
    apart = True


def _mine(outcome: Mine) -> Said:
    lines = tuple(
        say("mine-line", number=row.number, matter=Say(f"matter-{row.matter}"), status=_status(row))
        for row in outcome.rows
    )
    return ((say("my-cases"), *lines) if lines else ()), ()


def _status(row: MineRow) -> Say:
    unit: Value = Unit(row.unit) if row.unit else say("unit-bureau")
    return say(f"case-{row.status}", unit=unit)


def _kept(outcome: Kept) -> Said:
    lines = []
    for row in outcome.rows:
        told: dict[str, Value] = {"what": Say(f"clock-{row.name}"), "day": Day(row.due_on)}
        told["who"] = say(f"promised-{row.kind}")
        if row.done_on is None:
            lines.append(
                say("kept-late-still", **told, days=row.late) if row.late else say("kept-runs", **told)
            )
        elif row.late:
            lines.append(say("kept-late", **told, done=Day(row.done_on), days=row.late))
        else:
            lines.append(say("kept-met", **told, done=Day(row.done_on)))
    first = (
        say("promises-kept", number=outcome.number) if lines else say("no-promises", number=outcome.number)
    )
    return (first, *lines), show_button(outcome.number)


def _notices(outcome: Notices) -> Said:
    says = [say("notices-again", number=outcome.number)]
    for one in outcome.notices:
        values = notice_values(one.id, outcome.number, one.unit, one.on, one.parts)
        says.append(say(f"notice-{one.id}", **values))
        says += clock_lines(one.clocks)
    papers = [row for one in outcome.notices for row in paper_row(one.id, outcome.number, button_of(one.id))]
    opened: Rows = ()
    if any(one.id in OPENED for one in outcome.notices):
        opened = open_button(outcome.number)
    return tuple(says), (*opened, *dict.fromkeys(papers), *show_button(outcome.number))


def _begun(house: Reception, state: State, moment: Moment) -> tuple[Effect, ...]:
    return (ReadMine(),) if state.own else ()


ROOM = Room(
    cases={"kept": asks(ReadKept), "notices": asks(ReadNotices)},
    words={Mine: _mine, Kept: _kept, Notices: _notices},
    answered={("progress", ""): _begun},
)
