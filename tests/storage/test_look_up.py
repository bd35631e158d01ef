"""A case is shown to whoever has its number and its code; guessing either is slow and tells nothing."""

from __future__ import annotations

import hmac

import pytest

from bot.conversation import Reply
from bot.filing import GUESS_WINDOW, GUESSES, NUMBER_GUESSES
from bot.wiring import House
from cases.numbers import new_code
from dialogs.engine.events import Asked, Pressed, Said
from storage import query_codes
from tests.storage.residents import CHANNEL, everything, filed

WRONG = new_code(lambda _below: 3)


async def _asked(house: House, resident: str, number: str, code: str, key: str = "") -> Reply:
    """Ask for a case from a conversation; the last reply."""
    hear = house.conversations.hear
    name = f"{resident}{key}"
    known = await house.conversations.place(CHANNEL, resident)
    if known is None:
        await hear(CHANNEL, resident, f"{name}/start", Asked("start"))
        await hear(CHANNEL, resident, f"{name}/zh", Pressed("language", "zh"))
    await hear(CHANNEL, resident, f"{name}/status", Asked("status"))
    await hear(CHANNEL, resident, f"{name}/number", Said(number))
    return await hear(CHANNEL, resident, f"{name}/code", Said(code))


async def test_number_and_code_show_the_case(house: House) -> None:
    number, code = await filed(house, "resident")
    assert number in (await _asked(house, "neighbour", number, code)).bubble.text


async def test_a_wrong_number_and_a_wrong_code_are_answered_alike(house: House) -> None:
    number, code = await filed(house, "resident")
    gone, _ = await filed(house, "gone")
    wrong_code = await _asked(house, "one", number, WRONG)
    wrong_pair = await _asked(house, "two", gone, code)
    # The number of a case that is no more: right in its shape, known to nobody.
    for table in ("clocks", "events", "notices", "cases"):
        await house.store.write(lambda c, table=table: c.exec_driver_sql(f"DELETE FROM {table}"))  # noqa: S608
    wrong_number = await _asked(house, "three", number, code)
    assert wrong_code.bubble == wrong_number.bubble == wrong_pair.bubble
    assert number not in wrong_code.bubble.text


async def test_after_too_many_wrong_codes_even_the_right_one_waits(house: House) -> None:
    number, code = await filed(house, "resident")
    for guess in range(GUESSES):
        await _asked(house, "guesser", number, WRONG, str(guess))
    assert number not in (await _asked(house, "guesser", number, code, "right")).bubble.text
    house.time.ahead += GUESS_WINDOW
    assert number in (await _asked(house, "guesser", number, code, "later")).bubble.text


async def test_one_number_guessed_from_many_conversations_waits_too(house: House) -> None:
    number, code = await filed(house, "resident")
    for guess in range(NUMBER_GUESSES):
        await _asked(house, f"guesser-{guess // (GUESSES - 1)}", number, WRONG, str(guess))
    assert number not in (await _asked(house, "owner", number, code)).bubble.text


async def test_a_wrong_try_is_counted_even_where_nothing_else_is_kept(house: House) -> None:
    number, _ = await filed(house, "resident")
    await _asked(house, "guesser", number, WRONG)
    rows = await everything(house)
    assert len(rows["tries"]) == 2, "of the conversation and of the number"
    assert WRONG.encode() not in b"".join(c for row in rows["tries"] for c in row if isinstance(c, bytes))


async def test_codes_are_compared_in_constant_time(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    number, code = await filed(house, "resident")
    compared: list[int] = []
    real = hmac.compare_digest

    def spied(one: bytes, other: bytes) -> bool:
        compared.append(len(one))
        return real(one, other)

    monkeypatch.setattr(hmac, "compare_digest", spied)
    for asked in ((number, code), (number, WRONG), ("nobody's", code)):
        compared.clear()
        await house.store.read(lambda c, asked=asked: query_codes.code_fits(c, house.keyring, *asked))
        assert compared == [32], "of the whole hash, and of one as long where there is no such case"
