"""Promises about the table of moves."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from cases.case import Case
from cases.clocks import ClockKind, Running
from cases.corrections import kept_before
from cases.errors import MoveNotAllowed, TableInvalid
from cases.lifecycle import (
    MOVES,
    Lead,
    Move,
    Role,
    Status,
    check_moves,
    end_statuses,
    find_move,
    move_named,
    moves_open_to,
)
from tests.cases.conftest import DAY

WINDOWS = {
    Status.FORWARDED: "objection",
    Status.ACCEPTED: "answer",
    Status.ANSWERED: "review_window",
    Status.REVIEWED: "rereview_window",
    Status.SETTLED: "confirmation",
    Status.REDIRECTED: "closing_led",
}
"""The clock that some move of a status waits for: of an answer, once it is received."""
OWN = "xinfang"


def standing(status: Status, unit: str | None = "renshe", *, ticking: bool = True) -> Case:
    """A case answered in support, with something to undo; `ticking`: the clock of WINDOWS runs in it."""
    name = WINDOWS.get(status) if ticking else None
    kind = ClockKind.PROMISE if name == "closing_led" else ClockKind.LAW
    running = (Running(name, kind, DAY, DAY, True, "信访工作条例#35"),) if name else ()
    case = Case("嘉信20260302-00482913", "wages", status, DAY, unit, running=running, outcome="supported")
    return replace(case, before=kept_before(case, move_named("ask"), Role.CLERK))


def test_every_status_is_reached_and_what_is_over_is_an_end() -> None:
    reached = {status for move in MOVES for status in move.reaches}
    assert reached == set(Status)
    ends = {Status.DECLINED, Status.WITHDRAWN, Status.CONCLUDED, Status.CLOSED}
    assert end_statuses(MOVES) == ends


# Who may do what, written out by hand: the table must say exactly this. A head is of the unit that has the
# case, or where nobody has it of the office; of a case under review of the office.
RESIDENTS_OPEN = {"add", "withdraw"}
OPEN_MOVES = {
    (Status.FILED, Role.RESIDENT): RESIDENTS_OPEN,
    (Status.FILED, Role.CLERK): {"forward", "ask", "redirect"},
    (Status.FILED, Role.HEAD): {"decline", "report_upward", "correct"},
    (Status.FILED, Role.SUPERVISOR): {"supervise"},
    (Status.FORWARDED, Role.RESIDENT): RESIDENTS_OPEN,
    (Status.FORWARDED, Role.CLERK): {"ask", "redirect"},
    (Status.FORWARDED, Role.UNIT): {"object", "accept", "redirect", "ask"},
    (Status.FORWARDED, Role.HEAD): {"decline", "report_upward", "correct"},
    (Status.FORWARDED, Role.SUPERVISOR): {"supervise"},
    (Status.FORWARDED, Role.CLOCK): {"recount"},
    (Status.OBJECTED, Role.RESIDENT): RESIDENTS_OPEN,
    (Status.OBJECTED, Role.CLERK): {"uphold_objection", "refuse_objection"},
    (Status.OBJECTED, Role.HEAD): {"report_upward", "correct"},
    (Status.OBJECTED, Role.SUPERVISOR): {"supervise"},
    (Status.RETURNED, Role.RESIDENT): RESIDENTS_OPEN,
    (Status.RETURNED, Role.CLERK): {"forward", "ask", "redirect"},
    (Status.RETURNED, Role.HEAD): {"decline", "report_upward", "correct"},
    (Status.RETURNED, Role.SUPERVISOR): {"supervise"},
    (Status.ACCEPTED, Role.RESIDENT): RESIDENTS_OPEN,
    (Status.ACCEPTED, Role.CLERK): {"ask", "redirect"},
    (Status.ACCEPTED, Role.UNIT): {"redirect", "ask", "meet", "feed_back", "mediate", "answer"},
    (Status.ACCEPTED, Role.HEAD): {"extend", "report_upward", "correct"},
    (Status.ACCEPTED, Role.SUPERVISOR): {"supervise"},
    (Status.ACCEPTED, Role.CLOCK): {"recount"},
    (Status.DECLINED, Role.HEAD): {"correct"},
    (Status.REDIRECTED, Role.HEAD): {"correct"},
    (Status.REDIRECTED, Role.CLOCK): {"close", "recount"},
    (Status.SETTLED, Role.HEAD): {"correct"},
    (Status.SETTLED, Role.CLOCK): {"close", "recount"},
    (Status.ANSWERED, Role.RESIDENT): {"receive", "ask_review"},
    (Status.ANSWERED, Role.CLERK): {"receive"},
    (Status.ANSWERED, Role.UNIT): {"carry_out"},
    (Status.ANSWERED, Role.HEAD): {"carry_out", "correct"},
    (Status.ANSWERED, Role.CLOCK): {"close", "recount"},
    (Status.IN_REVIEW, Role.RESIDENT): RESIDENTS_OPEN,
    (Status.IN_REVIEW, Role.HEAD): {"answer_review", "report_upward", "correct"},
    (Status.IN_REVIEW, Role.SUPERVISOR): {"answer_review", "supervise"},
    (Status.REVIEWED, Role.RESIDENT): {"receive_review", "ask_rereview"},
    (Status.REVIEWED, Role.CLERK): {"receive_review"},
    (Status.REVIEWED, Role.HEAD): {"correct"},
    (Status.REVIEWED, Role.CLOCK): {"close", "recount"},
    (Status.IN_REREVIEW, Role.RESIDENT): RESIDENTS_OPEN,
    (Status.IN_REREVIEW, Role.HEAD): {"hear", "conclude", "report_upward", "correct"},
    (Status.IN_REREVIEW, Role.SUPERVISOR): {"hear", "conclude", "supervise"},
    (Status.CONCLUDED, Role.RESIDENT): {"receive_final"},
    (Status.CONCLUDED, Role.CLERK): {"receive_final"},
    (Status.CONCLUDED, Role.HEAD): {"correct"},
    (Status.CLOSED, Role.UNIT): {"carry_out"},
    (Status.CLOSED, Role.HEAD): {"carry_out", "correct"},
    (Status.WITHDRAWN, Role.HEAD): {"correct"},
}
HAS_NOBODY = (Status.FILED, Status.RETURNED)
UNDER_REVIEW = (Status.IN_REVIEW, Status.IN_REREVIEW)


@pytest.mark.parametrize(("status", "role"), list(product(Status, Role)))
def test_every_pair_not_in_the_table_is_refused(status: Status, role: Role) -> None:
    case = standing(status, unit=None if status in HAS_NOBODY else "renshe")
    unit = OWN if role is Role.HEAD and status in (*HAS_NOBODY, *UNDER_REVIEW) else case.unit
    allowed = OPEN_MOVES.get((status, role), set())
    assert {move.name for move in moves_open_to(case, role, unit=unit, own_unit=OWN)} == allowed
    for move in MOVES:
        if move.name in allowed:
            assert find_move(case, role, move.name, unit=unit, own_unit=OWN) is move
        else:
            with pytest.raises(MoveNotAllowed) as refused:
                find_move(case, role, move.name, unit=unit, own_unit=OWN)
            assert (refused.value.move, refused.value.status, refused.value.role) == (move.name, status, role)


def test_a_head_acts_for_their_own_unit_alone() -> None:
    def may(status: Status, unit: str) -> set[str]:
        return {m.name for m in moves_open_to(standing(status), Role.HEAD, unit=unit, own_unit=OWN)}

    assert "decline" in may(Status.FORWARDED, "renshe")
    assert "extend" in may(Status.ACCEPTED, "renshe")
    assert may(Status.FORWARDED, "lincao") == set()
    assert may(Status.ACCEPTED, "lincao") == set()
    # the office puts right what went wrong anywhere, and extends nobody's time
    assert may(Status.ACCEPTED, OWN) == {"report_upward", "correct"}
    # whose answer is reviewed has no part in the review; the level above, or the office for it, has
    assert "answer_review" not in may(Status.IN_REVIEW, "renshe")
    assert "answer_review" in may(Status.IN_REVIEW, "xian_zhengfu")


def test_nothing_is_undone_where_nothing_was_done_and_carried_out_only_what_was_supported() -> None:
    case = replace(standing(Status.ANSWERED), before=(), outcome="explained")
    assert moves_open_to(case, Role.HEAD, unit="renshe", own_unit=OWN) == ()


def test_a_day_that_is_certain_is_not_counted_anew() -> None:
    case = standing(Status.ACCEPTED)
    sure = replace(case, running=tuple(replace(one, provisional=False) for one in case.running))
    assert moves_open_to(sure, Role.CLOCK) == ()


@pytest.mark.parametrize(("status", "clock"), list(WINDOWS.items()))
def test_what_waits_for_a_clock_is_not_open_before_it_runs(status: Status, clock: str) -> None:
    case = standing(status, ticking=False)
    opened = {m for role in Role for m in moves_open_to(case, role, unit="renshe", own_unit=OWN)}
    assert not any(clock == move.within or clock in move.past for move in opened)
    assert moves_open_to(case, Role.CLOCK) == ()


def test_no_unit_moves_the_case_of_another() -> None:
    case = standing(Status.FORWARDED)
    assert moves_open_to(case, Role.UNIT, unit="renshe")
    assert not moves_open_to(case, Role.UNIT, unit="lincao")
    assert not moves_open_to(case, Role.UNIT)  # nor does somebody of no unit


def test_only_the_offices_own_unit_accepts_what_was_never_forwarded() -> None:
    case = standing(Status.FILED, None)
    assert not moves_open_to(case, Role.UNIT)
    assert not moves_open_to(case, Role.UNIT, unit="renshe", own_unit="xinfang")
    (only,) = moves_open_to(case, Role.UNIT, unit="xinfang", own_unit="xinfang")
    assert only.name == "accept"


def test_a_move_nobody_knows_is_refused() -> None:
    with pytest.raises(MoveNotAllowed):
        find_move(standing(Status.FILED, None), Role.CLERK, "")


@pytest.mark.parametrize(
    "broken",
    [
        (*MOVES, MOVES[0]),  # two of one name
        tuple(move for move in MOVES if move.name != "withdraw"),  # a status nothing leads to
        tuple(replace(move, leaves=(Status.CLOSED,)) if move.name == "accept" else move for move in MOVES),
        tuple(replace(move, by=()) if move.name == "ask" else move for move in MOVES),
        tuple(
            replace(move, leads=Lead("ground", "yes", Status.SETTLED)) if move.name == "mediate" else move
            for move in MOVES
        ),
        (*MOVES, Move("nowhere", "", (), None, (Role.CLERK,))),
        tuple(
            replace(move, own_unit_from=(Status.ANSWERED,)) if move.name == "accept" else move
            for move in MOVES
        ),
    ],
)
def test_an_invalid_table_of_moves_refuses(broken: tuple[Move, ...]) -> None:
    check_moves(MOVES)
    with pytest.raises(TableInvalid):
        check_moves(broken)
