"""The front of the house: which dialog hears an event, and the words every dialog understands.

`hear` takes a conversation's state and an event, and gives the new state, what to show and
what to do. `told` turns what came of doing it into something to show. Both are pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from dialogs import front, rooms
from dialogs.arriving import arrive, at_menu, choose_language, files_kept, is_early
from dialogs.complaint import SEALED
from dialogs.danger import danger_first
from dialogs.engine.events import Asked, Event, Lost, Pressed, Sent
from dialogs.engine.session import Dialog, Session
from dialogs.engine.turn import Submitted, asked, turn, view
from dialogs.engine.view import Say, View, say
from dialogs.moment import Heard, Moment
from dialogs.outcomes import Effect, Forget, Outcome
from dialogs.person import begin_chat, chat_place, in_chat
from dialogs.state import State
from dialogs.telling import begun_by_words, with_words, words_settled

PAUSE = timedelta(hours=12)  # after this a message is greeted, not taken for an answer


@dataclass(frozen=True)
class Reception:
    """The dialogs of one channel. `full`: complaints are taken here; else the web chat at `link` is named.

    `voices` are the languages in which clips are recorded.
    """

    dialogs: Mapping[str, Dialog]
    full: bool = True
    link: str = ""
    voices: frozenset[str] = frozenset()

    @danger_first
    def hear(self, state: State, event: Event, moment: Moment) -> Heard:
        """Play one event."""
        heard = self._hear(state, event, moment)
        return replace(heard, view=front.with_voice(heard.view, heard.state, self.voices))

    def _hear(self, state: State, event: Event, moment: Moment) -> Heard:
        before, state = state, replace(state, heard_at=moment.now)
        if isinstance(event, Pressed) and not event.draft:  # drawn where no draft was: good at any
            event = replace(event, draft=None)
        if isinstance(event, Lost):
            return self._lost(state, event)
        if state.language is None:
            return choose_language(self, state, event, moment)
        if state.chatting:
            return in_chat(self, state, event, moment)
        if isinstance(event, Pressed) and (event.question in rooms.PRESSES or event.question == front.CASE):
            if event.question != front.LANGUAGE or state.open[-1:] != (front.LANGUAGE,):
                return self._pressed(state, event, moment)
        elif isinstance(event, Asked) and event.word not in ("back", "skip"):
            return self.word(state, event, moment)
        if _paused(before, moment) and not isinstance(event, Pressed):
            for dialog in rooms.PASSING:
                state = state.without(dialog)
            at_menu_only = not state.open and not front.draft_of(state)
            told = begun_by_words(self, state, event, moment) if at_menu_only else None
            return told or Heard(state, self._greeting(state))
        if not state.open:
            return at_menu(self, state, event, moment)
        return self._in_dialog(state, event, moment)

    def told(self, state: State, outcome: Outcome, moment: Moment) -> Heard:
        """Show what came of an effect."""
        says, rows = rooms.WORDS[type(outcome)](outcome)
        if after := rooms.AFTER.get(type(outcome)):
            state = after(state, outcome, moment)
        here = self.place(state)
        if outcome.apart and here.asks is not None:
            first = View(says, rows, paper=outcome.paper, recording=outcome.recording)
            return Heard(state, here, first=first)
        here = replace(here, paper=outcome.paper, recording=outcome.recording)
        if outcome.alone:
            return Heard(state, replace(here, says=says, rows=rows))
        if here.asks is not None:
            return Heard(state, replace(here, says=(*says, *here.says), rows=(*rows, *here.rows)))
        return Heard(state, replace(here, says=says, rows=(*rows, front.TO_MENU) if rows else here.rows))

    def place(self, state: State) -> View:
        """Where the resident stands now: the open question, or the menu."""
        if state.language is None:
            return front.language_asked()
        if state.chatting:
            return chat_place(state)
        session = state.session
        if session is None:
            return front.with_voice(front.menu(state), state, self.voices)
        shown = view(self.dialogs[state.open[-1]], session)
        return front.with_own(shown, state)

    def _greeting(self, state: State) -> View:
        return front.greeting(state, self.place(state).asks)

    def word(self, state: State, event: Asked, moment: Moment) -> Heard:
        """A word of the house, or its command."""
        match event.word:
            case "menu":
                return self._to_menu(state)
            case "start":
                if event.more:
                    return arrive(self, state, event.more, moment)
                return self._to_menu(state, say("welcome"), say("menu"))
            case "language":
                session = Session(moment.fresh)
                return Heard(state.on_top(front.LANGUAGE, session), front.language_asked())
            case "cancel":
                return self._cancel(state)
            case way if way in rooms.OPENS:
                return rooms.OPENS[way](self, state, moment)
            case "person":
                return begin_chat(self, state, moment)
            case "help":
                here = self.place(state)
                if here.asks is None:
                    return Heard(state, replace(here, says=(say("help"),)))
                rows = ((front.voice_button(state),),) if state.language in self.voices else ()
                return Heard(state, replace(here, says=(say("help"), *here.says), rows=(*here.rows, *rows)))
            case "listen" | "read" as word:
                return self._voice(state, listening=word == "listen")
            case _:
                return Heard(state, self.place(state))

    def _voice(self, state: State, listening: bool) -> Heard:
        """Clips beside the words from now on, or no more; the place is kept."""
        state = replace(state, listening=listening)
        told = "listening-off" if not listening else "listening-on"
        if listening and state.language not in self.voices:
            told = "listening-none"
        here = self.place(state)
        return Heard(state, replace(here, says=(say(told), *here.says)))

    def _to_menu(self, state: State, *says: Say) -> Heard:
        for dialog in state.open:
            if dialog != "complaint":
                state = state.without(dialog)
        kept = self._kept_or_dropped(state.put_away("complaint"))
        return Heard(kept, front.menu(kept, *says))

    def _kept_or_dropped(self, state: State) -> State:
        """A draft of a sealed matter is not kept once it is left."""
        draft = state.drafts.get("complaint")
        sealed = draft is not None and _is_sealed(self.dialogs["complaint"], draft)
        return state.without("complaint") if sealed else state

    def enter(self, state: State, way: str, moment: Moment) -> Heard | None:
        """What a button of the menu opens; None where it opens no room."""
        return rooms.OPENS[way](self, state, moment) if way in rooms.OPENS else None

    def begin(self, state: State, dialog: str, moment: Moment) -> Heard:
        """Open a dialog anew."""
        state = state.on_top(dialog, Session(moment.fresh))
        begun = rooms.ANSWERED.get((dialog, ""))
        return Heard(state, self.place(state), begun(self, state, moment) if begun else ())

    def _cancel(self, state: State) -> Heard:
        session = state.session
        if session is None:
            return Heard(state, front.menu(state))
        if state.open[-1] != "complaint" or not session.answers:
            state = state.without(state.open[-1])
            return Heard(state, self.place(state), (Forget(session.draft),))
        return Heard(state, front.cancel_asked(session, self.place(state).asks))

    def _lost(self, state: State, event: Lost) -> Heard:
        for dialog, session in state.drafts.items():
            kept, _ = turn(self.dialogs[dialog], session, event)
            state = replace(state, drafts={**state.drafts, dialog: kept})
        here = self.place(state)
        return Heard(
            state, replace(here, says=(Say(f"refused-{event.reason}"), say("file-left-out"), *here.says))
        )

    def _in_dialog(self, state: State, event: Event, moment: Moment) -> Heard:
        dialog, session = self.dialogs[state.open[-1]], state.drafts[state.open[-1]]
        secret = _is_sealed(dialog, session) or dialog.id in rooms.SECRET
        keeps = dialog.id == "complaint" and not secret
        if isinstance(event, Asked) and dialog.id in rooms.BACK and not _may_go_back(dialog, session):
            return rooms.BACK[dialog.id](self, state)
        if dialog.id in rooms.AS_ITS_MATTER:
            secret = secret or session.answers.get("matter") in SEALED
        match event:
            case Sent() if keeps and is_early(view(dialog, session), event):
                return files_kept(self, state, event, moment)
            case _:
                after, shown = turn(dialog, session, event)
        if isinstance(shown, Submitted):
            heard = rooms.SUBMITTED[shown.dialog](self, state, shown, moment)
            return replace(heard, secret=heard.secret or secret)
        after, unsaid = with_words(after, event, keeps=self.full)
        settled, gone = words_settled(dialog.id, after)
        if settled is not after:
            after, shown = settled, view(dialog, settled)
        state = replace(state, drafts={**state.drafts, dialog.id: after})
        effects = (*gone, *self._follows(state, dialog.id, session, after, moment))
        return Heard(state, front.with_own(shown, state), effects, secret=secret or unsaid)

    def _follows(
        self, state: State, dialog: str, before: Session, after: Session, moment: Moment
    ) -> tuple[Effect, ...]:
        """What follows at once from the answers just given."""
        given = {q: a for q, a in after.answers.items() if a is not None and before.answers.get(q) != a}
        then = [rooms.ANSWERED[dialog, q] for q in given if (dialog, q) in rooms.ANSWERED]
        return tuple(effect for one in then for effect in one(self, state, moment))

    def _pressed(self, state: State, press: Pressed, moment: Moment) -> Heard:
        if press.question == front.CASE:
            action, _, rest = press.option.partition(".")
            done = rooms.CASES[action](self, state, rest, moment) if action in rooms.CASES else None
        elif press.question in front.OF_A_DRAFT and not _of_the_open(press, state):
            done = None
        else:
            done = rooms.PRESSES[press.question](self, state, press.option, moment)
        if done is not None:
            return done
        here = self.place(state)
        return Heard(state, replace(here, says=(say("refused-stale-button"), *here.says)))


def _of_the_open(press: Pressed, state: State) -> bool:
    """Whether a button was drawn for the draft that is open now."""
    return press.draft is None or (state.session is not None and press.draft == state.session.draft)


def _is_sealed(dialog: Dialog, session: Session) -> bool:
    question = asked(dialog, session)
    return question is not None and question.id == "sealed"


def _may_go_back(dialog: Dialog, session: Session) -> bool:
    return any(b.option == "back" for row in view(dialog, session).rows for b in row)


def _paused(state: State, moment: Moment) -> bool:
    return state.heard_at is not None and moment.now - state.heard_at > PAUSE
