"""What may leave the office for another system: webhooks, the API and exports ask here, and `storage.sight`.

A sealed matter and a restricted case are told to no system, not even that they are there
(《信访工作条例》第二十二条第二款, 第三十条).
"""

from __future__ import annotations

from sqlalchemy import and_, false
from sqlalchemy.sql.elements import ColumnElement

from cases.case import Case
from cases.matters import find_matter
from cases.roles import SEALED
from storage.tables import cases


def told_elsewhere() -> ColumnElement[bool]:
    """The condition every query for another system carries."""
    return and_(cases.c.restricted == false(), cases.c.matter.not_in(SEALED))


def may_be_told(case: Case) -> bool:
    """The same, of one case."""
    return not case.restricted and not find_matter(case.matter).sealed
