"""The table of moves (design 4.2): what people decide about a case.

Another move of the design is another row in one of the files put together here, its part in `parts`, its
notice in `notices`, its clocks in `clock_rows`. What the table means is in `lifecycle`.
"""

from __future__ import annotations

from cases.move import OPEN, WITH_OFFICE, WORKED_ON, Heads, Lead, Move, Role, Status
from cases.moves_above import ABOVE
from cases.moves_handling import HANDLING, WITHDRAW
from cases.moves_passing import PASSING
from cases.moves_review import REVIEWING

__all__ = ["MOVES", "OPEN", "WITH_OFFICE", "WORKED_ON", "Heads", "Lead", "Move", "Role", "Status"]

MOVES: tuple[Move, ...] = (*PASSING, *HANDLING, *REVIEWING, *ABOVE, WITHDRAW)
