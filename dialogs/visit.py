"""The dialog of an appointment (约访): which slot of the leaders' reception, about what, how many come.

What is booked out is known to the world alone: the room (`dialogs.visiting`) puts the full slots and the
resident's own cases among the session's answers, as `taken` and `own`, which no question asks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cases.numbers import parse_case_number
from cases.office import Office
from cases.reception_days import MOST_REPRESENTATIVES, Slot, coming_slots
from dialogs.complaint import SEALED, Closed, Consent, matter_tree
from dialogs.engine.events import Event, Pressed
from dialogs.engine.kinds import Phone, Plain, Rows, Text, Today, choice, typed
from dialogs.engine.pick import Pick
from dialogs.engine.questions import Answer, Answers, If, Looked, Option, Question, Refused
from dialogs.engine.reading import read_number
from dialogs.engine.session import Dialog
from dialogs.engine.view import Day, Named, Say, Value, say

VISIT, TAKEN, OWN = "visit", "taken", "own"
PAGE = 6
"""Days on one page of buttons."""
SPEAKS = ("bo", "zh", "interpreter")
_DAY, _TURN = "day-", "page-"
Slots = Callable[[], tuple[Slot, ...]]


@dataclass(frozen=True)
class SlotChoice(Plain):
    """A slot, by its day and then its hour. The cursor is `/<page>` of the days, or a day."""

    slots: Slots
    accepts = ("choice",)

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """A slot that is free answers; a day or a page looks further."""
        if not isinstance(event, Pressed):
            raise Refused("press-please")
        option = event.option
        if option.startswith(_TURN) and option[len(_TURN) :].isdecimal():
            return Looked(f"/{option[len(_TURN) :]}")
        free = self._free(answers)
        if option.startswith(_DAY) and option[len(_DAY) :] in {_day(s) for s in free}:
            return Looked(option[len(_DAY) :])
        if option in {s.id for s in free}:
            return option
        raise Refused("slot-taken" if self.holds(option, {}) else "not-an-option")

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """A slot still to come; whether there is room in it is seen when it is booked."""
        return any(s.id == answer for s in self.slots())

    def rows(self, kept: Answer, answers: Answers, cursor: str | None) -> Rows:
        """The days with room, a page at a time; of an opened day its hours."""
        free = self._free(answers)
        if cursor and not cursor.startswith("/"):
            hours = [Option(s.id, s.span) for s in free if _day(s) == cursor]
            if hours:
                return tuple(tuple(hours[i : i + 2]) for i in range(0, len(hours), 2))
        days = list({_day(s): s for s in reversed(free)}.values())[::-1]
        last = max(0, (len(days) - 1) // PAGE)
        at = (cursor or "")[1:]
        page = min(int(at), last) if at.isdecimal() else 0
        rows = [(self._day_option(s),) for s in days[page * PAGE : (page + 1) * PAGE]]
        turns = [Option(f"{_TURN}{page - 1}", say("button-previous"))] if page > 0 else []
        turns += [Option(f"{_TURN}{page + 1}", say("button-next"))] if page < last else []
        return (*rows, tuple(turns)) if turns else tuple(rows)

    def opened(self, cursor: str | None) -> Say | None:
        """The day that is open."""
        found = next((s for s in self.slots() if _day(s) == cursor), None)
        return say("branch-open", branch=_label(found)) if found else None

    def shown(self, answer: Answer) -> Value | None:
        """Day, hours, who and where."""
        return slot_told(next(s for s in self.slots() if s.id == answer))

    def _day_option(self, slot: Slot) -> Option:
        single = len(slot.row.hours) == 1
        return Option(slot.id if single else f"{_DAY}{_day(slot)}", _label(slot))

    def _free(self, answers: Answers) -> list[Slot]:
        taken = answers.get(TAKEN) or ()
        return [s for s in self.slots() if s.id not in taken]


@dataclass(frozen=True)
class Concern(Pick):
    """What it is about: a case of the resident's own, or a matter out of the tree."""

    prefix: str = ""

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """The number of an own case, or a matter."""
        if isinstance(event, Pressed) and event.option in (answers.get(OWN) or ()):
            return event.option
        return super().read(event, kept, answers, cursor)

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """A case's number in its written form, or a matter."""
        return super().holds(answer, answers) or self._is_case(answer)

    def rows(self, kept: Answer, answers: Answers, cursor: str | None) -> Rows:
        """The own cases first, newest first."""
        own = () if cursor else tuple((Option(n, n),) for n in reversed(answers.get(OWN) or ()))
        return (*own, *super().rows(kept, answers, cursor))

    def shown(self, answer: Answer) -> Value | None:
        """The number, or the matter."""
        return str(answer) if self._is_case(answer) else super().shown(answer)

    def _is_case(self, answer: Answer) -> bool:
        return isinstance(answer, str) and parse_case_number(answer, self.prefix) == answer


@dataclass(frozen=True)
class Representatives(Plain):
    """How many come: one to five (《信访工作条例》第二十条第三款), pressed or typed."""

    accepts = ("choice", "number")

    def read(self, event: Event, kept: Answer, answers: Answers, cursor: str | None) -> Answer | Looked:
        """The number; of more than five the rule is told."""
        text = event.option if isinstance(event, Pressed) else typed(event)
        number = read_number(text)
        if number is None or number != number.to_integral_value():
            raise Refused("not-a-number")
        if number > MOST_REPRESENTATIVES:
            raise Refused("five-representatives")
        if number < 1:
            raise Refused("out-of-range", least=1, most=MOST_REPRESENTATIVES)
        return int(number)

    def holds(self, answer: Answer, answers: Answers) -> bool:
        """One to five."""
        return type(answer) is int and 1 <= answer <= MOST_REPRESENTATIVES

    def rows(self, kept: Answer, answers: Answers, cursor: str | None) -> Rows:
        """1 to 5, and more."""
        few = tuple(Option(str(n), str(n)) for n in range(1, MOST_REPRESENTATIVES + 1))
        return (few, (Option(str(MOST_REPRESENTATIVES + 1), say("visit-people-more")),))

    def shown(self, answer: Answer) -> Value | None:
        """The number."""
        return int(answer)


def visit(office: Office, today: Today) -> Dialog:
    """The dialog over an office's reception days. Raises DialogInvalid if it is built wrong."""

    def slots() -> tuple[Slot, ...]:
        return coming_slots(office.reception, office.calendar, today())

    return Dialog(
        VISIT,
        (
            Question("consent", Consent(say("visit-consent-whole")), quiet=True),
            Question("slot", SlotChoice(slots)),
            Question("matter", Concern(matter_tree(), prefix=office.case_prefix)),
            Question("sealed", Closed(), asked=If("matter", SEALED), stops=True),
            Question("people", Representatives()),
            Question("speaks", choice(*SPEAKS)),
            Question("name", Text(max_chars=60), optional=True),
            Question("phone", Phone(), optional=True),
        ),
    )


def slot_told(slot: Slot) -> Say:
    """Day, hours, who receives and where."""
    return when_told(
        slot.day,
        slot.span,
        Named(slot.row.who_zh, slot.row.who_bo),
        Named(slot.row.place_zh, slot.row.place_bo),
    )


def when_told(day: date, span: str, who: Value, place: Value) -> Say:
    """The same of an appointment, which keeps what it was told."""
    return say("visit-when", day=Day(day), weekday=weekday(day), hours=span, who=who, place=place)


def weekday(day: date) -> Say:
    """The day of the week, Monday the first."""
    return Say(f"weekday-{day.isoweekday()}")


def _day(slot: Slot) -> str:
    return f"{slot.day:%Y%m%d}.{slot.row.id}"


def _label(slot: Slot) -> Say:
    who = Named(slot.row.who_zh, slot.row.who_bo)
    return say("visit-day", month=slot.day.month, day=slot.day.day, who=who)
