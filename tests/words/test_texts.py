"""Promises about words: nothing is missing, nothing falls back, values are written as the language does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.errors import UnknownMessage, ValueMissing, WordsInvalid
from bot.words.texts import LONG_CHARS, Label, Texts, load_texts
from cases.matters import GROUPS, MATTERS
from cases.office import Office
from dialogs.engine.view import Button, Day, Place, Say, Several, Unit, Value, View, Yuan, say
from tests.words.conftest import Write

AllTexts = Mapping[str, Texts]


def test_both_languages_say_the_same_messages(texts: AllTexts) -> None:
    assert set(texts) == {"zh", "bo"}
    assert texts["zh"].ids == texts["bo"].ids
    assert all(texts["zh"].variables(i) == texts["bo"].variables(i) for i in texts["zh"].ids)


@pytest.mark.parametrize("language", ["zh", "bo"])
def test_every_matter_and_group_has_a_name_of_its_own(texts: AllTexts, language: str) -> None:
    ids = [f"group-{g}" for g in GROUPS] + [f"matter-{m}" for m in MATTERS]
    names = [texts[language].text(i) for i in ids]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("zh", "bo", "told"),
    [
        ("a = 一\n", "", "bo: no message 'a'"),
        ("", "a = ཀ\n", "zh: no message 'a'"),
        ("a = 一\na = 二\n", "a = ཀ\n", "'a' is already in zh/more.ftl"),
        ("money = 一\n", "", "'money' is already in zh/more.ftl"),
        ("a = { $x }\n", "a = ཀ\n", "differs from zh/more.ftl: x"),
        ("a = { b }\n", "a = ཀ\n", "names 'b', which is no message"),
        ("a = { money }\n", "a = ཀ\n", "names 'money', which is not plain"),
        ("a = 一\nb\n", "a = ཀ\n", "zh/more.ftl:2"),
        ("a = { -t }\n-t = 一\n", "a = ཀ\n", "the term -t"),
        ("a = { NUMBER($x) }\n", "a = { $x }\n", "the function NUMBER()"),
        ("a = 一\n    .b = 二\n", "a = ཀ\n", "attributes"),
        ('a = { "" }\n', "a = ཀ\n", "'a' may show nothing"),
        ('a = { $x ->\n    [one] 一\n   *[other] { " " }\n }\n', "a = { $x }\n", "'a' may show nothing"),
        ("a = 一\u200f\n", "a = ཀ\n", "a letter that nobody sees"),
        ('a = 一{ "\\u202E" }\n', "a = ཀ\n", "a letter that nobody sees"),
    ],
)
def test_messages_that_cannot_be_right_refuse_to_start(
    small: Write, office: Office, zh: str, bo: str, told: str
) -> None:
    with pytest.raises(WordsInvalid) as refused:
        load_texts(small(zh, bo), office)
    assert told in str(refused.value)


def test_all_that_is_wrong_is_told_at_once(small: Write, office: Office) -> None:
    with pytest.raises(WordsInvalid) as refused:
        load_texts(small("a = 一\nb = 二\n", "c = ཀ\n"), office)
    assert len(refused.value.problems) == 3


def test_a_word_that_asks_for_two_things_refuses_to_start(small: Write, office: Office) -> None:
    folder = small("", "")
    words = folder / "bo" / "words.ftl"
    words.write_text(words.read_text(encoding="utf-8").replace("bo-help", "zh-back"), encoding="utf-8")
    with pytest.raises(WordsInvalid, match="zh-back"):
        load_texts(folder, office)


def test_a_missing_value_never_shows_an_id(texts: AllTexts) -> None:
    with pytest.raises(ValueMissing, match="receipt: code"):
        texts["zh"].say(say("receipt", number="1"))
    with pytest.raises(UnknownMessage):
        texts["zh"].text("no-such-message")
    with pytest.raises(UnknownMessage):
        texts["bo"].value(Say("no-such-message"))


@pytest.mark.parametrize(
    ("value", "zh", "bo"),
    [
        (Day(date(2026, 11, 24)), "2026年11月24日", "2026ལོའི་ཟླ་11ཚེས་24ཉིན"),
        (Day(date(2026, 5, 1), "month"), "2026年5月", "2026ལོའི་ཟླ་5"),
        (Day(date(2026, 1, 1), "year"), "2026年", "2026ལོ"),
        (Yuan("1633500.00"), "1,633,500元", "སྒོར་ 1,633,500"),
        (Yuan("12.50"), "12.50元", "སྒོར་ 12.50"),
        (100_000, "100,000", "100,000"),
        ("他说了什么", "他说了什么", "他说了什么"),
        (Place("540621206"), "林堤乡", "གླིང་མཐིལ་ཤང"),
        (Place("540621201"), "尼屋乡", "(尼屋乡)"),
        (Place("540621203"), "措多乡", "མཚོ་སྟོད་ཤང (措多乡)"),
        (Place("elsewhere"), "不在嘉黎县", "ལྷ་རི་རྫོང་གི་ཕྱི་རོལ།"),
        (Place("540621206000"), "林堤乡（不分村）", "གླིང་མཐིལ་ཤང (གྲོང་ཚོ་མ་ཡིན)"),
        (Unit("jiaoyu"), "嘉黎县教育局", "(嘉黎县教育局)"),
        (Say("menu-help"), "帮助", "རོགས་རམ།"),
        (Several(("一", Say("menu-help"))), "一\n帮助", "一\nརོགས་རམ།"),
    ],
)
def test_a_value_is_written_as_each_language_writes_it(
    texts: AllTexts, value: Value, zh: str, bo: str
) -> None:
    assert (texts["zh"].value(value), texts["bo"].value(value)) == (zh, bo)


def test_a_place_nobody_knows_is_an_error_not_a_code(texts: AllTexts) -> None:
    with pytest.raises(UnknownMessage):
        texts["zh"].value(Place("999999"))


def test_a_message_within_a_message_is_said_in_the_same_language(texts: AllTexts) -> None:
    line = say("clock-promise", what=Say("clock-forward"), day=Day(date(2026, 11, 25)))
    assert texts["zh"].say(line) == "信访局转给单位：答应在2026年11月25日以前。"
    assert texts["bo"].say(line).startswith("ལས་ཁུངས་ལ་བརྒྱུད་སྤྲོད། 2026ལོའི་ཟླ་11ཚེས་25ཉིན")


def test_no_direction_marks_are_put_around_values(texts: AllTexts) -> None:
    said = texts["bo"].text("summary-line", label="ཁ་པར།", value="13900000000")
    assert said == "ཁ་པར། 13900000000"


@given(story=st.text(min_size=LONG_CHARS - 5, max_size=LONG_CHARS + 2500))
def test_a_story_of_any_length_is_shown_whole(texts: AllTexts, story: str) -> None:
    assert texts["zh"].text("answer-now", value=story) == f"您现在填的是：{story}"


def test_what_a_resident_wrote_is_never_read_as_a_message(texts: AllTexts) -> None:
    assert texts["zh"].text("answer-now", value="{ $number } { menu }").endswith("：{ $number } { menu }")


def test_a_view_becomes_one_bubble_with_its_buttons(texts: AllTexts) -> None:
    view = View(
        (
            say("complaint-summary"),
            say("summary-line", label=Say("complaint-name-label"), value="扎西"),
            say("summary-line", label=Say("complaint-phone-label"), value="13900000000"),
            say("complaint-submit"),
        ),
        ((Button("summary", "submit", say("button-submit")),),),
    )
    bubble = texts["zh"].view(view)
    assert bubble.text.split("\n\n") == [
        "请看一遍，对不对？",
        "姓名：扎西\n电话：13900000000",
        "对的话，请按“提交”。不对，请按“修改”。",
    ]
    assert bubble.rows == ((Label("summary:submit", "提交"),),)


def test_the_office_without_a_telephone_is_told_without_one(texts: AllTexts, office: Office) -> None:
    assert office.phone == ""
    for language in ("zh", "bo"):
        said = texts[language].text("person")
        assert "none" not in said
        assert "12345" in said


def test_the_office_with_a_telephone_gives_it(office: Office) -> None:
    from dataclasses import replace

    from tests.words.conftest import ROOT

    known = replace(office, phone="0896-1234567", address_zh="嘉黎县团结路", hours_zh="9:30到18:30")
    texts = load_texts(ROOT / "locales", known)
    assert "0896-1234567" in texts["zh"].text("person")
    assert "0896-1234567" in texts["bo"].text("complaint-consent-whole")
    assert "(嘉黎县团结路)" in texts["bo"].text("person")


def test_the_whole_privacy_notice_says_what_the_law_asks(texts: AllTexts) -> None:
    """《个人信息保护法》第十七条, 第三十一条."""
    for language in ("zh", "bo"):
        said = texts[language].text("complaint-consent-whole")
        assert all(part in said for part in ("嘉黎县信访局", "第十七条", "第三十一条", "14"))


def test_a_sealed_matter_is_told_where_to_turn(texts: AllTexts) -> None:
    for language in ("zh", "bo"):
        assert "12388" in texts[language].text("complaint-sealed")
        assert "那曲市信访局" in texts[language].text("complaint-sealed")


def test_notices_on_a_shared_phone_carry_no_content(texts: AllTexts) -> None:
    for language in ("zh", "bo"):
        for notice in ("notice-asked", "notice-answered"):
            assert texts[language].variables(notice) == {"number"}


def test_a_provisional_day_is_an_aim_not_a_promise(texts: AllTexts) -> None:
    given = {"what": "答复您", "day": "那一天"}
    assert "答应" in texts["zh"].text("clock-promise", **given)
    assert "答应" not in texts["zh"].text("clock-promise-provisional", **given)
    assert "大概" in texts["zh"].text("clock-law-provisional", **given)


def test_no_official_name_stands_in_brackets_within_brackets(texts: AllTexts, office: Office) -> None:
    names = [Unit(unit) for unit in office.units]
    places: list[Value] = [Place(code) for code in office.places.by_code]
    in_branch = [
        say("leaf-in-branch", leaf=Place(leaf.code), branch=Place(town.code))
        for town in office.places.towns()
        for leaf in office.places.children(town.code)
    ]
    for one in (*names, *places, *in_branch):
        told = texts["bo"].value(one)
        assert not re.search(r"[(（][^()（）]*[(（]", told), told
