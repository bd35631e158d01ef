"""What a resident meant by what came in, and what of it their side of the conversation shows again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.words.texts import Texts
from dialogs.engine.collecting import DONE
from dialogs.engine.events import Asked, Event, Pinned, Pressed, Said, Sent, Shared, Unusable
from dialogs.engine.reading import clean
from dialogs.engine.view import View

MOST_KEPT = 4000  # of what was too long for any question this much is shown again
MOST_TYPED = 40  # longer words are told, not pressed: they are matched with no button
MOST_PHONE = 40
MEANT = {"done": (DONE, "skip", "no"), "none": ("skip", "no")}
"""Words that stand for a button of the open question: the first of these options that it has."""


def cleaned(event: Event) -> Event:
    """The event without what nobody could see; a location that is no place on earth is no location."""
    match event:
        case Said(text):
            return Said(clean(text))
        case Sent(files, text):
            return Sent(files, clean(text))
        case Shared(phone):
            return Shared(clean(phone)[:MOST_PHONE])
        case Pinned(latitude, longitude) if not (abs(latitude) <= 90 and abs(longitude) <= 180):
            return Unusable("unsupported")
        case _:
            return event


def understood(
    event: Event, place: Callable[[], View], texts: Mapping[str, Texts], language: str | None
) -> Event:
    """Words of the house and typed labels as what they mean; anything else as it came.

    A label is known in the resident's language first, then in the other: it may have been read there.
    `place` tells where the resident stands; it is asked only of words short enough to be a label.
    """
    if not isinstance(event, Said) or len(event.text) > MOST_TYPED:
        return event
    here = place()
    own = texts[language or "zh"]
    for one in (own, *(t for t in texts.values() if t is not own)):
        if (button := one.label_pressed(here, event.text)) is not None:
            return Pressed(button.question, button.option)
    word = own.house_word(event.text)
    heeds = here.asks.heeds if here.asks else None
    if heeds is not None and word not in heeds and not event.text.lstrip().startswith("/"):
        return event  # here such a word is what is being told
    if word in MEANT:
        return _meant(here, MEANT[word], event)
    return Asked(word) if word else event


def _meant(here: View, options: tuple[str, ...], event: Said) -> Event:
    open_now = {b.option for row in here.rows for b in row}
    option = next((o for o in options if o in open_now), None)
    return Pressed(here.asks.question, option) if here.asks and option else event


def told(event: Event) -> dict[str, Any]:
    """What the resident did, as it is kept: their words, the button's id, the files by id and name."""
    match event:
        case Said(text):
            return {"text": text[:MOST_KEPT]}
        case Sent(files, text):
            return {"text": text, "files": [{"id": f.id, "kind": f.kind, "name": f.name} for f in files]}
        case Pressed(question, option):
            return {"press": f"{question}:{option}"}
        case Unusable():
            return {"unusable": True}
        case _:
            return {}
