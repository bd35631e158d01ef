"""One turn: a session and an event in, a new session and what to show out. Pure.

An event that does not fit the place changes nothing and gets the place again, with the
reason: a press on an old button, words where a photo is asked, a submit before the end.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dialogs.engine.collecting import without_file
from dialogs.engine.events import Asked, Event, Lost, Pressed, Unusable
from dialogs.engine.pick import found
from dialogs.engine.questions import Answer, Answers, Looked, Option, Question, Refused
from dialogs.engine.route import Route, route
from dialogs.engine.session import SUMMARY, Dialog, Session
from dialogs.engine.view import Asks, Button, Say, Value, View, say

CHANGE = "change"


@dataclass(frozen=True)
class Submitted:
    """The resident submitted: only the answers on the route, under the draft's id."""

    dialog: str
    draft: str
    answers: Answers


def turn(dialog: Dialog, session: Session, event: Event) -> tuple[Session, View | Submitted]:
    """Play `event`. A second submit of the same session is the receiver's to know by its draft."""
    way, current = _place(dialog, session)
    match event:
        case Lost(file=file, reason=reason):
            session = replace(session, answers=without_file(session.answers, file))
            return session, view(dialog, session, Refused(reason))
        case Unusable(reason=reason):
            return session, view(dialog, session, Refused(reason))
        case Asked(word="back") | Pressed(option="back"):
            if isinstance(event, Pressed) and _stale(session, event, current):
                return session, _pointer(dialog, session)
            session = _back(way, session, current)
        case Pressed(draft=draft) if draft is not None and draft != session.draft:
            return session, _pointer(dialog, session)
        case Pressed(question=question) if question == SUMMARY:
            return _at_summary(dialog, session, event, way, current)
        case Pressed() if _stale(session, event, current):
            return session, _pointer(dialog, session)
        case Asked(word="skip") if current and current.optional:
            session = _settled(session.answered(current.id, None))
        case Pressed(option="skip") if current and current.optional:
            session = _settled(session.answered(current.id, None))
        case Pressed(option="keep") if current and current in way.answered:
            session = _settled(session)
        case _ if current is None:
            return session, view(dialog, session, Refused("summary-please"))
        case _:
            return _read(dialog, session, event, current, way)
    return _next(dialog, session)


def view(
    dialog: Dialog, session: Session, refused: Refused | None = None, *, gathering: bool = False
) -> View:
    """What the resident should see now. `gathering`: a piece just came; the question is not repeated."""
    way, current = _place(dialog, session)
    says = [Say(f"refused-{refused.reason}", tuple(refused.details.items()))] if refused else []
    if current is None:
        return _summary(dialog, session, way, says)
    kept = session.answers.get(current.id)
    cursor = _cursor(session, current)
    says += _kept(dialog, current, kept, way, cursor, said="parts-kept" if refused else "parts-received")
    if not gathering and not found(cursor or ""):
        says += current.kind.leads(session.answers, cursor)
        says.append(Say(current.text or f"{dialog.id}-{current.id}"))
    rows = [
        tuple(Button(current.id, o.id, _label(dialog, current, o)) for o in row)
        for row in current.kind.rows(kept, session.answers, cursor)
    ]
    last = []
    if way.before(current) or cursor:
        last.append(Button(current.id, "back", say("button-back")))
    given = current in way.answered and bool(kept) and not dialog.looks
    if current.optional and (given or not kept or not rows):  # pieces sent and not yet done: no skipping
        last.append(Button(current.id, "skip", say("button-clear" if given else "button-skip")))
    if current in way.answered:
        last.append(Button(current.id, "keep", say("button-onward" if dialog.looks else "button-keep")))
    accepts = (*current.kind.accepts, *(("skip",) if current.optional else ()))
    before = way.answered.index(current) if current in way.answered else len(way.answered)
    return View(
        tuple(says),
        (*rows, tuple(last)) if last else tuple(rows),
        Asks(dialog.id, current.id, accepts),
        session.draft,
        (before + 1, way.ahead),
    )


def asked(dialog: Dialog, session: Session) -> Question | None:
    """The open question; None at the summary."""
    return _place(dialog, session)[1]


def told(dialog: Dialog, question: Question, answer: Answer) -> Value:
    """An answer as a value to show."""
    if answer is None:
        return say("answer-none")
    return question.kind.shown(answer) or Say(f"{dialog.id}-{question.id}-{answer}")


def _place(dialog: Dialog, session: Session) -> tuple[Route, Question | None]:
    way = route(dialog.questions, session.answers)
    back = dialog.question(session.revisiting)
    return way, back if back in way.answered else way.next


def _stale(session: Session, press: Pressed, current: Question | None) -> bool:
    here = current.id if current else SUMMARY
    return (press.draft is not None and press.draft != session.draft) or press.question != here


def _pointer(dialog: Dialog, session: Session) -> View:
    return view(dialog, session, Refused("stale-button"))


def _settled(session: Session) -> Session:
    return replace(session, revisiting=None, cursor=None)


def _cursor(session: Session, question: Question) -> str | None:
    return session.cursor[1] if session.cursor and session.cursor[0] == question.id else None


def _back(way: Route, session: Session, current: Question | None) -> Session:
    if current and (cursor := _cursor(session, current)):
        up = current.kind.up(cursor)
        return replace(session, cursor=(current.id, up) if up else None)
    if current is None and session.cursor:
        return replace(session, cursor=None)
    previous = way.before(current)
    return replace(session, revisiting=previous.id, cursor=None) if previous else session


def _read(
    dialog: Dialog, session: Session, event: Event, current: Question, way: Route
) -> tuple[Session, View | Submitted]:
    kept = session.answers.get(current.id)
    try:
        answer = current.kind.read(event, kept, session.answers, _cursor(session, current))
    except Refused as refused:
        return session, view(dialog, session, refused)
    if isinstance(answer, Looked):
        cursor = (current.id, answer.cursor) if answer.cursor else None
        return (looking := replace(session, cursor=cursor)), view(dialog, looking)
    session = session.answered(current.id, answer)
    if not current.kind.holds(answer, session.answers):
        return session, view(
            dialog, session, gathering=isinstance(answer, dict) and bool(answer.get("parts"))
        )
    return _next(dialog, session if current.stops else _settled(session))


def _next(dialog: Dialog, session: Session) -> tuple[Session, View | Submitted]:
    if not dialog.summary and _place(dialog, session)[1] is None:
        return session, _submitted(dialog, session)
    return session, view(dialog, session)


def _submitted(dialog: Dialog, session: Session) -> Submitted:
    way = route(dialog.questions, session.answers)
    return Submitted(dialog.id, session.draft, {q.id: session.answers[q.id] for q in way.answered})


def _at_summary(
    dialog: Dialog, session: Session, press: Pressed, way: Route, current: Question | None
) -> tuple[Session, View | Submitted]:
    if current is not None:
        return session, _pointer(dialog, session)
    if press.option == "submit":
        return session, _submitted(dialog, session)
    changed = dialog.question(press.option.removeprefix("change-"))
    if press.option == CHANGE:
        session = replace(session, cursor=(SUMMARY, CHANGE))
    elif changed is not None and changed in way.answered:
        session = replace(session, revisiting=changed.id, cursor=None)
    else:
        return session, view(dialog, session, Refused("not-an-option"))
    return session, view(dialog, session)


def _summary(dialog: Dialog, session: Session, way: Route, says: list[Say]) -> View:
    lines = [
        say(
            "summary-line",
            label=Say(f"{dialog.id}-{q.id}-label"),
            value=told(dialog, q, session.answers[q.id]),
        )
        for q in way.answered
        if not q.quiet
    ]
    asks = Asks(dialog.id, SUMMARY, ("choice",))
    if session.cursor == (SUMMARY, CHANGE):
        buttons = [
            Button(SUMMARY, f"change-{q.id}", Say(f"{dialog.id}-{q.id}-label"))
            for q in way.answered
            if not q.quiet
        ]
        rows = [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]
        back = (Button(SUMMARY, "back", say("button-back")),)
        return View((*says, say("summary-change")), (*rows, back), asks, session.draft)
    return View(
        (*says, Say(f"{dialog.id}-summary"), *lines, Say(f"{dialog.id}-submit")),
        (
            (Button(SUMMARY, "submit", say("button-submit")),),
            (Button(SUMMARY, CHANGE, say("button-change")), Button(SUMMARY, "back", say("button-back"))),
        ),
        asks,
        session.draft,
    )


def _kept(
    dialog: Dialog, current: Question, kept: Answer, way: Route, cursor: str | None, *, said: str
) -> list[Say]:
    """What is there of the answer; of one in pieces how many, by the message `said`."""
    if opened := current.kind.opened(cursor):
        return [opened]
    if current in way.answered:
        value = told(dialog, current, kept)
        return [say("answer-here", value=value) if dialog.looks else say("answer-now", value=value)]
    parts = len(kept.get("parts", ())) if isinstance(kept, dict) else 0
    return [say(said, count=parts)] if parts else []


def _label(dialog: Dialog, question: Question, option: Option) -> Value:
    return Say(f"{dialog.id}-{question.id}-{option.id}") if option.label is None else option.label
