"""What the staff's bot says, as letters of the outbox: cards, choices, prompts. No personal detail anywhere.

A letter is `{"text", "rows": [[{"id", "label"}]], "edit": message id or None, "reply": wants a reply}`;
an alert is `{"alert", "number"}` and is drawn when it is sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from bot.staff_cards import card, choice_label, choices_of, days_left, move_label, move_told
from bot.staff_telegram.steps import Step, card_data, to_choose, to_write
from bot.words.texts import Texts
from cases.lifecycle import Move
from cases.office import Office
from cases.parts import Part
from storage.cases import Stored
from storage.desk import Row

MOVES: Final = (
    *("forward", "object", "uphold_objection", "refuse_objection", "accept", "decline", "ask", "meet"),
    *("feed_back", "mediate", "answer", "answer_review", "conclude", "supervise", "report_upward", "correct"),
)
"""The moves made here: a few choices and one text. The others want the desk, with their dates and sums, or a
person who signs."""
A_PAGE: Final = 8
QUEUE: Final = 10

Letter = dict[str, Any]
Rows = list[list[dict[str, str]]]


def letter(text: str, rows: Rows | None = None, *, edit: int | None = None, reply: bool = False) -> Letter:
    """One message."""
    return {"text": text, "rows": rows or [], "edit": edit, "reply": reply}


@dataclass(frozen=True)
class Drawer:
    """Draws for one reader on one day."""

    texts: Texts
    office: Office
    today: date

    def card(
        self, stored: Stored, moves: Sequence[Move], after: int, *heads: str, edit: int | None = None
    ) -> Letter:
        """The case as it stands, with the moves open to the reader."""
        buttons = [
            self._button(move_label(self.texts, move.name), Step(move.name, after, stored.case.number))
            for move in moves
            if move.name in MOVES
        ]
        rows = [buttons[i : i + 2] for i in range(0, len(buttons), 2)]
        return letter("\n".join((*heads, card(self.texts, stored, self.today))), rows, edit=edit)

    def asked(self, stored: Stored, step: Step, move: Move, edit: int) -> Letter | None:
        """What the step still wants: a choice, a text, or to be sure. None: nothing more."""
        parts = to_choose(move, stored.case, self.office)
        if len(step.chosen) < len(parts):
            return self._choice(stored, step, parts[len(step.chosen)], edit)
        chosen = [
            choice_label(self.texts, part.name, value)
            for part, value in zip(parts, step.chosen, strict=False)
            if value in choices_of(part, self.office)
        ]
        if to_write(move, stored.case, self.office):
            asks = self.texts.text(f"staff-bot-write-{move.name}")
            if move.undoes:
                asks = f"{move_told(self.texts, move, stored.case)}\n{asks}"
            return letter("\n".join((asks, stored.case.number, *chosen, step.mark)), reply=True)
        if step.sure:
            return None
        sure = self.texts.text("staff-bot-sure", move=move_label(self.texts, move.name))
        rows = [[self._button(self.texts.text("staff-button-sure"), replace(step, sure=True))]]
        return self._about(stored, (*chosen, sure), [*rows, self._cancel(stored)], edit)

    def queue(self, rows: Sequence[Row]) -> Letter:
        """The most urgent cases, each to be opened."""
        if not rows:
            return letter(self.texts.text("staff-bot-empty"))
        lines = [self.texts.text("staff-bot-queue")]
        buttons: Rows = []
        for number, row in enumerate(rows, start=1):
            left = f" · {days_left(self.texts, row.due_on, self.today).words}" if row.due_on else ""
            lines.append(f"{number}. {row.number} {self.texts.text(f'matter-{row.matter}')}{left}")
            buttons.append([{"id": card_data(row.number, self.office.case_prefix), "label": row.number}])
        return letter("\n".join(lines), buttons)

    def _choice(self, stored: Stored, step: Step, part: Part, edit: int) -> Letter:
        values = choices_of(part, self.office)
        pages = (len(values) - 1) // A_PAGE
        page = min(step.page, pages)
        shown = values[page * A_PAGE : (page + 1) * A_PAGE]
        asks = self.texts.text(f"staff-bot-choose-{part.name}")
        labels = [choice_label(self.texts, part.name, value) for value in shown]
        told: tuple[str, ...] = (asks,)
        if part.name == "item":  # too long for a button: told above, and a number beneath
            told = (asks, *labels)
            rows = [[self._button(v, step.choose(v)) for v in shown]]
        else:
            rows = [[self._button(label, step.choose(v))] for label, v in zip(labels, shown, strict=True)]
        turns = []
        if page:
            turns.append(self._button(self.texts.text("staff-button-previous"), replace(step, page=page - 1)))
        if page < pages:
            turns.append(self._button(self.texts.text("staff-button-next"), replace(step, page=page + 1)))
        return self._about(stored, told, [*rows, *([turns] if turns else []), self._cancel(stored)], edit)

    def _about(self, stored: Stored, told: tuple[str, ...], rows: Rows, edit: int) -> Letter:
        return letter("\n".join((stored.case.number, *told)), rows, edit=edit)

    def _cancel(self, stored: Stored) -> list[dict[str, str]]:
        data = card_data(stored.case.number, self.office.case_prefix)
        return [{"id": data, "label": self.texts.text("staff-button-cancel")}]

    def _button(self, label: str, step: Step) -> dict[str, str]:
        return {"id": step.data(self.office.case_prefix), "label": label}
