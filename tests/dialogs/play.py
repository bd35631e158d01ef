"""Playing a dialog in tests: the session goes through JSON between every two messages."""

from __future__ import annotations

import json
from datetime import date

from dialogs.engine.collecting import Files, Story
from dialogs.engine.events import Attachment, Event, Pressed, Said, Sent
from dialogs.engine.kinds import Money, Number, Phone, Since, Text, choice
from dialogs.engine.pick import Node, Pick, Tree
from dialogs.engine.questions import Question, when
from dialogs.engine.session import Dialog, Session
from dialogs.engine.turn import Submitted, turn, view
from dialogs.engine.view import View

TODAY = date(2026, 11, 24)
TREE = Tree(
    (
        Node("north", "", "North", ("北乡",)),
        Node("n1", "north", "Upper", ("上村",)),
        Node("n2", "north", "Lower", ("下村",)),
        Node("south", "", "South", ("南乡",)),
        *(Node(f"s{i}", "south", f"South {i}", (f"南{i}村",)) for i in range(30)),
        Node("s-upper", "south", "Upper", ("上村",)),
        Node("away", "", "Away", ("外地",)),
    )
)
SAMPLE = Dialog(
    "sample",
    (
        Question("kind", choice("money", "other")),
        Question("where", Pick(TREE)),
        Question("story", Story(max_chars=50, max_voices=2)),
        Question("wish", Text(max_chars=20)),
        Question("since", Since(lambda: TODAY), optional=True),
        Question("sum", Money(), asked=when("kind", "money")),
        Question("people", Number(1, 100), optional=True),
        Question("proof", Files(most=3), optional=True),
        Question("phone", Phone(), optional=True),
    ),
)


def press(button: str, draft: str | None = None) -> Pressed:
    """A press on a button by its id."""
    question, option = button.split(":", 1)
    return Pressed(question, option, draft)


def photo(name: str = "a") -> Sent:
    """One photo."""
    return Sent((Attachment(name, "photo", f"{name}.jpg", 10),))


def voice(name: str = "v") -> Sent:
    """One recording."""
    return Sent((Attachment(name, "voice", f"{name}.ogg", 10, 5),))


def reloaded(session: Session) -> Session:
    """The session as another process reads it."""
    return Session.from_json(json.loads(json.dumps(session.to_json())))


def play(session: Session, *events: Event, dialog: Dialog = SAMPLE) -> tuple[Session, View | Submitted]:
    """Play events one after another."""
    shown: View | Submitted = view(dialog, session)
    for event in events:
        session, shown = turn(dialog, reloaded(session), event)
    return session, shown


def at(session: Session, dialog: Dialog = SAMPLE) -> str:
    """The id of the question now open."""
    asks = view(dialog, reloaded(session)).asks
    assert asks is not None
    return asks.question


def said(shown: View | Submitted) -> list[str]:
    """The ids of the messages shown."""
    assert isinstance(shown, View)
    return [s.id for s in shown.says]


def buttons(shown: View | Submitted) -> list[str]:
    """The ids of the buttons shown."""
    assert isinstance(shown, View)
    return [b.id for row in shown.rows for b in row]


ALL = (
    press("kind:money"),
    press("where:n1"),
    Said("A wall fell."),
    press("story:done"),
    Said("Repair it"),
    Said("2026年5月"),
    Said("1.5万"),
    Said("十二人"),
    photo(),
    press("proof:done"),
    Said("13800138000"),
)


def finished() -> Session:
    """A session with every question answered."""
    return play(Session("d1"), *ALL)[0]
