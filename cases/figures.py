"""The table of figures (design 4.5; 《信访工作条例》第四十一条): what is counted, in what, and how.

A figure adds up tallies (`of`), or is their share of others in per cent (`over`). A tally is counted by
`storage.figures`, under a key:

    matters.<which>, persons.<which>, fen.<which>   cases filed in the period, their people, their money
    moved.<move>                                    cases with this move in the period, each once
    decided.<clock>, kept.<clock>                   clocks that ended in the period; those kept to the day
    rated.all, rated.good                           what residents said of the handling
    entered.<activity>.<number>, villages.<activity>   what was entered at the desk (`cases.activities`)
    urged.<means>                                   acts of supervision on record (`supervisions`)
    suggested.<kind>, adopted.<kind>                suggestions made in the period; those taken up since

`how` names the message that says the formula in words (`staff-figure-how-<how>`), shown beside the number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cases.activities import ACTIVITIES, OWED, Counts
from cases.clocks import CLOCKS
from cases.errors import TableInvalid
from cases.moves import Status
from cases.part_forms import Means
from cases.suggestions import SuggestionKind


class Part(StrEnum):
    """Where a figure stands on the page and in the report."""

    REGISTERED = "registered"
    OUTCOME = "outcome"
    RATES = "rates"
    SUPERVISED = "supervised"
    OWED = "owed"
    RECEIVED = "received"
    OUTREACH = "outreach"
    SUGGESTED = "suggested"


class Seen(StrEnum):
    """Who may see a figure."""

    CASES = "cases"  # whole to those who may see the cases; to others only where it tells of five or more
    ALL = "all"  # every member of staff: it was entered as a number, and no case stands behind it


@dataclass(frozen=True)
class Figure:
    """One figure. `of` are tallies that are added; `over`, where there are any, what they are a share of."""

    id: str
    part: Part
    counts: Counts
    how: str
    of: tuple[str, ...]
    over: tuple[str, ...] = ()
    seen: Seen = Seen.CASES
    says: str = (
        ""  # its name is `staff-figure-<says>`; figures that differ in what they count alone share one
    )

    @property
    def name(self) -> str:
        """The message that names it."""
        return f"staff-figure-{self.says or self.id}"

    @property
    def opens(self) -> str:
        """The tally whose cases can be listed behind the number; "" where no case stands behind it."""
        first = self.of[0]
        begins, _, which = first.partition(".")
        if begins == "moved":
            return first
        return f"matters.{which}" if begins in ("matters", "persons", "fen") else ""


ENDED: Mapping[str, tuple[str, ...]] = {
    "answered": (Status.ANSWERED, Status.IN_REVIEW),
    "reviewed": (Status.REVIEWED, Status.IN_REREVIEW),
    "concluded": (Status.CONCLUDED,),
    "settled": (Status.SETTLED,),
    "redirected": (Status.REDIRECTED,),
    "declined": (Status.DECLINED,),
    "withdrawn": (Status.WITHDRAWN,),
}
"""What decided a matter last, by the statuses it stands in; one that was closed since counts by what it was
closed from. So each matter is in one of them at most, and a corrected move leaves no trace."""
OWED_MATTERS: Mapping[str, str] = {"wages": "wages", "business": "business_payment"}
"""Kinds of matter in which money is owed, by the name of their count."""
WHICH = ("all", "first", "repeated", "closed", *ENDED, *OWED_MATTERS, "court")
"""Which of the cases filed in a period a tally counts."""
TIMED: Mapping[str, tuple[str, ...]] = {
    "acceptance": ("acceptance",),
    "answer": ("answer", "own_limit", "answer_simple", "answer_complex"),
}
"""Clocks that a rate is taken of: of one case the law's, and the promise where the law sets none."""
MOVES = ("forward", "supervise")
BREAKDOWNS = ("came_by", "kind", "matter", "place", "unit", "month")
"""By what the matters registered are told apart in tables and charts."""

P, C = Part, Counts
_NAMED = ("booklets", "gifts")
"""Numbers of an activity with names of their own; the others are told by its name and what they count."""


def _entered(part: Part, kind: str, *names: str) -> tuple[Figure, ...]:
    """Figures that are sums of what was entered of an activity, and nothing else."""
    known = {one.id: dict(one.numbers) for one in ACTIVITIES}[kind]
    return tuple(
        Figure(
            f"{kind}_{name}",
            part,
            known[name],
            "entered",
            (f"entered.{kind}.{name}",),
            seen=Seen.ALL,
            says=f"{kind}_{name}" if name in _NAMED else kind,
        )
        for name in names
    )


def _owed(kind: str) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            f"{kind}_{name}",
            P.OWED,
            counts,
            kind,
            (f"{of}.{kind}", f"entered.{kind}.{name}"),
            says=kind,
        )
        for (name, counts), of in zip(OWED, ("matters", "persons", "fen"), strict=True)
    )


FIGURES: tuple[Figure, ...] = (
    Figure("matters", P.REGISTERED, C.MATTERS, "matters", ("matters.all",)),
    Figure("persons", P.REGISTERED, C.PERSONS, "persons", ("persons.all",)),
    Figure("first", P.REGISTERED, C.MATTERS, "first", ("matters.first",)),
    Figure("repeated", P.REGISTERED, C.MATTERS, "repeated", ("matters.repeated",)),
    Figure("closed", P.OUTCOME, C.MATTERS, "closed", ("matters.closed",)),
    *(Figure(one, P.OUTCOME, C.MATTERS, one, (f"matters.{one}",)) for one in ENDED),
    Figure("closing_rate", P.RATES, C.PERCENT, "closing_rate", ("matters.closed",), ("matters.all",)),
    Figure("satisfaction", P.RATES, C.PERCENT, "satisfaction", ("rated.good",), ("rated.all",)),
    Figure("in_time", P.RATES, C.PERCENT, "in_time", ("kept.answer",), ("decided.answer",)),
    Figure("accepted_in_time", P.RATES, C.PERCENT, "accepted", ("kept.acceptance",), ("decided.acceptance",)),
    Figure("forwarded", P.SUPERVISED, C.MATTERS, "forwarded", ("moved.forward",)),
    Figure("supervised", P.SUPERVISED, C.MATTERS, "supervised", ("moved.supervise",)),
    *(
        Figure(f"urged_{one}", P.SUPERVISED, C.TIMES, "urged", (f"urged.{one}", f"entered.supervision.{one}"))
        for one in Means
    ),
    *_owed("wages"),
    *_owed("business"),
    *_owed("court"),
    *_entered(P.RECEIVED, "reception", "batches", "persons", "matters", "money"),
    *_entered(P.RECEIVED, "checking", "rounds", "matters", "persons", "money"),
    *_entered(P.OUTREACH, "outreach", "sessions", "people", "booklets", "gifts"),
    Figure("villages", P.OUTREACH, C.VILLAGES, "villages", ("villages.outreach",), seen=Seen.ALL),
    *_entered(P.OUTREACH, "training", "sessions", "people"),
    *(
        Figure(f"suggestion_{kind}{end}", P.SUGGESTED, C.TIMES, how, (f"{how}.{kind}",))
        for kind in SuggestionKind
        for how, end in (("suggested", ""), ("adopted", "_adopted"))
    ),
)


def find_figure(name: str) -> Figure | None:
    """A figure by its id, or None."""
    return _BY_ID.get(name)


def tallies() -> frozenset[str]:
    """Every key a figure may name."""
    return frozenset(
        (
            *(f"{what}.{which}" for what in ("matters", "persons", "fen") for which in WHICH),
            *(f"moved.{move}" for move in MOVES),
            *(f"{what}.{clock}" for what in ("decided", "kept") for clock in TIMED),
            *("rated.all", "rated.good"),
            *(f"entered.{one.id}.{name}" for one in ACTIVITIES for name, _ in one.numbers),
            *(f"villages.{one.id}" for one in ACTIVITIES if one.villages),
            *(f"urged.{means}" for means in Means),
            *(f"{what}.{kind}" for what in ("suggested", "adopted") for kind in SuggestionKind),
        )
    )


def check_figures(figures: tuple[Figure, ...]) -> None:
    """Refuse a table that cannot be right: a figure twice, of a tally nobody counts, a share not in per cent,
    or a figure open to all that counts cases. Raises TableInvalid."""
    known = tallies()
    if unknown := {name for of in TIMED.values() for name in of} - {clock.name for clock in CLOCKS}:
        raise TableInvalid(f"no clock is called {', '.join(sorted(unknown))}")
    if len({one.id for one in figures}) != len(figures):
        raise TableInvalid("two figures have one id")
    for one in figures:
        unknown = {*one.of, *one.over} - known
        if not one.of or unknown:
            raise TableInvalid(f"{one.id}: nobody counts {', '.join(sorted(unknown))}")
        if bool(one.over) != (one.counts is Counts.PERCENT):
            raise TableInvalid(f"{one.id}: a share is in per cent, and nothing else is")
        entered = all(key.startswith(("entered.", "villages.")) for key in one.of)
        if (one.seen is Seen.ALL) != entered:
            raise TableInvalid(f"{one.id}: what counts cases is not for all to see")


check_figures(FIGURES)
_BY_ID = {one.id: one for one in FIGURES}
