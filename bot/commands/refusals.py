"""What a command says when it cannot run: one clear sentence on standard error, and exit code 2."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NoReturn

REFUSED: Final = 2
"""The exit code of a command that refuses to start."""


def refuse(sentence: str) -> NoReturn:
    """Say why, and leave with exit code 2."""
    sys.stderr.write(f"{sentence}\n")
    raise SystemExit(REFUSED)


@contextmanager
def told_plainly() -> Iterator[None]:
    """Whatever keeps a command from running, as a sentence; no value of a setting is told."""
    from pydantic import ValidationError
    from sqlalchemy.exc import SQLAlchemyError

    from bot.running import CannotListen
    from bot.words.errors import WordsInvalid
    from cases.errors import OfficeInvalid, TableInvalid
    from storage.errors import StorageError
    from storage.files import FileStoreError
    from storage.sealing import KeyInvalid, KeyMissing, WrongKey

    try:
        yield
    except ValidationError as error:
        named = [
            f"LAMTON_{'_'.join(str(p) for p in e['loc']).upper()}: {e['msg']}"
            for e in error.errors(include_url=False, include_input=False)
        ]
        refuse("These settings cannot be used. " + "; ".join(named))
    except KeyMissing:
        refuse(
            "Lamton needs its master key: set LAMTON_MASTER_KEY or LAMTON_MASTER_KEY_FILE "
            "(`python -m bot key` makes one). Without it nothing stored could be read again."
        )
    except KeyInvalid as error:
        refuse(f"The master key cannot be used: {error}.")
    except WrongKey:
        refuse("The master key is not the one this database was sealed under.")
    except OfficeInvalid as error:
        refuse(f"The office's data cannot be used: {error}")
    except TableInvalid as error:
        refuse(f"A table of the rules cannot be used: {error}")
    except WordsInvalid as error:
        refuse(f"The messages in locales/ cannot be used:\n{error}")
    except StorageError as error:
        refuse(f"The database cannot be used: {error}.")
    except SQLAlchemyError as error:  # its message may quote a row
        refuse(f"The database cannot be used: {type(error).__name__}.")
    except CannotListen as error:
        refuse(f"Nobody can be answered at {error}.")
    except OSError as error:
        refuse(f"{error.filename or 'The system'}: {error.strerror or type(error).__name__}.")
    except FileStoreError as error:
        refuse(f"The folder of files cannot be used: {error}.")
