"""What is said of an outcome: receipts, states, answers, each as message ids and values."""

from __future__ import annotations

from dialogs.engine.view import Button, Day, Say, Unit, Value, say
from dialogs.outcomes import (
    Answered,
    ClockShown,
    CodeNeeded,
    Filed,
    Found,
    NotFound,
    Outcome,
    PaperReady,
    StaffAsk,
    Supplied,
    Throttled,
    Withdrawn,
)

Rows = tuple[tuple[Button, ...], ...]


def clock_lines(clocks: tuple[ClockShown, ...]) -> tuple[Say, ...]:
    """Each clock that runs, the promise before the law; a provisional day is told as an aim."""
    ordered = sorted(clocks, key=lambda c: (c.due_on, c.kind != "promise"))
    return tuple(
        say(
            f"clock-{c.kind}-provisional" if c.provisional else f"clock-{c.kind}",
            what=Say(f"clock-{c.name}"),
            day=Day(c.due_on),
        )
        for c in ordered
    )


def words_for(outcome: Outcome) -> tuple[tuple[Say, ...], Rows]:
    """What to say of `outcome`, and the buttons that go with it."""
    match outcome:
        case Filed(again=True, number=number):
            return (say("already-filed", number=number),), (*_show(number), *paper_row("receipt", number))
        case Filed(number=number, code=code, clocks=clocks):
            first = say("receipt", number=number, code=code or "")
            return (first, say("receipt-keep"), say("receipt-next"), *clock_lines(clocks)), (
                *_show(number),
                *paper_row("receipt", number),
            )
        case Found():
            return _state(outcome)
        case Answered(number=number, outcome=result, text=text, review_by=review_by, provisional=provisional):
            says = [say("answer-text", number=number, outcome=Say(f"outcome-{result}"), text=text)]
            if review_by:
                key = "answer-review-provisional" if provisional else "answer-review"
                says.append(say(key, day=Day(review_by)))
            return tuple(says), paper_row("answered", number)
        case StaffAsk(text=text):
            return ((say("staff-asks", text=text),) if text else ()), ()
        case Supplied(number=number):
            return (say("supplied", number=number),), _show(number)
        case Withdrawn(number=number, on=on):
            return (say("notice-withdrawn", number=number, day=Day(on)),), paper_row("withdrawn", number)
        case PaperReady():
            return (say("paper-ready"),), ()
        case NotFound():
            return (say("not-found"),), ((Button("menu", "progress", say("button-try-again")),),)
        case Throttled(minutes=minutes):
            return (say("throttled", minutes=minutes),), ()
        case CodeNeeded(number=number):
            return (say("code-needed", number=number),), ()


def paper_row(notice: str, number: str) -> Rows:
    """The button that brings the paper of a notice."""
    return ((Button("case", f"paper.{notice}.{number}", say("button-paper")),),)


def _show(number: str) -> Rows:
    return ((Button("case", f"show.{number}", say("button-see-progress")),),)


def _state(found: Found) -> tuple[tuple[Say, ...], Rows]:
    unit: Value = Unit(found.unit) if found.unit else say("unit-bureau")
    says = (
        say("case-head", number=found.number, matter=Say(f"matter-{found.matter}"), day=Day(found.filed_on)),
        say(f"case-{found.status}", unit=unit),
        *((say("case-waiting"),) if found.waiting else ()),
        *clock_lines(found.clocks),
    )
    rows: list[tuple[Button, ...]] = []
    if found.answered:
        rows.append((Button("case", f"open.{found.number}", say("button-open-answer")),))
        if not found.own:  # whose code was just typed; who filed here gets it with the answer
            rows += paper_row("answered", found.number)
    if found.open:
        rows.append((Button("case", f"supply.{found.number}", say("button-supply")),))
        rows.append((Button("case", f"withdraw.{found.number}", say("button-withdraw")),))
    return says, tuple(rows)
