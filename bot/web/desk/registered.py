"""What a clerk registered of a case, beside the answers the complaint dialog asks for."""

from __future__ import annotations

from dataclasses import dataclass

from bot.words.texts import Texts
from storage.cases import Stored
from storage.registered import AS_TOLD


@dataclass(frozen=True)
class Field:
    """One question and what the resident answered."""

    label: str
    text: str
    withheld: bool = False


def registered_fields(texts: Texts, stored: Stored, person: bool) -> list[Field]:
    """How one is told, where, who speaks for many, that it was said before; nothing where the resident told
    it here."""
    answers, found = stored.answers, list[Field]()

    def add(name: str, text: str, withheld: bool = False) -> None:
        told = texts.text(f"staff-withheld-{stored.identity}") if withheld else text
        found.append(Field(texts.text(f"staff-register-{name}"), told, withheld))

    if stored.registered.repeated and stored.registered.came_by != AS_TOLD.came_by:
        add("repeated", texts.text("staff-register-again"))
    if told_by := answers.get("told_by"):
        add("told_by", texts.text(f"staff-told-by-{told_by}"))
    if address := answers.get("address"):
        add("address", address, not person)
    if speakers := answers.get("representatives"):
        add("representatives", "\n".join(" ".join(filter(None, one)) for one in speakers), not person)
    return found
