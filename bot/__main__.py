"""The commands of Lamton: `python -m bot --help`. Each imports only what it needs, when it runs."""

from __future__ import annotations

import io
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.backup import backup
from bot.commands.diagram import diagram
from bot.commands.keys_of_systems import api_keys_app
from bot.commands.locale import Locale
from bot.commands.measuring import finder_app
from bot.commands.members import staff_app
from bot.commands.refusals import refuse
from bot.commands.voices import voices_app
from bot.commands.words import words_app
from cases.errors import TableInvalid

app = typer.Typer(
    name="python -m bot",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # a traceback with local values would show what residents wrote
    help="Lamton: petition guidance for a county petition office.",
)
cases_app = typer.Typer(no_args_is_help=True, help="Cases as data.")
app.add_typer(staff_app, name="staff")
app.add_typer(cases_app, name="cases")
app.add_typer(finder_app, name="finder")
app.add_typer(voices_app, name="voices")
app.add_typer(words_app, name="words")
app.add_typer(api_keys_app, name="api-keys")
app.command()(backup)
app.command()(diagram)


class Role(StrEnum):
    """A part of Lamton that a process runs."""

    all = "all"
    residents = "residents"
    staff = "staff"
    web = "web"
    desk = "desk"
    api = "api"
    delivery = "delivery"
    clock = "clock"


class Format(StrEnum):
    """A form of an export."""

    json = "json"
    csv = "csv"
    xlsx = "xlsx"


DataDir = Annotated[
    Path | None, typer.Option("--data-dir", help="Folder for the data; default: the setting's.")
]
Day = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD")]


@app.command()
def rehearse(
    locale: Annotated[
        Locale | None,
        typer.Option(help="The language; without it the conversation asks."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a line in, one a turn out.")
    ] = False,
    name: Annotated[
        str,
        typer.Option("--as", help="Go on with the conversation of this name; else a new one."),
    ] = "",
    data_dir: DataDir = None,
) -> None:
    """The residents' conversation in this terminal: type, press a number, send a file with @path."""
    from bot.commands.rehearse import run

    run(locale.value if locale else None, as_json, data_dir, name or None)


@app.command()
def serve(role: Annotated[Role, typer.Option(help="Which part to run.")] = Role.all) -> None:
    """Run in earnest, from the settings in the environment (`python -m bot settings`)."""
    from bot.commands.serve import run

    run(role.value)


@app.command()
def demo(
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8080,
    lan: Annotated[bool, typer.Option("--lan", help="Let phones in the same network reach it.")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Throw the last demonstration away first.")] = False,
    ahead: Annotated[int, typer.Option(help="Days to move the clock ahead.", min=0, max=3650)] = 0,
    data_dir: DataDir = None,
) -> None:
    """Everything on this computer, with synthetic cases and no network."""
    from bot.commands.demo import run

    run(port, lan=lan, fresh=fresh, ahead=ahead, data_dir=data_dir)


@app.command()
def doctor() -> None:
    """Look whether all is well: settings, office, words, database, key, files, fonts, records."""
    from bot.commands.doctor import run

    run()


@app.command()
def preview(
    out: Annotated[Path | None, typer.Option(help="A file; default: standard output.")] = None,
) -> None:
    """One HTML page of every dialog's drawing and every message, both languages side by side."""
    from bot.commands.preview import run

    run(out)


@app.command()
def key(
    public: Annotated[
        bool, typer.Option("--public", help="Print the public key of the office's papers instead.")
    ] = False,
) -> None:
    """Print a new master key, for LAMTON_MASTER_KEY or the file of LAMTON_MASTER_KEY_FILE."""
    if public:
        from bot.commands.papers import public_key

        public_key()
        return
    from storage.sealing import new_master_key

    typer.echo(new_master_key())


@app.command()
def poster(
    out: Annotated[Path, typer.Option(help="The folder to write into.")] = Path("var/posters"),
) -> None:
    """Draw the wall's two posters, A3, in both languages: the route map and the procedure."""
    from bot.commands.papers import poster as draw

    draw(out)


@app.command()
def verify(
    file: Annotated[Path, typer.Argument(help="The paper, a PDF.")],
    key: Annotated[
        Path | None,
        typer.Option(help="The office's public key (`key --public`); default: this office's own."),
    ] = None,
) -> None:
    """Say whether a paper is this office's, and unaltered. Needs no network and no database."""
    from bot.commands.papers import verify as look

    look(file, key)


@app.command()
def report(
    year: Annotated[int, typer.Argument(help="The calendar year.")],
    docx: Annotated[Path | None, typer.Option(help="Write it as a document of Word, to edit.")] = None,
    pdf: Annotated[Path | None, typer.Option(help="Write it as PDF.")] = None,
    locale: Annotated[
        Locale | None, typer.Option(help="One language; without it both, one after another.")
    ] = None,
) -> None:
    """The yearly report of the Regulation's article 41 (第四十一条): text, tables and charts."""
    from bot.commands.report import run

    run(year, docx, pdf, locale.value if locale else None)


@app.command()
def clocks(
    day: Annotated[str, typer.Argument(metavar="YYYY-MM-DD", help="The day they start.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object: a day by clock.")] = False,
    office: Annotated[
        Path | None,
        typer.Option(help="The folder of an office, such as office/jiali: with its regional holidays."),
    ] = None,
) -> None:
    """Print the due day of each clock, promise and law, did it start on this day."""
    from bot.commands.clocks import run

    run(day, as_json, office)


@app.command()
def settings() -> None:
    """Print every setting as the table of the README."""
    from bot.commands.settings import table

    typer.echo(table())


@cases_app.command()
def export(
    form: Annotated[Format, typer.Option("--format", help="What to write.")] = Format.json,
    out: Annotated[
        Path | None,
        typer.Option(help="A file; default: standard output."),
    ] = None,
    since: Day = None,
    until: Day = None,
    member: Annotated[
        str, typer.Option(help="The login of a member of staff: what they may see, and no more.")
    ] = "",
) -> None:
    """Cases as data, by docs/case-export.schema.json; on record as an export, and never sealed matters.

    --since and --until are the first and last day of filing.
    """
    from bot.commands.cases import run

    run(form.value, out, since, until, member)


def main() -> None:
    """Run a command. What it prints is UTF-8 whatever the machine's locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except TableInvalid as error:  # some are read as they are imported, whichever command comes first
        refuse(f"A table of the rules cannot be used: {error}")


if __name__ == "__main__":
    main()
