"""My data: what is held of a resident, to see, to take away, to delete; and who opened their cases.

A case is shown and copied to one who typed its code within the last quarter of an hour: the phone may be
shared. The session is begun with what stands open to choose: `own` (numbers), `proved` (one of them) and
`draft`. Of a copy of everything the code of each case is asked in turn: `asking` is the next, `proven` those
whose code was typed and when, `skipped` those left out.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from dialogs import front, held
from dialogs.engine.questions import Answers
from dialogs.engine.session import Session
from dialogs.engine.turn import Submitted
from dialogs.engine.view import say
from dialogs.moment import Heard, Moment
from dialogs.mydata_asked import ALL, DIALOG, MYDATA, left_of
from dialogs.mydata_told import held_words, openings_words, read_words
from dialogs.room import Room
from dialogs.state import PROOF, State

if TYPE_CHECKING:
    from dialogs.reception import Reception


def enter(house: Reception, state: State, moment: Moment) -> Heard:
    """The first page: what is held."""
    state = _begun(house, state, moment)
    return Heard(state, house.place(state), (held.Hold(front.draft_of(state) is not None, state.own),))


def _begun(house: Reception, state: State, moment: Moment, **answers: Any) -> State:
    """At the first page, or with these answers given already. Where only guidance is given, which may be
    abroad, cases are not shown (《个人信息保护法》第三十六条)."""
    proved = state.proved[0] if state.proved and state.proves(state.proved[0], moment.now) else None
    own = [*(n for n in state.own if n != proved), *([proved] if proved else [])] if house.full else []
    known: dict[str, Any] = {"own": own, "proved": proved, "draft": front.draft_of(state) is not None}
    known["proven"] = {proved: state.proved[1].isoformat()} if proved and state.proved else {}
    known["asking"] = next(iter(left_of(known)), None)
    if not own:
        known["which"] = {"number": held.TALK, "owed": False}
    return state.on_top(MYDATA, Session(moment.fresh, {**known, **answers}))


def _submitted(house: Reception, state: State, shown: Submitted, moment: Moment) -> Heard:
    told, before = shown.answers, state.drafts[MYDATA].answers
    way, number = told["mine"], told.get("which", {}).get("number", held.TALK)
    state = _begun(house, state, moment)
    here = house.place(state)
    if way == "draft" and (draft := front.draft_of(state)):
        return Heard(state, front.cancel_asked(draft, here.asks))
    if way in ("draft", "erase") and told.get("surer") != "yes":
        return Heard(state, replace(here, says=(say("mydata-kept"), *here.says)))
    if way == "erase":
        return Heard(state, here, (held.EraseAll(),))
    if number == ALL:
        return _everything(house, state, before, told.get("code_each"), moment)
    if way == "readers":
        return Heard(state, here, (held.WhoRead(number, state.proves(number, moment.now)),))
    return _shown(house, state, way, number, 1, told.get("code"), moment)


def _shown(
    house: Reception, state: State, way: str, number: str, page: int, code: str | None, moment: Moment
) -> Heard:
    """A case or the conversation, to see or to take; a case whose proof ran out asks for its code."""
    proof = held.Proof(number == held.TALK or state.proves(number, moment.now), code)
    if not proof.proved and code is None:
        state = _begun(house, state, moment, mine=way, which={"number": number, "owed": True})
        return Heard(state, house.place(state))
    effect = held.ReadAll(number, page, proof) if way == "whole" else held.TakeCopy(number, proof)
    return Heard(state, house.place(state), (effect,), secret=code is not None)


def _everything(house: Reception, state: State, before: Answers, code: str | None, moment: Moment) -> Heard:
    """One copy of all: of each case the code is asked, or it is left out; with the last, the copy is made."""
    fresh = state.drafts[MYDATA].answers
    proven = {**before.get("proven", {}), **fresh["proven"]}
    proven = {n: at for n, at in proven.items() if moment.now - datetime.fromisoformat(at) <= PROOF}
    asked, skipped = before.get("asking"), list(before.get("skipped", ()))
    if asked and code is None:
        skipped.append(asked)
    known = {"proven": proven, "skipped": skipped, "mine": "export"}
    left = left_of({**fresh, **known})
    asking = asked if code is not None else next(iter(left), None)
    which = {"number": ALL, "owed": bool(asking)}
    state = _begun(house, state, moment, **known, which=which, asking=asking)
    if code is None and left:
        return Heard(state, house.place(state))
    if code is not None and left != [asked]:
        return Heard(state, house.place(state), (held.Prove(str(asked), code),), secret=True)
    if code is None:
        state = _begun(house, state, moment)
        effect = held.TakeCopy(held.TALK, held.Proof(proved=True), tuple(proven))
    else:
        effect = held.TakeCopy(str(asked), held.Proof(code=code), tuple(n for n in proven if n != asked))
    return Heard(state, house.place(state), (effect,), secret=code is not None)


def _press(house: Reception, state: State, option: str, moment: Moment) -> Heard | None:
    """The next page, as `next.<page>.<number>`; it may be pressed from anywhere."""
    action, _, rest = option.partition(".")
    page, _, number = rest.partition(".")
    if action != "next" or not page.isdecimal() or not (number == held.TALK or house.full):
        return None
    state = _begun(house, state, moment)
    return _shown(house, state, "whole", number, int(page[:6]), None, moment)


def _proved(state: State, outcome: held.AllRead | held.CopyMade, moment: Moment) -> State:
    if not outcome.code:
        return state
    session = state.session
    state = replace(state, proved=(outcome.number, moment.now))
    if session is None or state.open[-1] != MYDATA:
        return state
    own = [*(n for n in session.answers["own"] if n != outcome.number), outcome.number]
    known = {"own": own, "proved": outcome.number, "draft": session.answers["draft"]}
    known |= {"proven": {outcome.number: moment.now.isoformat()}}
    known |= {"asking": next(iter(left_of(known)), None)}
    return state.on_top(MYDATA, Session(session.draft, known))


def _next_code(state: State, outcome: held.Proven, moment: Moment) -> State:
    """The next case's code is asked for."""
    state = replace(state, proved=(outcome.number, moment.now))
    session = state.session
    if session is None or state.open[-1] != MYDATA:
        return state
    proven = {**session.answers["proven"], outcome.number: moment.now.isoformat()}
    known = {**session.answers, "proven": proven}
    return state.on_top(MYDATA, Session(session.draft, {**known, "asking": next(iter(left_of(known)), None)}))


def _copied(state: State, outcome: held.CopyMade, moment: Moment) -> State:
    """Back at the first page."""
    state = _proved(state, outcome, moment)
    session = state.session
    if session is None or state.open[-1] != MYDATA:
        return state
    known = {k: v for k, v in session.answers.items() if k in ("own", "proved", "draft")}
    known |= {"proven": {}, "asking": next(iter(left_of(known)), None)}
    known |= {} if known["own"] else {"which": {"number": held.TALK, "owed": False}}
    return state.on_top(MYDATA, Session(session.draft, known))


ROOM = Room(
    dialogs=lambda office, today: (DIALOG,),
    submitted={MYDATA: _submitted},
    presses={MYDATA: _press},
    opens={MYDATA: enter},
    passing=frozenset({MYDATA}),
    words={
        held.Held: held_words,
        held.AllRead: read_words,
        held.CopyMade: lambda o: ((say("mydata-copy-made"),), ()),
        held.Proven: lambda o: ((say("mydata-proven", number=o.number),), ()),
        held.Openings: openings_words,
        held.Erased: lambda o: ((), ()),
    },
    after={
        held.AllRead: _proved,
        held.CopyMade: _copied,
        held.Proven: _next_code,
        held.Erased: lambda state, outcome, moment: State(heard_at=moment.now),
    },
)
