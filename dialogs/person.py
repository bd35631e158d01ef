"""Talking with a person: while a chat is open, all that comes goes to the staff and the house is silent.

The place beneath stays as it was and comes back when either side closes the chat. Only the way out, the
choice of language, clips and the Chinese beside a draft are the house's own meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from dialogs import front
from dialogs.engine.events import Asked, Event, Pinned, Pressed, Said, Sent, Shared, Unusable
from dialogs.engine.view import Asks, Button, Day, Say, View, say
from dialogs.moment import Heard, Moment
from dialogs.outcomes import Effect, Outcome
from dialogs.room import Room
from dialogs.state import State

if TYPE_CHECKING:
    from dialogs.reception import Reception

PERSON, END, SURE, STAY = "person", "end", "end-sure", "stay"
HEEDS: Final = ("menu", "cancel", "language", "listen", "read")
"""Typed words the house hears while a chat is open; every other word is what the resident tells the staff."""
KEPT_DAYS: Final = 90
"""How long a closed chat is kept."""
MAX_CHARS: Final = 4000


@dataclass(frozen=True)
class OpenChat(Effect):
    """Put a resident among those who wait for a person."""

    chat: str


@dataclass(frozen=True)
class Tell(Effect):
    """Pass on what came: `{"text"}`, `{"pin": [lat, lon]}`, and `{"files": [ids]}`."""

    chat: str
    body: Mapping[str, Any]

    @property
    def brings(self) -> Mapping[str, str]:
        """The files that came with it."""
        return dict.fromkeys(self.body.get("files", ()), self.chat)


@dataclass(frozen=True)
class EndChat(Effect):
    """The resident has done."""

    chat: str


@dataclass(frozen=True)
class ChatOpened(Outcome):
    """Somebody is there now, or will be on `day` from `time` ("09:30")."""

    day: date | None = None
    time: str = ""


@dataclass(frozen=True)
class Passed(Outcome):
    """It is with the staff; only of the first is a word said."""

    first: bool


@dataclass(frozen=True)
class ChatEnded(Outcome):
    """The chat is closed; `missed`: it was closed before, and what came now nobody read."""

    missed: bool = False


def end_button() -> Button:
    """The way out."""
    return Button(PERSON, END, say("person-end"))


def chat_place(state: State) -> View:
    """Where one stands who talks with a person: nothing is said, only the way out is there."""
    asks = Asks(PERSON, PERSON, ("text", "voice", "photos"), HEEDS)
    return View((), ((end_button(),),), asks, state.chatting)


def begin_chat(house: Reception, state: State, moment: Moment) -> Heard:
    """Open a chat above whatever is open. Where no personal details are taken: where one is found."""
    if not house.full:
        here = house.place(state)
        says = (say("person"),) if here.asks is None else (say("person"), *here.says)
        return Heard(state, replace(here, says=says))
    state = replace(state, chatting=moment.fresh)
    return Heard(state, house.place(state), (OpenChat(moment.fresh),))


def in_chat(house: Reception, state: State, event: Event, moment: Moment) -> Heard:
    """Whatever comes while a chat is open."""
    here = house.place(state)
    match event:
        case Pressed(question="person", draft=draft) if draft not in (None, state.chatting):
            return Heard(state, replace(here, says=(say("refused-stale-button"), *here.says)))
        case Pressed(question="person", option="end" | "end-sure"):
            return _ended(house, state)
        case Pressed(question="person", option="stay"):
            return Heard(state, replace(here, says=(say("person-go-on"),)))
        case Pressed(question=front.LANGUAGE, option="bo" | "zh" as language):
            state = replace(state, language=language)
            return Heard(state, replace(house.place(state), says=(say("person-go-on"),)))
        case Pressed(question=front.WORDS, option=option):
            return Heard(state, here, in_chinese=option.partition(".")[2])
        case Asked(word="language"):
            asked = front.language_asked()
            return Heard(state, replace(asked, asks=here.asks, draft=here.draft))
        case Asked(word="listen" | "read"):
            return house.word(state, event, moment)
        case Pressed() | Asked():
            sure = (Button(PERSON, SURE, say("person-end-sure")), Button(PERSON, STAY, say("person-stay")))
            return Heard(state, replace(here, says=(say("person-leave"),), rows=(sure,)))
        case Unusable(reason=reason):
            return Heard(state, replace(here, says=(Say(f"refused-{reason}"),)))
        case _:
            return _told(state, here, event)


def _told(state: State, here: View, event: Event) -> Heard:
    body: dict[str, Any] = {}
    match event:
        case Said(text):
            body = {"text": text}
        case Sent(files, text):
            body = {"text": text, "files": [file.id for file in files]}
        case Pinned(latitude, longitude):
            body = {"pin": [latitude, longitude]}
        case Shared(phone):
            body = {"text": phone}
    if not any(body.values()):
        return Heard(state, replace(here, says=(say("refused-empty"),)))
    if (actual := len(body.get("text", ""))) > MAX_CHARS:
        return Heard(state, replace(here, says=(say("refused-too-long", limit=MAX_CHARS, actual=actual),)))
    return Heard(state, here, (Tell(state.chatting, body),))


def _ended(house: Reception, state: State) -> Heard:
    chat, state = state.chatting, replace(state, chatting="")
    return Heard(state, house.place(state), (EndChat(chat),))


def _over(house: Reception, state: State, option: str, moment: Moment) -> Heard | None:
    """A button of a chat that is over is stale; while one is open, the chat hears its buttons itself."""
    return None


def _opened(outcome: ChatOpened) -> tuple[tuple[Say, ...], tuple[()]]:
    begun = (
        say("person-later", day=Day(outcome.day), time=outcome.time) if outcome.day else say("person-begun")
    )
    return (begun, say("person-privacy", days=KEPT_DAYS), say("person-sealed")), ()


def _ended_words(outcome: ChatEnded) -> tuple[tuple[Say, ...], tuple[()]]:
    return (say("person-missed") if outcome.missed else say("person-ended"),), ()


ROOM = Room(
    presses={PERSON: _over},
    words={
        ChatOpened: _opened,
        Passed: lambda outcome: (((say("person-passed"),) if outcome.first else ()), ()),
        ChatEnded: _ended_words,
    },
    after={ChatEnded: lambda state, outcome, moment: replace(state, chatting="")},
)
