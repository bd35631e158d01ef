"""Finding the place: where those who decide on a path sit, and the office nearest to one's village.

It stands on the guidance's card, which stays open beneath; Back leads there. The village told here goes into
the complaint. No position is read: villages have no coordinates in the data.

Of a sealed matter the office next door is not named, as it may be the one reported, and no village is asked.

The session is begun with `matter`, `who` and `hotline` of the path, and `village` where it is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cases.office import Office
from cases.paths import AUTHORITIES, PATHS
from dialogs.complaint import SEALED, place_tree
from dialogs.engine.events import Event, Pinned
from dialogs.engine.kinds import Plain
from dialogs.engine.pick import Pick
from dialogs.engine.questions import Answer, Answers, Looked, Question, Refused
from dialogs.engine.session import Dialog, Session
from dialogs.engine.view import Contact, Listed, Place, Say, Value, say
from dialogs.engine.view import Unit as Named
from dialogs.guidance import CARD, answers_of
from dialogs.moment import Heard, Moment
from dialogs.room import Room
from dialogs.state import State

if TYPE_CHECKING:
    from dialogs.reception import Reception

NEARBY, VILLAGE, PLACE = "nearby", "village", "place"
GOVERNMENT = "12345"
OWN_TOWNSHIP = "township"
"""Of the authorities: the government of the resident's own township."""


@dataclass(frozen=True)
class Village(Pick):
    """A village of the county; a position sent instead is kindly left unread."""

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """As any choice out of a tree."""
        if isinstance(event, Pinned):
            raise Refused("pin-unread")
        return super().read(event, kept, answers, cursor)


@dataclass(frozen=True)
class Near(Plain):
    """The places, told; there is nothing to answer."""

    office: Office
    accepts = ("choice",)

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """Nothing is taken."""
        raise Refused("pin-unread" if isinstance(event, Pinned) else "press-please")

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """Never answered."""
        return False

    def shown(self, answer: Answer) -> Value | None:
        """Nothing to show."""
        return None

    def leads(self, answers: Answers, cursor: str | None) -> tuple[Say, ...]:
        """Each who decides; the office one can walk to; whom to ask what is lacking, once; whom to call."""
        return tuple(self._told(answers))

    def _told(self, answers: Answers) -> Iterator[Say]:
        nearest = nearest_to(self.office, answers.get(VILLAGE))
        own = nearest if nearest != self.office.own_unit else OWN_TOWNSHIP
        who = [own if one == OWN_TOWNSHIP else str(one) for one in answers.get("who") or ()]
        walks = nearest not in who and answers.get("matter") not in SEALED
        told = [*who, nearest] if walks else who
        yield from (self._one(one) for one in who)
        if walks:
            place: Value = Place(nearest) if nearest in self.office.places.by_code else say("near-county")
            yield say("near-walk", place=place)
            yield self._one(nearest)
        lacking = not all(self._is_known(one) for one in told)
        if lacking:
            yield say("near-ask")
        numbers = tuple(answers.get("hotline") or ()) or (GOVERNMENT,)
        if numbers := tuple(n for n in numbers if not (lacking and n == GOVERNMENT)):
            yield say("near-call", numbers=Listed(numbers))

    def _is_known(self, who: str) -> bool:
        unit = self.office.units.get(who)
        return bool(unit and unit.phone and (unit.at or unit.address_zh or unit.address_bo))

    def _one(self, who: str) -> Say:
        unit = self.office.units.get(who)
        if unit is None:
            name: Value = Say(f"path-who-{who}") if who in AUTHORITIES else who
            return say("near-authority", who=name)
        if not unit.reachable:
            return say("near-unit-unknown", unit=Named(who))
        parts = {part: Contact(who, part) for part in ("where", "phone", "hours")}
        return say("near-unit", unit=Named(who), **parts)


def nearest_to(office: Office, village: object) -> str:
    """The unit one can walk to: the government of the village's township, else the petition office."""
    place = office.places.by_code.get(str(village))
    town = place.parent if place else ""
    return town if town in office.units else office.own_unit


def nearby(office: Office) -> Dialog:
    """The dialog over an office's places and units. Raises DialogInvalid if it is built wrong."""
    village = Village(place_tree(office), with_branch=True)
    return Dialog(
        NEARBY,
        (Question(VILLAGE, village, optional=True, quiet=True), Question("near", Near(office))),
        summary=False,
        looks=True,
    )


def _press(house: Reception, state: State, option: str, moment: Moment) -> Heard | None:
    """`open.<place of the path>` on a card; `village`, another one; `return`, to the card."""
    action, _, rest = option.partition(".")
    session, top = state.session, state.open[-1] if state.open else ""
    if session is None:
        return None
    if action == "open" and top == "guidance":
        return _opened(house, state, rest, moment)
    if top != NEARBY:
        return None
    if action == VILLAGE and session.answers.get("matter") not in SEALED:
        known = {k: v for k, v in session.answers.items() if k != VILLAGE}
        state = state.on_top(NEARBY, replace(session, answers=known, cursor=None))
        return Heard(state, house.place(state))
    return _returned(house, state) if action == "return" else None


def _opened(house: Reception, state: State, place: str, moment: Moment) -> Heard | None:
    card = state.drafts["guidance"]
    here = house.place(state).asks
    way = PATHS.get(str(card.answers.get("matter")))
    if way is None or here is None or here.question != CARD:
        return None
    paths = way.open_paths(answers_of(way, card.answers))
    if not place.isdecimal() or int(place) >= len(paths):
        return None
    path = paths[int(place)]
    complaint = state.drafts.get("complaint")
    known = card.answers.get(PLACE) or (complaint.answers.get(PLACE) if complaint else None)
    answers: dict[str, Answer] = {"matter": way.matter, "who": list(path.who), "hotline": list(path.hotline)}
    if way.matter in SEALED:
        answers[VILLAGE] = None  # as if it had been skipped
    elif known:
        answers[VILLAGE] = known
    state = state.on_top(NEARBY, Session(moment.fresh, answers))
    return Heard(state, house.place(state))


def _returned(house: Reception, state: State) -> Heard:
    """To the card, which keeps the village that was told."""
    village = state.drafts[NEARBY].answers.get(VILLAGE)
    state = state.without(NEARBY)
    card = state.drafts.get("guidance")
    if card and village:
        kept = replace(card, answers={**card.answers, PLACE: village})
        state = replace(state, drafts={**state.drafts, "guidance": kept})
    return Heard(state, house.place(state))


ROOM = Room(
    dialogs=lambda office, today: (nearby(office),),
    submitted={NEARBY: lambda house, state, shown, moment: _returned(house, state)},
    presses={NEARBY: _press},
    back={NEARBY: _returned},
    as_its_matter=frozenset({NEARBY}),
    passing=frozenset({NEARBY}),
)
