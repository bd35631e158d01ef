"""`python -m bot backup`: the database and the residents' files in a new folder, while all runs on.

What is copied is sealed, and the master key is not in it: who finds the copy reads nothing, and who restores
it needs the key. To restore is to name the folder as LAMTON_DATA_DIR.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.refusals import refuse, told_plainly


def backup(into: Annotated[Path, typer.Argument(help="A new folder, or an empty one.")]) -> None:
    """Copy the database and the files, sealed as they are, into a folder; the master key is not in it."""
    import sqlite3

    from sqlalchemy.engine import make_url

    from bot.commands.starting import read_settings
    from storage.migrating import plain_url

    with told_plainly():
        settings = read_settings()
        url = make_url(plain_url(settings.database))
        files = settings.data_dir / "files"
        if url.get_backend_name() != "sqlite":
            refuse(f"A PostgreSQL is copied by its own pg_dump; copy {files} after that.")
        source = Path(url.database or "")
        if not source.is_file():
            refuse(f"There is no database to copy: {source}.")
        if into.exists() and (not into.is_dir() or any(into.iterdir())):
            refuse(f"{into} is there already, and is not empty.")
        into.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            _database(source, into / "lamton.db")
        except sqlite3.Error as error:  # its message may quote a row
            refuse(f"The database cannot be copied: {type(error).__name__}.")
        # The files after the database: each was on the disk before the commit that names it.
        count = _files(files, into / "files")
        typer.echo(f"{into}: the database and {count} files, sealed. The master key is not in it.")


def _database(source: Path, target: Path) -> None:
    """One moment of the database, whatever is written meanwhile."""
    import sqlite3
    from contextlib import closing

    target.touch(mode=0o600)
    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as read,
        closing(sqlite3.connect(target)) as written,
    ):
        read.backup(written)


def _files(source: Path, target: Path) -> int:
    """Every file that is whole; one that is thrown away meanwhile is no longer wanted."""
    import shutil

    count = 0
    for path in sorted(source.glob("[0-9a-f][0-9a-f]/*")):
        into = target / path.parent.name
        into.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            shutil.copy2(path, into / path.name)
        except FileNotFoundError:
            continue
        count += 1
    return count
