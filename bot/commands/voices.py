"""`python -m bot voices`: which messages are read aloud, the reader's script, and noting new clips."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.recordings import Reading
    from bot.words.texts import Texts

voices_app = typer.Typer(
    invoke_without_command=True,
    help="Clips of the messages, read aloud: what is recorded, missing, older than its text, or new.",
)


class Spoken(StrEnum):
    """A language that is read aloud."""

    zh = "zh"
    bo = "bo"


Languages = Annotated[
    Spoken | None, typer.Option("--locale", help="One language; without it both, Tibetan first.")
]


@voices_app.callback()
def listed(
    context: typer.Context,
    locale: Languages = None,
) -> None:
    """List every message residents are told, and how its clip stands; nothing is changed."""
    if context.invoked_subcommand:
        return
    from bot.recordings import counts, strangers

    voice, found, _ = _surveyed(locale)
    for language, readings in found.items():
        told = ", ".join(f"{number} {standing}" for standing, number in counts(readings).items())
        typer.echo(f"{language}: {told}")
        for one in readings:
            by = f"  {one.noted.reader} {one.noted.date}" if one.noted else ""
            typer.echo(f"  {one.standing:9}{one.message}{by}")
        for name in strangers(voice, language, readings):
            typer.echo(f"  unknown  {name}: no message that is read aloud has this name")
    if any(one.standing == "new" for readings in found.values() for one in readings):
        typer.echo("New clips are sent once noted: python -m bot voices take --reader NAME")


@voices_app.command()
def script(
    locale: Annotated[Spoken, typer.Option(help="The language that is read.")] = Spoken.bo,
    lacking: Annotated[
        bool, typer.Option("--lacking", help="Only what is missing, or older than its text.")
    ] = False,
) -> None:
    """Print what a reader reads: each message's file and words, in order."""
    from bot.recordings import script

    _, found, texts = _surveyed(locale)
    wanted = [r for r in found[locale.value] if not lacking or r.standing in ("missing", "older")]
    for line in script(texts[locale.value], wanted, texts["zh"] if locale is Spoken.bo else None):
        typer.echo(line)


@voices_app.command()
def take(
    reader: Annotated[str, typer.Option(help="Who read them.")],
    locale: Annotated[Spoken, typer.Option(help="The language that was read.")] = Spoken.bo,
    still_right: Annotated[
        list[str] | None,
        typer.Argument(metavar="[MESSAGE]...", help="Older clips that say the changed text all the same."),
    ] = None,
) -> None:
    """Note the new clips as read from the present texts; from the next start they are sent."""
    from datetime import UTC, datetime

    from bot.commands.refusals import refuse
    from bot.recordings import Refused
    from bot.recordings import take as noted

    voice, found, texts = _surveyed(locale)
    one = texts[locale.value]
    try:
        today = datetime.now(UTC).astimezone().date()
        named = os.fsencode(reader).decode("utf-8", "replace")  # as it was typed, whatever the locale
        taken = noted(voice, one, found[locale.value], named, today, still_right or ())
    except Refused as wrong:
        refuse(str(wrong))
    typer.echo(f"{len(taken)} noted" + "".join(f"\n  {message}" for message in taken))


def _surveyed(locale: Spoken | None) -> tuple[Path, dict[str, list[Reading]], Mapping[str, Texts]]:
    """The clips' folder, what is to be read in each language, and the words."""
    from bot.commands.refusals import told_plainly
    from bot.commands.starting import read_settings
    from bot.recordings import readings
    from bot.wiring import ROOT, office_folder
    from bot.words.texts import load_texts
    from cases.office import load_office

    with told_plainly():
        folder = office_folder(read_settings())
        office = load_office(folder)
        texts = load_texts(ROOT / "locales", office)
        languages = (locale.value,) if locale else ("bo", "zh")
        voice = folder / "voice"
        found = {code: readings(ROOT, office, voice, texts[code]) for code in languages}
    return voice, found, texts
