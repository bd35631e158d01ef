"""Who may do what with the words, as a table: the desk's pages, buttons and refusals all read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cases.moves import Role

READ, PROPOSE, DECIDE, PATCH = "read", "propose", "decide", "patch"
NATIVE, BUREAU, CHANGE = "native_ok", "bureau_ok", "needs_change"
_EVERYONE = frozenset({Role.TRANSLATOR, Role.HEAD, Role.CLERK, Role.OUTREACH, Role.ADMIN})

RIGHTS: Final[Mapping[str, frozenset[Role]]] = {
    READ: _EVERYONE,
    PROPOSE: frozenset({Role.TRANSLATOR, Role.HEAD, Role.CLERK}),
    DECIDE: frozenset({Role.TRANSLATOR, Role.HEAD}),  # never of one's own text
    NATIVE: frozenset({Role.TRANSLATOR}),  # who reads Tibetan as their own language; never of one's own text
    BUREAU: frozenset({Role.HEAD}),  # the office answers for it; never of one's own text
    CHANGE: frozenset({Role.TRANSLATOR, Role.HEAD, Role.CLERK, Role.OUTREACH}),
    PATCH: frozenset({Role.TRANSLATOR, Role.HEAD, Role.ADMIN}),
}
"""Right → the roles that have it. The last three of the ledger's states are signatures."""
SIGNATURES: Final = (NATIVE, BUREAU, CHANGE)


def may(role: Role, right: str) -> bool:
    """Whether a role has a right. Raises KeyError for a right nobody wrote down."""
    return role in RIGHTS[right]
