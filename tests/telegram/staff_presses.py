"""A move made from a phone, press by press, whatever else the phone is told meanwhile."""

from __future__ import annotations

from bot.staff_telegram.steps import SURE, short
from tests.telegram.chats import Message
from tests.telegram.people import User

MARK = "⌁"
FORWARD_ARROW = "~"
"""The last part of a button that turns a long list over begins so."""


async def shown(user: User, number: str) -> Message:
    """The card of a case as it stands, past every alert that came before it."""
    await user.sends(f"/case {number}")
    while not (told := await user.next_message()).text.startswith(number):
        pass
    return told


async def makes(
    user: User, number: str, move: str, chosen: tuple[str, ...] = (), written: tuple[str, ...] = ()
) -> Message:
    """Choose, write what is asked for, or say that one is sure; what the bot says to it in the end."""
    told = await shown(user, number)
    presses = [f"m|{move}|", *(f"|{short(value)}" for value in chosen)]
    for place, wanted in enumerate(presses):
        asks_next = bool(written) and place == len(presses) - 1
        data = await _found(user, told, wanted, begins=place == 0)
        await _press(user, told, data, edits=not asks_next)
    if not written:
        await _press(user, told, await _found(user, told, f"|{SURE}"), edits=True)
        return told
    for text in written:
        await user.sends(text, reply_to=await _prompt(user))
    while number not in (told := await user.next_message()).text or MARK in told.text:
        pass
    if sure := [b.data for row in told.buttons for b in row if b.data and b.data.endswith(f"|{SURE}")]:
        await _press(user, told, sure[0], edits=True)
    return told


async def asked(user: User, number: str, move: str, chosen: tuple[str, ...] = ()) -> Message:
    """What the bot asks to have written for a move, once the rest is chosen."""
    told = await shown(user, number)
    presses = [f"m|{move}|", *(f"|{short(value)}" for value in chosen)]
    for place, wanted in enumerate(presses):
        data = await _found(user, told, wanted, begins=place == 0)
        await _press(user, told, data, edits=place < len(presses) - 1)
    return await _prompt(user)


async def _prompt(user: User) -> Message:
    while MARK not in (asks := await user.next_message()).text:
        pass
    return asks


async def _found(user: User, told: Message, wanted: str, *, begins: bool = False) -> str:
    """The data of the button that is wanted, on whichever page of a list it stands."""
    turned: set[str] = set()
    while True:
        there = [b.data for row in told.buttons for b in row if b.data]
        for data in there:
            if data.startswith(wanted) if begins else data.endswith(wanted):
                return data
        pages = [data for data in there if data.rpartition("|")[2].startswith(FORWARD_ARROW)]
        onward = [data for data in pages if data not in turned]
        assert onward, f"no button {wanted!r} among {told.labels}"
        turned.add(onward[-1])
        await _press(user, told, onward[-1], edits=True)


async def _press(user: User, told: Message, data: str, *, edits: bool) -> None:
    before = told.edits
    await user.presses_raw(data, told)
    if edits:
        await user.waits_for_edit(told, before + 1)
