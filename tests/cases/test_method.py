"""Promises of the county's method: what is done, what is still owed, and a wrong table refuses to start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from bot.wiring import ROOT
from cases.errors import OfficeInvalid
from cases.method import checklist, read_method
from cases.office import load_office

METHOD = load_office(ROOT / "office" / "jiali").method
DAY = date(2026, 3, 2)


@dataclass(frozen=True)
class Made:
    """A move on record."""

    move: str
    on: date = DAY
    parts: Mapping[str, str] = field(default_factory=dict)


def test_the_method_is_two_tellings_one_feedback_three_meetings_and_one_leading() -> None:
    assert [step.id for step in METHOD] == [
        *("told_accepted", "told_outcome", "fed_back", "met_first", "met_midway", "met_answer", "led")
    ]


def test_nothing_done_is_all_owed_and_nothing_is_owed_once_it_is_over() -> None:
    assert all(one.owed and one.on is None for one in checklist(METHOD, [], over=False))
    assert not any(one.owed for one in checklist(METHOD, [], over=True))


def test_each_meeting_is_its_own_step_and_the_first_day_counts() -> None:
    later = date(2026, 3, 9)
    record = [
        Made("accept"),
        Made("meet", parts={"meeting": "midway"}),
        Made("meet", later, {"meeting": "midway"}),
    ]
    done = {one.step.id: one.on for one in checklist(METHOD, record, over=False) if one.on}
    assert done == {"told_accepted": DAY, "met_midway": DAY}


def test_leading_to_another_procedure_tells_and_leads() -> None:
    done = {one.step.id for one in checklist(METHOD, [Made("redirect")], over=True) if one.on}
    assert done == {"told_accepted", "told_outcome", "led"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"by": ["dance"]},
        {"by": []},
        {"bo": ""},
        {"zh": ""},
        {"part": ["meeting"]},
        {"part": ["meeting", "never"]},
        {"part": ["mood", "good"]},
    ],
)
def test_a_wrong_step_refuses_to_start(wrong: Mapping[str, Any]) -> None:
    row: Mapping[str, Any] = {"id": "a", "zh": "告知", "bo": "བརྡ་གཏོང་བ།", "by": ["meet"]}
    assert read_method([row])
    with pytest.raises(OfficeInvalid):
        read_method([{**row, **wrong}])
    with pytest.raises(OfficeInvalid):
        read_method([row, row])
