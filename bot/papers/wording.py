"""From a paper's data to a sheet: its words in both languages, as JSON, ready to be kept and drawn.

A sheet is what the outbox keeps of a paper, so a later change of a message alters no paper already given out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from bot.words.texts import Texts
from dialogs.engine.view import Cites, Day, Listed, Paper, Say, Several, Value, say
from dialogs.papers import CARD

Sheet = dict[str, Any]
Runs = list[list[Any]]
"""A line in pieces: its text, and 1 where it is a value, 0 where it is the message's own words."""
_OPEN, _CLOSE = "\ue002", "\ue003"
_MARKED = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_SHORT_CHARS: Final = 1000
"""A value longer than this is not marked: it is no value of a line but a text."""


class Wording:
    """Words papers, each from the texts as they then are."""

    def __init__(self, texts: Mapping[str, Texts]) -> None:
        self._texts = texts

    def sheet(self, paper: Paper, language: str) -> Sheet:
        """The paper in both languages, `language` first. Raises UnknownMessage, ValueMissing."""
        return {
            "kind": paper.kind,
            "about": paper.about,
            "number": "" if paper.kind == CARD else paper.about,
            "on": paper.on.isoformat(),
            "languages": [language, *(one for one in self._texts if one != language)],
            "text": paper.text,
            "words": {one: self._words(paper, self._texts[one]) for one in self._texts},
            "blanks": [
                {"lines": lines, "label": {one: t.say(label) for one, t in self._texts.items()}}
                for label, lines in paper.blanks
            ],
        }

    def _words(self, paper: Paper, texts: Texts) -> dict[str, Any]:
        ids = {i for said in (paper.heading, *paper.says, *paper.remedy) for i in _ids(said)}
        draft = not ids.isdisjoint(texts.drafts)
        return {
            "heading": texts.say(paper.heading),
            "says": [runs_of(texts, said) for said in paper.says],
            "remedy": [runs_of(texts, said) for said in paper.remedy],
            "law": runs_of(texts, say("paper-law", articles=paper.articles)),
            "text": texts.text("paper-text"),
            "made": texts.text("paper-made", day=Day(paper.on)),
            "contact": texts.text("paper-contact"),
            "verify": texts.text("paper-verify"),
            "draft": texts.text("paper-draft") if draft else "",
        }


def runs_of(texts: Texts, said: Say) -> Runs:
    """One message in pieces, its values told apart from its own words."""
    marked = {name: _marked(texts, value) for name, value in said.args}
    told = texts.say(Say(said.id, tuple(marked.items())))
    runs: Runs = []
    for place, piece in enumerate(_MARKED.split(told)):
        if piece:
            runs.append([piece, place % 2])
    return runs


def sheet_on(sheet: Sheet) -> date:
    """The day a sheet bears."""
    return date.fromisoformat(sheet["on"])


def _marked(texts: Texts, value: Value) -> Value:
    if type(value) is int:  # a message may choose by it
        return value
    told = texts.value(value)
    return f"{_OPEN}{told}{_CLOSE}" if len(told) < _SHORT_CHARS else told


def _ids(value: Value) -> Iterator[str]:
    match value:
        case Say(id=message, args=args):
            yield message
            for _, inner in args:
                yield from _ids(inner)
        case Several(values=values) | Listed(values=values):
            for inner in values:
                yield from _ids(inner)
        case Cites() | _:
            pass
