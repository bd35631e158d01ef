"""Promises about the moves in the staff's bot: they come from the same table as at the desk, all of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.staff_telegram.steps import asks_of
from bot.words.messages import read_folder
from cases.case import Case, make_move
from cases.lifecycle import MOVES, Role, Status
from cases.office import load_office
from storage import cases as case_rows
from tests.telegram.people import User
from tests.telegram.staff_day import Day, card, steps
from tests.telegram.staff_presses import makes
from tests.telegram.test_staff_steps import CASE
from tests.web.desk.people import OVER_BOTH, joins

ROOT = Path(__file__).parents[2]
BY_STAFF = {m.name for m in MOVES if m.leaves and set(m.by) - {Role.RESIDENT, Role.CLOCK}}
TEXT = "已经核实，情况属实。"


@dataclass(frozen=True)
class Done:
    """One move of a life: by whom, what they press, what they write. `by` None: by the resident."""

    by: str | None
    move: str
    chosen: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    status: Status | None = None


CLERK, UNIT, HEAD, CHIEF, SUPERVISOR = "dorje", "pema", "tashi", "gonpo", "drolma"
FORWARD = Done(CLERK, "forward", ("renshe", "simple"), status=Status.FORWARDED)
ACCEPT = Done(UNIT, "accept", ("6",), status=Status.ACCEPTED)
LIVES: dict[str, tuple[Done, ...]] = {
    "given_back_and_worked_on": (
        FORWARD,
        Done(UNIT, "object", written=(TEXT,), status=Status.OBJECTED),
        Done(CLERK, "uphold_objection", written=(TEXT,), status=Status.RETURNED),
        Done(CLERK, "forward", ("renshe",), status=Status.FORWARDED),
        ACCEPT,
        Done(CLERK, "ask", written=(TEXT,)),
        Done(UNIT, "meet", ("first",), (TEXT,)),
        Done(UNIT, "feed_back", written=(TEXT,)),
        Done(UNIT, "mediate", ("no",), (TEXT,), status=Status.ACCEPTED),
        Done(HEAD, "extend", written=("20", TEXT)),
        Done(UNIT, "answer", ("supported",), (TEXT,), status=Status.ANSWERED),
        Done(CLERK, "receive"),
        Done(HEAD, "carry_out", written=("2026-11-23", TEXT), status=Status.ANSWERED),
    ),
    "reviewed_to_its_end": (
        FORWARD,
        Done(UNIT, "object", written=(TEXT,), status=Status.OBJECTED),
        Done(CLERK, "refuse_objection", written=(TEXT,), status=Status.FORWARDED),
        ACCEPT,
        Done(SUPERVISOR, "supervise", ("call",), (TEXT,)),
        Done(HEAD, "report_upward", ("life",), (TEXT,)),
        Done(UNIT, "answer", ("explained",), (TEXT,), status=Status.ANSWERED),
        Done(CLERK, "receive"),
        Done(None, "ask_review", status=Status.IN_REVIEW),
        Done(CHIEF, "answer_review", ("upheld",), (TEXT,), status=Status.REVIEWED),
        Done(CLERK, "receive_review"),
        Done(None, "ask_rereview", status=Status.IN_REREVIEW),
        Done(SUPERVISOR, "hear", written=("7",)),
        Done(CHIEF, "conclude", ("upheld",), (TEXT,), status=Status.CONCLUDED),
        Done(CLERK, "receive_final"),
    ),
    "settled": (
        FORWARD,
        ACCEPT,
        Done(UNIT, "mediate", ("yes",), (TEXT,), status=Status.SETTLED),
    ),
    "declined_put_right_and_led": (
        FORWARD,
        Done(HEAD, "decline", ("in_hand",), (TEXT,), status=Status.DECLINED),
        Done(HEAD, "correct", written=(TEXT,), status=Status.FORWARDED),
        Done(CLERK, "redirect", ("litigation", "fayuan", "guided"), status=Status.REDIRECTED),
    ),
}


def test_no_move_of_the_staff_is_left_out() -> None:
    assert {one.move for life in LIVES.values() for one in life if one.by} == BY_STAFF


async def _joined(day: Day) -> dict[str, User]:
    """The phones of all who act."""
    members = {
        CLERK: day.clerk,
        UNIT: day.pema,
        HEAD: await joins(day.house, HEAD, Role.HEAD, "renshe", name="扎西"),
        CHIEF: await joins(day.house, CHIEF, Role.HEAD, "xinfang", name="贡布"),
        SUPERVISOR: await joins(day.house, SUPERVISOR, Role.SUPERVISOR, "xinfang", name="卓玛"),
    }
    return {login: await day.phone(member) for login, member in members.items()}


async def _resident(day: Day, move: str) -> None:
    """The resident asks for review of whoever authorised the office to take the request."""
    stored = await day.case()
    office, today = day.house.office, day.house.time.today()
    made = make_move(
        stored.case,
        move,
        by=Role.RESIDENT,
        today=today,
        office=office,
        parts={"text": TEXT},
    )
    await day.house.store.write(
        lambda c: case_rows.save_move(c, day.house.keyring, stored, made, day.clock.now(), None)
    )


@OVER_BOTH
@pytest.mark.parametrize("life", LIVES)
async def test_every_move_is_made_from_a_phone_by_choices_and_a_text(day: Day, life: str) -> None:
    phones = await _joined(day)
    number = await day.resident.files()
    for done in LIVES[life]:
        if done.by is None:
            await _resident(day, done.move)
        else:
            told = await makes(phones[done.by], number, done.move, done.chosen, done.written)
            assert (await day.moves())[-1] == done.move, told.text
        if done.status is not None:
            assert (await day.case()).case.status is done.status


def test_each_thing_asked_for_has_its_words_in_both_languages() -> None:
    office = load_office(ROOT / "office" / "jiali")
    for language in ("zh", "bo"):
        ids = read_folder(ROOT / "locales" / language)[0].keys()
        for move in (m for m in MOVES if m.name in BY_STAFF):
            wanted = {f"staff-move-{move.name}"}
            for ask in asks_of(move, CASE, office):
                part = ask.part.name
                named = {f"staff-{part}-{move.name}", f"staff-part-{part}"}
                own = f"staff-bot-choose-{part}" if ask.choices else f"staff-bot-write-{move.name}"
                assert ids & {own, *named}, f"{language}: {move.name} asks for {part}"
                if ask.choices and part not in ("unit", "authority"):
                    wanted |= {f"staff-{part}-{value}" for value in ask.choices}
            assert wanted <= ids, f"{language}: {move.name}"


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
    case: Case = (await day.case()).case
    assert (case.status, case.unit) == (Status.RETURNED, None)
