"""A message as the outbox keeps it, and as a channel can carry it."""

from __future__ import annotations

from typing import Any

from bot.words.texts import Bubble


def letter_body(bubble: Bubble, draft: str) -> dict[str, Any]:
    """A message as the outbox keeps it: its text, its buttons, the draft they belong to."""
    rows = [[{"id": label.id, "label": label.label} for label in row] for row in bubble.rows]
    return {"text": bubble.text, "rows": rows, "draft": draft}
