"""Promises about what a member of staff sees: by role and unit, less what they keep away from."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, update

from bot.keeping_away import KeepRefused, keep_away, let_back, name_reported
from bot.wiring import House
from cases.errors import PartInvalid, TableInvalid
from cases.lifecycle import Role
from cases.roles import SIGHTS, STAFF_ROLES, List, Person, Reach, Sight, check_sights
from storage import cases as case_rows
from storage import desk, recusals, sight, staff, staff_phones
from storage.staff import Member
from storage.tables import cases
from tests.storage.residents import filed
from tests.storage.test_plans import _check, _recorded

OWN = "xinfang"


async def joins(house: House, role: Role, unit: str, login: str = "") -> Member:
    """A member with a linked telephone."""
    now = house.time.now()

    def work(connection: Connection) -> Member:
        member = staff.add(
            connection,
            login=login or f"{role.value}.{unit}",
            name=login or role.value,
            role=role,
            unit=unit,
            language="zh",
            password_hash="x",
            now=now,
            own_unit=OWN,
        )
        code = staff_phones.new_link_code(connection, house.keyring, member.id, now)
        linked = staff_phones.link(connection, house.keyring, code, member.login, now)
        assert linked is not None
        return linked

    return await house.store.write(work)


async def sees(house: House, member: Member, number: str) -> bool:
    """Whether they see it; list, count, search and alert say the same."""

    def look(connection: Connection) -> set[bool]:
        rows = desk.queue(connection, member, OWN, house.time.today(), filter="all").rows
        counted = desk.counts(connection, member, OWN, house.time.today())["all"]
        said = {number in [row.number for row in rows], sight.sees(connection, member, number)}
        assert counted == len(rows)
        return said

    said = await house.store.read(look)
    assert len(said) == 1
    return said.pop()


async def becomes(house: House, number: str, **values: object) -> None:
    """The case's row, changed."""
    await house.store.write(
        lambda c: c.execute(update(cases).where(cases.c.number == number).values(**values))
    )


ORDINARY: dict[str, object] = {}
SEALED: dict[str, object] = {"matter": "official_conduct"}
RESTRICTED: dict[str, object] = {"matter": "petition_staff", "restricted": True}


@pytest.mark.parametrize(
    ("role", "unit", "ordinary", "sealed", "restricted"),
    [
        (Role.CLERK, OWN, True, False, False),
        (Role.HEAD, OWN, True, False, False),
        (Role.SUPERVISOR, "dangwei_zhengfu", True, False, False),
        (Role.UNIT, "renshe", True, False, True),
        (Role.HEAD, "renshe", True, False, True),
        (Role.UNIT, "jiaotong", False, False, False),
        (Role.HEAD, "jiaotong", False, False, False),
        (Role.DISCIPLINE, "jiwei_jianwei", False, True, False),
        (Role.OUTREACH, OWN, False, False, False),
        (Role.TRANSLATOR, OWN, False, False, False),
        (Role.ADMIN, OWN, False, False, False),
    ],
)
async def test_each_role_sees_its_own(
    house: House, role: Role, unit: str, *, ordinary: bool, sealed: bool, restricted: bool
) -> None:
    number, _ = await filed(house, "resident")
    member = await joins(house, role, unit)
    seen = []
    for what in (ORDINARY, SEALED, RESTRICTED):
        usual = {"matter": "wages", "restricted": False, "unit": "renshe"}
        await becomes(house, number, **{**usual, **what})
        seen.append(await sees(house, member, number))
    assert seen == [ordinary, sealed, restricted]


def test_what_residents_wrote_is_read_by_those_who_handle_it_alone() -> None:
    assert [row.role for row in SIGHTS if row.cases is Reach.REPORTS] == [Role.DISCIPLINE]
    assert {row.role for row in SIGHTS if row.content} == {
        Role.CLERK,
        Role.UNIT,
        Role.HEAD,
        Role.DISCIPLINE,
    }
    # texts that wait for their Tibetan: a translator's, and those of the office who read them anyway
    translate = [row for row in SIGHTS if List.TRANSLATIONS in row.lists]
    assert [row.role for row in translate] == [Role.CLERK, Role.HEAD, Role.TRANSLATOR]
    assert all(row.content and row.cases is Reach.OFFICE for row in translate[:2])
    assert len(STAFF_ROLES) == 8


@pytest.mark.parametrize(
    "wrong",
    [
        SIGHTS[1:],
        (*SIGHTS, SIGHTS[0]),
        (*SIGHTS[:-1], Sight(Role.ADMIN, Reach.NONE, True, Person.NEVER)),
        (*SIGHTS[:-1], Sight(Role.ADMIN, Reach.OFFICE, False, Person.ALWAYS)),
    ],
)
def test_a_table_of_sights_that_cannot_be_right_is_refused(wrong: tuple[Sight, ...]) -> None:
    with pytest.raises(TableInvalid):
        check_sights(wrong)


async def test_who_steps_away_sees_it_no_more_and_no_alert_of_it_until_a_head_lets_them_back(
    house: House,
) -> None:
    number, _ = await filed(house, "resident")
    clerk = await joins(house, Role.CLERK, OWN)
    head = await joins(house, Role.HEAD, OWN)
    now = house.time.now()
    assert await sees(house, clerk, number)
    await house.store.write(lambda c: keep_away(c, house, number, clerk.id, "我舅舅的事", clerk, now))
    assert not await sees(house, clerk, number)
    assert await sees(house, head, number)
    assert await house.store.read(lambda c: sight.to_alert(c, number, None)) == []
    stored = await house.store.read(lambda c: case_rows.find(c, house.keyring, number))
    assert stored is not None
    [one] = await house.store.read(lambda c: recusals.of_case(c, stored))
    assert (one.member, one.why, one.set_by, one.lifted_at) == (clerk.id, "我舅舅的事", clerk.id, None)
    await house.store.write(lambda c: let_back(c, house, number, clerk.id, head, now))
    assert await sees(house, clerk, number)
    done = await house.store.read(lambda c: [e.move for e in case_rows.history(c, stored)])
    assert done[-2:] == ["keep_away", "let_back"]


async def test_a_head_keeps_others_away_of_their_own_unit_or_as_the_office_s_of_all(house: House) -> None:
    number, _ = await filed(house, "resident")
    await becomes(house, number, unit="renshe")
    clerk, head = await joins(house, Role.CLERK, OWN), await joins(house, Role.HEAD, OWN)
    unit_s, unit_head = await joins(house, Role.UNIT, "renshe"), await joins(house, Role.HEAD, "renshe")
    stranger, now = await joins(house, Role.UNIT, "jiaotong"), house.time.now()

    async def refused(whom: Member, by: Member, why: str = "亲戚") -> str:
        with pytest.raises(KeepRefused) as error:
            await house.store.write(lambda c: keep_away(c, house, number, whom.id, why, by, now))
        return error.value.reason

    assert await refused(clerk, unit_head) == "head"
    assert await refused(unit_s, clerk) == "head"
    assert await refused(head, clerk) == "head"
    assert await refused(stranger, head) == "whom"
    assert await refused(unit_s, unit_head, " ") == "why"
    for whom, by in ((unit_s, unit_head), (clerk, head)):
        await house.store.write(lambda c, w=whom.id, b=by: keep_away(c, house, number, w, "亲戚", b, now))
        assert not await sees(house, whom, number)
    assert await sees(house, unit_head, number)


async def test_a_case_is_never_left_to_nobody(house: House) -> None:
    number, _ = await filed(house, "resident")
    clerk, now = await joins(house, Role.CLERK, OWN), house.time.now()
    await joins(house, Role.SUPERVISOR, OWN)  # sees it, but cannot work on it
    await joins(house, Role.ADMIN, OWN)
    with pytest.raises(KeepRefused, match="nobody"):
        await house.store.write(lambda c: keep_away(c, house, number, clerk.id, "亲戚", clerk, now))
    assert await sees(house, clerk, number)


async def test_a_report_is_seen_by_nobody_of_the_unit_it_is_about_and_never_forwarded_to_it(
    house: House,
) -> None:
    number, _ = await filed(house, "resident")
    await becomes(house, number, matter="official_conduct")
    of_it = await joins(house, Role.DISCIPLINE, "gongan")
    other, now = await joins(house, Role.DISCIPLINE, "jiwei_jianwei"), house.time.now()
    assert await sees(house, of_it, number)
    await house.store.write(lambda c: name_reported(c, house, number, "gongan", other, now))
    assert not await sees(house, of_it, number)
    assert await sees(house, other, number)
    stored = await house.store.read(lambda c: case_rows.find(c, house.keyring, number))
    assert stored is not None
    assert stored.reported == "gongan"
    for reason, unit, by in (("nobody", "jiwei_jianwei", other), ("unit", "nowhere", other)):
        with pytest.raises(KeepRefused, match=reason):
            await house.store.write(lambda c, u=unit, b=by: name_reported(c, house, number, u, b, now))
    # The matter is now one that a clerk sees, so that it might be forwarded.
    await becomes(house, number, matter="wages")
    clerk, parts = await joins(house, Role.CLERK, OWN), {"unit": "gongan", "complexity": "simple"}
    with pytest.raises(PartInvalid):
        await house.store.write(lambda c: house.casework.move(c, number, "forward", clerk, parts, now))


async def test_an_ordinary_complaint_about_a_unit_s_work_stays_that_unit_s(house: House) -> None:
    number, _ = await filed(house, "resident")
    await becomes(house, number, unit="renshe")
    unit_s, clerk, now = (
        await joins(house, Role.UNIT, "renshe"),
        await joins(house, Role.CLERK, OWN),
        house.time.now(),
    )
    with pytest.raises(KeepRefused, match="report"):
        await house.store.write(lambda c: name_reported(c, house, number, "renshe", clerk, now))
    await becomes(house, number, reported="renshe")  # even where the row says so
    assert await sees(house, unit_s, number)


async def test_the_last_move_counts_the_case_s_own_moves_alone(house: House) -> None:
    first, _ = await filed(house, "resident")
    stored = await house.store.read(lambda c: case_rows.find(c, house.keyring, first))
    assert stored is not None
    before = await house.store.read(lambda c: desk.last_move(c, stored.id).id)
    await filed(house, "another")
    second, _ = await filed(house, "third")
    clerk = await joins(house, Role.CLERK, OWN)
    await house.store.write(lambda c: house.casework.read(c, second, clerk, house.time.now()))
    assert await house.store.read(lambda c: desk.last_move(c, stored.id).id) == before == 1


async def test_nothing_asked_of_sight_walks_a_table(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    number, _ = await filed(house, "resident")
    members = [await joins(house, role, OWN) for role in (Role.CLERK, Role.HEAD, Role.DISCIPLINE)]
    clerk, head, _ = members
    now = house.time.now()
    with _recorded(monkeypatch) as issued:
        await house.store.write(lambda c: keep_away(c, house, number, clerk.id, "亲戚", clerk, now))
        await house.store.write(lambda c: let_back(c, house, number, clerk.id, head, now))
        for one in members:
            await house.store.read(lambda c, m=one: sight.sees(c, m, number))
            await house.store.read(lambda c, m=one: sight.sees_visit(c, m, "000000"))
            await house.store.read(lambda c, m=one: sight.sees_talk(c, m, "x"))
        await house.store.read(lambda c: sight.to_alert(c, number, OWN))
    assert any("recusals" in statement for statement in issued)
    await _check(house, issued)
