"""What a resident states of a complaint is counted: how many people, how much money, told before or not."""

from __future__ import annotations

from datetime import timedelta

from bot.demo import Sample, file_sample
from bot.figures.counted import count
from bot.wiring import House
from cases.periods import Period
from storage.figures.eyes import office_eyes

STATED = {"amount": "18000", "people": "6", "told_before": "yes"}
FIGURES = ("matters", "persons", "first", "repeated", "wages_batches", "wages_persons", "wages_money")


def wages(**stated: str) -> Sample:
    """Wages not paid, by one who leaves the rest out."""
    told = {
        "matter": "wages",
        "place": "540621100201",
        "facts": "（演示）工资没有发。",
        "request": "请帮我。",
        "told_before": "no",
        "behalf": "self",
        "identity": "named",
        "name": "演示",
    }
    return Sample("zh", 0, told | stated, ())


async def test_what_a_resident_states_is_counted(house: House) -> None:
    await file_sample(house, wages(**STATED))
    await file_sample(house, wages())
    today = house.time.today()
    found = await house.store.read(
        lambda c: count(c, office_eyes(), Period(today - timedelta(days=1), today), today)
    )
    told = {one.figure.id: one.now for one in found.figures}
    assert [told[one] for one in FIGURES] == [2, 7, 1, 1, 1, 6, 1_800_000]
