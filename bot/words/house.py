"""Words the house understands before any question does, in every language at once.

They stand in `locales/*/words.ftl`, separated by `|`, so that a reviewer can add one. A resident who reads
Chinese may still type a Tibetan word, and the other way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dialogs.engine.reading import clean

HOUSE_WORDS = (
    "back",
    "skip",
    "menu",
    "language",
    "help",
    "person",
    "cancel",
    "status",
    "start",
    "listen",
    "read",
    "done",
    "none",
    "mydata",
)
"""What can be asked for. "done" means: that is all; "none": there is none, or it is not known. Both are
the button they stand for at the open question (`bot.meaning`), and elsewhere plain words."""


def folded(text: str) -> str:
    """Text as it is compared: unseen characters, case, and marks at the end fall away."""
    return clean(text).casefold().rstrip("་། .。!！?？~").lstrip("་། ")


def house_words(messages: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """From each folded word to what it asks for. Raises KeyError, or ValueError where one is taken."""
    found: dict[str, str] = {f"/{word}": word for word in HOUSE_WORDS}
    for texts in messages:
        for word in HOUSE_WORDS:
            for way in texts[f"words-{word}"].split("|"):
                key = folded(way)
                if not key or found.setdefault(key, word) != word:
                    raise ValueError(f"{way.strip()!r} cannot ask for {word!r}: it is empty or taken")
    return found


def understood(text: str, words: Mapping[str, str]) -> str | None:
    """What `text` asks for: a whole word of the house, or a slash command (`/menu@name` too)."""
    if len(text) > 64:
        return None
    key = folded(text)
    if key.startswith("/"):
        key = key.split(maxsplit=1)[0].partition("@")[0]
    return words.get(key)
