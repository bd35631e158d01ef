"""Whether a corrected message may be said: the rules of `lint`, and that it is still the same message.

Every "E" refuses, for the release would refuse the same text; a "W" is told. The rules' own:

    P1 Fluent does not read it    P2 other variables    P3 other references    P4 too long
    P5 a word of the house that is empty or taken
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.words.house import house_words
from bot.words.lint import chinese_faults, glossary_faults, tibetan_faults
from bot.words.messages import LANGUAGES, Message
from bot.words.pattern import Unreadable, read_pattern
from bot.words.tibetan import Fault

MOST_CHARS: Final = 4000
"""Of one message in one language, whatever it is."""
Both = Mapping[str, Message]
"""A message in each language."""


@dataclass(frozen=True)
class Checked:
    """What the rules say. `messages` are those that could be read; `faults` with the language they are in."""

    messages: Both
    faults: tuple[tuple[str, Fault], ...]

    @property
    def passes(self) -> bool:
        """Whether nothing of it refuses."""
        return not any(fault.level == "E" for _, fault in self.faults)


def checked(
    released: Both,
    written: Mapping[str, str],
    everything: Mapping[str, Mapping[str, Message]],
    terms: Sequence[Mapping[str, str]] = (),
    *,
    label: bool = False,
) -> Checked:
    """What the rules say of a message written anew in both languages.

    `released`: as the release says it; `everything`: all messages as they are said now; `terms`: the
    glossary; `label`: it stands on a button.
    """
    messages: dict[str, Message] = {}
    faults: list[tuple[str, Fault]] = []
    for language in LANGUAGES:
        text = written.get(language, "")
        if len(text) > MOST_CHARS:
            faults.append((language, Fault("P4", "E", text[:40], f"more than {MOST_CHARS} characters")))
            continue
        try:
            messages[language] = read_pattern(released[language], text)
        except Unreadable as why:
            faults.append((language, Fault("P1", "E", str(why), "Fluent does not read it")))
    faults += [(language, f) for language, m in messages.items() for f in _other(released[language], m)]
    if "bo" in messages:
        faults += [("bo", f) for f in tibetan_faults(messages["bo"], label=label)]
    if "zh" in messages:
        faults += [("zh", f) for f in chinese_faults(messages["zh"])]
    if len(messages) == len(LANGUAGES):
        faults += [("bo", f) for f in glossary_faults(messages["zh"], messages["bo"], terms)]
        faults += [("bo", f) for f in _taken(messages, everything)]
    return Checked(messages, tuple(dict.fromkeys(faults)))


def fits(released: Both, written: Mapping[str, str]) -> Both | None:
    """The messages of a correction where they can be said in place of the release's; else None."""
    try:
        messages = {one: read_pattern(released[one], written[one]) for one in LANGUAGES}
    except Unreadable:
        return None
    return None if any(True for one in LANGUAGES for _ in _other(released[one], messages[one])) else messages


def _other(released: Message, written: Message) -> list[Fault]:
    found = []
    if differing := released.variables ^ written.variables:
        found.append(Fault("P2", "E", ", ".join(f"${v}" for v in sorted(differing)), "other variables"))
    if differing := released.references ^ written.references:
        found.append(Fault("P3", "E", ", ".join(sorted(differing)), "other references"))
    return found


def _taken(messages: Both, everything: Mapping[str, Mapping[str, Message]]) -> list[Fault]:
    message = messages["bo"].id
    if not message.startswith("words-"):
        return []
    try:
        house_words(
            {i: messages[one].source if i == message else m.source for i, m in everything[one].items()}
            for one in LANGUAGES
        )
    except ValueError as taken:
        return [Fault("P5", "E", str(taken), "a word that is empty or taken")]
    return []
