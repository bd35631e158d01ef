"""Residents talk with the bot, by polling and by webhook, in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from storage.tables import cases, files, inbox
from tests.telegram.bot_api import BotApi
from tests.telegram.phone import picture
from tests.telegram.residents_life import Way, asked, does, living, press

WAYS = get_args(Way)
TO_FACTS = (
    "=menu:complaint",
    "=consent:agree",
    "=matter:work",
    "=matter:wages",
    "=place:540621100",
    "=place:540621100001",
)
TO_EVIDENCE = (
    *("工资没有给。", "=facts:done", "请帮忙", "=since:skip", "=amount:skip", "=people:skip"),
    "=told_before:no",
)
TOLD = {
    "zh": ("三个月的工资没有给。", "请把工资给我。"),
    "bo": ("ཟླ་བ་གསུམ་གྱི་གླ་ཆ་མ་སྤྲད།", "གླ་ཆ་སྤྲོད་རོགས།"),
}
NUMBER = re.compile(r"嘉信\d{8}-\d{8}")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("language", TOLD)
async def test_a_whole_complaint_in_either_language(
    bot_api: BotApi, tmp_path: Path, way: Way, language: str
) -> None:
    user = bot_api.user(first_name="扎西")
    facts, request = TOLD[language]
    async with living(bot_api, tmp_path, way=way) as life:
        await does(user, "/start", f"=language:{language}", *TO_FACTS)
        await does(
            user, facts, "=facts:done", request, "=since:skip", "3000", "=people:skip", "=told_before:no"
        )
        await user.sends_photo(picture())
        received = await user.next_message()
        assert asked(received) == {"evidence"}
        summary = await does(user, "=evidence:done", "=behalf:self", "=identity:named", "扎西", "=phone:skip")
        assert facts in summary.text
        receipt = await does(user, "=summary:submit")
        assert NUMBER.search(receipt.text)
        (case,) = await life.rows(cases)
        assert (case.number, case.language) == (NUMBER.search(receipt.text).group(), language)  # type: ignore[union-attr]
        await bot_api.all_taken()
        await life.until_files(lambda rows: [r.state for r in rows] == ["kept"])
        (file,) = await life.rows(files)
        assert (file.case_id, file.media_type, file.remote) == (case.id, "image/jpeg", None)


@pytest.mark.parametrize("way", WAYS)
async def test_an_album_of_five_photos_gets_one_reply(bot_api: BotApi, tmp_path: Path, way: Way) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path, way=way) as life:
        await does(user, "/start", "=language:zh", *TO_FACTS, *TO_EVIDENCE)
        before = len(user.sees())
        with bot_api.held():
            await user.sends_album([picture(color=c) for c in ("red", "green", "blue", "teal", "white")])
        await bot_api.all_taken()
        await user.next_message()
        await life.until_files(lambda rows: [r.state for r in rows] == ["kept"] * 5)
        assert (await life.delivered()).count("replaced") == 4
        assert len(user.sees()) == before + 1


@pytest.mark.parametrize("way", WAYS)
async def test_the_same_update_twice_has_one_outcome(bot_api: BotApi, tmp_path: Path, way: Way) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path, way=way) as life:
        bot_api.deliver_twice()
        await does(user, "/start")
        await bot_api.all_taken()
        assert len(await life.rows(inbox)) == 1
        assert await life.delivered() == ["sent"]


async def test_a_button_pressed_twice_has_one_outcome(bot_api: BotApi, tmp_path: Path) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life:
        await does(user, "/start", "=language:zh", "=menu:complaint")
        consent = user.sees()[-1]
        with bot_api.held():
            first = await press(user, "consent:agree")
            second = await user.presses_raw(first.data, consent)
        answers = await user.waits_for(2)
        assert [asked(m) for m in answers] == [{"matter", "menu"}, {"matter", "menu"}]
        assert life.house.texts["zh"].text("refused-stale-button") in answers[1].text
        await first.answer()
        await second.answer()


@pytest.mark.parametrize(
    "data", ["", "anything", "x|y", "|:", "deadbeef|consent:agree", "1|2|3:4\n", "嘉|信:二"]
)
async def test_a_press_that_is_not_ours_gets_a_pointer_and_changes_nothing(
    bot_api: BotApi, tmp_path: Path, data: str
) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life:
        await does(user, "/start", "=language:zh", "=menu:complaint")
        pressed = await user.presses_raw(data, user.sees()[-1])
        pointer = await user.next_message()
        await pressed.answer()
        assert life.house.texts["zh"].text("refused-stale-button") in pointer.text
        assert asked(pointer) == {"consent", "menu"}


async def test_a_press_on_a_message_too_old_to_be_shown_is_answered(bot_api: BotApi, tmp_path: Path) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path):
        await does(user, "/start", "=language:zh")
        old = user.sees()[-1]
        data = old.buttons[0][0].data
        assert data is not None
        pressed = await user.presses_raw(data, old, inaccessible=True)
        await pressed.answer()
        assert asked(await user.next_message()) == {"consent", "menu"}


async def test_what_no_question_takes_is_answered_kindly_in_their_language(
    bot_api: BotApi, tmp_path: Path
) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life:
        texts = life.house.texts["bo"]
        said = await does(user, "/start", "=language:bo", *TO_FACTS)
        assert asked(said) <= {"facts"}
        for sends, message in (
            (user.sends_sticker, "refused-sticker"),
            (user.sends_poll, "refused-poll"),
            (user.sends_video_note, "refused-video-note"),
        ):
            await sends()
            answer = await user.next_message()
            expected = {texts.text(message), texts.text("refused-words-or-voice-please")}
            assert any(one in answer.text for one in expected)
        mine = await user.sends("གླ་ཆ།")
        await user.next_message()
        await user.edits(mine, "གླ་ཆ་མེད།")
        assert (await user.next_message()).text
        await user.forwards("གཞན་གྱི་ཡིག")
        assert "2" in (await user.next_message()).text


async def test_commands_go_where_they_say_and_a_deep_link_is_kept(bot_api: BotApi, tmp_path: Path) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life:
        zh = life.house.texts["zh"]
        await user.starts("complaint")
        await user.next_message()
        assert asked(await does(user, "=language:zh")) == {"consent", "menu"}
        assert asked(await does(user, "/menu")) == {"menu"}
        assert zh.text("progress-number") in (await does(user, "/status")).text
        assert zh.text("help") in (await does(user, "/help@lamton_residents_bot")).text
        assert asked(await does(user, "/cancel")) == {"menu"}
        assert asked(await does(user, "/language")) == {"language"}


async def test_a_place_and_a_telephone_number_may_be_shared(bot_api: BotApi, tmp_path: Path) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path):
        await does(user, "/start", "=language:zh", *TO_FACTS)
        await user.sends_location(30.64, 93.23)
        assert asked(await user.next_message()) == {"facts"}
        await does(user, "=facts:done", "请帮忙", "=since:skip", "=amount:skip", "=people:skip")
        await does(user, "=told_before:no", "=evidence:skip", "=behalf:self", "=identity:named", "扎西")
        await user.sends_contact("+86 139 0000 0000")
        summary = await user.next_message()
        assert asked(summary) == {"summary"}
        assert "13900000000" in summary.text


async def test_groups_are_not_served(bot_api: BotApi, tmp_path: Path) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life:
        group = await user.joins_group()
        await user.sends("/start", chat=group)
        await bot_api.all_taken()
        assert await life.rows(inbox) == []
        assert bot_api.calls_of("sendMessage") == []


async def test_a_story_of_the_greatest_length_comes_back_whole_in_pieces(
    bot_api: BotApi, tmp_path: Path
) -> None:
    user = bot_api.user()
    story = "བོད་" * 250 + "嘉" * 2990
    async with living(bot_api, tmp_path):
        await does(user, "/start", "=language:bo", *TO_FACTS, story, "=facts:done", "请帮忙")
        await does(user, "=since:skip", "=amount:skip", "=people:skip", "=told_before:no", "=evidence:skip")
        await does(user, "=behalf:self", "=identity:named", "扎西")
        await press(user, "phone:skip")
        first, last = await user.waits_for(2)
        assert not first.buttons
        assert asked(last) == {"summary"}
        assert story in (first.text + last.text).replace("\n", "")


async def test_a_text_of_100_000_characters_gets_one_answer_for_its_many_pieces(
    bot_api: BotApi, tmp_path: Path
) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life:
        await does(user, "/start", "=language:zh", *TO_FACTS)
        with bot_api.held():
            await user.sends("嘉" * 4096 * 20)
        assert "4096" in (await user.next_message()).text.replace(",", "")
        await bot_api.all_taken()
        assert (await life.delivered()).count("replaced") == 19


async def test_what_is_odd_in_a_text_is_taken_and_lost_halves_of_letters_stop_nothing(
    bot_api: BotApi, tmp_path: Path
) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path):
        await does(user, "/start", "=language:zh", *TO_FACTS)
        for odd in ("😀👍🏽", "\u202eabc\u202c", "\u200b\u200d", "\x00\x07", "<b>&amp;*_`"):
            await user.sends(odd)
            assert (await user.next_message()).text
        message = (await user.sends("x")).raw
        await user.next_message()
        broken = {**message, "message_id": 999_999, "text": "嘉\ud83d信"}
        bot_api.residents.pending.append(_pending(next(bot_api.residents.update_ids), broken))
        bot_api.residents.wake()
        assert asked(await user.next_message()) == {"facts"}


def _pending(update_id: int, message: dict[str, object]) -> object:
    from tests.telegram.chats import Pending

    return Pending({"update_id": update_id, "message": message})


async def test_the_bot_shows_itself_in_both_languages(bot_api: BotApi, tmp_path: Path) -> None:
    async with living(bot_api, tmp_path) as life:
        await bot_api.waits_for_call("setChatMenuButton")
        for language in ("zh", "bo"):
            texts = life.house.texts[language]
            assert bot_api.commands(language) == {
                word: texts.text(f"command-{word}")
                for word in ("start", "menu", "status", "language", "help", "cancel")
            }
            settings = bot_api.residents.settings
            assert settings["name", language] == texts.text("telegram-name")
            assert settings["description", language] == texts.text("telegram-about")
            assert settings["short_description", language] == texts.text("telegram-short")
        both = bot_api.commands()["menu"]
        assert all(life.house.texts[each].text("command-menu") in both for each in ("zh", "bo"))
        changes = len(bot_api.calls_of("setMyName"))
        assert await life.residents.register()
        assert len(bot_api.calls_of("setMyName")) == changes
