"""One message of the words as its page shows it: phones, faults, differences, history."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from bot.preview.phone import Phone, phone
from bot.translating import Translating
from bot.words.checking import Checked
from bot.words.messages import LANGUAGES, Message
from bot.words.pattern import pattern_text
from bot.words.standing import Standing, written
from bot.words.texts import Texts
from bot.words.tibetan import VALUE
from dialogs.engine.view import Day
from storage.corrections import Act, Correction

RULES: Mapping[str, str] = {
    "P1": "unreadable",
    "P2": "variables",
    "P3": "references",
    "P4": "long",
    "P5": "taken",
    **dict.fromkeys(("R01", "R03", "R04", "R05"), "letter"),
    "R02": "normal",
    "R10": "digits",
    "R11": "han",
    "R12": "latin",
    "R13": "mark",
    "R20": "tsheg",
    "R21": "shad",
    "R22": "ending",
    "R23": "ending",
    "R24": "ga",
    "R27": "line",
    **dict.fromkeys(("R25", "R26", "R28", "R29"), "space"),
    "R30": "last",
    "G1": "agrees",
    "G2": "value",
    "G3": "polite",
    "G4": "agrees",
    "S1": "syllable",
    "L1": "label",
    "L2": "breath",
    "L3": "bubble",
    "T1": "term",
    "C1": "sentence",
    "C2": "mark",
}
"""Each rule of the words, and the message `staff-words-rule-…` that says what it wants."""
_TOKENS = re.compile(r"[\u0f40-\u0fbc]+[་།]*|[A-Za-z0-9_$]+|\s+|.", re.DOTALL)
Pieces = tuple[tuple[str, str], ...]
"""A difference: pieces that are "same", "old" or "new"."""


@dataclass(frozen=True)
class Told:
    """One fault in words. `level` is "E" or "W", `sort` and `language` its words."""

    level: str
    sort: str
    language: str
    why: str
    where: str
    rule: str


@dataclass(frozen=True)
class Written:
    """A text in both languages: who wrote it when, how it differs from what it was written over."""

    number: int
    by: str
    note: str
    diffs: tuple[tuple[str, Pieces], ...]


@dataclass(frozen=True)
class Line:
    """One act of the history. `back`: where one may go back to from it, with the message on its button."""

    act: str
    mark: str
    by: str
    note: str
    diffs: tuple[tuple[str, Pieces], ...]
    back: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class CheckShown:
    """What the rules say of a text, and how it looks."""

    passes: bool
    told: tuple[Told, ...]
    phones: tuple[Phone, ...]


def check_shown(texts: Texts, translating: Translating, found: Checked, labels: frozenset[str]) -> CheckShown:
    """A check in words; `texts` are those of who reads it."""
    told = tuple(
        Told(
            fault.level,
            texts.text(f"staff-words-level-{fault.level}"),
            texts.text(f"staff-language-{language}"),
            texts.text(f"staff-words-rule-{RULES[fault.rule]}"),
            fault.where.replace(VALUE, "{…}"),
            fault.rule,
        )
        for language, fault in found.faults
    )
    both = found.messages
    same = len(both) == len(LANGUAGES) and both["zh"].source == both["bo"].source
    return CheckShown(found.passes, told, phones(translating, both, labels, draft=not same))


def phones(
    translating: Translating, messages: Mapping[str, Message], labels: frozenset[str], *, draft: bool
) -> tuple[Phone, ...]:
    """A message on a phone in each language; none of what only staff see."""
    return tuple(
        phone(translating.book.texts, messages[one], one, button=messages[one].id in labels, draft=draft)
        for one in LANGUAGES
        if one in messages and not messages[one].file.endswith("staff.ftl")
    )


def written_shown(texts: Texts, zone: tzinfo, one: Correction, note: str) -> Written:
    """A correction with its differences."""
    return Written(one.id, who(texts, zone, one.author, one.made_at), note, diffs_of(one))


def history_shown(
    texts: Texts,
    zone: tzinfo,
    here: Standing,
    acts: Iterable[Act],
    known: Iterable[Correction],
) -> Iterator[Line]:
    """Every act, the newest first, with what one may go back to: a text once, and none that is said now."""
    by_number = {one.id: one for one in known}
    kept = [written(one) for one in by_number.values()]
    released = {one: pattern_text(m) for one, m in here.released.items()}
    offered = [here.texts, released]
    for act in acts:
        one = by_number.get(act.correction or 0)
        diffs: tuple[tuple[str, Pieces], ...] = ()
        back: list[tuple[str, str]] = []
        if one is not None and act.act == "proposed":
            diffs = diffs_of(one)
            before = {"zh": one.from_zh, "bo": one.from_bo}
            ways = [(written(one), str(one.id), "return")]
            ways += [(before, f"{one.id}.from", "return-from")] if before not in kept else []
            for target, to, label in ways:
                if target not in offered:
                    offered.append(target)
                    back.append((to, texts.text(f"staff-words-{label}")))
        yield Line(
            texts.text(f"staff-words-act-{act.act}"),
            act.act,
            who(texts, zone, act.by or "", act.at),
            act.note,
            diffs,
            tuple(back),
        )


def diffs_of(one: Correction) -> tuple[tuple[str, Pieces], ...]:
    """How a correction differs, in each language in which it does."""
    pairs = (("zh", one.from_zh, one.zh), ("bo", one.from_bo, one.bo))
    return tuple(
        (language, difference(before, after)) for language, before, after in pairs if before != after
    )


def difference(before: str, after: str) -> Pieces:
    """Two texts compared, Tibetan by syllables, Chinese by characters."""
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    pieces: list[tuple[str, str]] = []
    for how, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            pieces.append(("same", "".join(old[a:b])))
            continue
        pieces += [("old", "".join(old[a:b]))] if b > a else []
        pieces += [("new", "".join(new[c:d]))] if d > c else []
    return tuple(pieces)


def who(texts: Texts, zone: tzinfo, name: str, at: datetime) -> str:
    """Who did something, and when."""
    here = at.astimezone(zone)
    told = name or texts.text("staff-by-clock")
    return texts.text("staff-words-by", name=told, day=Day(here.date()), time=f"{here:%H:%M}")
