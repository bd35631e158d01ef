"""Promises of telling what happened: three matters to choose, the words carried on, sealed ones dropped."""

from __future__ import annotations

import pytest

from dialogs.complaint import SEALED
from dialogs.outcomes import File, Unsay
from dialogs.reception import Reception
from tests.dialogs.resident import Resident

WORDS = "包工头拖欠我们三个月的工资"
LAND = "修路把我家的地占了，补偿款没给"
BRIBES = "乡长收了钱才办事，贪污扶贫款"
TO_THE_CARD = ("ask_wages_from:company", "ask_still_working:no", "ask_debt_proof:no", "when_job_ended:skip")


@pytest.fixture
def resident(reception: Reception) -> Resident:
    """One who reads Chinese."""
    return Resident(reception)


def offered(resident: Resident) -> list[str]:
    """The matters to press."""
    return [b.removeprefix("matter:") for b in resident.buttons if b.startswith("matter:")]


@pytest.mark.parametrize("before", [(), ("menu:guidance",), ("menu:complaint", "consent:agree")])
@pytest.mark.parametrize("words", [WORDS, "ལས་ཀ་བྱས་ཚར། བདག་པོས་གླ་ཆ་མི་སྤྲོད"])
def test_words_are_answered_with_three_matters_and_none_of_these(
    resident: Resident, before: tuple[str, ...], words: str
) -> None:
    resident.does(*before, words)
    assert resident.asked in ("guidance.matter", "complaint.matter")
    assert "likely" in resident.sees
    assert offered(resident)[0] == "wages"
    assert offered(resident)[3] == "none-of-these"
    assert "matter" not in resident.state.drafts[resident.state.open[-1]].answers


def test_none_of_these_opens_the_groups_and_the_words_stay(resident: Resident) -> None:
    resident.does(WORDS, "matter:none-of-these")
    assert "matter:work" in resident.buttons
    assert "likely" not in resident.sees
    resident.does("matter:work", "matter:wages", *TO_THE_CARD, "card:file", "consent:agree")
    assert story(resident) == [WORDS]


def story(resident: Resident) -> list[str]:
    """The pieces of the complaint's story."""
    return [p["text"] for p in resident.state.drafts["complaint"].answers["facts"]["parts"]]


def test_what_was_said_at_the_menu_is_the_first_piece_of_the_story(resident: Resident) -> None:
    resident.does(WORDS, "matter:wages", *TO_THE_CARD, "card:file")
    assert resident.sees[0] == "told-kept"
    resident.does("consent:agree", "place:540621100201")
    assert resident.asked == "complaint.facts"
    assert "parts-received" in resident.sees
    assert "facts:done" in resident.buttons
    resident.does("我叫他十次了", "facts:done")
    assert story(resident) == [WORDS, "我叫他十次了"]
    assert resident.asked == "complaint.request"


def test_what_was_said_at_the_complaints_matter_is_not_asked_again(resident: Resident) -> None:
    resident.does("menu:complaint", "consent:agree", WORDS, "matter:wages", "place:540621100201")
    assert resident.asked == "complaint.facts"
    assert story(resident) == [WORDS]
    resident.does(
        *("facts:done", "请帮我要回工资", "since:skip", "amount:skip", "people:skip", "told_before:no"),
        *("evidence:skip", "behalf:self", "identity:named", "扎西", "phone:skip", "summary:submit"),
    )
    (effect,) = resident.effects
    assert isinstance(effect, File)
    assert effect.answers["facts"] == {"parts": [{"text": WORDS}], "done": True}
    assert "told" not in effect.answers


def test_words_that_may_be_of_a_sealed_matter_are_kept_nowhere(resident: Resident) -> None:
    resident.does(BRIBES)
    assert not SEALED.isdisjoint(offered(resident))
    assert resident.secret
    assert BRIBES not in str(resident.state.to_json())
    resident.does("matter:official_conduct")
    assert BRIBES not in str(resident.state.to_json())


@pytest.mark.parametrize("before", [(), ("menu:complaint", "consent:agree")])
def test_choosing_a_sealed_matter_drops_the_words_and_blanks_what_came_in(
    resident: Resident, before: tuple[str, ...]
) -> None:
    resident.does(*before, WORDS)
    assert WORDS in str(resident.state.to_json())
    resident.does("matter:none-of-these", "matter:report", "matter:official_conduct")
    assert WORDS not in str(resident.state.to_json())
    assert resident.effects == [Unsay()]


def test_a_channel_that_takes_no_complaints_keeps_no_words(reception: Reception) -> None:
    away = Resident(Reception(reception.dialogs, full=False, link="https://x"))
    away.does(WORDS)
    assert offered(away)[0] == "wages"
    assert WORDS not in str(away.state.to_json())


def test_a_matter_typed_by_its_name_needs_no_choosing(resident: Resident) -> None:
    assert resident.does("menu:guidance", "拖欠工资").asked == "guidance.ask_wages_from"


def test_words_of_nothing_known_find_nothing(resident: Resident) -> None:
    resident.does("menu:guidance", "北京市朝阳区")
    assert resident.sees[0] == "refused-not-found-in-list"


def test_other_words_offer_other_matters(resident: Resident) -> None:
    resident.does(WORDS, LAND)
    assert offered(resident)[0] == "land_taking"
    assert resident.state.drafts["guidance"].answers == {"told": f"{WORDS}\n{LAND}"}


def test_the_menu_drops_what_was_told(resident: Resident) -> None:
    resident.does(WORDS, "/menu")
    assert WORDS not in str(resident.state.to_json())


def test_after_a_pause_with_nothing_begun_words_are_heard(resident: Resident) -> None:
    resident.does("/menu").waits(days=7).does(WORDS)
    assert resident.asked == "guidance.matter"
    assert offered(resident)[0] == "wages"
