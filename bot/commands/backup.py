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
    from bot.commands.starting import read_settings
    from storage import copying
    from storage.errors import StorageError

    with told_plainly():
        settings = read_settings()
        files = settings.data_dir / copying.FILES
        try:
            count = copying.copy(settings.database, files, into)
        except copying.NotAFile:
            refuse(f"A PostgreSQL is copied by its own pg_dump; copy {files} after that.")
        except copying.NothingThere as there:
            refuse(f"There is no database to copy: {there}.")
        except copying.NotEmpty:
            refuse(f"{into} is there already, and is not empty.")
        except StorageError as error:
            refuse(f"The database cannot be copied: {error}.")
        typer.echo(f"{into}: the database and {count} files, sealed. The master key is not in it.")
