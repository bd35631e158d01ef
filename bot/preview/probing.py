"""What a question refuses, found by asking it: every sort of reply is tried, and what it raises is told."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.engine.events import Attachment, Event, Pinned, Pressed, Said, Sent, Shared, Unusable
from dialogs.engine.questions import Question, Refused
from dialogs.engine.view import Say

PHOTO = Attachment("a", "photo", "a.jpg", 10)
VOICE = Attachment("v", "voice", "v.ogg", 10, 5)
WORDS = ("", "x", "x" * 9000, "0", "99999999999999", "2099-01-01")


def refusals(question: Question) -> tuple[Say, ...]:
    """Each refusal once, with its values."""
    found: dict[str, Say] = {}
    for event in _tries(question):
        try:
            question.kind.read(event, None, {}, None)
        except Refused as refused:
            say = Say(f"refused-{refused.reason}", tuple(refused.details.items()))
            found.setdefault(say.id, say)
    return tuple(found.values())


def _tries(question: Question) -> Iterator[Event]:
    yield from (Said(words) for words in WORDS)
    yield from (Sent((PHOTO,)), Sent((PHOTO,) * 99), Sent((VOICE,)), Sent((VOICE,) * 99))
    yield from (Shared("1"), Pinned(0.0, 0.0), Unusable("sticker"))
    options = (option.id for option in question.kind.declared)
    yield from (Pressed(question.id, option) for option in ("nothing-such", "done", *options))
