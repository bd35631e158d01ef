"""Promises about what a move does to a case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.case import Case, Made, file_case, make_move
from cases.clocks import CLOCKS, ClockKind, nearest
from cases.errors import MissingPart, MoveNotAllowed, NotTaken, PartInvalid, UnknownMatter
from cases.lifecycle import MOVES, Role, Status, end_statuses, moves_open_to
from cases.matters import MATTERS, Matter
from cases.notices import NOTICES
from cases.office import Office, load_office
from cases.parts import parts_of
from tests.cases.conftest import DAY, ROOT

Make = Callable[..., Made]
P, L = ClockKind.PROMISE, ClockKind.LAW


def running(made: Made) -> dict[tuple[str, ClockKind], date]:
    return {(one.clock, one.kind): one.due_on for one in made.case.running}


def test_filing_gives_a_receipt_and_starts_the_offices_clocks(filed: Make) -> None:
    made = filed()
    assert made.case.status is Status.FILED
    assert made.case.filed_on == DAY
    assert made.notice == NOTICES["receipt"]
    assert (made.event.before, made.event.after, made.event.by) == (None, Status.FILED, Role.RESIDENT)
    assert running(made) == {
        ("forward", P): date(2026, 3, 3),
        ("forward", L): date(2026, 3, 17),
        ("acceptance", P): date(2026, 3, 5),
    }
    assert made.started == made.case.running
    assert made.stopped == ()


def test_forwarding_stops_the_offices_clock_and_starts_the_units(filed: Make, make: Make) -> None:
    day = date(2026, 3, 4)
    made = make(filed().case, "forward", Role.CLERK, day, unit="renshe", complexity="simple")
    assert {(one.clock, one.kind) for one in made.stopped} == {("forward", P), ("forward", L)}
    assert running(made) == {
        ("acceptance", P): date(2026, 3, 5),  # still from the day it was filed
        ("acceptance", L): date(2026, 3, 19),  # from the unit's receipt
        ("objection", L): date(2026, 3, 11),  # five working days
    }
    assert (made.case.unit, made.case.complex) == ("renshe", False)
    assert made.notice == NOTICES["forwarded"]


@pytest.mark.parametrize(
    ("complexity", "promise", "due"),
    [("simple", "answer_simple", date(2026, 3, 12)), ("complex", "answer_complex", date(2026, 4, 21))],
)
def test_a_simple_case_is_promised_in_10_days_and_a_complex_one_in_50(
    accepted: Make, complexity: str, promise: str, due: date
) -> None:
    made = accepted(complexity=complexity)
    assert running(made) == {(promise, P): due, ("answer", L): date(2026, 5, 6)}  # 1 May and on are off


@pytest.mark.parametrize("item", ["1", "2", "3", "4"])
def test_the_sixty_days_and_the_review_window_run_for_item_6_alone(
    accepted: Make, make: Make, item: str
) -> None:
    made = accepted(item=item)
    assert running(made) == {("answer_simple", P): date(2026, 3, 12)}
    case = make(made.case, "answer", Role.UNIT, outcome="explained", text="如此").case
    received = make(case, "receive", Role.RESIDENT)
    assert running(received) == {("closing_answered", P): date(2026, 4, 1)}  # it is only closed then


def test_the_review_window_starts_when_the_answer_is_opened_and_only_once(accepted: Make, make: Make) -> None:
    answered = make(accepted().case, "answer", Role.UNIT, outcome="not_supported", text="如此")
    assert answered.case.running == ()
    assert answered.notice is not None
    assert answered.notice.neutral
    assert answered.notice.remedy
    opened = make(answered.case, "receive", Role.RESIDENT, date(2026, 3, 9))
    assert running(opened) == {("review_window", L): date(2026, 4, 8)}
    with pytest.raises(MoveNotAllowed):
        make(opened.case, "receive", Role.RESIDENT, date(2026, 3, 20))


def test_the_offices_own_unit_may_accept_at_once(filed: Make, make: Make) -> None:
    case = filed("relocation").case
    made = make(case, "accept", Role.UNIT, by_unit="xinfang", item="6", complexity="complex")
    assert (made.case.unit, made.case.item, made.case.complex) == ("xinfang", 6, True)
    assert set(running(made)) == {("answer_complex", P), ("answer", L)}
    with pytest.raises(MissingPart, match="complexity"):
        make(case, "accept", Role.UNIT, by_unit="xinfang", item="6")


def test_a_suggestion_has_no_item_and_no_limit_of_law_for_its_answer(filed: Make, make: Make) -> None:
    case = make(filed("suggestion").case, "forward", Role.CLERK, unit="jiaoyu", complexity="simple").case
    with pytest.raises(PartInvalid):
        make(case, "accept", Role.UNIT, item="6")
    assert set(running(make(case, "accept", Role.UNIT))) == {("answer_simple", P)}


def test_asking_waits_on_the_resident_and_the_clocks_go_on(accepted: Make, make: Make) -> None:
    case = accepted().case
    asked = make(case, "ask", Role.UNIT, text="哪一年？")
    assert asked.case.waiting_on_resident
    assert asked.case.status is Status.ACCEPTED
    assert asked.case.running == case.running
    added = make(asked.case, "add", Role.RESIDENT, text="去年")
    assert replace(added.case, before=case.before) == case
    assert added.notice is None


def test_a_resident_adds_on_their_own_with_a_text_or_a_file(filed: Make, make: Make) -> None:
    case = filed().case
    assert make(case, "add", Role.RESIDENT, files="a b").case == case
    with pytest.raises(MissingPart):
        make(case, "add", Role.RESIDENT)


def test_withdrawing_stops_every_clock_and_ends_the_wait(filed: Make, make: Make) -> None:
    case = make(filed().case, "ask", Role.CLERK, text="？").case
    made = make(case, "withdraw", Role.RESIDENT)
    assert made.case.status is Status.WITHDRAWN
    assert made.case.running == ()
    assert made.stopped == case.running
    assert not made.case.waiting_on_resident
    assert made.notice == NOTICES["withdrawn"]


@pytest.mark.parametrize(
    ("parts", "missing"),
    [
        ({"complexity": "simple"}, "unit"),
        ({"unit": "renshe"}, "complexity"),
        ({"unit": "  ", "complexity": "simple"}, "unit"),
    ],
)
def test_a_move_that_lacks_a_part_is_refused(
    filed: Make, make: Make, parts: dict[str, str], missing: str
) -> None:
    with pytest.raises(MissingPart) as refused:
        make(filed().case, "forward", Role.CLERK, **parts)
    assert refused.value.name == missing


@pytest.mark.parametrize(
    ("parts", "wrong"),
    [
        ({"unit": "nowhere", "complexity": "simple"}, "unit"),
        ({"unit": "fayuan", "complexity": "simple"}, "unit"),  # a court has its own procedure
        ({"unit": "renshe", "complexity": "hard"}, "complexity"),
        ({"unit": "renshe", "complexity": "simple", "outcome": "supported"}, "outcome"),
        ({"unit": "renshe", "complexity": "simple", "reason": "x" * 1001}, "reason"),
    ],
)
def test_a_move_that_carries_something_wrong_is_refused(
    filed: Make, make: Make, parts: dict[str, str], wrong: str
) -> None:
    with pytest.raises(PartInvalid) as refused:
        make(filed().case, "forward", Role.CLERK, **parts)
    assert refused.value.name == wrong
    assert "x" * 10 not in str(refused.value)  # nothing that was written gets into a log


def test_another_unit_moves_nothing(accepted: Make, make: Make) -> None:
    with pytest.raises(MoveNotAllowed):
        make(accepted().case, "answer", Role.UNIT, by_unit="lincao", outcome="supported", text="好")


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.RESIDENT, Role.CLERK)])
def test_only_a_resident_or_a_clerk_files(filed: Make, role: Role) -> None:
    with pytest.raises(MoveNotAllowed):
        filed(by=role)


def test_a_sealed_matter_is_not_taken_without_discipline_keys(filed: Make, office: Office) -> None:
    sealed = [matter.id for matter in MATTERS.values() if matter.sealed]
    assert sealed == ["official_conduct", "petition_staff"]
    for matter in sealed:
        with pytest.raises(NotTaken):
            filed(matter)
    keyed = replace(office, discipline_keys=("a key", "another"))
    made = file_case("n", sealed[0], by=Role.RESIDENT, today=DAY, office=keyed)
    assert made.case.status is Status.FILED


def test_an_unknown_matter_is_refused(filed: Make) -> None:
    with pytest.raises(UnknownMatter):
        filed("weather")


def test_the_nearest_duty_is_what_the_queue_is_ordered_by(filed: Make, make: Make) -> None:
    case = filed().case
    first = nearest(case)
    assert first is not None
    assert (first.clock, first.kind, first.due_on) == ("forward", P, date(2026, 3, 3))
    late = make(
        case, "forward", Role.CLERK, date(2026, 2, 24), unit="renshe", complexity="simple"
    ).case  # the unit's window to object runs out first, and is no duty
    after = nearest(late)
    assert after is not None
    assert after.clock == "acceptance"


def test_the_window_to_ask_review_is_no_duty_of_the_staff(accepted: Make, make: Make) -> None:
    case = make(accepted().case, "answer", Role.UNIT, outcome="explained", text="如此").case
    assert nearest(make(case, "receive", Role.RESIDENT).case) is None


OFFICE = load_office(ROOT / "office" / "jiali")
PARTS = {
    "unit": "renshe",
    "complexity": "complex",
    "item": "6",
    "text": "一",
    "files": "f",
    "outcome": "supported",
    "channel": "web",
    "reason": "因",
    "organ": "xian_zhengfu",
    "opinion": "upheld",
    "assisting": "lincao",
    "ground": "in_hand",
    "path": "arbitration",
    "authority": "laodong_zhongcai",
    "led": "guided",
    "amount": "1,200.5",
    "meeting": "first",
    "agreed": "yes",
    "days": "30",
    "hearing_days": "7",
    "means": "call",
    "danger": "fire",
    "voice": "0123456789abcdef",
}


@settings(deadline=None)
@given(st.sampled_from([m for m in MATTERS.values() if not m.sealed]), st.data())
def test_any_walk_through_the_moves_keeps_its_promises(matter: Matter, data: st.DataObject) -> None:
    """Whatever is done in whatever order: events chain, no clock runs at an end, none runs twice."""
    today = data.draw(st.dates(date(2026, 1, 1), date(2026, 12, 31)))
    made = file_case("n", matter.id, by=Role.RESIDENT, today=today, office=OFFICE)
    for _ in range(data.draw(st.integers(0, 8))):
        case = made.case
        own, unit = OFFICE.own_unit, data.draw(st.sampled_from((case.unit, OFFICE.own_unit)))
        choices = [
            (role, move) for role in Role for move in moves_open_to(case, role, unit=unit, own_unit=own)
        ]
        if not choices:
            break
        role, move = data.draw(st.sampled_from(choices))
        today += timedelta(days=data.draw(st.integers(0, 30)))
        given = {**PARTS, "done_on": today.isoformat(), "agreed": data.draw(st.sampled_from(("yes", "no")))}
        parts = {asked.part.name: given[asked.part.name] for asked in parts_of(move, case)}
        try:
            made = make_move(
                case,
                move.name,
                by=role,
                today=today,
                office=OFFICE,
                parts=parts,
                by_unit=unit,
            )
        except MoveNotAllowed:
            assert move.within or move.past  # a window not open today, or not over yet
            continue
        assert (made.event.before, made.event.after) == (case.status, made.case.status)
        clocks, were = made.clocks, {one.key for one in case.running}
        gone = {one.key for one in (*clocks.stopped, *clocks.void)} - {one.key for one in clocks.resumed}
        come = {one.key for one in (*clocks.started, *clocks.resumed)}
        assert {one.key for one in made.case.running} == (were - gone) | come
        assert {one.key for one in clocks.moved} <= were
        keys = [(one.clock, one.kind) for one in made.case.running]
        assert len(keys) == len(set(keys))
        if made.case.status in end_statuses(MOVES):
            assert made.case.running == ()


def test_a_case_keeps_the_due_day_it_was_given(filed: Make, make: Make, office: Office) -> None:
    """A later change of promise or calendar moves no running case."""
    case: Case = filed().case
    slower = replace(office, promises={clock.name: 99 for clock in CLOCKS})
    made = make_move(
        case,
        "ask",
        by=Role.CLERK,
        today=DAY,
        office=slower,
        parts={"text": "？"},
    )
    assert made.case.running == case.running


def test_the_review_window_runs_from_the_day_an_answer_was_signed_for(accepted: Make, make: Make) -> None:
    answered = make(accepted().case, "answer", Role.UNIT, outcome="not_supported", text="如此")
    signed = make(answered.case, "receive", Role.CLERK, date(2026, 3, 12), signed_on="2026-03-09")
    assert running(signed) == {("review_window", L): date(2026, 4, 8)}
    assert (signed.event.on, signed.started[0].started_on) == (date(2026, 3, 12), date(2026, 3, 9))
    for day in ("2026-03-13", "2026-03-01"):
        with pytest.raises(PartInvalid, match="not_since_answer"):
            make(answered.case, "receive", Role.CLERK, date(2026, 3, 12), signed_on=day)
