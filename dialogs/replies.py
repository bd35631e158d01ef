"""Sentences that several rooms share: clocks, and the way back to a case."""

from __future__ import annotations

from dialogs.engine.view import Button, Day, Say, say
from dialogs.outcomes import ClockShown
from dialogs.room import Rows


def clock_lines(clocks: tuple[ClockShown, ...]) -> tuple[Say, ...]:
    """Each clock that runs, what is next first; of one thing the promise before the law.

    A provisional day is told as an aim.
    """
    next_on = {c.name: min(o.due_on for o in clocks if o.name == c.name) for c in clocks}
    ordered = sorted(clocks, key=lambda c: (next_on[c.name], c.name, c.kind != "promise"))
    return tuple(
        say(
            f"clock-{c.kind}-provisional" if c.provisional else f"clock-{c.kind}",
            what=Say(f"clock-{c.name}"),
            day=Day(c.due_on),
        )
        if c.left is None
        else say(
            f"clock-{c.kind}-provisional-left" if c.provisional else f"clock-{c.kind}-left",
            what=Say(f"clock-{c.name}"),
            day=Day(c.due_on),
            left=days_left(c.left),
        )
        for c in ordered
    )


def days_left(days: int) -> Say:
    """How many days are left until a last day, in words; it is over from the day after."""
    if days < 0:
        return say("left-over", days=-days)
    return say("left-days", days=days) if days else say("left-today")


OPENED = frozenset({"answered", "reviewed", "concluded", "settled"})
"""Notices of something that is read once it is opened."""


def open_button(number: str) -> Rows:
    """The way to what such a notice told of."""
    return ((Button("case", f"open.{number}", say("button-open-answer")),),)


def show_button(number: str) -> Rows:
    """The way back to a case."""
    return ((Button("case", f"show.{number}", say("button-see-progress")),),)


def paper_row(notice: str, number: str, label: Say | None = None) -> Rows:
    """The button that brings the paper of a notice; `label` where it stands among others."""
    return ((Button("case", f"paper.{notice}.{number}", label or say("button-paper")),),)
