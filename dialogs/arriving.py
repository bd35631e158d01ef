"""How residents arrive: the choice of a language, a deep link, a photo or words before anything else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dialogs import front
from dialogs.engine.events import Asked, Event, Pressed, Sent, Unusable
from dialogs.engine.route import route
from dialogs.engine.session import Dialog, Session
from dialogs.engine.turn import turn
from dialogs.engine.view import View, say
from dialogs.filing import begin_complaint
from dialogs.guiding import arrive_at
from dialogs.moment import Heard, Moment
from dialogs.state import State
from dialogs.telling import begun_by_words

if TYPE_CHECKING:
    from dialogs.reception import Reception

EVIDENCE = "evidence"


def choose_language(house: Reception, state: State, event: Event, moment: Moment) -> Heard:
    """Until a language is chosen nothing else is asked; a deep link or a photo is kept for then."""
    match event:
        case Pressed(question="language", option="bo" | "zh" as language):
            state = replace(state, language=language)
            if state.open:
                here = house.place(state)
                return Heard(state, replace(here, says=(say("welcome"), *here.says)))
            if state.arrival:
                arrived = arrive(house, replace(state, arrival=""), state.arrival, moment)
                return replace(arrived, view=replace(arrived.view, says=(say("welcome"), *arrived.view.says)))
            return Heard(state, front.menu(state, say("welcome"), say("menu")))
        case Asked(word="start", more=payload):
            state = replace(state, arrival=payload[:64])
        case Sent() if house.full:
            state = files_kept(house, state, event, moment).state
        case _:
            pass
    return Heard(state, front.language_asked())


def arrive(house: Reception, state: State, payload: str, moment: Moment) -> Heard:
    """Follow a deep link; one that nobody knows leads to the menu."""
    match payload:
        case "complaint":
            return begin_complaint(house, state, moment)
        case "progress":
            return house.begin(state, "progress", moment)
        case _:
            return arrive_at(house, state, payload, moment)


def at_menu(house: Reception, state: State, event: Event, moment: Moment) -> Heard:
    """What comes while no dialog is open: a photo begins a complaint, words that tell begin the guidance."""
    if isinstance(event, Sent) and house.full:
        return files_kept(house, state, event, moment)
    if told := begun_by_words(house, state, event, moment):
        return told
    match event:
        case Pressed():
            said = "refused-stale-button"
        case Unusable(reason=reason):
            said = f"refused-{reason}"
        case _:
            said = "menu-press-please"
    return Heard(state, front.menu(state, say(said)))


def files_kept(house: Reception, state: State, event: Sent, moment: Moment) -> Heard:
    """Files that come when they are not asked for, in an album or alone, are evidence; the place is kept."""
    dialog = house.dialogs["complaint"]
    session = state.drafts.get("complaint") or Session(moment.fresh)
    passed = _only(dialog, EVIDENCE).questions[0] in route(dialog.questions, session.answers).answered
    looking = replace(session, revisiting=EVIDENCE, cursor=None)
    kept, shown = turn(_only(dialog, EVIDENCE), looking, event)
    if passed:  # what was asked before is not asked again
        kept = kept.answered(EVIDENCE, {**kept.answers[EVIDENCE], "done": True})
    state = state.on_top("complaint", replace(kept, revisiting=session.revisiting, cursor=session.cursor))
    said = say("files-kept" if passed else "files-first")
    if isinstance(shown, View) and shown.says[0].id.startswith("refused-"):
        state, said = state.on_top("complaint", session), shown.says[0]
    here = house.place(state)
    return Heard(state, replace(here, says=(said, *here.says)))


def is_early(view: View, event: Sent) -> bool:
    """Whether photos or papers came at a question that takes none; a recording is an answer, well or ill."""
    accepts = view.asks.accepts if view.asks else ()
    return "photos" not in accepts and all(f.kind != "voice" for f in event.files)


def _only(dialog: Dialog, question: str) -> Dialog:
    return Dialog(dialog.id, tuple(q for q in dialog.questions if q.id == question))
