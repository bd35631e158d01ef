"""Promises of the dialog of an appointment, before any world: what is offered, asked once, and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cases.office import Office
from cases.reception_days import coming_slots
from dialogs.engine.view import Named
from dialogs.reception import Reception
from dialogs.rooms import every_dialog
from dialogs.visit import weekday
from dialogs.visiting import Book, Booked, SeeVisits, SlotGone, VisitShown, VisitsSeen
from tests.bot.houses import demo_office
from tests.dialogs.play import TODAY
from tests.dialogs.resident import Resident

SLOT = "20261202-0930-secretary"
SHOWN = VisitShown("123456", date(2026, 12, 2), "09:30-10:00", Named("县委书记", ""), Named("接待室", ""), 2)
FIRST = VisitsSeen((), (), (), free=True, begins=True)
ANSWERS = (
    "consent:agree",
    f"slot:{SLOT}",
    "matter:wages",
    "people:2",
    "speaks:zh",
    "name:skip",
    "phone:skip",
)


@pytest.fixture(scope="module")
def demo() -> Office:
    """The office with its reception days."""
    return demo_office()


@pytest.fixture
def resident(demo: Office) -> Resident:
    """Somebody before a channel on which appointments are made."""
    return Resident(Reception(every_dialog(demo, lambda: TODAY)))


def test_what_is_free_and_one_s_own_is_asked_of_the_world_before_anything(resident: Resident) -> None:
    resident.does("menu:visit")
    assert resident.effects == [SeeVisits((), anew=False)]
    assert resident.asked is None
    resident.is_told(FIRST)
    assert resident.asked == "visit.consent"
    assert resident.sees == ["visit-consent"]


def test_a_day_without_room_is_not_offered_and_its_button_says_so(resident: Resident, demo: Office) -> None:
    known = coming_slots(demo.reception, demo.calendar, TODAY)
    taken = tuple(s.id for s in known if s.day == date(2026, 12, 2))
    resident.does("menu:visit").is_told(replace(FIRST, taken=taken)).does("consent:agree")
    assert "slot:day-20261202.secretary" not in resident.buttons
    resident.does(f"slot:{SLOT}")
    assert resident.sees[0] == "refused-slot-taken"
    assert resident.asked == "visit.slot"


def test_own_cases_are_offered_first_and_another_s_number_is_no_option(resident: Resident) -> None:
    own = "嘉信20261123-00482913"
    resident.does("menu:visit").is_told(replace(FIRST, cases=(own,))).does("consent:agree", f"slot:{SLOT}")
    assert resident.buttons[0] == f"matter:{own}"
    resident.does("matter:嘉信20261123-00482914")
    assert resident.sees[0] == "refused-not-an-option"
    resident.does(f"matter:{own}")
    assert resident.asked == "visit.people"


def test_a_loser_of_the_last_place_keeps_all_else(resident: Resident) -> None:
    resident.does("menu:visit").is_told(FIRST).does(*ANSWERS, "summary:submit")
    booked = resident.effects[-1]
    assert isinstance(booked, Book)
    resident.is_told(SlotGone((SLOT,), free=True))
    assert resident.sees[:2] == ["visit-slot-gone", "visit-kept"]
    assert resident.asked == "visit.slot"
    resident.does("slot:20261202-1000-secretary")
    assert resident.asked == "visit.summary"
    resident.does("summary:submit")
    again = resident.effects[-1]
    assert isinstance(again, Book)
    assert (again.draft, again.answers["slot"]) == (booked.draft, "20261202-1000-secretary")
    resident.is_told(Booked(SHOWN))
    assert resident.asked is None
    assert "visit" not in resident.state.drafts


def test_the_menu_s_button_in_the_middle_loses_nothing(resident: Resident) -> None:
    resident.does("menu:visit").is_told(FIRST).does(*ANSWERS[:3], "menu:visit").is_told(FIRST)
    assert resident.asked == "visit.people"


def test_a_slot_whose_day_has_come_is_asked_again_after_a_pause(demo: Office) -> None:
    now = [TODAY]
    resident = Resident(Reception(every_dialog(demo, lambda: now[0])))
    resident.does("menu:visit").is_told(FIRST).does(*ANSWERS)
    assert resident.asked == "visit.summary"
    now[0] = date(2026, 12, 2)
    resident.waits(days=8).does("draft:keep")
    assert resident.asked == "visit.slot"
    resident.does("slot:20261203-1530-deputy")
    assert resident.asked == "visit.summary"


def test_a_sealed_matter_is_not_booked(resident: Resident) -> None:
    resident.does("menu:visit").is_told(FIRST).does(*ANSWERS[:2], "matter:official_conduct")
    assert resident.asked == "visit.sealed"
    resident.does("是他拿了钱")
    assert resident.secret
    assert resident.asked == "visit.sealed"


def test_where_no_personal_data_is_taken_nothing_is_booked(demo: Office) -> None:
    there = Resident(Reception(every_dialog(demo, lambda: TODAY), full=False, link="https://example.org"))
    for press in ("menu:visit", "visit:new", "visit:mine"):
        there.does(press)
        assert there.sees[0] == "guidance-only"
    assert there.effects == []


def test_cancelling_asks_first_and_stands_where_it_was(resident: Resident) -> None:
    resident.does("menu:complaint", "visit:cancel.123456")
    assert resident.sees == ["visit-cancel-sure"]
    assert resident.asked == "complaint.consent"
    assert resident.effects == []
    resident.does("visit:cancel", "visit:nonsense")
    assert resident.sees[0] == "refused-stale-button"


def test_every_day_of_the_week_has_its_name() -> None:
    monday = date(2026, 11, 23)
    assert [weekday(monday + timedelta(days=n)).id for n in range(7)] == [f"weekday-{n}" for n in range(1, 8)]
