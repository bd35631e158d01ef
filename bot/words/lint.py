"""Check every message: `python -m bot.words.lint`. One line a problem; fails on any that is not a warning.

Missing, obsolete, doubled and broken messages; variables that differ between the languages or that a call
does not give; Tibetan by its rules, Chinese by its own; and, as warnings, terms away from the glossary
(`--warnings` prints each).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bot.words.errors import WordsInvalid
from bot.words.messages import LANGUAGES, Message, compare, read_folder
from bot.words.review import LEDGER, counts_of, read_ledger
from bot.words.tables import read_words_table
from bot.words.tibetan import Fault, check
from bot.words.uses import Uses, uses
from bot.words.values import OFFICE_VALUES
from cases.office import Office, load_office

ROOT = Path(__file__).resolve().parents[2]
BILINGUAL = frozenset(
    {"choose-language", "danger-any", "language-language", "menu-language", "command-language"}
)
"""Both languages in one message, so that a reader of either finds the way."""
GLOSSARY = ("zh", "bo", "plain_bo", "en", "source", "confidence")
MAX_SENTENCE_CHARS = 60
_HAN = re.compile(r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]+")
_TIBETAN = re.compile(r"[\u0f00-\u0fff]+")
_PLACEABLE = re.compile(r"\{[^{}]*\}")
_WESTERN = re.compile(r"[?!;,]|(?<!\d)[.:](?!\d)")
Line = tuple[str, str]
"""A level, "E" or "W", and what is wrong."""


def lint(root: Path, office: Office) -> list[Line]:
    """Everything wrong with the words below `root`. Raises WordsInvalid where a table beside them is."""
    messages: dict[str, dict[str, Message]] = {}
    lines: list[Line] = []
    for language in LANGUAGES:
        messages[language], problems = read_folder(root / "locales" / language)
        lines += [("E", p) for p in problems]
    lines += [("E", p) for p in compare(messages)]
    found = uses(root, office)
    lines += _against_uses(messages["zh"], found)
    for message in messages["bo"].values():
        lines += [
            (f.level, f"{message.file}: {message.id}: {f.rule} {f.why}: {f.where!r}")
            for f in tibetan_faults(message, label=message.id in found.labels)
        ]
    for message in messages["zh"].values():
        lines += [("E", f"{message.file}: {message.id}: {f.why}") for f in chinese_faults(message)]
    terms = read_glossary(root / "locales")
    for message in messages["zh"].values():
        if theirs := messages["bo"].get(message.id):
            told = f"{theirs.file}: {message.id}: T1"
            lines += [("W", f"{told} {f.where} {f.why}") for f in glossary_faults(message, theirs, terms)]
    return lines


def tibetan_faults(message: Message, *, label: bool) -> tuple[Fault, ...]:
    """What the rules of Tibetan say of one message, in every form it may take."""
    if message.id.startswith("words-"):
        return tuple(f for way in message.source.split("|") for f in check(way.strip(), label=True))
    forms = message.forms
    if message.id in BILINGUAL:
        forms = tuple(_HAN.sub("", f).strip() for f in forms)
    # a label's length is that of a button; a screen of the staff has room
    screen = message.file.endswith("staff.ftl")
    found = (check(f, label=label and not screen, paper=message.long) for f in forms)
    return tuple(dict.fromkeys(fault for faults in found for fault in faults))


def chinese_faults(message: Message) -> Iterator[Fault]:
    """Sentences too long to read slowly, and marks Chinese does not use."""
    if message.id.startswith("words-"):
        return
    for form in message.forms:
        text = _PLACEABLE.sub("某", _TIBETAN.sub("", form) if message.id in BILINGUAL else form)
        for sentence in re.split(r"[。！？\n]", text):
            if len(sentence) > MAX_SENTENCE_CHARS:
                why = f"a sentence of {len(sentence)} characters: {sentence[:20]!r}"
                yield Fault("C1", "E", sentence[:20], why)
        if mark := _WESTERN.search(text):
            yield Fault("C2", "E", mark.group(), f"a western mark {mark.group()!r}")


def _against_uses(messages: Mapping[str, Message], found: Uses) -> Iterator[Line]:
    for said, where in sorted(found.ids.items()):
        if said not in messages:
            yield "E", f"no message {said!r}, said by {where}"
    for beginning, where in sorted(found.families.items()):
        if beginning not in found.declared:
            yield "E", f"the family {beginning!r} of {where} is declared nowhere (bot/words/families.py)"
    named = {r for m in messages.values() for r in m.references}
    said_somewhere = {*found.ids, *found.own, *found.strings, *named}
    for message in messages.values():
        if message.id not in said_somewhere:
            yield "E", f"{message.file}: nothing says {message.id!r}"
    for said, values, where in found.calls:
        if said in messages and "**" not in values:
            for lacking in sorted(messages[said].variables - values - set(OFFICE_VALUES)):
                yield "E", f"{where}: {said!r} is said without its {lacking!r}"


def read_glossary(locales: Path) -> list[dict[str, str]]:
    """The terms of `bo/glossary.csv`, the longest first. Raises WordsInvalid."""
    return sorted(
        read_words_table(locales / "bo" / "glossary.csv", GLOSSARY), key=lambda row: -len(row["zh"])
    )


def glossary_faults(zh: Message, bo: Message, terms: Sequence[Mapping[str, str]]) -> Iterator[Fault]:
    """Terms of the Chinese whose Tibetan is none of the glossary's: warnings."""
    if zh.id.startswith("words-") or zh.id in BILINGUAL:
        return
    left = _PLACEABLE.sub("", zh.source)
    for term in (t for t in terms if len(t["zh"]) > 1):
        if term["zh"] not in left:
            continue
        left = left.replace(term["zh"], " ")  # a longer term speaks for the shorter one inside it
        forms = (term["bo"], term["plain_bo"])
        if not any(form and form in bo.source for form in forms):
            yield Fault("T1", "W", term["zh"], f"without {forms[0]} or {forms[1]}")


def main() -> int:
    """Run over this repository; 1 where anything fails."""
    try:
        lines = lint(ROOT, load_office(ROOT / "office" / "jiali"))
        counts = counts_of(read_ledger(ROOT / "locales"))
    except WordsInvalid as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 1
    failing = [text for level, text in lines if level == "E"]
    warnings = [text for level, text in lines if level == "W"]
    told = [f"E {text}" for text in failing]
    told += [f"W {text}" for text in warnings] if "--warnings" in sys.argv[1:] else []
    told += [f"{LEDGER.name}: {counts}"]
    told += [f"{len(failing)} errors, {len(warnings)} warnings"]
    sys.stdout.write("".join(f"{line}\n" for line in told))
    return 1 if failing else 0


if __name__ == "__main__":
    sys.exit(main())
