"""What Telegram shows of the bot itself: its commands, name and descriptions, in both languages.

A phone set to neither language sees both at once. Telegram allows few changes of a name: what is already so
is left alone.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping

from aiogram import Bot
from aiogram.types import BotCommand, MenuButtonCommands

from bot.residents_telegram.calls import ANY_TROUBLE
from bot.residents_telegram.reading import COMMANDS
from bot.words.texts import Texts

log = logging.getLogger("lamton.telegram")

NAME_CHARS, SHORT_CHARS, ABOUT_CHARS = 64, 120, 512


async def register(bot: Bot, texts: Mapping[str, Texts]) -> bool:
    """Register everything; False where Telegram would not: the next start tries again."""
    try:
        for language in (None, *texts):
            await _commands(bot, texts, language)
            await _words(bot, texts, language)
        await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    except ANY_TROUBLE as error:
        log.warning("the bot's commands and names were not registered: %s", type(error).__name__)
        return False
    return True


def told(texts: Mapping[str, Texts], language: str | None, message: str, joint: str, most_chars: int) -> str:
    """A message in `language`, or in both; in the first alone where both are too long."""
    languages = [language] if language else sorted(texts)
    said = [texts[each].text(message) for each in languages]
    both = joint.join(said)
    return both if len(both) <= most_chars else said[0]


async def _commands(bot: Bot, texts: Mapping[str, Texts], language: str | None) -> None:
    wanted = [
        BotCommand(command=word, description=told(texts, language, f"command-{word}", " · ", 256))
        for word in COMMANDS
    ]
    if await bot.get_my_commands(language_code=language) != wanted:
        await bot.set_my_commands(wanted, language_code=language)


async def _words(bot: Bot, texts: Mapping[str, Texts], language: str | None) -> None:
    async def keep(shown: str, wanted: str, change: Callable[[], Awaitable[bool]]) -> None:
        if shown != wanted:
            await change()

    name = told(texts, language, "telegram-name", " ", NAME_CHARS)
    short = told(texts, language, "telegram-short", "\n", SHORT_CHARS)
    about = told(texts, language, "telegram-about", "\n\n", ABOUT_CHARS)
    await keep(
        (await bot.get_my_name(language_code=language)).name,
        name,
        lambda: bot.set_my_name(name, language_code=language),
    )
    await keep(
        (await bot.get_my_short_description(language_code=language)).short_description,
        short,
        lambda: bot.set_my_short_description(short, language_code=language),
    )
    await keep(
        (await bot.get_my_description(language_code=language)).description,
        about,
        lambda: bot.set_my_description(about, language_code=language),
    )
