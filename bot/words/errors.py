"""What can go wrong with words.

    WordsError
    ├── WordsInvalid     the messages of `locales/` refuse to start; `problems` says why, one line each
    ├── UnknownMessage   nobody wrote a message of this id
    └── ValueMissing     a message was asked for without one of its values, or with a name it does not know

None of them carries what a resident wrote.
"""

from __future__ import annotations

from collections.abc import Sequence


class WordsError(Exception):
    """Anything wrong with words."""


class WordsInvalid(WordsError):
    """The messages refuse to start. `problems` are lines such as `bo: no message 'help' (zh/common.ftl)`."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class UnknownMessage(WordsError):
    """No such message, in any language."""


class ValueMissing(WordsError):
    """A message lacks one of its values."""
