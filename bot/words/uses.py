"""Which messages the program says: what the dialogs hold, what families fill, and what the code names.

A family is a group of ids made of a beginning and something known only as the program runs; each stands in
`FAMILIES` with what fills it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import get_args

from bot.intake.kinds import Reason
from bot.words.house import HOUSE_WORDS
from cases.clocks import CLOCKS
from cases.lifecycle import Status
from cases.matters import GROUPS, MATTERS
from cases.notices import NOTICES
from cases.office import Office
from cases.parts import Ground, Led, Opinion, Outcome, Procedure
from cases.paths import MESSAGES
from cases.reviews import May
from dialogs.danger import KINDS
from dialogs.engine.questions import Question
from dialogs.engine.session import Dialog
from dialogs.engine.view import Say
from dialogs.front import MENU_ROWS
from dialogs.held import OPENED_AS, OPENED_BY
from dialogs.progress import LANGUAGES
from dialogs.rating import RATINGS
from dialogs.rooms import every_dialog

FAMILIES: dict[str, tuple[str, ...]] = {
    "words-": HOUSE_WORDS,
    "menu-": (
        "continue",
        *(option for row in MENU_ROWS for option in row),
        *("menu", "listen", "read"),
    ),
    "command-": ("start", "menu", "status", "language", "help", "cancel"),
    "language-": LANGUAGES,
    "group-": GROUPS,
    "matter-": tuple(MATTERS),
    "danger-": KINDS,
    "case-": tuple(Status),
    "clock-": tuple(
        dict.fromkeys(
            [c.name for c in CLOCKS if c.shown]
            + [k + p + e for k in ("promise", "law") for p in ("", "-provisional") for e in ("", "-left")]
        )
    ),
    "notice-": tuple(NOTICES),
    "weekday-": tuple(str(n) for n in range(1, 8)),
    "outcome-": (*Outcome, *Opinion, "settled"),
    "ground-": tuple(Ground),
    "procedure-": tuple(Procedure),
    "led-": tuple(Led),
    "review-no-": tuple(may for may in May if may is not May.YES),
    "promised-": ("promise", "law"),
    "rating-rating-": RATINGS,
    "paper-what-": tuple(NOTICES),
    "paper-heading-": ("receipt", "notice", "card", "review_form"),
    "verify-file-": ("true", "false"),
    "verify-key-": ("true", "false"),
    **MESSAGES,  # the catalogue of lawful paths
    "part-": ("photo", "document"),
    "mydata-by-": OPENED_BY,
    "mydata-act-": OPENED_AS,
    "refused-file-": (*get_args(Reason), "unreachable"),
    # what the channels refuse before any dialog hears it (`Unusable`)
    "refused-": ("sticker", "poll", "video-note", "edited", "unsupported", "not-yours"),
}
"""Each family's beginning, and everything that may end it."""
SAID_BY_CHANNELS = frozenset({"service-down", "too-fast", "fault-try-again"})
"""Said outside any dialog, when something is wrong."""
SPEAKERS = frozenset({"say", "Say", "text", "t"})
REFUSERS = frozenset({"Refused", "Unusable"})
_ID = re.compile(r"[a-z][a-z0-9_-]*")
_TEMPLATE = re.compile(r"""\b(?:t|text|say)\(\s*["']([a-z][a-z0-9_-]*)["']""")
_QUOTED = re.compile(r"""["'`]([a-z][a-z0-9_-]*)["'`]""")


@dataclass
class Uses:
    """`ids`: said, and by whom; `labels`: on buttons; `calls`: id, values and place of each call by name.

    `families`: beginnings of ids made as the program runs; `strings`: every other string, which may be an id
    kept in a variable.
    """

    ids: dict[str, str] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)
    calls: list[tuple[str, frozenset[str], str]] = field(default_factory=list)
    families: dict[str, str] = field(default_factory=dict)
    strings: set[str] = field(default_factory=set)


def uses(root: Path, office: Office) -> Uses:
    """Everything said by the program below `root`, with the dialogs built over an office."""
    found = Uses()
    for dialog in every_dialog(office, lambda: date(2026, 1, 1)).values():
        _of_dialog(dialog, found)
    for beginning, ends in FAMILIES.items():
        found.ids |= {f"{beginning}{end}": f"the family {beginning}" for end in ends}
    for name in ("menu-", "command-", "group-", "matter-", "language-", "path-option-"):
        found.labels |= {f"{name}{end}" for end in FAMILIES[name]}
    found.ids |= dict.fromkeys(SAID_BY_CHANNELS, "the channels")
    for package in ("bot", "dialogs", "cases"):
        for file in sorted((root / package).rglob("*.py")):
            _of_code(file, str(file.relative_to(root)), found)
        for file in sorted(p for p in (root / package).rglob("*") if p.suffix in (".html", ".js")):
            text = file.read_text(encoding="utf-8")
            found.strings |= set(_QUOTED.findall(text))
            for match in _TEMPLATE.finditer(text if file.suffix == ".html" else ""):
                found.ids.setdefault(match[1], str(file.relative_to(root)))
    return found


def _of_dialog(dialog: Dialog, found: Uses) -> None:
    for q in dialog.questions:
        found.ids[q.text or f"{dialog.id}-{q.id}"] = dialog.id
        for label in _labels(dialog, q):
            found.ids[label] = dialog.id
            found.labels.add(label)
    if dialog.summary:
        found.ids |= {f"{dialog.id}-{end}": dialog.id for end in ("summary", "submit")}


def _labels(dialog: Dialog, q: Question) -> Iterator[str]:
    if dialog.summary and not q.stops and not q.quiet:
        yield f"{dialog.id}-{q.id}-label"
    shown = [o for row in q.kind.rows(None, {}, None) for o in row]
    for option in (*getattr(q.kind, "options", ()), *shown):
        if option.label is None:
            yield f"{dialog.id}-{q.id}-{option.id}"
    tree = getattr(q.kind, "tree", None)
    yield from (n.label.id for n in (tree.nodes if tree else ()) if isinstance(n.label, Say))


def _of_code(file: Path, where: str, found: Uses) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.strings.add(node.value)
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        here = f"{where}:{node.lineno}"
        if name in REFUSERS:
            reasons = (r for r in _constants(node.args[0]) if _ID.fullmatch(r))
            found.ids |= {f"refused-{reason}": here for reason in reasons}
        elif name in SPEAKERS:
            _of_call(node, here, found)
        elif name == "Button":
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and getattr(call.func, "id", "") in SPEAKERS and call.args:
                    found.labels |= set(_constants(call.args[0]))


def _of_call(node: ast.Call, here: str, found: Uses) -> None:
    values = frozenset(k.arg or "**" for k in node.keywords)
    for said in _constants(node.args[0]):
        if _ID.fullmatch(said):
            found.ids.setdefault(said, here)
            if isinstance(node.args[0], ast.Constant) and len(node.args) == 1:
                found.calls.append((said, values, here))
    for part in ast.walk(node.args[0]):
        if isinstance(part, ast.JoinedStr) and isinstance(part.values[0], ast.Constant):
            found.families.setdefault(str(part.values[0].value), here)


def _constants(node: ast.expr) -> Iterable[str]:
    """The strings an expression may come to: itself, or either side of a choice; an f-string is none."""
    if isinstance(node, ast.IfExp):
        return (*_constants(node.body), *_constants(node.orelse))
    return (node.value,) if isinstance(node, ast.Constant) and isinstance(node.value, str) else ()
