"""The county's report of 2025 comes out of a synthetic year as it was written, over both databases."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import update

from bot.figures.counted import Counted, count
from bot.wiring import House
from cases.periods import Period, year_of
from storage import activities, ratings
from storage.figures.eyes import office_eyes
from storage.tables import cases
from tests.figures.year import ANSWERED, YEAR, Matter, Year, county_2025

AFTER = date(2026, 1, 20)


async def counted(house: House, period: Period | None = None, today: date = AFTER) -> Counted:
    """As the office counts it."""
    return await house.store.read(lambda c: count(c, office_eyes(), period or year_of(YEAR), today))


REPORTED = {
    "matters": (47, 90, "-47.78"),
    "persons": (51, 104, "-50.96"),
    "first": (47, 90, "-47.78"),
    "repeated": (0, 0, None),
    "closed": (47, 90, "-47.78"),
    "answered": (45, 90, "-50.00"),
    "concluded": (2, 0, None),
    "reviewed": (0, 0, None),
    "court_batches": (7, 0, None),
    "court_money": (463_000_00, 0, None),
    "wages_batches": (33, 0, None),
    "wages_persons": (50, 0, None),
    "wages_money": (1_633_500_00, 0, None),
    "reception_batches": (39, 0, None),
    "reception_persons": (80, 0, None),
    "reception_matters": (60, 0, None),
    "reception_money": (4_765_900_00, 0, None),
    "urged_circular": (3, 0, None),
    "urged_letter": (1, 0, None),
    "urged_call": (557, 0, None),
    "forwarded": (47, 90, "-47.78"),
}


async def test_the_countys_report_of_2025_comes_out_of_its_year(house: House) -> None:
    await county_2025(house)
    found = await counted(house)
    for figure, (now, before, change) in REPORTED.items():
        told = found.told(figure)
        expected = Decimal(change) if change else None
        assert (told.now, told.before, told.change) == (now, before, expected), figure
    for rate in ("closing_rate", "in_time", "accepted_in_time"):
        assert found.told(rate).now == Decimal("100.00"), rate
    assert found.told("satisfaction").now is None  # nobody rated: nothing is invented
    assert {row.value: row.matters for row in found.breakdowns["came_by"]} == {
        **dict.fromkeys(("visit", "letter", "online", "mailbox", "call"), 7),
        **dict.fromkeys(("service", "suggestion"), 6),
    }
    for by, rows in found.breakdowns.items():
        assert sum(row.matters for row in rows) == 47, by
        assert sum(row.persons for row in rows) == 51, by
    assert [row.value for row in found.breakdowns["month"]][:2] == ["2025-01", "2025-02"]


async def test_what_came_late_and_what_is_still_open_lower_the_rates(house: House) -> None:
    late = (("forward", 1), ("accept", 40), ("answer", 100))
    on_time = (("forward", 1), ("accept", 2), ("answer", 5))
    started = date(YEAR, 1, 6)
    year = Year(house)
    await year.has(
        Matter(started, moves=late),
        Matter(started, moves=on_time),
        Matter(started, moves=on_time[:2]),  # accepted, and its sixty days ran out
        Matter(date(YEAR, 12, 30), moves=on_time[:1]),  # its day is still to come
    )
    found = await counted(house, today=date(YEAR, 12, 31))
    assert found.told("accepted_in_time").now == Decimal("66.67")
    assert found.told("in_time").now == Decimal("33.33")
    assert found.told("closing_rate").now == Decimal("50.00")


GIVEN_BACK = (("forward", 1), ("object", 2), ("uphold_objection", 1))


@pytest.mark.parametrize(
    ("moves", "rate"),
    [
        (GIVEN_BACK, "0.00"),  # nobody took it on: the office's own promise ran out
        ((*GIVEN_BACK, ("forward", 1), ("accept", 20)), "0.00"),
        ((*GIVEN_BACK, ("forward", 1), ("accept", 2)), "100.00"),
        ((("forward", 1), ("accept", 2)), "100.00"),
    ],
)
async def test_a_case_given_back_counts_once_and_is_accepted_by_nobody_until_somebody_says_so(
    house: House, moves: tuple[tuple[str, int], ...], rate: str
) -> None:
    year, on = Year(house), date(YEAR, 3, 3)
    await year.has(Matter(on, moves=moves))
    assert (await counted(house)).told("accepted_in_time").now == Decimal(rate)
    await year.has(Matter(on, moves=(("forward", 1), ("accept", 20))))
    half = {"0.00": "0.00", "100.00": "50.00"}[rate]
    assert (await counted(house)).told("accepted_in_time").now == Decimal(half)


async def test_what_is_led_to_court_is_counted_with_what_never_became_a_case(house: House) -> None:
    year, led = Year(house), (("forward", 1), ("redirect", 2))
    await year.has(
        Matter(date(YEAR, 2, 2), "debt", persons=3, owed_fen=700_00, moves=led),
        Matter(date(YEAR, 2, 3), "debt", owed_fen=50_00, moves=led[:1]),
        Matter(date(YEAR, 2, 4), "debt", moves=led, path="arbitration"),
        Matter(date(YEAR, 2, 4), "wages", moves=led[:1]),  # nobody noted a sum: no batch of wages owed
    )
    await year.did("court", date(YEAR, 3, 3), batches=2, persons=2, money=300_00)
    found = await counted(house)
    told = [found.told(f"court_{one}").now for one in ("batches", "persons", "money")]
    assert told == [3, 5, 1_000_00]
    assert [found.told(one).now for one in ("redirected", "answered", "closed")] == [2, 0, 2]
    assert found.told("wages_batches").now == 0


@pytest.mark.parametrize(("days", "rate"), [(15, "100.00"), (16, "0.00")])
async def test_the_last_day_is_in_time_and_the_next_is_late(house: House, days: int, rate: str) -> None:
    on = date(YEAR, 3, 3)  # forwarded on Tuesday the 4th: until Wednesday the 19th
    await Year(house).has(Matter(on, moves=(("forward", 1), ("accept", days))))
    assert (await counted(house)).told("accepted_in_time").now == Decimal(rate)


async def test_a_day_that_is_not_over_is_not_late(house: House) -> None:
    await Year(house).has(Matter(date(YEAR, 3, 3), moves=(("forward", 1),)))
    for today, rate in ((date(YEAR, 3, 19), None), (date(YEAR, 3, 20), Decimal("0.00"))):
        assert (await counted(house, today=today)).told("accepted_in_time").now == rate


async def test_what_was_taken_back_is_in_no_rate_and_closed(house: House) -> None:
    await Year(house).has(Matter(date(YEAR, 3, 3), moves=(("forward", 1), ("accept", 20), ("withdraw", 1))))
    found = await counted(house)
    told = [found.told(one).now for one in ("accepted_in_time", "in_time", "withdrawn", "closed")]
    assert told == [None, None, 1, 1]


async def test_a_closed_matter_is_counted_by_what_decided_it_last(house: House) -> None:
    # the window for a review is over, then that for a re-review
    review = (*ANSWERED, ("ask_review", 5), ("answer_review", 20), ("receive_review", 1), ("close", 60))
    await Year(house).has(
        Matter(date(YEAR, 1, 6), moves=(*ANSWERED, ("close", 60))),
        Matter(date(YEAR, 1, 6), moves=review),
        Matter(date(YEAR, 1, 6), moves=review[:-2]),
        Matter(date(YEAR, 1, 6), moves=review[:-3]),
        Matter(date(YEAR, 1, 6), moves=(*review[:-1], ("ask_rereview", 5))),
        Matter(date(YEAR, 1, 6), moves=(*ANSWERED[:2], ("mediate", 5))),
    )
    found = await counted(house)
    told = [found.told(one).now for one in ("answered", "reviewed", "concluded", "settled", "closed")]
    # one stands in review and one in re-review: answered and reviewed, and open
    assert told == [2, 3, 0, 1, 4]
    assert len(found.breakdowns["month"]) == 12  # also those without a matter


async def test_a_clock_belongs_to_the_period_its_day_fell_in(house: House) -> None:
    started = date(YEAR - 1, 12, 20)
    await Year(house).has(Matter(started, moves=(("forward", 1), ("accept", 2), ("answer", 40))))
    assert (await counted(house)).told("in_time").now == Decimal("100.00")
    assert (await counted(house)).told("accepted_in_time").now is None
    assert (await counted(house)).told("accepted_in_time").before == Decimal("100.00")
    assert (await counted(house)).told("matters").now == 0


async def test_a_struck_entry_and_a_village_twice_are_counted_once(house: House) -> None:
    year, on = Year(house), date(YEAR, 4, 4)
    await year.did("outreach", on, ("540621100201", "540621100202"), sessions=1, people=30)
    await year.did("outreach", on + timedelta(1), ("540621100202",), sessions=2, people=10, gifts=4)
    mistaken = await year.did("outreach", on, ("540621101201",), sessions=9)
    assert await house.store.write(lambda c: activities.strike(c, mistaken, "member"))
    assert not await house.store.write(lambda c: activities.strike(c, mistaken, "member"))
    found = await counted(house)
    assert found.told("outreach_sessions").now == 3
    assert found.told("outreach_people").now == 40
    assert found.told("outreach_gifts").now == 4
    assert found.told("villages").now == 2


async def test_ratings_are_told_of_whole_months_and_of_five_or_more(house: House) -> None:
    async def rate(case_id: str, rating: str) -> None:
        day = date(YEAR, 7, 7)
        await house.store.write(lambda c: ratings.put(c, house.keyring, case_id, "renshe", rating, "", day))

    for n in range(4):
        await rate(f"case{n}", "satisfied")
    assert (await counted(house)).told("satisfaction").now is None
    await rate("case4", "soso")
    assert (await counted(house)).told("satisfaction").now == Decimal("100.00")
    await rate("case5", "not")
    assert (await counted(house)).told("satisfaction").now == Decimal("83.33")
    part = Period(date(YEAR, 7, 1), date(YEAR, 7, 30))
    assert (await counted(house, part)).told("satisfaction").now is None


@pytest.mark.parametrize("restricted", [True, False])
async def test_a_restricted_case_is_counted_for_nobody_else(house: House, *, restricted: bool) -> None:
    year = Year(house)
    await year.has(Matter(date(YEAR, 2, 2)), Matter(date(YEAR, 2, 2)))
    changed = update(cases).where(cases.c.number == year.numbers[0])
    values = {"restricted": True} if restricted else {"matter": "official_conduct"}
    await house.store.write(lambda c: c.execute(changed.values(**values)) and None)
    found = await counted(house)
    assert [found.told(one).now for one in ("matters", "forwarded", "answered")] == [1, 1, 1]
    assert sum(row.matters for row in found.breakdowns["unit"]) == 1
