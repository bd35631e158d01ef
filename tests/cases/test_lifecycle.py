"""Promises about the table of moves."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from cases.case import Case
from cases.clocks import ClockKind, Running
from cases.errors import MoveNotAllowed, TableInvalid
from cases.lifecycle import MOVES, Move, Role, Status, check_moves, end_statuses, find_move, moves_open_to
from tests.cases.conftest import DAY

WINDOWS = {Status.ANSWERED: "review_window", Status.REVIEWED: "rereview_window"}
"""The window that runs in a status once what was decided is received."""


def standing(status: Status, unit: str | None = "renshe", *, received: bool = True) -> Case:
    name = WINDOWS.get(status) if received else None
    running = (Running(name, ClockKind.LAW, DAY, DAY, False, "信访工作条例#35"),) if name else ()
    return Case("嘉信20260302-00482913", "wages", status, DAY, unit=unit, running=running)


def test_every_status_is_reached_and_what_is_over_is_an_end() -> None:
    reached = {move.enters for move in MOVES if move.enters}
    assert reached == set(Status)
    assert end_statuses(MOVES) == {Status.WITHDRAWN, Status.CONCLUDED, Status.CLOSED}


# Who may do what, written out by hand: the table must say exactly this.
OPEN_MOVES = {
    (Status.FILED, Role.RESIDENT): {"add", "withdraw"},
    (Status.FILED, Role.CLERK): {"forward", "ask"},
    (Status.FORWARDED, Role.RESIDENT): {"add", "withdraw"},
    (Status.FORWARDED, Role.CLERK): {"ask"},
    (Status.FORWARDED, Role.UNIT): {"accept", "ask"},
    (Status.ACCEPTED, Role.RESIDENT): {"add", "withdraw"},
    (Status.ACCEPTED, Role.CLERK): {"ask"},
    (Status.ACCEPTED, Role.UNIT): {"ask", "answer"},
    (Status.ANSWERED, Role.RESIDENT): {"receive", "ask_review"},
    (Status.ANSWERED, Role.CLERK): {"receive"},
    (Status.ANSWERED, Role.CLOCK): {"close"},
    (Status.IN_REVIEW, Role.RESIDENT): {"add", "withdraw"},
    (Status.IN_REVIEW, Role.HEAD): {"answer_review"},
    (Status.IN_REVIEW, Role.SUPERVISOR): {"answer_review"},
    (Status.REVIEWED, Role.RESIDENT): {"receive_review", "ask_rereview"},
    (Status.REVIEWED, Role.CLERK): {"receive_review"},
    (Status.REVIEWED, Role.CLOCK): {"close"},
    (Status.IN_REREVIEW, Role.RESIDENT): {"add", "withdraw"},
    (Status.IN_REREVIEW, Role.HEAD): {"conclude"},
    (Status.IN_REREVIEW, Role.SUPERVISOR): {"conclude"},
    (Status.CONCLUDED, Role.RESIDENT): {"receive_final"},
    (Status.CONCLUDED, Role.CLERK): {"receive_final"},
}


@pytest.mark.parametrize(("status", "role"), list(product(Status, Role)))
def test_every_pair_not_in_the_table_is_refused(status: Status, role: Role) -> None:
    case = standing(status, unit=None if status is Status.FILED else "renshe")
    allowed = OPEN_MOVES.get((status, role), set())
    unit = case.unit if role is Role.UNIT else "xinfang"  # a reviewed unit's own head reviews nothing
    assert {move.name for move in moves_open_to(case, role, unit=unit)} == allowed
    for move in MOVES:
        if move.name in allowed:
            assert find_move(case, role, move.name, unit=unit) is move
        else:
            with pytest.raises(MoveNotAllowed) as refused:
                find_move(case, role, move.name, unit=unit)
            assert (refused.value.move, refused.value.status, refused.value.role) == (move.name, status, role)


@pytest.mark.parametrize("status", [Status.IN_REVIEW, Status.IN_REREVIEW])
def test_the_head_of_the_unit_whose_answer_is_reviewed_decides_nothing(status: Status) -> None:
    case = standing(status, unit="renshe")
    assert moves_open_to(case, Role.HEAD, unit="renshe", own_unit="xinfang") == ()
    assert moves_open_to(case, Role.HEAD, unit="xinfang", own_unit="xinfang") != ()
    of_office = standing(status, unit="xinfang")  # the office records what the level above says
    assert moves_open_to(of_office, Role.HEAD, unit="xinfang", own_unit="xinfang") != ()


@pytest.mark.parametrize("status", list(WINDOWS))
def test_nothing_is_asked_and_nothing_closed_before_the_window_has_begun(status: Status) -> None:
    case = standing(status, received=False)
    assert not any("ask_" in move.name for move in moves_open_to(case, Role.RESIDENT))
    assert moves_open_to(case, Role.CLOCK) == ()


def test_no_unit_moves_the_case_of_another() -> None:
    case = standing(Status.FORWARDED)
    assert moves_open_to(case, Role.UNIT, unit="renshe")
    assert not moves_open_to(case, Role.UNIT, unit="lincao")
    assert not moves_open_to(case, Role.UNIT)  # nor does somebody of no unit


def test_only_the_offices_own_unit_accepts_what_was_never_forwarded() -> None:
    case = standing(Status.FILED, unit=None)
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
