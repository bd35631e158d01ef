"""Promises of finding the place: who decides, the office nearest to the village, and never a dead end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.words.texts import load_texts
from cases.matters import MATTERS
from cases.office import Office
from cases.paths import PATHS
from dialogs.complaint import SEALED
from dialogs.engine.events import Pinned
from dialogs.nearby import nearest_to
from dialogs.reception import Reception
from dialogs.rooms import every_dialog
from tests.dialogs.resident import Resident
from tests.dialogs.test_guidance import LEFT, to_the_card

CARD = (*LEFT, "when_job_ended:skip")
VILLAGE = "540621101202"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def resident(reception: Reception) -> Resident:
    """One who reads Chinese."""
    return Resident(reception)


def test_the_village_is_asked_once_and_goes_into_the_complaint(resident: Resident) -> None:
    resident.does(*CARD, "nearby:open.0")
    assert resident.asked == "nearby.village"
    resident.does("village:540621101", f"village:{VILLAGE}")
    assert resident.asked == "nearby.near"
    assert "near-walk" in resident.sees
    resident.does("nearby:return")
    assert resident.asked == "guidance.card"
    assert resident.does("nearby:open.1").asked == "nearby.near"
    resident.does("nearby:return", "card:file", "consent:agree")
    assert resident.asked == "complaint.facts"
    assert resident.state.drafts["complaint"].answers["place"] == VILLAGE


def test_the_village_of_a_complaint_begun_is_not_asked_again(resident: Resident) -> None:
    resident.does("menu:complaint", "consent:agree", "matter:wages", "place:540621101", f"place:{VILLAGE}")
    assert resident.does("/menu", *CARD, "nearby:open.0").asked == "nearby.near"


def test_who_will_not_say_the_village_is_shown_the_county(resident: Resident) -> None:
    resident.does(*CARD, "nearby:open.0", "village:skip")
    assert "near-call" in resident.sees
    resident.does("nearby:return", "card:file", "consent:agree")
    assert resident.asked == "complaint.place"


@pytest.mark.parametrize("way", ["/back", "nearby:return"])
def test_back_returns_to_the_card_where_it_stood(resident: Resident, way: str) -> None:
    resident.does(*CARD, "card:path-1")
    before = resident.sees
    for steps in (("nearby:open.1",), ("nearby:open.1", "village:skip")):
        resident.does(*steps, way)
        assert resident.asked == "guidance.card"
        assert resident.sees == before


def test_back_among_the_villages_leads_to_the_townships_first(resident: Resident) -> None:
    resident.does(*CARD, "nearby:open.0", "village:540621101")
    assert "nearby:return" not in resident.buttons
    assert resident.does("/back").asked == "nearby.village"
    assert "nearby:return" in resident.buttons
    assert resident.does("/back").asked == "guidance.card"


def test_another_village_may_be_chosen(resident: Resident) -> None:
    resident.does(*CARD, "nearby:open.0", "village:540621101", f"village:{VILLAGE}", "nearby:village")
    assert resident.asked == "nearby.village"


def test_a_position_is_not_read_and_not_kept(resident: Resident) -> None:
    resident.does(*CARD, "nearby:open.0", Pinned(30.64, 93.23))
    assert resident.sees[0] == "refused-pin-unread"
    assert "30.64" not in str(resident.state.to_json())
    assert resident.does("village:skip", Pinned(30.64, 93.23)).sees[0] == "refused-pin-unread"


def test_a_button_of_no_card_changes_nothing(resident: Resident) -> None:
    for press in ("nearby:open.0", "nearby:return", "nearby:village", "nearby:x"):
        assert resident.does(press).sees[0] == "refused-stale-button"
    resident.does(*CARD)
    for press in ("nearby:open.9", "nearby:open.", "nearby:open.x"):
        assert resident.does(press).sees[0] == "refused-stale-button"
        assert resident.asked == "guidance.card"


@pytest.mark.parametrize("matter", sorted(SEALED))
def test_what_is_told_beside_a_sealed_matter_is_kept_nowhere(resident: Resident, matter: str) -> None:
    resident.does("menu:guidance", f"matter:{matter}")
    to_the_card(resident, PATHS[matter].all_answers()[0])
    resident.does("nearby:open.0", "某某收了钱")
    assert resident.secret


@pytest.mark.parametrize("matter", sorted(SEALED))
def test_of_a_sealed_matter_nobody_is_sent_to_the_office_next_door(
    resident: Resident, office: Office, matter: str
) -> None:
    resident.does("menu:complaint", "consent:agree", "matter:wages", "place:540621101", f"place:{VILLAGE}")
    resident.does("/menu", "menu:guidance", f"matter:{matter}")
    to_the_card(resident, PATHS[matter].all_answers()[0])
    card = resident.sees
    resident.does("nearby:open.0")
    assert resident.asked == "nearby.near", "it may be those of the village: no village is asked"
    assert "near-walk" not in resident.sees
    assert "nearby:village" not in resident.buttons
    words = load_texts(ROOT / "locales", office)
    for texts in words.values():
        told = texts.view(resident.view).text
        assert office.units["540621101"].zh not in told
    assert resident.does("nearby:village").sees[0] == "refused-stale-button"
    assert resident.does("/back").sees == card


@pytest.mark.parametrize("matter", MATTERS)
def test_no_path_leads_to_a_dead_end_while_nothing_is_filled_in(
    reception: Reception, office: Office, matter: str
) -> None:
    words = load_texts(ROOT / "locales", office)
    for answers in PATHS[matter].all_answers()[:3]:
        one = Resident(reception).does("menu:guidance", f"matter:{matter}")
        to_the_card(one, answers)
        for place, _ in enumerate(PATHS[matter].open_paths(answers)):
            one.does(f"card:path-{place}" if place else "/help", f"nearby:open.{place}")
            if one.asked == "nearby.village":
                one.does("village:540621101", f"village:{VILLAGE}")
            for texts in words.values():
                assert texts.view(one.view).text.count("12345") == 1, "said once, however much is lacking"
            assert "near-ask" in one.sees[-3:-1]
            assert {"near-authority", "near-unit-unknown"} & set(one.sees)
            one.does("nearby:return")


def test_what_the_office_filled_in_is_shown_and_nothing_else(office: Office) -> None:
    told = {"address_zh": "嘉黎镇中心路1号", "phone": "0896-3700000", "at": "540621101"}
    town = replace(office.units["540621101"], **told)
    filled = replace(office, units={**office.units, town.id: town})
    words = load_texts(ROOT / "locales", filled)
    one = Resident(Reception(every_dialog(filled, lambda: date(2026, 11, 24))))
    one.does(*CARD, "nearby:open.0", "village:540621101", f"village:{VILLAGE}")
    zh, bo = (words[language].view(one.view).text for language in ("zh", "bo"))
    assert "嘉黎镇人民政府\n地址：嘉黎镇 嘉黎镇中心路1号\n电话：0896-3700000\n上班时间还没有填" in zh
    assert "(嘉黎镇中心路1号)" in bo
    assert "人力资源和社会保障局\n地址和电话还没有填" in zh


def test_the_own_township_is_named_where_it_decides(resident: Resident, office: Office) -> None:
    resident.does("menu:guidance", "matter:other", "nearby:open.0", "village:skip")
    assert "near-authority" in resident.sees
    resident.does("nearby:village", "village:540621101", f"village:{VILLAGE}")
    assert not {"near-authority", "near-walk"} & set(resident.sees)
    words = load_texts(ROOT / "locales", office)
    assert "嘉黎县嘉黎镇人民政府" in words["zh"].view(resident.view).text


def test_the_nearest_is_the_own_townships_else_the_petition_office(office: Office) -> None:
    assert nearest_to(office, VILLAGE) == "540621101"
    assert nearest_to(office, "540621101000") == "540621101"
    for unknown in (None, "elsewhere", "nowhere"):
        assert nearest_to(office, unknown) == office.own_unit


def test_the_office_ships_with_nothing_invented(office: Office) -> None:
    assert [u.id for u in office.units.values() if u.reachable] == []
