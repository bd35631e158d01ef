"""What the wall's two posters say, from the tables the conversation reads: the route map and the procedure.

Whatever is changed in the catalogue, the moves or the clocks is changed on the wall with the next print.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from cases.clocks import CLOCKS, Clock, ClockKind
from cases.lifecycle import MOVES, OPEN, WITH_OFFICE, Move, Role, Status
from cases.limits import Limit
from cases.limits import Unit as LimitUnit
from cases.matters import GROUPS, MATTERS
from cases.moves import WORKED_ON
from cases.notices import NOTICES
from cases.path import MatterPaths, Path
from cases.paths import AUTHORITIES, PATHS
from dialogs.engine.view import Cites, Listed, Say, Unit, Value, say
from dialogs.guidance import DAYS, event_to_ask

MOST_SHOWN = 2
"""Whom to go to first, of one matter on the wall: it is read from a step away. The rest is a scan away."""


SEVERAL = 3
"""A move open in so many statuses or more is told once, not at each station: the wall is one page."""
SAID_HERE = frozenset(
    {"receive", "answer_review", "receive_review", "conclude", "receive_final", "retaliation"}
)
"""Moves the wall calls otherwise than the desk, `poster-move-…`: a resident opens an answer, while staff
records that it was received; the level above decides, while the office records what it decided."""
BY: Mapping[str, Value] = {move: Say("poster-role-above") for move in ("answer_review", "conclude")}
"""Who decides, where the table knows only who records it: 《信访工作条例》第三十五、三十六条."""
OFF_THE_WALL = frozenset(
    {
        *("object", "uphold_objection", "refuse_objection", "meet", "carry_out"),
        *("hear", "supervise", "report_upward", "correct", "recount"),
    }
)
"""Moves of organs among themselves, what they only write down, and what puts a mistake right: the wall tells
residents of the way, and is one page."""
WHENS = {
    frozenset(OPEN): "poster-when-open",
    frozenset(WORKED_ON): "poster-when-worked-on",
    frozenset({*WITH_OFFICE, Status.FORWARDED}): "poster-when-before",
}
"""Statuses that have one word together: the wall is one page."""
WALL = tuple(move for move in MOVES if move.name not in OFF_THE_WALL)
_OWN_CASE = frozenset(move.name for move in WALL[1:] if not move.leaves)


@dataclass(frozen=True)
class MatterRow:
    """One matter on the wall: where to go first, by when, whom to call."""

    matter: Say
    first: Say
    by: Say | None
    hotline: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """A move on the wall: its name, who makes it, where it leads; `tells`: it owes the resident a notice.

    `when`: the statuses it can be made in, where it stands by no station.
    """

    move: str
    name: Say
    by: Say
    to: Say | None
    clocks: tuple[Say, ...]
    tells: bool
    when: Say | None = None


@dataclass(frozen=True)
class Station:
    """A status on the wall: what can be done there, and the move that leads on, None at the end."""

    name: Say
    beside: tuple[Step, ...]
    on: Step | None


def route_map() -> tuple[tuple[Say, tuple[MatterRow, ...]], ...]:
    """Every matter by its group, in the order of the conversation."""
    return tuple(
        (Say(f"group-{group}"), tuple(_row(PATHS[m.id]) for m in MATTERS.values() if m.group == group))
        for group in GROUPS
    )


def _row(way: MatterPaths) -> MatterRow:
    """Whom the first steps lead to, in the order to try them; and of the limits that run for who begins
    with the very first, the shortest."""
    begins = [(answers, way.open_paths(answers)) for answers in way.all_answers()]
    first = {paths[0].id for _, paths in begins}
    ordered = [path for path in way.paths if path.id in first]
    who = tuple(dict.fromkeys(path.who[0] for path in ordered))[:MOST_SHOWN]
    shown = [path for path in ordered if path.who[0] in who]
    limits = [
        (path, limit)
        for answers, paths in begins
        if paths[0] == ordered[0]
        for path in paths
        for limit in path.limits(answers)
        if limit.counted_from == event_to_ask(way, answers)
    ]
    nearest = min(limits, key=lambda one: _days(one[1]), default=None)
    return MatterRow(
        Say(f"matter-{way.matter}"),
        say("poster-first", who=Listed(tuple(_named(one) for one in who))),
        _by(*nearest) if nearest else None,
        tuple(dict.fromkeys(number for path in shown for number in path.hotline)),
    )


def _days(limit: Limit) -> float:
    return limit.amount / 24 if limit.unit is LimitUnit.HOUR else limit.amount * DAYS[limit.unit]


def _named(who: str) -> Value:
    return Say(f"path-who-{who}") if who in AUTHORITIES else Unit(who)


def _by(path: Path, limit: Limit) -> Say:
    time = say(f"path-time-{limit.unit.replace('_', '-')}", amount=limit.amount)
    return say("poster-by", name=Say(f"path-name-{path.name}"), time=time)


def procedure(promises: Mapping[str, int]) -> tuple[Station, ...]:
    """The way of a case from filing to its end, by the longest line of moves. What else can be done at a
    station stands beside it, but for what `any_time` tells.

    `promises` are the office's days, by clock.
    """
    line = _longest(WALL[0])
    elsewhere = _told_once()
    stations = []
    for place, move in enumerate(line):
        status = _enters(move)
        on = line[place + 1] if place + 1 < len(line) else None
        beside = tuple(
            _step(one, promises, status)
            for one in WALL
            if status in one.leaves and one is not on and one not in elsewhere
        )
        told = _step(on, promises, status) if on else None
        stations.append(Station(Say(f"staff-status-{status}"), beside, told))
    return tuple(stations)


def any_time(promises: Mapping[str, int]) -> tuple[Step, ...]:
    """What belongs to no one station, told once: moves of several stations, and those that make a case of
    their own, such as a report of retaliation (第四十六条)."""
    return tuple(_once(move, promises) for move in _told_once())


def _told_once() -> tuple[Move, ...]:
    line = _longest(WALL[0])
    return tuple(
        move for move in WALL if move not in line and (not move.leaves or len(move.leaves) >= SEVERAL)
    )


def _once(move: Move, promises: Mapping[str, int]) -> Step:
    step = _step(move, promises, None)
    if move.leaves:
        listed = Listed(tuple(Say(f"staff-status-{status}") for status in move.leaves))
        when: Value = Say(WHENS[frozenset(move.leaves)]) if frozenset(move.leaves) in WHENS else listed
        return replace(step, when=say("poster-when", when=when))
    assert move.notice is not None  # of a move that makes a case (`check_notices`)
    article = NOTICES[move.notice].article
    return replace(step, to=None, when=say("poster-always", articles=Cites(((article.law, article.number),))))


def _longest(begun: Move) -> tuple[Move, ...]:
    """The longest line of moves that enters no status twice; of equal ones the first by the table."""

    def on_from(line: tuple[Move, ...]) -> Iterator[tuple[Move, ...]]:
        entered = {move.enters for move in line}
        status = _enters(line[-1])
        yield line
        for move in WALL:
            if status in move.leaves and move.enters and move.enters not in entered:
                yield from on_from((*line, move))

    return max(on_from((begun,)), key=len)


def _enters(move: Move) -> Status:
    assert move.enters is not None
    return move.enters


def _step(move: Move, promises: Mapping[str, int], status: Status | None) -> Step:
    enters = move.reaches[-1] if move.reaches else None
    to = Say(f"staff-status-{enters}") if enters and enters is not status else None
    own = status in move.own_unit_from  # with the office still: only where it is itself the unit
    roles = Listed(tuple(Say(f"poster-role-{role}") for role in move.by))
    by = say("poster-who-own") if own else say("poster-who", who=BY.get(move.name, roles))
    told: dict[tuple[str, bool | None], None] = {}
    for clock in CLOCKS:
        if clock.shown and _told_at(clock, move):
            told[clock.name, clock.complex] = None
    clocks = tuple(_clock(name, complexity, promises) for name, complexity in told)
    name = Say(f"poster-move-{move.name}" if move.name in SAID_HERE else f"staff-move-{move.name}")
    return Step(move.name, name, by, to, clocks, move.notice is not None)


def _told_at(clock: Clock, move: Move) -> bool:
    """A clock is told at the first move that stops it; at the move that starts it where none stops it, where
    it is a time to use, or where that move makes a case of its own."""
    at_start = clock.window or not clock.stops or (clock.starts in _OWN_CASE)
    return clock.starts == move.name if at_start else clock.stops[0] == move.name


def _clock(name: str, complexity: bool | None, promises: Mapping[str, int]) -> Say:
    what: Say = Say(f"clock-{name}")
    if complexity is not None:
        what = say(f"poster-clock-{'complex' if complexity else 'simple'}", what=what)
    times: list[Value] = []
    for clock in CLOCKS:
        if clock.name != name or clock.complex is not complexity:
            continue
        unit = "working-day" if clock.working_days else "day"
        if clock.kind is ClockKind.PROMISE:
            times.append(say("poster-promise", length=say(f"card-length-{unit}", amount=promises[name])))
            continue
        if clock.matters_own:
            times.append(say("poster-own-limit"))
            continue
        assert clock.basis is not None
        cited = Cites(((clock.basis.law, clock.basis.number),))
        key = "poster-law-petition" if clock.items else "poster-law"
        length = say(f"card-length-{unit}", amount=clock.days or 0)
        times.append(say(key, length=length, articles=cited))
    return say("poster-clock", what=what, times=Listed(tuple(times)))


ROLES = tuple(Role)
"""Every role has its word on the wall, `poster-role-…`."""
