"""A message's text as a person edits it: the Fluent pattern without its id, and back again."""

from __future__ import annotations

import unicodedata

from fluent.syntax import FluentParser, FluentSerializer, ast

from bot.words.messages import Message, parts_of

_INDENT = "    "


class Unreadable(ValueError):
    """A text that Fluent does not read as one message."""


def pattern_text(message: Message) -> str:
    """The text of a message as it is edited: what stands after `id =`, without the indent."""
    bare = ast.Message(message.entry.id, message.entry.value)
    written = FluentSerializer().serialize_entry(bare)
    _, _, text = written.partition("=")
    lines = [line.removeprefix(_INDENT) for line in text.strip("\n").split("\n")]
    return "\n".join(lines).strip()


def entry_text(pattern: str) -> str:
    """What stands after `id` in a file, from the equals sign on."""
    if "\n" not in pattern:
        return f"= {pattern}"
    lines = [_INDENT + line if line.strip() else "" for line in pattern.split("\n")]
    return "=\n" + "\n".join(lines)


def read_pattern(like: Message, text: str) -> Message:
    """The message `like` with another text. Raises Unreadable."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).strip()
    source = f"{like.id} {entry_text(text)}\n"
    body = FluentParser().parse(source).body
    if len(body) != 1 or not isinstance(body[0], ast.Message):
        junk = next((e for e in body if isinstance(e, ast.Junk)), None)
        told = junk.annotations[0].message if junk and junk.annotations else "not one message"
        raise Unreadable(str(told))
    entry = body[0]
    if entry.id.name != like.id or entry.value is None:
        raise Unreadable("no text")
    found = parts_of(entry)
    if found.unused or entry.attributes:
        raise Unreadable(", ".join(found.unused) or "attributes")
    message = Message(
        like.id,
        like.file,
        entry,
        frozenset(found.variables),
        frozenset(found.references),
        like.comment,
    )
    if message.silent:
        raise Unreadable("it may show nothing")
    return message
