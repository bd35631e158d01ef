"""Which messages the program says: what the dialogs hold, what families fill, and what the code names.

A family is a group of ids made of a beginning and something known only as the program runs; each is declared
in `families` (what residents are told) or `staff_families`, with what fills it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bot.words import families, staff_families
from cases.office import Office
from dialogs.engine.questions import Question
from dialogs.engine.session import Dialog
from dialogs.engine.view import Say
from dialogs.rooms import every_dialog

FAMILIES: Mapping[str, tuple[str, ...]] = {**families.FAMILIES, **staff_families.FAMILIES}
"""Each family's beginning, and everything that may end it: a message stands for each."""

SAID_BY_CHANNELS = frozenset({"service-down", "too-fast", "fault-try-again"})
"""Said outside any dialog, when something is wrong."""
PREVIEW = ("bot", "preview")
"""Draws every message there is, and says none."""
DECLARED_IN = ("families.py", "staff_families.py")
"""To declare a word here is not to say a message of that id."""
SPEAKERS = frozenset({"say", "Say", "text", "t"})
REFUSERS: Mapping[str, str] = {
    **dict.fromkeys(("Refused", "Unusable"), "refused-"),
    "KeepRefused": "staff-away-no-",
    "MemberRefused": "staff-member-no-",
    "PasswordRefused": "staff-password-",
    "NotSuggested": "staff-suggest-",
    "NotRecorded": "staff-act-",
    "AddressRefused": "staff-webhooks-refused-",
}
"""What refuses with a reason, and the beginning of the message that says it."""
PART_REFUSED = "staff-refused-"
PART_REFUSED_BY: Mapping[str, str] = {
    **dict.fromkeys(("cases/activities.py", "bot/web/desk/activities.py"), "staff-activities-refused-"),
    "bot/national.py": "staff-national-",
}
"""A part is refused (`PartInvalid`) in the words of moves; where it is of something else, in these."""
_ID = re.compile(r"[a-z][a-z0-9_-]*")
_TEMPLATE = re.compile(r"""\b(?:t|text|say)\(\s*["']([a-z][a-z0-9_-]*)["']""")
_QUOTED = re.compile(r"""["'`]([a-z][a-z0-9_-]*)["'`]""")


@dataclass
class Uses:
    """`ids`: said, and by whom; `labels`: on buttons; `calls`: id, values and place of each call by name.

    `families`: beginnings of ids made as the program runs; `declared`: those that are declared; `own`: ids
    said where there is a message of that id, and otherwise a general one; `strings`: every other string,
    which may be an id kept in a variable.
    """

    ids: dict[str, str] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)
    calls: list[tuple[str, frozenset[str], str]] = field(default_factory=list)
    families: dict[str, str] = field(default_factory=dict)
    declared: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    strings: set[str] = field(default_factory=set)


def uses(root: Path, office: Office) -> Uses:
    """Everything said by the program below `root`, with the dialogs built over an office."""
    found = Uses()
    for dialog in every_dialog(office, lambda: date(2026, 1, 1)).values():
        _of_dialog(dialog, found)
    for beginning, ends in FAMILIES.items():
        found.ids |= {f"{beginning}{end}": f"the family {beginning}" for end in ends}
    found.own |= {f"{b}{end}" for b, ends in staff_families.OWN.items() for end in ends}
    found.declared |= {*FAMILIES, *staff_families.OWN, *REFUSERS.values()}
    found.declared |= {PART_REFUSED, *PART_REFUSED_BY.values()}
    for name in ("menu-", "command-", "group-", "matter-", "language-", "path-option-"):
        found.labels |= {f"{name}{end}" for end in FAMILIES[name]}
    found.ids |= dict.fromkeys(SAID_BY_CHANNELS, "the channels")
    for package in ("bot", "dialogs", "cases"):
        for file in sorted((root / package).rglob("*.py")):
            if file.relative_to(root).parts[:2] == PREVIEW or file.name in DECLARED_IN:
                continue
            _of_code(file, str(file.relative_to(root)), found)
        for file in sorted(p for p in (root / package).rglob("*") if p.suffix in (".html", ".js")):
            text = file.read_text(encoding="utf-8")
            found.strings |= set(_QUOTED.findall(text))
            for match in _TEMPLATE.finditer(text if file.suffix == ".html" else ""):
                found.ids.setdefault(match[1], str(file.relative_to(root)))
    return found


def _of_dialog(dialog: Dialog, found: Uses) -> None:
    found.declared.add(f"{dialog.id}-")
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
            found.ids |= {f"{REFUSERS[name]}{reason}": here for reason in reasons}
        elif name == "PartInvalid" and len(node.args) == 2:
            begun = PART_REFUSED_BY.get(where, PART_REFUSED)
            found.ids |= {f"{begun}{why}": here for why in _constants(node.args[1])}
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
