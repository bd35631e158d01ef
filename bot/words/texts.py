"""From views to words, one `Texts` a language. Nothing is missing and nothing falls back.

A message without variables was formatted when the files were read, so to say it is to look it up.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from fluent.runtime import FluentBundle
from fluent.syntax import ast

from bot.words.bubbles import CHINESE, Bubble, Label, Mark, messages_of, sort_of
from bot.words.errors import UnknownMessage, ValueMissing, WordsInvalid
from bot.words.house import folded, house_words, understood
from bot.words.messages import LANGUAGES, Message, compare, read_folder
from bot.words.review import drafts
from bot.words.values import BABEL, DAYS, cites, contacts, listed, office_values, yuan
from cases.places import Level, official_name
from dialogs.engine.view import (
    Button,
    Cites,
    Contact,
    Day,
    Listed,
    Named,
    Place,
    Say,
    Several,
    Unit,
    Value,
    View,
    Yuan,
)

if TYPE_CHECKING:
    from cases.office import Office

__all__ = ["Bubble", "Label", "Mark", "Texts", "load_texts"]

LONG_CHARS: Final = 2000
_SENTENCES: Final = re.compile(r"[。！？\n]|།(?!\s*〔)")
SKIPPED: Final = "〔…〕"
"""What stands for a value where a message is written out to be read aloud."""


class Texts:
    """All words of one language. Made by `load_texts`, never changed: a correction makes others."""

    def __init__(
        self,
        language: str,
        messages: Mapping[str, Message],
        words: Mapping[str, str],
        office: Office,
        drafts: frozenset[str] = frozenset(),
    ) -> None:
        self.language: Final = language
        self.messages: Final = messages
        self.ids: Final = frozenset(messages)
        self.drafts: Final = drafts
        self.of: Final = office
        self._office = office_values(office, language)
        self._variables = {i: m.variables - self._office.keys() for i, m in messages.items()}
        self._of_office = frozenset(i for i, m in messages.items() if m.variables & self._office.keys())
        self._choosing = frozenset(i for i, m in messages.items() if m.chosen_by - self._office.keys())
        self._words = words
        self._bundle = FluentBundle([BABEL[language]], use_isolating=False)
        self._bundle.add_resource(ast.Resource([m.entry for m in messages.values()]))
        patterns = {i: self._bundle.get_message(i).value for i in messages}
        self._plain = {i: self._formatted(p, {}, i) for i, p in patterns.items() if not self._variables[i]}
        self._patterns = {i: p for i, p in patterns.items() if self._variables[i]}
        self._units = {u.id: u.name(language) for u in office.units.values()}
        self._places: dict[str, str] = {}
        for p in office.places.by_code.values():
            name = p.name(language)
            if p.level is Level.ELSEWHERE:
                name = self._plain["place-elsewhere"]
            elif p.level is Level.ITSELF:
                name = self.text("place-itself", place=name)
            self._places[p.code] = name
        self._contacts = contacts(office, language, self._places)

    def trying(self, message: Message) -> Texts:
        """The same with one message written otherwise, to be looked at; names made of it stay as they are."""
        tried, one = copy.copy(self), FluentBundle([BABEL[self.language]], use_isolating=False)
        one.add_resource(ast.Resource([message.entry]))
        pattern, open_ = one.get_message(message.id).value, message.variables - self._office.keys()
        tried._variables = {**self._variables, message.id: open_}
        of_office = {message.id} if message.variables & self._office.keys() else set()
        tried._of_office = self._of_office - {message.id} | of_office
        tried._plain = {i: t for i, t in self._plain.items() if i != message.id}
        tried._patterns = {**self._patterns, message.id: pattern}
        if not open_:
            tried._plain[message.id] = tried._formatted(pattern, {}, message.id)
        return tried

    @property
    def plain(self) -> Mapping[str, str]:
        """Every message that takes no values, by id."""
        return MappingProxyType(self._plain)

    def variables(self, message: str) -> frozenset[str]:
        """What a message takes. Raises UnknownMessage."""
        try:
            return self._variables[message]
        except KeyError:
            raise UnknownMessage(message) from None

    def say(self, said: Say) -> str:
        """One message with its values. Raises UnknownMessage, ValueMissing."""
        plain = self._plain.get(said.id)
        return plain if plain is not None else self._filled(said.id, dict(said.args))

    def text(self, message: str, /, **values: Value) -> str:
        """The same by id and keywords."""
        plain = self._plain.get(message)
        return plain if plain is not None else self._filled(message, values)

    def value(self, value: Value) -> str:
        """A value as this language writes it. Raises UnknownMessage for a place or unit nobody knows."""
        match value:
            case str():
                return value
            case int():
                return f"{value:,}"
            case Say():
                return self.say(value)
            case Day():
                return DAYS[self.language].written(value)
            case Yuan(amount=amount):
                return self.text("money", amount=yuan(amount, self.language))
            case Place(code=code):
                return _named(self._places, code)
            case Unit(id=unit):
                return _named(self._units, unit)
            case Contact(unit=unit, part=part):
                return _named(self._contacts, f"{unit}/{part}")
            case Named(zh=zh, bo=bo):
                return official_name(self.language, zh, bo or None, bool(bo))
            case Several(values=values):
                return "\n".join(self.value(v) for v in values)
            case Listed(values=values):
                return listed((self.value(v) for v in values), self.language)
            case Cites(articles=articles):
                return cites(articles, self.language)

    def view(self, view: View) -> Bubble:
        """All that is said, and every button, in words."""
        text = ""
        before = ""
        for said in view.says:
            sort = sort_of(said.id)
            gap = "\n" if sort and sort == before else "\n\n"
            text = f"{text}{gap}{self.say(said)}" if text else self.say(said)
            before = sort
        rows = tuple(tuple(Label(b.id, self.value(b.label)) for b in row) for row in view.rows)
        draft = any(message in self.drafts for message in messages_of(view))
        return Bubble(text, rows, self._mark if draft else None)

    def spoken(self, message: str) -> str | None:
        """What a reader reads aloud of a message, with the office's data, and `SKIPPED` where a value stands.

        None where no clip can say it: a value chooses the words, or stands in every sentence.
        Raises UnknownMessage.
        """
        taken = dict.fromkeys(self.variables(message), SKIPPED)
        if message in self._choosing:
            return None
        text = self._filled(message, taken) if taken else self._plain[message]
        whole = (s for s in _SENTENCES.split(text) if SKIPPED not in s)
        return text if any(letter.isalpha() for s in whole for letter in s) else None

    @property
    def _mark(self) -> Mark:
        return Mark(self._plain["draft-mark"], Label(CHINESE, self._plain["language-zh"]))

    def house_word(self, text: str) -> str | None:
        """What a typed word of the house asks for (`house.HOUSE_WORDS`), in any language; else None."""
        return understood(text, self._words)

    def label_pressed(self, view: View, text: str) -> Button | None:
        """The button of `view` whose label is what was typed; None where none is, or two are."""
        key = folded(text)
        found = [b for row in view.rows for b in row if folded(self.value(b.label)) == key] if key else []
        return found[0] if len(found) == 1 else None

    def _filled(self, message: str, values: Mapping[str, Value]) -> str:
        pattern = self._patterns.get(message)
        if pattern is None:
            raise UnknownMessage(message)
        # Numbers go in as numbers, so that a message may choose by them; all else goes in as words.
        given: dict[str, Any] = {k: v if type(v) is int else self.value(v) for k, v in values.items()}
        return self._formatted(pattern, given, message)

    def _formatted(self, pattern: Any, given: dict[str, Any], message: str) -> str:
        if message in self._of_office:
            given = {**self._office, **given}
        if missing := self._variables[message] - given.keys():
            raise ValueMissing(f"{message}: {', '.join(sorted(missing))}")
        # Fluent refuses a value of over 2,500 characters; a story may have 4,000. Long ones are put in after.
        long = {f"\ue000{k}\ue001": v for k, v in given.items() if isinstance(v, str) and len(v) > LONG_CHARS}
        for mark in long:
            given[mark[1:-1]] = mark
        text, errors = self._bundle.format_pattern(pattern, given)
        if errors:
            raise ValueMissing(f"{message}: {type(errors[0]).__name__}")
        for mark, value in long.items():
            text = str(text).replace(mark, value)
        return str(text)


def load_texts(folder: Path, office: Office) -> Mapping[str, Texts]:
    """The words of every language below `folder`, checked. Raises WordsInvalid, all problems at once."""
    messages: dict[str, dict[str, Message]] = {}
    problems: list[str] = []
    for language in LANGUAGES:
        messages[language], found = read_folder(folder / language)
        problems += found
    problems += compare(messages)
    if problems:
        raise WordsInvalid(problems)
    try:
        words = house_words({i: m.source for i, m in one.items()} for one in messages.values())
    except (KeyError, ValueError) as wrong:
        raise WordsInvalid([f"words.ftl: {wrong}"]) from wrong
    unread = {"bo": drafts(folder, messages["zh"], messages["bo"])}
    return MappingProxyType(
        {
            language: Texts(language, one, words, office, unread.get(language, frozenset()))
            for language, one in messages.items()
        }
    )


def _named(names: Mapping[str, str], code: str) -> str:
    try:
        return names[code]
    except KeyError:
        raise UnknownMessage(f"no name for {code!r}") from None
