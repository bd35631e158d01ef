"""A dialog and a resident's way through it, as they are stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dialogs.engine.questions import ACCEPTS, Answer, Answers, Question

SUMMARY = "summary"
"""The id under which the summary is asked; no question may take it."""
GLOBAL = ("back", "skip", "keep")
"""Options every question understands; no option of a question may take one."""


class DialogInvalid(ValueError):
    """A dialog is built wrong; the program refuses to start."""


@dataclass(frozen=True)
class Dialog:
    """A list of questions. Without `summary` it is submitted with its last answer. One that only `looks`
    fills nothing in: who goes back there is told where they are, not what they have filled in."""

    id: str
    questions: tuple[Question, ...]
    summary: bool = True
    looks: bool = False

    def __post_init__(self) -> None:
        earlier: set[str] = set()
        for q in self.questions:
            if q.id in earlier or q.id == SUMMARY:
                raise DialogInvalid(f"{self.id}: two questions are called {q.id!r}")
            for condition in (q.asked, *(o.asked for o in q.kind.declared)):
                if unasked := (condition.questions if condition else frozenset()) - earlier:
                    raise DialogInvalid(
                        f"{self.id}: {q.id!r} depends on {sorted(unasked)}, not asked before it"
                    )
            if wrong := set(q.kind.accepts) - set(ACCEPTS):
                raise DialogInvalid(f"{self.id}: {q.id!r} accepts what no one knows: {sorted(wrong)}")
            shown = (*q.kind.declared, *(o for row in q.kind.rows(None, {}, None) for o in row))
            if any(o.id in GLOBAL for o in shown):
                raise DialogInvalid(f"{self.id}: an option of {q.id!r} takes a word every question has")
            earlier.add(q.id)
        if not self.questions:
            raise DialogInvalid(f"{self.id}: no questions")

    def question(self, question: str | None) -> Question | None:
        """The question of that id, if there is one."""
        return next((q for q in self.questions if q.id == question), None)


@dataclass(frozen=True)
class Session:
    """A resident's answers in one dialog.

    `draft` names it for buttons, files and the case it becomes. `revisiting` is the question
    looked back at; `cursor` is `(question, place)` within a question of several pages.
    """

    draft: str
    answers: Answers = field(default_factory=dict)
    revisiting: str | None = None
    cursor: tuple[str, str] | None = None

    def to_json(self) -> dict[str, Any]:
        """The session as JSON values."""
        return {
            "draft": self.draft,
            "answers": dict(self.answers),
            "revisiting": self.revisiting,
            "cursor": list(self.cursor) if self.cursor else None,
        }

    @staticmethod
    def from_json(stored: Mapping[str, Any]) -> Session:
        """The session that `to_json` wrote, by this release or an older one."""
        cursor = stored.get("cursor")
        return Session(
            draft=str(stored["draft"]),
            answers=dict(stored.get("answers") or {}),
            revisiting=stored.get("revisiting"),
            cursor=(cursor[0], cursor[1]) if cursor else None,
        )

    def answered(self, question: str, answer: Answer) -> Session:
        """The session with one answer more."""
        return Session(self.draft, {**self.answers, question: answer}, self.revisiting, None)
