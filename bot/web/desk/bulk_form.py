"""The form by which several cases are forwarded together: one unit, simple or complex."""

from __future__ import annotations

from dataclasses import dataclass

from bot.staff_cards import choice_label, choices_of
from bot.words.texts import Texts
from cases.lifecycle import move_named
from cases.office import Office
from cases.parts import PARTS
from storage import sight
from storage.staff import Member


@dataclass(frozen=True)
class BulkForm:
    """Its choices as (value, label), what was chosen before, and the list one came from."""

    units: tuple[tuple[str, str], ...]
    complexities: tuple[tuple[str, str], ...]
    query: str
    unit: str = ""
    complexity: str = ""


def may_forward(member: Member) -> bool:
    """Whether a member forwards at all; of each case the move itself decides."""
    return any(role in move_named("forward").by for role in sight.roles_of(member))


def bulk_form(texts: Texts, office: Office, query: str, unit: str = "", complexity: str = "") -> BulkForm:
    """The form in the member's words."""
    return BulkForm(
        tuple((v, choice_label(texts, "unit", v)) for v in choices_of(PARTS["unit"], office)),
        tuple((v, choice_label(texts, "complexity", v)) for v in PARTS["complexity"].choices),
        query,
        unit,
        complexity,
    )
