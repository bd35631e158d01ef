"""Tibetan orthography and typography as rules: what a machine can see wrong in a message.

A wrong word that is well spelt passes: only a reader sees that. `check` gives faults of two levels, "E" (the
build stops) and "W" (told). Rules come from the W3C's Tibetan layout requirements and from counts over the
Tibetan of telephones. Their ids:

    R01-R13  characters            R20-R30  tsheg, shad, spaces       S1  every syllable can be
    G1-G4    particles, register   L1-L3    length
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.words.syllables import LETTERS, VOWELS, final, well_formed

VALUE = "\ufffc"
"""Stands for a placeable while a text is checked."""
ALLOWED_LATIN = frozenset({"PDF", "SMS", "MB", "Telegram", "Word", "Excel"})
ALLOWED_HAN = frozenset({"中文"})
MAX_LABEL_CHARS, MAX_BUBBLE_CHARS, MAX_BUBBLE_LINES = 30, 160, 4
SYLLABLES_WARN, SYLLABLES_FAIL = 15, 18

_SUBJOINED = "".join(chr(ord(c) + 0x50) for c in LETTERS if c != "ཨ") + "ྸ"
_MARKS = "0123456789 \n()-/.:%+*“”《》"
_ALLOWED = frozenset(LETTERS + _SUBJOINED + VOWELS + "་།" + _MARKS + VALUE)
_PLACEABLE = re.compile(r"\{[^{}]*\}")
_BRACKETED_HAN = re.compile(r"\([^()]*[\u3400-\u9fff][^()]*\)")
_SYLLABLE = re.compile(r"[\u0f40-\u0fbc]+")
_BREAK = re.compile(r"[།\n]|(?<=[ཀག]) ")


@dataclass(frozen=True)
class Fault:
    """One thing wrong: the rule's id, "E" or "W", the piece of text, and why."""

    rule: str
    level: str
    where: str
    why: str


# rule, level, pattern, why
_PATTERNS: tuple[tuple[str, str, re.Pattern[str], str], ...] = tuple(
    (rule, level, re.compile(pattern), why)
    for rule, level, pattern, why in (
        ("R03", "E", "[\u0f73\u0f75-\u0f79\u0f81]", "a deprecated vowel"),
        ("R04", "E", "\u0f0c", "the unbreakable tsheg"),
        ("R05", "E", "[\u200b-\u200d\ufeff\u00a0\u2028\u2066-\u2069]", "an invisible character"),
        ("R10", "E", "[༠-༩]+", "Tibetan digits; write 0-9"),
        ("R11", "E", "[\u3400-\u9fff]+", "Chinese outside brackets"),
        ("R12", "E", "[A-Za-z]+", "a Latin word"),
        ("R13", "E", "[?？!！,，、.。;；:：…](?![0-9])", "a mark Tibetan does not use"),
        ("R20", "E", "་་", "two tshegs"),
        ("R21", "E", r"།\s*།|༎", "two shads"),
        ("R22", "E", "(?:[^ང]|^)[ིེོུ]?(?<!ང)་།", "a tsheg before a shad, not after ང"),
        ("R23", "E", "ང[ིེོུ]?།", "ང needs a tsheg before the shad"),
        ("R24", "E", "[ཀག]།", "no shad after a bare ཀ or ག"),
        ("R24", "W", "[ཀག][ིེོུ]།", "a shad after ཀ or ག with a vowel; sources differ"),
        ("R25", "E", "།(?![ \n)”》]|$)", "a shad is followed by a space"),
        ("R26", "E", " །", "a space before a shad"),
        ("R27", "E", r"(?:^|\n)[།་ ]", "a line begins with a mark or a space"),
        ("R28", "E", "་ +(?=[ཀ-ཨ])", "a space after a tsheg"),
        ("R29", "E", "(?<=[\u0f40-\u0fbc])(?<![ཀག]) +(?=[ཀ-ཨ])", "a space between letters"),
        ("R30", "W", "་$", "ends in a tsheg"),
        (
            "G2",
            "E",
            VALUE + r"\s*་?\s*(?:གིས?|ཀྱིས?|གྱིས?|སུ|ཏུ|དུ|རུ|ར|ས|འི|འམ|ཅིག|ཞིག|ཤིག)(?![\u0f40-\u0fbc])",
            "a particle that changes shape after a value",
        ),
        ("G3", "E", "ཁྱོད", "impolite: ཁྱེད"),
        ("G3", "E", "བྱོས(?![\u0f40-\u0fbc])", "an abrupt command: གནང་རོགས།"),
    )
)

_GENITIVE = {"གི": "གང", "གིས": "གང", "ཀྱི": "དབས", "ཀྱིས": "དབས", "གྱི": "ནམརལ", "གྱིས": "ནམརལ"}
_LADON = {"སུ": "ས", "ཏུ": "གབ", "དུ": "ངདནམརལ"}
_INDEFINITE = {"ཅིག": ("ག", "ད", "བ"), "ཤིག": ("ས",), "ཞིག": ("ང", "ན", "མ", "ར", "ལ", "")}
_FIXED = frozenset((w, "ཏུ") for w in ("ཤིན", "ཀུན", "གཏན", "མྱུར", "རྒྱུན")) | {("ལྷན", "ཅིག"), ("ཆབས", "ཅིག")}
"""Fixed phrases that keep an old form."""


def check(
    text: str,
    *,
    label: bool = False,
    paper: bool = False,
    lines: int = MAX_BUBBLE_LINES,
    allow: Iterable[str] = (),
) -> tuple[Fault, ...]:
    """Everything wrong with a message, placeables written `{ $name }`.

    `label`: a button; `paper`: a notice or a document, free in length; `lines`: the most lines of a bubble;
    `allow`: more words that may stand in it as they are.
    """
    bare = _PLACEABLE.sub(VALUE, text)
    for word in (*ALLOWED_HAN, *ALLOWED_LATIN, *allow):
        bare = re.sub(rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])", VALUE, bare)
    bare = _BRACKETED_HAN.sub(f"({VALUE})", bare)
    faults = [*_characters(bare), *_marks(bare), *_syllables(bare), *_length(text, bare, label, paper, lines)]
    return tuple(faults)


def _characters(text: str) -> Iterator[Fault]:
    for char in dict.fromkeys(text):
        named = any(rule < "R14" and pattern.search(char) for rule, _, pattern, _ in _PATTERNS)
        if char not in _ALLOWED and not named:
            yield Fault("R01", "E", f"U+{ord(char):04X}", "a character Tibetan text here does not use")
    if unicodedata.normalize("NFC", text) != text:
        yield Fault("R02", "E", text[:40], "not in Unicode's normal form C")


def _marks(text: str) -> Iterator[Fault]:
    for rule, level, pattern, why in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            yield Fault(rule, level, text[max(0, start - 12) : end + 12], why)


def _syllables(text: str) -> Iterator[Fault]:
    before, reach = "", -1
    for match in _SYLLABLE.finditer(text):
        syllable = match.group()
        if not well_formed(syllable):
            yield Fault("S1", "E", syllable, "no syllable is written so")
            before, reach = "", match.end()
            continue
        a_letter = syllable == "ཡི" and text.startswith("་གེ", match.end())  # ཡི་གེ is a word, no particle
        joined = before and not a_letter and text[reach : match.start()] == "་"
        if joined:
            yield from _agreement(before, syllable)
        before, reach = syllable, match.end()


def _agreement(before: str, particle: str) -> Iterator[Fault]:
    last = final(before)
    told = f"{particle} does not follow {last or 'a vowel'}"
    where = f"{before}་{particle}"
    if particle in _GENITIVE and last not in tuple(_GENITIVE[particle]):
        yield Fault("G1", "E", where, told)
    if particle in ("ཡི", "ཡིས") and last:
        yield Fault("G1", "E", where, told)
    if particle in _LADON and last not in tuple(_LADON[particle]) and (before, particle) not in _FIXED:
        yield Fault("G4", "W", where, told)
    if particle in _INDEFINITE and last not in _INDEFINITE[particle] and (before, particle) not in _FIXED:
        yield Fault("G4", "W", where, told)


def _length(text: str, bare: str, label: bool, paper: bool, lines: int) -> Iterator[Fault]:
    for phrase in _BREAK.split(bare):
        count = len(_SYLLABLE.findall(phrase))
        if count > SYLLABLES_WARN:
            level = "E" if count > SYLLABLES_FAIL else "W"
            yield Fault("L2", level, phrase[:40], f"{count} syllables in one breath")
    if label and len(bare) > MAX_LABEL_CHARS:
        yield Fault("L1", "E", text, f"a label of {len(bare)} characters; at most {MAX_LABEL_CHARS}")
    if not paper and not label:
        if len(bare) > MAX_BUBBLE_CHARS:
            yield Fault("L3", "E", text[:40], f"{len(bare)} characters; at most {MAX_BUBBLE_CHARS}")
        if bare.count("\n") >= lines:
            yield Fault("L3", "E", text[:40], f"{bare.count(chr(10)) + 1} lines; at most {lines}")
