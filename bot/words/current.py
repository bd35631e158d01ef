"""The words as they are said now: the release's, with the corrections in force. Swapped whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.words.checking import fits
from bot.words.house import house_words
from bot.words.messages import LANGUAGES, Message
from bot.words.review import Row, hashes, unsigned
from bot.words.texts import Texts

Written = Mapping[str, Mapping[str, str]]
"""Corrections: by message, the text in each language."""


class CurrentTexts(Mapping[str, Texts]):
    """The words of every language, whichever they are at the moment they are asked for.

    Whoever holds this holds the newest; whoever took one `Texts` from it ends with what they began with.
    """

    def __init__(self, released: Mapping[str, Texts]) -> None:
        self.released = released
        self._now = released

    def __getitem__(self, language: str) -> Texts:
        return self._now[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._now)

    def __len__(self) -> int:
        return len(self._now)

    def take(self, now: Mapping[str, Texts]) -> None:
        """Say these from now on: one assignment, so that nobody sees half of it."""
        self._now = now


def corrected(
    released: Mapping[str, Texts], written: Written, ledger: Mapping[str, Row], signed: Mapping[str, Row]
) -> Mapping[str, Texts]:
    """The words with these corrections, built whole; `ledger` and `signed`: what readers said of them.

    A correction that no longer fits its message (`checking.fits`) is left out, and so is every word of the
    house where a release has since given one of them another meaning.
    """
    messages: dict[str, dict[str, Message]] = {one: dict(released[one].messages) for one in LANGUAGES}
    for message, texts in written.items():
        both = {one: released[one].messages[message] for one in LANGUAGES if message in released[one].ids}
        if len(both) == len(LANGUAGES) and (made := fits(both, texts)):
            for one in LANGUAGES:
                messages[one][message] = made[one]
    try:
        words = _words(messages)
    except ValueError:
        for one in LANGUAGES:
            own = released[one].messages
            messages[one] |= {i: m for i, m in own.items() if i.startswith("words-")}
        words = _words(messages)
    zh, bo = messages["zh"], messages["bo"]
    rows = {i: row_of(ledger.get(i), signed.get(i), zh[i], bo[i]) for i in bo}
    drafts = {"bo": unsigned(rows, zh, bo)}
    return {
        one: Texts(one, messages[one], words, released[one].of, drafts.get(one, frozenset()))
        for one in LANGUAGES
    }


def _words(messages: Mapping[str, Mapping[str, Message]]) -> dict[str, str]:
    return house_words({i: m.source for i, m in one.items()} for one in messages.values())


def row_of(row: Row | None, signed: Row | None, zh: Message, bo: Message, *, fresh: bool = False) -> Row:
    """How a message stands: the newer of what the ledger and the desk say of the very texts shown now.

    `fresh`: corrected at the desk, so every rule was asked before it was put in force.
    """
    now = hashes(zh, bo)
    known = [one for one in (row, signed) if one is not None and (one.zh_sha, one.bo_sha) == now]
    if known:
        return max(reversed(known), key=lambda one: one.date)
    confidence, note = (row.confidence, row.note) if row else ("medium", "")
    return Row(zh.id, *now, "mechanical_ok" if fresh else "draft", "", "", confidence, note)
