"""Papers to look at: every card of the catalogue and every notice, with the office's own words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BytesIO

from pypdf import PdfReader

from bot.papers.drawing import Papers
from bot.wiring import ROOT
from bot.words.texts import load_texts
from cases.clocks import CLOCKS, due_on
from cases.lifecycle import MOVES
from cases.notices import NOTICES
from cases.office import load_office
from cases.paths import PATHS
from dialogs.complaint import SEALED
from dialogs.engine.view import Paper, Unit
from dialogs.notice_values import notice_values
from dialogs.outcomes import ClockShown
from dialogs.papers import Done, card_paper, notice_paper, review_form_paper
from dialogs.path_card import Place, Told
from storage.sealing import Keyring, MasterKey

OFFICE = load_office(ROOT / "office" / "jiali")
TEXTS = load_texts(ROOT / "locales", OFFICE)
LEDGER = ROOT / "locales" / "bo" / "review.csv"
TODAY = date(2026, 11, 26)
NUMBER = "嘉信20261123-00482913"
LINK = "https://xinfang.example"
HERE = Place(OFFICE.calendar, lambda: TODAY)
KEYRING = Keyring(MasterKey(bytes(range(32))))
PAPERS = Papers(TEXTS, LEDGER, KEYRING, OFFICE.case_prefix, LINK)
LONGEST_UNIT = max((unit for unit in OFFICE.units.values() if unit.takes), key=lambda u: len(u.name("bo"))).id


def cards() -> Iterator[Paper]:
    """Every path of every matter, each once: as the answers that make its card the longest lead to it."""
    longest: dict[tuple[str, str], Paper] = {}
    for way in PATHS.values():
        for answers in way.all_answers():
            paths = way.open_paths(answers)
            for place in range(len(paths)):
                told = Told(way, answers, paths, place, None, None)
                paper = card_paper(told, HERE, sealed=way.matter in SEALED)
                key = (way.matter, paths[place].id)
                longest[key] = max(longest.get(key, paper), paper, key=lambda one: len(str(one)))
    yield from longest.values()


def notice(notice_id: str, text: str = "") -> Paper:
    """A notice of a case with the longest unit's name, and every clock its move can start."""
    move = next(move for move in MOVES if move.notice == notice_id)
    started = [
        ClockShown(clock.name, clock.kind.value, due.on, True)
        for clock in CLOCKS
        if clock.starts == move.name
        for days in [30 if clock.matters_own else OFFICE.promises.get(clock.name)]
        for due in [due_on(clock, TODAY, OFFICE.calendar, days=days)]
    ]
    after = (move.reaches or move.leaves)[-1]
    outcome = "explained" if "outcome" in move.needs else "upheld" if "opinion" in move.needs else ""
    parts = {"ground": "concluded", "path": "administrative", "authority": LONGEST_UNIT, "led": "sent"}
    values = notice_values(notice_id, NUMBER, LONGEST_UNIT, TODAY, parts)
    return notice_paper(Done(notice_id, NUMBER, TODAY, values, tuple(started), after, 6, outcome, text))


def form() -> Paper:
    """A request for review to fill in."""
    return review_form_paper(
        NUMBER,
        LONGEST_UNIT,
        answered_on=TODAY,
        received_on=TODAY,
        last_on=date(2026, 12, 28),
        above=Unit(OFFICE.level_above),
        today=TODAY,
    )


def others() -> Iterator[Paper]:
    """Every notice, the longest answer one page has to hold, and the form."""
    yield from (notice(notice_id) for notice_id in NOTICES)
    yield notice("answered", "您反映的工资，经核实欠付三个月，共 18,000 元。单位答应分三次付清。\n" * 25)
    yield form()


@cache
def drawn(paper: Paper, language: str) -> bytes:
    """The signed PDF."""
    return PAPERS.draw(PAPERS.sheet(paper, language))


def pages(pdf: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def squeezed(text: str) -> str:
    """Without white space: a line may be broken anywhere."""
    return "".join(text.split())
