"""Acts of supervision and suggestions are counted from their own record, each once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection, update

from bot.figures.counted import count
from bot.wiring import House
from cases.lifecycle import Role
from cases.periods import Period
from storage import suggestions, supervisions
from storage.figures.eyes import Eyes, county_eyes, office_eyes, own_eyes
from storage.figures.rows import rows
from storage.figures.which import moved_in
from storage.staff import Member
from storage.tables import cases
from tests.figures.year import Year
from tests.storage.residents import filed
from tests.storage.test_plans import _member


async def told(house: House, eyes: Eyes, *figures: str) -> list[object]:
    """These figures, of today and the day before."""
    today = house.time.today()
    period = Period(today - timedelta(days=1), today)
    found = await house.store.read(lambda c: count(c, eyes, period, today))
    return [found.told(one).now for one in figures]


async def supervised(house: House, number: str, means: str) -> None:
    """A case supervised, as a supervisor does it."""
    supervisor, words = _member(Role.SUPERVISOR, "xinfang"), {"means": means, "text": "请抓紧"}
    await house.store.write(
        lambda c: house.casework.move(c, number, "supervise", supervisor, words, house.time.now()) and None
    )


async def suggested(house: House, case_id: str | None, adopted: str) -> None:
    """A suggestion to improve work, and its feedback where `adopted`."""
    today, unit = house.time.today(), replace(_member(Role.CLERK, "xinfang"), of_office=True)

    def make(c: Connection) -> None:
        one = suggestions.make(
            c,
            house.keyring,
            kind="improve_work",
            unit="renshe",
            case_id=case_id,
            text="好",
            staff_id="s",
            on=today,
        )
        if adopted:
            assert suggestions.feed_back(c, house.keyring, unit, one, adopted=adopted, text="好", on=today)

    await house.store.write(make)


async def test_an_act_is_counted_once_by_its_means_and_its_case_once(house: House) -> None:
    number, _ = await filed(house, "resident")
    for means in ("call", "call", "visit"):
        await supervised(house, number, means)
    today, key = house.time.today(), house.keyring.house
    await house.store.write(
        lambda c: supervisions.put(
            c, key, unit="renshe", means="circular", on=today, what="通报", staff_id="s"
        )
    )
    await Year(house).did("supervision", today, call=5)  # nobody put these on record one by one
    figures = ("urged_call", "urged_visit", "urged_circular", "supervised")
    assert await told(house, office_eyes(), *figures) == [7, 1, 1, 1]


async def test_a_move_that_was_undone_is_counted_nowhere_and_neither_is_its_act(house: House) -> None:
    number, _ = await filed(house, "resident")
    head, clerk = replace(_member(Role.HEAD, "xinfang"), of_office=True), _member(Role.CLERK, "xinfang")

    async def moves(name: str, member: Member, **parts: str) -> None:
        now = house.time.now()
        await house.store.write(lambda c: house.casework.move(c, number, name, member, parts, now) and None)

    await moves("forward", clerk, unit="renshe", complexity="simple")
    for means in ("visit", "call"):
        await supervised(house, number, means)
    today = house.time.today()
    period, figures = Period(today, today), ("urged_visit", "urged_call", "supervised", "forwarded")
    assert await told(house, office_eyes(), *figures) == [1, 1, 1, 1]
    for stand in ([1, 0, 1, 1], [0, 0, 0, 1], [0, 0, 0, 0]):
        await moves("correct", head, reason="弄错了")
        assert await told(house, office_eyes(), *figures) == stand
        acts = await house.store.read(lambda c: supervisions.listed(c, house.keyring, head))
        assert len(acts) == sum(stand[:2])
        for move, many in (("supervise", stand[2]), ("forward", stand[3])):
            behind = moved_in(move, period)
            listed, _ = await house.store.read(lambda c, behind=behind: rows(c, head, behind))
            assert len(listed) == many
    await supervised(house, number, "letter")  # made again, it counts again
    assert await told(house, office_eyes(), "urged_letter", "supervised") == [1, 1]


async def test_suggestions_are_counted_with_what_was_taken_up(house: House) -> None:
    for adopted in ("whole", "part", "not", ""):
        await suggested(house, None, adopted)
    figures = ("suggestion_improve_work", "suggestion_improve_work_adopted", "suggestion_complete_policy")
    assert await told(house, office_eyes(), *figures) == [4, 2, 0]


async def test_of_a_sealed_case_neither_act_nor_suggestion_is_counted(house: House) -> None:
    number, _ = await filed(house, "resident")
    clerk = _member(Role.CLERK, "xinfang")
    case = await house.store.read(lambda c: house.casework.seen(c, number, clerk))
    await supervised(house, number, "call")
    await suggested(house, case.id, "")
    figures = ("urged_call", "suggestion_improve_work")
    assert await told(house, own_eyes(clerk), *figures) == [1, 1]
    sealed = update(cases).values(matter="official_conduct")
    await house.store.write(lambda c: c.execute(sealed) and None)
    assert await told(house, own_eyes(clerk), *figures) == [0, 0]
    assert await told(house, office_eyes(), *figures) == [0, 0]


async def test_a_unit_counts_as_its_own_what_is_about_it_alone(house: House) -> None:
    await suggested(house, None, "")
    members = (
        (_member(Role.UNIT, "renshe"), 1),
        (_member(Role.UNIT, "jiaoyu"), 0),
        (_member(Role.DISCIPLINE, "jiwei_jianwei"), 0),  # reports from everywhere, but not the office's acts
    )
    for member, many in members:
        listed = await house.store.read(lambda c, m=member: suggestions.listed(c, house.keyring, m))
        assert len(listed) == many
        assert await told(house, own_eyes(member), "suggestion_improve_work") == [many]
        [hidden] = await told(house, county_eyes(member), "suggestion_improve_work")
        assert hidden is None  # fewer than five, to those who do not see the county
