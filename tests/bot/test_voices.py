"""Promises about clips: what is heard is what stands there, and nobody hears who did not ask to."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

import bot.wiring
from bot.clips import Clips, ClipsInvalid, load_clips
from bot.recordings import Refused
from bot.rehearsal import json_lines
from bot.rehearsal.plain import draw
from bot.rehearsal.session import Rehearsal, Turn
from bot.wiring import ROOT, House
from bot.words.texts import SKIPPED, load_texts
from cases.office import load_office
from dialogs.engine.view import View, say
from tests.bot import houses
from tests.bot.processes import command
from tests.bot.recorded import lay, note, office_with_voice
from tests.bot.test_drafts import forwarded
from tests.bot.test_rehearse import LINES

LANGUAGES = ("zh", "bo")


async def _plays(house: House, language: str, *lines: dict[str, Any]) -> list[dict[str, Any]]:
    """A rehearsal's turns as the JSON a driver reads."""
    rehearsal = Rehearsal(house, "run/voice", language)
    turns: list[Turn] = [await rehearsal.open()]
    for line in lines:
        turns.append(await rehearsal.hear(json_lines.read_json(json.dumps(line).encode())))
    return [json.loads(json_lines.write_json(turn)) for turn in turns]


def _heard(turn: dict[str, Any]) -> list[str]:
    return [clip.partition(".")[0] for m in turn["messages"] for clip in m.get("voice", [])]


def _offered(turn: dict[str, Any]) -> set[str]:
    return {b["id"] for m in turn["messages"] for row in m["buttons"] for b in row}


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office with clips of the menu and of the first questions, in both languages."""
    made = office_with_voice(tmp_path, "welcome", "menu", "complaint-consent", "complaint-facts", "receipt")
    monkeypatch.setenv("LAMTON_OFFICE", str(made))
    return made


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_chose_to_listen_hears_each_message_and_nobody_else_does(
    office: Path, data_dir: Path, language: str
) -> None:
    async with houses.open_house(data_dir) as house:
        texts = house.texts[language]
        opened, on, consent, typed, off = await _plays(
            house,
            language,
            {"press": "menu:listen"},
            {"press": "menu:complaint"},
            {"text": {"zh": "不听", "bo": "མི་ཉན"}[language]},
            {"press": "consent:agree"},
        )
        assert _heard(opened) == []
        assert "menu:listen" in _offered(opened)
        assert texts.text("listening-on") in on["messages"][0]["text"]
        assert _heard(on) == [f"{language}/menu"]
        assert "menu:read" in _offered(on)
        assert _heard(consent) == [f"{language}/complaint-consent"]
        assert texts.text("listening-off") in typed["messages"][0]["text"]
        assert (typed["asks"]["question"], _heard(typed)) == ("consent", [])  # the place is kept
        assert _heard(off) == []


async def test_the_choice_is_kept_through_a_restart_and_another_language(
    office: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with houses.open_house(data_dir) as house:
        await _plays(house, "bo", {"text": "སྐད་སྒྲ་ཉན་པ།"})
        again = await houses.reloaded(house, monkeypatch)
        _, switched = await _plays(again, "bo", {"press": "language:zh"})
        assert _heard(switched) == ["zh/menu"]


async def test_help_offers_to_listen_from_the_middle_of_a_dialog(office: Path, data_dir: Path) -> None:
    async with houses.open_house(data_dir) as house:
        *_, helped, on = await _plays(
            house, "bo", {"press": "menu:complaint"}, {"text": "རོགས་རམ"}, {"press": "menu:listen"}
        )
        assert "menu:listen" in _offered(helped)
        assert on["asks"]["question"] == "consent"
        assert _heard(on) == ["bo/complaint-consent"]


async def test_where_nothing_is_recorded_no_button_promises_it(sqlite_house: House) -> None:
    opened, told = await _plays(sqlite_house, "bo", {"text": "ཉན་པ"})
    assert "menu:listen" not in _offered(opened)
    assert sqlite_house.texts["bo"].text("listening-none") in told["messages"][0]["text"]
    assert _heard(told) == []


async def test_a_rehearsal_in_words_tells_of_the_clips(office: Path, data_dir: Path) -> None:
    async with houses.open_house(data_dir) as house:
        rehearsal = Rehearsal(house, "run/plain", "bo")
        await rehearsal.open()
        shown = draw(await rehearsal.hear(json_lines.read_json(b'{"press": "menu:listen"}')))
        assert "(voice: bo/menu." in shown


async def test_a_notice_is_heard_by_who_listens(
    tmp_path: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAMTON_OFFICE", str(office_with_voice(tmp_path, "notice-forwarded")))
    async with houses.open_house(data_dir) as house:
        filed = (await _plays(house, "bo", {"press": "menu:listen"}, *LINES))[-1]
        await house.store.write(lambda c: forwarded(c, house, filed["receipt"]["number"]))
        told, *_ = await _plays(house, "bo")
        assert _heard(told) == ["bo/notice-forwarded"]


def test_several_messages_are_heard_in_order_and_few_at_a_time(tmp_path: Path) -> None:
    ids = ("welcome", "menu", "help", "person", "cancel-sure", "draft-deleted")
    office = office_with_voice(tmp_path, "welcome", "menu", "help", "cancel-sure", "draft-deleted")
    clips = _loaded(office)
    heard = clips.of("bo", View(tuple(say(i) for i in reversed(ids))))
    assert [name.partition(".")[0] for name in heard] == [
        "bo/draft-deleted",
        "bo/cancel-sure",
        "bo/help",
        "bo/menu",
    ]


def test_a_clip_whose_text_has_changed_is_older_and_is_not_sent(tmp_path: Path) -> None:
    office = office_with_voice(tmp_path, "menu", "help")
    assert set(_loaded(office).current["bo"]) == {"menu", "help"}
    locales = _changed(tmp_path, "menu = ཁྱེད་ལ་དོན་དག་ཅི་ཡོད།")
    words = load_texts(locales, load_office(office))
    assert set(load_clips(office / "voice", words).current["bo"]) == {"help"}
    assert note(office, "bo", texts=words["bo"]) == []  # it is not made right by the way
    assert note(office, "bo", "menu", texts=words["bo"]) == ["menu"]
    assert set(load_clips(office / "voice", words).current["bo"]) == {"menu", "help"}


def test_a_clip_is_sent_once_somebody_noted_what_it_reads(tmp_path: Path) -> None:
    office = office_with_voice(tmp_path, "menu")
    lay(office, "bo", "welcome", "menu")
    (office / "voice" / "bo" / "menu.ogg").write_bytes(
        (office / "voice" / "bo" / "welcome.ogg").read_bytes() + b"another take"
    )
    assert dict(_loaded(office).current["bo"]) == {}
    assert note(office, "bo") == ["welcome", "menu"]
    assert set(_loaded(office).current["bo"]) == {"welcome", "menu"}


@pytest.mark.parametrize("content", [b"MZ\x90\x00" + bytes(300), b"", b"OggS" + bytes(300)])
def test_what_is_no_recording_is_never_noted(tmp_path: Path, content: bytes) -> None:
    office = office_with_voice(tmp_path, "menu")
    (office / "voice" / "bo" / "welcome.ogg").write_bytes(content)
    with pytest.raises(Refused, match="welcome"):
        note(office, "bo")
    assert set(_loaded(office).current["bo"]) == {"menu"}


@pytest.mark.parametrize(
    "record",
    [
        b"message,reader\nmenu,a\n",
        b"message_id,text_sha,clip_sha,reader,date\nmenu,1\n",
        b"message_id,text_sha,clip_sha,reader,date\nmenu,1,2,a,b,c\n",
        b"message_id,text_sha,clip_sha,reader,date\nmenu,1,2,a,b\nmenu,1,2,a,b\n",
        b"message_id,text_sha,clip_sha,reader,date\nmenu,1,2,\xd5\xc5,b\n",  # saved in GB 18030
        b'message_id,text_sha,clip_sha,reader,date\nmenu,1,2,"a,b\n',
        b"",
    ],
)
async def test_a_record_written_wrong_refuses_to_start(office: Path, data_dir: Path, record: bytes) -> None:
    (office / "voice" / "bo" / "voice.csv").write_bytes(record)
    with pytest.raises(ClipsInvalid, match=r"^bo/voice\.csv"):
        async with houses.open_house(data_dir):
            pass


def test_a_message_with_values_is_read_without_them(tmp_path: Path) -> None:
    texts = load_texts(ROOT / "locales", load_office(ROOT / "office" / "jiali"))
    receipt = texts["zh"].spoken("receipt")
    assert receipt is not None
    assert receipt.count(SKIPPED) == 2
    assert texts["bo"].spoken("summary-line") is None  # nothing but values
    assert texts["zh"].spoken("card-who") is None  # every sentence has one
    assert texts["bo"].spoken("guidance-only") is None  # a value chooses what is said
    assert "12345" in (texts["zh"].spoken("person") or "")  # the office's own data are words


def test_the_list_and_the_script_tell_a_reader_what_to_do(office: Path) -> None:
    (office / "voice" / "bo" / "menu.ogg").unlink()
    lay(office, "bo", "help", "nobody-says-this")
    setting = {"LAMTON_OFFICE": str(office)}
    listed = command("voices", **setting).stdout.decode()
    assert "bo: 4 recorded, " in listed
    assert "  recorded welcome  ཚེ་རིང 2026-11-23\n" in listed
    assert "  missing  menu  " in listed
    assert "  new      help\n" in listed
    assert "unknown  nobody-says-this.ogg" in listed
    script = command("voices", "script", **setting).stdout.decode()
    texts = load_texts(ROOT / "locales", load_office(office))
    assert script.index("welcome.ogg") < script.index("menu.ogg") < script.index("complaint-consent.ogg")
    assert texts["bo"].text("menu") in script
    assert texts["zh"].text("menu") in script  # beside the Tibetan, what it means
    lacking = command("voices", "script", "--lacking", **setting).stdout.decode()
    assert "menu.ogg" in lacking
    assert "welcome.ogg" not in lacking
    assert "ཨང་གྲངས། 〔…〕" in script
    taken = command("voices", "take", "--reader", "བཀྲ་ཤིས", **setting)
    assert taken.returncode == 0, taken.stderr
    assert b"1 noted\n  help" in taken.stdout


def _loaded(office: Path) -> Clips:
    return load_clips(office / "voice", load_texts(ROOT / "locales", load_office(office)))


def _changed(folder: Path, line: str) -> Path:
    """A copy of the messages in which a Tibetan message reads otherwise."""
    locales = folder / "locales"
    shutil.copytree(bot.wiring.ROOT / "locales", locales)
    path = locales / "bo" / "common.ftl"
    text = path.read_text(encoding="utf-8")
    name = line.partition(" = ")[0]
    whole = rf"^{re.escape(name)} =.*\n(?:[ \t]+.*\n)*"
    text, found = re.subn(whole, f"{line}\n", text, flags=re.MULTILINE)
    assert found == 1, name
    path.write_text(text, encoding="utf-8")
    return locales
