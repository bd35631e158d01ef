"""`python -m bot poster`, `verify` and `key --public`: papers outside the conversation."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import typer

from bot.commands.refusals import refuse, told_plainly
from bot.commands.starting import read_settings
from bot.papers.signing import KeyUnreadable, as_pem, is_true, read_pem
from storage.sealing import Keyring


def poster(out: Path) -> None:
    """Write both posters into the folder `out`, dated today."""
    from bot.papers.posters import POSTERS, Wall
    from bot.wiring import ROOT, office_folder
    from bot.words.texts import load_texts
    from cases.office import load_office

    with told_plainly():
        settings = read_settings()
        office = load_office(office_folder(settings))
        today = datetime.now(office.time_zone).date()
        wall = Wall(load_texts(ROOT / "locales", office), office, settings.public_url, today)
        out.mkdir(parents=True, exist_ok=True)
        for name in POSTERS:
            path = out / f"poster-{name}.pdf"
            path.write_bytes(wall.pdf(name))
            typer.echo(path)


def verify(file: Path, key: Path | None) -> None:
    """Say whether a paper is true, in both languages; exit code 1 where it is not. Offline, with the public
    key alone."""
    from bot.wiring import ROOT, office_folder
    from bot.words.texts import load_texts
    from cases.office import load_office

    with told_plainly():
        try:
            content = file.read_bytes()
            pem = key.read_bytes() if key else None
        except OSError as error:
            refuse(f"This file cannot be read: {error.filename}")
        try:
            public = read_pem(pem) if pem is not None else Keyring(read_settings().key()).public
        except KeyUnreadable as error:
            refuse(f"{key}: {error}.")
        true = is_true(content, public)
        found = "a paper of this office, unaltered" if true else "NOT a paper of this office, or altered"
        typer.echo(f"{file.name}: {found}.")
        for texts in load_texts(ROOT / "locales", load_office(office_folder(read_settings()))).values():
            typer.echo(texts.text(f"verify-key-{str(true).lower()}"))
    if not true:
        raise typer.Exit(1)


def public_key() -> None:
    """Print the key by which anyone verifies this office's papers."""
    with told_plainly():
        typer.echo(as_pem(Keyring(read_settings().key()).public), nl=False)
