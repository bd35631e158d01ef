"""Updates are read, and buttons fit, whatever the dialogs draw and whatever Telegram sends."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.residents_telegram.buttons import MAX_BYTES, NOT_OURS, TooLong, callback_data, read_callback_data
from bot.residents_telegram.reading import Membership, Received, parse, read
from bot.wiring import receptions
from cases.office import load_office
from dialogs.engine.events import Asked, Pinned, Pressed, Said, Sent, Shared, Unusable
from dialogs.engine.pick import Pick
from tests.telegram.bot_api import BotApi
from tests.telegram.people import User
from tests.telegram.phone import picture

DRAFT = "0123456789"


def test_every_button_of_every_dialog_fits_and_is_read_back() -> None:
    from bot.today import OfficeTime

    office = load_office(Path("office/jiali"))
    dialogs = receptions(office, OfficeTime(office.time_zone))["telegram"].dialogs
    number = f"{office.case_prefix}20261123-00482913"
    ids = [f"case:{what}.{number}" for what in ("open", "supply", "show", "withdraw", "withdraw-sure")]
    ids += [f"menu:{o}" for o in ("complaint", "continue", "progress", "help", "person", "language")]
    for dialog in dialogs.values():
        for question in dialog.questions:
            ids += [f"{question.id}:{o}" for o in ("back", "skip", "keep", "done", "again", "page-99")]
            ids.append(f"summary:change-{question.id}")
            kind = question.kind
            ids += [f"{question.id}:{o.id}" for row in kind.rows(None, {}, None) for o in row]
            if isinstance(kind, Pick):
                ids += [f"{question.id}:{node.id}" for node in kind.tree.nodes]
    assert len(ids) > 200
    for button in ids:
        data = callback_data(DRAFT, button)
        assert len(data.encode()) <= MAX_BYTES
        question_id, _, option = button.partition(":")
        assert read_callback_data(data) == Pressed(question_id, option, DRAFT)
    assert read_callback_data(callback_data("", "menu:help")) == Pressed("menu", "help", None)


def test_a_button_that_does_not_fit_is_refused() -> None:
    with pytest.raises(TooLong):
        callback_data(DRAFT, "matter:" + "x" * 60)


@given(st.text(max_size=80) | st.none())
def test_any_data_at_all_is_a_press(data: str | None) -> None:
    assert isinstance(read_callback_data(data), Pressed)


@pytest.mark.parametrize("data", [None, "", "x", "menu:help", "|menu", "A|menu:help", "|menu:", "|me nu:x"])
def test_data_that_is_not_ours_is_no_button_of_ours(data: str | None) -> None:
    assert read_callback_data(data) == NOT_OURS


def newest(api: BotApi) -> Received | Membership | None:
    """The newest update, read."""
    update = parse(api.residents.pending[-1].raw)
    assert update is not None
    return read(update)


def event(api: BotApi) -> object:
    """What the newest update means."""
    received = newest(api)
    assert isinstance(received, Received)
    return received.event


@pytest.fixture
def user(bot_api: BotApi) -> User:
    return bot_api.user()


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("/start", Asked("start")),
        ("/start poster-01", Asked("start", "poster-01")),
        ("/menu@lamton_residents_bot", Asked("menu")),
        ("/Status", Asked("status")),
        ("/cancel please", Asked("cancel")),
        ("/unknown", Said("/unknown")),
        ("/", Said("/")),
        ("你好 /menu", Said("你好 /menu")),
    ],
)
async def test_texts_and_commands(bot_api: BotApi, user: User, text: str, means: object) -> None:
    await user.sends(text)
    assert event(bot_api) == means


async def test_a_forwarded_command_is_only_a_text(bot_api: BotApi, user: User) -> None:
    await user.forwards("/cancel")
    assert event(bot_api) == Said("/cancel")


async def test_what_is_sent_is_known_for_what_it_is(bot_api: BotApi, user: User) -> None:
    await user.sends_photo(picture(), caption="看")
    received = newest(bot_api)
    assert isinstance(received, Received)
    assert isinstance(received.event, Sent)
    assert (received.event.text, received.event.files[0].kind) == ("看", "photo")
    assert received.files[0].attachment == received.event.files[0]
    for sends, kind, name in (
        (user.sends_voice(b"OggS", 5), "voice", "voice.ogg"),
        (user.sends_video(b"x"), "document", "video.mp4"),
        (user.sends_document(b"x", "../../a\u202egpj.exe.pdf"), "document", "agpj.pdf"),
        (user.sends_document(b"x", "无名"), "document", "无名"),
    ):
        await sends
        received = newest(bot_api)
        assert isinstance(received, Received)
        assert isinstance(received.event, Sent)
        file = received.event.files[0]
        assert (file.kind, file.name) == (kind, name)
    await user.sends_voice(b"OggS", 3601)
    assert event(bot_api) == Unusable("file-too-long")
    await user.sends_document(b"x", "a.pdf", size=20_000_001)
    assert event(bot_api) == Unusable("file-too-big")
    await user.sends_location(30.5, 93.25)
    assert event(bot_api) == Pinned(30.5, 93.25)
    await user.sends_contact("13900000000", own=False)
    assert event(bot_api) == Shared("13900000000")


async def test_of_an_album_each_photo_knows_the_album(bot_api: BotApi, user: User) -> None:
    album = await user.sends_album([picture(), picture()])
    received = newest(bot_api)
    assert isinstance(received, Received)
    assert received.album == album[0].raw["media_group_id"]


async def test_an_edit_is_told_and_a_moving_location_is_left_alone(bot_api: BotApi, user: User) -> None:
    await user.edits(await user.sends("a"), "b")
    assert event(bot_api) == Unusable("edited")
    raw = dict(bot_api.residents.pending[-1].raw["edited_message"])
    raw.pop("text")
    raw["location"] = {"latitude": 1.0, "longitude": 2.0, "live_period": 60}
    update = parse({"update_id": 1, "edited_message": raw})
    assert update is not None
    assert read(update) is None


async def test_blocking_and_coming_back_are_told_apart_and_groups_are_none_of_ours(
    bot_api: BotApi, user: User
) -> None:
    await user.sends("a")
    await user.blocks_bot()
    blocked = newest(bot_api)
    assert blocked == Membership(blocked.update_id if blocked else 0, str(user.id), True)
    await user.unblocks_bot()
    back = newest(bot_api)
    assert isinstance(back, Membership)
    assert not back.blocked
    group = await user.joins_group()
    assert newest(bot_api) is None
    await user.sends("/start", chat=group)
    assert newest(bot_api) is None


async def test_a_service_message_means_nothing_and_a_new_kind_is_told_kindly(
    bot_api: BotApi, user: User
) -> None:
    raw = {k: v for k, v in (await user.sends("a")).raw.items() if k not in ("text", "entities")}
    for extra, means in (
        ({"message_auto_delete_timer_changed": {"message_auto_delete_time": 60}}, None),
        ({"dice": {"emoji": "🎲", "value": 3}}, Unusable("unsupported")),
        ({"a_kind_of_2030": {"x": 1}}, Unusable("unsupported")),
    ):
        update = parse({"update_id": 1, "message": {**raw, **extra}})
        assert update is not None
        received = read(update)
        assert (received.event if isinstance(received, Received) else received) == means


def test_what_is_no_update_is_none() -> None:
    assert parse({"update_id": 1, "message": "x"}) is None
    assert parse({}) is None
