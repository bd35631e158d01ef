"""Writes the transcript of every matter, from first words and from the menu to each of its paths.

    python -m tests.bot.write_matters

Ways of answering are chosen until every option, path, page and limit of the matter was reached. Run it when
the catalogue has changed, and read what differs before it is committed: a transcript is a promise, and this
only writes down what is said today. Words stand in it by their ids, so a change of words needs no new run.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from bot.words.texts import Texts, load_texts
from cases.limits import Limit, Standing, last_day, standing
from cases.matters import MATTERS
from cases.office import Office, load_office
from cases.path import Answers, MatterPaths, Question
from cases.path import Path as Way
from cases.paths import PATHS
from cases.sayings import load_sayings
from dialogs.danger import danger_in
from dialogs.engine.view import Cites, Day, Listed, Say, Unit, Value
from dialogs.finder import finder
from dialogs.guidance import ASK, WHEN, event_to_ask
from dialogs.path_card import RECEIVED
from dialogs.reception import Reception
from dialogs.rooms import every_dialog
from tests.dialogs.resident import Resident

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "transcripts"
TODAY = date(2026, 11, 23)
"""The day on which transcripts are played (`tests.bot.houses.MORNING`)."""
OPENINGS = (
    "Written by `python -m tests.bot.write_matters`, from the catalogue; read it before you commit it.",
)
WAYS = (Standing.NEAR, None, Standing.PAST, Standing.OPEN)
"""What is told of a day, in turn: one whose limit is near, nothing, one that is past, one that is open."""


@dataclass
class Written:
    """One matter's transcript as it grows, and what its reader has been shown so far."""

    way: MatterPaths
    texts: Texts
    resident: Resident
    lines: list[str] = field(default_factory=list)
    seen: set[tuple[str, ...]] = field(default_factory=set)

    def note(self, words: str) -> None:
        """A line for who reads it."""
        self.lines += ["", f"# {words}"]

    def does(self, typed: str, event: str | None = None) -> None:
        """What the resident types, and where that leads."""
        self.resident.does(event or typed.removeprefix("#"))
        self.lines += [f"> {typed}", f"= {(self.resident.asked or 'menu').replace('.', ' ')}"]

    def shows(self) -> None:
        """All that is said, by its messages; values as they are written."""
        told = dict.fromkeys(line for said in self.resident.view.says for line in _told(said, self.texts))
        self.lines += [f"< {line}" for line in told if line != "{guidance-card}"]


def _told(value: Value, texts: Texts) -> Iterator[str]:
    match value:
        case Say(id=message, args=args) if message.startswith("path-time-"):
            yield texts.value(value) if args else f"{{{message}}}"
        case Say(id=message, args=args):
            if not texts.variables(message):
                yield f"{{{message}}}"
            for _, one in args:
                yield from _told(one, texts)
        case Listed(values=values):
            for one in values:
                yield from _told(one, texts)
        case Day() | Cites() | Unit():
            yield texts.value(value)
        case str() if value.isdigit():  # a telephone number
            yield value
        case _:
            return


def reached(way: MatterPaths, answers: Answers) -> frozenset[tuple[str, ...]]:
    """What one way of answering shows."""
    found: set[tuple[str, ...]] = {("option", question, option) for question, option in answers.items()}
    found.add(("office", way.stand(answers).rule))
    if event := event_to_ask(way, answers):
        found.add(("day", event))
    for path in way.open_paths(answers):
        found.add(("path", path.id))
        found |= {("limit", path.id, str(limit)) for limit in path.limits(answers)}
    return frozenset(found)


def chosen(way: MatterPaths) -> Iterator[Answers]:
    """Few ways of answering that together show all there is, the one that shows most first."""
    left = {one for answers in way.all_answers() for one in reached(way, answers)}
    while left:
        best = max(way.all_answers(), key=lambda answers: len(reached(way, answers) & left))
        left -= reached(way, best)
        yield best


class Days:
    """Which day is told where one is asked: each of `WAYS` in turn for each event, over all the matters."""

    def __init__(self, office: Office) -> None:
        self._office, self._asked = office, dict[str, int]()

    def answer(self, way: MatterPaths, answers: Answers) -> date | None:
        """The day the event happened; None: it is skipped."""
        event = event_to_ask(way, answers)
        assert event is not None
        turn = self._asked.get(event, 0)
        self._asked[event] = turn + 1
        stands = WAYS[turn % len(WAYS)]
        limits = [
            limit
            for path in way.open_paths(answers)
            for limit in path.limits(answers)
            if event in (limit.counted_from, RECEIVED.get(limit.counted_from))
        ]
        return self._day(limits[0], stands) if stands else None

    def untold(self, way: MatterPaths, answers: Answers) -> bool:
        """Whether the event of these answers was told in one way alone."""
        return self._asked.get(event_to_ask(way, answers) or "", len(WAYS)) < 2

    def _day(self, limit: Limit, stands: Standing) -> date:
        """The latest day from which the limit stands so today; yesterday where none does."""
        for ago in range(5000):
            day = TODAY - timedelta(days=ago)
            if standing(last_day(limit, day, self._office.calendar).on, TODAY) is stands:
                return day
        return TODAY - timedelta(days=1)


def write(matter: str, language: str, texts: Texts, reception: Reception, days: Days) -> str:
    """The transcript of one matter in one language."""
    resident = Resident(reception, language=None)
    one = Written(PATHS[matter], texts, resident)
    one.lines += [f"# {texts.text(f'matter-{matter}')} ({matter})", *(f"# {line}" for line in OPENINGS)]
    one.lines += ["", "> (opens)", "= language language"]
    one.does(f"#language:{language}", f"language:{language}")
    ways = [*chosen(one.way)]
    once_more = [answers for answers in ways if event_to_ask(one.way, answers)]
    for place, answers in enumerate(ways):
        _begin(one, matter, language, first=place == 0)
        _answer(one, answers, days)
    for answers in once_more:
        if days.untold(one.way, answers):
            _begin(one, matter, language, first=False)
            _answer(one, answers, days)
    if len(ways) == 1 and not once_more:
        _begin(one, matter, language, first=False)
        one.shows()
    return "\n".join(one.lines) + "\n"


def _begin(one: Written, matter: str, language: str, *, first: bool) -> None:
    if first:
        known = (s.text for s in load_sayings() if (s.matter, s.language) == (matter, language))
        offered = [saying for saying in known if matter in finder().offered(saying)]
        saying = next((one for one in offered if danger_in(one) is None), offered[0])
        one.note(saying)
        one.does(saying)
        one.lines += ["< {likely}", f"+ matter:{matter}"]
    else:
        one.note(one.texts.text("menu-guidance"))
        one.does("#menu:guidance")
        one.does(f"#matter:{MATTERS[matter].group}")
    one.does(f"#matter:{matter}")


def _answer(one: Written, answers: Answers, days: Days) -> None:
    names = [
        one.texts.text(f"path-option-{_question(one.way, q).option_word(o)}") for q, o in answers.items()
    ]
    if names:
        one.lines.insert(len(one.lines) - 2, f"# {' → '.join(names)}")
    for question, option in answers.items():
        if ("asked", question) not in one.seen:
            one.seen.add(("asked", question))
            one.lines.append(f"< {{path-ask-{question}}}")
            one.lines += [f"+ {ASK}{question}:{other}" for other in _question(one.way, question).options]
        one.does(f"#{ASK}{question}:{option}")
    told = False
    if event := event_to_ask(one.way, answers):
        one.lines += ["< {guidance-when}", f"< {{path-when-{event}}}"]
        day = days.answer(one.way, answers)
        told = day is not None
        if day:
            one.does(day.isoformat())
        else:
            one.does(f"#{WHEN}{event}:skip")
    _pages(one, answers, told)


def _pages(one: Written, answers: Answers, told: bool) -> None:
    """The first path, and each page not yet shown; a path is paged through where one behind it is new."""
    paths = one.way.open_paths(answers)
    new = [place for place, path in enumerate(paths) if _news(one, answers, place, told)]
    for place, path in enumerate(paths):
        if place > max(new, default=0):
            break
        if place:
            one.does(f"#card:path-{place}")
        one.lines.append(f"# {place + 1}: {one.texts.text(f'path-name-{path.name}')}")
        one.shows()
        if ("more", path.id) not in one.seen:
            one.does(f"#card:more-{place}")
            one.shows()
        one.seen |= {("path", path.id), ("more", path.id)}
        one.seen |= _limits(path, answers, told)


def _news(one: Written, answers: Answers, place: int, told: bool) -> bool:
    path = one.way.open_paths(answers)[place]
    return not {("path", path.id), *_limits(path, answers, told)} <= one.seen


def _limits(path: Way, answers: Answers, told: bool) -> set[tuple[str, ...]]:
    """The limits of a path; with the day and without it they are told otherwise."""
    return {("limit", path.id, str(limit), str(told)) for limit in path.limits(answers)}


def _question(way: MatterPaths, question: str) -> Question:
    return next(q for q in way.questions if q.id == question)


def main() -> None:
    """Write them all."""
    office = load_office(ROOT / "office" / "jiali")
    texts = load_texts(ROOT / "locales", office)
    reception = Reception(every_dialog(office, lambda: TODAY))
    for language in texts:
        days = Days(office)
        for matter in MATTERS:
            text = write(matter, language, texts[language], reception, days)
            (FOLDER / language / f"matter-{matter}.txt").write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(MATTERS)} matters in {len(texts)} languages\n")


if __name__ == "__main__":
    main()
