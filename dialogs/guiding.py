"""How residents come to the guidance, and from it to the complaint with what they said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cases.matters import MATTERS
from dialogs import front
from dialogs.engine.session import Session
from dialogs.engine.turn import Submitted
from dialogs.engine.view import say
from dialogs.filing import begin_complaint
from dialogs.guidance import guidance
from dialogs.moment import Heard, Moment
from dialogs.room import Room
from dialogs.same import look_alike
from dialogs.state import State
from dialogs.telling import as_story, words_of

if TYPE_CHECKING:
    from dialogs.reception import Reception

LINK = "m-"
"""How a deep link to a matter begins: `m-wages`."""


def arrive_at(house: Reception, state: State, payload: str, moment: Moment) -> Heard:
    """Follow a deep link to a matter; one that nobody knows leads to the menu."""
    matter = payload.removeprefix(LINK)
    if not payload.startswith(LINK) or matter not in MATTERS:
        return Heard(state, front.menu(state))
    state = state.on_top("guidance", Session(moment.fresh, {"matter": matter}))
    return Heard(state, house.place(state))


def file_guided(house: Reception, state: State, shown: Submitted, moment: Moment) -> Heard:
    """Begin the complaint with its matter known. A draft on something else is offered as ever.

    Where complaints are not taken, the card stays and the web chat is named.
    """
    matter = shown.answers["matter"]
    if not house.full:
        here = house.place(state)
        return Heard(state, replace(here, says=(say("guidance-only", link=house.link or "none"),)))
    place = state.drafts["guidance"].answers.get("place")  # told to find the way there
    words = words_of(state.drafts.get("guidance"))
    state = state.without("guidance")
    draft = state.drafts.get("complaint") or Session(moment.fresh)
    if draft.answers.get("matter", matter) != matter:
        return begin_complaint(house, state, moment)
    if place and "place" not in draft.answers:
        draft = draft.answered("place", place)
    draft = as_story(replace(draft.answered("matter", matter), revisiting=None), words)
    state = state.on_top("complaint", draft)
    here = house.place(state)
    kept = (say("told-kept"),) if words else ()
    return Heard(state, replace(here, says=(*kept, *here.says)), look_alike(house, state, moment))


ROOM = Room(
    dialogs=lambda office, today: (guidance(office, today),),
    submitted={"guidance": file_guided},
    opens={"guidance": lambda house, state, moment: house.begin(state, "guidance", moment)},
    as_its_matter=frozenset({"guidance"}),
    passing=frozenset({"guidance"}),
)
