"""Danger first: words of violence, fire, injury, abduction and self-harm, in both languages (design 4.1).

Whoever writes them is shown the emergency numbers before anything else; the turn goes on as usual. A miss is
worse than a false alarm, yet most who write of fights and wounds write of long ago. So `danger.csv` beside
this file gives each phrase a role:

    always        danger, whatever stands around it
    unless_calm   danger, unless a calm phrase stands in the same text (a claim for damages, last year)
    calm          what makes an old story of it
    over          what makes one even of `always`, of fire and wounds alone: who claims for last year's fire
    now           what makes it a present one all the same
    harmless      only sounds like danger (打电话, 火车); taken out before anything is looked for

Where no phrase stands in a calm text, it is compared with sayings (`dialogs.danger_sayings`). Tibetan spelt
by ear is read as what sounds like it (`dialogs.by_sound`).
In a phrase `…` stands for a few characters or syllables between. Nothing here is stored or told to anybody.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, wraps
from itertools import chain, product
from pathlib import Path
from typing import TypeVar

from cases.errors import TableInvalid
from cases.sayings import load_sayings
from cases.tables import read_table
from dialogs.by_sound import BySound
from dialogs.danger_sayings import likeness
from dialogs.engine.events import Event, Said, Sent
from dialogs.engine.reading import clean
from dialogs.engine.view import Say, View
from dialogs.moment import Heard, Moment
from dialogs.state import State

DANGER_FILE = Path(__file__).with_name("danger.csv")
KINDS = ("self_harm", "abduction", "fire", "violence", "injury")
"""In the order in which one is told where a text speaks of several; each is a message `danger-<kind>`."""
ROLES = ("always", "unless_calm", "calm", "over", "now", "harmless")
PAST = ("fire", "injury")
"""The kinds of which one tells long after; a threat or a wish to die beside a claim is no old story."""
LANGUAGES = ("zh", "bo")
_BETWEEN = {"zh": r"[^。！？!?\n]{0,8}?", "bo": r"(?:[^་]+་){0,4}?"}
_WITH_MA = ("ཨ", "ཚང", "བླ", "ཆུང", "མནའ", "བག", "སློབ", "སྦྲུམ")
"""Mother, all, lama, wife, bride: the མ of these denies nothing."""
_DENIED = {
    "zh": r"(?<!没)(?<!没有)(?<!没人)(?<!未)(?<!不会)",
    "bo": "(?<!" + "".join(f"(?<!་{word})" for word in _WITH_MA) + "་མ་)",
}
_SPACES = re.compile(r"\s+")
_TIBETAN = re.compile(r"[\u0f00-\u0fff]+")
_STOPS = re.compile(r"[^\u0f40-\u0fbc]+")


@dataclass(frozen=True)
class Phrases:
    """What is looked for, as patterns of each language; `always` and `unless_calm` by kind."""

    always: Mapping[str, tuple[re.Pattern[str], ...]]
    unless_calm: Mapping[str, tuple[re.Pattern[str], ...]]
    calm: tuple[re.Pattern[str], ...]
    over: tuple[re.Pattern[str], ...]
    now: tuple[re.Pattern[str], ...]
    harmless: tuple[re.Pattern[str], ...]


def read_phrases(rows: Iterable[Mapping[str, str]]) -> Phrases:
    """The table of `danger.csv`: role, kind, language, phrase. Raises TableInvalid."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for row in rows:
        role, kind, language, phrase = (row.get(c) or "" for c in ("role", "kind", "language", "phrase"))
        kinds = KINDS if role in ("always", "unless_calm") else ("",)
        if role not in ROLES or kind not in kinds or language not in LANGUAGES or not phrase.strip():
            raise TableInvalid(f"not a phrase of danger: {row!r}")
        found.setdefault((role, kind, language), []).append(phrase)

    for kind, language in product(KINDS, LANGUAGES):
        if not found.get(("always", kind, language)):
            raise TableInvalid(f"no phrase that is always danger: {kind} in {language}")

    def patterns(role: str, kind: str = "") -> tuple[re.Pattern[str], ...]:
        lists = [(language, found.get((role, kind, language))) for language in LANGUAGES]
        denied = role in ("always", "unless_calm")
        return tuple(_pattern(phrases, language, denied) for language, phrases in lists if phrases)

    return Phrases(
        {k: patterns("always", k) for k in KINDS},
        {k: patterns("unless_calm", k) for k in KINDS},
        patterns("calm"),
        patterns("over"),
        patterns("now"),
        patterns("harmless"),
    )


def danger_in(text: str) -> str | None:
    """The kind of danger a text speaks of, or None."""
    phrases, plain = _phrases(), _plain(text)
    for pattern in phrases.harmless:
        plain = pattern.sub("་" if "་" in pattern.pattern else "。", plain)
    now = _any(phrases.now, plain)
    over = not now and _any(phrases.over, plain)
    for kind in KINDS:
        if not (over and kind in PAST) and _any(phrases.always[kind], plain):
            return kind
    if over or (not now and _any(phrases.calm, plain)):
        return None
    named = next((kind for kind in KINDS if _any(phrases.unless_calm[kind], plain)), None)
    return named or likeness(KINDS, LANGUAGES).kind(text)


House = TypeVar("House")
Hear = Callable[[House, State, Event, Moment], Heard]


def danger_first(hear: Hear[House]) -> Hear[House]:
    """What hears an event, with the emergency numbers before all else it has to say."""

    @wraps(hear)
    def heard(house: House, state: State, event: Event, moment: Moment) -> Heard:
        after = hear(house, state, event, moment)
        kind = danger_in(event.text) if isinstance(event, Said | Sent) else None
        if kind is None:
            return after
        told = Say(f"danger-{kind}") if after.state.language else Say("danger-any")
        return replace(after, view=replace(after.view, says=(told, *after.view.says)))

    return heard


def is_alarmed(view: View) -> bool:
    """Whether a view begins with the emergency numbers."""
    return bool(view.says) and view.says[0].id.startswith("danger-")


def alarmed(before: View, after: View) -> View:
    """What comes in the place of a view: with the emergency numbers first, where that began with them."""
    return replace(after, says=(before.says[0], *after.says)) if is_alarmed(before) else after


@cache
def _rows() -> list[dict[str, str]]:
    return read_table(DANGER_FILE, ("role", "kind", "language", "phrase"))


@cache
def _phrases() -> Phrases:
    return read_phrases(_rows())


def _any(patterns: Iterable[re.Pattern[str]], text: str) -> bool:
    return any(p.search(text) for p in patterns)


def _plain(text: str) -> str:
    """Chinese without spaces, then the Tibetan syllables between tshegs: `…་མེ་ཤོར་སོང་`."""
    text = unicodedata.normalize("NFKC", clean(text))
    tibetan = "་".join(_spelling().heard(_syllables(text)))
    return f"{_TIBETAN.sub('', _SPACES.sub('', text))}\n་{tibetan}་"


def _syllables(text: str) -> list[str]:
    return [s for s in _STOPS.split(text) if s]


@cache
def _spelling() -> BySound:
    texts = chain((row["phrase"] for row in _rows()), (saying.text for saying in load_sayings()))
    return BySound(map(_syllables, texts))


def _pattern(phrases: list[str], language: str, denied: bool) -> re.Pattern[str]:
    """Longest first. `denied`: not where the text says just before it that it is not so."""
    ways = []
    done = "了?" if denied else ""  # 砍了人 is 砍人
    for phrase in sorted(phrases, key=len, reverse=True):
        if language == "bo":
            pieces = [_STOPS.sub("་", p).strip("་") for p in phrase.split("…")]
            ways.append(_BETWEEN["bo"].join(re.escape(p) + "་" for p in pieces))
        else:
            ways.append(_BETWEEN["zh"].join(done.join(map(re.escape, p)) for p in phrase.split("…")))
    start = "(?<=་)" if language == "bo" else ""
    first = "".join(sorted({way.lstrip("\\")[0] for way in ways}))  # most places are passed over at once
    begins = f"(?=[{re.escape(first)}])"
    return re.compile(begins + start + (_DENIED[language] if denied else "") + f"(?:{'|'.join(ways)})")
