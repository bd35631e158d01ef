"""Promises about the wall: one page each, every matter and every move, and nothing but what the bot says."""

from __future__ import annotations

import re

from bot.papers.posters import POSTERS, Wall
from cases.clocks import CLOCKS
from cases.lifecycle import MOVES
from cases.matters import GROUPS, MATTERS
from cases.paths import PATHS
from dialogs.engine.view import Cites, Listed, Say, Value, say
from dialogs.posters import MOST_SHOWN, OFF_THE_WALL, WHENS, any_time, procedure, route_map
from tests.papers import desk
from tests.papers.lines import collisions, pieces

SMALLEST_PT = 6
LEGIBLE_PT = {"route": 6.5, "procedure": 8}
"""On the wall, for the day of printing alone; all that stands between head and foot is LEGIBLE_PT."""
FOOT_PT, HEAD_PT = 35 * 72 / 25.4, (420 - 41) * 72 / 25.4
WALL = Wall(desk.TEXTS, desk.OFFICE, desk.LINK, desk.TODAY)


def inside(value: Value) -> set[Value]:
    """Everything said within something said."""
    match value:
        case Say(args=args):
            return {value}.union(*(inside(inner) for _, inner in args))
        case Listed(values=values):
            return {value}.union(*(inside(inner) for inner in values))
        case _:
            return {value}


def test_each_poster_is_one_page_with_its_day() -> None:
    for poster in POSTERS:
        (page,) = pieces(WALL.pdf(poster))
        assert "2026年11月26日" in "".join(piece.text for piece in page)
        assert collisions(page) == []
        assert [piece.text for piece in page if re.match("[་།]", piece.text)] == []
        assert min(piece.size for piece in page) >= SMALLEST_PT
        between = [piece.size for piece in page if FOOT_PT < piece.y < HEAD_PT]
        assert min(between) >= LEGIBLE_PT[poster]


def test_a_poster_without_an_address_has_no_code_and_still_fits() -> None:
    for poster in POSTERS:
        (text,) = desk.pages(Wall(desk.TEXTS, desk.OFFICE, "", desk.TODAY).pdf(poster))
        assert "扫" not in text, "and sends nobody to scan one"
        assert "བཤེར" not in text
        (with_code,) = desk.pages(WALL.pdf(poster))
        assert "扫这个码" in with_code


def test_the_route_map_has_every_matter_once_in_its_group() -> None:
    drawn = route_map()
    assert [group.id for group, _ in drawn] == [f"group-{group}" for group in GROUPS]
    assert sorted(row.matter.id for _, rows in drawn for row in rows) == sorted(
        f"matter-{m}" for m in MATTERS
    )
    (text,) = desk.pages(WALL.pdf("route"))
    for matter in MATTERS:
        assert desk.squeezed(desk.TEXTS["zh"].text(f"matter-{matter}")) in desk.squeezed(text)


def test_the_wall_says_nothing_that_the_card_does_not() -> None:
    rows = {row.matter.id.removeprefix("matter-"): row for _, rows in route_map() for row in rows}
    for matter, way in PATHS.items():
        row = rows[matter]
        firsts = [way.open_paths(answers)[0] for answers in way.all_answers()]
        who = {one for path in firsts for one in path.who[:1]}
        named = {getattr(one, "id", "").removeprefix("path-who-") for one in inside(row.first)}
        assert len(named & who) == min(len(who), MOST_SHOWN)
        assert set(row.hotline) <= {number for path in firsts for number in path.hotline}
        if row.by:
            said = {
                (f"path-name-{path.name}", f"path-time-{limit.unit.replace('_', '-')}", limit.amount)
                for path in way.paths
                for limit in (by.limit for by in path.by)
            }
            args = dict(row.by.args)
            name, time = args["name"], args["time"]
            assert isinstance(name, Say)
            assert isinstance(time, Say)
            assert (name.id, time.id, dict(time.args)["amount"]) in said


def test_the_procedure_has_every_move_and_every_clock_with_its_article() -> None:
    stations, once = procedure(desk.OFFICE.promises), any_time(desk.OFFICE.promises)
    steps = [step for s in stations for step in (*s.beside, *((s.on,) if s.on else ()))]
    told = {step.move for step in (*steps, *once)} | {MOVES[0].name}
    assert told == {move.name for move in MOVES} - OFF_THE_WALL
    # nothing that owes the resident a notice is left off, but for what takes another one back
    assert {move.name for move in MOVES if move.notice} - told == {"correct"}
    assert {step.move for step in steps}.isdisjoint(step.move for step in once)
    said = set().union(*(inside(clock) for step in (*steps, *once) for clock in step.clocks))
    assert say("poster-own-limit") in said
    for clock in (clock for clock in CLOCKS if clock.shown and not clock.matters_own):
        assert Say(f"clock-{clock.name}") in said
        unit = "working-day" if clock.working_days else "day"
        days = clock.days if clock.days is not None else desk.OFFICE.promises[clock.name]
        assert say(f"card-length-{unit}", amount=days) in said
        if clock.basis:
            assert Cites(((clock.basis.law, clock.basis.number),)) in said


def test_what_can_be_done_at_several_stations_says_at_which() -> None:
    for step in any_time(desk.OFFICE.promises):
        (move,) = (move for move in MOVES if move.name == step.move)
        assert step.when is not None
        together = WHENS.get(frozenset(move.leaves))
        listed = {Say(together)} if together else {Say(f"staff-status-{status}") for status in move.leaves}
        assert listed <= inside(step.when)


def test_a_report_of_retaliation_stands_on_the_wall_with_its_article() -> None:
    (step,) = (one for one in any_time(desk.OFFICE.promises) if one.move == "retaliation")
    assert step.when is not None
    assert Cites((("信访工作条例", 46),)) in inside(step.when)
    assert {Say("clock-retaliation")} <= set().union(*(inside(clock) for clock in step.clocks))
    (text,) = desk.pages(WALL.pdf("procedure"))
    assert desk.squeezed(desk.TEXTS["zh"].text("poster-move-retaliation")) in desk.squeezed(text)
