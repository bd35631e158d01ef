"""Promises about the words the house understands at any moment, and about typing what a button says."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.texts import Texts
from dialogs.engine.view import Button, View, say

AllTexts = Mapping[str, Texts]
VIEW = View(
    (say("complaint-told_before"),),
    (
        (Button("told_before", "no", say("complaint-told_before-no")),),
        (Button("told_before", "back", say("button-back")),),
    ),
)


@pytest.mark.parametrize("language", ["zh", "bo"])
@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("返回", "back"),
        (" 上一步。", "back"),
        ("ཕྱིར་ལོག", "back"),
        ("ཕྱིར་ལོག་", "back"),
        ("འདེམས་ཐོ།", "menu"),
        ("换语言", "language"),
        ("帮助！", "help"),
        ("找人", "person"),
        ("取消", "cancel"),
        ("看进度", "status"),
        ("跳过", "skip"),
        ("没有了", "done"),
        ("说完了", "done"),
        ("ཚར་སོང་།", "done"),
        ("/menu", "menu"),
        ("/MENU@jiali_bot", "menu"),
        ("/start m-wages", "start"),
        ("\u200b返回\u200d", "back"),
    ],
)
def test_a_word_of_the_house_is_understood_in_either_language(
    texts: AllTexts, language: str, typed: str, asked: str
) -> None:
    assert texts[language].house_word(typed) == asked


@pytest.mark.parametrize(
    "typed", ["", "。", "/", "/nothing", "我要返回拉萨", "老板跑了，没有了音信", "返回" * 50]
)
def test_what_a_resident_tells_is_no_word_of_the_house(texts: AllTexts, typed: str) -> None:
    assert texts["zh"].house_word(typed) is None


@given(st.text(max_size=200))
def test_anything_typed_is_a_known_word_or_none(texts: AllTexts, typed: str) -> None:
    assert texts["bo"].house_word(typed) in {
        *(None, "back", "skip", "menu", "language", "help"),
        *("person", "cancel", "status", "start", "done"),
    }


@pytest.mark.parametrize(
    ("language", "typed", "pressed"),
    [
        ("zh", "没有说过", "told_before:no"),
        ("zh", "没有说过。", "told_before:no"),
        ("bo", "ཞུས་མ་མྱོང", "told_before:no"),
        ("bo", "ཞུས་མ་མྱོང་།", "told_before:no"),
        ("zh", "上一步", "told_before:back"),
        ("zh", "说过", None),
        ("zh", "", None),
    ],
)
def test_typing_what_a_button_says_is_pressing_it(
    texts: AllTexts, language: str, typed: str, pressed: str | None
) -> None:
    button = texts[language].label_pressed(VIEW, typed)
    assert (button.id if button else None) == pressed


def test_two_buttons_of_one_label_are_never_guessed_between(texts: AllTexts) -> None:
    twice = View((), ((Button("a", "b", "同"), Button("a", "c", "同")),))
    assert texts["zh"].label_pressed(twice, "同") is None
