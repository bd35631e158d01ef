"""Appointments: from the menu to the slot that is booked, one's own, and one that is given up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from dialogs import front
from dialogs.engine.questions import Answers
from dialogs.engine.session import Session
from dialogs.engine.turn import Submitted
from dialogs.engine.view import Button, Day, Named, Say, say
from dialogs.moment import Heard, Moment
from dialogs.outcomes import Effect, Outcome
from dialogs.room import Room, Rows
from dialogs.state import State
from dialogs.visit import OWN, TAKEN, VISIT, visit, weekday, when_told

if TYPE_CHECKING:
    from dialogs.reception import Reception

Said = tuple[tuple[Say, ...], Rows]
NEW, MINE, CANCEL, SURE = "new", "mine", "cancel", "cancel-sure"


@dataclass(frozen=True)
class SeeVisits(Effect):
    """See the resident's own appointments, and which slots are full; `anew`: to make one more."""

    own: tuple[str, ...]
    anew: bool


@dataclass(frozen=True)
class Book(Effect):
    """Book the slot of this draft."""

    draft: str
    answers: Answers


@dataclass(frozen=True)
class CancelVisit(Effect):
    """Give an appointment up."""

    number: str


@dataclass(frozen=True)
class VisitShown:
    """An appointment as its resident sees it: no name, no telephone, no matter."""

    number: str
    day: date
    span: str
    who: Named
    place: Named
    people: int

    @property
    def when(self) -> Say:
        """Day, hours, who and where."""
        return when_told(self.day, self.span, self.who, self.place)


@dataclass(frozen=True)
class VisitsSeen(Outcome):
    """`mine` are still to come; `taken` are full; `cases` the own cases one may come about.

    `free`: there is a slot to be had. `begins`: the dialog goes on top.
    """

    mine: tuple[VisitShown, ...]
    taken: tuple[str, ...]
    cases: tuple[str, ...]
    free: bool
    begins: bool


@dataclass(frozen=True)
class Booked(Outcome):
    """The appointment stands; `again`: it did before. `reminded`: the day before it will be told again."""

    visit: VisitShown
    again: bool = False
    reminded: bool = False


@dataclass(frozen=True)
class SlotGone(Outcome):
    """Somebody else had the last place, or the office gave the slot up. `free`: there are others."""

    taken: tuple[str, ...]
    free: bool


@dataclass(frozen=True)
class EnoughVisits(Outcome):
    """So many are to come already, and no more are made from one phone."""

    most: int


@dataclass(frozen=True)
class VisitCancelled(Outcome):
    """The appointment is given up."""

    visit: VisitShown


@dataclass(frozen=True)
class NoVisit(Outcome):
    """No such appointment of theirs that is still to come."""


def come(house: Reception, state: State, moment: Moment) -> Heard:
    """From the menu: the own appointments, or a first one."""
    return _see(house, state, anew=False)


def _see(house: Reception, state: State, *, anew: bool) -> Heard:
    if not house.full:
        told = (say("guidance-only", link=house.link or "none"), say("menu"))
        return Heard(state, front.menu(state, *told))
    return Heard(state, house.place(state), (SeeVisits(state.own, anew),))


def _pressed(house: Reception, state: State, option: str, moment: Moment) -> Heard | None:
    action, _, number = option.partition(".")
    match action:
        case "new" | "mine":
            return _see(house, state, anew=action == NEW)
        case "cancel" if number:
            here = house.place(state)
            sure = (
                Button(VISIT, f"{SURE}.{number}", say("visit-cancel-yes")),
                Button(VISIT, MINE, say("visit-cancel-no")),
            )
            asked = say("visit-cancel-sure", number=number)
            return Heard(state, front.asked_surely(asked, sure, here))
        case "cancel-sure" if number:
            return Heard(state, house.place(state), (CancelVisit(number),))
        case _:
            return None


def _submitted(house: Reception, state: State, shown: Submitted, moment: Moment) -> Heard:
    return Heard(state, house.place(state), (Book(shown.draft, shown.answers),))


def _seen(state: State, outcome: VisitsSeen, moment: Moment) -> State:
    """The dialog goes on top; one that was under way goes on where it was."""
    if not outcome.begins:
        return state
    known = {TAKEN: list(outcome.taken), OWN: list(outcome.cases)}
    session = state.drafts.get(VISIT) or Session(moment.fresh)
    return state.on_top(VISIT, replace(session, answers={**session.answers, **known}))


def _gone(state: State, outcome: SlotGone, moment: Moment) -> State:
    """All else that was answered stays; where nothing is free the dialog ends."""
    session = state.drafts.get(VISIT)
    if session is None or not outcome.free:
        return state.without(VISIT)
    answers = {k: v for k, v in session.answers.items() if k != "slot"}
    answers[TAKEN] = list(outcome.taken)
    return state.on_top(VISIT, Session(session.draft, answers))


def _visits(outcome: VisitsSeen) -> Said:
    if outcome.begins:
        return (), ()
    lines = tuple(say("visit-line", number=v.number, people=v.people, when=v.when) for v in outcome.mine)
    cancels = tuple(
        (Button(VISIT, f"{CANCEL}.{v.number}", say("visit-cancel", number=v.number)),) for v in outcome.mine
    )
    if not outcome.free:
        return (*lines, say("visit-none")), cancels
    return (say("visit-mine"), *lines), (*cancels, (Button(VISIT, NEW, say("visit-new")),))


def _booked(outcome: Booked) -> Said:
    shown = outcome.visit
    head = say("visit-already" if outcome.again else "visit-booked", number=shown.number, when=shown.when)
    later = (say("visit-will-remind"),) if outcome.reminded else ()
    return (head, say("visit-bring", people=shown.people), *later), _to_mine()


def _slot_gone(outcome: SlotGone) -> Said:
    return (say("visit-slot-gone"), say("visit-kept" if outcome.free else "visit-none")), ()


def _cancelled(outcome: VisitCancelled) -> Said:
    shown = outcome.visit
    day = Day(shown.day)
    told = say("visit-cancelled", number=shown.number, day=day, weekday=weekday(shown.day), hours=shown.span)
    return (told,), ((Button(VISIT, NEW, say("visit-new")),),)


def _to_mine() -> Rows:
    return ((Button(VISIT, MINE, say("visit-see-mine")),),)


ROOM = Room(
    dialogs=lambda office, today: (visit(office, today),),
    submitted={VISIT: _submitted},
    presses={VISIT: _pressed},
    opens={VISIT: come},
    words={
        VisitsSeen: _visits,
        Booked: _booked,
        SlotGone: _slot_gone,
        EnoughVisits: lambda o: ((say("visit-enough", most=o.most),), _to_mine()),
        VisitCancelled: _cancelled,
        NoVisit: lambda o: ((say("visit-unknown"),), _to_mine()),
    },
    after={
        VisitsSeen: _seen,
        Booked: lambda state, outcome, moment: state.without(VISIT),
        SlotGone: _gone,
        EnoughVisits: lambda state, outcome, moment: state.without(VISIT),
    },
)
