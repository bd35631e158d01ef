"""Promises to a resident who asks what is held of them: all of it, to them alone, and on record."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.mydata import Copies
from bot.mydata.carrying import pages_of
from bot.mydata.telling import told_entries
from bot.rehearsal.session import Rehearsal, Turn
from bot.wiring import House
from cases.case import Case
from cases.lifecycle import Role, Status
from dialogs.engine.events import Event, Pressed, Said
from dialogs.engine.view import Day
from storage import cases as case_rows
from storage import conversations, held
from storage.cases import Recorded, Stored
from storage.staff import Member
from tests.bot import made_files
from tests.bot.houses import SetTime, disk_gives_nothing

TO_FACTS = ("#language:zh", "#menu:complaint", "#consent:agree", "#matter:work", "#matter:wages")
TOLD = "老板欠我三个月工资没有发。"
STORY = (
    *(*TO_FACTS, "#place:540621101", "#place:540621101202", TOLD, "#facts:done", "请帮我要回工资。"),
    *("#since:skip", "3000", "#people:skip", "#told_before:no"),
)
TO_RECEIPT = ("#evidence:done", "#behalf:self", "#identity:named", "扎西", "13800138000", "#summary:submit")
CLERK = Member("0" * 16, "login", "白玛", Role.CLERK, "xinfang", "zh", True, False)


class Resident:
    """Somebody at the terminal."""

    def __init__(self, house: House, name: str) -> None:
        self.house, self._at = house, Rehearsal(house, name)
        self.turn: Turn

    async def does(self, *steps: str) -> Resident:
        """`#question:option` presses; anything else is said."""
        for step in steps:
            question, colon, option = step[1:].partition(":")
            event: Event = Pressed(question, option) if step[0] == "#" and colon else Said(step)
            self.turn = await self._at.hear(event)
        return self

    async def sends(self, path: Path) -> Resident:
        """A photo."""
        from bot.rehearsal.session import FileLine

        self.turn = await self._at.hear(FileLine(path, "photo"))
        return self

    async def files(self, photo: Path) -> tuple[str, str]:
        """A complaint with a photo; number and code."""
        await (await self.does(*STORY)).sends(photo)
        await self.does(*TO_RECEIPT)
        assert self.turn.receipt
        return self.turn.receipt

    @property
    def text(self) -> str:
        """All that was said in the last turn."""
        return "\n\n".join(m["text"] for m in self.turn.messages)

    @property
    def zip(self) -> ZipFile:
        """The copy that came with the last turn."""
        [file] = [f for m in self.turn.messages for f in m.get("files") or ()]
        return ZipFile(BytesIO(Path(file["path"]).read_bytes()))


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo on the resident's phone."""
    path = tmp_path / "欠条.jpg"
    path.write_bytes(made_files.photo_with_gps())
    return path


async def stored(house: House, number: str) -> Stored:
    """The case."""
    found = await house.store.read(lambda c: case_rows.find(c, house.keyring, number))
    assert found
    return found


async def moves(house: House, number: str, *moved: tuple[str, dict[str, str]]) -> None:
    """Staff moves the case."""
    for name, parts in moved:
        await house.store.write(
            lambda c, name=name, parts=parts: house.casework.move(
                c, number, name, CLERK, parts, house.time.now()
            )
        )


async def test_a_copy_holds_what_was_told(house: House, photo: Path) -> None:
    resident = Resident(house, "resident")
    number, code = await resident.files(photo)
    await house.store.write(lambda c: house.casework.read(c, number, CLERK, house.time.now()))
    await moves(
        house,
        number,
        ("forward", {"unit": "renshe", "complexity": "simple"}),
        ("ask", {"text": "哪一个月没有发？"}),
    )
    await resident.does("谢谢您", "#menu:mydata", "#mine:export", f"#which:{number}", code)
    with resident.zip as copy:
        assert copy.testzip() is None
        names = copy.namelist()
        assert names[:4] == ["README.txt", "read.txt", "conversation.json", f"cases/{number}.json"]
        case = json.loads(copy.read(f"cases/{number}.json"))
        talk = json.loads(copy.read("conversation.json"))
        [picture] = [copy.read(n) for n in names if n.startswith(f"files/{number}/")]
        readme = copy.read("README.txt").decode()
        words = copy.read("read.txt").decode()
    assert case["answers"]["facts"] == [{"text": TOLD}]
    assert (case["answers"]["amount"], case["answers"]["phone"]) == ("3000.00", "13800138000")
    assert [(e["what"], e["by"]) for e in case["events"]] == [
        *(("file", "resident"), ("read", "clerk"), ("forward", "clerk"), ("ask", "clerk")),
        ("exported", "resident"),
    ]
    assert case["events"][3]["text"] == "哪一个月没有发？"
    assert all(e["on"] == "2026-11-23" for e in case["events"])
    assert "白玛" not in json.dumps(case, ensure_ascii=False)
    assert len(case["notices"]) == 2
    assert TOLD in [m.get("text") for m in case["messages"]]
    assert "谢谢您" in [m.get("text") for m in talk["messages"]]
    assert code not in json.dumps([talk, case], ensure_ascii=False).replace(" ", "")
    assert picture[:3] == b"\xff\xd8\xff"
    assert "《个人信息保护法》第四十五条" in readme
    assert ("cases 里面" in readme, "files 里面" in readme, "talks" in readme) == (True, True, False)
    for told in (TOLD, "谢谢您", "哪一个月没有发？", number, "13800138000", "欠条.jpg"):
        assert told in words, "it can be read without knowing JSON"
    assert code not in words.replace(" ", "")
    assert case["files"] == [
        {
            "name": "欠条.jpg",
            "kind": "photo",
            "bytes": len(picture),
            "path": f"files/{number}/01-欠条.jpg",
        }
    ]


async def test_a_copy_is_on_record_with_the_case_and_its_chain_holds(house: House, photo: Path) -> None:
    resident = Resident(house, "resident")
    number, code = await resident.files(photo)
    await resident.does("#menu:mydata", "#mine:export", f"#which:{number}", code)
    await resident.does("#mine:whole", f"#which:{number}")
    case = await stored(house, number)
    record = await house.store.read(lambda c: case_rows.history(c, case))
    assert [(e.move, e.by_role) for e in record][1:] == [("exported", "resident"), ("read", "resident")]
    assert await house.store.read(lambda c: case_rows.chain_holds(c, house.keyring, case))


async def test_a_copy_without_the_code_holds_no_case(house: House, photo: Path) -> None:
    resident = Resident(house, "resident")
    number, _ = await resident.files(photo)
    await resident.does("#menu:mydata", "#mine:export", "#which:talk")
    with resident.zip as copy:
        whole = b"".join(copy.read(n) for n in copy.namelist()).decode()
        assert copy.namelist() == ["README.txt", "read.txt", "conversation.json"]
    assert TOLD not in whole
    assert "13800138000" not in whole
    assert len(await house.store.read(lambda c: _history(c, house, number))) == 1


def _history(connection: object, house: House, number: str) -> Sequence[object]:
    case = case_rows.find(connection, house.keyring, number)  # type: ignore[arg-type]
    assert case
    return case_rows.history(connection, case)  # type: ignore[arg-type]


async def test_another_resident_gets_nothing_of_it(house: House, photo: Path) -> None:
    resident = Resident(house, "resident")
    number, _ = await resident.files(photo)
    await resident.does("#menu:mydata", "#mine:export", "#which:talk")
    other = Resident(house, "other")
    await other.does("#language:zh", "#menu:mydata")
    for press in (f"#which:{number}", "#mine:readers", f"#mydata:next.1.{number}"):
        await other.does(press)
        assert TOLD not in other.text
        assert house.texts["zh"].text("mydata-by-clerk") not in other.text
    await other.does("#menu:mydata", "#mine:whole")
    assert TOLD not in other.text
    copies = Copies(house)
    last = await house.store.read(_newest)
    assert await copies.asked("other", "terminal", last) is None


def _newest(connection: object) -> int:
    from sqlalchemy import func, select

    from storage.tables import outbox

    return int(connection.execute(select(func.max(outbox.c.id))).scalar_one())  # type: ignore[attr-defined]


async def test_a_wrong_code_shows_nothing_and_counts(house: House, photo: Path) -> None:
    resident = Resident(house, "resident")
    number, code = await resident.files(photo)
    await resident.does("#menu:mydata")
    for _ in range(5):
        await resident.does("#mine:whole", f"#which:{number}", "0" * 20)
        assert house.texts["zh"].text("not-found") in resident.text
        assert TOLD not in resident.text
    await resident.does("#mine:whole", f"#which:{number}", code)
    assert house.texts["zh"].text("throttled", minutes=15) in resident.text
    assert TOLD not in resident.text


async def test_the_code_opens_for_a_quarter_of_an_hour(house: House, photo: Path) -> None:
    resident = Resident(house, "resident")
    number, code = await resident.files(photo)
    await resident.does("#menu:mydata", "#mine:whole", f"#which:{number}", code)
    assert TOLD in resident.text
    await resident.does("#mine:export", f"#which:{number}")
    assert resident.zip.namelist()
    assert isinstance(house.time, SetTime)
    house.time.later(minutes=16)
    await resident.does("#mine:export", f"#which:{number}")  # the session knows of the old proof
    assert not any(m.get("files") for m in resident.turn.messages)
    assert resident.turn.asks
    assert resident.turn.asks.question == "code"


async def test_an_answer_not_yet_opened_is_not_opened_by_looking(house: House, photo: Path) -> None:
    resident = Resident(house, "resident")
    number, code = await resident.files(photo)
    answer = {"outcome": "supported", "text": "单位已经补发工资。"}
    await moves(house, number, ("accept", {"item": "6", "complexity": "simple"}), ("answer", answer))
    await resident.does("#menu:mydata", "#mine:whole", f"#which:{number}", code)
    assert answer["text"] not in resident.text
    assert "receive" not in (await stored(house, number)).case.done
    await resident.does(f"#case:open.{number}", "#menu:mydata", "#mine:whole", f"#which:{number}")
    if resident.turn.asks and resident.turn.asks.question == "code":
        await resident.does(code)
    assert answer["text"] in resident.text


def test_what_was_opened_stays_told_whatever_comes_after() -> None:
    now, on = datetime(2026, 11, 23, tzinfo=UTC), date(2026, 11, 23)
    done = ("file", "feed_back", "mediate", "answer", "receive", "ask_review", "answer_review", "close")
    said = {"mediate": {"agreed": "no"}}
    record = [
        Recorded(place, move, None, None, on, now, "unit", None, {"text": "话", **said.get(move, {})})
        for place, move in enumerate(done)
    ]
    case = Case("n", "wages", Status.REVIEWED, on, "renshe")
    told = [done[one] for one in sorted(told_entries(case, record))]
    assert told == ["feed_back", "answer", "ask_review"]
    closed = told_entries(replace(case, status=Status.CLOSED), record)
    assert done.index("answer_review") in closed, "once no window runs, nothing is kept back"


async def test_a_file_lost_from_the_disk_does_not_undo_the_copy(house: House, photo: Path) -> None:
    resident = Resident(house, "resident")
    number, code = await resident.files(photo)
    assert house.files.sweep(set(), timedelta(0)) == 1
    await resident.does("#menu:mydata", "#mine:export", f"#which:{number}", code)
    assert resident.zip.read(f"files/{number}/01-欠条.jpg") == b""


async def test_a_file_the_disk_does_not_give_does_not_undo_the_copy(house: House, photo: Path) -> None:
    resident = Resident(house, "resident")
    number, code = await resident.files(photo)
    disk_gives_nothing(house)
    await resident.does("#menu:mydata", "#mine:export", f"#which:{number}", code)
    assert resident.zip.read(f"files/{number}/01-欠条.jpg") == b""


async def test_files_beyond_the_limit_are_named(
    house: House, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.mydata.copying.MOST_BYTES", {"terminal": 10})
    resident = Resident(house, "resident")
    number, code = await resident.files(photo)
    await resident.does("#menu:mydata", "#mine:export", f"#which:{number}", code)
    with resident.zip as copy:
        assert not [n for n in copy.namelist() if n.startswith("files/")]
        assert "欠条.jpg" in copy.read("README.txt").decode()


async def test_what_is_held_is_counted_as_it_is_shown(house: House) -> None:
    resident = Resident(house, "resident")
    await resident.does(*TO_FACTS, "#menu:mydata")
    texts = house.texts["zh"]

    def counted(connection: object) -> int:
        kept = conversations.find(connection, house.keyring, "terminal", "resident")  # type: ignore[arg-type]
        assert kept
        found = held.messages(connection, kept.id, kept.key_id, kept.key)  # type: ignore[arg-type]
        return len(found)

    shown = await house.store.read(counted)
    assert texts.text("mydata-held-draft") in resident.text
    assert f"{shown - 1} 条" in resident.text  # the page itself came after it was counted


def test_long_holdings_are_shown_page_by_page() -> None:
    lines = [f"{n} " + "字" * 90 for n in range(100)]
    pages = pages_of(lines, 1000)
    assert "\n\n".join(pages) == "\n\n".join(lines)
    assert max(map(len, pages)) <= 1000
    assert pages_of([], 1000) == [""]


async def test_everything_is_one_copy_with_each_case_whose_code_was_typed(house: House, photo: Path) -> None:
    resident = Resident(house, "resident")
    filed = [await resident.files(photo)]
    for _ in range(2):
        await resident.does(
            "#menu:menu", "#menu:complaint", "#consent:agree", "#matter:work", "#matter:wages"
        )
        if "same:go-on" in {b["id"] for m in resident.turn.messages for row in m["rows"] for b in row}:
            await resident.does("#same:go-on")
        await resident.does(*STORY[5:])
        await resident.sends(photo)
        await resident.does(*TO_RECEIPT)
        assert resident.turn.receipt
        filed.append(resident.turn.receipt)
    (first, code), (left_out, _), (newest, last_code) = filed
    await resident.does("#menu:mydata", "#mine:export", "#which:all")
    assert newest in resident.text, "which case the code is asked of"
    await resident.does("0000 0000 0000 0000 0000")
    assert newest in resident.text, "a wrong code loses nothing"
    await resident.does(last_code)
    assert left_out in resident.text
    await resident.does("#code_each:skip", code)
    with resident.zip as copy:
        cases = {n for n in copy.namelist() if n.startswith("cases/")}
        assert cases == {f"cases/{first}.json", f"cases/{newest}.json"}
        assert json.loads(copy.read(f"cases/{newest}.json"))["number"] == newest
        assert {n.split("/")[1] for n in copy.namelist() if n.startswith("files/")} == {first, newest}
    await resident.does("#mine:export", "#which:all")
    assert not any("files" in m for m in resident.turn.messages), "the one left out is asked for again"


async def test_a_code_typed_long_ago_opens_nothing_more(house: House, photo: Path) -> None:
    assert isinstance(house.time, SetTime)
    resident = Resident(house, "resident")
    number, code = await resident.files(photo)
    await resident.does("#menu:mydata", "#mine:export", "#which:all", code)
    assert f"cases/{number}.json" in resident.zip.namelist()
    house.time.later(minutes=16)
    await resident.does("#menu:mydata", "#mine:export", "#which:all")
    assert number in resident.text
    await resident.does("#code_each:skip")
    assert not [n for n in resident.zip.namelist() if n.startswith("cases/")]


async def test_talks_with_a_person_are_told_of_and_stand_in_the_copy(house: House) -> None:
    resident = Resident(house, "resident")
    await resident.does("#language:zh", "#menu:person", "村里的水管坏了", "#person:end", "#menu:mydata")
    began = house.texts["zh"].value(Day(house.time.today()))
    until = house.texts["zh"].value(Day(house.time.today() + timedelta(days=90)))
    assert f"{began}的，留到{until}" in resident.text
    await resident.does("#mine:export")
    with resident.zip as copy:
        told = json.loads(copy.read("talks/01.json"))
    assert [line.get("text") for line in told["lines"]] == ["村里的水管坏了"]
    assert told["kept_until"] == (house.time.today() + timedelta(days=90)).isoformat()
    await resident.does("#menu:menu", "#menu:person", "还有一件事")
    await resident.does("#person:end", "#menu:mydata", "#mine:export")
    assert "talks/02.json" in resident.zip.namelist()
