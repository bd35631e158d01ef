"""The page of `docs/moves.md`: both tables of a case's life as they are, drawn and written out.

For who works on Lamton; nothing of it is shown to residents or staff.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cases.clocks import CLOCKS, Clock, ClockKind
from cases.lifecycle import MOVES, OPEN, Move, Role, Status, end_statuses
from cases.notices import NOTICES

HEAD = """# The life of a case

Drawn from `cases/moves.py` and `cases/clock_rows.py` by `python -m bot diagram`; not to be edited by hand.
"""
NOT_DRAWN = ("correct", "recount", "supervise", "report_upward", "ask", "add")
"""Made in many statuses and leading nowhere new: they stand in the table alone."""


def page() -> str:
    """The whole page."""
    parts = (HEAD, _drawing(), _statuses(), _moves(), _clocks())
    return "\n".join(parts)


def _drawing() -> str:
    lines = ["## The moves", "", "```mermaid", "stateDiagram-v2", "    direction LR"]
    lines += [f"    [*] --> {move.enters}: {move.name}" for move in MOVES if not move.leaves and move.enters]
    arrows: dict[tuple[Status, Status], list[str]] = {}
    for move in MOVES:
        for left in move.leaves:
            for entered in move.reaches:
                arrows.setdefault((left, entered), []).append(move.name)
            if not move.reaches and move.name not in NOT_DRAWN:
                arrows.setdefault((left, left), []).append(move.name)
    lines += [f"    {left} --> {entered}: {', '.join(names)}" for (left, entered), names in arrows.items()]
    lines += [f"    {status} --> [*]" for status in Status if status in end_statuses(MOVES)]
    return "\n".join([*lines, "```", ""])


def _statuses() -> str:
    rows = (
        (f"`{status}`", "yes" if status in OPEN else "", _names(m.name for m in MOVES if status in m.leaves))
        for status in Status
    )
    return "\n".join(
        [
            "## Statuses",
            "",
            "Open: somebody of an organ still owes something. Nothing leads out of "
            f"{_names(s for s in Status if s in end_statuses(MOVES))} but a correction.",
            "",
            *_table(("status", "open", "moves"), rows),
            "",
        ]
    )


def _moves() -> str:
    head = ("move", "", "from", "to", "by", "carries", "only", "notice")
    return "\n".join(["## What people decide", "", *_table(head, map(_move, MOVES)), ""])


def _move(move: Move) -> tuple[str, ...]:
    to = [f"`{move.enters}`"] if move.enters else ["the status before"] if move.undoes else ["same"]
    if move.leads:
        to.append(f"`{move.leads.enters}` where {move.leads.part} is {move.leads.value}")
    notice = NOTICES[move.notice] if move.notice else None
    told = f"`{notice.id}`, {notice.article.cite()}" if notice else ""
    return (
        f"`{move.name}`",
        move.zh,
        "any" if set(move.leaves) == set(Status) else _names(move.leaves) or "–",
        ", ".join(to),
        ", ".join(_maker(move, role) for role in move.by),
        _carried(move),
        "; ".join(_conditions(move)),
        told + (", neutral" if notice and notice.neutral else ""),
    )


def _maker(move: Move, role: Role) -> str:
    return f"head ({move.heads.replace('_', ' ')})" if role is Role.HEAD else role.value


def _carried(move: Move) -> str:
    told = [f"`{name}`" for name in move.needs]
    told += [f"`{name}` where not known yet" for name in move.fills]
    if move.one_of:
        told.append(" or ".join(f"`{name}`" for name in move.one_of))
    return ", ".join([*told, *(f"(`{name}`)" for name in move.may)])


def _conditions(move: Move) -> Iterator[str]:
    if move.own_unit_from:
        yield f"from {_names(move.own_unit_from)} where the office is itself the unit"
    if move.within:
        yield f"while `{move.within}` runs, until its last day"
    if move.past:
        yield f"after the last day of {_names(move.past)}"
    if move.once:
        yield "once"
    if move.outcome:
        yield f"where the outcome is {move.outcome}"
    if move.recounts:
        yield "where a due day was provisional and is certain now"


def _clocks() -> str:
    head = ("clock", "set by", "starts", "stops", "who", "days", "goes on at", "made longer by")
    return "\n".join(["## What time does", "", *_table(head, map(_clock, CLOCKS)), ""])


def _clock(clock: Clock) -> tuple[str, ...]:
    basis, days = "the office", "`office.toml`"
    if clock.matters_own:
        basis, days = "the matter's law", "as its law says"
    elif clock.basis:
        basis, days = clock.basis.cite(), str(clock.days)
    if clock.working_days:
        days += " working days"
    if clock.items is not None and clock.name != "closing_answered":
        days += f", item {', '.join(str(item) for item in clock.items)}"
    if clock.complex is not None:
        days += ", complex" if clock.complex else ", simple"
    kind = "promise" if clock.kind is ClockKind.PROMISE else "law"
    return (
        f"`{clock.name}`",
        f"{kind}: {basis}",
        f"`{clock.starts}`",
        _names(clock.stops),
        f"{clock.who.value}, may" if clock.window else clock.who.value,
        days,
        _names(clock.resumes),
        f"`{clock.longer[0]}`" if clock.longer else "",
    )


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
