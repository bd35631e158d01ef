"""A case as its resident is told it, and what they tell as a move carries it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from cases.case import Made
from cases.lifecycle import OPEN, Status
from cases.office import Office
from cases.reviews import ASKINGS, READINGS, organ_of
from dialogs.engine.collecting import files_of
from dialogs.engine.questions import Answers
from dialogs.outcomes import ClockShown, Found
from storage.cases import Stored

RATED_IN = tuple(READINGS)
"""A case is rated from its answer until it is closed."""


def found(stored: Stored, own: bool, office: Office, today: date) -> Found:
    """The state of a case, as its resident is told it."""
    case = stored.case
    reviewed = case.status in (Status.IN_REVIEW, Status.IN_REREVIEW)
    asks = ASKINGS.get(case.status)
    return Found(
        case.number,
        case.status.value,
        case.matter,
        case.filed_on,
        organ_of(case, office) if reviewed else case.unit,
        tuple(
            ClockShown(c.clock, c.kind.value, c.due_on, c.provisional, (c.due_on - today).days)
            for c in case.running
            if c.row.shown
        ),
        case.waiting_on_resident,
        case.status in READINGS or case.status is Status.CLOSED,
        own,
        case.status in OPEN,
        ("rereview" if asks.again else "review") if asks else None,
        case.status in RATED_IN,
        case.restricted,
    )


def told_parts(answers: Answers, question: str) -> dict[str, str]:
    """What was gathered for a question, as a move carries it: the words, and the ids of the files."""
    told = (answers.get(question) or {}).get("parts", [])
    return {
        "text": "\n".join(p["text"] for p in told if "text" in p),
        "files": " ".join(files_of({question: answers.get(question)})),
    }


def clocks_shown(made: Made) -> tuple[ClockShown, ...]:
    """The clocks a move started, as a resident sees them."""
    return tuple(ClockShown(c.clock, c.kind.value, c.due_on, c.provisional) for c in made.started)


def outcome_of(parts: Mapping[str, str]) -> str:
    """What an answer, a review or an agreement came to, as `outcome-…` words it; "" of anything else."""
    if parts.get("agreed") == "yes":
        return "settled"
    return parts.get("outcome") or parts.get("opinion", "")
