"""What can go wrong with a case.

    CaseError
    ├── MoveNotAllowed   this role may not make this move from this status
    │   └── TooLate      the time in which it might be made is over
    ├── MissingPart      a move lacks something it must carry
    ├── PartInvalid      a move carries something it cannot, or of the wrong form
    ├── NotTaken         a sealed matter, while the office has no discipline keys
    ├── UnknownMatter    no such matter in the catalogue
    ├── UnknownPlace     no such place in the office's area
    ├── OfficeInvalid    the office's data refuse to start
    └── TableInvalid     a table of moves, clocks, notices or matters refuses to start

None of them carries what a resident wrote.
"""

from __future__ import annotations

from datetime import date


class CaseError(Exception):
    """Anything that this package refuses."""


class MoveNotAllowed(CaseError):
    """This role may not make this move from this status. The case is unchanged."""

    def __init__(self, move: str, status: str | None, role: str) -> None:
        super().__init__(f"{role} may not {move} a case that is {status or 'not filed'}")
        self.move, self.status, self.role = move, status, role


class TooLate(MoveNotAllowed):
    """The time in which this move might be made is over; `last_on` was its last day."""

    def __init__(self, move: str, status: str | None, role: str, last_on: date) -> None:
        super().__init__(move, status, role)
        self.last_on = last_on


class MissingPart(CaseError):
    """A move lacks something it must carry, such as the unit or the text."""

    def __init__(self, name: str) -> None:
        super().__init__(f"missing: {name}")
        self.name = name


class PartInvalid(CaseError):
    """A move carries something it cannot carry, or something of the wrong form. `why` names the rule."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name}: {why}")
        self.name, self.why = name, why


class NotTaken(CaseError):
    """A sealed matter takes no text until the office has set its discipline keys."""

    def __init__(self, matter: str) -> None:
        super().__init__(f"not taken here: {matter}")
        self.matter = matter


class UnknownMatter(CaseError):
    """No such matter in `matters.csv`."""


class UnknownPlace(CaseError):
    """No such place in the office's area."""


class OfficeInvalid(CaseError):
    """The office's data refuse to start: which file, and what is wrong with it."""


class TableInvalid(CaseError):
    """A table of this package refuses to start: what is wrong with it."""
