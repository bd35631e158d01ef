"""Following a case: its state, the answer opened, something added, a complaint taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs import front
from dialogs.engine.questions import Question
from dialogs.engine.session import Dialog, Session
from dialogs.engine.turn import Submitted
from dialogs.engine.view import Button, Day, Say, Unit, Value, say
from dialogs.moment import Heard, Moment
from dialogs.of_case import about, prove_first, tells
from dialogs.outcomes import (
    Answered,
    CodeNeeded,
    Found,
    LookUp,
    NotFound,
    Open,
    ReadQuestion,
    StaffAsk,
    Supplied,
    Supply,
    Throttled,
    Withdraw,
    Withdrawn,
)
from dialogs.progress import Addition, progress
from dialogs.replies import clock_lines, paper_row, show_button
from dialogs.room import Room, Rows
from dialogs.state import State

if TYPE_CHECKING:
    from dialogs.reception import Reception

Said = tuple[tuple[Say, ...], Rows]


def supply(prefix: str) -> Dialog:
    """Adding to a case: what staff asked for, or what the resident wishes to add."""
    return about("supply", prefix, Question("more", Addition(max_chars=4000)))


def _begin(house: Reception, state: State, moment: Moment) -> Heard:
    return house.begin(state, "progress", moment)


def _look_up(house: Reception, state: State, shown: Submitted, moment: Moment) -> Heard:
    state = state.without("progress")
    effect = LookUp(shown.answers["number"], shown.answers["code"])
    return Heard(state, house.place(state), (effect,), secret=True)


def _open(house: Reception, state: State, number: str, moment: Moment) -> Heard | None:
    return Heard(state, house.place(state), (Open(number, state.proves(number, moment.now)),))


def _supply(house: Reception, state: State, number: str, moment: Moment) -> Heard | None:
    if not state.may_act(number, moment.now):
        return prove_first(house, state, number, moment)
    state = state.on_top("supply", Session(moment.fresh, {"case": number}))
    asked = ReadQuestion(number, state.proves(number, moment.now))
    return Heard(state, house.place(state), (asked,))


def _withdraw(house: Reception, state: State, number: str, moment: Moment) -> Heard | None:
    if not state.may_act(number, moment.now):
        return prove_first(house, state, number, moment)
    return Heard(state, front.withdraw_asked(number, house.place(state)))


def _withdraw_sure(house: Reception, state: State, number: str, moment: Moment) -> Heard | None:
    if not state.may_act(number, moment.now):
        return prove_first(house, state, number, moment)
    return Heard(state, house.place(state), (Withdraw(number, state.proves(number, moment.now)),))


def _show(house: Reception, state: State, number: str, moment: Moment) -> Heard | None:
    if not state.may_act(number, moment.now):
        return prove_first(house, state, number, moment)
    state = state.without("progress")
    return Heard(state, house.place(state), (LookUp(number, None, state.proves(number, moment.now)),))


def _found(outcome: Found) -> Said:
    unit: Value = Unit(outcome.unit) if outcome.unit else say("unit-bureau")
    number = outcome.number
    says = (
        say("case-head", number=number, matter=Say(f"matter-{outcome.matter}"), day=Day(outcome.filed_on)),
        say(f"case-{outcome.status}", unit=unit),
        *((say("case-waiting"),) if outcome.waiting else ()),
        *clock_lines(outcome.clocks),
        *(
            say(
                "case-reminded",
                day=Day(one.on),
                what=Say(f"clock-{one.clock}"),
                stage=Say(f"reminded-{one.stage}"),
            )
            for one in outcome.reminders
        ),
    )
    rows: list[tuple[Button, ...]] = []
    if outcome.answered:
        rows.append((Button("case", f"open.{number}", say("button-open-answer")),))
    if outcome.ask:
        label = say("button-rereview") if outcome.ask == "rereview" else say("button-review")
        rows.append((Button("case", f"review.{number}", label),))
    if outcome.open:
        more = Button("case", f"supply.{number}", say("button-supply"))
        rows.append((more, Button("case", f"withdraw.{number}", say("button-withdraw"))))
    if outcome.rates:
        rows.append((Button("case", f"rate.{number}", say("button-rate")),))
    back = (
        Button("case", f"kept.{number}", say("button-kept")),
        Button("case", f"notices.{number}", say("button-notices")),
    )
    rows.append(back)
    if not outcome.restricted:
        rows.append((Button("case", f"retaliation.{number}", say("button-retaliation")),))
    return says, tuple(rows)


def _answered(outcome: Answered) -> Said:
    result = Say(f"outcome-{outcome.outcome}")
    says = [say("answer-text", number=outcome.number, outcome=result, text=outcome.text)]
    if outcome.final:
        says.append(say("answer-final"))
    paper = paper_row(outcome.notice, outcome.number)
    if not outcome.review_by:
        return tuple(says), paper
    day = Day(outcome.review_by)
    if outcome.again:
        label = say("button-rereview")
        key = "answer-rereview-provisional" if outcome.provisional else "answer-rereview"
    else:
        label = say("button-review")
        key = "answer-review-provisional" if outcome.provisional else "answer-review"
    says.append(say(key, day=day))
    return tuple(says), ((Button("case", f"review.{outcome.number}", label),), *paper)


def _staff_ask(outcome: StaffAsk) -> Said:
    told = "staff-asks" if outcome.asks else "staff-tells"
    if outcome.text:
        return (say(told, text=outcome.text),), ()
    return ((say(f"{told}-aloud"),) if outcome.recording else ()), ()


def _not_found(outcome: NotFound) -> Said:
    return (say("not-found"),), ((Button("menu", "progress", say("button-try-again")),),)


def _withdrawn(outcome: Withdrawn) -> Said:
    return (say("notice-withdrawn", number=outcome.number, day=Day(outcome.on)),), paper_row(
        "withdrawn", outcome.number
    )


def _proved(state: State, outcome: Found, moment: Moment) -> State:
    return state if outcome.own else replace(state, proved=(outcome.number, moment.now))


def _code_asked(state: State, outcome: CodeNeeded, moment: Moment) -> State:
    return state.on_top("progress", Session(moment.fresh, {"number": outcome.number}))


ROOM = Room(
    dialogs=lambda office, today: (progress(office.case_prefix), supply(office.case_prefix)),
    submitted={"progress": _look_up, "supply": tells("supply", Supply)},
    cases={
        "open": _open,
        "supply": _supply,
        "withdraw": _withdraw,
        "withdraw-sure": _withdraw_sure,
        "show": _show,
    },
    words={
        Found: _found,
        Answered: _answered,
        StaffAsk: _staff_ask,
        Supplied: lambda o: ((say("supplied", number=o.number),), show_button(o.number)),
        Withdrawn: _withdrawn,
        NotFound: _not_found,
        Throttled: lambda o: ((say("throttled", minutes=o.minutes),), ()),
        CodeNeeded: lambda o: ((say("code-needed", number=o.number),), (front.TO_MENU,)),
    },
    opens={"progress": _begin, "status": _begin},
    after={
        Found: _proved,
        CodeNeeded: _code_asked,
        Answered: lambda state, outcome, moment: state.answer_shown(),
    },
)
