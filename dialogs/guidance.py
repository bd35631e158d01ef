"""The guidance dialog: what a matter's lawful way is. Its questions are the catalogue's (`cases/paths.py`).

A question of the catalogue is `ask_<question>` here, the day a limit runs from `when_<event>`; both are
permanent. Each is asked where some matter's answers lead to it, and at most one day is asked in all. The
dialog ends in a card that stays open: it is answered only by the wish to file with the office.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter

from cases.limits import Limit
from cases.office import Office
from cases.path import MatterPaths
from cases.path import Path as Way
from cases.paths import PATHS
from dialogs.complaint import SEALED, matter_pick
from dialogs.engine.events import Event, Pressed
from dialogs.engine.kinds import Choice, Plain, Rows, Since, Today
from dialogs.engine.questions import Answer, Answers, Either, If, Looked, Option, Question, Refused
from dialogs.engine.session import Dialog
from dialogs.engine.view import Paper, Say, Value, say
from dialogs.papers import card_paper
from dialogs.path_card import Place, Told, first_page, more_page

ASK, WHEN, CARD, FILE = "ask_", "when_", "card", "file"
AFTER_A_STEP = frozenset(
    {
        *("award_received", "reconsideration_received", "assessment_received", "review_answer_received"),
        *("judgment_served", "judgment_effective", "ruling_effective"),
    }
)
"""Events that come of an earlier path: their day is asked only where that path is behind."""
DAYS = {"hour": 1, "day": 1, "working_day": 1, "month": 30, "year": 365}
"""About how many days a unit is, to tell which limit is the shortest."""


def event_to_ask(way: MatterPaths, answers: Mapping[str, str]) -> str | None:
    """The event whose day is worth asking: that of the shortest limit now running, None where none does."""
    running: list[Limit] = []
    behind: set[str | None] = set()
    for place, path in enumerate(way.open_paths(answers)):
        for limit in path.limits(answers):
            event = limit.counted_from
            decided = event.startswith("decision_") and path.id in behind
            if place == 0 or not (event in AFTER_A_STEP or decided):
                running.append(limit)
        behind.add(path.then)
    shortest = min(running, key=lambda one: one.amount * DAYS[one.unit], default=None)
    return shortest.counted_from if shortest else None


def answers_of(way: MatterPaths, answers: Answers) -> dict[str, str]:
    """The catalogue's answers of one matter, out of a session that may hold those of others."""
    found: dict[str, str] = {}
    while question := way.question_to_ask(found):
        answer = answers.get(f"{ASK}{question.id}")
        if not isinstance(answer, str) or answer not in question.options:
            break
        found[question.id] = answer
    return found


@dataclass(frozen=True)
class Began(Since):
    """The day a limit runs from."""

    def leads(self, answers: Answers, cursor: str | None) -> tuple[Say, ...]:
        """Why it is asked, and that it need not be known."""
        return (say("guidance-when"),)


@dataclass(frozen=True)
class Card(Plain):
    """The paths, one at a time. The cursor is `<place>`, or `<place>+` for the rest of it."""

    told: Place
    accepts = ("choice",)

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """Filing answers; a path, or more of it, looks further."""
        if not isinstance(event, Pressed):
            raise Refused("press-please")
        if event.option not in (o.id for row in self.rows(kept, answers, cursor) for o in row):
            known = event.option.startswith(("path-", "more-")) and event.option[5:].isdecimal()
            if not known or int(event.option[5:]) >= len(self._paths(answers)):
                raise Refused("not-an-option")
        if event.option == FILE:
            return FILE
        place, more = event.option[5:], event.option.startswith("more-")
        return Looked(f"{place}+" if more else place if place != "0" else None)

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """The wish to file, of a matter that is taken here."""
        return bool(answer == FILE and answers.get("matter") not in SEALED)

    def rows(self, kept: Answer, answers: Answers, cursor: str | None) -> Rows:
        """File with the office; more of this path; the next path."""
        paths = self._paths(answers)
        place, more = _at(cursor, len(paths))
        file = ((Option(FILE, say("button-file")),),) if answers.get("matter") not in SEALED else ()
        turns = [] if more else [Option(f"more-{place}", say("button-more"))]
        if place + 1 < len(paths):
            turns.append(Option(f"path-{place + 1}", say("button-next-path")))
        return (*file, tuple(turns)) if turns else file

    def leads(self, answers: Answers, cursor: str | None) -> tuple[Say, ...]:
        """The card."""
        told = self._open(answers, cursor)
        if told is None:
            return ()
        if _at(cursor, len(told.paths))[1]:
            return more_page(told)
        return first_page(told, self.told, sealed=told.way.matter in SEALED)

    def paper(self, answers: Answers, place: str) -> Paper | None:
        """The path at that place among the open ones, to print; None where there is none."""
        known = place.isdecimal() and int(place) < len(self._paths(answers))
        told = self._open(answers, place) if known else None
        return card_paper(told, self.told, sealed=told.way.matter in SEALED) if told else None

    def _open(self, answers: Answers, cursor: str | None) -> Told | None:
        way = PATHS.get(str(answers.get("matter")))
        if way is None:
            return None
        known = answers_of(way, answers)
        paths = way.open_paths(known)
        event = event_to_ask(way, known)
        day = answers.get(f"{WHEN}{event}") if event else None
        return Told(way, known, paths, _at(cursor, len(paths))[0], event, day)

    def up(self, cursor: str | None) -> str | None:
        """From more to the path, from a path to the one before."""
        place = (cursor or "0").removesuffix("+")
        if not place.isdecimal() or place == "0":
            return None
        return place if cursor and cursor.endswith("+") else str(int(place) - 1) if place != "1" else None

    def shown(self, answer: Answer) -> Value | None:
        """The wish to file."""
        return say("button-file")

    def _paths(self, answers: Answers) -> tuple[Way, ...]:
        way = PATHS.get(str(answers.get("matter")))
        return way.open_paths(answers_of(way, answers)) if way else ()


def guidance(office: Office, today: Today) -> Dialog:
    """The dialog, with last days counted by an office's calendar. Raises DialogInvalid, CycleError."""
    days = [
        Question(f"{WHEN}{event}", Began(today), asked=Either(rows), optional=True, text=f"path-when-{event}")
        for event, rows in _events().items()
    ]
    return Dialog(
        "guidance",
        (
            Question("matter", matter_pick()),
            *_questions(),
            *days,
            Question(CARD, Card(Place(office.calendar, today)), quiet=True),
        ),
        summary=False,
        looks=True,
    )


def _at(cursor: str | None, count: int) -> tuple[int, bool]:
    place = (cursor or "0").removesuffix("+")
    known = place.isdecimal() and int(place) < count
    return (int(place), str(cursor).endswith("+")) if known else (0, False)


@cache
def _questions() -> tuple[Question, ...]:
    """Each question of the catalogue once, in an order that is that of every matter."""
    order: TopologicalSorter[str] = TopologicalSorter()
    options: dict[str, tuple[Option, ...]] = {}
    rows: dict[str, list[tuple[If, ...]]] = {}
    for way in PATHS.values():
        for place, q in enumerate(way.questions):
            order.add(q.id, *(before.id for before in way.questions[:place]))
            options[q.id] = tuple(Option(o, Say(f"path-option-{q.option_word(o)}")) for o in q.options)
            asked = (If(f"{ASK}{w.question}", frozenset(w.one_of)) for w in q.asked)
            rows.setdefault(q.id, []).append((If("matter", frozenset({way.matter})), *asked))
    return tuple(
        Question(
            f"{ASK}{q_id}", Choice(options[q_id]), asked=Either(tuple(rows[q_id])), text=f"path-ask-{q_id}"
        )
        for q_id in order.static_order()
    )


@cache
def _events() -> dict[str, tuple[tuple[If, ...], ...]]:
    """The events whose days are asked, each with all the answers that lead to it."""
    found: dict[str, list[tuple[If, ...]]] = {}
    for way in PATHS.values():
        for answers in way.all_answers():
            if event := event_to_ask(way, answers):
                told = (If(f"{ASK}{q}", frozenset({option})) for q, option in answers.items())
                found.setdefault(event, []).append((If("matter", frozenset({way.matter})), *told))
    return {event: tuple(rows) for event, rows in found.items()}
