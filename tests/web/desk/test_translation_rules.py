"""Promises of the words' rules at the desk, and of who finds the page: over SQLite alone."""

from __future__ import annotations

import inspect
import re
from html import unescape

from bot.web.desk.translation_shown import RULES
from bot.wiring import House
from bot.words import checking, lint, tibetan
from cases.lifecycle import Role
from tests.web.desk.people import Browser
from tests.web.desk.test_translations import BO, HERE, OTHER, ZH, approves, proposes, signed_in, tsering

__all__ = ["tsering"]  # the fixture: a translator


def test_every_rule_is_said_in_words() -> None:
    sources = "".join(inspect.getsource(module) for module in (checking, lint, tibetan))
    assert set(re.findall(r'"([CGLPRST][0-9]{1,2})"', sources)) - {"R14"} == set(RULES)


REFUSED = (
    ("cancel-sure", "啊", "གདམས { $x }", "variables"),
    ("cancel-sure", "啊 { ", BO, "unreadable"),
    ("cancel-sure", "啊\nother = x", "", "unreadable"),
    ("cancel-sure", '{ "" }', '{ "" }', "unreadable"),
    ("cancel-sure", ZH, '{ " " } { "\\u0020" }', "unreadable"),
    ("cancel-sure", ZH + "\u202e", BO, "unreadable"),
    ("cancel-sure", ZH, f"{BO}\u2028{BO}", "unreadable"),
    ("cancel-sure", ZH, BO + '{ "\\u200F" }', "unreadable"),
    ("cancel-sure", ZH, BO * 20, "bubble"),
    ("cancel-sure", "字" * 61, BO, "sentence"),
    ("cancel-sure", ZH, "གདམཀསང་།", "syllable"),
    ("cancel-sure", ZH, "ངའི་གྱི།", "agrees"),
    ("cancel-sure", ZH, "x" * 5000, "long"),
    ("draft-mark", "{ menu }", "{ menu }", "references"),
    ("words-back", "帮助", "ཕྱིར་ལོག", "taken"),
)
"""A message, its texts, and the rule that refuses them."""


async def test_what_the_rules_refuse_is_not_kept_and_what_was_typed_stays(
    house: House, tsering: Browser
) -> None:
    for message, zh, bo, why in REFUSED:
        here = f"/translations/{message}"
        await tsering.opens(here)
        answer = await tsering.sends(f"{here}/propose", zh=zh, bo=bo)
        assert answer.status_code == 422
        page = unescape(answer.text)
        assert house.texts["zh"].text(f"staff-words-rule-{why}") in page, why
        for text in (zh, bo):
            assert text in page
        assert "还没有人动过" in (await tsering.opens(here)).text


async def test_whose_business_it_is_not_finds_nothing(house: House) -> None:
    other = await signed_in(house, "other", Role.SUPERVISOR, "别人")
    assert "/translations" not in (await other.opens("/")).text
    for path in ("/translations", HERE, "/translations.patch"):
        assert (await other.opens(path)).status_code == 404
    await other.opens("/account")
    for act in ("propose", "approve", "check", "back", "sign", "end", "keep"):
        assert (await other.sends(f"{HERE}/{act}", zh=ZH, bo=BO, after="0")).status_code == 404


async def test_a_clerk_proposes_and_decides_nothing(house: House, clerk: Browser, tsering: Browser) -> None:
    await proposes(tsering)
    assert await approves(clerk) == 403
    assert await proposes(clerk, bo=OTHER) == 200
    await clerk.opens(HERE)
    assert (await clerk.sends(f"{HERE}/sign", status="native_ok")).status_code == 403
    assert (await clerk.opens("/translations.patch")).status_code == 403


async def test_a_line_of_another_message_is_no_way_in(house: House, tsering: Browser) -> None:
    """A second message in a text stays within the first: it is indented, and so its words."""
    await tsering.opens(HERE)
    answer = await tsering.sends(f"{HERE}/check", zh="啊\n\nmenu = 别的", bo=BO)
    assert answer.status_code == 200
    assert house.texts["zh"].text("menu") != "别的"


async def test_the_check_answers_as_one_types_with_a_piece_of_the_page(
    house: House, tsering: Browser
) -> None:
    await tsering.opens(HERE)
    proof = re.search(r'name="proof" value="([^"]*)"', tsering.page.text)
    assert proof
    form = {"proof": proof[1], "zh": ZH, "bo": "ཁྱོད་མི་འབྲི།"}
    answer = await tsering.client.post(f"/desk{HERE}/check", data=form, headers={"hx-request": "true"})
    assert answer.text.lstrip().startswith('<div id="checked"')
    assert "请用敬语" in answer.text
    assert "ཁྱོད་མི་འབྲི།" in answer.text
    assert house.texts["bo"].text("draft-mark") in answer.text, "the phone shows the draft's mark"
    without = await tsering.client.post(f"/desk{HERE}/check", data={**form, "proof": "x"})
    assert without.status_code == 403


async def test_the_desk_reads_in_tibetan_too(house: House) -> None:
    reader = await signed_in(house, "lhamo", Role.TRANSLATOR, "拉姆", "bo")
    await proposes(reader)
    for path in ("/translations", HERE):
        assert 'lang="bo"' in (await reader.opens(path)).text
    answer = await reader.sends(f"{HERE}/propose", zh=ZH, bo="ཀཀཀཀ")
    assert house.texts["bo"].text("staff-words-rule-syllable") in answer.text
