"""Whole lives of a case, from its first day to its last: each move as the law and the office have it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from cases.calendar import Announced, WorkingDays
from cases.case import Case, Made, make_move
from cases.clocks import ClockKind
from cases.corrections import MOST_KEPT, as_json, from_json, standing
from cases.errors import MissingPart, MoveNotAllowed, PartInvalid, TooLate
from cases.lifecycle import Role, Status
from cases.notices import NOTICES
from cases.office import Office
from cases.reviews import May, may_ask
from storage.events import Recorded
from tests.cases.conftest import DAY

Make = Callable[..., Made]
P, L = ClockKind.PROMISE, ClockKind.LAW


def runs(case: Case) -> dict[tuple[str, ClockKind], date]:
    return {one.key: one.due_on for one in case.running}


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def forwarded(filed: Make, make: Make, **parts: str) -> Case:
    given = {"unit": "renshe", "complexity": "simple", **parts}
    return make(filed("other").case, "forward", Role.CLERK, **given).case


def test_objected_given_back_forwarded_again_and_brought_to_its_end(filed: Make, make: Make) -> None:
    case = filed("other").case
    own = {key: due for key, due in runs(case).items() if key[0] == "forward"}
    case = make(
        case, "forward", Role.CLERK, unit="renshe", complexity="simple", assisting="lincao jiaoyu"
    ).case
    assert (case.unit, case.assisting) == ("renshe", ("lincao", "jiaoyu"))
    objected = make(case, "object", Role.UNIT, after(2), reason="不归我们管")
    assert ("objection", L) not in runs(objected.case)
    returned = make(objected.case, "uphold_objection", Role.CLERK, after(4), reason="属实").case
    assert (returned.status, returned.unit, returned.assisting) == (Status.RETURNED, None, ())
    # the office goes on with the days it had; the unit's own fifteen are over with it
    assert {key: due for key, due in runs(returned).items() if key[0] == "forward"} == own
    assert set(runs(returned)) == {("forward", P), ("forward", L), ("acceptance", P)}
    case = make(returned, "forward", Role.CLERK, after(6), unit="lincao").case
    assert not case.complex  # said the first time
    assert runs(case)["acceptance", L] == date(2026, 3, 23)
    case = make(case, "accept", Role.UNIT, after(7), item="6").case
    assert set(runs(case)) == {("answer_simple", P), ("answer", L)}
    extended = make(case, "extend", Role.HEAD, after(30), days="30", reason="要再核实")
    assert extended.notice == NOTICES["extended"]
    assert runs(extended.case)["answer", L] == date(2026, 6, 8)  # 90 days end on a Sunday
    case = make(extended.case, "answer", Role.UNIT, after(80), outcome="explained", text="如此").case
    case = make(case, "receive", Role.RESIDENT, after(82)).case
    assert runs(case) == {("review_window", L): after(82 + 30)}
    case = make(case, "ask_review", Role.RESIDENT, after(90), text="不服").case
    case = make(case, "answer_review", Role.HEAD, after(100), opinion="upheld", text="维持").case
    case = make(case, "receive_review", Role.CLERK, after(101)).case
    case = make(case, "ask_rereview", Role.RESIDENT, after(110), text="还是不服").case
    due = runs(case)["rereview", L]
    heard = make(case, "hear", Role.HEAD, after(120), hearing_days="7").case
    assert (due, runs(heard)["rereview", L]) == (after(140), after(147))
    ended = make(heard, "conclude", Role.HEAD, after(145), opinion="upheld", text="维持").case
    assert (ended.status, ended.running) == (Status.CONCLUDED, ())


def test_a_refused_objection_leaves_the_unit_its_own_days_and_no_second_objection(
    filed: Make, make: Make
) -> None:
    case = forwarded(filed, make)
    due = runs(case)["acceptance", L]
    case = make(case, "object", Role.UNIT, after(1), reason="…").case
    case = make(case, "refuse_objection", Role.CLERK, after(3), reason="…").case
    assert (case.status, case.unit) == (Status.FORWARDED, "renshe")
    assert runs(case)["acceptance", L] == due
    with pytest.raises(MoveNotAllowed):
        make(case, "object", Role.UNIT, after(3), reason="…")


def test_an_objection_is_made_within_five_working_days_with_its_reason(filed: Make, make: Make) -> None:
    case = forwarded(filed, make)  # on a Monday
    with pytest.raises(MissingPart):
        make(case, "object", Role.UNIT, after(1))
    assert make(case, "object", Role.UNIT, after(7), reason="…").case.status is Status.OBJECTED
    with pytest.raises(TooLate):
        make(case, "object", Role.UNIT, after(8), reason="…")


def test_led_to_another_procedure_with_its_sum_and_closed_a_month_later(accepted: Make, make: Make) -> None:
    given = {"path": "litigation", "authority": "fayuan", "led": "guided", "amount": "463,000.5"}
    made = make(accepted(item="1").case, "redirect", Role.UNIT, after(3), **given)
    assert (made.case.status, made.case.path, made.case.authority) == (
        Status.REDIRECTED,
        "litigation",
        "fayuan",
    )
    assert made.case.owed_fen == 46_300_050
    assert made.event.parts["amount"] == "463000.50"
    assert made.notice == NOTICES["redirected"]
    assert runs(made.case) == {("closing_led", P): after(33)}
    with pytest.raises(MoveNotAllowed):
        make(made.case, "close", Role.CLOCK, after(33))
    assert make(made.case, "close", Role.CLOCK, after(34)).case.running == ()


@pytest.mark.parametrize(
    ("part", "text"),
    [("amount", "many"), ("amount", "1.234"), ("authority", "nobody"), ("path", "war"), ("led", "")],
)
def test_what_is_no_sum_no_authority_and_no_procedure_is_refused(
    accepted: Make, make: Make, part: str, text: str
) -> None:
    given = {"path": "litigation", "authority": "fayuan", "led": "sent", part: text}
    with pytest.raises(PartInvalid if text else MissingPart):
        make(accepted().case, "redirect", Role.UNIT, **given)


def test_only_a_head_declines_and_only_on_one_of_two_grounds(filed: Make, make: Make) -> None:
    case = forwarded(filed, make)
    with pytest.raises(MoveNotAllowed):
        make(case, "decline", Role.UNIT, ground="in_hand", reason="…")
    with pytest.raises(MoveNotAllowed):
        make(case, "decline", Role.HEAD, by_unit="lincao", ground="in_hand", reason="…")
    with pytest.raises(PartInvalid):
        make(case, "decline", Role.HEAD, ground="not_ours", reason="…")
    made = make(case, "decline", Role.HEAD, ground="concluded", reason="已经复核完")
    assert (made.case.status, made.case.running) == (Status.DECLINED, ())
    assert made.notice == NOTICES["declined"]
    assert made.notice.remedy
    office = make(filed("other").case, "decline", Role.HEAD, ground="in_hand", reason="…")
    assert office.case.unit is None


def test_mediation_that_agrees_settles_and_the_rest_goes_on(accepted: Make, make: Make) -> None:
    case = make(accepted().case, "ask", Role.UNIT, text="？").case
    failed = make(case, "mediate", Role.UNIT, after(1), agreed="no", text="没有谈成")
    assert (failed.case.status, failed.notice, failed.stopped) == (Status.ACCEPTED, None, ())
    assert failed.case.running == case.running
    assert failed.case.waiting_on_resident
    made = make(failed.case, "mediate", Role.UNIT, after(2), agreed="yes", text="三天内付清")
    assert (made.case.status, made.notice) == (Status.SETTLED, NOTICES["settled"])
    assert not made.case.waiting_on_resident
    assert runs(made.case) == {("confirmation", L): date(2026, 4, 3)}
    assert make(made.case, "close", Role.CLOCK, date(2026, 4, 7)).case.status is Status.CLOSED


def test_time_is_extended_once_by_the_units_head_while_the_sixty_days_run(accepted: Make, make: Make) -> None:
    case = accepted(complexity="complex").case
    assert case.running[1].due_on == date(2026, 5, 6)
    for head in ("lincao", "xinfang"):
        with pytest.raises(MoveNotAllowed):
            make(case, "extend", Role.HEAD, by_unit=head, days="30", reason="…")
    for days in ("0", "31", "ten", "-1", "1.5"):
        with pytest.raises(PartInvalid):
            make(case, "extend", Role.HEAD, days=days, reason="…")
    made = make(case, "extend", Role.HEAD, date(2026, 5, 6), days="30", reason="…")
    # 90 days from 2 March are Sunday 31 May: rolled once, at the new end, not from the rolled sixtieth
    assert runs(made.case) == {("answer_complex", P): date(2026, 4, 21), ("answer", L): date(2026, 6, 1)}
    assert made.case.extended
    with pytest.raises(MoveNotAllowed):
        make(made.case, "extend", Role.HEAD, days="5", reason="…")
    with pytest.raises(TooLate):
        make(case, "extend", Role.HEAD, date(2026, 5, 7), days="30", reason="…")
    with pytest.raises(MoveNotAllowed):
        make(accepted(item="5").case, "extend", Role.HEAD, days="30", reason="…")


def test_under_item_five_the_matters_own_law_sets_the_limit(filed: Make, make: Make, office: Office) -> None:
    def limits(matter: str, unit: str) -> dict[tuple[str, ClockKind], tuple[date, str]]:
        case = make(filed(matter).case, "forward", Role.CLERK, unit=unit, complexity="simple").case
        case = make(case, "accept", Role.UNIT, item="5").case
        return {one.key: (one.due_on, one.basis) for one in case.running if one.kind is L}

    sixty = DAY
    worked = 0
    while worked < 60:
        sixty += timedelta(days=1)
        worked += office.calendar.is_working(sixty)
    assert limits("wages", "renshe") == {("own_limit", L): (sixty, "劳动保障监察条例#17")}
    assert limits("business_payment", "zhujian") == {
        ("own_limit", L): (date(2026, 4, 1), "保障中小企业款项支付条例#25")
    }
    # its law binds the authority it names, and nobody else
    assert limits("wages", "lincao") == {}
    assert limits("environment", "shengtai") == {}


def test_what_was_supported_is_carried_out_also_after_the_case_is_closed(accepted: Make, make: Make) -> None:
    case = make(accepted().case, "answer", Role.UNIT, outcome="supported", text="支持").case
    case = make(case, "receive", Role.RESIDENT).case
    done = {"text": "付清了", "done_on": after(2).isoformat()}
    assert make(case, "carry_out", Role.UNIT, after(2), **done).case.status is Status.ANSWERED
    closed = make(case, "close", Role.CLOCK, after(40)).case
    assert make(closed, "carry_out", Role.HEAD, after(50), **done).case.status is Status.CLOSED
    for wrong in (after(3), DAY - timedelta(days=1)):
        with pytest.raises(PartInvalid):
            make(case, "carry_out", Role.UNIT, after(2), text="…", done_on=wrong.isoformat())
    explained = make(accepted().case, "answer", Role.UNIT, outcome="explained", text="…").case
    with pytest.raises(MoveNotAllowed):
        make(explained, "carry_out", Role.UNIT, **done)


def test_a_correction_brings_back_status_unit_and_clocks_as_they_were(filed: Make, make: Make) -> None:
    case = filed("other").case
    wrong = make(case, "forward", Role.CLERK, after(1), unit="lincao", complexity="complex").case
    made = make(wrong, "correct", Role.HEAD, after(5), by_unit="xinfang", reason="转错了")
    assert made.case.running == case.running  # with the days they had, though one is over
    assert (made.case.status, made.case.unit, made.case.complex) == (Status.FILED, None, None)
    assert made.event.parts == {"reason": "转错了", "undone": "forward"}
    assert made.notice == NOTICES["corrected"]
    assert {one.clock for one in made.clocks.void} == {"acceptance", "objection"}
    again = make(made.case, "forward", Role.CLERK, after(5), unit="renshe", complexity="simple").case
    assert again.unit == "renshe"


def test_moves_are_undone_one_after_the_other_and_a_closed_case_is_opened(
    accepted: Make, make: Make, office: Office
) -> None:
    first = accepted().case
    longer = make(first, "extend", Role.HEAD, after(9), days="20", reason="…").case
    answered = make(longer, "answer", Role.UNIT, after(10), outcome="explained", text="…").case
    received = make(answered, "receive", Role.RESIDENT, after(11)).case
    closed = make(received, "close", Role.CLOCK, after(60)).case
    stored = replace(closed, before=from_json(as_json(closed.before)))
    assert stored == closed

    def undo(case: Case) -> Case:
        return make(case, "correct", Role.HEAD, after(61), reason="…").case

    opened = undo(stored)
    assert (opened.status, opened.running) == (Status.ANSWERED, received.running)
    unanswered = undo(opened)
    assert (unanswered.status, unanswered.running, unanswered.done) == (
        Status.ACCEPTED,
        longer.running,
        longer.done,
    )
    shorter = undo(unanswered)
    assert (shorter.running, shorter.extended) == (first.running, False)


def test_what_the_resident_opened_and_answered_outlives_the_correction_of_a_move_beside_it(
    accepted: Make, make: Make
) -> None:
    done = {"text": "付清了", "done_on": DAY.isoformat()}
    case = make(accepted().case, "answer", Role.UNIT, outcome="supported", text="支持").case
    case = make(case, "carry_out", Role.UNIT, after(1), **done).case
    opened = make(case, "receive", Role.RESIDENT, after(2)).case
    made = make(opened, "correct", Role.HEAD, after(3), reason="没有付清")
    assert made.event.parts["undone"] == "carry_out"
    assert runs(made.case) == runs(opened) == {("review_window", L): after(32)}
    assert (made.case.done, made.clocks.void) == (opened.done, ())
    unanswered = make(made.case, "correct", Role.HEAD, after(4), reason="答错了").case
    assert (unanswered.status, unanswered.done) == (Status.ACCEPTED, ())
    assert ("review_window", L) not in runs(unanswered), "with the answer its receipt is undone"

    asked = make(accepted().case, "ask", Role.UNIT, text="？").case
    told = make(make(asked, "feed_back", Role.UNIT, text="正在办").case, "add", Role.RESIDENT, text="有").case
    assert not make(told, "correct", Role.HEAD, reason="…").case.waiting_on_resident


def test_an_objection_upheld_by_mistake_and_upheld_again_leaves_the_office_its_fifteen_days(
    filed: Make, make: Make
) -> None:
    case = make(forwarded(filed, make), "object", Role.UNIT, after(1), reason="…").case
    returned = make(case, "uphold_objection", Role.CLERK, after(2), reason="…").case
    made = make(returned, "correct", Role.HEAD, after(3), by_unit="xinfang", reason="看错了")
    assert made.case.running == case.running
    assert {one.key for one in made.clocks.halted} == {("forward", P), ("forward", L)}
    again = make(made.case, "uphold_objection", Role.CLERK, after(4), reason="…").case
    assert runs(again) == runs(returned)


def test_what_the_resident_decided_is_not_undone_over_their_head(accepted: Make, make: Make) -> None:
    case = make(accepted().case, "withdraw", Role.RESIDENT).case
    with pytest.raises(MoveNotAllowed):
        make(case, "correct", Role.HEAD, reason="…")


def test_a_day_not_certain_is_settled_once_its_calendar_is_announced(
    accepted: Make, make: Make, office: Office
) -> None:
    case = accepted(today=date(2026, 12, 10)).case
    unsure = {one.clock: one for one in case.running}["answer"]
    assert (unsure.due_on, unsure.provisional) == (date(2027, 2, 9), True)
    with pytest.raises(MoveNotAllowed):  # nothing is announced yet: counting again changes nothing
        make(replace(case, running=()), "recount", Role.CLOCK)
    off = frozenset(date(2027, 2, day) for day in range(5, 12))
    calendar = WorkingDays(announced=(Announced(2027, off, frozenset()),))
    knows = replace(office, calendar=calendar)
    made = make_move(case, "recount", by=Role.CLOCK, today=date(2026, 12, 20), office=knows)
    (moved,) = made.clocks.moved
    assert (moved.due_on, moved.provisional, moved.started_on) == (
        date(2027, 2, 12),
        False,
        date(2026, 12, 10),
    )
    assert (made.event.move, made.event.before, made.event.after) == ("recount", "accepted", "accepted")
    assert made.case.before == case.before, "nobody decided it: it is no move to undo"
    with pytest.raises(MoveNotAllowed):
        make(made.case, "recount", Role.CLOCK)


def test_only_danger_to_people_is_reported_upward(accepted: Make, make: Make) -> None:
    for wrong in ("opinion", "petition", ""):
        with pytest.raises(PartInvalid if wrong else MissingPart):
            make(accepted().case, "report_upward", Role.HEAD, danger=wrong, text="…")
    made = make(accepted().case, "report_upward", Role.HEAD, danger="disaster", text="山体滑坡")
    assert (made.case.status, made.notice) == (Status.ACCEPTED, None)


def test_the_three_meetings_and_the_feedback_leave_the_clocks_alone(accepted: Make, make: Make) -> None:
    case = accepted().case
    for meeting in ("first", "midway", "answer"):
        made = make(case, "meet", Role.UNIT, meeting=meeting, text="说明了情况")
        assert (made.case.running, made.notice) == (case.running, None)
    told = make(case, "feed_back", Role.UNIT, text="正在核实")
    assert told.notice is not None
    assert told.notice.neutral


def test_nobody_assists_themselves_and_only_units_that_take_cases_assist(filed: Make, make: Make) -> None:
    for others in ("renshe", "fayuan", "nobody", "lincao renshe"):
        with pytest.raises(PartInvalid) as refused:
            forwarded(filed, make, assisting=others)
        assert refused.value.name == "assisting"


def test_what_the_law_gives_no_review_is_closed_a_month_after_it_was_received(
    accepted: Make, make: Make, office: Office
) -> None:
    case = make(accepted(item="5").case, "answer", Role.UNIT, outcome="explained", text="…").case
    with pytest.raises(MoveNotAllowed):  # never merely pushed: it waits until it is opened or signed for
        make(case, "close", Role.CLOCK, after(400))
    case = make(case, "receive", Role.CLERK, after(3)).case
    assert runs(case) == {("closing_answered", P): after(3 + office.promises["closing_answered"])}
    with pytest.raises(MoveNotAllowed):
        make(case, "close", Role.CLOCK, after(33))
    assert make(case, "close", Role.CLOCK, after(34)).case.status is Status.CLOSED


@pytest.mark.parametrize("status", [Status.SETTLED, Status.REDIRECTED, Status.DECLINED])
def test_what_was_not_answered_has_no_review(status: Status) -> None:
    assert may_ask(Case("n", "wages", status, DAY, unit="renshe"), DAY).may is May.OTHER


def test_the_last_eight_moves_can_be_undone_and_no_more(accepted: Make, make: Make) -> None:
    case = accepted().case
    for n in range(10):
        case = make(case, "meet", Role.UNIT, meeting="midway", text=str(n)).case
    assert len(case.before) == MOST_KEPT
    for _ in range(MOST_KEPT):
        case = make(case, "correct", Role.HEAD, reason="…").case
    with pytest.raises(MoveNotAllowed):
        make(case, "correct", Role.HEAD, reason="…")


def test_the_record_without_what_was_undone_is_what_stands() -> None:
    def entry(move: str, **parts: str) -> Recorded:
        at = datetime(2026, 3, 2, tzinfo=UTC)
        return Recorded(0, move, None, None, DAY, at, "clerk", None, parts)

    record = [
        entry("file"),
        entry("forward", unit="lincao"),
        entry("read"),
        entry("correct", undone="forward", reason="…"),
        entry("forward", unit="renshe"),
    ]
    assert [one.move for one in standing(record)] == ["file", "read", "forward"]
    assert standing(record)[-1].parts == {"unit": "renshe"}
    met = [entry("meet", text="一"), entry("meet", text="二"), entry("correct", undone="meet", reason="…")]
    assert [one.parts["text"] for one in standing(met)] == ["一"], "the last of that name alone"
