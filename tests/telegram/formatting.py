"""Text as Telegram counts and reads it: UTF-16 units, HTML to entities, the limits on length.

The rules of HTML and the wording of its errors follow the Bot API's "Formatting options" and the reference
server. Markdown is not spoken here: a bot that uses it is refused, so that nobody thinks it was checked.
"""

from __future__ import annotations

import re

from tests.telegram.wire import Json, bad

TEXT_MAX_UNITS = 4096
CAPTION_MAX_UNITS = 1024

_KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "code": "code", "pre": "pre", "a": "text_link", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)?((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)(>?)")
_ATTRIBUTE = re.compile(r"\s*([a-zA-Z-]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[a-zA-Z0-9.:/-]+))?")
_REFERENCE = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
# characters Telegram strips from both ends of a text
_EDGES = " \t\r\n\v\f\u200b\u200c\u200d\u2060\ufeff\u00a0"


def units(text: str) -> int:
    """The length of a text in UTF-16 code units, as Telegram counts offsets."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _unescaped(text: str) -> str:
    def one(match: re.Match[str]) -> str:
        decimal, hexadecimal, name = match.groups()
        if name:
            return _NAMED[name]
        code = int(decimal) if decimal else int(hexadecimal, 16)
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else match.group()

    return _REFERENCE.sub(one, text)


def parse_html(text: str) -> tuple[str, list[Json]]:
    """Plain text and its entities (offsets in UTF-16 units). Raises Refused, a fault, on bad HTML."""
    plain = ""
    entities: list[Json] = []
    open_tags: list[tuple[str, int, Json]] = []
    position = 0
    while (start := text.find("<", position)) >= 0:
        plain += _unescaped(text[position:start])
        at = f"at byte offset {len(text[:start].encode('utf-8', 'surrogatepass'))}"
        match = _TAG.match(text, start)
        closing, name = (match[1], (match[2] or "").lower()) if match else ("", "")
        if match is None or not match[4]:
            raise _broken(f"Unclosed {'end' if closing else 'start'} tag {at}")
        if closing:
            if not open_tags:
                raise _broken(f"Unexpected end tag {at}")
            wanted, offset, entity = open_tags.pop()
            if name and name != wanted:
                raise _broken(f'Unmatched end tag {at}, expected "</{wanted}>", found "</{name}>"')
            length = units(plain) - offset
            if length:
                entities.append({**entity, "offset": offset, "length": length})
        else:
            if name not in _KINDS:
                raise _broken(f'Unsupported start tag "{name}" {at}')
            open_tags.append((name, units(plain), _entity(name, match[3], at)))
        position = match.end()
    plain += _unescaped(text[position:])
    if open_tags:
        raise _broken(f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    # a link without an address is plain text
    kept = [e for e in entities if e["type"] != "text_link" or e.get("url")]
    return plain, sorted(kept, key=lambda e: (e["offset"], -e["length"]))


def _entity(name: str, attributes: str, at: str) -> Json:
    given: dict[str, str] = {}
    rest = attributes.rstrip(" /") if attributes.endswith("/") else attributes
    while rest.strip():
        match = _ATTRIBUTE.match(rest)
        if match is None:
            raise _broken(f'Bad attribute of the tag "{name}" {at}')
        if match[2] is None and match[1] != "expandable":
            raise _broken(f'Expected equal sign in declaration of an attribute of the tag "{name}" {at}')
        given[match[1].lower()] = _unescaped((match[2] or "").strip("\"'"))
        rest = rest[match.end() :]
    kind = _KINDS[name]
    if name == "span" and given.get("class") != "tg-spoiler":
        raise _broken(f'Tag "span" must have class "tg-spoiler" {at}')
    if name == "tg-emoji":
        return {"type": kind, "custom_emoji_id": given.get("emoji-id", "")}
    if name == "a":
        return {"type": kind, "url": given.get("href", "")}
    if name == "blockquote" and "expandable" in given:
        return {"type": "expandable_blockquote"}
    return {"type": kind}


def _broken(problem: str) -> Exception:
    return bad(f"can't parse entities: {problem}")


def formatted(
    text: str, parse_mode: str | None, entities: list[Json] | None, max_units: int, what: str
) -> tuple[str, list[Json]]:
    """The text as it will be shown, trimmed, with entities. Raises Refused when it may not be sent.

    ``what`` is "message text" or "message caption", for the wording of the refusal.
    """
    if parse_mode == "HTML" or (parse_mode and parse_mode.lower() == "html"):
        plain, found = parse_html(text)
    elif not parse_mode:
        plain, found = text, list(entities or ())
        for entity in found:
            if entity["offset"] < 0 or entity["offset"] + entity["length"] > units(text):
                raise bad(f"entity beyond the text at offset {entity['offset']}")
    else:
        raise bad(f"unsupported parse_mode {parse_mode} (the double checks HTML only)")
    lead = units(plain) - units(plain.lstrip(_EDGES))
    plain = plain.strip(_EDGES)
    length = units(plain)
    if length > max_units:
        raise bad("message is too long" if what == "message text" else f"{what} is too long")
    moved = []
    for entity in found:
        start = max(0, entity["offset"] - lead)
        end = min(length, entity["offset"] + entity["length"] - lead)
        if end > start:
            moved.append({**entity, "offset": start, "length": end - start})
    return plain, moved
