"""Which Tibetan syllables can be: prefix, root, vowel, rime, by tables.

A spelling that no table allows is a slip of the fingers; a wrong word that is well spelt passes. Tables
follow the classical grammar, with the loan spellings that the region's own texts use.
"""

from __future__ import annotations

from functools import cache

LETTERS = "ཀཁགངཅཆཇཉཏཐདནཔཕབམཙཚཛཝཞཟའཡརལཤསཧཨ"
VOWELS = "ིེོུ"
_SUB = {c: chr(ord(c) + 0x50) for c in LETTERS}


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _over(head: str, letters: str) -> set[str]:
    return {head + _SUB[c] for c in letters}


def _under(mark: str, letters: str) -> set[str]:
    return {c + mark for c in letters}


HEADED = _over("ར", "ཀགངཇཉཏདནབམཙཛ") | _over("ལ", "ཀགངཅཇཏདཔབཧ") | _over("ས", "ཀགངཉཏདནཔབམཙ")
SUBJOINED = (
    _under("ྱ", "ཀཁགཔཕབམ") | _under("ྲ", "ཀཁགཏཐདཔཕབམསཧ") | _under("ླ", "ཀགབཟརས") | _under("ྭ", "ཀཁགཅཉདཙཚཞཟརལཤསཧ")
)
THREE = _set("རྐྱ རྒྱ རྨྱ སྐྱ སྒྱ སྤྱ སྦྱ སྨྱ སྐྲ སྒྲ སྤྲ སྦྲ སྨྲ སྣྲ གྲྭ དྲྭ ཕྱྭ རྩྭ ལྷྭ")
ROOTS = set(LETTERS) | HEADED | SUBJOINED | THREE | {"ཧྥ"}
PREFIXED = {
    "ག": _set("ཅ ཉ ཏ ད ན ཙ ཞ ཟ ཡ ཤ ས"),
    "ད": _set("ཀ ཀྱ ཀྲ ག གྱ གྲ ང པ པྱ པྲ བ བྱ བྲ མ མྱ"),
    "མ": _set("ཁ ཁྱ ཁྲ ག གྱ གྲ ང ཆ ཇ ཉ ཐ ད ན ཚ ཛ"),
    "འ": _set("ཁ ཁྱ ཁྲ ག གྱ གྲ ཆ ཇ ཐ ད དྲ ཕ ཕྱ ཕྲ བ བྱ བྲ ཚ ཛ"),
    "བ": _set("ཀ ཀྱ ཀྲ ཀླ རྐ རྐྱ སྐ སྐྱ སྐྲ ག གྱ གྲ གླ རྒ རྒྱ སྒ སྒྱ སྒྲ རྔ སྔ ཅ རྗ རྙ སྙ ཏ རྟ ལྟ སྟ ད རྡ ལྡ སྡ རྣ སྣ ཙ རྩ སྩ རྫ ཞ ཟ ཟླ ཤ ས སྲ སླ རླ"),
}
SUFFIXES = _set("ག ང ད ན བ མ ར ལ ས གས ངས བས མས")
OPEN_RIMES = _set("འི འོ འམ འང འིའོ འིའང འུ འུའི འུར འུས འུའོ འུའམ འུའང འོའི འོར འོས འོའང")
LOAN_RIMES = _set("འི འེ འེའི འེར འེས འུང འོང འོན འུན")
EXCEPTIONS = frozenset({"ཀརྨ", "པདྨ"})
"""Reviewed spellings from outside the grammar."""


@cache
def well_formed(syllable: str) -> bool:
    """Say whether one syllable, without tsheg, can be written so."""
    if syllable in EXCEPTIONS:
        return True
    return any(_rime(rest, prefix=False, single=root in LETTERS) for root, rest in _split(syllable)) or any(
        root in PREFIXED[syllable[0]] and _rime(rest, prefix=True, single=len(root) == 1)
        for root, rest in (_split(syllable[1:]) if syllable[:1] in PREFIXED else ())
    )


def _split(text: str) -> list[tuple[str, str]]:
    """Every root that `text` may begin with, and what follows it; a root ends where its stack ends."""
    size = 1
    while size < len(text) and 0x0F90 <= ord(text[size]) <= 0x0FBC:
        size += 1
    return [(text[:size], text[size:])] if text[:size] in ROOTS else []


def _rime(text: str, *, prefix: bool, single: bool) -> bool:
    vowel, rest = (text[0], text[1:]) if text[:1] and text[0] in VOWELS else ("", text)
    if rest in SUFFIXES or rest in OPEN_RIMES or rest in LOAN_RIMES:
        return True
    if rest == "":
        # མད could be read two ways, so a prefixed single letter needs its འ: མདའ.
        return bool(vowel) or not (prefix and single)
    return rest == "འ" and prefix and single and not vowel


@cache
def final(syllable: str) -> str:
    """The last consonant sounded or written, "" where the syllable ends in a vowel or འ."""
    for start in (0, 1):
        for root, rest in _split(syllable[start:]):
            if start and root not in PREFIXED.get(syllable[0], ()):
                continue
            if _rime(rest, prefix=bool(start), single=len(root) == 1):
                last = syllable[-1]
                return "" if not rest or last in VOWELS or last == "འ" else last
    return ""
