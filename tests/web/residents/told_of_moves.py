"""What the office does in these tests with a case, and what its resident is told of it, on any channel."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader
from sqlalchemy import Connection

from bot.wiring import House
from cases.lifecycle import Role
from storage import cases as case_rows
from storage import desk, staff
from storage.staff import Member
from tests.web.desk.people import joins

TEXT = {"zh": "正在核对考勤表，三天内付清。", "bo": "ལས་རེའུ་ལ་ཞིབ་བཤེར་བྱེད་བཞིན་ཡོད།"}
"""Written by staff in the language the resident reads."""
Step = tuple[str, dict[str, str]]
FORWARD: Step = ("forward", {"unit": "renshe", "complexity": "simple"})
ACCEPT: Step = ("accept", {"item": "6"})
MAKES = {"decline": Role.HEAD, "extend": Role.HEAD, "correct": Role.HEAD}
MAKES |= {"forward": Role.CLERK, "redirect": Role.CLERK}
OFFICE = (Role.CLERK,)


@dataclass(frozen=True)
class Told:
    """A notice: the steps to it, `says` the message its words hold, the button under which its text is read
    (`opens`), the button that stands beneath it (`beneath`). The part named `written` is in the resident's
    language, and stands in no notice: a phone may be shared."""

    steps: tuple[Step, ...]
    beneath: str
    written: str = ""
    says: str = ""
    opens: str = ""
    paper: bool = True


NOTICES = {
    "declined": Told(
        (FORWARD, ("decline", {"ground": "in_hand"})), "show", written="reason", says="ground-in_hand"
    ),
    "redirected": Told(
        (("redirect", {"path": "litigation", "authority": "fayuan", "led": "guided"}),),
        "show",
        written="reason",
        says="procedure-litigation",
    ),
    "fed_back": Told(
        (FORWARD, ACCEPT, ("feed_back", {})), "supply", written="text", opens="supply", paper=False
    ),
    "extended": Told((FORWARD, ACCEPT, ("extend", {"days": "30"})), "show", written="reason"),
    "settled": Told((FORWARD, ACCEPT, ("mediate", {"agreed": "yes"})), "open", written="text", opens="open"),
    "corrected": Told(
        (FORWARD, ("decline", {"ground": "in_hand", "reason": "错"}), ("correct", {})),
        "show",
        written="reason",
    ),
}


async def office_does(house: House, number: str, told: Told, language: str) -> str:
    """All steps to a notice; its words as they were sent. Raises AssertionError where it shows a text."""
    *before, (last, parts) = told.steps
    for name, given in (*before, (last, {**parts, told.written: TEXT[language]})):
        role = MAKES.get(name, Role.UNIT)
        by = await _member(house, role, "xinfang" if role in OFFICE else "renshe")
        await house.store.write(
            lambda c, name=name, by=by, given=given: house.casework.move(
                c, number, name, by, given, house.time.now()
            )
        )
    house.bell.ring()

    def newest(connection: Connection) -> str:
        stored = case_rows.find(connection, house.keyring, number)
        assert stored is not None
        return desk.notices(connection, stored)[-1].text

    text = await house.store.read(newest)
    assert number in text
    assert TEXT[language] not in text
    if told.says:
        assert house.texts[language].text(told.says) in text
    return text


def check_paper(house: House, content: bytes, number: str) -> None:
    """A paper is signed, and of this case."""
    assert house.papers.is_true(content)
    assert number in "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


async def _member(house: House, role: Role, unit: str) -> Member:
    known = await house.store.read(lambda c: staff.by_login(c, role.value))
    return known[0] if known else await joins(house, role.value, role, unit)
