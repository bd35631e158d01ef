"""Promises about the moves in the staff's bot: they come from the same table as at the desk."""

from __future__ import annotations

from pathlib import Path

from bot.staff_telegram.drawing import MOVES
from bot.words.messages import read_folder
from bot.words.texts import load_texts
from cases.lifecycle import Role, Status, move_named
from cases.office import load_office
from cases.parts import PARTS, Form
from tests.telegram.test_staff import Day, card, day, steps

__all__ = ["day"]
ROOT = Path(__file__).parents[2]


def test_a_move_of_the_bot_is_a_few_choices_and_one_text_and_has_its_words() -> None:
    office = load_office(ROOT / "office" / "jiali")
    for language in load_texts(ROOT / "locales", office):
        ids = read_folder(ROOT / "locales" / language)[0].keys()
        for name in MOVES:
            parts = [PARTS[part] for part in (*move_named(name).needs, *move_named(name).fills)]
            assert all(part.form in (Form.TEXT, Form.UNIT) for part in parts)
            written = [part for part in parts if part.form is Form.TEXT and not part.choices]
            assert len(written) <= 1
            wanted = {f"staff-bot-choose-{p.name}" for p in parts if p not in written}
            wanted |= {f"staff-bot-write-{name}" for _ in written}
            assert wanted | {f"staff-done-{name}", f"staff-move-{name}"} <= ids


async def test_a_unit_objects_and_the_clerk_takes_the_case_back(day: Day) -> None:
    pema, dorje = await day.phone(day.pema), await day.phone(day.clerk)
    number = await day.resident.files()
    filed = await card(dorje)
    await steps(dorje, filed, "转送", "嘉黎县人力资源和社会保障局", "简单", "确定")
    told = await card(pema)
    await pema.presses("提出异议", told)
    asks = await pema.next_message()
    assert number in asks.text
    await pema.sends("这家公司不在本县登记。", reply_to=asks)
    assert (await pema.next_message()).text.startswith("异议已经提出")
    alert = await card(dorje)
    assert alert.text.startswith("单位提出了异议")
    await dorje.presses("同意异议，收回", alert)
    await dorje.sends("属实。", reply_to=await dorje.next_message())
    assert (await card(dorje)).text.startswith("已经收回")
    case = (await day.case()).case
    assert (case.status, case.unit) == (Status.RETURNED, None)


def test_who_signs_and_what_wants_a_day_or_a_sum_is_left_to_the_desk() -> None:
    left = {"redirect", "extend", "hear", "carry_out", "receive", "receive_review", "receive_final"}
    assert left.isdisjoint(MOVES)
    assert Role.HEAD in move_named("extend").by
