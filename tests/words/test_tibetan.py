"""Promises about the Tibetan checker: what is well spelt passes, and each rule catches its own mistake.

`bo-syllables.txt`: 111 and more syllables collected from openly readable Tibetan (OpenHarmony's strings, the
TLUE exam set, phone firmware) and misspellings seen there, each with its reason; the file says how they were
chosen. The model messages were drafted by machine as models of style, and no native reader has signed them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.words.syllables import final, well_formed
from bot.words.tibetan import check

HERE = Path(__file__).parent


def _syllables() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    part = ""
    for line in (HERE / "bo-syllables.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            part = line.strip("[]")
        elif line and not line.startswith("#"):
            found.setdefault(part, []).append(line.split("\t")[0])
    return found


SYLLABLES = _syllables()
MODELS = (HERE / "bo-models.txt").read_text(encoding="utf-8").strip().split("\n---\n")


def test_the_lists_are_whole() -> None:
    assert len(MODELS) == 28
    assert len(SYLLABLES["valid"]) > 150
    assert len(SYLLABLES["invalid"]) > 50


@pytest.mark.parametrize("syllable", [s for part, s_ in SYLLABLES.items() if part != "invalid" for s in s_])
def test_a_syllable_that_can_be_written_passes(syllable: str) -> None:
    assert well_formed(syllable)


@pytest.mark.parametrize("syllable", SYLLABLES["invalid"])
def test_a_syllable_that_cannot_be_written_is_caught(syllable: str) -> None:
    assert not well_formed(syllable)


@pytest.mark.parametrize("text", MODELS)
def test_a_model_message_has_no_error(text: str) -> None:
    assert [f for f in check(text, lines=5) if f.level == "E"] == []


@pytest.mark.parametrize(
    ("syllable", "last"),
    [
        ("རྫོང", "ང"),
        ("གཤམ", "མ"),
        ("རྗེས", "ས"),
        ("ཁུངས", "ས"),
        ("བཀའ", ""),
        ("ཞུ", ""),
        ("ལག", "ག"),
        ("བྱས", "ས"),
        ("དུས", "ས"),
    ],
)
def test_the_last_letter_of_a_syllable_is_found(syllable: str, last: str) -> None:
    assert final(syllable) == last


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("R01", "མིང་།\u0f14"),
        ("R01", "ཀ=ཁ"),
        ("R02", "ཞ\u0f74\u0f72"),
        ("R03", "ཀ\u0f77"),
        ("R04", "བོད\u0f0cཡིག"),
        ("R05", "བོད\u200bཡིག"),
        ("R10", "ཉིན་ ༡༥ ནང"),
        ("R11", "མིང་། 信访"),
        ("R12", "Please འདེམས་གནང་རོགས།"),
        ("R13", "ཡོད་དམ?"),
        ("R13", "ཁ་པར、མིང"),
        ("R20", "བོད་་ཡིག"),
        ("R21", "མིང་།།"),
        ("R22", "ཡིན་།"),
        ("R23", "མིང།"),
        ("R24", "བོད་ཡིག།"),
        ("R25", "ཡིན།མིང"),
        ("R26", "ཡིན །"),
        ("R27", "ཡིན།\n་མིང"),
        ("R28", "བོད་ ཡིག"),
        ("R29", "ཡིན མིང"),
        ("S1", "བསྒྲགགས་པ།"),
        ("G1", "རྫོང་གྱི་མིང་།"),
        ("G1", "ཁྱེད་གིས་གསུངས།"),
        ("G1", "ལས་ཁུངས་གི་མིང་།"),
        ("G1", "མི་ཀྱི་མིང་།"),
        ("G1", "རྫོང་ཀྱི་མིང་།"),
        ("G1", "ལམ་གི་མིང་།"),
        ("G1", "ལམ་ཡི་མིང་།"),
        ("G2", "{ $office } གིས་ལན་བཏབ།"),
        ("G2", "{ $office }འི་མིང་།"),
        ("G3", "ཁྱོད་ཀྱི་མིང་།"),
        ("G3", "ཡི་གེ་བྲིས་བྱོས།"),
        ("L2", "ང་" * 18 + "ཚོ།"),
        ("L3", "མིང་།\n" * 4 + "མིང་།"),
        ("L3", "བསྒྲུབས་ཟིན། " * 13 + "ཡིན།"),
    ],
)
def test_each_rule_catches_its_own_mistake(rule: str, text: str) -> None:
    assert rule in {f.rule for f in check(text) if f.level == "E"}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("R24", "ཨང་ཀི།"),
        ("R30", "བོད་ཡིག་"),
        ("G4", "ལས་ཁུངས་དུ་ཕེབས།"),
        ("G4", "མི་ཤིག་ཡོད།"),
        ("L2", "ང་" * 15 + "ཚོ།"),
    ],
)
def test_what_sources_differ_on_is_told_not_refused(rule: str, text: str) -> None:
    found = check(text)
    assert [(f.rule, f.level) for f in found] == [(rule, "W")]


@pytest.mark.parametrize(
    "text",
    [
        "ཞུ་གཏུག་ (信访) ལམ་སྟོན།",
        "ཡིག་ཆ་ 20 MB ཡིན།",
        "འདིར་ཡི་གེ་འབྲི་གནང་རོགས།",
        "{ $office } ལ་ཕེབས་གནང་རོགས།",
        "གླ་ཕོགས། { $amount }",
        "ཤིན་ཏུ་བཟང་།",
        "བོད་ཡིག རྒྱ་ཡིག",
        "(《信访工作条例》第三十五条)",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert check(text) == ()


def test_a_button_is_short_and_a_paper_is_free() -> None:
    long = "ལས་དོན་མི་སྣ་དང་འབྲེལ་གཏུག་གནང་རོགས།"
    assert [f.rule for f in check(long, label=True)] == ["L1"]
    assert check(long) == ()
    assert check("མིང་།\n" * 20 + "མིང་།", paper=True) == ()
