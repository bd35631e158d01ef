"""Promises about the papers of a review: what they say, when they are given, and their buttons."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.reviewing import reaches_court
from bot.wiring import House
from bot.words.tibetan import MAX_LABEL_CHARS
from cases.notices import NOTICES
from dialogs.papers import button_of
from tests.bot.houses import reloaded, with_office
from tests.bot.test_papers import ACCEPT, ANSWER, FORWARD, Person, filed, moved


async def test_a_decision_on_review_is_told_on_paper_with_its_outcome_and_its_own_last_day(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = await reloaded(with_office(house, tmp_path, {"accepts_for": "xian_zhengfu"}), monkeypatch)
    person = Person(house)
    number = await filed(person)
    await moved(house, number, FORWARD, ACCEPT, ANSWER)
    await person.does(f"case:open.{number}", f"case:review.{number}", "=第三页写了。", "why:done")
    await person.does(f"case:paper.review_asked.{number}")
    assert "嘉黎县人民政府" in str((await person.papers())[0]["words"]["zh"]["says"])
    await moved(house, number, ("answer_review", {"opinion": "upheld", "text": "原来的答复没有问题。"}))
    await person.does(f"case:paper.reviewed.{number}")
    assert len(await person.papers()) == 1  # what was opened a moment ago is the answer
    await person.does("menu:menu", f"case:open.{number}", f"case:paper.reviewed.{number}")
    _, sheet = await person.papers()
    words = sheet["words"]["zh"]
    assert sheet["text"] == "原来的答复没有问题。"
    assert "嘉黎县人民政府" in str(words["says"])
    assert "人力资源" not in str(words["says"])
    assert house.texts["zh"].text("outcome-upheld") in str(words["says"])
    assert house.texts["zh"].text("clock-rereview_window") in str(words["remedy"])
    assert house.texts["zh"].text("clock-review_window") not in str(words["remedy"])
    await person.does(f"case:paper.answered.{number}")
    answered = str((await person.papers())[-1]["words"]["zh"]["remedy"])
    assert house.texts["zh"].text("clock-rereview_window") not in answered


def test_the_buttons_of_notices_again_fit_a_telephone(sqlite_house: House) -> None:
    for notice in NOTICES:
        for texts in sqlite_house.texts.values():
            assert len(texts.say(button_of(notice))) <= MAX_LABEL_CHARS


@pytest.mark.parametrize(
    ("matter", "open_still"),
    [("wages", True), ("relocation", True), ("crime", True), ("information", True), ("suggestion", False)],
)
def test_who_is_too_late_for_review_is_told_of_the_court_where_the_catalogue_leads_there(
    matter: str, *, open_still: bool
) -> None:
    assert reaches_court(matter) is open_still
