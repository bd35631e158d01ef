"""The messages of `locales/`, read and checked: one folder a language, every `*.ftl` in it.

A message is an id and a text with variables; attributes, terms and functions are not used, so that what a
reviewer reads is what a resident sees.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

LANGUAGES = ("zh", "bo")
"""Every language a resident can choose; each has every message."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Categories of letters nobody sees, such as direction marks; a line ends with a newline alone."""
LONG = re.compile(r"\b(?:card|paper)\b")


@dataclass(frozen=True)
class Message:
    """One message as written: where, its syntax tree, the variables it takes, the messages it names."""

    id: str
    file: str
    entry: ast.Message
    variables: frozenset[str]
    references: frozenset[str]
    comment: str

    @property
    def source(self) -> str:
        """The text as written, with placeables as `{ $name }`, all variants; what hashes are taken of."""
        assert self.entry.value is not None
        return _written(self.entry.value)

    @property
    def forms(self) -> tuple[str, ...]:
        """The texts a reader may see: one, or where it chooses, all first and all last variants."""
        assert self.entry.value is not None
        return tuple(dict.fromkeys(_written(self.entry.value, variant) for variant in (0, -1)))

    @property
    def choices(self) -> dict[str, tuple[str, ...]]:
        """The values it chooses by, and the variants of each but the one for all else."""
        return parts_of(self.entry).choices

    @property
    def silent(self) -> bool:
        """Whether there is a way to say it that shows nothing."""
        assert self.entry.value is not None
        return _silent(self.entry.value)

    @property
    def long(self) -> bool:
        """Whether its length is free: marked `# card` or `# paper`, or a page or a screen, not a bubble."""
        return bool(LONG.search(self.comment)) or self.file.endswith(("staff.ftl", "web.ftl"))

    @property
    def chosen_by(self) -> frozenset[str]:
        """The variables whose value chooses between its variants."""
        return frozenset(self.choices)


class _Parts(Visitor):
    """Gathers what a message refers to, and what it should not use (`unused`)."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.references: set[str] = set()
        self.unused: list[str] = []
        self.choices: dict[str, tuple[str, ...]] = {}

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802 - fluent's visitor names
        """Text: nothing in it that nobody can see."""
        self._look(node.value)

    def visit_StringLiteral(self, node: ast.StringLiteral) -> None:  # noqa: N802
        """Text in quotes, its escapes read."""
        self._look(node.parse()["value"])

    def _look(self, text: str) -> None:
        if any(unicodedata.category(letter) in _UNSEEN and letter != "\n" for letter in text):
            self.unused.append("a letter that nobody sees")

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        """A variable it takes."""
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        """The values a variable is asked for."""
        if isinstance(node.selector, ast.VariableReference):
            keys = (_key(v.key) for v in node.variants if not v.default)
            self.choices[node.selector.id.name] = tuple(keys)
        self.generic_visit(node)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        """Another message it says."""
        self.references.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        """A term: none are used here."""
        self.unused.append(f"the term -{node.id.name}")

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802
        """A function: none are used here."""
        self.unused.append(f"the function {node.id.name}()")


def read_folder(folder: Path) -> tuple[dict[str, Message], list[str]]:
    """Every message of one language by id, and what is wrong with its files, one line each."""
    found: dict[str, Message] = {}
    problems: list[str] = []
    files = sorted(folder.glob("*.ftl"))
    if not files:
        problems.append(f"{folder.name}: no messages at all")
    for file in files:
        here = f"{folder.name}/{file.name}"
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            problems.append(f"{here}: is not UTF-8")
            continue
        for entry in FluentParser().parse(text).body:
            if isinstance(entry, ast.Junk):
                first = entry.annotations[0].message if entry.annotations else "does not read"
                line = text.count("\n", 0, entry.span.start) + 1 if entry.span else 0
                problems.append(f"{here}:{line}: {first}")
            elif isinstance(entry, ast.Message):
                problems += _take(entry, here, found)
            elif isinstance(entry, ast.Term):
                problems.append(f"{here}: the term -{entry.id.name} is not used here; write a message")
    return found, problems


def compare(languages: Mapping[str, Mapping[str, Message]]) -> list[str]:
    """What one language has and another has not: messages, variables; and references to nothing."""
    problems: list[str] = []
    for messages in languages.values():
        for other, theirs in languages.items():
            lacking = (m for i, m in messages.items() if i not in theirs)
            problems += [f"{other}: no message {m.id!r} ({m.file})" for m in lacking]
        for message in messages.values():
            for named in sorted(message.references):
                if named not in messages:
                    problems.append(f"{message.file}: {message.id!r} names {named!r}, which is no message")
                elif messages[named].variables or messages[named].references:
                    problems.append(f"{message.file}: {message.id!r} names {named!r}, which is not plain")
    first, *rest = languages.values()
    for message in first.values():
        for theirs in rest:
            other_one = theirs.get(message.id)
            if other_one and other_one.variables != message.variables:
                differing = ", ".join(sorted(other_one.variables ^ message.variables))
                problems.append(f"{other_one.file}: {message.id!r} differs from {message.file}: {differing}")
    return problems


def parts_of(entry: ast.Message) -> _Parts:
    """What a message refers to, and what it should not use."""
    found = _Parts()
    found.visit(entry)
    return found


def _take(entry: ast.Message, here: str, found: dict[str, Message]) -> list[str]:
    name = entry.id.name
    if name in found:
        return [f"{here}: {name!r} is already in {found[name].file}"]
    parts = parts_of(entry)
    comment = entry.comment.content if entry.comment and entry.comment.content else ""
    found[name] = Message(name, here, entry, frozenset(parts.variables), frozenset(parts.references), comment)
    problems = [f"{here}: {name!r} uses {what}; write it out" for what in parts.unused]
    if entry.value is None:
        problems.append(f"{here}: {name!r} has no text")
    elif found[name].silent:
        problems.append(f"{here}: {name!r} may show nothing")
    if entry.attributes:
        problems.append(f"{here}: {name!r} has attributes, which nothing shows")
    return problems


def _key(key: ast.Identifier | ast.NumberLiteral) -> str:
    return key.name if isinstance(key, ast.Identifier) else key.value


def _silent(pattern: ast.Pattern) -> bool:
    """Whether all of it may show nothing: empty quotes, spaces, or a variant that is so."""
    return all(_silent_part(one) for one in pattern.elements)


def _silent_part(element: ast.TextElement | ast.Placeable) -> bool:
    if isinstance(element, ast.TextElement):
        return not element.value.strip()
    match element.expression:
        case ast.StringLiteral() as quoted:
            return not str(quoted.parse()["value"]).strip()
        case ast.SelectExpression() as choice:
            return any(_silent(one.value) for one in choice.variants)
        case ast.Placeable() as inner:
            return _silent_part(inner)
        case _:
            return False


def _written(pattern: ast.Pattern, variant: int | None = None) -> str:
    """A text as written; of a choice all variants, or the one of this index."""
    return "".join(_element(e, variant) for e in pattern.elements)


def _element(element: ast.TextElement | ast.Placeable, variant: int | None) -> str:
    if isinstance(element, ast.TextElement):
        return element.value
    inner = element.expression
    match inner:
        case ast.VariableReference():
            return f"{{ ${inner.id.name} }}"
        case ast.MessageReference():
            return f"{{ {inner.id.name} }}"
        case ast.StringLiteral() | ast.NumberLiteral():
            return str(inner.value)
        case ast.SelectExpression():
            chosen = inner.variants if variant is None else [inner.variants[variant]]
            return "\n".join(_written(v.value, variant) for v in chosen)
        case _:
            return ""
