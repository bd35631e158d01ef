"""Promises that the tables of moves and clocks say what 《信访工作条例》 says, read in its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases.clock_rows import CLOCKS
from cases.clocks import Clock, ClockKind
from cases.lifecycle import Heads, Move, Role, Status, move_named
from cases.matters import Article
from cases.part_forms import Ground
from cases.parts import ITEMS, MOST_LONGER
from tests.cases.conftest import ROOT
from tests.cases.test_matters import text_of


@pytest.fixture(scope="module")
def law() -> dict[str, str]:
    """The regulation, where a folder beside the repository holds the texts of the laws."""
    found: Path | None = next(ROOT.parent.glob("*/law/信访工作条例*.md"), None)
    if found is None:
        pytest.skip("the texts of the laws are not at hand: no */law beside the repository")
    return {"信访工作条例": found.read_text(encoding="utf-8")}


def article(law: dict[str, str], number: int) -> str:
    text = text_of(Article("信访工作条例", number), law)
    assert text, number
    return text


def clock(name: str) -> Clock:
    return next(one for one in CLOCKS if one.name == name and one.kind is ClockKind.LAW)


def test_a_unit_objects_within_five_working_days_with_its_reasons_and_the_office_decides(
    law: dict[str, str],
) -> None:
    text = article(law, 23)
    assert "自收到之日起5个工作日内提出异议，并详细说明理由" in text
    assert "经转送、交办的信访部门或者上级机关、单位核实同意后，交还" in text
    objects = move_named("object")
    assert (objects.needs, objects.within, objects.by) == (("reason",), "objection", (Role.UNIT,))
    assert (clock("objection").days, clock("objection").working_days) == (5, True)
    assert move_named("uphold_objection").by == (Role.CLERK,)
    assert move_named("uphold_objection").releases


def test_a_unit_tells_within_fifteen_days_of_its_receipt(law: dict[str, str]) -> None:
    assert "自收到之日起15日内书面告知信访人接收情况以及处理途径和程序" in article(law, 23)
    assert clock("acceptance").starts == "forward"


def test_the_office_forwards_within_fifteen_days_of_receipt_and_they_never_restart(
    law: dict[str, str],
) -> None:
    assert "收到信访事项，应当予以登记，并区分情况，在15日内" in article(law, 22)
    assert (clock("forward").days, clock("forward").starts) == (15, "file")
    assert clock("forward").resumes == ("uphold_objection",)


def test_a_matter_is_not_taken_on_on_two_grounds_alone(law: dict[str, str]) -> None:
    assert "又提出同一信访事项的，上级机关、单位不予受理" in article(law, 19)
    assert "仍然以同一事实和理由提出投诉请求的" in article(law, 36)
    assert "不再受理" in article(law, 36)
    assert "对属于其职权范围的信访事项不予受理" in article(law, 44)
    assert set(Ground) == {Ground.IN_HAND, Ground.CONCLUDED}
    assert move_named("decline").by == (Role.HEAD,)


def test_what_belongs_to_another_procedure_is_led_there(law: dict[str, str]) -> None:
    assert article(law, 31).count("导入相应程序") == 3
    assert "转送同级政法部门依法处理" in article(law, 22)
    assert "引导其向有关政法部门反映问题" in article(law, 22)
    assert article(law, 31).count("（") >= len(ITEMS)
    assert move_named("redirect").enters is Status.REDIRECTED


def test_time_is_extended_by_the_units_head_up_to_thirty_days_and_the_reason_is_told(
    law: dict[str, str],
) -> None:
    text = article(law, 34)
    assert "第三十一条第六项" in text
    assert "经本机关、单位负责人批准" in text
    assert "延长期限不得超过30日，并告知信访人延期理由" in text
    extends: Move = move_named("extend")
    assert (extends.by, extends.heads, extends.once) == ((Role.HEAD,), Heads.HANDLING, True)
    assert (MOST_LONGER, clock("answer").items, clock("answer").longer) == (30, (6,), ("extend", "days"))
    assert "reason" in extends.needs
    assert extends.notice == "extended"


def test_an_agreement_is_reached_with_both_sides_consent_and_put_in_writing(law: dict[str, str]) -> None:
    text = article(law, 33)
    assert "经争议双方当事人同意进行调解" in text
    assert "应当制作调解协议书或者和解协议书" in text
    assert "text" in move_named("mediate").needs


def test_review_is_asked_within_thirty_days_of_receiving_the_answer(law: dict[str, str]) -> None:
    for number, window, answer in ((35, "review_window", "review"), (36, "rereview_window", "rereview")):
        assert "自收到书面答复之日起30日内" in article(law, number)
        assert "求之日起30日内提出" in article(law, number)
        assert (clock(window).days, clock(answer).days) == (30, 30)
        assert move_named(clock(window).starts).by == (Role.RESIDENT, Role.CLERK)


def test_the_days_of_a_hearing_are_not_counted_in_a_re_review_alone(law: dict[str, str]) -> None:
    assert "听证所需时间不计算在前款规定的期限内" in article(law, 36)
    assert "听证所需时间" not in article(law, 35)
    assert move_named("hear").leaves == (Status.IN_REREVIEW,)
    assert clock("rereview").longer == ("hear", "hearing_days")


def test_what_was_supported_is_carried_out(law: dict[str, str]) -> None:
    assert "作出支持信访请求意见的，应当督促有关机关、单位执行" in article(law, 32)
    assert move_named("carry_out").outcome == "supported"
