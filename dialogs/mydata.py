"""My data: what is held of a resident, to see, to take away, to delete; and who opened their cases.

A case is shown and copied to one who typed its code within the last quarter of an hour: the phone may be
shared. The session is begun with what stands open to choose: `own` (numbers), `proved` (one of them) and
`draft`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from dialogs import front
from dialogs.engine.events import Event, Pressed
from dialogs.engine.kinds import Choice, Plain, Rows
from dialogs.engine.questions import Answer, Answers, If, Looked, Option, Question, Refused, when
from dialogs.engine.session import Dialog, Session
from dialogs.engine.turn import Submitted
from dialogs.engine.view import Button, Day, Say, Value, say
from dialogs.engine.view import Unit as Named
from dialogs.held import (
    TALK,
    AllRead,
    CopyMade,
    EraseAll,
    Erased,
    Held,
    Hold,
    Opened,
    Openings,
    Proof,
    ReadAll,
    TakeCopy,
    WhoRead,
)
from dialogs.moment import Heard, Moment
from dialogs.progress import QueryCode
from dialogs.room import Room
from dialogs.state import State

if TYPE_CHECKING:
    from dialogs.reception import Reception

MYDATA = "mydata"
WAYS = ("whole", "export", "readers", "draft", "erase")
OPENED_BY = ("resident", "clerk", "head", "supervisor", "discipline", "unit", "admin", "clock", "other")
OPENED_AS = ("read", "exported", "code", "moved")
"""What can be done with a case, as it is told its resident; every move is `moved`."""
Told = tuple[tuple[Say, ...], tuple[tuple[Button, ...], ...]]


@dataclass(frozen=True)
class Ways(Choice):
    """What can be done with one's data; a draft and cases only where there are any."""

    def open(self, answers: Answers) -> tuple[Option, ...]:
        """The ways that stand open."""
        lacking = {"draft": "draft", "readers": "own"}
        return tuple(o for o in self.options if o.id not in lacking or answers.get(lacking[o.id]))

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """One of them; what stood open when it was chosen is not asked again."""
        return answer in WAYS


@dataclass(frozen=True)
class Which(Plain):
    """The conversation, or a case: kept as `{"number", "owed"}`, `owed` where its code is to be typed."""

    accepts = ("choice",)

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """A case of one's own, or the conversation."""
        if not isinstance(event, Pressed):
            raise Refused("press-please")
        if event.option not in (o.id for row in self.rows(kept, answers, cursor) for o in row):
            raise Refused("not-an-option")
        number = TALK if event.option == "talk" else event.option
        closed = number != TALK and answers.get("mine") != "readers" and answers.get("proved") != number
        return {"number": number, "owed": closed}

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """As it is kept."""
        return isinstance(answer, dict) and {"number", "owed"} <= answer.keys()

    def rows(self, kept: Answer, answers: Answers, cursor: str | None) -> Rows:
        """The newest cases first; what they are not asked for, the conversation."""
        own = tuple((Option(n, n),) for n in reversed(tuple(answers.get("own") or ())[-5:]))
        return own if answers.get("mine") == "readers" else (*own, (Option("talk"),))

    def shown(self, answer: Answer) -> Value | None:
        """The number."""
        return answer["number"] or say("mydata-which-talk")


@dataclass(frozen=True)
class CodeOwed(If):
    """Holds where a case was chosen whose code is to be typed."""

    def holds(self, answers: Answers) -> bool:
        """Say whether it is."""
        answer = answers.get(self.question)
        return isinstance(answer, dict) and bool(answer.get("owed"))


@dataclass(frozen=True)
class Sure(Choice):
    """Whether all is really to go: first told what goes and what stays, and why."""

    def leads(self, answers: Answers, cursor: str | None) -> tuple[Say, ...]:
        """What goes; what the law has the office keep."""
        return (say("mydata-goes"), say("mydata-stays" if answers.get("own") else "mydata-stays-nothing"))


DIALOG = Dialog(
    MYDATA,
    (
        Question("mine", Ways(tuple(Option(way) for way in WAYS), across=1)),
        Question("which", Which(), asked=when("mine", "whole", "export", "readers")),
        Question("code", QueryCode(), asked=CodeOwed("which", frozenset())),
        Question("sure", Sure((Option("yes"), Option("no"))), asked=when("mine", "erase")),
        Question("surer", Choice((Option("no"), Option("yes"))), asked=when("sure", "yes")),
    ),
    summary=False,
    looks=True,
)


def enter(house: Reception, state: State, moment: Moment) -> Heard:
    """The first page: what is held."""
    state = _begun(house, state, moment)
    return Heard(state, house.place(state), (Hold(front.draft_of(state) is not None, state.own),))


def _begun(house: Reception, state: State, moment: Moment, **answers: Any) -> State:
    """At the first page, or with these answers given already. Where only guidance is given, which may be
    abroad, cases are not shown (《个人信息保护法》第三十六条)."""
    proved = state.proved[0] if state.proved and state.proves(state.proved[0], moment.now) else None
    own = [*(n for n in state.own if n != proved), *([proved] if proved else [])] if house.full else []
    known: dict[str, Any] = {"own": own, "proved": proved, "draft": front.draft_of(state) is not None}
    if not own:
        known["which"] = {"number": TALK, "owed": False}
    return state.on_top(MYDATA, Session(moment.fresh, {**known, **answers}))


def _submitted(house: Reception, state: State, shown: Submitted, moment: Moment) -> Heard:
    told = shown.answers
    way, number = told["mine"], told.get("which", {}).get("number", TALK)
    state = _begun(house, state, moment)
    here = house.place(state)
    if way == "draft" and (draft := front.draft_of(state)):
        return Heard(state, front.cancel_asked(draft, here.asks))
    if way in ("draft", "erase") and told.get("surer") != "yes":
        return Heard(state, replace(here, says=(say("mydata-kept"), *here.says)))
    if way == "erase":
        return Heard(state, here, (EraseAll(),))
    if way == "readers":
        return Heard(state, here, (WhoRead(number, state.proves(number, moment.now)),))
    return _shown(house, state, way, number, 1, told.get("code"), moment)


def _shown(
    house: Reception, state: State, way: str, number: str, page: int, code: str | None, moment: Moment
) -> Heard:
    """A case or the conversation, to see or to take; a case whose proof ran out asks for its code."""
    proof = Proof(number == TALK or state.proves(number, moment.now), code)
    if not proof.proved and code is None:
        state = _begun(house, state, moment, mine=way, which={"number": number, "owed": True})
        return Heard(state, house.place(state))
    effect = ReadAll(number, page, proof) if way == "whole" else TakeCopy(number, proof)
    return Heard(state, house.place(state), (effect,), secret=code is not None)


def _press(house: Reception, state: State, option: str, moment: Moment) -> Heard | None:
    """The next page, as `next.<page>.<number>`; it may be pressed from anywhere."""
    action, _, rest = option.partition(".")
    page, _, number = rest.partition(".")
    if action != "next" or not page.isdecimal() or not (number == TALK or house.full):
        return None
    state = _begun(house, state, moment)
    return _shown(house, state, "whole", number, int(page[:6]), None, moment)


def _held(outcome: Held) -> Told:
    says = [say("mydata-held"), say("mydata-held-language")]
    if outcome.since:
        says.append(say("mydata-held-messages", count=outcome.messages, day=Day(outcome.since)))
    says.append(say("mydata-held-draft" if outcome.draft else "mydata-held-no-draft"))
    if outcome.files:
        says.append(say("mydata-held-files", count=outcome.files))
    if outcome.cases:
        says.append(say("mydata-held-cases", count=len(outcome.cases)))
        says.append(say("mydata-held-mistakes"))
    says.append(say("mydata-held-rights"))
    return tuple(says), ()


def _all_read(outcome: AllRead) -> Told:
    if outcome.page >= outcome.pages:
        return (say("mydata-whole-end"),), ()
    following = Button(MYDATA, f"next.{outcome.page + 1}.{outcome.number}", say("button-next"))
    return (say("mydata-whole-page", page=outcome.page, pages=outcome.pages),), ((following,),)


def _openings(outcome: Openings) -> Told:
    says = [say("mydata-openings", number=outcome.number)]
    if outcome.sealed:
        return (*says, say("mydata-sealed", day=Day(outcome.filed_on))), ()
    if outcome.earlier:
        says.append(say("mydata-openings-earlier", count=outcome.earlier))
    return (*says, *(opened_line(one) for one in outcome.openings), say("mydata-openings-names")), ()


def opened_line(one: Opened) -> Say:
    """One line of who opened a case."""
    who: Value = Say(f"mydata-by-{one.role}")
    if one.unit is not None:
        who = say("mydata-by-of", unit=Named(one.unit))
    return say("mydata-opened", day=Day(one.on), who=who, act=Say(f"mydata-act-{one.act}"))


def _proved(state: State, outcome: AllRead | CopyMade, moment: Moment) -> State:
    if not outcome.code:
        return state
    session = state.session
    state = replace(state, proved=(outcome.number, moment.now))
    if session is None or state.open[-1] != MYDATA:
        return state
    own = [*(n for n in session.answers["own"] if n != outcome.number), outcome.number]
    known = {"own": own, "proved": outcome.number, "draft": session.answers["draft"]}
    return state.on_top(MYDATA, Session(session.draft, known))


ROOM = Room(
    dialogs=lambda office, today: (DIALOG,),
    submitted={MYDATA: _submitted},
    presses={MYDATA: _press},
    opens={MYDATA: enter},
    passing=frozenset({MYDATA}),
    words={
        Held: _held,
        AllRead: _all_read,
        CopyMade: lambda o: ((say("mydata-copy-made"),), ()),
        Openings: _openings,
        Erased: lambda o: ((), ()),
    },
    after={
        AllRead: _proved,
        CopyMade: _proved,
        Erased: lambda state, outcome, moment: State(heard_at=moment.now),
    },
)
