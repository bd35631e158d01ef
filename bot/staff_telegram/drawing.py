"""What the staff's bot says, as letters of the outbox: cards, choices, prompts. No personal detail anywhere.

A letter is `{"text", "rows": [[{"id", "label"}]], "edit": message id or None, "reply": wants a reply}`;
an alert is `{"alert", "number"}`, a digest `{"digest"}`: both are drawn when they are sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from bot.claiming import WORKS
from bot.staff_cards import card, choice_label, days_left, due_clock, move_label, move_told, part_label
from bot.staff_telegram.steps import SURE, Ask, Step, asks_of, card_data, made_here, short
from bot.words.texts import Texts
from cases.lifecycle import Move
from cases.matters import find_matter
from cases.office import Office
from dialogs.engine.view import Day
from storage.cases import Stored
from storage.held_replies import Held

A_PAGE: Final = 8
AS_CHINESE: Final = "w"
"""The button that sends a reply that waits as it is written: `w|<its id>`, and once more with `|!`."""
MOST_LABEL_CHARS: Final = {"zh": 20, "bo": 60}
"""A longer label stands above the buttons, and its number on one."""

Letter = dict[str, Any]
Rows = list[list[dict[str, str]]]


def letter(text: str, rows: Rows | None = None, *, edit: int | None = None, reply: bool = False) -> Letter:
    """One message."""
    return {"text": text, "rows": rows or [], "edit": edit, "reply": reply}


@dataclass(frozen=True)
class Hold:
    """Who holds a case, for one reader: in words (empty: nobody), the token where it is theirs, and whether
    they may claim it or let it go (`claim`, `let_go` or nothing)."""

    told: str = ""
    token: int | None = None
    may: str = ""


@dataclass(frozen=True)
class Drawer:
    """Draws for one reader on one day."""

    texts: Texts
    office: Office
    today: date

    def card(
        self,
        stored: Stored,
        moves: Sequence[Move],
        after: int,
        hold: Hold,
        *heads: str,
        waits: Sequence[Held] = (),
        edit: int | None = None,
    ) -> Letter:
        """The case as it stands, with the moves open to the reader; `waits`: what they wrote that waits for
        its Tibetan."""
        number = stored.case.number
        kept_back = bool(hold.told) and hold.token is None
        buttons = [
            self._button(move_label(self.texts, move.name), Step(move.name, after, number, claim=hold.token))
            for move in moves
            if made_here(move, stored.case, self.office) and not (kept_back and set(move.by) & set(WORKS))
        ]
        rows = [buttons[i : i + 2] for i in range(0, len(buttons), 2)]
        for one in waits:
            label = self.texts.text("staff-bot-as-chinese", move=move_label(self.texts, one.move))
            rows.append([{"id": f"{AS_CHINESE}|{one.id}", "label": label}])
        if hold.may:
            label = self.texts.text("staff-claim-button" if hold.may == "claim" else "staff-claim-let_go")
            rows.append([{"id": f"h|{hold.may}|{self._short(number)}", "label": label}])
        lines = (*heads, card(self.texts, stored, self.today), *([hold.told] if hold.told else []))
        return letter("\n".join(lines), rows, edit=edit)

    def group_card(self, stored: Stored, hold: Hold, *heads: str, edit: int | None = None) -> Letter:
        """What a group is told of a case: number, kind and due day."""
        number, short = stored.case.number, self._short(stored.case.number)
        kind = self.texts.text(f"staff-kind-{find_matter(stored.case.matter).kind.value}")
        lines = [*heads, number, kind]
        if clock := due_clock(stored):
            left = days_left(self.texts, clock.due_on, self.today).words
            told = self.texts.text(f"staff-term-{clock.clock}")
            lines.append(self.texts.text("staff-card-due", clock=told, day=Day(clock.due_on), left=left))
        if hold.told:
            lines.append(hold.told)
        row = [{"id": f"g|open|{short}", "label": self.texts.text("staff-bot-group-open")}]
        if not hold.told:
            row.insert(0, {"id": f"g|claim|{short}", "label": self.texts.text("staff-claim-button")})
        return letter("\n".join(lines), [row], edit=edit)

    def asked(self, stored: Stored, step: Step, move: Move, edit: int) -> Letter | None:
        """What the step still wants: a choice, something written, or to be sure. None: nothing more."""
        asked = asks_of(move, stored.case, self.office)
        chosen = [
            choice_label(self.texts, ask.part.name, value) if ask.choices else value
            for ask, value in zip(asked, step.values(asked) or (), strict=False)
        ]
        if len(step.chosen) < len(asked):
            ask = asked[len(step.chosen)]
            if ask.choices:
                return self._choice(stored, step, ask, edit)
            asks = self._write(move, ask)
            if move.undoes:
                asks = f"{move_told(self.texts, move, stored.case)}\n{asks}"
            return letter("\n".join((asks, stored.case.number, *chosen, step.mark)), reply=True)
        if step.sure:
            return None
        told = "staff-bot-sure" if move.notice else "staff-bot-sure-quiet"
        sure = self.texts.text(told, move=move_label(self.texts, move.name))
        rows = [[self._button(self.texts.text("staff-button-sure"), replace(step, sure=True))]]
        return self._about(stored, (*chosen, sure), [*rows, self._cancel(stored)], edit)

    def as_chinese(self, stored: Stored, reply: str, edit: int) -> Letter:
        """Whether a reply that waits for its Tibetan is to go out in Chinese, knowingly."""
        sure = {"id": f"{AS_CHINESE}|{reply}|{SURE}", "label": self.texts.text("staff-held-as-chinese")}
        return self._about(
            stored, (self.texts.text("staff-held-hint"),), [[sure], self._cancel(stored)], edit
        )

    def _write(self, move: Move, ask: Ask) -> str:
        own = f"staff-bot-write-{move.name}"
        if not ask.brief and own in self.texts.ids:
            return self.texts.text(own)
        return self.texts.text("staff-bot-write", part=part_label(self.texts, ask.part.name, move.name))

    def _choice(self, stored: Stored, step: Step, ask: Ask, edit: int) -> Letter:
        pages = (len(ask.choices) - 1) // A_PAGE
        page = min(step.page, pages)
        shown = ask.choices[page * A_PAGE : (page + 1) * A_PAGE]
        own = f"staff-bot-choose-{ask.part.name}"
        asks = (
            self.texts.text(own)
            if own in self.texts.ids
            else part_label(self.texts, ask.part.name, move=step.move)
        )
        labels = [choice_label(self.texts, ask.part.name, value) for value in shown]
        told: tuple[str, ...] = (asks,)
        if max(map(len, labels)) > MOST_LABEL_CHARS[self.texts.language] and pages == 0:
            numbers = [str(n) for n in range(1, len(shown) + 1)]
            told = (asks, *(f"{n}. {label}" for n, label in zip(numbers, labels, strict=True)))
            rows = [[self._button(n, step.choose(short(v))) for n, v in zip(numbers, shown, strict=True)]]
        else:
            rows = [
                [self._button(label, step.choose(short(v)))] for label, v in zip(labels, shown, strict=True)
            ]
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

    def _short(self, number: str) -> str:
        return number.removeprefix(self.office.case_prefix)
