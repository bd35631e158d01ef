"""Promises of Chinese written by sound: what was never seen is heard as what was, the rest is left alone."""

from __future__ import annotations

import pytest

from dialogs.by_ear import ByEar, load_sounds, merged
from dialogs.finder import finder


@pytest.mark.parametrize(
    ("sounds", "one"),
    [(("zhang", "zang"), "zang"), (("ning", "ling", "lin"), "lin"), (("shen", "seng"), "sen")],
)
def test_what_the_south_west_runs_together_is_one_sound(sounds: tuple[str, ...], one: str) -> None:
    assert {merged(sound) for sound in sounds} == {one}


def test_only_pairs_never_seen_are_heard_otherwise_and_the_length_stays() -> None:
    known = ByEar(["拖欠工资", "征地补偿款", "公子哥"] * 3, load_sounds())
    assert known.heard("脱欠工姿") == "拖欠工资"
    assert known.heard("征地补常款") == "征地补偿款"
    assert known.heard("公子哥") == "公子哥"
    assert known.heard("天下太平") == "天下太平"
    assert known.heard("ABC，天") == "ABC，天"
    assert known.heard("") == ""


@pytest.mark.parametrize(
    ("by_ear", "matter"),
    [
        ("要去发院上素", "court_case"),
        ("滴保没有平上", "low_income"),
        ("养劳金还没有令到", "social_insurance"),
        ("车货陪尝", "traffic"),
        ("领居家的沟咬人", "neighbours"),
    ],
)
def test_a_matter_written_by_sound_is_offered(by_ear: str, matter: str) -> None:
    assert matter in finder().offered(by_ear)
