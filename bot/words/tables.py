"""Tables beside the messages, such as the ledger and the glossary: read as strictly as those of the rules."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.words.errors import WordsInvalid
from cases.errors import TableInvalid
from cases.tables import read_table


def read_words_table(path: Path, columns: Sequence[str]) -> list[dict[str, str]]:
    """The rows of a table, which may have none. Raises WordsInvalid."""
    try:
        return read_table(path, columns, may_be_empty=True)
    except TableInvalid as fault:
        raise WordsInvalid([str(fault)]) from fault
