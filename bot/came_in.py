"""What came in by letter, visit or call, read from a clerk's form: all that is wrong is told at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from cases.registering import CAME_BY, MOST_BACK_DAYS, MOST_REPRESENTATIVES, PHONE, POST, TOLD_BY, day_fault
from dialogs.complaint import STORY_CHARS
from dialogs.engine.reading import YUAN, clean, read_day, read_number, read_phone
from dialogs.engine.view import Say, say
from storage.registered import Registered

LANGUAGES: Final = ("zh", "bo")
MOST_PERSONS: Final = 100_000
MOST_YUAN: Final = 10_000_000_000
LIMITS: Final = {"facts": STORY_CHARS, "request": 1000, "name": 60, "address": 200}
"""Of texts, in characters."""
Meant = Callable[[str], tuple[str, ...]]
"""Every id that a typed name may mean, the likeliest first."""


class NotRead(Exception):
    """What is wrong, by the field it stands in; the message has nothing of what was typed."""

    def __init__(self, problems: Mapping[str, Say]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class CameIn:
    """A matter as a clerk takes it down. `representatives` are (name, telephone), at most five."""

    came_by: str
    came_on: date
    matter: str
    place: str
    facts: str
    request: str
    name: str
    phone: str
    address: str
    confidential: bool
    representatives: tuple[tuple[str, str], ...]
    told_by: str
    language: str
    counted: Registered

    @property
    def identity(self) -> str:
        """As the complaint dialog has it: without a name there is nobody to name."""
        if not self.name:
            return "anonymous"
        return "confidential" if self.confidential else "named"

    @property
    def answers(self) -> dict[str, Any]:
        """What is sealed, by the question ids of the complaint dialog where it has them."""
        owed = self.counted.owed_fen
        told: dict[str, Any] = {
            "matter": self.matter,
            "place": self.place,
            "facts": {"parts": [{"text": self.facts}], "done": True},
            "request": self.request,
            "amount": None if owed is None else str(Decimal(owed).scaleb(-2)),
            "people": self.counted.persons if self.counted.persons > 1 else None,
            "identity": self.identity,
            "name": self.name,
            "phone": self.phone,
            "address": self.address,
            "representatives": [list(one) for one in self.representatives],
            "told_by": self.told_by,
        }
        return {name: value for name, value in told.items() if value not in (None, "", [])}


class _Reading:
    """The fields one after the other, and what was wrong with them."""

    def __init__(self, words: Mapping[str, str], today: date) -> None:
        self._words, self._today, self.problems = words, today, dict[str, Say]()

    def wrote(self, name: str, *, needed: bool = False) -> str:
        found = clean(self._words.get(name, ""))
        if needed and not found:
            self.problems[name] = say("staff-register-missing")
        elif (limit := LIMITS.get(name)) and len(found) > limit:
            self.problems[name] = say("staff-register-too-long", limit=limit, actual=len(found))
        return found

    def choice(self, name: str, choices: tuple[str, ...]) -> str:
        found = self._words.get(name, "")
        if found not in choices:
            self.problems[name] = say("staff-register-missing")
        return found

    def meant(self, name: str, meant: Meant) -> str:
        """The id that is meant; where several may be, the one chosen among them (`<name>_is`)."""
        typed = self.wrote(name, needed=True)
        found = meant(typed) if typed else ()
        if self._words.get(f"{name}_is") in found:
            return self._words[f"{name}_is"]
        if typed and len(found) != 1:
            self.problems[name] = say(f"staff-register-{'several' if found else 'unknown'}")
        return found[0] if len(found) == 1 else ""

    def day(self, name: str) -> date:
        typed = self.wrote(name)
        found = read_day(typed, self._today) if typed else (self._today, "day")
        if found is None or found[1] != "day":
            self.problems[name] = say("staff-register-not-a-day")
        elif fault := day_fault(found[0], self._today):
            self.problems[name] = say(f"staff-register-{fault}", days=MOST_BACK_DAYS)
        return found[0] if found else self._today

    def phone(self, name: str) -> str:
        typed = self.wrote(name)
        found = read_phone(typed) if typed else ""
        if found is None:
            self.problems[name] = say("staff-register-not-a-phone")
        return found or ""

    def persons(self, name: str) -> int:
        typed = self.wrote(name)
        found = read_number(typed) if typed else Decimal(1)
        if found is None or found != found.to_integral_value() or not 1 <= found <= MOST_PERSONS:
            self.problems[name] = say("staff-register-not-a-count", most=MOST_PERSONS)
            return 1
        return int(found)

    def fen(self, name: str) -> int | None:
        typed = self.wrote(name)
        if not typed:
            return None
        found = read_number(typed, YUAN)
        fen = found.scaleb(2) if found is not None else Decimal(0)
        if not 0 < fen <= MOST_YUAN * 100 or fen != fen.to_integral_value():
            self.problems[name] = say("staff-register-not-a-sum")
            return None
        return int(fen)

    def representatives(self, name: str, persons: int) -> tuple[tuple[str, str], ...]:
        """One a line: a name, and a telephone at its end where there is one."""
        found = tuple(_person(line) for line in self.wrote(name).splitlines() if line.strip())
        if len(found) > MOST_REPRESENTATIVES:
            self.problems[name] = say("staff-register-too-many", most=MOST_REPRESENTATIVES)
        elif any(len(one) > LIMITS["name"] for one, _ in found):
            self.problems[name] = say("staff-register-one-a-line")
        elif len(found) > persons and "persons" not in self.problems:
            self.problems["persons"] = say("staff-register-fewer-persons")
        return found


def _person(line: str) -> tuple[str, str]:
    name, _, last = line.strip().rpartition(" ")
    phone = read_phone(last)
    return (name.strip(), phone) if name and phone else (line.strip(), "")


def read_came_in(words: Mapping[str, str], matters: Meant, places: Meant, today: date) -> CameIn:
    """The matter a form tells of. Raises NotRead with everything that is wrong."""
    form = _Reading(words, today)
    came_by, came_on = form.choice("came_by", CAME_BY), form.day("came_on")
    matter, place = form.meant("matter", matters), form.meant("place", places)
    facts, request = form.wrote("facts", needed=True), form.wrote("request")
    name, phone, address = form.wrote("name"), form.phone("phone"), form.wrote("address")
    told_by, language = form.choice("told_by", TOLD_BY), form.choice("language", LANGUAGES)
    for way, needed, given in ((PHONE, "phone", phone), (POST, "address", address)):
        if told_by == way and not given and needed not in form.problems:
            form.problems[needed] = say(f"staff-register-needs-{needed}")
    persons = form.persons("persons")
    representatives = form.representatives("representatives", persons)
    owed = form.fen("owed")
    repeated = form.choice("repeated", ("no", "yes")) == "yes"
    if form.problems:
        raise NotRead(form.problems)
    counted = Registered(came_by, persons, repeated, owed)
    return CameIn(
        came_by,
        came_on,
        matter,
        place,
        facts,
        request,
        name,
        phone,
        address,
        words.get("confidential") == "yes",
        representatives,
        told_by,
        language,
        counted,
    )
