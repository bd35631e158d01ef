"""Clips and drafts in Telegram: a voice message before its words, once; the Chinese a press away."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.intake import accept_file
from bot.spoken import Spoken
from cases.lifecycle import Role
from tests.bot import made_files
from tests.bot.recorded import office_with_voice
from tests.telegram.bot_api import BotApi
from tests.telegram.residents_life import asked, does, living, press
from tests.telegram.test_residents_told import files, until
from tests.web.desk.people import joins

LANGUAGES = ("zh", "bo")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office with clips in both languages."""
    made = office_with_voice(tmp_path, "listening-on", "menu", "complaint-consent")
    monkeypatch.setenv("LAMTON_OFFICE", str(made))
    return made


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_listens_gets_each_clip_as_a_voice_message_before_its_words(
    bot_api: BotApi, tmp_path: Path, office: Path, language: str
) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life:
        await does(user, "/start", f"=language:{language}")
        assert [m.kind for m in user.sees() if m.from_bot] == ["text", "text"]  # nobody asked to listen
        await press(user, "menu:listen")
        first, second, words = await user.waits_for(3)
        assert [m.kind for m in (first, second, words)] == ["voice", "voice", "text"]
        clips = [office / "voice" / language / f"{name}.ogg" for name in ("listening-on", "menu")]
        assert [m.file.content for m in (first, second) if m.file] == [c.read_bytes() for c in clips]
        assert life.house.texts[language].text("listening-on") in words.text
        await press(user, "menu:complaint")
        heard, consent = await user.waits_for(2)
        assert (heard.kind, asked(consent)) == ("voice", {"consent", "menu"})
        await user.sends({"zh": "不听", "bo": "མི་ཉན"}[language])
        alone = await user.next_message()
        assert asked(alone) == {"consent", "menu"}
        assert set(await life.delivered()) == {"sent"}


async def test_a_clip_is_uploaded_once_and_then_known_by_its_id(
    bot_api: BotApi, tmp_path: Path, office: Path
) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path):
        await does(user, "/start", "=language:bo")
        await press(user, "menu:listen")
        _, first, _ = await user.waits_for(3)
        await user.sends("/menu")
        again, _ = await user.waits_for(2)
        assert first.raw["voice"]["file_id"] == again.raw["voice"]["file_id"]


async def test_a_clip_that_is_gone_keeps_no_words_back(bot_api: BotApi, tmp_path: Path, office: Path) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life:
        await does(user, "/start", "=language:bo")
        for clip in (office / "voice" / "bo").glob("*.ogg"):
            clip.unlink()
        told = await does(user, "=menu:listen")
        assert told.kind == "text"
        assert life.house.texts["bo"].text("listening-on") in told.text
        assert set(await life.delivered()) == {"sent"}


async def test_a_draft_has_one_mark_and_its_chinese_is_a_press_away(bot_api: BotApi, tmp_path: Path) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life:
        start = await does(user, "/start")
        mark = life.house.texts["bo"].text("draft-mark")
        assert mark not in start.text
        consent = await does(user, "=language:bo", "=menu:complaint")
        assert consent.text.endswith(mark)
        assert [b.label for b in consent.buttons[-1]] == ["中文"]
        chinese = await does(user, "=words:zh")
        assert life.house.texts["zh"].text("complaint-consent") in chinese.text
        assert asked(chinese) == {"consent", "menu"}
        matter = await does(user, "=consent:agree")  # a button of the Chinese view; the language stays
        assert life.house.texts["bo"].text("complaint-matter") in matter.text
        stale = await user.presses_raw("|words:zh", start)
        here = await user.next_message()
        await stale.answer()
        assert life.house.texts["zh"].text("complaint-matter") in here.text
        assert asked(here) == {"matter", "menu"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("private", [False, True], ids=["heard", "as-a-file"])
async def test_what_staff_said_aloud_is_a_voice_message_before_its_words(
    bot_api: BotApi, tmp_path: Path, language: str, private: bool
) -> None:
    user = bot_api.user()
    async with living(bot_api, tmp_path) as life:
        number, _ = await files(user, language)
        house, now = life.house, life.house.time.now()
        clerk = await joins(house, "dorje", Role.CLERK, "xinfang")
        said = await Spoken(house).keep(clerk, number, "ask", made_files.ogg(4), "audio/ogg")
        parts = {"voice": said}
        await house.store.write(lambda c: house.casework.move(c, number, "ask", clerk, parts, now))
        notice = await until(user, number)
        if private:  # one who takes no voice messages
            bot_api.fail_next("sendVoice", 400, description="Bad Request: VOICE_MESSAGES_FORBIDDEN")
        await press(user, f"case:supply.{number}")
        heard, asks = await user.waits_for(2)
        assert heard.kind == ("document" if private else "voice")
        assert heard.file is not None
        assert heard.file.content == accept_file(made_files.ogg(4), "reply", "audio/ogg", "voice").data
        assert house.texts[language].text("staff-asks-aloud") in asks.text
        assert heard.id > notice.id
        assert set(await life.delivered()) == {"sent"}
