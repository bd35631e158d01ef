"""Promises about review and re-review (《信访工作条例》第三十五、三十六条), and of closing by the clock."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from cases.case import Case, Made, report_retaliation
from cases.errors import MissingPart, MoveNotAllowed, PartInvalid, TooLate
from cases.lifecycle import MOVES, Heads, Role, Status, end_statuses, moves_open_to
from cases.matters import find_matter
from cases.office import Office
from cases.parts import parts_of
from cases.reviews import May, may_ask, organ_of
from tests.cases.conftest import DAY, works_in

Make = Callable[..., Made]


@pytest.fixture
def answered(accepted: Make, make: Make) -> Callable[..., Case]:
    """A case answered on DAY, and opened where `opened`."""

    def answer(item: str = "6", *, opened: bool = True) -> Case:
        case = make(accepted(item=item).case, "answer", Role.UNIT, outcome="explained", text="…").case
        return make(case, "receive", Role.RESIDENT).case if opened else case

    return answer


@pytest.fixture
def reviewed(answered: Callable[..., Case], make: Make) -> Callable[..., Case]:
    """A case whose answer was reviewed, and the opinion opened where `opened`."""

    def review(*, opened: bool = True) -> Case:
        case = make(answered(), "ask_review", Role.RESIDENT, text="…").case
        case = make(case, "answer_review", Role.SUPERVISOR, opinion="upheld", text="…").case
        return make(case, "receive_review", Role.RESIDENT).case if opened else case

    return review


def clocks(case: Case) -> dict[str, date]:
    return {one.clock: one.due_on for one in case.running}


def test_the_days_begin_when_the_answer_is_received_and_not_before(
    answered: Callable[..., Case], make: Make
) -> None:
    unopened = answered(opened=False)
    assert may_ask(unopened, DAY).may is May.UNOPENED
    with pytest.raises(MoveNotAllowed):
        make(unopened, "ask_review", Role.RESIDENT, text="…")
    later = DAY + timedelta(days=100)
    assert may_ask(make(unopened, "receive", Role.RESIDENT, later).case, later).may is May.YES


def test_a_review_is_asked_until_the_last_day_and_not_after(
    answered: Callable[..., Case], make: Make
) -> None:
    case = answered()
    last = clocks(case)["review_window"]
    assert last == date(2026, 4, 1)  # 30 days from 2 March
    made = make(case, "ask_review", Role.RESIDENT, last, text="…")
    assert made.case.status is Status.IN_REVIEW
    assert clocks(made.case) == {"review": date(2026, 5, 6)}  # 1 May and the days off after it
    with pytest.raises(TooLate) as late:
        make(case, "ask_review", Role.RESIDENT, last + timedelta(days=1), text="…")
    assert late.value.last_on == last
    assert may_ask(case, last + timedelta(days=1)).may is May.PASSED


def test_a_re_review_has_its_own_thirty_days_and_its_own_organ(
    reviewed: Callable[..., Case], make: Make, office: Office
) -> None:
    assert may_ask(reviewed(opened=False), DAY).may is May.UNOPENED
    case = reviewed()
    assert clocks(case) == {"rereview_window": date(2026, 4, 1)}
    assert organ_of(case, office) == "nagqu_zhengfu"
    made = make(case, "ask_rereview", Role.RESIDENT, text="…")
    assert clocks(made.case) == {"rereview": date(2026, 4, 1)}
    with pytest.raises(TooLate):
        make(case, "ask_rereview", Role.RESIDENT, date(2026, 4, 2), text="…")
    ended = make(made.case, "conclude", Role.HEAD, opinion="changed", text="…").case
    assert (ended.status, ended.running) == (Status.CONCLUDED, ())
    assert may_ask(ended, DAY).may is May.FINAL


def test_only_an_answer_under_item_six_is_reviewed(answered: Callable[..., Case], make: Make) -> None:
    for item in "12345":
        case = answered(item)
        assert may_ask(case, DAY).may is May.OTHER
        with pytest.raises(MoveNotAllowed):
            make(case, "ask_review", Role.RESIDENT, text="…")


def test_the_unit_that_answered_has_no_part_in_the_review(answered: Callable[..., Case], make: Make) -> None:
    case = make(answered(), "ask_review", Role.RESIDENT, text="…").case
    assert moves_open_to(case, Role.UNIT, unit=case.unit) == ()
    assert moves_open_to(case, Role.CLERK) == ()
    with pytest.raises(MoveNotAllowed):
        make(case, "answer_review", Role.HEAD, by_unit=case.unit, text="…", opinion="upheld")
    with pytest.raises(MissingPart):
        make(case, "answer_review", Role.HEAD, text="…")
    with pytest.raises(PartInvalid):
        make(case, "answer_review", Role.HEAD, text="…", opinion="supported")


def test_the_clock_closes_what_nobody_asked_about_and_nothing_earlier(
    answered: Callable[..., Case], reviewed: Callable[..., Case], make: Make
) -> None:
    for case in (answered(), reviewed()):
        last = case.running[0].due_on
        with pytest.raises(MoveNotAllowed):
            make(case, "close", Role.CLOCK, last)
        closed = make(case, "close", Role.CLOCK, last + timedelta(days=1)).case
        assert (closed.status, closed.running) == (Status.CLOSED, ())
    with pytest.raises(MoveNotAllowed):
        make(answered(opened=False), "close", Role.CLOCK, DAY + timedelta(days=1000))


def test_each_unit_that_takes_cases_has_an_organ_above_it_and_one_above_that(office: Office) -> None:
    for unit in office.units.values():
        if not unit.takes:
            continue
        first = office.above(unit.id)
        assert first
        assert office.above(first)
        assert len({unit.id, first, office.above(first)}) == 3
    assert office.above("540621100") == "xian_zhengfu"
    assert office.above("shengtai") == "nagqu_shengtai"


def test_retaliation_is_told_above_the_unit_and_never_to_it(office: Office) -> None:
    for unit in office.units.values():
        assert office.told_of_retaliation(unit.id) != unit.id
    assert office.told_of_retaliation(office.own_unit) == office.level_above


def test_a_report_of_retaliation_is_taken_only_where_somebody_reads_it(office: Office) -> None:
    def report(here: Office) -> Made:
        return report_retaliation(
            "嘉信20260302-00482914",
            told="dangwei_zhengfu",
            today=DAY,
            office=here,
        )

    with pytest.raises(PartInvalid):
        report(office)
    review = replace(office.review, readers=frozenset({"dangwei_zhengfu"}))
    made = report(replace(office, review=review))
    assert made.case.restricted
    assert made.case.unit == "dangwei_zhengfu"
    assert clocks(made.case) == {"retaliation": date(2026, 3, 17)}
    assert find_matter(made.case.matter).sealed  # in no export and no reminder


def test_no_clock_runs_once_a_case_is_over_whatever_was_done_before(
    accepted: Make, make: Make, office: Office
) -> None:
    chance = random.Random(35)
    ended = set()
    for _ in range(900):
        case, day = accepted().case, DAY
        for _ in range(16):
            day += timedelta(days=chance.choice((0, 0, 1, 40)))
            roles = [
                (role, move)
                for role in Role
                for move in moves_open_to(
                    case, role, unit=works_in(office, case, "ask", role), own_unit=office.own_unit
                )
                if move.heads is not Heads.ANOTHER or role is not Role.HEAD
            ]
            if not roles:
                break
            role, move = chance.choice(roles)
            known = {"authority": "fayuan", "days": "9", "hearing_days": "3", "done_on": day.isoformat()}
            known["unit"] = "renshe"
            given = {
                a.part.name: known.get(a.part.name) or (a.part.choices or ("…",))[0]
                for a in parts_of(move, case)
                if a.needed
            } | ({"text": "…"} if move.one_of else {})
            try:
                case = make(case, move.name, role, day, **given).case
            except MoveNotAllowed:
                continue
            if case.status in end_statuses(MOVES):
                ended.add(case.status)
                assert case.running == ()
    assert ended == end_statuses(MOVES)
