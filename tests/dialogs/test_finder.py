"""Promises of the finder: residents' own words lead to the matter, measured on phrases no saying holds."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from cases.alike import load_alike, read_alike
from cases.asides import read_asides
from cases.errors import TableInvalid
from cases.matters import MATTERS
from cases.sayings import load_sayings, read_sayings
from dialogs.finder import CHOICES, finder

DATA = Path(__file__).parent / "data"
LEAST = {"zh": (0.80, 0.95), "bo": (0.65, 0.85)}
"""The shares of phrases whose matter is found first, and among the choices."""
SMALL_TALK = (
    *("你好", "您好，在吗", "谢谢", "好的谢谢", "123", "哈哈哈", "今天天气真好", "你是机器人吗", "hello"),
    *("བཀྲ་ཤིས་བདེ་ལེགས།", "ཐུགས་རྗེ་ཆེ།", "གནམ་གཤིས་ཡག་པོ་འདུག", "", "。。。"),
)


AROUND = {
    "zh": (
        "您好，我姓王，在外头做点小生意，家里老的老小的小。",
        "。这个事我想了好久才来说，你们是管事的，多操点心，好人一生平安",
    ),
    "bo": (
        "ལས་བྱེད་པ་རྣམ་པ་སྐུ་ཁམས་བཟང་། ང་ཚེ་རིང་ཟེར། ང་ཚོའི་ཁྱིམ་ལ་རྒན་པ་གཉིས་ཡོད། ",
        "། བསམ་བློ་མང་པོ་བཏང་ནས་ད་ལྟ་བཤད་པ་ཡིན། ཁྱེད་ཚོས་ཐུགས་ཁུར་གནང་རོགས",
    ),
}
"""What somebody says before and after, which tells nothing of the matter."""
SETS = sorted(path.stem for path in DATA.glob("phrases*.csv"))


def phrases(stem: str) -> list[tuple[str, str]]:
    """A set of phrases kept apart, with the matter each means."""
    with (DATA / f"{stem}.csv").open(encoding="utf-8", newline="") as file:
        return [(row["phrase"], row["matter"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize("stem", SETS)
def test_the_matter_meant_is_mostly_first_and_nearly_always_among_three(stem: str) -> None:
    """In every set on its own, so that an easy one does not hide a hard one."""
    found = [(matter, [m.matter for m in finder().find(phrase)]) for phrase, matter in phrases(stem)]
    first, among = LEAST[stem[-2:]]
    assert sum(matters[:1] == [matter] for matter, matters in found) >= first * len(found)
    assert sum(matter in matters for matter, matters in found) >= among * len(found)


@pytest.mark.parametrize("stem", [f"phrases_{name}_{lang}" for name in ("fresh", "blind") for lang in LEAST])
@pytest.mark.parametrize("stops", [True, False])
def test_what_is_said_around_a_matter_does_not_drown_it(stem: str, stops: bool) -> None:
    before, after = AROUND[stem[-2:]]
    found = 0
    for phrase, matter in phrases(stem):
        text = f"{before}{phrase.rstrip('། ')}{after}"
        if not stops:
            text = re.sub("[，。！？、]", "", text) if stem[-2:] == "zh" else re.sub("[།༎ ]+", "་", text)
        found += matter in [m.matter for m in finder().find(text)]
    assert found >= 0.93 * len(phrases(stem))


@pytest.mark.parametrize("language", LEAST)
def test_every_matter_is_measured_on_phrases_that_are_no_sayings(language: str) -> None:
    told = {s.text.strip("། ་") for s in load_sayings()}
    measured = [row for stem in SETS if stem.endswith(language) for row in phrases(stem)]
    assert {matter for _, matter in measured} == set(MATTERS)
    assert [phrase for phrase, _ in measured if phrase.strip("། ་") in told] == []


def test_there_are_three_choices_or_none() -> None:
    for phrase in ("工资", "草场", "གླ་ཆ", "老板不给钱", *SMALL_TALK):
        found = finder().find(phrase)
        assert len({m.matter for m in found}) == len(found)
        assert len(found) in (0, CHOICES)


@pytest.mark.parametrize("text", SMALL_TALK)
def test_small_talk_is_offered_no_matter(text: str) -> None:
    assert finder().offered(text) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("གླ་ཆ་མ་སྤྲད་", "གླ་ཆ་མ་སྤྲད"),
        ("གླ་ཆ་མ་སྤྲད།", "གླ་ཆ་མ་སྤྲད"),
        ("གླ་ཆ་ཟླ་༣མ་སྤྲད", "གླ་ཆ་ཟླ་3མ་སྤྲད"),
        ("欠我３个月工资", "欠我3个月工资"),
        ("欠我3个月工资。", "欠我12个月工资"),
    ],
)
def test_marks_at_the_end_and_the_digits_used_make_no_difference(one: str, other: str) -> None:
    assert finder().find(one) == finder().find(other)


def test_a_long_story_is_found_by_how_it_begins() -> None:
    story = "包工头欠我们十几个人的工资，一分钱都没给。" + "说来话长，" * 900
    assert finder().offered(story)[0] == "wages"


@pytest.mark.parametrize(
    "row",
    [
        {"matter": "nothing", "language": "zh", "saying": "x"},
        {"matter": "wages", "language": "en", "saying": "x"},
        {"matter": "wages", "language": "zh", "saying": " "},
        {"matter": "wages"},
    ],
)
def test_a_table_of_sayings_built_wrong_is_refused(row: dict[str, str]) -> None:
    with pytest.raises(TableInvalid):
        read_sayings([row])


def test_a_matter_with_too_few_sayings_is_refused() -> None:
    with pytest.raises(TableInvalid, match="fewer"):
        read_sayings([{"matter": "wages", "language": "zh", "saying": "x"}])


def test_asides_built_wrong_are_refused() -> None:
    once = {"language": "zh", "aside": "领导您好"}
    assert read_asides([once]) == ("领导您好",)
    for rows in ([once, once], [{"language": "en", "aside": "x"}], [{"language": "zh", "aside": " "}], [{}]):
        with pytest.raises(TableInvalid):
            read_asides(rows)


def test_words_alike_built_wrong_are_refused() -> None:
    for rows in ([{"notion": "", "zh": "x", "bo": ""}], [{"notion": "a", "zh": "", "bo": ""}]):
        with pytest.raises(TableInvalid):
            read_alike(rows)
    with pytest.raises(TableInvalid):
        read_alike([{"notion": "a", "zh": "x", "bo": ""}] * 2)
    assert "greeting" in load_alike()["你好"]
