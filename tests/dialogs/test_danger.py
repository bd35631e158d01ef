"""Promises of danger first: the numbers before all else, in few false alarms, and nothing of it kept."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot.words.texts import load_texts
from cases.errors import TableInvalid
from cases.office import Office
from dialogs.danger import KINDS, LANGUAGES, danger_in, read_phrases
from dialogs.danger_sayings import read_examples
from dialogs.engine.events import Attachment, Said, Sent
from dialogs.moment import Moment
from dialogs.reception import Reception
from tests.dialogs.resident import Resident

DATA = Path(__file__).parent / "data"
MOST_MISSED, MOST_FALSE = 0.05, 0.10
DANGER = "有人拿刀要砍我"
NUMBERS = ("110", "119", "120", "12356")
HERE = ("menu:complaint", "consent:agree", "matter:wages", "place:540621100201")


ANSWERS = (
    *(
        "你好",
        "谢谢你们",
        "晓得了",
        "扎西",
        "次仁",
        "我爸",
        "我儿子",
        "朋友",
        "阿妈",
        "13800138000",
        "去年10月",
    ),
    *("请帮我要回工资", "发给我工资", "阿扎镇", "三千块", "没有证据", "本人", "说完了", "你是谁"),
    *("明天再跟你们说", "手机快没电了", "孩子在睡觉", "电话打不通", "今天不去了", "她也在"),
    *("སྒོ་བརྒྱབ་འདུག", "ང་བསམ་བློ་ཞིག་གཏོང", "ང་ལྡོག་ནས་ཡོང"),
    *("བཀྲ་ཤིས་བདེ་ལེགས།", "ཐུགས་རྗེ་ཆེ།", "ངའི་བུ", "ཚེ་རིང་།", "ཁོ", "ན་ནིང་།", "རོགས་གནང་རོགས།"),
)
"""What residents type all day."""


def phrases(language: str) -> list[tuple[str, str]]:
    """Phrases kept apart, with the kind of danger each speaks of, "" for none."""
    rows = []
    for path in sorted(DATA.glob(f"danger*_{language}.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows += [(row["phrase"], row["kind"]) for row in csv.DictReader(file)]
    return rows


@pytest.mark.parametrize("language", ["zh", "bo"])
def test_danger_is_hardly_missed_and_hardly_seen_where_there_is_none(language: str) -> None:
    real = [phrase for phrase, kind in phrases(language) if kind]
    calm = [phrase for phrase, kind in phrases(language) if not kind]
    assert sum(danger_in(phrase) is None for phrase in real) <= MOST_MISSED * len(real)
    assert sum(danger_in(phrase) is not None for phrase in calm) <= MOST_FALSE * len(calm)


@pytest.mark.parametrize(
    ("by_ear", "kind"),
    [
        ("ཁོས་ང་ལ་ཏུང་ཀི་འདུག", "violence"),
        ("ཐུག་འཐུང་ནས་ཤི་རྒྱུ", "self_harm"),
        ("ལུག་རར་མེ་ཆེད་འདུག མགྱོག་པོ་ཤོག", "fire"),
        ("ཨ་མ་བགྱལ་སོང་།", "injury"),
    ],
)
def test_danger_written_by_ear_is_heard(by_ear: str, kind: str) -> None:
    assert danger_in(by_ear) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("大货车压到了人", "injury"),
        ("ཁོས་ནང་མི་ཚང་མ་གསོད་རྒྱུ་ཡིན་ཟེར།", "violence"),
        ("ཁོས་ཆུང་མ་གསོད་རྒྱུ་ཡིན་ཟེར།", "violence"),
        ("ང་མ་གསོད་རྒྱུ་ཡིན", None),
    ],
)
def test_a_verb_done_is_the_verb_and_all_is_no_denial(text: str, kind: str | None) -> None:
    """了 within a phrase changes nothing, nor does the མ of ཚང་མ and ཆུང་མ; a མ that denies does."""
    assert danger_in(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("去年房子着火，补助还差一半", None),
        ("去年那家又着火了，快来救火", "fire"),
        ("不给赔偿我就不活了", "self_harm"),
        ("去年他就说要砍死我", "violence"),
        ("གཞེས་ནིང་མེ་སྐྱོན་གྱི་རོགས་དངུལ་ཕྱེད་ཀ་ཆད", None),
        ("གསབ་དངུལ་མི་སྤྲད་ན་ང་ཤི་རྒྱུ་ཡིན", "self_harm"),
    ],
)
def test_an_old_fire_that_is_claimed_for_is_no_alarm_but_a_threat_beside_a_claim_is(
    text: str, kind: str | None
) -> None:
    assert danger_in(text) == kind


@pytest.mark.parametrize("text", ANSWERS)
def test_a_greeting_a_name_or_a_short_answer_is_no_danger(text: str) -> None:
    assert danger_in(text) is None


@pytest.mark.parametrize(
    "before",
    [
        (),
        ("menu:guidance",),
        ("menu:guidance", "matter:wages"),
        ("menu:complaint",),
        ("menu:complaint", "consent:agree"),
        HERE,
        (*HERE, "老板欠我工资", "facts:done"),
        ("menu:progress",),
        ("/language",),
    ],
)
def test_wherever_it_is_said_the_numbers_come_first_and_the_turn_goes_on(
    reception: Reception, before: tuple[str, ...]
) -> None:
    one = Resident(reception).does(*before)
    other = Resident(reception).does(*before)
    place = one.asked
    one.does(DANGER)
    other.does("有人拿了东西要走")
    assert one.sees[0] == "danger-violence"
    if before:
        assert one.asked in {place, other.asked}
    assert all("danger" not in said for said in one.sees[1:])


def test_danger_is_told_before_a_language_is_chosen_in_both(reception: Reception, office: Office) -> None:
    one = Resident(reception, language=None).does(DANGER)
    assert one.sees == ["danger-any", "choose-language"]
    texts = load_texts(Path(__file__).parents[2] / "locales", office)
    for language in ("zh", "bo"):
        told = texts[language].text("danger-any")
        assert all(number in told for number in NUMBERS)
        assert "报警" in told
        assert "ཉེན་རྟོག" in told


def test_danger_in_the_words_beside_a_photo_is_heard(reception: Reception) -> None:
    one = Resident(reception).does(Sent((Attachment("p1", "photo", "p.jpg", 10),), "着火了，快来人"))
    assert one.sees[0] == "danger-fire"


def test_danger_in_a_story_after_a_pause_is_told_before_the_greeting(reception: Reception) -> None:
    one = Resident(reception).does(*HERE, "老板欠我工资").waits(days=3).does("我不想活了")
    assert one.sees == ["danger-self_harm", "welcome-back-draft"]


def test_nothing_is_kept_of_danger_but_the_words_themselves(reception: Reception) -> None:
    """The state is the same, byte for byte, as it would be without the alarm, but for the words."""
    undecorated = Reception.hear.__wrapped__  # type: ignore[attr-defined]
    one = Resident(reception).does(*HERE, DANGER)
    plain = Resident(reception).does(*HERE)
    heard = undecorated(reception, plain.state, Said(DANGER), Moment(plain.now, "draft5"))
    assert heard.state.to_json() == one.state.to_json()
    assert heard.effects == ()
    assert one.effects == []
    assert heard.view.says == one.view.says[1:]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_words_with_a_number_in_both_languages(office: Office, kind: str) -> None:
    texts = load_texts(Path(__file__).parents[2] / "locales", office)
    for language in ("zh", "bo"):
        assert any(number in texts[language].text(f"danger-{kind}") for number in NUMBERS)


def test_a_phrase_of_no_role_is_refused() -> None:
    for row in (
        {"role": "maybe", "kind": "fire", "language": "zh", "phrase": "火"},
        {"role": "always", "kind": "", "language": "zh", "phrase": "火"},
        {"role": "calm", "kind": "fire", "language": "zh", "phrase": "火"},
        {"role": "always", "kind": "fire", "language": "en", "phrase": "fire"},
        {"role": "always", "kind": "fire", "language": "zh", "phrase": " "},
    ):
        with pytest.raises(TableInvalid):
            read_phrases([row])


def test_a_table_that_leaves_out_a_kind_of_danger_is_refused() -> None:
    """An empty table, or one whose kind was renamed, would be silent where somebody is in danger."""
    with pytest.raises(TableInvalid, match="no phrase that is always danger"):
        read_phrases([])
    said = [{"kind": k, "language": code, "saying": "x"} for k in (*KINDS, "") for code in LANGUAGES]
    assert len(read_examples(said, KINDS, LANGUAGES)) == len(said)
    for wrong in (
        said[1:],
        [*said, {"kind": "fires", "language": "zh", "saying": "x"}],
        [*said, {"kind": "fire", "language": "en", "saying": "x"}],
        [*said, {"kind": "fire", "language": "zh", "saying": " "}],
    ):
        with pytest.raises(TableInvalid):
            read_examples(wrong, KINDS, LANGUAGES)
