"""Promises about having a paper: who may, when, and that it says what was told on that day."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bot.conversation import Reply
from bot.papers.drawing import file_name
from bot.rehearsal.session import CHANNEL, Rehearsal
from bot.wiring import House
from cases.lifecycle import Role
from dialogs.engine.events import Asked, Pressed, Said
from storage import conversations, staff
from storage.conversations import body_place
from storage.staff import Member
from storage.tables import keys, outbox
from tests.bot.houses import SetTime

CARD = ("language:zh", "menu:guidance", "matter:work", "matter:wages", "ask_wages_from:company")
CARD += ("ask_still_working:yes", "ask_debt_proof:no", "when_wrong_ended:skip")
COMPLAINT = (
    *(
        "language:bo",
        "menu:complaint",
        "consent:agree",
        "matter:wages",
        "place:540621101202",
        "=欠三个月。",
    ),
    *("facts:done", "=请帮我要。", "since:skip", "amount:skip", "people:skip", "told_before:no"),
    *("evidence:skip", "behalf:self", "identity:named", "=扎西", "phone:skip", "summary:submit"),
)


class Person:
    """A resident at a terminal, whose every message is delivered to nobody: the outbox is looked at."""

    def __init__(self, house: House, address: str = "one") -> None:
        self.house, self.address, self._turn = house, address, 0
        self.reply: Reply

    async def does(self, *steps: str) -> Reply:
        """Press `question:option`, or say what follows a `=`."""
        for step in steps:
            self._turn += 1
            question, _, option = step.partition(":")
            event = Said(step[1:]) if step.startswith("=") else Pressed(question, option)
            self.reply = await self.house.conversations.hear(
                CHANNEL, self.address, f"{self.address}/{self._turn}", event
            )
        return self.reply

    async def papers(self) -> list[dict[str, Any]]:
        """The sheets of every paper owed to this person, oldest first."""

        def look(connection: Any) -> list[dict[str, Any]]:
            kept = conversations.find(connection, self.house.keyring, CHANNEL, self.address)
            assert kept is not None
            rows = connection.execute(
                outbox.select()
                .join(keys, outbox.c.key_id == keys.c.id)
                .add_columns(keys.c.wrapped)
                .where(outbox.c.recipient == kept.id)
                .order_by(outbox.c.id)
            ).all()
            keyring = self.house.keyring
            bodies = [keyring.unwrap(r.wrapped).open_json(r.body, body_place(kept.id)) for r in rows]
            return [body["paper"] for body in bodies if "paper" in body]

        return await self.house.store.read(look)


async def filed(person: Person) -> str:
    """A complaint about wages, in Tibetan; its number."""
    reply = await person.does(*COMPLAINT)
    assert reply.receipt is not None
    return reply.receipt[0]


async def moved(house: House, number: str, *moves: tuple[str, dict[str, str]]) -> None:
    """Moves by the office and its unit."""
    now = house.time.now()

    def make(connection: Any) -> None:
        for name, parts in moves:
            role = MAKES.get(name, Role.UNIT)
            unit = "renshe" if role is Role.UNIT else house.office.own_unit
            house.casework.move(connection, number, name, member(connection, role, unit), parts, now)

    def member(connection: Any, role: Role, unit: str) -> Member:
        known = staff.by_login(connection, role.value)
        return (
            known[0]
            if known
            else staff.add(
                connection,
                login=role.value,
                name="x",
                role=role,
                unit=unit,
                language="zh",
                password_hash="x",
                now=now,
                own_unit="xinfang",
            )
        )

    await house.store.write(make)


MAKES = {"forward": Role.CLERK, "ask": Role.CLERK, "answer_review": Role.HEAD, "conclude": Role.HEAD}
FORWARD = ("forward", {"unit": "renshe", "complexity": "simple"})
ACCEPT = ("accept", {"item": "6"})
ANSWER = ("answer", {"outcome": "explained", "text": "单位分三次付清。"})


async def test_the_card_comes_as_a_document_with_the_card_still_open(house: House) -> None:
    person = Person(house)
    reply = await person.does(*CARD, "paper:card.0")
    assert reply.asks is not None
    assert reply.asks.question == "card"
    assert reply.bubble.text == house.texts["zh"].text("paper-ready")
    (sheet,) = await person.papers()
    assert (sheet["kind"], sheet["about"], sheet["languages"][0]) == ("card", "wages", "zh")
    await person.does("card:path-1", "paper:card.1")
    assert (await person.papers())[1]["words"] != sheet["words"]


async def test_a_button_of_a_card_no_longer_open_draws_nothing(house: House) -> None:
    person = Person(house)
    for press in ("paper:card.99", "paper:card.x", "paper:other.0"):
        reply = await person.does(*CARD, press)
        assert house.texts["zh"].text("refused-stale-button") in reply.bubble.text
    reply = await person.does("menu:menu", "paper:card.0")
    assert house.texts["zh"].text("refused-stale-button") in reply.bubble.text
    assert await person.papers() == []


async def test_the_receipt_comes_as_a_document_in_the_residents_language(house: House) -> None:
    person = Person(house)
    number = await filed(person)
    reply = await person.does(f"case:paper.receipt.{number}")
    buttons = [label.id for row in reply.bubble.rows for label in row]
    assert buttons == [f"case:show.{number}", "menu:person", "menu:menu"], "the way back to the case"
    (sheet,) = await person.papers()
    assert (sheet["kind"], sheet["about"], sheet["on"]) == ("receipt", number, "2026-11-23")
    assert sheet["languages"] == ["bo", "zh"]
    told = str(sheet["words"]["zh"])
    assert "2026年11月24日" in told
    assert "2026年12月8日" in told
    assert "欠三个月" not in str(sheet)
    assert "扎西" not in str(sheet)
    assert house.papers.is_true(await house.papers.drawn(sheet))
    assert file_name(sheet) == f"{number}-receipt.pdf"


@pytest.mark.parametrize(
    ("kind", "name"), [("retaliation", "嘉信1-receipt.pdf"), ("card", "lamton-card.pdf")]
)
def test_a_file_s_name_gives_nothing_away(kind: str, name: str) -> None:
    about = "domestic_violence" if kind == "card" else "嘉信1"
    assert file_name({"kind": kind, "about": about}) == name


async def test_each_notice_offers_its_paper_and_the_paper_keeps_the_day_it_was_given(house: House) -> None:
    assert isinstance(house.time, SetTime)
    person = Person(house)
    number = await filed(person)
    await moved(house, number, FORWARD)
    house.time.later(days=1)
    await moved(house, number, ACCEPT)
    house.time.later(days=2)
    for notice, day in (("forwarded", "2026-11-23"), ("accepted", "2026-11-24")):
        await person.does(f"case:paper.{notice}.{number}")
        sheet = (await person.papers())[-1]
        assert (sheet["kind"], sheet["on"]) == (notice, day)
        assert "嘉黎县人力资源和社会保障局" in str(sheet["words"]["zh"])
    assert "第三十四条" in str(sheet["words"]["zh"]["law"])


async def test_an_answer_is_given_on_paper_only_once_it_has_been_opened(house: House) -> None:
    assert isinstance(house.time, SetTime)
    person = Person(house)
    number = await filed(person)
    await moved(house, number, FORWARD, ACCEPT, ANSWER)
    paper = f"case:paper.answered.{number}"
    asked = await person.does(paper)
    assert asked.asks is not None
    assert asked.asks.question == "code"
    assert await person.papers() == []
    await person.does("menu:menu", f"case:open.{number}", paper)
    (sheet,) = await person.papers()
    assert sheet["text"] == "单位分三次付清。"
    assert "2026年12月23日" in str(sheet["words"]["zh"]["remedy"])
    house.time.later(minutes=16)
    await person.does(paper)
    assert len(await person.papers()) == 1


async def test_a_paper_is_nobody_elses(house: House) -> None:
    number = await filed(Person(house, "owner"))
    stranger = Person(house, "stranger")
    for notice in ("receipt", "nothing", ""):
        reply = await stranger.does("language:zh", f"case:paper.{notice}.{number}")
        assert number not in reply.bubble.text
    assert await stranger.papers() == []
    owner = Person(house, "owner-2")
    await owner.does("language:zh", "case:paper.receipt.嘉信20200101-00000000")
    assert await owner.papers() == []


async def test_a_notice_a_case_never_had_has_no_paper(house: House) -> None:
    person = Person(house)
    number = await filed(person)
    await person.does(f"case:paper.accepted.{number}", f"case:paper.withdrawn.{number}")
    assert await person.papers() == []


async def test_the_rehearsal_writes_the_paper_beside_its_data(sqlite_house: House) -> None:
    rehearsal = Rehearsal(sqlite_house, "one", "zh")
    await rehearsal.open()
    await rehearsal.hear(Asked("menu"))
    for step in CARD[1:]:
        await rehearsal.hear(Pressed(*step.split(":")))  # type: ignore[arg-type]
    turn = await rehearsal.hear(Pressed("paper", "card.0"))
    (file,) = turn.messages[-1]["files"]
    assert re.fullmatch(r"lamton-card\.pdf", file["name"])
    with open(file["path"], "rb") as written:  # noqa: ASYNC230 - a test reads what was written
        assert sqlite_house.papers.is_true(written.read())
